"""The pages of the agreements: the list and each one, with what was typed and is not kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from flask import request
from sqlalchemy import Connection

from callbacks.registro.pages import page
from callbacks.registro.visit import today
from data.registro.agreements.commission_sessions import sessions
from data.registro.agreements.current import Agreement, find, listed, seen
from data.registro.agreements.duties import DECISIONS, DUTIES
from data.registro.agreements.said import MOST
from data.registro.agreements.wording import ENTITY
from data.registro.extensions import entities
from data.registro.rights import Person, puede

LIST = "/acuerdos"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says besides what is kept: a notice, faults, and a form with what was typed."""

    notice: str = ""
    faults: tuple[str, ...] = ()
    form: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)


NOTHING = Shown()


def write_list(connection: Connection, who: Person, shown: Shown = NOTHING) -> str:
    """Return the page of every agreement that a person may see."""
    found = seen(connection, who)
    open_ones = [one for one in found if any(_open(one))]
    groups = {"abiertos": open_ones, "cumplidos": [one for one in found if one not in open_ones]}
    return page("agreements.html", grupos=[pair for pair in groups.items() if pair[1]],
                **_common(connection, who, shown))  # fmt: skip


def write_one(connection: Connection, who: Person, number: int, shown: Shown = NOTHING) -> str:
    """Return the page of an agreement; NotFoundError for who may not see it."""
    one = find(connection, who, number)
    can = {each.entidad: tuple(dict.fromkeys(action for _, action in DUTIES
                                             if puede(who, action, each.duty)))
           for each in one.cargos if each.vigente}  # fmt: skip
    return page("agreement.html", acuerdo=one, acciones=can, decisiones=DECISIONS,
                sueltos=_loose(shown, can), lleno=_filled(one),
                **_common(connection, who, shown))  # fmt: skip


def _common(connection: Connection, who: Person, shown: Shown) -> dict[str, object]:
    return {"sesiones": list(sessions(connection).values()), "entidades": entities(connection),
            "escribe": puede(who, "escribir-acuerdos"), "largos": MOST, "hoy": today(),
            "aviso": shown.notice, "fallos": shown.faults, "abierto": shown.form,
            "escrito": shown.typed, "aqui": LIST if request.path == LIST else ""}  # fmt: skip


def _open(one: Agreement) -> Iterator[bool]:
    return (each.estado != "cumplido" for each in one.cargos if each.vigente)


def _filled(one: Agreement) -> dict[str, str]:
    """Return the form that corrects an agreement, filled with what is in force."""
    now = one.vigente
    return {"sesion": now.sesion, "texto": now.texto, "plazo": str(now.plazo),
            "indicadores": ", ".join(one.indicadores),
            **{f"{ENTITY}{entity}": "si" for entity in listed(now.entidades)}}  # fmt: skip


def _loose(shown: Shown, can: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return what was typed in a form that is no longer on the page: it is still to be read."""
    action, _, entity = shown.form.partition("-")
    if not entity or action in can.get(entity, ()):
        return []
    return [shown.typed[name] for name in ("hecho", "razon") if shown.typed.get(name)]


def form_of(connection: Connection, who: Person, place: str, shown: Shown) -> str:
    """Return the page of the form that is sent to an address, with what was typed in it."""
    first, _, rest = place.removeprefix(LIST).strip("/").partition("/")
    one = first.isdecimal()
    action, entity = rest if one else first, shown.typed.get("entidad", "")
    number = shown.typed.get("numero", "")
    named = {"": "acuerdo", "seguimiento": f"seguir-{entity}",
             "sesiones": f"sesion-{number if number in sessions(connection) else ''}"}  # fmt: skip
    told = replace(shown, form=named.get(action, f"{action}-{entity}"))
    return (
        write_one(connection, who, int(first), told) if one else write_list(connection, who, told)
    )
