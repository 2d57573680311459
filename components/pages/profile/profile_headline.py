"""The headline of the profile: one finding with its period, who publishes it and its base."""

from dash import html
from dash.development.base_component import Component

from components.charts.profile import base
from components.charts.profile_rows import who
from components.format import count, number, span
from components.texts import t
from data.model import Incidencia, Periodo
from data.query import profile_groups, profiles
from data.query.filters import Filters
from data.query.profile_groups import Group
from data.store import Store
from data.text_normalisation import plain

_PRESUMED = "presuntas víctimas"


def headline(store: Store, filters: Filters, found: list[Group]) -> str:
    """Say the largest sex and, where ages are not split by sex, the largest age."""
    most = _most(found)
    if "sexo" not in most:
        return _elsewhere(store, profiles.period(store, "victimas", filters.periodo))
    said = _sex(store, *most["sexo"])
    return _age(store, said, *most["edad"]) if "edad" in most else said


def _sex(store: Store, group: Group, row: Incidencia) -> str:
    """Say the largest sex, of the victims or of the complaints by their victim."""
    said = _said(store, group, row)
    if group.base.base_unidad == "denuncias":
        said["total"] = count(int(group.whole), t("perfil.complaint"), t("perfil.complaints"))
        person = row.categoria.rpartition(": ")[2].lower()
        return t(f"perfil.headline_complaints_{_kind(row)}", person=person, **said)
    people = _slug(row.categoria)
    return t(f"perfil.headline_{_kind(row)}", people=t(f"perfil.people.{people}"), **said)


def _age(store: Store, first: str, group: Group, row: Incidencia) -> str:
    said = _said(store, group, row)
    return t(f"perfil.headline_age_{_kind(row)}", first=first, age=row.categoria, **said)


def _said(store: Store, group: Group, row: Incidencia) -> dict[str, str]:
    """Return a figure, what it counts, of how many and when, as the headlines say it."""
    unknown = t("perfil.no_amount")
    return {
        "value": number(row.valor, row.unidad),
        "total": number(group.whole),
        "what": _what(group),
        "period": _moment(store, row.periodo),
        "known": unknown if group.base.base_unidad.endswith(unknown) else "",
    }


def _kind(row: Incidencia) -> str:
    return "pct" if row.unidad == "%" else "n"


def _elsewhere(store: Store, period: str) -> str:
    """Say what of the period is there where the sex of the victims is not."""
    when, found = named(store, period), profile_groups.groups(store, "denuncias", period)
    if not found or found[0].base.unidad == "%":
        return t("perfil.headline_none", period=when)
    first = found[0]
    total = number(first.whole)
    return t("perfil.headline_other", title=first.base.titulo, total=total, period=when)


def _most(found: list[Group]) -> dict[str, tuple[Group, Incidencia]]:
    """Return the largest sex and the largest age, if they speak of all the victims.

    An age that the source writes without its years («Menores de 13 años») is no age to tell.
    """
    most: dict[str, tuple[Group, Incidencia]] = {
        group.base.desagregacion: (group, max(_known(group), key=lambda row: row.valor or 0))
        for group in found
        if group.base.desagregacion == "sexo" or _of_all_victims(group)
    }
    if "edad" in most and not most["edad"][1].categoria[0].isdigit():
        del most["edad"]
    return most


def _known(group: Group) -> list[Incidencia]:
    return [row for row in group.rows if not profile_groups.unknown(row.categoria)]


def _of_all_victims(group: Group) -> bool:
    base = group.base
    plain_ages = any(row.categoria[0].isdigit() for row in group.rows)
    return base.desagregacion == "edad" and base.base_unidad != "denuncias" and plain_ages


def _what(group: Group) -> str:
    """Name what the figures count: victims, presumed victims or rescued victims."""
    base = group.base
    name = "presumed" if base.base_unidad.startswith(_PRESUMED) else base.indicador
    scope = group.rows[0].categoria.rpartition(": ")[0].lower()
    return t(f"perfil.registered.{name}") + (f" ({scope})" if scope else "")


def grounds(store: Store, found: list[Group]) -> Component | None:
    """Say who publishes the figures of the headline and on what base."""
    parts = [
        t(
            "perfil.grounds",
            what=t(f"perfil.what.{name}"),
            who=who(store.sources[group.base.fuente].institucion),
            base=base(group.base.model_dump()),
        )
        for name, (group, _) in _most(found).items()
    ]
    return html.P(" ".join(parts), className="over") if parts else None


def _slug(category: str) -> str:
    return plain(category.rpartition(": ")[2]).replace(" ", "-")


def named(store: Store, code: str) -> str:
    """Return a period by its code, as it is written on the page."""
    row = next((row for row in store.rows(Periodo) if row.codigo == code), None)
    return span(row.inicio, row.fin) if row else span(None, None)


def _moment(store: Store, code: str) -> str:
    written = named(store, code)
    kind = "months" if " " in written else "years"
    return t(f"perfil.in_{kind}", period=written)
