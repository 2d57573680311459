"""Agreements: written and corrected by the Secretaría, followed up by each entity, confirmed."""

import itertools
from datetime import date

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from data.registro.agreements import minutes
from data.registro.agreements.duties import DUTIES, TURNS, Duty
from data.registro.agreements.said import AgreementError
from data.registro.database import connect, reading, writing
from data.registro.moves import ConflictError, ForbiddenError
from data.registro.reports import NotFoundError
from data.registro.rights import puede
from data.registro.schema import roles
from data.registro.schema.agreements import (
    acuerdo,
    acuerdo_version,
    decision,
    seguimiento,
    sesion_version,
)
from data.registro.screening.texts import PrivateTextError
from tests.registro.acts import PEOPLE
from tests.registro.agreed import (
    AGREED,
    DAY,
    DONE,
    OFFICER,
    SESSION,
    agree,
    correct,
    decide,
    follow,
    look,
)
from tests.registro.conftest import at
from tests.registro.ledger import outside

GOING = DONE | {"cumplido": "", "hecho": "Se redactó."}
# What is done, one after the other, and where it leaves the entity.
PATHS = (
    ((), "pendiente"),
    (("sigue",), "en-curso"),
    (("hecho",), "por-confirmar"),
    (("hecho", "sigue"), "en-curso"),
    (("hecho", "confirmar"), "cumplido"),
    (("hecho", "devolver"), "en-curso"),
    (("hecho", "devolver", "hecho"), "por-confirmar"),
    (("hecho", "confirmar", "reabrir"), "en-curso"),
    (("hecho", "confirmar", "reabrir", "hecho", "confirmar"), "cumplido"),
)


def walk(engine, number, steps):
    for n, step in enumerate(steps):
        if step in ("sigue", "hecho"):
            said = GOING if step == "sigue" else DONE
            follow(engine, number, said | {"hecho": f"Paso {n}."})
        else:
            decide(engine, number, step)


@pytest.mark.parametrize(("steps", "state"), PATHS)
def test_each_step_leaves_the_entity_where_the_table_says_and_nothing_else_is_done(
    engine, steps, state
):
    number = agree(engine)
    walk(engine, number, steps)
    charge = look(engine, number).charge("PNP")
    assert charge.estado == state
    assert len(charge.seguimientos) == sum(step in ("sigue", "hecho") for step in steps)
    for action in {turn.accion for turn in TURNS} - {turn.accion for turn in TURNS
                                                     if turn.de == state}:  # fmt: skip
        turn = (lambda: follow(engine, number, GOING)) if action == "seguir" else (
            lambda action=action: decide(engine, number, action, reason="Otro."))  # fmt: skip
        with pytest.raises(ConflictError):
            turn()
    assert outside(engine) == []


def test_only_the_roles_of_the_table_and_never_who_wrote_it(engine):
    for (state, action), turn in DUTIES.items():
        for name, who in PEOPLE.items():
            held = {one.rol for one in who.designaciones if action != "seguir"
                    or one.entidad == "PNP"} & set(turn.quien)  # fmt: skip
            assert puede(who, action, Duty("PNP", state)) is bool(held), (name, action)
    both = PEOPLE["todo"]
    number = agree(engine)
    follow(engine, number, who=both)
    for action in ("confirmar", "devolver"):
        with pytest.raises(ForbiddenError):
            decide(engine, number, action, who=both)
    with pytest.raises(ForbiddenError):
        follow(engine, number, GOING, who=PEOPLE["lector"])
    for name in ("registrador", "revisor", "lector", "administrador"):
        with pytest.raises(ForbiddenError), writing(engine) as connection:
            minutes.write(connection, PEOPLE[name], SESSION, DAY)
    decide(engine, number, "confirmar")


def test_what_is_given_back_or_opened_again_says_why(engine):
    number = agree(engine)
    follow(engine, number)
    with pytest.raises(AgreementError, match="Motivo"):
        decide(engine, number, "devolver", reason=" ")
    decide(engine, number, "confirmar", reason="")
    with pytest.raises(AgreementError, match="Motivo"):
        decide(engine, number, "reabrir", reason="")


def test_a_correction_keeps_what_was_there_and_says_why(engine):
    number = agree(engine)
    other = AGREED | {"texto": "Publicar y difundir", "entidad_MP": "si", "_n": "1"}
    with pytest.raises(AgreementError, match="Motivo"):
        correct(engine, number, other)
    correct(engine, number, other | {"motivo": "Así dice el acta."})
    correct(engine, number, other | {"motivo": "Así dice el acta."})
    with pytest.raises(AgreementError, match="No cambia nada"):
        correct(engine, number, other | {"_n": "2", "motivo": "Otra vez."})
    with pytest.raises(ConflictError):
        correct(engine, number, AGREED | {"_n": "1", "motivo": "Vuelvo a lo de antes."})
    now = look(engine, number)
    assert [row.texto for row in now.versiones] == [other["texto"], AGREED["texto"]]
    assert [one.entidad for one in now.cargos] == ["MP", "PNP"]
    gone = {name: said for name, said in other.items() if name != "entidad_PNP"}
    correct(engine, number, gone | {"_n": "2", "motivo": "Solo el MP."})
    with pytest.raises(NotFoundError):
        follow(engine, number)
    assert [one.entidad for one in look(engine, number).cargos if one.vigente] == ["MP"]
    assert look(engine, number, OFFICER).cargos == (), "who was told still sees that it changed"


@pytest.mark.parametrize("wrong", [
    {"sesion": "9"}, {"texto": " "}, {"texto": "x" * 2001}, {"entidad_PNP": ""}, {"plazo": "ayer"},
    {"entidad_NADIE": "si"}, {"plazo": "2025-02-28"}, {"indicadores": "IOP.99.99"},
    {"texto": "Con una marca \u202e oculta"},
])  # fmt: skip
def test_an_agreement_that_could_not_be_published_is_not_written(engine, wrong):
    agree(engine, AGREED | {"texto": "Otro"})
    with pytest.raises(AgreementError):
        agree(engine, AGREED | wrong)
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(acuerdo)).scalar_one() == 1


def test_the_same_agreement_twice_is_one_and_another_of_the_same_words_is_refused(engine):
    number = agree(engine)
    assert agree(engine) == number
    with pytest.raises(AgreementError, match=f"es el {number}"):
        agree(engine, AGREED | {"texto": "Publicar  el protocolo, con su anexo", "entidad_MP": "x"})
    assert agree(engine, AGREED | {"entidad_PNP": "", "entidad_MP": "si"}) != number


def test_a_session_is_told_once_and_corrected_with_a_reason(engine):
    agree(engine)
    with pytest.raises(AgreementError, match="ya está escrita"):
        agree(engine, session=SESSION | {"acta": "Otra"})
    for wrong in ({"fecha": "2026-01-01"}, {"fecha": "x"}, {"acta": " "}, {"fuente": ""},
                  {"numero": ""}):  # fmt: skip
        with pytest.raises(AgreementError):
            agree(engine, session={**SESSION, "numero": "2"} | wrong)
    with pytest.raises(AgreementError, match="Motivo"):
        agree(engine, session=SESSION | {"acta": "Otra", "_n": "1"})
    late = SESSION | {"fecha": "2025-07-01", "_n": "1", "motivo": "Fue después."}
    with pytest.raises(AgreementError, match="vencería antes"):
        agree(engine, session=late)
    agree(engine, session=SESSION | {"acta": "Otra", "_n": "1", "motivo": "Error."})
    with pytest.raises(ConflictError):
        agree(engine, session=SESSION | {"acta": "Tercera", "_n": "1", "motivo": "Error."})
    with reading(engine) as connection:
        held = connection.execute(select(sesion_version.c.acta).order_by(sesion_version.c.n))
        assert held.scalars().all() == [SESSION["acta"], "Otra"]


PRIVATE = "La menor Rosa Quispe (15), DNI 45879632"


def test_nothing_is_kept_of_what_identifies_a_person(engine):
    number = agree(engine)
    follow(engine, number)
    for turn in (lambda: agree(engine, AGREED | {"texto": PRIVATE}),
                 lambda: agree(engine, session=SESSION | {"acta": PRIVATE, "numero": "2"}),
                 lambda: correct(engine, number, AGREED | {"_n": "1", "motivo": PRIVATE}),
                 lambda: follow(engine, number, DONE | {"hecho": PRIVATE}),
                 lambda: decide(engine, number, "devolver", reason=PRIVATE)):  # fmt: skip
        with pytest.raises(PrivateTextError):
            turn()


def test_a_follow_up_is_of_a_day_that_was_and_pressed_twice_is_one(engine):
    number = agree(engine)
    for wrong in ({"fecha_hecho": "2025-02-28"}, {"fecha_hecho": "2025-07-02"}, {"hecho": ""}):
        with pytest.raises(AgreementError):
            follow(engine, number, DONE | wrong)
    follow(engine, number)
    follow(engine, number)
    assert len(look(engine, number).charge("PNP").seguimientos) == 1
    with pytest.raises(NotFoundError):
        follow(engine, number, DONE | {"entidad": "MP"})
    one = look(engine, number)
    assert one.overdue(one.charge("PNP"), date(2025, 7, 1))
    assert not one.overdue(one.charge("PNP"), date(2025, 6, 30))


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request):
    return request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")


def test_the_database_refuses_to_change_what_was_said_and_who_confirms_himself(base):
    number = agree(base, AGREED | {"texto": "De la base"})
    follow(base, number)
    last = look(base, number).charge("PNP").seguimientos[-1].dicho
    own = {"seguimiento": last.id, "entidad": "PNP", "accion": "confirmar", "autor": last.autor,
           "momento": last.momento}  # fmt: skip
    for line, words in (
        (insert(decision).values(own), "nadie decide"),
        (insert(decision).values(own | {"autor": 5, "accion": "devolver"}), "motivada"),
        *((line, "no se cambia") for table in (acuerdo_version, seguimiento, sesion_version)
          for line in (update(table).values(autor=5), delete(table))),
    ):  # fmt: skip
        with pytest.raises(DBAPIError, match=words), writing(base) as connection:
            connection.execute(line)


def test_an_entity_sees_its_own_for_the_database_too(postgres, cluster):
    base = connect(at(cluster, roles.APP))
    both = AGREED | {"texto": "De las dos", "entidad_MP": "si"}
    number = agree(base, both)
    agree(base, AGREED | {"texto": "De la otra", "entidad_PNP": "", "entidad_MP": "si"})
    foreign = PEOPLE["otra entidad"]
    follow(base, number)
    follow(base, number, DONE | {"entidad": "MP"}, foreign)
    decide(base, number, "confirmar")
    for who, table in itertools.product((OFFICER, foreign), (acuerdo, acuerdo_version)):
        with reading(base, who.actor) as connection:
            named = connection.execute(select(table.c.entidades)).scalars().all()
        own = who.designaciones[0].entidad
        assert named
        assert all(own in one.split(";") for one in named)
    with reading(base, foreign.actor) as connection:
        rows = connection.execute(select(seguimiento.c.entidad)).scalars().all()
        assert rows == ["MP"]
        assert connection.execute(select(decision.c.entidad)).all() == []
    assert look(base, number).charge("PNP").estado == "cumplido"
    assert look(base, number, foreign).charge("MP").estado == "por-confirmar"
    cells = {"acuerdo": number, "n": 1, "entidad": "PNP", "texto": "x", "fecha": DAY}
    more = {"cumplido": True, "autor": foreign.id, "momento": func.current_timestamp()}
    line = insert(seguimiento).values(cells | more)
    with pytest.raises(DBAPIError, match="row-level"), writing(base, foreign.actor) as connection:
        connection.execute(line)
    base.dispose()
