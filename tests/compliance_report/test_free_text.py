"""The free text: what is read, what is doubtful with its place and remedy, what is a draft."""

import pytest

from data.compliance_report import check, free_text, report
from data.compliance_report.blocks import FigureError, Free, Words
from data.faults import TableError
from tests.compliance_report.reading import named

GOOD = """# una nota
[contexto]
texto = \"\"\"
El OP.02 llegó a {avances/OP.02,2024/avance_publicado} y el índice a 70.6 %.
\"\"\"
autor = "Secretaría Técnica"
fecha = 2026-11-28
"""
BAD = """[contexto]
texto = \"\"\"
Todos los servicios cumplieron.
Se cumplió la meta con 98765 casos y {valores/nada,2024/valor_obtenido}.
El Ministerio de Gobierno y la ZZZQ lo confirman; el Ministerio de salud no.
\"\"\"
autor = "Alguien"
fecha = 2026-11-28

[inventada]
texto = "Nada."
autor = "Alguien"
fecha = 2026-11-28
"""


@pytest.fixture
def folder(tmp_path):
    def write(text, year=2024):
        (tmp_path / f"{year}.toml").write_text(text, "utf-8")
        return tmp_path

    return write


def test_a_typed_figure_is_refused():
    with pytest.raises(FigureError):
        Words(("un avance de 94",))


def test_what_is_written_is_taken_with_its_cells(live_store, folder):
    texts = free_text.read(folder(GOOD), 2024)
    written = report.report(live_store, 2024, texts)
    block = named(written)["contexto"]
    assert isinstance(block, Free)
    assert block.author == "Secretaría Técnica"
    figures = [piece for piece in block.pieces if any(sign.isdigit() for sign in piece.text)]
    assert {piece.text for piece in figures} == {"02", "94", "70.6"}
    assert all(piece.cells and piece.sources for piece in figures)
    assert not written.doubts
    assert "contexto" not in written.pending
    assert written.draft, "the other sections are still to be written"


def test_a_document_is_no_draft_when_every_section_is_written(live_store, folder):
    sections = report.report(live_store, 2024, free_text.FreeTexts("", {})).pending
    parts = [
        f'[{one}]\ntexto = "Sin novedad."\nautor = "A"\nfecha = 2026-11-28\n' for one in sections
    ]
    written = report.report(live_store, 2024, free_text.read(folder("".join(parts)), 2024))
    assert not written.pending
    assert not written.draft


def test_each_doubt_has_its_place_and_its_remedy(live_store, folder):
    found = list(check.doubts(live_store, folder(BAD)))
    wanted = {
        3: ("Todos",), 4: ("Se cumplió", "98765", "{valores/nada,2024/valor_obtenido}"),
        5: ("Ministerio de Gobierno", "ZZZQ"), 11: ("inventada",),
    }  # fmt: skip
    for line, values in wanted.items():
        for value in values:
            assert any(f"2024.toml:{line}:" in doubt and value in doubt for doubt in found), value
    assert len(found) == sum(map(len, wanted.values())), found


def test_a_file_that_cannot_be_read_says_where(folder):
    with pytest.raises(TableError, match=r"2024.toml:1"):
        free_text.read(folder('[contexto\ntexto = "x"\n'), 2024)
    with pytest.raises(TableError, match="falta quién lo escribió"):
        free_text.read(folder('[contexto]\ntexto = "x"\nfecha = 2026-11-28\n'), 2024)


def test_what_is_kept_has_no_doubt(live_store):
    assert free_text.years() == [2024]
    assert not list(check.doubts(live_store))
