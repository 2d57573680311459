"""The forms over HTTP: nothing typed is lost, what is private is not kept, files are judged."""

import io
import json
import random
import re
import struct
import zipfile
import zlib
from datetime import UTC, datetime, timedelta
from html import unescape

import pyotp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from callbacks.registro.expired import unpacked
from components.registro.templates import heading
from components.registro.texts import word
from data.registro.calendar import closing
from data.registro.chain import verify
from data.registro.database import reading, writing
from data.registro.schema.people import persona, sesion
from data.registro.schema.plan import ficha
from data.registro.schema.reports import desagregado, reporte_version
from data.registro.schema.trail import auditoria
from data.registro.screening.files import FileError, fit
from tests.registro.acts import PEOPLE, VALID, save, seen
from tests.registro.twin import CLOSED
from tests.registro.web import PASSWORD, PLACE, Browser, application, entered, opened, settle


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def kept(engine):
    with reading(engine) as connection:
        rows = connection.execute(select(reporte_version.c.escrito).order_by(reporte_version.c.n))
        return [json.loads(text) for text in rows.scalars()]


def area(page, name):
    found = re.search(rf'<textarea id="campo-{name}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return unescape(found[1])


def test_what_is_typed_comes_back_as_it_was_typed(app, engine):
    browser = opened(app, "registrador")
    said = "\nPrimera línea\n  «ñ» <script>alert(1)</script> & 'x'\n\n"
    form = {"_version": browser.version(), "estado_dato": "dato", "valor": "no sé", "texto": said}
    assert browser.post(PLACE, form).status_code == 303
    assert kept(engine)[0]["texto"] == said
    page = browser.get(PLACE).get_data(as_text=True)
    assert area(page, "texto") == said
    assert "<script>alert" not in page
    assert 'href="#campo-valor"' in page
    assert 'id="campo-valor"' in page


def test_every_fault_of_the_summary_leads_to_a_field_of_the_page(app):
    browser = opened(app, "registrador")
    forms = ({}, {"estado_dato": "dato"}, {"estado_dato": "cero"}, {"estado_dato": "nd"},
             {"estado_dato": "dato", "valor": "99999", "texto": "Son 3 sentencias."})  # fmt: skip
    for form in forms:
        browser.post(
            PLACE, {**form, "texto": form.get("texto", "x"), "_version": browser.version()}
        )
        page = browser.get(PLACE).get_data(as_text=True)
        named = re.findall(r'href="#(campo-[\w-]+)"', page)
        assert named, form
        assert [name for name in named if f'id="{name}"' not in page] == []


def test_a_button_pressed_twice_is_no_conflict_and_going_back_shows_both_texts(app, engine):
    browser, version = opened(app, "registrador"), "0"
    form = {"_version": version, **VALID, "texto": "Lo mío."}
    assert [browser.post(PLACE, form).status_code for _ in "ab"] == [303, 303]
    assert len(kept(engine)) == 1
    other = browser.post(PLACE, form | {"texto": "Lo de la otra pestaña."})
    page = other.get_data(as_text=True)
    assert other.status_code == 409
    assert "Lo mío." in page
    assert area(page, "texto") == "Lo de la otra pestaña."
    assert [one["texto"] for one in kept(engine)] == ["Lo mío.", "Lo de la otra pestaña."]
    again = browser.post(PLACE, form | {"texto": "Los dos.", "_version": browser.version()})
    assert again.status_code == 303


def test_what_is_typed_survives_the_end_of_the_session(app, engine):
    keys = settle(app, "registrador")
    browser = Browser(app)
    browser.enter("registrador", keys["registrador"])
    form = {"_version": browser.version(), **VALID, "texto": "Mucho trabajo «de una tarde»."}
    with writing(engine) as connection:
        old = datetime.now(UTC) - timedelta(hours=1)
        connection.execute(update(sesion).values(vista=old))
        connection.execute(update(persona).values(totp_usado=None))
    late = browser.post(PLACE, form)
    assert late.status_code == 401
    page = browser.post("/entrar", pending(late) | {"correo": "p1@pe", "clave": PASSWORD})
    code = {"codigo": pyotp.TOTP(keys["registrador"]).now()}
    back = browser.post("/entrar/segundo-factor", pending(page) | code).get_data(as_text=True)
    assert area(back, "texto") == form["texto"]
    assert browser.post(PLACE, form | {"_version": browser.version()}).status_code == 303
    assert kept(engine)[-1]["texto"] == form["texto"]


def pending(answer):
    found = re.search(r'name="_pendiente" value="([^"]*)"', answer.get_data(as_text=True))
    return {"_pendiente": unescape(found[1])}


def test_a_datum_of_a_victim_is_not_kept_and_the_rest_is_not_lost(app, engine):
    browser = opened(app, "registrador")
    said = "Trabajo largo. La menor Rosa Quispe Huamán, de 15 años, DNI 45879632."
    answer = browser.post(PLACE, {"_version": browser.version(), **VALID, "texto": said})
    assert answer.status_code == 422
    assert area(answer.get_data(as_text=True), "texto") == said
    assert kept(engine) == []
    with reading(engine) as connection:
        trail = connection.execute(select(auditoria.c.datos)).scalars().all()
        assert not [row for row in trail if "45879632" in row or "Quispe" in row]


def test_a_report_goes_from_draft_to_approved_over_the_web(app, engine):
    officer, head = opened(app, "registrador"), opened(app, "responsable")
    reviewer, secretary = opened(app, "revisor"), opened(app, "aprobador")

    def act(browser, action, **more):
        done = browser.post(f"{PLACE}/{action}", {"_version": browser.version(), **more})
        assert done.status_code == 303, (action, done.get_data(as_text=True))

    officer.post(PLACE, {"_version": officer.version(), **VALID})
    act(head, "enviar")
    assert "Pueden cambiar su estado" in officer.get(PLACE).get_data(as_text=True)
    act(reviewer, "tomar")
    act(reviewer, "observar", campo="texto", texto="¿De dónde sale?")
    observed = officer.get(PLACE).text
    assert word("reporte.por_responder", n=1) in observed
    assert word("reporte.nada") not in observed
    assert "<strong>Qué se hizo</strong>: " in observed
    number = re.search(r'name="observacion" value="(\d+)"', observed)[1]
    act(officer, "responder", observacion=number, respuesta="De los partes.")
    assert word("reporte.nada") in officer.get(PLACE).text
    act(head, "enviar")
    for browser, action in ((reviewer, "tomar"), (reviewer, "recomendar"), (secretary, "aprobar")):
        act(browser, action)
    assert seen(engine, PEOPLE["lector"]).estado == "aprobado"
    history = officer.get(f"{PLACE}/historial").text
    assert "recomendar" in history
    # What is only read names its fields and its state as the form does.
    read = officer.get(PLACE).text
    assert '<strong>Qué se reporta</strong></dt><dd class="entero">Hay dato</dd>' in read
    assert not re.search(r"<dt><strong>[a-z_]+</strong></dt>", read)
    assert "Persona 5" in history
    assert officer.get(f"{PLACE}/comparar/1/2").status_code == 200
    with reading(engine) as connection:
        assert list(verify(connection)) == []


def test_what_was_observed_and_closed_can_still_be_answered_and_sent(app, engine):
    officer, head = opened(app, "registrador"), opened(app, "responsable")
    reviewer = opened(app, "revisor")

    def act(browser, action, **more):
        done = browser.post(f"{PLACE}/{action}", {"_version": browser.version(), **more})
        assert done.status_code == 303, (action, done.get_data(as_text=True))

    officer.post(PLACE, {"_version": officer.version(), **VALID})
    act(head, "enviar")
    act(reviewer, "tomar")
    act(reviewer, "observar", campo="texto", texto="¿De dónde sale?")
    with writing(engine) as connection:
        closing(connection, CLOSED)
    assert seen(engine, PEOPLE["lector"]).estado == "sin-reporte"
    number = re.search(r'name="observacion" value="(\d+)"', officer.get(PLACE).text)[1]
    act(officer, "responder", observacion=number, respuesta="De los partes.")
    act(head, "enviar")
    assert seen(engine, PEOPLE["lector"]).estado == "enviado"


def test_a_field_is_called_as_in_the_form_and_a_fact_by_its_row():
    assert heading("sin_evidencia") == "Si no hay evidencia, por qué"
    assert heading("hecho_1_fecha") == "Fecha, 1"
    assert heading("hecho_2_lugar") == "UBIGEO del distrito, 2"
    assert heading("lo que alguien escribió") == "lo que alguien escribió"


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


PNG = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
       + chunk(b"tEXt", b"Author\0Rosa Quispe") + chunk(b"eXIf", b"GPS")
       + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))  # fmt: skip
JPEG = (b"\xff\xd8\xff\xe0\x00\x04JF\xff\xe1\x00\x05GPS\xff\xfe\x00\x06Rosa"
        b"\xff\xda\x00\x02\x01\x02\xff\xd9<script>")  # fmt: skip


def office(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        for name, body in members.items():
            archive.writestr(name.replace("__", "/"), body)
    return held.getvalue()


def test_an_image_is_kept_without_what_says_where_and_who():
    for whole, mime in ((PNG + b"<script>", "image/png"), (JPEG, "image/jpeg")):
        bare = fit(whole)
        assert bare.mime == mime
        assert not [word for word in (b"GPS", b"Rosa", b"script") if word in bare.content]
        assert fit(bare.content).content == bare.content


BAD = {
    "empty": b"",
    "too large": b"a" * (10 * 1024 * 1024 + 1),
    "a program": b"MZ\x90\x00" + bytes(50),
    "svg": b"<svg onload='x'/>",
    "half a png": PNG[:40],
    "half a jpeg": JPEG[:10],
    "pdf that runs": b"%PDF-1.4 /OpenAction /JavaScript %%EOF",
    "half a pdf": b"%PDF-1.4",
    "zip": office(otro="x"),
    "macros": office(xl__workbook="x", **{"xl__workbook.xml": "x", "xl__vbaProject.bin": "x"}),
    "not a zip": b"PK\x03\x04" + bytes(40),
    "names a person": office(**{"word__document.xml": "<p>DNI 45879632</p>"}),
    "text that names": b"La menor R.M.Q. (15)",
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_may_not_be_kept_is_refused_with_a_reason(name):
    with pytest.raises(FileError) as caught:
        fit(BAD[name])
    assert str(caught.value).endswith(".")


def test_whatever_byte_of_a_document_is_damaged_it_is_kept_whole_or_refused():
    whole = office(**{"word__document.xml": "<p>Acta de la reunión, sin nombres.</p>" * 20})
    assert fit(whole).content == whole
    refused = 0
    for place in range(4, len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 4
        try:
            fit(bytes(damaged))
        except FileError:
            refused += 1
    assert refused > len(whole) / 3


def test_a_bomb_is_not_opened():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", bytes(101 * 1024 * 1024))
    assert len(held.getvalue()) < 1024 * 1024
    with pytest.raises(FileError, match="ocupa demasiado"):
        fit(held.getvalue())


def test_evidence_is_downloaded_and_never_shown(app, engine):
    browser = opened(app, "registrador")
    browser.post(PLACE, {"_version": browser.version(), **VALID})
    form = {
        "_version": browser.version(),
        "titulo": "Acta",
        "archivo": (io.BytesIO(PNG), "../a.png"),
    }
    sent = browser.post(f"{PLACE}/evidencia", form, content_type="multipart/form-data")
    assert sent.status_code == 303
    file = browser.get("/evidencias/1")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert b"Rosa" not in file.data
    assert opened(app, "otra entidad").get("/evidencias/1").status_code == 404
    bad = {
        "_version": browser.version(),
        "titulo": "x",
        "archivo": (io.BytesIO(b"<svg/>"), "a.png"),
    }
    refused = browser.post(f"{PLACE}/evidencia", bad, content_type="multipart/form-data")
    assert refused.status_code == 422
    browser.post(PLACE, {"_version": browser.version(), **VALID, "texto": "Hubo 10."})
    assert "Acta" in browser.get(PLACE).text, "evidence stays with the next version"


@pytest.mark.parametrize("place", ["/acuerdos/", "/informes/", "/reportes/"])
def test_what_waits_for_the_entry_is_looked_at_as_any_form(place):
    """It comes back in a hidden field: whoever sends it may write there what no form sends."""
    words = {"texto": "a\ud800b", "\udfff": 5, "razon": None}
    where, fields = unpacked(json.dumps({"lugar": f"{place}1", "campos": words}))
    assert where == f"{place}1"
    assert all((name + said).encode() for name, said in fields.items())
    for far in ("9" * 5000, "\ud800" * 5000):
        held = unpacked(json.dumps({"lugar": f"{place}{far}", "campos": words}))
        assert held == ("", {})


NAMES = (
    *("_version", "estado_dato", "numerador", "denominador", "valor", "texto", "observacion"),
    *("respuesta", "desagregado_sexo_mujer", "explica_V05", "correo", "clave", "codigo"),
    "_pendiente",
)


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(data=st.data())
def test_nothing_that_is_sent_makes_the_server_fail(app, engine, data):
    browser = HELD.get(id(app)) or HELD.setdefault(id(app), opened(app, "registrador"))
    words = st.text(max_size=30) | st.sampled_from(["0", "-1", "9" * 12, "1", "dato", "cero"])
    names = st.sampled_from(NAMES)
    form = data.draw(st.dictionaries(names, words, max_size=6))
    place = data.draw(st.sampled_from([PLACE, f"{PLACE}/enviar", f"{PLACE}/responder", "/entrar",
                                       "/clave/olvido", f"{PLACE}/evidencia", "/invitacion/x",
                                       f"/reportes/{data.draw(words) or 'x'}/y"]))  # fmt: skip
    answer = browser.post(place, form)
    assert answer.status_code < 500
    assert "MP ·" not in answer.get_data(as_text=True)


HELD = {}


def test_every_write_over_the_web_is_in_the_trail(app, engine):
    count = select(func.count()).select_from(auditoria)
    browser = entered(app, "registrador")
    with reading(engine) as connection:
        before = connection.execute(count).scalar_one()
    save(engine, PEOPLE["registrador"])
    browser.post(PLACE, {"_version": browser.version(), **VALID, "texto": "Otra."})
    with reading(engine) as connection:
        rows = select(auditoria.c.tabla, auditoria.c.persona).where(auditoria.c.n > before)
        written = {(row.tabla, row.persona) for row in connection.execute(rows)}
    assert {("reporte", "1"), ("reporte_version", "1"), ("transicion", "1")} <= written
    assert {person for _, person in written} == {"1"}


TRIALS = 200


def test_no_word_is_lost_in_two_hundred_trials(app, engine):
    """Saved, pressed twice, from an old page, or after the session ended: kept, or in hand."""
    drawn = random.Random(1)
    browser, lost, said = opened(app, "registrador"), [], []
    for trial in range(TRIALS):
        words = f"Texto {trial} «{drawn.random()}»"
        kind = drawn.choice(("save", "twice", "old", "expired"))
        version = "0" if kind == "old" else str(seen(engine, PEOPLE["lector"]).version)
        form = {"_version": version, "estado_dato": "nd", "texto": words, "motivo": "x"}
        if kind == "expired":
            answer = Browser(app).post(PLACE, form)
            held = json.loads(pending(answer)["_pendiente"])["campos"]
            lost += [] if held["texto"] == words else [trial]
            continue
        for _ in range(2 if kind == "twice" else 1):
            assert browser.post(PLACE, form).status_code in (303, 409)
        said.append(words)
    texts = [one["texto"] for one in kept(engine)]
    assert lost == []
    assert sorted(texts) == sorted(said)


def facts_of(*rows):
    fields = ("fecha", "tipo", "lugar", "cantidad")
    return {f"hecho_{n}_{field}": said for n, row in enumerate(rows, 1)
            for field, said in zip(fields, row, strict=True)}  # fmt: skip


def test_facts_breakdowns_and_the_kind_of_evidence_reach_their_rules(app, engine):
    with writing(engine) as connection:
        which = (ficha.c.codigo == "IOP.02.02",)
        asked = {"medio_verificacion": "acta;parte", "cuenta_hechos": True}
        connection.execute(update(ficha).where(*which).values(asked))
    browser = opened(app, "registrador")
    good = ("2025-03-01", "Operativo", "150101", "6")
    base = {"estado_dato": "dato", "valor": "10"}
    tries = {
        "V13": facts_of(good),
        "V14": facts_of(good, ("03/03/2025", "Operativo", "150101", "4")),
        "V13: El lugar": facts_of(good, ("2025-05-01", "Operativo", "999999", "4")),
        "V13: Un hecho": facts_of(good, ("2026-05-01", "Operativo", "150101", "4")),
        "V16": {},
        "V18": {"desagregado_sexo_mujeres": "6", "desagregado_sexo_hombres": "3"},
        "formato: Hecho 1": facts_of(("mañana", "Operativo", "150101", "x")),
        "formato: Una cantidad": {"desagregado_edad_menores": "seis"},
    }
    for words, form in tries.items():
        browser.post(PLACE, {**base, **form, "_version": browser.version()})
        page = browser.get(PLACE).get_data(as_text=True)
        assert words in page, words
        named = re.findall(r'href="#(campo-[\w-]+)"', page)
        assert [name for name in named if f'id="{name}"' not in page] == []
    whole = facts_of(good, ("2025-05-01", "Operativo", "150101", "4"))
    whole |= {"desagregado_sexo_mujeres": "6", "desagregado_sexo_hombres": "4"}
    browser.post(PLACE, {**base, **whole, "_version": browser.version()})
    for kind in ("parte", "inventada"):
        form = {"_version": browser.version(), "titulo": "Parte", "tipo": kind,
                "archivo": (io.BytesIO(PNG), "a.png")}  # fmt: skip
        browser.post(f"{PLACE}/evidencia", form, content_type="multipart/form-data")
    page = browser.get(PLACE).get_data(as_text=True)
    assert not re.search("V1[3468]:", page)
    assert "(otro: a.png)" in page
    assert 'value="2025-05-01"' in page
    with reading(engine) as connection:
        parts = connection.execute(select(desagregado.c.cantidad)).scalars().all()
        assert sorted(map(int, parts))[-2:] == [6, 6]


def test_no_field_keeps_what_identifies_a_person_whether_it_was_read_or_not(app, engine):
    browser, words = opened(app, "registrador"), "Su DNI es 45879632."
    names = ("hecho_1_tipo", "hecho_1_lugar", "hecho_9_fecha", "hecho_2_cantidad", "valor",
             "desagregado_sexo_mujeres", "unidad", "inventado")  # fmt: skip
    for name in names:
        form = {"estado_dato": "dato", name: words, "_version": "0"}
        answer = browser.post(PLACE, form)
        assert answer.status_code == 422, name
        assert 'href="#campo-hechos"' in answer.get_data(as_text=True)
    assert kept(engine) == []
    good = {"valor": "45879632", "desagregado_sexo_mujeres": "45879632", "_version": "0"}
    assert browser.post(PLACE, good).status_code == 303
