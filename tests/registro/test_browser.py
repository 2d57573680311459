"""An officer in a real browser: with and without JavaScript, by keyboard, on a phone, with axe."""

import threading

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from sqlalchemy import update
from werkzeug.serving import make_server

from callbacks.registro.server import create_app
from callbacks.registro.visit import Parts
from data.registro.accounts.tokens import Vault
from data.registro.database import writing
from data.registro.evidences import Shelf
from data.registro.schema.people import persona
from tests.browser.test_axe import RULES, faults
from tests.guides import registro_pictures
from tests.load.server import SOON
from tests.registro.acts import PEOPLE, VALID, save
from tests.registro.conftest import PERIOD
from tests.registro.test_publication import place, quick
from tests.registro.web import PASSWORD, PLACE, settle

__all__ = ["place", "quick"]
pytestmark = pytest.mark.browser
WIDTHS = (360,)


@pytest.fixture
def site(engine, quick, tmp_path):
    """The Registro on a port of this machine, with an officer and an administrator."""
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True)
    url = f"http://localhost:{server.port}"
    parts = Parts(engine, Vault.of(tmp_path / "secreto"), Shelf(tmp_path / "archivos"), url,
                  place=quick)  # fmt: skip
    server.app = create_app(parts)
    keys = settle(server.app, "registrador", "administrador", "revisor", "aprobador")
    running = threading.Thread(target=server.serve_forever, kwargs=SOON)
    running.start()
    yield url, keys
    server.shutdown()
    running.join()
    server.server_close()


def enter(page, site, name):
    url, keys = site
    page.goto(f"{url}/entrar")
    page.get_by_label("Correo institucional").fill(f"p{PEOPLE[name].id}@pe")
    page.get_by_label("Contraseña").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Código de la aplicación").fill(pyotp.TOTP(keys[name]).now())
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}/")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_officer_fills_a_report_by_keyboard(browser, site, scripts):
    url, _ = site
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    wrong = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    enter(page, site, "registrador")
    page.get_by_role("link", name="IOP.02.02").click()
    page.get_by_label("Hay dato").focus()
    page.keyboard.press("Space")
    page.get_by_label("Valor: víctimas").fill("99,999")
    page.get_by_label("Qué se hizo").fill("Se contó todo el semestre.")
    page.get_by_role("button", name="Guardar").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}{PLACE}?guardado")
    summary = page.get_by_role("heading", name="Hay que corregir")
    assert summary.is_visible()
    link = page.get_by_role("link", name="V05").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#campo-explica_V05")
    assert page.get_by_label("Explicación que pide V05").is_visible()
    assert page.get_by_label("Qué se hizo").input_value() == "Se contó todo el semestre."
    assert wrong == []
    context.close()


def test_axe_finds_nothing_on_the_pages_of_each_kind(browser, site, engine):
    url, _ = site
    save(engine, PEOPLE["registrador"], {**VALID, "valor": "x"})
    context = browser.new_context(locale="es-PE", bypass_csp=True)
    page, found = context.new_page(), []
    kinds = {
        "registrador": ("/", PLACE, f"{PLACE}/historial", "/mi-cuenta", "/cargas", "/fichas"),
        "aprobador": ("/revision", "/cortes", f"/cortes/nuevo?periodo={PERIOD}"),
        "administrador": (
            "/personas",
            "/auditoria/verificar",
            "/calendario",
            "/metas/2025",
            "/fichas/IOP.02.02",
            "/mi-cuenta/llaves",
        ),
    }
    found += looked(page, f"{url}/entrar")
    for name, places in kinds.items():
        context.clear_cookies()
        with writing(engine) as connection:
            connection.execute(update(persona).values(totp_usado=None))
        enter(page, site, name)
        for one in places:
            found += looked(page, f"{url}{one}")
    assert found == []
    context.close()


def looked(page, address):
    page.goto(address)
    page.evaluate(Axe().axe_script)
    return [(address.rpartition(":")[2], *one) for one in faults(page, RULES, WIDTHS)]


DEVICE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
          "hasUserVerification": True, "isUserVerified": True,
          "automaticPresenceSimulation": True}  # fmt: skip


def test_who_reviews_enters_with_a_passkey_of_a_real_browser(browser, site, engine):
    """Chromium's own virtual device makes it and shows it; a passkey has no numeric address."""
    url, keys = site
    context = browser.new_context()
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    line.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    enter(page, site, "revisor")
    with writing(engine) as connection:
        connection.execute(update(persona).values(totp_usado=None))
    page.goto(f"{url}/mi-cuenta/llaves")
    page.get_by_label("De qué equipo es").fill("Este equipo")
    page.get_by_label("Contraseña de ahora").fill(PASSWORD)
    page.get_by_label("Código de su aplicación").fill(pyotp.TOTP(keys["revisor"]).now())
    page.get_by_role("button", name="Registrar").click()
    page.get_by_text("Este equipo · desde").wait_for()
    page.get_by_role("button", name="Salir").click()
    page.get_by_label("Correo institucional").fill(f"p{PEOPLE['revisor'].id}@pe")
    page.get_by_label("Contraseña").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Usar una llave de acceso").click()
    page.wait_for_url(f"{url}/")
    assert page.get_by_role("link", name="Revisión").is_visible()
    context.close()


def test_the_pictures_of_the_guide_are_light(root):
    guide = (root / "data" / "registro" / "README.md").read_text("utf-8")
    for name in registro_pictures.PICTURES:
        assert f"]({name})" in guide
        assert (root / "data" / "registro" / name).stat().st_size <= registro_pictures.BUDGET
