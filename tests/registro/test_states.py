"""The table of transitions over a real database: no path that it does not have."""

import itertools
import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import event, func, select

from data.registro.chain import verify
from data.registro.closing import close
from data.registro.database import connect, reading, writing
from data.registro.moves import (
    ConflictError,
    ForbiddenError,
    ImpossibleError,
    MoveError,
    UnmetError,
)
from data.registro.reports import NotFoundError, find, listed
from data.registro.rights import Subject, puede
from data.registro.schema.reports import reporte
from data.registro.schema.review import transicion
from data.registro.states import ACTIONS, MOVES, TABLE, openers
from data.registro.vocabulary import STATES
from tests.registro.acts import (
    CLOSED,
    CODE,
    IN_TIME,
    LATE,
    PEOPLE,
    VALID,
    act,
    answer_all,
    save,
    seen,
    state_of,
)
from tests.registro.conftest import PERIOD, person

ROUND = [
    ("registrador", "guardar"),
    ("responsable", "enviar"),
    ("revisor", "tomar"),
    ("revisor", "recomendar"),
    ("aprobador", "aprobar"),
    ("aprobador", "publicar"),
]


def walk(engine, upto=None):
    for who, action in itertools.islice(ROUND, upto):
        act(engine, PEOPLE[who], action)
    return seen(engine, PEOPLE["lector"])


def test_many_reports_cost_as_many_questions_as_one(engine):
    walk(engine, 3)
    counted = []
    event.listen(engine, "before_cursor_execute", lambda *said: counted.append(said[2]))
    asked = re.compile("SELECT")
    costs = []
    for name in ("registrador", "lector"):
        with reading(engine) as connection:
            counted.clear()
            found = listed(connection, PEOPLE[name])
            costs.append(len(list(filter(asked.match, counted))))
            mine = next(one for one in found if one.codigo == CODE)
            assert mine.subject == find(connection, PEOPLE[name], PERIOD, CODE).subject
            assert mine.subject.autores == {PEOPLE["registrador"].id, PEOPLE["responsable"].id}
            assert mine.subject.revisores == {PEOPLE["revisor"].id}
        assert len(found) == (8 if name == "registrador" else 50)
    assert costs[0] == costs[1] <= 3


def test_every_state_can_be_reached_and_every_lock_says_who_opens_it():
    assert {move.a for move in MOVES} | {"pendiente"} == set(STATES)
    assert len(TABLE) == len(MOVES)
    assert {move.accion for move in MOVES} == set(ACTIONS)
    for state in STATES:
        assert openers(state) or state == "anulado"


def test_publishing_cannot_skip_the_approval_nor_the_review():
    into = {state: {move.de for move in MOVES if move.a == state and move.de != state}
            for state in STATES}  # fmt: skip
    assert into["publicado"] == {"aprobado"}
    assert into["aprobado"] == {"recomendado"}
    assert into["recomendado"] == {"en-revision"}
    assert into["en-revision"] == {"enviado", "recomendado"}


def test_a_report_goes_round_and_is_corrected_without_being_lost(engine):
    report = walk(engine)
    assert report.estado == "publicado"
    assert report.a_tiempo is True
    act(engine, PEOPLE["responsable"], "corregir")
    again = seen(engine, PEOPLE["responsable"])
    assert (again.estado, again.serie) == ("borrador", 2)
    assert state_of(engine, report.id).estado == "publicado"
    walk(engine)
    public = [state_of(engine, number) for number in (report.id, again.id)]
    assert [row.estado for row in public] == ["publicado", "publicado"]
    assert [row.sustituido_por for row in public] == [again.id, None]
    with reading(engine) as connection:
        assert list(verify(connection)) == []


def test_an_observed_report_keeps_its_punctuality_and_a_withdrawn_one_does_not(engine):
    walk(engine, 3)
    act(engine, PEOPLE["revisor"], "observar")
    with pytest.raises(UnmetError, match="Responda"):
        act(engine, PEOPLE["responsable"], "enviar", LATE)
    answer_all(engine, PEOPLE["registrador"])
    act(engine, PEOPLE["responsable"], "enviar", LATE)
    assert seen(engine, PEOPLE["lector"]).a_tiempo is True
    act(engine, PEOPLE["responsable"], "retirar")
    act(engine, PEOPLE["responsable"], "enviar", LATE)
    assert seen(engine, PEOPLE["lector"]).a_tiempo is False


def test_a_closed_period_can_still_be_answered_late(engine):
    with writing(engine) as connection:
        assert close(connection, PERIOD, date(2025, 8, 31)) == 0
        assert close(connection, PERIOD, CLOSED) == 50
        assert close(connection, PERIOD, CLOSED) == 0
    save(engine, PEOPLE["registrador"])
    assert seen(engine, PEOPLE["lector"]).estado == "sin-reporte"
    act(engine, PEOPLE["responsable"], "enviar", CLOSED)
    late = seen(engine, PEOPLE["lector"])
    assert (late.estado, late.a_tiempo) == ("enviado", False)


def test_what_blocks_keeps_it_from_being_sent_and_says_why(engine):
    bad = {**VALID, "valor": "mil"}
    assert "formato" in {one.regla for one in save(engine, PEOPLE["registrador"], bad).findings}
    with pytest.raises(UnmetError, match="No es un número"):
        act(engine, PEOPLE["responsable"], "enviar")
    assert seen(engine, PEOPLE["lector"]).estado == "borrador"


def test_nobody_acts_twice_on_a_report(engine):
    everybody = PEOPLE["todo"]
    walk(engine, 1)
    act(engine, everybody, "enviar")
    with pytest.raises(ForbiddenError):
        act(engine, everybody, "tomar")
    act(engine, PEOPLE["revisor"], "tomar")
    with pytest.raises(ForbiddenError):
        act(engine, PEOPLE["otro revisor"], "recomendar")
    act(engine, PEOPLE["revisor"], "recomendar")
    for who in (everybody, person(3, "revisor", "aprobador", entity="MININTER")):
        with pytest.raises(ForbiddenError):
            act(engine, who, "aprobar")


def test_a_lock_says_who_can_open_it_and_another_entity_finds_nothing(engine):
    walk(engine, 2)
    with pytest.raises(ImpossibleError) as caught:
        act(engine, PEOPLE["registrador"], "guardar")
    assert caught.value.abren == ("responsable", "revisor", "aprobador")
    for name in ("otra entidad", "regional", "administrador"):
        with pytest.raises(NotFoundError):
            seen(engine, PEOPLE[name])


def test_who_comes_second_to_a_move_changes_nothing(engine):
    walk(engine, 2)
    stale = seen(engine, PEOPLE["otro revisor"])
    act(engine, PEOPLE["revisor"], "tomar")
    with pytest.raises(ConflictError):
        act(engine, PEOPLE["otro revisor"], "tomar", report=stale)
    assert state_of(engine, stale.id).tomado_por == PEOPLE["revisor"].id


class Reporting(RuleBasedStateMachine):
    """Anybody tries anything, on any day."""

    template = None
    folder = None
    made = 0

    def __init__(self):
        super().__init__()
        type(self).made += 1
        copy = self.folder / f"{self.made}.sqlite"
        shutil.copy(self.template, copy)
        self.engine = connect(f"sqlite:///{copy}")
        self.number = seen(self.engine, PEOPLE["lector"]).id
        self.last = state_of(self.engine, self.number)

    def teardown(self):
        with reading(self.engine) as connection:
            assert list(verify(connection)) == []
        self.engine.dispose()

    @rule(who=st.sampled_from(sorted(PEOPLE)), action=st.sampled_from(ACTIONS),
          today=st.sampled_from((IN_TIME, LATE, CLOSED)), reason=st.sampled_from(("", "Motivo.")),
          second=st.booleans())  # fmt: skip
    def tries(self, who, action, today, reason, second):
        self.attempt(PEOPLE[who], action, today, reason, second)

    @rule(step=st.integers(0, len(ROUND) - 1))
    def goes_on(self, step):
        self.attempt(PEOPLE[ROUND[step][0]], ROUND[step][1], IN_TIME, "Motivo.", True)

    @rule()
    def answers(self):
        if self.last.estado == "observado":
            answer_all(self.engine, PEOPLE["registrador"])

    def attempt(self, who, action, today, reason, second):
        before = state_of(self.engine, self.number)
        try:
            act(self.engine, who, action, today, reason, second=second)
        except (MoveError, NotFoundError):
            after = state_of(self.engine, self.number)
            assert after == before, "a move that is refused changes nothing"
            return
        assert (before.estado, action) in TABLE or before.estado == "publicado"

    @invariant()
    def the_record_holds(self):
        now = state_of(self.engine, self.number)
        assert now.version >= self.last.version
        self.last = now
        with reading(self.engine) as connection:
            lines = select(transicion).where(transicion.c.reporte == self.number)
            steps = connection.execute(lines.order_by(transicion.c.id)).all()
            live = select(func.count()).where(
                reporte.c.codigo == CODE, reporte.c.periodo == PERIOD,
                reporte.c.estado.not_in(("publicado", "anulado")))  # fmt: skip
            assert connection.execute(live).scalar_one() <= 1
        replayed = "pendiente"
        for step in steps[1:]:
            assert step.de == replayed
            assert (step.de, step.accion) in TABLE
            replayed = step.a
        assert replayed == now.estado
        if now.estado in ("aprobado", "publicado"):
            wrote = {step.persona for step in steps if step.accion in ("guardar", "enviar")}
            hands = (now.recomendado_por, now.aprobado_por)
            assert len({*hands}) == 2
            assert not wrote & {*hands}


def test_no_order_of_actions_breaks_the_record(template, tmp_path):
    Reporting.template, Reporting.folder, Reporting.made = template, tmp_path, 0
    run_state_machine_as_test(
        Reporting, settings=settings(max_examples=12, stateful_step_count=20, deadline=None)
    )
    assert Reporting.made >= 12


def test_the_rights_are_those_of_the_table_for_every_role_state_and_action():
    """Roles × own and other entity × states × actions; each role alone, with no hand in it."""
    roles = {name: who for name, who in PEOPLE.items() if name not in ("todo", "sistema")}
    tried = 0
    for (name, who), state, action in itertools.product(roles.items(), STATES, ACTIONS):
        subject = Subject("PNP", state, tomado_por=who.id)
        move = TABLE.get((state, action))
        role = {one.rol for one in who.designaciones}
        own = name != "otra entidad"
        expected = move is not None and own and bool(role & set(move.quien))
        assert puede(who, action, subject) == expected, (name, state, action)
        assert not puede(replace(who, activa=False), action, subject)
        tried += 1
    assert tried == len(roles) * len(STATES) * len(ACTIONS)
