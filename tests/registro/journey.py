"""From an invitation to a figure on the board, as people do it in a browser: for the test of the
whole way and for the pictures of the guide.

One officer is invited; a report goes by the form and another by Excel; a reviewer observes, the
officer corrects, another person approves and publishes a cut; the board reads the folder.
"""

import threading
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pyotp
from openpyxl import load_workbook
from sqlalchemy import update
from werkzeug.serving import WSGIRequestHandler, make_server

from callbacks.board import create_app as create_board
from callbacks.registro.server import create_app
from callbacks.registro.visit import Parts
from data.loader import load
from data.registro import goals, periods
from data.registro.accounts import invitations, people
from data.registro.accounts.tokens import Vault
from data.registro.database import writing
from data.registro.evidences import Shelf
from data.registro.rights import SYSTEM, Designation
from data.registro.schema.people import persona
from data.registro.workbooks import layout
from tests.load.server import SOON
from tests.registro.acts import PEOPLE
from tests.registro.test_forms import PNG
from tests.registro.web import PASSWORD, settle

YEAR = "2025"
BY_FORM, BY_EXCEL = "IOP.02.02", "ISS.01.01.03.01"
MAIL = "registro@pnp.invalid"
TEXT = "Se detectó y rescató a 1,250 víctimas en operativos de todo el año."
LATER = "Incluye los partes de las 26 regiones policiales."
WHY = "Por la nueva forma de contar."
TARGETS = {BY_FORM: "1300", BY_EXCEL: "40"}
VALUES = {BY_FORM: "1,250", BY_EXCEL: "41"}
NAMES = {"registrador": "Registradora de la PNP", "revisor": "Revisora de la DDF",
         "aprobador": "Secretaría Técnica"}  # fmt: skip


class _Quiet(WSGIRequestHandler):
    """Answers and says nothing of it."""

    def log(self, *_):
        """Say nothing."""


@contextmanager
def listening(make):
    """Serve an application on a port of this machine; make is told its address."""
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True, request_handler=_Quiet)
    url = f"http://localhost:{server.port}"
    server.app = make(url)
    running = threading.Thread(target=server.serve_forever, kwargs=SOON)
    running.start()
    try:
        yield url, server.app
    finally:
        server.shutdown()
        running.join()
        server.server_close()


@contextmanager
def registry(engine, folder, place, **how):
    """Serve a Registro with a year opened, two people who review it, and an officer invited."""

    def make(url):
        return create_app(Parts(engine, Vault.of(folder / "secreto"), Shelf(folder / "archivos"),
                                url, place=place, **how))  # fmt: skip

    with listening(make) as (url, app):
        keys = settle(app, "revisor", "aprobador")
        with writing(engine) as connection:
            for name in ("revisor", "aprobador"):
                named = update(persona).where(persona.c.id == PEOPLE[name].id)
                connection.execute(named.values(nombre=NAMES[name]))
            for code, value in TARGETS.items():
                goal = goals.Goal(YEAR, value, "RM 0123-2025-IN", "Se revisó con la entidad.")
                goals.write(connection, PEOPLE["administrador"], code, goal)
            periods.open_period(connection, SYSTEM, YEAR)
            number = people.add(connection, MAIL, NAMES["registrador"])
            for role in ("registrador", "responsable"):
                given = Designation("PNP", role, date(2025, 1, 1))
                people.designate(connection, number, given, "RD 12")
            token = invitations.invite(connection, number, "primera", datetime.now(UTC))
        yield Walk(url, keys, token)


@contextmanager
def board(tables):
    """Serve the board over a folder of tables, which it reads as it reads any."""
    with listening(lambda _: create_board(load(tables)).server) as (url, _):
        yield url


def unseen(name, page):
    """Take no picture."""


class Walk:
    """What each person does, in a context of his own; look is told where there is something."""

    def __init__(self, url, keys, token, look=unseen):
        self.url, self.keys, self.token, self.look = url, keys, token, look
        self.pages = {}

    def whole(self, browser, folder, look=unseen, **how):
        """Walk from the invitation to the cut."""
        self.look = look
        for name in NAMES:
            context = browser.new_context(locale="es-PE", **how)
            self.pages[name] = context.new_page()
        self.first_entry()
        self.reports(folder)
        self.reviewed()
        self.corrected()
        self.published()
        for page in self.pages.values():
            page.context.close()

    def first_entry(self):
        """Choose a password and a second factor, and enter with a code on paper."""
        page = self.pages["registrador"]
        page.goto(f"{self.url}/invitacion/{self.token}")
        secret = page.locator("strong.entero").inner_text()
        page.get_by_label("Contraseña nueva").fill(PASSWORD)
        page.get_by_label("Código de seis cifras").fill(pyotp.TOTP(secret).now())
        page.get_by_role("button", name="Guardar").click()
        paper = page.locator("main li code").first.inner_text()
        page.get_by_role("main").get_by_role("link", name="Entrar").click()
        self._enter(page, MAIL, paper)

    def _enter(self, page, mail, code):
        page.get_by_label("Correo institucional").fill(mail)
        page.get_by_label("Contraseña").fill(PASSWORD)
        page.get_by_role("button", name="Continuar").click()
        page.get_by_label("Código de la aplicación").fill(code)
        page.get_by_role("button", name="Continuar").click()
        page.wait_for_url(f"{self.url}/")

    def _signed(self, name):
        """Return the page of somebody of the office, who enters the first time."""
        page = self.pages[name]
        if page.url == "about:blank":
            page.goto(f"{self.url}/entrar")
            code = pyotp.TOTP(self.keys[name]).now()
            self._enter(page, f"p{PEOPLE[name].id}@pe", code)
        return page

    def _at(self, page, code, button, **fields):
        """Open a report, fill what an action asks and do it."""
        page.goto(f"{self.url}/reportes/{YEAR}/{code}")
        for label, said in fields.items():
            page.get_by_label(label, exact=True).fill(said)
        page.get_by_role("button", name=button, exact=True).click()
        page.get_by_role("button", name=button, exact=True).wait_for(state="detached")

    def reports(self, folder):
        """Write one report in its form, with a file that may be named, and one by Excel."""
        page = self.pages["registrador"]
        self.look("tareas", page)
        page.locator(f'main a[href="/reportes/{YEAR}/{BY_FORM}"]').click()
        page.get_by_label("Hay dato").check()
        page.get_by_label("Valor: víctimas").fill(VALUES[BY_FORM])
        page.get_by_label("Qué se hizo").fill(TEXT)
        self._saved(page)
        self.look("reporte", page)
        asked = page.get_by_label("Explicación que pide")
        for one in asked.all():
            one.fill(WHY)
        self._saved(page)
        page.get_by_label("Qué muestra", exact=True).fill("Consolidado del año")
        page.get_by_label("Clase de evidencia").select_option("informe")
        page.get_by_label("Archivo (PDF").set_input_files(
            {"name": "consolidado.png", "mimeType": "image/png", "buffer": PNG}
        )
        page.get_by_label("Decir en el tablero que existe").check()
        page.get_by_role("button", name="Adjuntar").click()
        page.get_by_text("se dice en el tablero").wait_for()
        self._at(page, BY_FORM, "Enviar a revisión")
        self._by_excel(page, folder)
        self._at(page, BY_EXCEL, "Enviar a revisión")

    def _saved(self, page):
        with page.expect_navigation():
            page.get_by_role("button", name="Guardar", exact=True).click()
        page.get_by_text("Guardado.").wait_for()

    def _by_excel(self, page, folder):
        """Download the template, fill a row of it, see what it would change and confirm."""
        page.goto(f"{self.url}/cargas")
        with page.expect_download() as came:
            page.get_by_role("link", name=f"Plantilla de PNP, {YEAR}", exact=True).click()
        book = folder / "plantilla.xlsx"
        came.value.save_as(book)
        fill(book)
        page.get_by_label("Plantilla llena").set_input_files(book)
        page.get_by_role("button", name="Revisar sin guardar").click()
        page.get_by_role("heading", name="Reportes que cambiarían: 1").wait_for()
        self.look("excel", page)
        page.get_by_role("button", name="Guardar estos cambios").click()
        page.get_by_text("Reportes guardados: 1").wait_for()

    def reviewed(self):
        """Take both; observe the one of the form, recommend the other."""
        page = self._signed("revisor")
        for code in (BY_FORM, BY_EXCEL):
            self._taken(page, code)
        self._at(page, BY_FORM, "Observar", Campo="texto", Observación="Diga qué regiones cuenta.")
        self._at(page, BY_EXCEL, "Aceptar las explicaciones y recomendar")

    def _taken(self, page, code):
        page.goto(f"{self.url}/revision")
        page.get_by_role("button", name=f"Tomar: {code}, {YEAR}").click()
        page.get_by_role("button", name=f"Tomar: {code}, {YEAR}").wait_for(state="detached")

    def corrected(self):
        """Answer what was observed, mend the text and send again; it is recommended then."""
        page = self.pages["registrador"]
        page.goto(self.url)
        page.get_by_role("heading", name="Observados (1)").wait_for()
        page.locator(f'main a[href="/reportes/{YEAR}/{BY_FORM}"]').click()
        self.look("observado", page)
        page.get_by_label("Respuesta", exact=True).fill("De las 26; ya lo dice el texto.")
        page.get_by_role("button", name="Responder").click()
        page.get_by_role("button", name="Responder").wait_for(state="detached")
        page.get_by_label("Qué se hizo").fill(f"{TEXT} {LATER}")
        self._saved(page)
        self._at(page, BY_FORM, "Enviar a revisión")
        office = self.pages["revisor"]
        self._taken(office, BY_FORM)
        self._at(office, BY_FORM, "Aceptar las explicaciones y recomendar")

    def published(self):
        """Approve both and publish the cut that was looked at."""
        page = self._signed("aprobador")
        for code in (BY_FORM, BY_EXCEL):
            self._at(page, code, "Aprobar")
        page.goto(f"{self.url}/cortes")
        page.get_by_role("link", name=f"Ver qué cambiaría: {YEAR}", exact=True).click()
        page.get_by_role("button", name="Publicar").wait_for()
        self.look("corte", page)
        page.get_by_role("button", name="Publicar").click()
        page.get_by_text("Publicado. El tablero").wait_for()


def fill(file):
    """Write the report of one indicator in a template, as Excel keeps it."""
    book = load_workbook(file)
    sheet = book[layout.REPORT]
    row = next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, 1).value == BY_EXCEL)
    said = {"estado_dato": "Hay dato", "valor": float(VALUES[BY_EXCEL]), "texto": "Se hicieron 41.",
            **{f"explica_{rule}": WHY for rule in layout.EXPLAINED}}  # fmt: skip
    for place, one in enumerate(layout.COLUMNS, len(layout.GIVEN) + 1):
        if one.field in said:
            sheet.cell(row, place).value = said[one.field]
    book.save(file)
