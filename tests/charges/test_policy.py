"""What the answers to `/vistas/` may load: nothing, whatever they answer."""

import pytest

from components.pages import PAGES
from tests.charges.asked import SECTORS

STRICT = {
    "default-src 'none'", "script-src 'none'", "style-src 'unsafe-inline'", "img-src data:",
    "font-src data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
}  # fmt: skip
VIEWS = [
    f"/vistas{'/panorama' if page.example == '/' else page.example}.json" for page in PAGES
] + [f"/vistas/sectores/{sector}.json?anio=2023" for sector in SECTORS[:3]]


def hold(answer):
    policy = answer.headers["Content-Security-Policy"]
    assert set(policy.split("; ")) == STRICT, "an answer of /vistas/ is no page: it loads nothing"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_opened_alone_loads_nothing(client, path):
    first = client.get(path)
    assert first.status_code == 200
    assert first.mimetype == "application/json"
    hold(first)
    for ask in (client.get, client.head):
        # A GET may be answered from memory; a HEAD always reaches what sets the headers.
        again = ask(path, headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304
        hold(again)


def test_a_view_that_tells_what_it_could_not_use_loads_nothing(client):
    answer = client.get("/vistas/panorama.json?anio=1900&sector=nada")
    assert "1900" in answer.text
    hold(answer)


@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_whatever_the_method(client, method):
    hold(client.open("/vistas/indicadores.json", method=method))
