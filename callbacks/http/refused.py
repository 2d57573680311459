"""What is asked for and not given, because something else would be given for it."""

from typing import Any

from flask import request
from werkzeug.exceptions import HTTPException

from components.charts.chart import address
from components.texts import t
from data.query.filters import Filters, Remark
from data.query.query_string import pairs
from data.store import Store
from data.text_normalisation import legible

_NAMED = 12
_LONGEST = 80


class Refused(HTTPException):
    """An answer that is refused in words: why, what a program reads beside, the way on."""

    def __init__(self, code: int, said: str, more: dict[str, Any], way: str = "") -> None:
        """Keep the words; `way` is the address of what can be had instead."""
        super().__init__(said)
        self.code, self.more, self.way = code, more, way


def unkept(store: Store, version: str, filters: Filters) -> Refused:
    """Refuse a version of the data that is not kept: 410 if it was once, else 404."""
    gone = version in store.retired
    code, name = (410 if gone else 404), legible(version[:_LONGEST])
    today = address(request.path, filters.with_(corte="").to_query())
    more = {"parametro": "corte", "valor": name, "aceptados": store.vocabulary.values("corte"),
            "hoy": today}  # fmt: skip
    return Refused(code, t(f"errors.{code}.version", name=name), more, today)


def unshown(store: Store) -> Refused | None:
    """Refuse to show a kept version where the board of today cannot: its tables still are there.

    None for the data of today, which must be shown.
    """
    version = dict(pairs(request.environ.get("QUERY_STRING", ""))).get("corte", "")
    if version == store.version or version not in store.versions:
        return None
    tables = f"/datos/todo.zip?corte={version}"
    more = {"parametro": "corte", "valor": version, "tablas": tables}
    said = t("errors.404.unshown", version=version, tables=tables)
    return Refused(404, said, more, request.path)


def unusable(store: Store, remark: Remark) -> Refused:
    """Refuse a file whose address says what no filter takes."""
    name, value = remark.name, legible(remark.value[:_LONGEST])
    accepted = store.vocabulary.values(name)
    named = ", ".join(accepted[:_NAMED])
    if len(accepted) > _NAMED:
        named = t("errors.400.some", named=named, amount=len(accepted) - _NAMED)
    reason = t(f"errors.400.{remark.kind}", name=name, value=value)
    said = t("errors.400.accepted", reason=reason, named=named) if accepted else reason
    more = {"parametro": name, "valor": value, "motivo": reason, "aceptados": accepted}
    return Refused(400, said, more)


def check_kept(store: Store, remarks: list[Remark], filters: Filters) -> None:
    """Refuse an address of which the version cannot be honoured, whatever it is of."""
    for remark in remarks:
        if remark.name == "corte" and remark.value != filters.corte:
            raise unkept(store, remark.value, filters)
