"""The whole way in a browser: invited, sent, observed, mended, approved, published, read."""

import pytest

from data.registro.chain import verify
from data.registro.database import reading
from tests.registro.journey import BY_EXCEL, BY_FORM, LATER, TEXT, VALUES, YEAR, board, registry
from tests.registro.test_publication import place, quick

__all__ = ["place", "quick"]
pytestmark = pytest.mark.browser


def test_from_the_invitation_to_the_figure_on_the_board_by_form_and_by_excel(
    browser, engine, quick, tmp_path
):
    wrong = []

    def looked(name, page):
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)

    with registry(engine, tmp_path, quick) as walk:
        walk.whole(browser, tmp_path, looked)
    with reading(engine) as connection:
        assert list(verify(connection)) == []
    context = browser.new_context()
    page = context.new_page()
    with board(quick.tables) as url:
        for code in (BY_FORM, BY_EXCEL):
            page.goto(f"{url}/indicadores/{code}?anio={YEAR}")
            year = page.get_by_role("row").filter(has_text=YEAR)
            year.get_by_role("cell", name=VALUES[code], exact=True).first.wait_for()
            page.get_by_role("heading", name="Lo que la entidad declaró").wait_for()
            page.get_by_role("heading", name="Metas que cambiaron").wait_for()
        page.goto(f"{url}/indicadores/{BY_FORM}?anio={YEAR}")
        assert page.get_by_text(f"{TEXT} {LATER}").is_visible()
        assert page.get_by_text("Consolidado del año (informe)").is_visible()
    context.close()
    assert wrong == []
