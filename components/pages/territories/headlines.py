"""The sentences that head the page of a territory: its latest figures, and what limits them."""

from components.format import joined, number, percent, span
from components.texts import t
from data.query import territories, territory_page, territory_record
from data.query.people import FEW
from data.query.territories import Subject
from data.query.territory_record import Record
from data.store import Store
from geo import composition


def headline(store: Store, one: Subject) -> str:
    """Return the last whole year of the register of a territory as a title."""
    row = territory_record.last(territory_record.yearly(store, one), whole=True)
    stem = f"territorio.headline.{one.level}"
    if row is None:
        return t(f"{stem}_nothing", name=one.name)
    if row["valor"] is None:
        return t(f"{stem}_none", name=one.name, year=row["anio"])
    return t(stem, name=one.name, counted=_counted(row), year=row["anio"])


def lead(store: Store, one: Subject) -> str:
    """Return what else the figures say in words: share, rate, place, the year that is not whole."""
    rows = territory_record.yearly(store, one)
    whole = territory_record.last(rows, whole=True)
    part = territory_record.last(rows, whole=False)
    said = [_weighed(whole)] if whole and whole["valor"] is not None else []
    if part and part["valor"] is not None:
        period = span(part["periodo_inicio"], part["periodo_fin"])
        said.append(t("territorio.part", period=period, counted=_counted(part)))
    if one.level == "departamento":
        said.append(prosecuted(store, one))
    return " ".join(filter(None, [*said, t("territorio.limit")]))


def _counted(row: Record) -> str:
    noun = t("counted_one.denuncias") if row["valor"] == 1 else t("counted.denuncias")
    return f"{number(row['valor'])} {noun}"


def _weighed(row: Record) -> str:
    """Return the share of the country, the rate and the place of a figure; all of them ours."""
    said = t("territorio.share", share=percent(row["porcentaje"]), total=number(row["total_pais"]))
    if row["tasa"] is not None:
        key = "rate_few" if row["valor"] < FEW else "rate"
        return f"{said} {t(f'territorio.{key}', rate=number(row['tasa']))}"
    return f"{said}{t('territorio.no_rate', year=row['anio'])}"


def prosecuted(store: Store, one: Subject) -> str:
    """Say what the prosecutors count in the districts that have a part of a departamento."""
    found = [
        (district.name, row)
        for district in territory_page.districts(store, one)
        if (row := territory_record.last(territory_record.yearly(store, district), whole=True))
    ]
    known = [f"{name}, {number(row['valor'])}" for name, row in found if row["valor"] is not None]
    if not known:
        return ""
    key = "prosecuted_one" if len(known) == 1 else "prosecuted"
    return t(f"territorio.{key}", year=found[0][1]["anio"], figures=joined_apart(known))


def joined_apart(parts: list[str]) -> str:
    """Join parts that have commas of their own."""
    return joined([f"{'; '.join(parts[:-1])};", parts[-1]]) if len(parts) > 1 else "".join(parts)


def departments(store: Store, one: Subject) -> list[Subject]:
    """Return the departamentos of which a distrito fiscal has a part."""
    codes = [each.department for each in composition.overlaps() if each.code == one.code]
    return territories.coded(store, "departamento", codes)
