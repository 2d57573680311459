"""The headline of the profile: one finding with its period, who publishes it and its base."""

from dash import html
from dash.development.base_component import Component

from components.charts.profile import base, who
from components.format import number, span
from components.texts import t
from data import profile
from data.filters import Filters
from data.model import Incidencia, Periodo
from data.profile import Group
from data.spelling import plain
from data.store import Store


def headline(store: Store, filters: Filters, found: list[Group]) -> str:
    """Say the largest sex and, where ages are not split by sex, the largest age."""
    most = _most(found)
    if "sexo" not in most:
        return _elsewhere(store, profile.period(store, "victimas", filters.periodo))
    group, row = most["sexo"]
    kind, people = "pct" if row.unidad == "%" else "n", _slug(row.categoria)
    said = t(
        f"perfil.headline_{kind}",
        value=number(row.valor, row.unidad),
        total=number(group.whole),
        what=_what(group),
        period=_moment(store, row.periodo),
        people=t(f"perfil.people.{people}"),
    )
    if "edad" not in most:
        return said
    oldest = most["edad"][1]
    value, when = number(oldest.valor, oldest.unidad), _moment(store, oldest.periodo)
    return t("perfil.headline_age", first=said, value=value, period=when, age=oldest.categoria)


def _elsewhere(store: Store, period: str) -> str:
    """Say what of the period is there where the sex of the victims is not."""
    when, found = named(store, period), profile.groups(store, "denuncias", period)
    if not found or found[0].base.unidad == "%":
        return t("perfil.headline_none", period=when)
    first = found[0]
    total = number(first.whole)
    return t("perfil.headline_other", title=first.base.titulo, total=total, period=when)


def _most(found: list[Group]) -> dict[str, tuple[Group, Incidencia]]:
    """Return the largest sex and the largest age, if they speak of all the victims."""
    return {
        group.base.desagregacion: (group, max(_known(group), key=lambda row: row.valor or 0))
        for group in found
        if group.base.desagregacion == "sexo" or _of_all_victims(group)
    }


def _known(group: Group) -> list[Incidencia]:
    return [row for row in group.rows if not profile.unknown(row.categoria)]


def _of_all_victims(group: Group) -> bool:
    base = group.base
    plain_ages = any(row.categoria[0].isdigit() for row in group.rows)
    return base.desagregacion == "edad" and base.base_unidad != "denuncias" and plain_ages


def _what(group: Group) -> str:
    """Name what the figures count: victims, rescued victims, or complaints by their victim."""
    base = group.base
    name = "complaints" if base.base_unidad == "denuncias" else base.indicador
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
