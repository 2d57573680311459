"""What an approved report says besides its figures becomes public, and what it keeps does not."""

import hashlib

import pytest

from callbacks.board import create_app
from data.loader import load
from data.registro import evidences, goals
from data.registro.database import writing
from data.registro.evidences import Sent, Shelf
from data.registro.publication.publish import publish
from tests.registro.acts import CODE, PEOPLE, VALID, act, save, seen
from tests.registro.conftest import PERIOD
from tests.registro.test_forms import PNG
from tests.registro.test_publication import (
    APPROVER,
    NOW,
    SOURCE,
    YEAR,
    approve,
    place,
    quick,
    step,
    whole_year,
    words,
)

__all__ = ["place", "quick"]
SAID = {"texto": "Hubo 10 víctimas.\n\nEn tres regiones.", "limitaciones": "Falta <b>Loreto</b>."}


def attach(engine, folder, title, public):
    officer = PEOPLE["registrador"]
    with writing(engine, officer.actor) as connection:
        sent = Sent(title, f"{title}.png", "acta", PNG, public=public)
        evidences.attach(connection, officer, seen(engine, officer), Shelf(folder), sent)


def sent_on(engine):
    for name, action in (("responsable", "enviar"), ("revisor", "tomar"),
                         ("revisor", "recomendar"), ("aprobador", "aprobar")):  # fmt: skip
        act(engine, PEOPLE[name], action)


@pytest.fixture
def declared(engine, quick, tmp_path):
    """A cut of one report with words, answers, a file that may be named and one that may not."""
    save(engine, PEOPLE["registrador"], VALID | SAID)
    attach(engine, tmp_path / "archivos", "Acta del trimestre", public=True)
    attach(engine, tmp_path / "archivos", "Acta reservada", public=False)
    sent_on(engine)
    publish(engine, APPROVER, PERIOD, quick, NOW)
    return quick


def test_words_and_answers_are_public_and_only_the_files_that_may_be_named(declared, tmp_path):
    rows = words(declared, "declaraciones")
    said = {key[2]: row for key, row in rows.items() if key[:2] == (CODE, PERIOD)}
    assert len(said) == len(rows)
    assert said["texto"]["texto"] == "Hubo 10 víctimas. En tres regiones."
    assert said["limitaciones"]["texto"] == "Falta <b>Loreto</b>."
    asked = {part: row for part, row in said.items() if part.startswith("V")}
    assert asked
    for row in asked.values():
        assert row["texto"] == "Por la nueva forma de contar."
        assert "Explique" in row["pregunta"]
    assert {row["fuente"] for row in said.values()} == {SOURCE}
    ((key, shown),) = words(declared, "evidencias").items()
    assert key == (CODE, PERIOD, "1")
    assert (shown["titulo"], shown["tipo"]) == ("Acta del trimestre", "acta")
    kept = Shelf(tmp_path / "archivos").path(shown["sha256"]).read_bytes()
    assert hashlib.sha256(kept).hexdigest() == shown["sha256"]
    for table in declared.tables.glob("*.csv"):
        assert "reservada" not in table.read_text("utf-8"), table.name


def test_the_sheet_says_who_declared_it_when_and_where_it_is_written(declared):
    client = create_app(load(declared.tables)).server.test_client()
    page = client.get(f"/indicadores/{CODE}").get_data(as_text=True)
    section = page.partition("Lo que la entidad declaró")[2].partition("</section>")[0]
    sum_of = words(declared, "evidencias")[CODE, PERIOD, "1"]["sha256"]
    for said in (PERIOD, "PNP", "Hubo 10 víctimas. En tres regiones.", "Acta del trimestre",
                 "Falta &lt;b&gt;Loreto&lt;/b&gt;.", "Registro contra la Trata: reporte de",
                 "enviado el", sum_of, f"/datos/declaraciones.csv?codigo={CODE}"):  # fmt: skip
        assert said in section, said
    assert "Lo que la entidad declaró" not in client.get("/indicadores/IOP.01.01").text
    lines = client.get(f"/datos/declaraciones.csv?codigo={CODE}").text.splitlines()
    assert len(lines) == 1 + len(words(declared, "declaraciones"))
    assert len(client.get("/datos/evidencias.csv?codigo=IOP.01.01").text.splitlines()) == 1


def test_a_series_that_says_less_leaves_nothing_of_the_one_before(engine, declared):
    step(engine, "responsable", "corregir", reason="Sobraba una limitación.")
    approve(engine, VALID | {"texto": "Fueron 10."})
    publish(engine, APPROVER, PERIOD, declared, NOW)
    rows = words(declared, "declaraciones")
    assert rows[CODE, PERIOD, "texto"]["texto"] == "Fueron 10."
    assert (CODE, PERIOD, "limitaciones") not in rows
    assert words(declared, "fuentes")[SOURCE,]["localizador"].startswith("Serie 2")


def test_what_is_not_approved_says_nothing(engine, quick):
    save(engine, PEOPLE["registrador"], VALID | SAID)
    act(engine, PEOPLE["responsable"], "enviar")
    publish(engine, APPROVER, PERIOD, quick, NOW)
    assert words(quick, "declaraciones") == {}


def adjust(engine, code, value, why="Un decreto la cambió."):
    admin = PEOPLE["administrador"]
    with writing(engine, admin.actor) as connection:
        goals.write(connection, admin, code, goals.Goal(YEAR, value, "DS 001-2025-IN", why))


def test_a_target_that_a_norm_changed_is_public_with_its_norm_and_its_day(engine, quick):
    silent = "IOP.01.01"
    for code in (CODE, silent):
        adjust(engine, code, "20")
    adjust(engine, CODE, "25")
    whole_year(engine)
    adjust(engine, CODE, "99", "Después de abrir: no rige este año.")
    publish(engine, APPROVER, YEAR, quick, NOW)
    held = words(quick, "metas_ajustadas")
    assert [(key, row["valor_nuevo"]) for key, row in held.items()] == [
        ((silent, YEAR, "10"), "20"), ((CODE, YEAR, "10"), "20"), ((CODE, YEAR, "20"), "25"),
    ]  # fmt: skip
    row = held[CODE, YEAR, "20"]
    assert (row["norma"], row["motivo"]) == ("DS 001-2025-IN", "Un decreto la cambió.")
    assert row["fecha"], "the trail knows the day"
    assert row["fuente"] == f"registro-{YEAR}-metas"
    store = load(quick.tables)
    page = create_app(store).server.test_client().get(f"/indicadores/{CODE}?anio={YEAR}").text
    assert "La meta de 2025 era 20" in page


def test_a_target_typed_on_the_board_and_changed_before_the_opening(engine, quick):
    """Also of an indicator that has not reported: its target is the one that governs."""
    silent = "IOP.01.01"
    file = quick.tables / "valores.csv"
    rows = [f"{code},{YEAR},10,,por-vencer,,,,reporte-2024-matriz" for code in (silent, CODE)]
    file.write_text(file.read_text("utf-8") + "\n".join(rows) + "\n")
    adjust(engine, silent, "20")
    adjust(engine, CODE, "20")
    whole_year(engine)
    publish(engine, APPROVER, YEAR, quick, NOW)
    for code in (silent, CODE):
        assert words(quick, "valores")[code, YEAR]["logro_esperado"] == "20"
        said = words(quick, "correcciones")["2025-09-15", "valores", f"{code},{YEAR}"]["motivo"]
        assert said.startswith("logro_esperado: decía 10, dice 20. Un decreto la cambió. (DS 001")
    load(quick.tables)
