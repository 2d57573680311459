"""What is approved reaches the public tables whole, in one moment, after any interruption."""

import csv
import io
import os
import shutil
import signal
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier
from types import SimpleNamespace

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError

from data import derived
from data.faults import TableError
from data.hot_reload import snapshot
from data.loader import load
from data.model import TABLES
from data.publish.versions import Archive
from data.registro import periods
from data.registro.accounts import people
from data.registro.database import connect, reading, writing
from data.registro.moves import ConflictError, ForbiddenError, UnmetError
from data.registro.publication import __main__ as order
from data.registro.publication import approved, record, rows
from data.registro.publication.cut import LIMA
from data.registro.publication.destination import place_of
from data.registro.publication.discard import PublicCutError, discard
from data.registro.publication.plan import ChangedCutError, printed
from data.registro.publication.publish import STEPS, EmptyCutError, Place, publish, resume, simulate
from data.registro.reports import find
from data.registro.rights import SYSTEM
from data.registro.schema.publication import publicacion, publicacion_descarte
from data.settings import SettingError
from data.writing import journal
from tests.registro.acts import CODE, PEOPLE, VALID, act, save, seen
from tests.registro.conftest import PERIOD
from tests.registro.ledger import outside

NOW = datetime(2025, 9, 15, 17, 0, tzinfo=UTC)
APPROVER = PEOPLE["aprobador"]
PARTS = "ISS.01.01.02.01"
SOURCE = "registro-2025-s1-iop-02-02"


def step(engine, name, action, period=PERIOD, **how):
    who = PEOPLE[name]
    with reading(engine, who.actor) as connection:
        report = find(connection, who, period, CODE)
    return act(engine, who, action, report=report, **how)


def approve(engine, raw=VALID, period=PERIOD):
    officer = PEOPLE["registrador"]
    with reading(engine, officer.actor) as connection:
        report = find(connection, officer, period, CODE)
    save(engine, officer, raw, report)
    for name, action in (("responsable", "enviar"), ("revisor", "tomar"),
                         ("revisor", "recomendar"), ("aprobador", "aprobar")):  # fmt: skip
        step(engine, name, action, period)


def settle_people(engine):
    """Write the designations of PEOPLE: an order knows a person by them."""
    with writing(engine) as connection:
        for who in PEOPLE.values():
            for given in () if who.system else who.designaciones:
                people.designate(connection, who.id, given, "RM 1")


def unread(folder, archive):
    """A judge for tests of the steps: what the loader says is another test."""
    return "0" * 12


@pytest.fixture
def place(frozen, tmp_path):
    shutil.copytree(frozen, tmp_path / "tablas")
    return Place(tmp_path / "tablas", tmp_path / "versiones")


@pytest.fixture
def quick(place):
    return replace(place, judge=unread, keep=lambda *_: "0" * 12)


def by_hand(folder, more):
    """The same folder as somebody would make it: rows typed at the end, then `make datos`."""
    for name, lines in more.items():
        file = folder / f"{name}.csv"
        file.write_text(file.read_text("utf-8").rstrip("\n") + "\n" + "\n".join(lines) + "\n")
    derived.fill(folder)


def typed(store, engine):
    """The rows that the report of one indicator of a half asks for, typed."""
    with reading(engine) as connection:
        found = find(connection, APPROVER, PERIOD, CODE)
    own = f"registro-{PERIOD.lower()}"
    names = {row.sigla: row.nombre for row in store.tables["entidades"]}
    with reading(engine) as connection:
        rows = [(row.codigo, row.entidad, row.estado) for row in approved.of(
            connection, PERIOD, (found.id,), NOW).lines]  # fmt: skip
    sent = datetime.now(LIMA).date()
    said = [f"{code},{PERIOD},{entity},{state},{f'{sent},si' if code == CODE else ','},1,,{own}"
            for code, entity, state in rows]  # fmt: skip
    document = "Registro contra la Trata:"
    own_words = f"{CODE},{PERIOD},{{}},PNP,{sent},{{}},{SOURCE}"
    asked = {
        "V05": "El último valor era 1,196 y ahora es 10. Explique el cambio, o revise si la unidad "
        "es la misma.",
        "V07": "La meta (10) es menor que la línea base (1,054) de un indicador ascendente. "
        "Explique por qué. La meta (10) es menor que la de 2024 (500) en un indicador ascendente. "
        "Explique por qué.",
    }
    answers = [own_words.format(rule, f'"{question}",Por la nueva forma de contar.')
               for rule, question in asked.items()]  # fmt: skip
    return {
        "declaraciones": [own_words.format("texto", ",Hubo 10 víctimas."), *answers],
        "periodos_reporte": [f"{PERIOD},2025-01-01,2025-06-30,2025-07-01,2025-07-31,2025-08-31,"
                             f"2025-09-15,cerrado,{own}"],
        "reportes": said,
        "fuentes": [
            f'{own},"{document} calendario de reporte, {PERIOD}",{names["MININTER"]},2025,'
            "Periodos y envíos,",
            f'{SOURCE},"{document} reporte de {CODE}, {PERIOD}",{names["PNP"]},2025,'
            '"Serie 1, versión 2",',
        ],
    }  # fmt: skip


def test_what_is_published_is_what_a_folder_made_by_hand_says(engine, place, frozen, store,
                                                              tmp_path):  # fmt: skip
    approve(engine)
    hand = tmp_path / "a mano"
    shutil.copytree(frozen, hand)
    by_hand(hand, typed(store, engine))
    # The version is kept of a folder that was loaded, with its audit.
    done = publish(engine, APPROVER, PERIOD, replace(place, judge=unread), NOW)
    assert snapshot.files(place.tables) == snapshot.files(hand)
    assert done.version in Archive(place.versions).versions
    assert done.reportes == 1
    assert seen(engine, APPROVER).estado == "publicado"
    with reading(engine) as connection:
        (row,) = connection.execute(select(publicacion)).all()
    assert (row.version_datos, row.corte, row.autor) == (done.version, PERIOD, APPROVER.id)


def killed(template, place, step, inside=False):
    """A child that publishes and is killed when it is about to take a step."""
    child = os.fork()
    if child:
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        return

    def die(name):
        if name == step:
            os.kill(os.getpid(), signal.SIGKILL)

    settle = journal._settle

    def half(folder, name):
        settle(folder, name)
        os.kill(os.getpid(), signal.SIGKILL)

    if inside:
        journal._settle = half
    publish(connect(f"sqlite:///{template}"), APPROVER, PERIOD, replace(place, step=die), NOW)
    os._exit(0)


@pytest.mark.parametrize("step", [*STEPS, "a la mitad de los archivos"])
def test_killed_at_any_step_it_is_the_old_or_the_new_and_is_resumed(engine, quick, step):
    approve(engine)
    old = snapshot.files(quick.tables)
    new = old | simulate(engine, APPROVER, PERIOD, quick, NOW).files
    assert new != old
    file = engine.url.database
    engine.dispose()
    killed(file, quick, step, inside=step not in STEPS)
    swapped = step in (*STEPS[STEPS.index("guardar") :], "a la mitad de los archivos")
    assert snapshot.files(quick.tables) == (new if swapped else old)
    assert seen(engine, APPROVER).estado == "aprobado"
    begun = step not in STEPS[:3]
    with reading(engine) as connection:
        assert len(record.unfinished(connection)) == begun
    if begun:
        with pytest.raises(UnmetError, match="corte"):
            act(engine, APPROVER, "reabrir")
        assert [one.reportes for one in resume(engine, APPROVER, quick)] == [1]
    else:
        publish(engine, APPROVER, PERIOD, quick, NOW)
    assert snapshot.files(quick.tables) == new
    assert seen(engine, APPROVER).estado == "publicado"
    assert resume(engine, APPROVER, quick) == []
    with pytest.raises(EmptyCutError):
        publish(engine, APPROVER, PERIOD, replace(quick, step=lambda _: None), NOW)


def test_only_what_was_looked_at_is_published_and_all_else_is_not_even_judged(engine, quick):
    approve(engine)
    plan = simulate(engine, APPROVER, PERIOD, quick, NOW)
    before = snapshot.files(quick.tables)

    def never(*_):
        raise AssertionError("judged")

    stale = replace(quick, judge=never, rehearse=never)
    with pytest.raises(ChangedCutError):
        publish(engine, APPROVER, PERIOD, stale, NOW, "otra")
    assert snapshot.files(quick.tables) == before
    with reading(engine) as connection:
        assert record.unfinished(connection) == []
    publish(engine, APPROVER, PERIOD, quick, NOW, printed(plan.files))
    assert snapshot.files(quick.tables) == before | plan.files


def test_a_folder_is_judged_and_rehearsed_at_once(engine, quick):
    approve(engine)
    both = Barrier(2, timeout=10)

    def judge(*_):
        both.wait()
        return "0" * 12

    def rehearse(_):
        both.wait()
        return ""

    publish(engine, APPROVER, PERIOD, replace(quick, judge=judge, rehearse=rehearse), NOW)
    assert seen(engine, APPROVER).estado == "publicado"


def begun_one(engine):
    with reading(engine) as connection:
        return record.unfinished(connection)[0].id


def at_step(name):
    """A step that breaks off before another is taken."""

    def step(asked):
        if asked == name:
            raise KeyboardInterrupt

    return step


@pytest.mark.parametrize("step", [*STEPS[3:], "a la mitad de los archivos"])
def test_a_cut_that_was_begun_is_discarded_only_while_its_tables_are_the_old(engine, quick, step):
    approve(engine)
    old, file = snapshot.files(quick.tables), engine.url.database
    engine.dispose()
    killed(file, quick, step, inside=step not in STEPS)
    number = begun_one(engine)
    if step != "cambiar":
        with pytest.raises(PublicCutError):
            discard(engine, APPROVER, quick, number, "Ya no.")
        assert [one.reportes for one in resume(engine, APPROVER, quick)] == [1]
        with pytest.raises(ConflictError):
            discard(engine, APPROVER, quick, number, "Ya no.")
        return
    for name in ("registrador", "revisor", "administrador", "lector"):
        with pytest.raises(ForbiddenError):
            discard(engine, PEOPLE[name], quick, number, "Ya no.")
    with pytest.raises(UnmetError, match="por qué"):
        discard(engine, APPROVER, quick, number, " ")
    discard(engine, APPROVER, quick, number, "Falta un anexo.")
    assert snapshot.files(quick.tables) == old
    assert resume(engine, APPROVER, quick) == []
    assert seen(engine, APPROVER).estado == "aprobado"
    publish(engine, APPROVER, PERIOD, quick, NOW)
    assert seen(engine, APPROVER).estado == "publicado"
    assert outside(engine) == []


def test_what_was_in_a_discarded_cut_is_reopened_and_what_is_in_doubt_is_not_discarded(
    engine, quick, tmp_path
):
    approve(engine)
    with pytest.raises(KeyboardInterrupt):
        publish(engine, APPROVER, PERIOD, replace(quick, step=at_step("cambiar")), NOW)
    number = begun_one(engine)
    # Another folder with the old tables says nothing of the one in which the cut was begun.
    shutil.copytree(quick.tables, tmp_path / "otra")
    with pytest.raises(PublicCutError):
        discard(engine, APPROVER, replace(quick, tables=tmp_path / "otra"), number, "Ya no.")
    # Resumed and broken off once more, after the tables.
    before = snapshot.files(quick.tables)
    with pytest.raises(KeyboardInterrupt):
        resume(engine, APPROVER, replace(quick, step=at_step("guardar")))
    with pytest.raises(PublicCutError):
        discard(engine, APPROVER, quick, number, "Ya no.")
    # Somebody puts the old tables back by hand: what the cut says is public nowhere.
    for name, content in before.items():
        (quick.tables / name).write_bytes(content)
    discard(engine, APPROVER, quick, number, "Se recuperó la copia.")
    act(engine, APPROVER, "reabrir")
    assert seen(engine, APPROVER).estado == "observado"


def test_the_database_lets_no_cut_be_discarded_and_completed(engine, quick):
    approve(engine)
    publish(engine, APPROVER, PERIOD, quick, NOW)
    with reading(engine) as connection:
        done = connection.execute(select(publicacion.c.id)).scalar_one()
    away = {"persona": APPROVER.id, "motivo": "x", "momento": NOW}
    line = insert(publicacion_descarte)
    with pytest.raises(DBAPIError, match="no se descarta"), writing(engine) as connection:
        connection.execute(line.values(publicacion=done, **away))
    old = {"version_datos": "", "corte": PERIOD, "momento": NOW, "autor": APPROVER.id}
    with writing(engine) as connection:
        born = insert(publicacion).values(old).returning(publicacion.c.id)
        number = connection.execute(born).scalar_one()
    # One that was begun before its tables were noted may be public.
    with pytest.raises(PublicCutError):
        discard(engine, APPROVER, quick, number, "Ya no.")
    with writing(engine) as connection:
        connection.execute(line.values(publicacion=number, **away))
    with pytest.raises(DBAPIError, match="se descartó"), writing(engine) as connection:
        connection.execute(update(publicacion).values(version_datos="0" * 12))


def test_a_fault_moves_nothing_and_is_told_with_its_line(engine, place):
    approve(engine)
    file = place.tables / "valores.csv"
    file.write_text(file.read_text("utf-8").replace("IOP.01.01,2019", "IOP.01.99,2019"))
    before = snapshot.files(place.tables)
    with pytest.raises(TableError, match=r"valores\.csv:\d+: .*\(fila IOP\.01\.99, 2019\)"):
        publish(engine, APPROVER, PERIOD, place, NOW)
    assert snapshot.files(place.tables) == before
    assert seen(engine, APPROVER).estado == "aprobado"
    with reading(engine) as connection:
        assert record.unfinished(connection) == []


def test_what_has_no_datum_and_says_why_is_printed_as_nd():
    cut = SimpleNamespace(periodo=SimpleNamespace(anio=2025))
    said = ("dato", "cero", "nd", "sin-dato-con-motivo")
    found = [rows.value(cut, CODE, None, one, None, SOURCE)["estado"] for one in said]
    assert found == ["dato", "cero", "nd", "nd"]


def test_the_day_of_sending_is_the_first_that_stands():
    """Lima's day; observed and sent again it stays, withdrawn it begins again."""
    said = (("enviar", 2), ("observar", 9), ("enviar", 12), ("retirar", 13), ("enviar", 20))
    steps = [SimpleNamespace(accion=name, momento=datetime(2025, 8, day, 3, tzinfo=UTC))
             for name, day in said]  # fmt: skip
    days = [approved._sent(steps[:amount]) for amount in range(len(steps) + 1)]
    first, last = date(2025, 8, 1), date(2025, 8, 19)
    assert days == [None, first, first, first, None, last]


def test_who_had_a_hand_in_a_report_does_not_publish_it(engine, quick):
    approve(engine)
    for name in ("registrador", "responsable", "revisor", "administrador", "lector"):
        with pytest.raises(ForbiddenError):
            publish(engine, PEOPLE[name], PERIOD, quick, NOW)
    assert seen(engine, APPROVER).estado == "aprobado"


YEAR = "2025"


def whole_year(engine):
    """The year opened, one of its reports approved."""
    with writing(engine) as connection:
        periods.open_period(connection, SYSTEM, YEAR)
    approve(engine, period=YEAR)


def words(place, table):
    text = (place.tables / f"{table}.csv").read_text("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return {tuple(row[name] for name in TABLES[table].key): row for row in rows}


def test_a_year_reaches_the_results_and_a_correction_says_what_it_was_and_why(engine, quick):
    whole_year(engine)
    publish(engine, APPROVER, YEAR, quick, NOW)
    first = words(quick, "valores")
    of_year = {key: row for key, row in first.items() if key[1] == YEAR}
    assert len(of_year) == 50
    assert {row["estado"] for key, row in of_year.items() if key[0] != CODE} == {"por-vencer"}
    row = of_year[CODE, YEAR]
    told = ("logro_esperado", "valor_obtenido", "avance_publicado", "avance_calculado", "semaforo")
    assert [row[name] for name in told] == ["10", "10", "", "100.0", "verde"]
    step(engine, "responsable", "corregir", YEAR, reason="Faltaba, en abril, 1.")
    with reading(engine) as connection:
        lines = approved.of(connection, YEAR, (), NOW).lines
    assert {one.serie: one.motivo for one in lines if one.codigo == CODE} == {1: "", 2: ""}, (
        "the series that stands was not corrected yet"
    )
    approve(engine, VALID | {"valor": "11", "texto": "Hubo 11 víctimas."}, period=YEAR)
    publish(engine, APPROVER, YEAR, quick, NOW)
    assert words(quick, "valores")[CODE, YEAR]["valor_obtenido"] == "11"
    said = words(quick, "correcciones")["2025-09-15", "valores", f"{CODE},{YEAR}"]["motivo"]
    assert said == "valor_obtenido: decía 10, dice 11. Faltaba, en abril, 1."
    series = {key[2]: row for key, row in words(quick, "reportes").items() if key[0] == CODE}
    assert [row["estado"] for row in series.values()] == ["publicado", "publicado"]
    assert series["2"]["motivo"] == "Faltaba, en abril, 1."
    store = load(quick.tables)
    assert store.latest == 2024, "an open year moves nothing else"


def test_what_a_closed_year_has_no_figure_of_says_why_and_the_folder_is_sound(engine, quick):
    years = quick.tables / "ejercicios.csv"
    years.write_text(years.read_text("utf-8").replace("2025,abierto", "2025,cerrado"))
    with writing(engine) as connection:
        periods.open_period(connection, SYSTEM, YEAR)
    nd = {"estado_dato": "nd", "valor": "", "motivo": "El sistema, caído,\nno guardó."}
    approve(engine, VALID | nd, YEAR)
    publish(engine, APPROVER, YEAR, quick, NOW)
    row = words(quick, "valores")[CODE, YEAR]
    assert (row["estado"], row["valor_obtenido"]) == ("nd", "")
    said = {key: row for key, row in words(quick, "sin_reporte").items() if key[1] == YEAR}
    assert [(key[0], row["motivo"]) for key, row in said.items()] == [
        (CODE, "El sistema, caído, no guardó.")
    ]
    assert load(quick.tables).latest == 2025


def test_the_order_says_what_would_change_publishes_it_or_says_why_not(
    engine, quick, monkeypatch, capsys
):
    approve(engine)
    settle_people(engine)
    monkeypatch.setenv("REGISTRO_BASE", str(engine.url))
    monkeypatch.setattr(order, "place_of", lambda demonstration: quick)
    before = snapshot.files(quick.tables)
    assert order.main([PERIOD, "p5@pe", "--simular"]) == 0
    said = capsys.readouterr().out
    assert f"periodos_reporte.csv: + {PERIOD}, " in said
    assert snapshot.files(quick.tables) == before
    for asked, why in (([PERIOD, "p3@pe"], "No puede publicar"), (["2030", "p5@pe"], "2030: no es"),
                       ([PERIOD, "nadie@pe"], "nadie@pe")):  # fmt: skip
        assert order.main(asked) == 1
        assert why in capsys.readouterr().err
    assert order.main([PERIOD]) == 2
    assert order.main([PERIOD, "p5@pe"]) == 0
    assert "Publicado 2025-S1: 1 reportes" in capsys.readouterr().out
    assert order.main([PERIOD, "p5@pe"]) == 1
    assert "no hay nada por publicar" in capsys.readouterr().err


def test_a_demonstration_never_reaches_the_tables_of_the_board(monkeypatch, tmp_path, frozen):
    assert place_of(demonstration=False).tables == frozen
    monkeypatch.setenv("REGISTRO_VERSIONES", str(tmp_path / "v"))
    for tables in ("", str(frozen)):
        monkeypatch.setenv("REGISTRO_TABLAS", tables)
        with pytest.raises(SettingError, match="demostración"):
            place_of(demonstration=True)
    monkeypatch.setenv("REGISTRO_TABLAS", str(tmp_path))
    assert place_of(demonstration=True).tables == tmp_path
    monkeypatch.delenv("REGISTRO_VERSIONES")
    with pytest.raises(SettingError, match="VERSIONES"):
        place_of(demonstration=True)
