"""How departamentos and distritos fiscales overlap, in words and as a small map."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.format import joined
from components.markup import attrs
from components.pages.territories.overlap_map import overlap_map
from components.pages.territories.paths import link
from components.table import table
from components.texts import t
from data.query import territories
from data.query.map_periods import Level
from data.query.territories import Subject
from data.store import Store
from geo import composition, places
from geo.composition import Overlap


def section(store: Store, one: Subject) -> Component:
    """Return the other level's parts of a territory: each with what it has, and the map."""
    found = [each for each in composition.overlaps() if one.code in (each.department, each.code)]
    title = t(f"territorio.overlap.{one.level}", name=one.name)
    picture = overlap_map(one.level, found)
    words = t(f"territorio.overlap.map_{one.level}", name=one.name)
    still = html.Div(className="still", role="img",
                     **attrs(data_svg=picture, aria_label=words))  # fmt: skip
    return html.Section(
        [
            html.H2(title),
            html.P(t(f"territorio.overlap.lead_{one.level}")),
            html.Ul([html.Li(_part(store, one, each)) for each in found], className="plain"),
            still,
            html.P(words, className="caveat"),
            html.Details(
                [html.Summary(t("chart.table")), _table(store, one, found)], className="beside"
            ),
            html.P(f"{places.boundary_note()}.", className="caveat"),
        ],
        className="half overlap",
        id="ambitos",
    )


def _table(store: Store, one: Subject, found: Sequence[Overlap]) -> Component:
    """Return what each distrito fiscal has of each departamento, with what that rests on."""
    rows = [
        [_named(store, "distrito_fiscal", each.code),
         _named(store, "departamento", each.department), _shared(store, each),
         each.confidence, "; ".join(each.sources)]
        for each in found
    ]  # fmt: skip
    head = [t(f"territorio.column.{key}")
            for key in ("district", "department", "shared", "trust", "source")]  # fmt: skip
    return table(t(f"territorio.overlap.{one.level}", name=one.name), head, rows)


def _part(store: Store, one: Subject, each: Overlap) -> list[Component | str | None]:
    """Return one overlap: a link to the other territory, and what of it is shared."""
    department = territories.coded(store, "departamento", [each.department])
    district = territories.coded(store, "distrito_fiscal", [each.code])
    other = district if one.level == "departamento" else department
    beyond = _beyond(store, one, each) if one.level == "departamento" else ""
    unsure = t("territorio.overlap.unsure", trust=each.confidence)
    said = f" {_shared(store, each)}{beyond}{unsure if each.confidence != 'alta' else ''}"
    return [*map(link, other), ":", said]


def _shared(store: Store, each: Overlap) -> str:
    """Say what a distrito fiscal has of a departamento."""
    if each.whole:
        name = _named(store, "departamento", each.department)
        return t("territorio.overlap.whole", name=name)
    kinds = (("province", each.provinces), ("district", each.districts))
    parts = [
        t(f"territorio.overlap.{kind}{'' if len(names) == 1 else 's'}", names=joined(names))
        for kind, names in kinds
        if names
    ]
    return f"{joined(parts)}."


def _beyond(store: Store, one: Subject, each: Overlap) -> str:
    """Say that a distrito fiscal reaches into other departamentos, too."""
    codes = [o.department for o in composition.overlaps()
             if o.code == each.code and o.department != one.code]  # fmt: skip
    names = [other.name for other in territories.coded(store, "departamento", codes)]
    return f" {t('territorio.overlap.beyond', names=joined(names))}" if names else ""


def _named(store: Store, level: Level, code: str) -> str:
    return joined([one.name for one in territories.coded(store, level, [code])])
