"""The table of the ASVS is whole and true, and what only it asks for holds."""

import ast
import json
import re
from urllib.parse import urljoin, urlsplit

import pytest
from aiosmtpd.controller import Controller

from callbacks.registro.gate import HEADERS
from data.registro.accounts import outbox
from data.registro.database import writing
from tests.load.server import free_port
from tests.registro.acts import PEOPLE, save
from tests.registro.test_accounts import Letters
from tests.registro.web import HOST, ORIGIN, PLACE, Browser, application, opened

# How many requirements each section of the standard has at levels 1 and 2; those of level 3
# come after, but for the gaps, which have none of the first two.
UP_TO = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5,
    "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2,
    "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4,
    "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2,
    "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1,
    "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip
WHOLE = [f"{section}.{n}" for section, last in UP_TO.items() for n in range(1, last + 1)]
STATES = {"sí", "en parte", "no", "no hay", "instala"}
ROOMS = ("data/registro", "components/registro", "callbacks/registro")


def rows(root):
    text = (root / "data" / "registro" / "ASVS.md").read_text("utf-8")
    lines = [line for line in text.splitlines() if re.match(r"\| \d", line)]
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in lines]


def numbers(said):
    first, _, last = said.partition("–")
    return WHOLE[WHOLE.index(first) : WHOLE.index(last or first) + 1]


def code(root):
    for room in ROOMS:
        yield from sorted((root / room).rglob("*.py"))


def test_every_requirement_is_once_in_the_table_with_its_test_or_its_reason(root):
    held = rows(root)
    assert len(WHOLE) == 253
    assert [one for row in held for one in numbers(row[0])] == WHOLE
    for number, asked, state, how, test in held:
        assert asked, number
        assert state in STATES, number
        assert test or how, number
        assert how or state == "sí", f"{number}: say why not"


def test_every_test_that_the_table_names_exists(root):
    for number, *_, test in rows(root):
        if test:
            file, _, name = test.partition("::")
            text = (root / "tests" / "registro" / f"test_{file}.py").read_text("utf-8")
            assert f"def {name}(" in text, (number, test)


def test_no_template_lets_anything_through_unescaped(root):
    place = root / "components" / "registro"
    for file in (place / "templates").glob("*.html"):
        text = file.read_text("utf-8")
        assert not re.search(r"\|\s*safe|autoescape|<script(?! defer src=)|\son\w+=", text), file
        for link in re.findall(r'(?:href|action|src)="([^"]*)"', text):
            assert link.startswith(("/", "#", "{{ ")), (file, link)
    script = "".join(file.read_text("utf-8") for file in place.glob("*.js"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|eval|Function\(|storage", script)


def called(file):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def test_no_code_runs_what_somebody_wrote(root):
    for file in code(root):
        for name, node in called(file):
            assert name not in ("eval", "exec", "os.system", "__import__"), file
            assert "pickle" not in name, file
            assert "yaml" not in name, file
            if name.startswith("subprocess."):
                assert file.name in ("destination.py", "pdf.py"), file
                assert not [one for one in node.keywords if one.arg == "shell"], file
            if name in ("re.compile", "re.search", "re.match", "re.sub", "re.findall"):
                assert "request" not in ast.unparse(node), file


def test_no_code_asks_another_server(root):
    for file in code(root):
        text = file.read_text("utf-8")
        found = re.findall(r"^(?:from|import) (requests|urllib\.request|http\.client|httpx|socket"
                           r"|ftplib|smtplib)\b", text, re.MULTILINE)  # fmt: skip
        assert found in ([], ["smtplib"]), file
        assert found == [] or file.name == "outbox.py"


@pytest.fixture
def app(engine, tmp_path):
    return application(engine, tmp_path)


def test_every_answer_has_its_headers(app):
    browser = opened(app, "registrador")
    for answer in (browser.get("/"), browser.get("/nada"), browser.get("/salud"),
                   Browser(app).get("/entrar"), browser.get("/registro.css"),
                   browser.post("/salir", origin="https://malo.pe")):  # fmt: skip
        assert answer.headers["Strict-Transport-Security"].startswith("max-age=63072000; incl")
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
        for name, said in HEADERS.items():
            assert answer.headers[name] == said
        policy = answer.headers["Content-Security-Policy"]
        assert not [word for word in ("unsafe", "*", "http:", "data:") if word in policy]
        kind = answer.headers["Content-Type"]
        assert "charset=utf-8" in kind or kind == "application/json"
        fixed = answer.request.path.endswith(".css")
        assert answer.headers["Cache-Control"] == ("no-cache" if fixed else "no-store")


def test_what_is_too_large_is_refused(app):
    browser, plain = opened(app, "registrador"), "application/x-www-form-urlencoded"
    part = b'--x\r\nContent-Disposition: form-data; name="titulo"\r\n\r\n'
    bodies = ((PLACE, plain, b"texto="), ("/entrar", plain, b"clave="),
              (f"{PLACE}/evidencia", "multipart/form-data; boundary=x", part))  # fmt: skip
    for place, kind, head in bodies:
        answer = browser.client.post(place, data=head + b"x" * (2 * 1024 * 1024), base_url=ORIGIN,
                                     content_type=kind, headers={"Origin": ORIGIN})  # fmt: skip
        assert answer.status_code == 413, place


def test_nothing_redirects_elsewhere(app, engine):
    save(engine, PEOPLE["registrador"])
    browser, bad = opened(app, "registrador"), "//malo.pe"
    answers = [browser.get(place) for place in (bad, "/\\malo.pe", f"/reportes/{bad}/x")]
    answers += [browser.post(place, {"_version": "0"}) for place in (f"/{bad}", f"{PLACE}?x={bad}")]
    for answer in answers:
        said = answer.headers.get("Location", "/")
        assert urlsplit(urljoin(f"{ORIGIN}/", said)).netloc == HOST, said


def test_every_password_is_hidden_and_can_be_pasted(app):
    browser = opened(app, "registrador")
    for body in (Browser(app).get("/entrar").text, browser.get("/mi-cuenta").text):
        for field in re.findall(r"<input[^>]*name=\"(?:clave|actual)\"[^>]*>", body):
            assert 'type="password"' in field
            assert "autocomplete=" in field
            assert "readonly" not in field
    for place in ("/", "/mi-cuenta", PLACE, "/nada"):
        assert 'action="/salir"' in browser.get(place).text, place


def test_a_failure_says_nothing_of_itself(app, monkeypatch, caplog):
    browser = opened(app, "registrador")

    def fails(*_, **__):
        raise ZeroDivisionError("[parameters: lo que alguien escribió]")

    monkeypatch.setattr("callbacks.registro.routes.tasks.listed", fails)
    answer = browser.get("/")
    assert answer.status_code == 500
    assert not [word for word in ("Traceback", "ZeroDivision", ".py") if word in answer.text]
    (line,) = [json.loads(one.getMessage()) for one in caplog.records if one.levelname == "ERROR"]
    assert (line["fallo"], line["lugar"]) == ("ZeroDivisionError", "tareas")
    assert "alguien" not in caplog.text, "the words of an error hold what was typed"
    assert browser.get("/salud").json == {"estado": "bien"}
    assert not app.debug


def test_mail_to_another_machine_is_encrypted_or_is_not_sent(engine, monkeypatch):
    monkeypatch.setattr(outbox, "_HERE", ())
    with writing(engine) as connection:
        outbox.write(connection, "a@pe", "Hola", "Un enlace")
    letters = Letters()
    server = Controller(letters, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        place = f"127.0.0.1:{server.port}"
        assert outbox.deliver(engine, place, "r@pe") == (0, 1)
        monkeypatch.setattr(outbox, "_HERE", ("127.0.0.1",))
        assert outbox.deliver(engine, place, "r@pe") == (1, 0)
    finally:
        server.stop()
    assert len(letters.held) == 1
