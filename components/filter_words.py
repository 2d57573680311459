"""The words of each value of a filter: for controls, titles, embeds and tables alike."""

from components.format import joined, span
from components.institution_names import short_name
from components.texts import known, t
from data.codes import REPORT, Document
from data.model import Entidad, FraseRuta, Periodo, Ruta
from data.query import route_pairs, territory_names
from data.query.filters import Filters
from data.query.store_cache import per_store
from data.store import Store
from data.text_normalisation import slug

# The table of texts that has the words of each filter.
FAMILIES = {
    "sector": "sectors",
    "eje": "axes",
    "semaforo": "lights",
    "medida": "filters.measure",
    "severidad": "metodologia.severity",
}


def named(store: Store, code: str) -> str:
    """Return a code with what it names: an indicator and its unit, an action, an objective."""
    indicator = store.indicators.get(code)
    if indicator:
        unit = t("ficha.unit_pct") if indicator.unidad == "%" else t("ficha.unit_n")
        return f"{code} · {indicator.nombre.rstrip('.')} ({unit})"
    action = store.actions.get(code)
    return f"{code} · {action.texto.rstrip('.')}" if action else code


def chosen_word(name: str, value: str) -> str:
    """Return the word of a chosen value: of the texts, the initials of an entity, else itself."""
    if name == "documento":
        return _document(value)
    key = f"{FAMILIES[name]}.{value}" if name in FAMILIES else ""
    if known(key):
        return t(key)
    return value.upper() if name == "entidad" else value


def document(store: Store, code: Document) -> str:
    """Return the short name of a document; one without, the title that the sources give it."""
    short = _document(code)
    return store.sources[code].documento if short == code in store.sources else short


def _document(code: Document) -> str:
    if code.startswith(REPORT):
        return t("documents.report", year=code.removeprefix(REPORT))
    return t(f"documents.{code}") if known(f"documents.{code}") else code


def word(name: str, value: str) -> str:
    """Return the word of a value of a filter; its code, spaced, where the texts have none."""
    found = chosen_word(name, value)
    return found.replace("-", " ") if found == value else found


def label(store: Store, name: str, value: str) -> str:
    """Return the word of a value, with the names that the tables give to codes and places."""
    if name == "codigo":
        return named(store, value)
    if name == "documento":
        return document(store, value)
    if name == "tipo":
        return t(f"charts.rutas.key_{value}")
    plain = value if name in ("anio", "periodo") else word(name, value)
    return _spelled(store, name).get(value, plain)


@per_store
def _spelled(store: Store, name: str) -> dict[str, str]:
    if name in ("lugar", "comparar"):
        return territory_names.places(store) | route_pairs.places(store.rows(Ruta))
    if name == "zona":
        return {slug(row.zona): row.zona for row in store.rows(FraseRuta) if row.zona}
    if name == "periodo":
        return {row.codigo: span(row.inicio, row.fin) for row in store.rows(Periodo)}
    if name == "entidad":
        return {row.sigla.lower(): short_name(row) for row in store.rows(Entidad)}
    return {}


def chosen(store: Store, filters: Filters) -> str:
    """Return what is chosen, in words: the indicator with its name and unit, the filters."""
    parts = [named(store, filters.codigo)] if filters.codigo else []
    for name in ("sector", "entidad", "eje", "semaforo"):
        parts += [label(store, name, value) for value in getattr(filters, name)]
    for name in ("tipo", "zona", "lugar", "comparar"):
        if value := getattr(filters, name):
            parts.append(f"{t(f'filters.{name}')}: {label(store, name, value)}")
    return joined(parts)
