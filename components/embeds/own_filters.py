"""The filters of one chart as a form that works without JavaScript."""

from html import escape

from components.charts.base import Chart
from components.embeds.options import Options
from components.embeds.view import View, named, word
from components.texts import known, t
from data.filters import Filters
from data.remembered import per_store
from data.store import Store

_STARTING = frozenset({"anio", "codigo"})


def form(view: View, options: Options) -> str:
    """Return one list per filter that the chart heeds, with the values that leave it rows."""
    fields = "".join(_field(view, name) for name in view.chart.narrows)
    if not fields:
        return ""
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (("corte", view.filters.corte), *_how(options))
        if value
    )
    return (
        f'<form class="own-filters" method="get" action="/incrustar/{view.chart.slug}" '
        f'aria-label="{t("filters.title")}">{fields}{kept}'
        f'<button type="submit">{t("filters.apply")}</button></form>'
    )


def _how(options: Options) -> list[tuple[str, str]]:
    theme = "" if options.tema == "claro" else options.tema
    return [("tema", theme), ("controles", "1"), ("alto", str(options.alto or ""))]


def _field(view: View, name: str) -> str:
    values = offered(view.chart, view.store, name)
    if len(values) < 2:
        return ""
    chosen = getattr(view.filters, name)
    single = chosen[0] if isinstance(chosen, tuple) and chosen else str(chosen or "")
    shown = "".join(
        f'<option value="{escape(value)}"{" selected" if value == single else ""}>'
        f"{escape(_label(view.store, name, value))}</option>"
        for value in values
    )
    empty = t("embed.by_default") if name in _STARTING else t("filters.any")
    label = t(f"filters.{name}") if known(f"filters.{name}") else name.capitalize()
    return (
        f"<label><span>{label}</span>"
        f'<select name="{name}"><option value="">{empty}</option>{shown}</select></label>'
    )


def _label(store: Store, name: str, value: str) -> str:
    if name == "codigo":
        return named(store, value)[:80]
    return value if name in ("anio", "periodo") else word(name, value)


def offered(chart: Chart, store: Store, name: str) -> tuple[str, ...]:
    """Return the values of a filter under which the chart has rows, in order."""
    return _offered(store, chart, name)


@per_store
def _offered(store: Store, chart: Chart, name: str) -> tuple[str, ...]:
    values = sorted(getattr(store.vocabulary, name))
    if name == "anio":
        return tuple(reversed(values))
    return tuple(value for value in values if len(chart.select(store, _only(name, value))))


def _only(name: str, value: str) -> Filters:
    many = isinstance(getattr(Filters(), name), tuple)
    return Filters().with_(**{name: (value,) if many else value})
