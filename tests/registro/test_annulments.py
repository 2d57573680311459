"""A report annulled: two people, a norm, and nobody blamed for what a norm retired."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError

from data.registro import annulments
from data.registro.asked import Asked, listed, pending
from data.registro.database import Actor, reading, writing
from data.registro.moves import ConflictError, ForbiddenError, ImpossibleError, UnmetError
from data.registro.publication import record
from data.registro.publication.publish import publish, resume
from data.registro.schema.annulment import anulacion, anulacion_respuesta
from data.registro.schema.reports import reporte
from data.registro.screening.texts import PrivateTextError
from tests.registro.acts import CODE, IN_TIME, PEOPLE, act, save, seen, state_of
from tests.registro.conftest import PERIOD, person
from tests.registro.ledger import outside
from tests.registro.test_publication import NOW, approve, place, quick, words
from tests.registro.test_publication_postgres import app as as_role
from tests.registro.web import PLACE, application, opened

__all__ = ["as_role", "place", "quick"]
NORM, WHY = "DS 001-2026-IN", "El indicador se fusionó con otro."
ADMIN, APPROVER = PEOPLE["administrador"], PEOPLE["aprobador"]
BOTH = person(11, "administrador", "aprobador", entity="MININTER")


def ask(engine, who=ADMIN, code=CODE, norm=NORM, reason=WHY):
    with writing(engine, who.actor) as connection:
        return annulments.ask(connection, who, Asked(PERIOD, code, norm, reason))


def confirm(engine, number, who=APPROVER):
    report = seen(engine, who)
    with writing(engine, who.actor) as connection:
        annulments.confirm(connection, who, report, number, IN_TIME)


def decline(engine, number, who=APPROVER, reason="Sigue vigente."):
    report = seen(engine, who)
    with writing(engine, who.actor) as connection:
        annulments.decline(connection, who, report, number, reason)


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def said(answer):
    return answer.get_data(as_text=True)


def form(browser, **more):
    page = said(browser.get(PLACE))
    found = re.search(r'name="pedido" value="(\d+)"', page)
    return {"_version": browser.version(), "pedido": found[1] if found else "0"} | more


def test_one_asks_another_confirms_and_all_of_it_is_told(app, engine):
    save(engine, PEOPLE["registrador"])
    admin, approver, officer = (opened(app, name) for name in
                                ("administrador", "aprobador", "registrador"))  # fmt: skip
    asked = {"periodo": PERIOD, "codigo": CODE, "norma": NORM, "motivo": WHY}
    short = admin.post("/anulaciones", asked | {"norma": " "})
    assert (short.status_code, WHY in said(short)) == (422, True), "no word that was typed is lost"
    assert admin.post("/anulaciones", asked).status_code == 303
    again = admin.post("/anulaciones", asked)
    assert (again.status_code, "Ya hay un pedido" in said(again)) == (422, True)
    assert NORM in said(admin.get("/anulaciones"))
    assert f'href="{PLACE}"' not in said(admin.get("/anulaciones")), "who administers sees none"
    assert "Se pidió anularlos (1)" in said(approver.get("/revision"))
    for browser, can in ((officer, False), (approver, True)):
        page = said(browser.get(PLACE))
        assert NORM in page
        assert ("Anular el reporte" in page) is can
    assert officer.post(f"{PLACE}/anular", form(officer)).status_code == 403
    assert approver.post(f"{PLACE}/anular", form(approver)).status_code == 303
    assert seen(engine, PEOPLE["lector"]).estado == "anulado"
    assert f"Está anulado: {NORM}" in said(officer.get(PLACE))
    assert f"{NORM}. {WHY}" in said(officer.get(f"{PLACE}/historial"))
    assert "Se pidió anularlos" not in said(approver.get("/revision"))
    assert officer.post(PLACE, {"_version": "9"}).status_code == 409
    assert outside(engine) == []


def test_one_is_refused_with_its_reason_and_can_be_asked_for_again(app, engine):
    ask(engine)
    approver = opened(app, "aprobador")
    empty = approver.post(f"{PLACE}/anular/rechazar", form(approver, razon=" "))
    assert (empty.status_code, "por qué no" in said(empty)) == (422, True)
    sent = form(approver, razon="Sigue vigente.")
    assert approver.post(f"{PLACE}/anular/rechazar", sent).status_code == 303
    assert seen(engine, APPROVER).estado == "pendiente"
    assert "Sigue vigente." in said(opened(app, "administrador").get("/anulaciones"))
    with reading(engine) as connection:
        assert pending(connection, ADMIN, PERIOD, CODE) is None
    second = ask(engine, norm="RM 2")
    with pytest.raises(ConflictError):
        confirm(engine, int(sent["pedido"]))
    confirm(engine, second)
    assert outside(engine) == []


def test_nobody_does_it_alone_nor_without_its_norm(engine):
    for norm, reason in ((" ", WHY), (NORM, " ")):
        with pytest.raises(UnmetError):
            ask(engine, norm=norm, reason=reason)
    with pytest.raises(PrivateTextError):
        ask(engine, reason="Lo dijo la menor Rosa Quispe, DNI 45879632.")
    with pytest.raises(UnmetError, match="no se espera"):
        ask(engine, code="IOP.99.99")
    with pytest.raises(ForbiddenError):
        ask(engine, APPROVER)
    with pytest.raises(UnmetError, match="dos personas"):
        confirm(engine, 0)
    number = ask(engine, BOTH)
    with pytest.raises(UnmetError, match="dos personas"):
        confirm(engine, number, BOTH)
    with pytest.raises(UnmetError, match="otra persona"):
        decline(engine, number, BOTH)
    for name in ("revisor", "lector", "registrador", "responsable"):
        with pytest.raises(ForbiddenError):
            confirm(engine, number, PEOPLE[name])
        with pytest.raises(ForbiddenError):
            decline(engine, number, PEOPLE[name])
    assert seen(engine, APPROVER).estado == "pendiente"
    confirm(engine, number)
    assert seen(engine, APPROVER).estado == "anulado"


def test_who_had_a_hand_in_a_report_does_not_annul_it(engine):
    mixed = person(3, "revisor", "aprobador", entity="MININTER")
    save(engine, PEOPLE["registrador"])
    act(engine, PEOPLE["responsable"], "enviar")
    act(engine, PEOPLE["revisor"], "tomar")
    number = ask(engine)
    with pytest.raises(ForbiddenError):
        confirm(engine, number, mixed)
    confirm(engine, number)


def test_what_is_public_or_in_a_cut_is_not_annulled(engine, quick):
    approve(engine)
    number = ask(engine)

    def die(name):
        if name == "cambiar":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(engine, APPROVER, PERIOD, replace(quick, step=die), NOW)
    with reading(engine) as connection:
        assert record.unfinished(connection)
    with pytest.raises(UnmetError, match="corte"):
        confirm(engine, number)
    resume(engine, APPROVER, quick)
    with pytest.raises(ImpossibleError):
        confirm(engine, number)
    decline(engine, number)
    act(engine, PEOPLE["responsable"], "corregir")
    first = seen(engine, APPROVER)
    assert first.serie == 2
    confirm(engine, ask(engine))
    assert state_of(engine, first.id).estado == "anulado"
    assert seen(engine, APPROVER).estado == "publicado", "what was public stays"


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request):
    return request.getfixturevalue("engine" if request.param == "sqlite" else "as_role")


def test_the_database_itself_asks_for_two_people(base):
    report = seen(base, APPROVER)
    number = ask(base)
    with reading(base) as connection:
        other = connection.execute(select(reporte.c.id).where(reporte.c.codigo != CODE)).scalar()
    answer = {"anulacion": number, "persona": APPROVER.id, "momento": NOW}
    lines = [
        (update(reporte).where(reporte.c.id == report.id).values(estado="anulado", version=1),
         "dos personas"),
        (insert(anulacion).values(periodo=PERIOD, codigo=CODE, entidad="PNP", norma="x",
                                  motivo="y", persona=9, momento=NOW), "sin respuesta"),
        (insert(anulacion_respuesta).values(answer | {"persona": ADMIN.id, "motivo": "x"}),
         "otra persona"),
        (insert(anulacion_respuesta).values(answer | {"reporte": other}), "no es el del pedido"),
        (insert(anulacion_respuesta).values(answer), "dicho"),
        (update(anulacion).values(norma="otra"), "no se cambia"),
        (text("DELETE FROM anulacion"), "no se cambia"),
    ]  # fmt: skip
    for line, why in lines:
        with pytest.raises(DBAPIError) as caught, writing(base, APPROVER.actor) as connection:
            connection.execute(line)
        assert re.search(why, str(caught.value.orig)), str(line)
    confirm(base, number)
    assert seen(base, APPROVER).estado == "anulado"
    for line in (update(anulacion_respuesta).values(motivo="x"),
                 text("DELETE FROM anulacion_respuesta")):  # fmt: skip
        with pytest.raises(DBAPIError, match="no se cambia"), writing(base) as connection:
            connection.execute(line)


def test_each_sees_the_requests_of_his_entity_and_who_administers_no_report(base):
    number = ask(base)
    decline(base, number)
    ask(base, code="ISS.02.04.03.01")
    counts = {"registrador": 1, "otra entidad": 1, "aprobador": 2, "lector": 2,
              "administrador": 2, "regional": 0}  # fmt: skip
    for name, amount in counts.items():
        with reading(base, PEOPLE[name].actor) as connection:
            assert len(listed(connection, PEOPLE[name])) == amount, name
            if base.dialect.name == "postgresql":
                for table in (anulacion, anulacion_respuesta):
                    held = connection.execute(select(table)).all()
                    both = amount == 2 or name == "registrador"
                    assert len(held) == (amount if table is anulacion else both), name
    if base.dialect.name == "postgresql":
        with reading(base, ADMIN.actor) as connection:
            assert connection.execute(select(reporte)).all() == []
        with reading(base, Actor("9")) as connection:
            assert connection.execute(select(anulacion)).all() == []


def test_a_cut_says_what_was_annulled_and_by_which_norm(engine, quick):
    confirm(engine, ask(engine, norm=NORM.replace(" ", "\n \t", 1)))
    publish(engine, APPROVER, PERIOD, quick, NOW)
    row = words(quick, "reportes")[CODE, PERIOD, "1"]
    assert (row["estado"], row["motivo"]) == ("anulado", NORM)
    assert seen(engine, APPROVER).estado == "anulado"
