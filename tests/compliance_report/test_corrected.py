"""What was corrected of what a report prints is said in it, and on the page of a kept version."""

import re
from datetime import date

import pytest

from callbacks.board import create_app
from data.compliance_report.report import report
from data.model import Correccion, Valor
from data.publish.versions import Archive
from data.store import Store
from tests.compliance_report.reading import named, said

CODE, OTHER = "IOP.03.01", "ISS.03.01.01.01"


@pytest.fixture(scope="module")
def mended(live_store):
    """Return the data with one figure of 2024 corrected, and another table's correction."""
    rows = tuple(
        row.model_copy(update={"valor_obtenido": row.valor_obtenido + 1})
        if (row.codigo, row.anio) == (CODE, 2024)
        else row
        for row in live_store.rows(Valor)
    )
    day = date(2026, 12, 1)
    told = (
        Correccion(fecha=day, tabla="valores", clave=f"{CODE},2024", motivo="Sumaba mal.", url=""),
        Correccion(fecha=day, tabla="rutas", clave="nada", motivo="Otra cosa.", url=""),
    )
    tables = live_store.tables | {"valores": rows, "correcciones": told}
    return Store(tables, kept=Archive())


def test_what_was_corrected_is_said_with_its_reason_and_nothing_else(mended, live_store):
    assert "correcciones" not in named(report(live_store, 2024))
    blocks = named(report(mended, 2024))
    assert "se corrigió 1 fila" in said(blocks["correcciones-cuantas"])
    assert (
        said(blocks["correcciones-lista"]) == f"Tabla valores, {CODE},2024, el 01/12/2026: "
        "Sumaba mal."
    )
    assert "correcciones" not in named(report(mended, 2022)), "2022 prints no row of 2024"


def test_a_kept_version_says_what_was_corrected_after_it(mended):
    version = max(mended.versions, key=mended.versions.get)
    client = create_app(mended).server.test_client()
    for tail in ("", "/congreso", "/comparacion"):
        page = f"/reportes/2024{tail}"
        then = client.get(f"{page}?corte={version}").text
        assert f"Esta cifra se corrigió después, el 01/12/2026 (valores {CODE},2024)" in then, tail
        assert "Sumaba mal." in then
        assert "Otra cosa." not in then
        assert "se corrigió después" not in client.get(page).text


def test_the_comparison_lists_each_figure_of_the_matrix_that_is_not_the_published_one(mended):
    """One result was raised by one: it is named with both figures, and no other is."""
    text = create_app(mended).server.test_client().get("/reportes/2024/comparacion").text
    published = text.partition("749 son las mismas")[2].partition("</section>")[0]
    rows = re.findall(r"<tr.*?</tr>", published, re.DOTALL)
    assert len(rows) == 2, "the heading, and the figure that differs"
    for said_of_it in (CODE, "22.5", "23.5"):
        assert said_of_it in rows[1]
