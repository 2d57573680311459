"""Reviewing and publishing by the pages: the queue, the second reviewer, the cut."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import update

from data.hot_reload import snapshot
from data.registro.database import writing
from data.registro.publication.plan import RehearsalError, judged
from data.registro.publication.publish import publish
from data.registro.publication.review_mark import WORDS
from data.registro.rights import Subject, puede
from data.registro.schema.people import designacion
from tests.registro.acts import CODE, PEOPLE, act, save, seen
from tests.registro.conftest import PERIOD, person
from tests.registro.test_publication import (
    NOW,
    SOURCE,
    approve,
    place,
    quick,
    settle_people,
    words,
)
from tests.registro.web import PLACE, application, opened

__all__ = ["place", "quick"]
NEW = f"/cortes/nuevo?periodo={PERIOD}"


@pytest.fixture
def app(engine, quick, tmp_path):
    app = application(engine, tmp_path)
    app.extensions["registro"] = replace(app.extensions["registro"], place=quick)
    return app


def text(answer):
    return answer.get_data(as_text=True)


def print_of(page):
    return re.search(r'name="huella" value="([0-9a-f]{64})"', page)[1]


def test_who_reviews_takes_from_the_queue_and_who_approves_publishes_what_he_looked_at(
    app, engine, quick
):
    save(engine, PEOPLE["registrador"])
    act(engine, PEOPLE["responsable"], "enviar")
    reviewer, approver = opened(app, "revisor"), opened(app, "aprobador")
    assert "Por tomar (1)" in text(reviewer.get("/revision"))
    taken = reviewer.post(f"{PLACE}/tomar", {"_version": reviewer.version("/revision")})
    assert taken.status_code == 303
    assert "a su cargo (1)" in text(reviewer.get("/revision"))
    assert "otra persona (1)" in text(approver.get("/revision"))
    reviewer.post(f"{PLACE}/recomendar", {"_version": reviewer.version()})
    assert "Por aprobar (1)" in text(approver.get("/revision"))
    approver.post(f"{PLACE}/aprobar", {"_version": approver.version()})
    assert "a la espera de un corte (1)" in text(approver.get("/revision"))
    before = snapshot.files(quick.tables)
    page = text(approver.get(NEW))
    assert f"reportes.csv: + {CODE}, {PERIOD}, PNP, publicado" in page
    assert snapshot.files(quick.tables) == before
    form = {"periodo": PERIOD, "huella": "0" * 64}
    again = approver.post("/cortes/nuevo", form)
    assert again.status_code == 409
    assert snapshot.files(quick.tables) == before
    done = approver.post("/cortes/nuevo", form | {"huella": print_of(text(again))})
    assert done.headers["Location"] == "/cortes?hecho"
    assert words(quick, "reportes")[CODE, PERIOD, "1"]["estado"] == "publicado"
    assert seen(engine, PEOPLE["aprobador"]).estado == "publicado"
    assert "0" * 12 in text(approver.get("/cortes"))
    assert "No cambia ninguna fila" in text(approver.get(NEW))


def test_a_cut_that_was_interrupted_is_completed_by_its_page(app, engine, quick):
    approve(engine)
    approver = opened(app, "aprobador")

    def break_off(name):
        if name == "guardar":
            raise OSError("sin espacio")

    parts = app.extensions["registro"]
    app.extensions["registro"] = replace(parts, place=replace(quick, step=break_off))
    form = {"periodo": PERIOD, "huella": print_of(text(approver.get(NEW)))}
    broken = approver.post("/cortes/nuevo", form)
    assert broken.status_code == 422
    assert "sin espacio" in text(broken)
    assert "ya se leen" in text(broken)
    assert "por completar" in text(approver.get("/cortes"))
    app.extensions["registro"] = parts
    approver.post("/cortes/completar")
    assert "por completar" not in text(approver.get("/cortes"))
    assert seen(engine, PEOPLE["aprobador"]).estado == "publicado"


def test_a_cut_that_was_begun_is_discarded_by_its_page(app, engine, quick):
    approve(engine)
    approver = opened(app, "aprobador")

    def break_off(name):
        if name == "cambiar":
            raise OSError("sin espacio")

    parts = app.extensions["registro"]
    app.extensions["registro"] = replace(parts, place=replace(quick, step=break_off))
    form = {"periodo": PERIOD, "huella": print_of(text(approver.get(NEW)))}
    assert approver.post("/cortes/nuevo", form).status_code == 422
    app.extensions["registro"] = parts
    page = text(approver.get("/cortes"))
    number = re.search(r'name="corte" value="(\d+)"', page)[1]
    empty = approver.post("/cortes/descartar", {"corte": number, "razon": " "})
    assert (empty.status_code, "por qué se descarta" in text(empty)) == (422, True)
    file = quick.tables / "reportes.csv"
    old = file.read_bytes()
    file.write_bytes(old + b"x")
    doubt = approver.post("/cortes/descartar", {"corte": number, "razon": "Falta un anexo."})
    assert (doubt.status_code, "puede ser público" in text(doubt)) == (422, True)
    file.write_bytes(old)
    sent = approver.post("/cortes/descartar", {"corte": number, "razon": "Falta un anexo."})
    assert sent.status_code == 303
    page = text(approver.get("/cortes"))
    assert 'Se descartó: <span class="entero">Falta un anexo.' in page
    assert "por completar" not in page
    approver.post(f"{PLACE}/reabrir", {"_version": approver.version(), "razon": "Un anexo."})
    assert seen(engine, PEOPLE["aprobador"]).estado == "observado"


def test_a_page_that_the_board_cannot_write_keeps_a_cut_from_being_public(engine, quick):
    approve(engine)
    before = snapshot.files(quick.tables)
    broken = replace(quick, rehearse=lambda folder: f"la página de {len(list(folder.iterdir()))}")
    with pytest.raises(RehearsalError, match=f"la página de {len(before)}$"):
        publish(engine, PEOPLE["aprobador"], PERIOD, broken, NOW)
    assert snapshot.files(quick.tables) == before
    assert seen(engine, PEOPLE["aprobador"]).estado == "aprobado"


def test_faults_are_shown_by_file_and_line(app, engine, quick):
    approve(engine)
    file = quick.tables / "valores.csv"
    file.write_text(file.read_text("utf-8").replace("IOP.01.01,2019", "IOP.01.99,2019"))
    parts = app.extensions["registro"]
    app.extensions["registro"] = replace(parts, place=replace(quick, judge=judged))
    answer = opened(app, "aprobador").get(NEW)
    assert answer.status_code == 422
    assert re.search(r"valores\.csv:\d+: ", text(answer))


def own_report(engine, *reviewers):
    """A report of an entity, reviewed by somebody of the same and seconded by others."""
    settle_people(engine)
    with writing(engine) as connection:
        own = (designacion.c.persona == PEOPLE["revisor"].id, designacion.c.rol == "revisor")
        connection.execute(update(designacion).where(*own).values(entidad="PNP"))
    save(engine, PEOPLE["registrador"])
    for name, action in (("responsable", "enviar"), ("revisor", "tomar"),
                         ("revisor", "recomendar")):  # fmt: skip
        act(engine, PEOPLE[name], action)
    for who in reviewers:
        act(engine, who, "visar")
    act(engine, PEOPLE["aprobador"], "aprobar")


@pytest.mark.parametrize("seconded", [False, True])
def test_what_only_its_own_institution_reviewed_says_so_until_another_gives_its_approval(
    app, engine, quick, seconded
):
    own_report(engine, *([PEOPLE["otro revisor"]] if seconded else []))
    approver = opened(app, "aprobador")
    assert (WORDS in text(approver.get("/revision"))) is not seconded
    assert ("nadie de otra da su visto bueno" in text(approver.get(PLACE))) is not seconded
    publish(engine, PEOPLE["aprobador"], PERIOD, quick, NOW)
    place = words(quick, "fuentes")[SOURCE,]["localizador"]
    assert place == "Serie 1, versión 2" + ("" if seconded else f"; {WORDS}")


def test_the_second_reviewer_is_of_another_institution_and_had_no_hand_in_it():
    subject = Subject("PNP", "recomendado", frozenset({1}), 3, frozenset({3}))
    assert puede(person(4, "revisor", entity="MIMP"), "visar", subject)
    assert not puede(person(4, "revisor", entity="PNP"), "visar", subject)
    assert not puede(person(3, "revisor", entity="MIMP"), "visar", subject)
    assert not puede(person(1, "revisor", entity="MIMP"), "visar", subject)
    assert not puede(person(4, "aprobador", entity="MIMP"), "visar", subject)
