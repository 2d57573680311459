"""What was typed is kept: invalid, second in a race, of many at once; but no datum of a victim."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from data.registro import extensions, periods
from data.registro.chain import head, verify
from data.registro.database import Actor, connect, reading, writing
from data.registro.reports import listed
from data.registro.rights import SYSTEM
from data.registro.schema import roles
from data.registro.schema.people import aviso
from data.registro.schema.plan import periodo, prorroga
from data.registro.schema.reports import hallazgo, reporte, reporte_version
from data.registro.typed import figure
from data.registro.versions import PrivateError
from data.registro.written import written
from tests.registro.acts import CODE, PEOPLE, VALID, save, seen
from tests.registro.conftest import PERIOD, at

WRITERS, EACH = 8, 100


def test_two_people_lose_no_word(engine):
    who = PEOPLE["registrador"]
    stale = seen(engine, who)
    first = save(engine, who, {**VALID, "texto": "Lo primero."}, stale)
    second = save(engine, PEOPLE["todo"], {**VALID, "texto": "Lo segundo."}, stale)
    assert (first.paralela, second.paralela) == (False, True)
    now = seen(engine, who)
    assert now.actual == first.n
    with reading(engine) as connection:
        kept = [written(connection, now, n)["texto"] for n in (first.n, second.n)]
    assert kept == ["Lo primero.", "Lo segundo."]


def test_what_is_invalid_is_kept_as_it_was_typed_with_its_findings(engine):
    raw = {"estado_dato": "otra cosa", "valor": "1.033,5 personas", "texto": "ñ\t«x»\n" * 200}
    saved = save(engine, PEOPLE["registrador"], raw)
    with reading(engine) as connection:
        report = seen(engine, PEOPLE["lector"])
        assert written(connection, report, saved.n) == raw
        rules = connection.execute(select(hallazgo.c.regla).where(hallazgo.c.n == saved.n))
        assert {"formato", "V04"} <= set(rules.scalars())


def test_nothing_is_kept_of_what_identifies_a_person(engine):
    raw = {**VALID, "texto": "La menor R.M.Q. (15), DNI 45879632."}
    with pytest.raises(PrivateError) as caught:
        save(engine, PEOPLE["registrador"], raw)
    assert {one.campo for one in caught.value.found} == {"texto"}
    assert "45879632" not in str(caught.value.found)
    assert seen(engine, PEOPLE["lector"]).estado == "pendiente"
    with reading(engine) as connection:
        count = select(func.count()).select_from(reporte_version)
        assert connection.execute(count).scalar_one() == 0


@pytest.mark.parametrize("said", ["1,033", "12.5", "-3", " 1 033 ", "0.000001", "1,234,567.5"])
def test_a_figure_is_read_as_it_is_written(said):
    assert figure(said) is not None


@pytest.mark.parametrize("said", ["", "1.033,5", "1,03", "12,5", "mil", "1e9", "NaN", "٣", "9" * 30,
                                  "0.1234567", "1,,000", "--1", "-"])  # fmt: skip
def test_what_is_no_figure_is_not_guessed(said):
    assert figure(said) is None


@given(st.text(max_size=40))
def test_reading_a_figure_never_fails(said):
    figure(said)


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request):
    return request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")


def test_writers_at_once_lose_nothing_and_keep_the_chain(base):
    with reading(base) as connection:
        before = head(connection).n

    def write(number):
        for turn in range(EACH):
            with writing(base, Actor(str(number), todo=True)) as connection:
                row = {"para": "p@pe", "asunto": f"{number}-{turn}", "cuerpo": "x"}
                line = insert(aviso).values(row | {"nacido": func.current_timestamp()})
                connection.execute(line)
        return number

    with ThreadPoolExecutor(WRITERS) as pool:
        assert sorted(pool.map(write, range(WRITERS))) == list(range(WRITERS))
    with reading(base) as connection:
        assert head(connection).n == before + WRITERS * EACH
        subjects = connection.execute(select(aviso.c.asunto)).scalars().all()
        assert len(set(subjects)) == WRITERS * EACH
        assert list(verify(connection)) == []


def test_of_eight_who_save_one_report_at_once_one_is_first_and_all_are_kept(base):
    who = PEOPLE["registrador"]
    code = "IOP.02.02"
    stale = seen(base, who, code)
    texts = [{**VALID, "texto": f"Texto {n}."} for n in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as pool:
        saved = list(pool.map(lambda raw: save(base, who, raw, stale), texts))
    assert [one.paralela for one in saved].count(False) == 1
    with reading(base) as connection:
        kept = {written(connection, stale, one.n)["texto"] for one in saved}
    assert kept == {raw["texto"] for raw in texts}


def test_rows_of_another_entity_are_not_there_for_the_database_either(postgres, cluster):
    base = connect(at(cluster, roles.APP))
    count = select(func.count()).select_from(reporte)
    with reading(base, PEOPLE["registrador"].actor) as connection:
        own = connection.execute(select(reporte.c.entidad).distinct()).scalars().all()
        assert own == ["PNP"]
        assert len(listed(connection, PEOPLE["registrador"])) == 8
    with reading(base, PEOPLE["lector"].actor) as connection:
        assert connection.execute(count).scalar_one() == 50
    with reading(base, Actor("99")) as connection:
        assert connection.execute(count).scalar_one() == 0
    foreign = "UPDATE reporte SET vence = '2030-01-01' WHERE entidad = 'MP'"
    with writing(base, PEOPLE["registrador"].actor) as connection:
        assert connection.execute(text(foreign)).rowcount == 0
    saved = save(base, PEOPLE["registrador"])
    with reading(base, PEOPLE["registrador"].actor) as connection:
        assert head(connection).n > saved.n
        assert list(verify(connection)) == []
    for line in ("DELETE FROM auditoria", "UPDATE auditoria SET n = 1", "TRUNCATE auditoria"):
        with pytest.raises(DBAPIError, match="permission denied"), writing(base) as connection:
            connection.execute(text(line))
    base.dispose()


def test_an_extension_has_a_reason_and_moves_the_day_of_one_entity(engine):
    admin = PEOPLE["administrador"]
    until = date(2025, 9, 10)
    with pytest.raises(PermissionError), writing(engine) as connection:
        extensions.extend(connection, PEOPLE["lector"], PERIOD, "PNP", until, "Motivo")
    with pytest.raises(periods.PeriodError), writing(engine) as connection:
        extensions.extend(connection, admin, PERIOD, "PNP", date(2025, 7, 31), "Motivo")
    with pytest.raises(periods.PeriodError), writing(engine) as connection:
        extensions.extend(connection, admin, PERIOD, "PNP", until, "  ")
    with writing(engine) as connection:
        own, later = reporte.c.codigo == CODE, date(2025, 10, 1)
        connection.execute(update(reporte).where(own).values(vence=later))
        extensions.extend(connection, admin, PERIOD, "PNP", until, "Cambio de sistema.")
        assert connection.execute(select(reporte.c.vence).where(own)).scalars().all() == [later], (
            "an extension takes no day from anybody"
        )
        connection.execute(update(reporte).where(own).values(vence=until))
        assert periods.closes(connection, PERIOD, "PNP") == until
        assert periods.closes(connection, PERIOD, "MP") == date(2025, 8, 31)
        days = connection.execute(select(reporte.c.entidad, reporte.c.vence).distinct()).all()
        assert {day for entity, day in days if entity == "PNP"} == {until}
        assert {day for entity, day in days if entity != "PNP"} == {date(2025, 7, 31)}
        assert connection.execute(select(func.count()).select_from(prorroga)).scalar_one() == 1


def test_a_period_is_not_opened_without_targets_nor_twice(engine):
    with writing(engine) as connection:
        connection.execute(insert(periodo), [{**periods.halves_and_year(2026)[0]}])
    with pytest.raises(periods.PeriodError, match="falta la meta"), writing(engine) as connection:
        periods.open_period(connection, SYSTEM, "2026-S1")
    with pytest.raises(periods.PeriodError, match="ya se abrió"), writing(engine) as connection:
        periods.open_period(connection, SYSTEM, PERIOD)
    with pytest.raises(periods.PeriodError, match="no existe"), writing(engine) as connection:
        periods.open_period(connection, SYSTEM, "1999-S1")


KILLED = """
import sys
from data.registro.database import connect
from tests.registro.acts import PEOPLE, VALID, save
engine = connect(sys.argv[1])
for turn in range(10_000):
    save(engine, PEOPLE["registrador"], {**VALID, "texto": f"Texto {turn}."})
    print(turn, flush=True)
"""


def test_what_was_said_to_be_saved_is_there_after_a_kill(engine, root):
    command = [sys.executable, "-c", KILLED, str(engine.url)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as running:
        said = [int(running.stdout.readline()) for _ in range(15)]
        running.kill()
        said += [int(line) for line in running.stdout.read().splitlines()]
    report = seen(engine, PEOPLE["lector"])
    with reading(engine) as connection:
        kept = [written(connection, report, n)["texto"] for n in range(1, report.actual + 1)]
        assert list(verify(connection)) == []
    assert kept[: len(said)] == [f"Texto {turn}." for turn in said]
    assert len(kept) - len(said) <= 1
