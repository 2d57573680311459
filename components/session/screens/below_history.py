"""The screen of one indicator in red or fallen: who answers, its history, the reason given."""

from dash import html

from components import explained
from components.charts.status_strip import with_moved
from components.charts.views import Views
from components.format import number
from components.session.drawings import drawn
from components.session.screen import Screen, sources_of, values
from components.session.words import reached
from components.table import status
from components.text_width import lines
from components.texts import t
from data.codes import Light
from data.model import Indicador, SinReporte, Valor
from data.query.code_order import rank
from data.query.ordering import Pair
from data.store import Store

# A heading of the room: the width of its line and the size of its letters at 1024 by 768.
_WIDE, _LARGE = 952, 38.4
WORSE: tuple[Light, ...] = ("rojo", "ambar", "verde")


def before(store: Store, row: Valor) -> Valor | None:
    """Return the value of the year before from whose band this one fell, if it did."""
    found = store.values.get((row.codigo, row.anio - 1))
    if found is None or not {found.semaforo, row.semaforo} <= set(WORSE):
        return None
    return found if rank(WORSE, row.semaforo) < rank(WORSE, found.semaforo) else None


def reasons(store: Store, value: Valor) -> list[str]:
    """Return what the sources say of a result, first that the report counts it as missing."""
    missing = (value.codigo, value.anio) in store.exact(SinReporte)
    said = explained.sentences(store, value.codigo, value.anio) or [t("explained.no_reason")]
    return [t("explained.missing"), *said] if missing else said


def fallen(store: Store, value: Valor) -> str:
    """Say, after a state, from which band it fell; nothing where it did not."""
    old = before(store, value)
    return f", {t('sesion.fallen', light=t(f'lights.{old.semaforo}'))}" if old else ""


def history(views: Views, pair: Pair) -> Screen:
    """Return the screen of an indicator; its note has every name and reason whole."""
    store, (row, value) = views.store, pair
    who = explained.named(store, row, value.anio)
    heading = t("sesion.below", entity=who, code=row.codigo, value=reached(value), year=value.anio)
    view = views.of("indicador", views.filters.with_(codigo=row.codigo))
    # A long heading leaves the drawing room for one line of the name; the note has it whole.
    room = "cut-1" if len(lines(heading, _WIDE, _LARGE)) > 1 else "cut-2"
    name = html.P([status(value.semaforo), f"{fallen(store, value)}. {row.nombre}"], className=room)
    entity = store.entities.get(row.responsable)
    more = (
        [f"{row.codigo}. {row.nombre}", t("sesion.answers", entity=_full(store, row, value.anio))]
        if entity
        else []
    )
    target = t("sesion.pair", target=number(value.logro_esperado, row.unidad),
               value=number(value.valor_obtenido, row.unidad), year=value.anio)  # fmt: skip
    shown = {int(year) for year in view.frame["anio"]}
    years = [
        (store.then(row.codigo, past.anio), past)
        for past in store.history(row.codigo) if past.anio in shown
    ]  # fmt: skip
    said = reasons(store, value)
    return Screen(
        heading, [name, drawn(view), html.P(" ".join(said), className="cut-2")], sources_of(view),
        f"/indicadores/{row.codigo}", row.codigo, [*more, target, *said],
        {"valores": values(store, [pair]), "series": values(store, years)},
    )  # fmt: skip


def _full(store: Store, row: Indicador, year: int) -> str:
    """Return the whole name of who answers, with the entity to which it passed."""
    known = store.entities
    other = known.get(explained.moved_to(store, row.codigo, year))
    return with_moved(known[row.responsable].nombre, other.nombre if other else "")
