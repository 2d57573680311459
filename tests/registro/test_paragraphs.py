"""The free texts of the report: four eyes, the lints, and the file that the generator reads."""

import itertools
import re
from dataclasses import replace

import pyotp
import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from data.compliance_report import free_text, report
from data.faults import Fault, TableError
from data.registro.database import connect, reading, writing
from data.registro.moves import ConflictError, ForbiddenError
from data.registro.paragraphs import generator, work
from data.registro.paragraphs.steps import ACTS, STEPS, WRITTEN, Draft
from data.registro.paragraphs.work import ParagraphError
from data.registro.publication.paragraphs import publish
from data.registro.rights import puede
from data.registro.schema import roles
from data.registro.schema.paragraphs import (
    informe_parrafo,
    informe_salida,
    parrafo_paso,
    parrafo_version,
)
from data.registro.screening.texts import PrivateTextError
from tests.registro.acts import PEOPLE
from tests.registro.conftest import at
from tests.registro.ledger import outside
from tests.registro.web import Browser, application, opened, settle

YEAR, SECTION = 2024, "op-03"
PLACE = f"/informes/{YEAR}/parrafos/{SECTION}"
GOOD = 'El valor «obtenido»: {valores/IOP.03.01,2024/valor_obtenido} %.\n"""Comillas""" y \\n.'
BAD = "Se atendió a 98765 personas."
PRIVATE = "La menor Rosa Quispe (15), DNI 45879632"
AUTHOR, REVIEWER, SIGNER = (PEOPLE[name] for name in ("revisor", "otro revisor", "aprobador"))
SIGNED = (("proponer", AUTHOR), ("revisar", REVIEWER), ("firmar", SIGNER))


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "informes"
    folder.mkdir()
    return folder


@pytest.fixture
def app(engine, tmp_path, texts, store, monkeypatch):
    monkeypatch.setattr(generator, "tables", lambda folder: store)
    app = application(engine, tmp_path)
    app.extensions["registro"] = replace(app.extensions["registro"], texts=texts)
    return app


def now(engine, section=SECTION):
    with reading(engine) as connection:
        return work.find(connection, YEAR, section)


def write(engine, text=GOOD, who=AUTHOR, section=SECTION, version=None):
    seen = (section, str(now(engine, section).version if version is None else version))
    with writing(engine, who.actor) as connection:
        work.write(connection, who, YEAR, seen, text)


def act(engine, action, who, reason="Falta la causa.", section=SECTION):
    with writing(engine, who.actor) as connection:
        found = work.find(connection, YEAR, section)
        work.move(connection, who, YEAR, (section, str(found.version)), action, reason)


def sign(engine, text=GOOD, section=SECTION):
    write(engine, text, section=section)
    for action, who in SIGNED:
        act(engine, action, who, section=section)


def test_the_rights_are_those_of_the_table_and_of_nobody_who_had_a_hand_in_it():
    for state, action, (name, who) in itertools.product(WRITTEN, (*ACTS, "escribir"),
                                                        PEOPLE.items()):  # fmt: skip
        step = STEPS.get((state, action))
        held = step is not None and who.has(step.quien)
        assert puede(who, action, Draft(state)) is held, (name, state, action)
        own = Draft(state, autores=frozenset({who.id}))
        assert puede(who, action, own) is (held and not step.ajeno), (name, state, action)
        seen = Draft(state, revisores=frozenset({who.id}))
        assert puede(who, action, seen) is (held and action != "firmar"), (name, state, action)


def test_from_the_first_word_to_the_signature_and_open_again(engine):
    for action in ACTS:
        with pytest.raises(ConflictError):
            act(engine, action, SIGNER)
    sign(engine)
    assert now(engine).estado == "firmado"
    with pytest.raises(ConflictError):
        write(engine, "Otra cosa.")
    act(engine, "reabrir", SIGNER)
    write(engine, "Otra cosa.")
    write(engine, "Otra cosa.")
    assert [row.texto for row in now(engine).textos] == ["Otra cosa.", GOOD]
    act(engine, "proponer", AUTHOR)
    with pytest.raises(ForbiddenError):
        act(engine, "revisar", AUTHOR)
    for reason in ("", " "):
        with pytest.raises(ParagraphError, match="motivo"):
            act(engine, "observar", REVIEWER, reason)
    act(engine, "observar", REVIEWER)
    assert now(engine).estado == "borrador"
    with pytest.raises(ConflictError):
        write(engine, "Sobre otro.", version=1)
    for text in ("", "x" * 8001, "\u0007"):
        with pytest.raises(ParagraphError):
            write(engine, text)
    with pytest.raises(PrivateTextError):
        write(engine, PRIVATE)
    with pytest.raises(PrivateTextError):
        act(engine, "proponer", AUTHOR, PRIVATE)
    assert outside(engine) == []


def test_the_sections_are_those_that_the_documents_leave_to_people(store):
    found = generator.asked(store, YEAR)
    pending = [*report.report(store, YEAR, free_text.FreeTexts("", {})).pending,
               *report.to_congress(store, YEAR, free_text.FreeTexts("", {})).pending]  # fmt: skip
    assert list(found) == list(dict.fromkeys(pending))
    assert all(found.values())


def test_a_figure_enters_only_by_its_cell(store):
    good, bad = (generator.judged(store, YEAR, SECTION, text) for text in (GOOD, BAD))
    assert good.doubts == ()
    assert "{" not in good.shown
    (doubt,) = bad.doubts
    assert doubt.startswith("Línea 1: ")
    assert "98765" in doubt


def test_what_is_signed_reaches_the_generator_and_nothing_else_moves(engine, texts, store):
    file = texts / f"{YEAR}.toml"
    file.write_text('# Se queda.\n#\n\n[medidas]\ntexto = "A mano."\nautor = "DDF"\n'
                    'fecha = 2025-03-01\n', "utf-8")  # fmt: skip
    with pytest.raises(ParagraphError, match="ningún"):
        publish(engine, SIGNER, YEAR, texts, store)
    sign(engine)
    write(engine, "Todavía no.", section="contexto")
    with pytest.raises(ForbiddenError):
        publish(engine, REVIEWER, YEAR, texts, store)
    assert publish(engine, SIGNER, YEAR, texts, store) == [SECTION]
    assert file.read_text("utf-8").startswith("# Se queda.\n#\n\n[medidas]")
    read = free_text.read(texts, YEAR)
    assert {name: one.text for name, one in read.sections.items()} == {
        "medidas": "A mano.", SECTION: GOOD
    }  # fmt: skip
    whole = report.report(store, YEAR, read)
    assert (SECTION in whole.pending, "contexto" in whole.pending, whole.draft) == (
        False, True, True
    )  # fmt: skip
    assert whole.doubts == ()
    act(engine, "reabrir", SIGNER)
    write(engine, "Otra vez.")
    with pytest.raises(ParagraphError, match="ningún"):
        publish(engine, SIGNER, YEAR, texts, store)
    assert free_text.read(texts, YEAR).sections[SECTION].text == GOOD
    with reading(engine) as connection:
        (out,) = connection.execute(select(informe_salida)).all()
    assert (out.anio, out.secciones, out.autor) == (YEAR, SECTION, SIGNER.id)
    assert [one.name for one in texts.iterdir()] == [file.name]


def test_what_the_data_deny_today_does_not_come_out(engine, texts, store):
    sign(engine, BAD)
    gone = "Dice {valores/IOP.99.99,2024/valor_obtenido} %."
    sign(engine, gone, section="medidas")
    with pytest.raises(ParagraphError, match="98765") as told:
        publish(engine, SIGNER, YEAR, texts, store)
    lead, *rest = str(told.value).splitlines()
    assert "vuelva a abrirla" in lead
    for section, reason in (("medidas", "la celda no existe"), (SECTION, "no está en los datos")):
        (line,) = [one for one in rest if one.startswith(f"Sección «{section}», línea 1: ")]
        assert reason in line
    assert list(texts.iterdir()) == []


def test_the_pages_take_a_text_to_the_file_and_lose_no_word(app, engine, texts):
    author, reviewer, signer = (opened(app, name) for name in ("revisor", "otro revisor",
                                                               "aprobador"))  # fmt: skip
    year = f"/informes/{YEAR}"
    assert 'href="/informes/2024"' in author.get("/informes").text
    assert "Secciones sin firmar: 14 de 14" in author.get(year).text
    assert author.get("/informes/1999").status_code == 404
    assert author.get("/informes/2024/parrafos/otra").status_code == 404
    assert author.post("/informes/2024/parrafos/otra", {"texto": "x"}).status_code == 404
    assert author.post(PLACE, {"texto": BAD, "_version": "0"}).status_code == 303
    assert "98765" in author.get(PLACE).text
    refused = author.post(f"{PLACE}/proponer", {"_version": "1"})
    assert (refused.status_code, "no está en los datos" in refused.text) == (422, True)
    for form, code in (({"texto": PRIVATE, "_version": "1"}, 422),
                       ({"texto": "Lo que tecleé <b>", "_version": "0"}, 409)):  # fmt: skip
        answer = author.post(PLACE, form)
        typed = form["texto"].replace("<b>", "&lt;b&gt;")
        assert (answer.status_code, typed in answer.text) == (code, True)
    assert author.post(PLACE, {"texto": GOOD, "_version": "1"}).status_code == 303
    assert BAD in author.get(PLACE).text, "what was there is a version"
    assert author.post(f"{PLACE}/proponer", {"_version": "2"}).status_code == 303
    assert author.post(f"{PLACE}/revisar", {"_version": "3"}).status_code == 403
    assert reviewer.post(f"{PLACE}/revisar", {"_version": "3"}).status_code == 303
    late = author.post(PLACE, {"texto": "Llegó tarde.", "_version": "3"})
    assert (late.status_code, "Llegó tarde." in late.text) == (409, True)
    stale = signer.post(f"{PLACE}/devolver", {"_version": "3", "razon": "Por la causa."})
    assert (stale.status_code, "Por la causa." in stale.text) == (409, True)
    for _ in "ab":
        assert signer.post(f"{PLACE}/firmar", {"_version": "4"}).status_code == 303
    assert signer.get(PLACE).text.count("· Firmar") == 1, "pressed twice, it is one step"
    assert signer.post(f"{year}/publicar").status_code == 303
    assert free_text.read(texts, YEAR).sections[SECTION].text == GOOD
    assert "Secciones sin firmar: 13 de 14" in opened(app, "lector").get(year).text
    assert "<form" not in opened(app, "lector").get(PLACE).text.split("<main")[1]
    assert outside(engine) == []


def test_what_was_typed_when_the_session_ended_comes_back(app):
    keys = settle(app, "revisor")
    browser = Browser(app)
    gone = browser.post(PLACE, {"texto": "Lo que tecleé."})
    pending = re.search(r'name="_pendiente" value="([^"]*)"', gone.text)[1].replace("&#34;", '"')
    mail = {"correo": f"p{AUTHOR.id}@pe", "clave": "una frase que nadie adivina"}
    browser.post("/entrar", mail | {"_pendiente": pending})
    browser.get("/entrar/segundo-factor")
    code = {"codigo": pyotp.TOTP(keys["revisor"]).now(), "_pendiente": pending}
    back = browser.post("/entrar/segundo-factor", code).text
    assert "Lo que tecleé." in back
    assert "antes de que terminara la sesión" in back


def test_while_the_tables_cannot_be_read_what_was_typed_is_shown(app, tmp_path, monkeypatch):
    def broken(folder):
        raise TableError([Fault("valores.csv", 3, "anio", "x", "no es un año", "corríjalo")])

    monkeypatch.setattr(generator, "tables", broken)
    answer = opened(app, "revisor").post(PLACE, {"texto": "Lo que tecleé.", "_version": "0"})
    assert answer.status_code == 422
    assert "valores.csv:3" in answer.text
    assert "Lo que tecleé." in answer.text


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request):
    return request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")


def test_the_database_holds_a_paragraph_to_its_steps_and_to_four_eyes(base):
    write(base)
    act(base, "proponer", AUTHOR)
    (kept,) = now(base).textos
    step = {"anio": YEAR, "seccion": SECTION, "n": 1, "a": "revisado", "autor": AUTHOR.id,
            "accion": "revisar", "momento": kept.momento}  # fmt: skip
    act(base, "revisar", REVIEWER)
    for line, words in (
        (insert(parrafo_paso).values(step), "lo que escribió"),
        (insert(parrafo_paso).values(step | {"accion": "firmar", "autor": REVIEWER.id}),
         "lo que revisó"),
        (update(informe_parrafo).values(estado="propuesto"), "tabla de estados"),
        *((line, "no se cambia") for table in (parrafo_version, parrafo_paso)
          for line in (update(table).values(autor=5), delete(table))),
    ):  # fmt: skip
        with pytest.raises(DBAPIError, match=words), writing(base) as connection:
            connection.execute(line)
    act(base, "firmar", SIGNER)


def test_an_entity_does_not_see_them_for_the_database_either(postgres, cluster):
    base = connect(at(cluster, roles.APP))
    sign(base, section="contexto")
    for who, seen in ((PEOPLE["registrador"], False), (PEOPLE["lector"], True)):
        for table in (informe_parrafo, parrafo_version, parrafo_paso):
            with reading(base, who.actor) as connection:
                assert bool(connection.execute(select(table.c.seccion)).all()) is seen
    base.dispose()
