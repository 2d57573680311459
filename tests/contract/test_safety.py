"""What goes with every answer, what is refused, what a file can carry, what the lock holds."""

import io
import re
import threading
import tomllib
from csv import reader
from decimal import Decimal

import pandas as pd
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from werkzeug.exceptions import TooManyRequests

from callbacks.board import create_app
from callbacks.http.static import SUITES
from callbacks.serving.waiting_line import Line
from components.charts.registry import CHARTS
from components.pages import PAGES
from data.model import TABLES
from data.publish import datapackage

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]


def addresses(client):
    """Return one address of every kind, with what it answers."""
    front = client.get("/").get_data(as_text=True)
    own = re.findall(r'(?:href|src|data-plotly)="(/(?:assets|_dash)[^"]+)"', front)
    yield from ((page.example, 200) for page in PAGES)
    yield from ((f"/incrustar/{slug}", 200) for slug in CHARTS)
    yield from ((path, 200) for path in dict.fromkeys(own))
    yield from ((f"/datos/{table}.csv", 200) for table in list(TABLES)[:2])
    for path in ("/incrustar", "/presentar", "/vistas/panorama.json", "/graficos/semaforo.json",
                 "/graficos/contorno.geojson", "/datos/graficos/semaforo.xlsx", "/datos/todo.zip",
                 "/datos/datapackage.json", "/imagenes/semaforo.svg", "/imagenes/semaforo.png",
                 "/oembed?url=http://localhost/incrustar/semaforo", "/salud",
                 "/_dash-layout", "/_dash-dependencies", "/robots.txt", "/sitemap.xml",
                 "/favicon.ico"):  # fmt: skip
        yield path, 200
    for path in ("/nada", "/incrustar/nada", "/assets/nada.js", "/imagenes/nada.png",
                 f"{SUITES}dash/nada.js", "/datos/nada.csv", "/vistas/nada.json"):  # fmt: skip
        yield path, 404
    yield "/oembed", 400
    yield "/oembed?format=xml&url=x", 501


def test_there_are_addresses_of_every_kind(client):
    """What other tests hold each address to is held for some."""
    assert {status for _, status in addresses(client)} == {200, 404, 400, 501}


def test_every_answer_carries_its_headers(client):
    for path, status in addresses(client):
        answer = client.get(path)
        headers, policy = answer.headers, directives(answer)
        assert answer.status_code == status, path
        scripts = policy.get("script-src") or policy["default-src"]
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"} & set(scripts), path
        assert policy["base-uri"] == ["'none'"], path
        assert policy["form-action"] in (["'none'"], ["'self'"]), path
        assert policy.get("object-src", policy["default-src"]) == ["'none'"], path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "Set-Cookie" not in headers
        framed = path.startswith("/incrustar/") and status == 200
        assert policy["frame-ancestors"] == (["*"] if framed else ["'none'"]), path
        assert ("X-Frame-Options" in headers) is not framed, path


def directives(answer):
    parts = answer.headers["Content-Security-Policy"].split("; ")
    return {part.split()[0]: part.split()[1:] for part in parts}


@pytest.mark.parametrize(
    ("path", "whose"),
    [("/", "same-origin"), ("/vistas/panorama.json", "same-origin"), ("/salud", "same-origin"),
     ("/incrustar/semaforo", "cross-origin"), ("/imagenes/semaforo.svg", "cross-origin"),
     ("/datos/valores.csv", "cross-origin"), ("/graficos/semaforo.json", "cross-origin")],
)  # fmt: skip
def test_what_others_may_show_says_so(client, path, whose):
    assert client.get(path).headers["Cross-Origin-Resource-Policy"] == whose


@pytest.mark.parametrize(
    "path", ["/", "/incrustar/semaforo", "/datos/valores.csv", "/imagenes/semaforo.svg"]
)
def test_what_did_not_change_keeps_its_policy(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    for name in ("Content-Security-Policy", "X-Frame-Options", "Cross-Origin-Resource-Policy"):
        assert again.headers.get(name) == first.headers.get(name)


def test_https_is_asked_for_only_where_it_is_served(client, monkeypatch):
    assert "Strict-Transport-Security" not in client.get("/salud").headers
    behind = client.get("/salud", base_url="https://tablero.example")
    assert "max-age=31536000" in behind.headers["Strict-Transport-Security"]
    monkeypatch.setenv("TABLERO_URL", "https://tablero.example")
    assert "Strict-Transport-Security" in client.get("/salud").headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"])
def test_only_reading_is_allowed_everywhere(client, method):
    for path, _ in addresses(client):
        answer = client.open(path, method=method)
        assert answer.status_code == 405, (method, path)
        assert answer.headers["Allow"] == "GET, HEAD"


def test_a_head_says_what_a_get_would(client):
    for path, status in addresses(client):
        answer = client.head(path)
        assert (answer.status_code, answer.data) == (status, b""), path


@pytest.mark.parametrize(
    ("offered", "given"),
    [("br", "br"), ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("*", "br"), ("GZIP", "gzip"),
     ("br;q=0", None), ("br;q=0, gzip", "gzip"), ("br;q=0.5, gzip", "gzip"), ("identity", None),
     ("*;q=0", None), ("br;q=0, *", "gzip"), ("brotli", None), ("", None)],
)  # fmt: skip
def test_an_encoding_is_one_that_the_visitor_takes(client, offered, given):
    for path in ("/indicadores", "/", "/datos/valores.csv"):
        answer = client.get(path, headers={"Accept-Encoding": offered})
        assert answer.headers.get("Content-Encoding") == given, path


@pytest.mark.parametrize(
    ("path", "told"),
    [("/datos/a/b", True), ("/datos//x", True), ("/graficos/x.y", True), ("/vistas/", True),
     ("/_otra", True), ("/imagenes/a/b", False), ("/incrustar/a/b", False), ("/nada", False)],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_without_a_name_fails_as_its_kind(client, path, told, method):
    answer = client.open(path, method=method)
    assert answer.status_code == (404 if method == "GET" else 405)
    assert answer.mimetype == ("application/json" if told else "text/html")


def test_an_error_is_on_no_page_of_the_menu(client):
    text = client.get("/nada").text
    assert ' aria-current="page"' not in text
    assert '<link rel="canonical" href="http://localhost/">' in text
    assert ' aria-current="page"' in client.get("/").text


def test_a_page_draws_nothing_at_random(store):
    pages = {create_app(store).server.test_client().get("/").data for _ in range(2)}
    assert len(pages) == 1


def test_a_remark_is_said_once_and_only_where_it_belongs(client):
    assert PAGES
    for page in PAGES:
        view = "/vistas" + ("/panorama" if page.path == "/" else page.example) + ".json"
        for path, query in ((page.example, "color=azul&anio=nunca"), (page.example, "")):
            # What only paper shows stands before the content.
            text, inside = (
                re.sub(
                    r'<div class="on-paper">.*?</figure></div>|<div class="on-paper">.*?</div>',
                    "",
                    said,
                )
                for said in (
                    client.get(f"{path}?{query}").get_data(as_text=True),
                    client.get(f"{view}?{query}").get_json()["contenido"],
                )
            )
            assert inside.startswith('<p class="remark" role="note">') is bool(query), path
            remark = '<div id="content" class="content"><p class="remark" role="note">'
            assert text.count(remark) == bool(query), path
            assert ("«nunca»" in text, "«nunca»" in inside) == (bool(query), bool(query)), path
            assert "«color»" not in text, "what is no filter is somebody else's"


@pytest.mark.parametrize("alto", ["000000300" + "9" * 5_000, "9" * 7_000, "３００"])
def test_a_number_without_end_is_not_a_height(client, alto):
    assert client.get("/incrustar/semaforo", query_string={"alto": alto}).status_code == 200


def test_a_text_that_would_be_a_formula_is_marked_in_a_csv():
    frame = pd.DataFrame(
        {"texto": FORMULAS, "numero": [Decimal("-1.50"), -2, -3.5, 4, 5, 6, 7]}, dtype=object
    )
    rows = list(reader(io.StringIO(datapackage.to_csv(frame), newline="")))[1:]
    assert [row[0] for row in rows] == [f"'{text}".replace("\r", "\n") for text in FORMULAS]
    assert [row[1] for row in rows] == ["-1.50", "-2", "-3.5", "4", "5", "6", "7"]
    assert '"=1+1"' in datapackage.to_json(frame)


def test_few_wait_for_a_picture_and_the_others_are_told():
    line, inside, leave = Line(places=2), threading.Event(), threading.Event()
    done = []

    def drawing():
        with line.turn():
            inside.set()
            leave.wait(10)
            done.append(1)

    threads = [threading.Thread(target=drawing) for _ in range(2)]
    threads[0].start()
    assert inside.wait(10)
    threads[1].start()
    for _ in range(1_000):
        try:
            with Full(line):
                break
        except AssertionError:
            threading.Event().wait(0.01)
    leave.set()
    for thread in threads:
        thread.join(10)
    assert done == [1, 1]
    with line.turn():
        done.append(2)


class Full:
    """Asserts that a line takes nobody else."""

    def __init__(self, line):
        self.line = line

    def __enter__(self):
        if self.line._places.acquire(blocking=False):
            self.line._places.release()
            raise AssertionError("there is room")
        with pytest.raises(TooManyRequests), self.line.turn():
            pass

    def __exit__(self, *_):
        return False


def test_who_is_not_let_in_hears_when_to_come_back(client, monkeypatch):
    monkeypatch.setattr(Line, "turn", lambda self: (_ for _ in ()).throw(TooManyRequests()))
    answer = client.get("/imagenes/semaforo.png?ancho=600&anio=2023")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_lock_holds_every_package_with_its_sums(root):
    text = (root / "requirements.txt").read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    pinned = {}
    for entry in re.split(r"\n(?=[a-z])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)):
        said, _, sums = entry.partition(" \\\n")
        requirement = Requirement(said)
        assert re.fullmatch(r"==[^*]+", str(requirement.specifier)), said
        assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", sums)) >= 1, said
        pinned[canonicalize_name(requirement.name)] = str(requirement.specifier)[2:]
    wanted = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert wanted
    for requirement in map(Requirement, wanted):
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(Version(version)), requirement
