"""Every address × every role × own and other entity × every state, from one table."""

import itertools

import pytest
from sqlalchemy import text, update

from callbacks.registro.table import GATES
from data.registro.database import writing
from data.registro.rights import puede
from data.registro.schema.reports import reporte
from data.registro.states import ACTIONS, TABLE
from data.registro.vocabulary import STATES
from tests.registro.acts import CODE, PEOPLE, save, seen
from tests.registro.agreed import agree
from tests.registro.conftest import PERIOD
from tests.registro.web import ORIGIN, PLACE, Browser, application, opened

ROLES = [name for name in PEOPLE if name not in ("sistema", "todo")]
SEE = {"registrador", "responsable", "revisor", "otro revisor", "aprobador", "lector"}
EVERYBODY = set(ROLES)
REPORTING = {"revisor", "otro revisor", "aprobador"}
KEYS = {"revisor", "otro revisor", "aprobador", "administrador"}
# Address, form: who is let through; for nobody else is it there. One outside the table fails.
WHO = {
    "tareas": ("/", EVERYBODY),
    "cuenta": ("/mi-cuenta", EVERYBODY),
    "cuenta_sesiones": ("/mi-cuenta/sesiones", EVERYBODY),
    "cuenta_clave": ("/mi-cuenta/clave", EVERYBODY),
    "llaves": ("/mi-cuenta/llaves", KEYS),
    "llaves_nueva": ("/mi-cuenta/llaves", KEYS),
    "llaves_retirar": ("/mi-cuenta/llaves/999/retirar", KEYS),
    "periodo": (f"/periodos/{PERIOD}", EVERYBODY),
    "reporte": (PLACE, SEE),
    "reporte_guardar": (PLACE, {"registrador"}),
    "reporte_accion": (f"{PLACE}/enviar", {"responsable"}),
    "reporte_responder": (f"{PLACE}/responder", {"registrador"}),
    "reporte_evidencia": (f"{PLACE}/evidencia", {"registrador"}),
    "historial": (f"{PLACE}/historial", SEE),
    "comparar": (f"{PLACE}/comparar/1/1", SEE),
    "evidencia": ("/evidencias/1", SEE),
    "personas": ("/personas", {"administrador"}),
    "personas_nueva": ("/personas", {"administrador"}),
    "personas_invitar": ("/personas/7/invitar", {"administrador"}),
    "personas_retirar": ("/personas/7/retirar", {"administrador"}),
    "personas_terminar": ("/designaciones/terminar", {"administrador"}),
    "personas_sesiones": ("/personas/7/sesiones", {"administrador"}),
    "personas_designar": ("/designaciones", {"administrador"}),
    "calendario": ("/calendario", EVERYBODY),
    "calendario_anio": ("/calendario", {"administrador"}),
    "calendario_fechas": (f"/calendario/{PERIOD}/fechas", {"administrador"}),
    "calendario_abrir": (f"/calendario/{PERIOD}/abrir", {"administrador"}),
    "calendario_prorroga": (f"/calendario/{PERIOD}/prorroga", {"administrador"}),
    "fichas": ("/fichas", EVERYBODY),
    "ficha": (f"/fichas/{CODE}", EVERYBODY),
    "ficha_cambiar": (f"/fichas/{CODE}", {"administrador"}),
    "ficha_meta": (f"/fichas/{CODE}/meta", {"administrador"}),
    "metas": ("/metas/2025", EVERYBODY),
    "plantilla": (f"/plantillas/{PERIOD}.xlsx", {"registrador", "otra entidad"}),
    "cargas": ("/cargas", {"registrador", "otra entidad"}),
    "cargas_simular": ("/cargas", {"registrador", "otra entidad"}),
    "cargas_confirmar": (f"/cargas/{'0' * 64}/confirmar", {"registrador", "otra entidad"}),
    "revision": ("/revision", {"revisor", "otro revisor", "aprobador"}),
    "cortes": ("/cortes", {"aprobador"}),
    "corte_nuevo": ("/cortes/nuevo", {"aprobador"}),
    "corte_publicar": ("/cortes/nuevo", {"aprobador"}),
    "corte_completar": ("/cortes/completar", {"aprobador"}),
    "corte_descartar": ("/cortes/descartar", {"aprobador"}),
    "anulaciones": ("/anulaciones", {"administrador", "aprobador"}),
    "anulacion_pedir": ("/anulaciones", {"administrador"}),
    "anulacion_rechazar": (f"{PLACE}/anular/rechazar", {"aprobador"}),
    "informes": ("/informes", REPORTING | {"lector"}),
    "informe": ("/informes/2024", REPORTING | {"lector"}),
    "informe_publicar": ("/informes/2024/publicar", {"aprobador"}),
    "parrafo": ("/informes/2024/parrafos/op-03", REPORTING | {"lector"}),
    "parrafo_guardar": ("/informes/2024/parrafos/op-03", REPORTING),
    "parrafo_accion": ("/informes/2024/parrafos/op-03/proponer", REPORTING),
    "acuerdos": ("/acuerdos", SEE | {"otra entidad"}),
    "acuerdos_nuevo": ("/acuerdos", {"aprobador"}),
    "acuerdos_sesion": ("/acuerdos/sesiones", {"aprobador"}),
    "acuerdo": ("/acuerdos/1", SEE),
    "acuerdo_corregir": ("/acuerdos/1", {"aprobador"}),
    "acuerdo_seguir": ("/acuerdos/1/seguimiento", {"registrador", "responsable"}),
    "acuerdo_decidir": ("/acuerdos/1/confirmar", {"aprobador"}),
    "auditoria": ("/auditoria", {"lector", "administrador", "aprobador"}),
    "auditoria_verificar": ("/auditoria/verificar", {"lector", "administrador", "aprobador"}),
}
OPEN = {
    *("entrar", "entrar_enviar", "segundo", "segundo_enviar", "salir", "invitacion"),
    *("guion_llaves", "llave"),
    *("invitacion_enviar", "olvido", "olvido_enviar", "salud", "archivo", "estilo", "guion"),
}
# What is answered to who is let through but asks for what is not there or lacks something.
LACKING = {
    "comparar": (404,),
    "evidencia": (404,),
    "personas_designar": (422,),
    "personas_terminar": (422,),
    "calendario_anio": (422,),
    "calendario_fechas": (422,),
    "calendario_abrir": (422,),
    "calendario_prorroga": (422,),
    "ficha_cambiar": (422,),
    "ficha_meta": (422,),
    "cargas_simular": (400,),
    "cargas_confirmar": (404,),
    "personas_nueva": (422,),
    "cuenta_sesiones": (422,),
    "cuenta_clave": (422,),
    "llaves_nueva": (422,),
    "llaves_retirar": (422,),
    "corte_nuevo": (404,),
    "corte_publicar": (404,),
    "anulacion_pedir": (422,),
    "anulacion_rechazar": (422,),
    "corte_descartar": (422,),
    "informe_publicar": (422,),
    "parrafo_guardar": (422,),
    "parrafo_accion": (409,),
    "acuerdos_nuevo": (422,),
    "acuerdos_sesion": (422,),
    "acuerdo_corregir": (422,),
    "acuerdo_seguir": (404,),
    "acuerdo_decidir": (404,),
    "reporte_responder": (400,),
    "reporte_evidencia": (400,),
    "reporte_accion": (409, 422),
}
# What the indicators are called is public; what an entity reports of one is not.
NAMING = ("tareas", "periodo", "fichas", "ficha", "ficha_cambiar", "ficha_meta", "metas")
WEB = [action for action in ACTIONS if action not in ("guardar", "publicar", "cerrar")]


@pytest.fixture
def app(engine, tmp_path):
    agree(engine)
    return application(engine, tmp_path)


def rules(app):
    return {rule.endpoint: rule for rule in app.url_map.iter_rules()}


def test_every_address_is_in_the_tables(app):
    assert set(rules(app)) == set(GATES) == set(WHO) | OPEN
    for rule in rules(app).values():
        assert rule.methods - {"HEAD", "OPTIONS"} in ({"GET"}, {"POST"}), rule


def asked(app, browser, endpoint):
    place, _ = WHO[endpoint]
    if "POST" in rules(app)[endpoint].methods:
        return browser.post(place, {"_version": "0"})
    return browser.get(place)


def test_nobody_sees_anything_before_entering(app):
    for endpoint in WHO:
        answer = asked(app, Browser(app), endpoint)
        assert answer.status_code in (303, 401), endpoint
        assert CODE.encode() not in answer.data


def test_each_address_is_there_for_the_roles_of_the_table_and_for_nobody_else(app):
    wrong = []
    for name in ROLES:
        browser = opened(app, name)
        for endpoint, (_, who) in WHO.items():
            answer = asked(app, browser, endpoint)
            good = (200, 303, *LACKING.get(endpoint, ()))
            held = answer.status_code in (good if name in who else (403, 404, 400, 409))
            wrong += [] if held else [(name, endpoint, answer.status_code)]
            foreign = name in ("otra entidad", "regional", "administrador")
            if foreign and endpoint not in NAMING:
                assert "víctimas detectadas".encode() not in answer.data
    assert not wrong


def test_the_gate_of_each_address_names_the_roles_of_the_table():
    """Where who is let through and who is not would both be answered «no existe»."""
    for endpoint, (place, who) in WHO.items():
        office = GATES[endpoint].office
        if not place.startswith(("/reportes/", "/evidencias/", "/acuerdos/1")):
            let = {name for name in ROLES if not office or puede(PEOPLE[name], office)}
            assert let == who, endpoint


def loosen(engine):
    """Let a test put a report in any state."""
    with engine.begin() as connection:
        for name in ("reporte_paso", "reporte_version_sube", "reporte_anula"):
            connection.execute(text(f"DROP TRIGGER {name}"))


def put(engine, number, state, hand):
    with writing(engine) as connection:
        cells = {"estado": state, "version": 7, "actual": 1, "tomado_por": hand}
        connection.execute(update(reporte).where(reporte.c.id == number).values(cells))
        # What a correction gave birth to is put away.
        born = (reporte.c.codigo == CODE, reporte.c.serie > 1)
        away = {"estado": "anulado", "version": reporte.c.version + 1}
        connection.execute(update(reporte).where(*born).values(away))


@pytest.mark.parametrize("state", STATES)
def test_each_action_is_done_only_by_who_the_table_of_states_names(app, engine, state):
    save(engine, PEOPLE["registrador"], {"estado_dato": "dato", "valor": "10"})
    loosen(engine)
    number = seen(engine, PEOPLE["lector"]).id
    for name in ROLES:
        browser = opened(app, name)
        held = {one.rol for one in PEOPLE[name].designaciones} if name in SEE else set()
        put(engine, number, state, PEOPLE[name].id)
        assert browser.get(PLACE).status_code == (200 if name in SEE else 404)
        code = 0
        for action in WEB:
            if code == 303:
                put(engine, number, state, PEOPLE[name].id)
            form = {"_version": "7", "razon": "Motivo.", "campo": "texto", "texto": "Diga más."}
            code = browser.post(f"{PLACE}/{action}", form).status_code
            move = TABLE.get((state, action))
            if name not in SEE:
                assert code == 404, (name, action)
            elif move is None:
                assert code in (403, 409), (name, action)
            else:
                may = bool(held & set(move.quien))
                assert code in ((303, 422) if may else (403,)), (name, action, code)


def test_what_is_not_an_address_says_so_and_nothing_else(app):
    browser = opened(app, "registrador")
    places = ("/nada", f"{PLACE}/publicar", "/reportes/1999/X", "/periodos/1999", "/assets/../x",
              "/evidencias/99999999999999999999", f"{PLACE}/comparar/1/x")  # fmt: skip
    for place, post in itertools.product(places, (False, True)):
        answer = browser.post(place) if post else browser.get(place)
        assert answer.status_code in (404, 405), (place, post)
    assert browser.client.put(PLACE, base_url=ORIGIN).status_code == 405
    for header in ("Content-Security-Policy", "X-Content-Type-Options"):
        assert header in browser.get("/nada").headers
    assert browser.get("/").headers["Cache-Control"] == "no-store"
