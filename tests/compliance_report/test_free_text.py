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
        3: ("Todos", "cumplieron"),
        4: ("Se cumplió", "98765", "{valores/nada,2024/valor_obtenido}"),
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


SIGNED = ['autor = "A"', "fecha = 2026-11-28"]
UNREADABLE = [
    ('texto = "año"'.encode("latin-1"), "guárdelo como UTF-8"),
    (b"texto = 5", "no es un texto"),
    (b'texto = ["a"]', "no es un texto"),
    (b'texto = "   "', "no es un texto"),
    (b'texto = "a \\u0001 b"', "no es un texto"),
    (b'texto = "a"\nautor = "  "', "falta quién lo escribió"),
    (b'texto = "a"\nfecha = 10:00:00', "falta el día"),
]


def signed(content=b""):
    """Return the lines of who wrote and when, but for those that a section already has."""
    kept = (line for line in SIGNED if line.split()[0].encode() not in content)
    return "\n".join(kept).encode()


def test_what_is_no_text_is_a_fault_and_leaves_the_section_to_be_written(
    live_store, tmp_path, monkeypatch
):
    """Whoever opens the document meets a draft that says what is wrong, never an error."""
    monkeypatch.setattr(free_text, "files", lambda _: tmp_path)
    (tmp_path / free_text.FOLDER).mkdir()
    for content, reason in UNREADABLE:
        path = tmp_path / free_text.FOLDER / "2024.toml"
        path.write_bytes(b"[contexto]\n" + content + b"\n" + signed(content))
        free_text.load.cache_clear()
        written = report.report(live_store, 2024)
        assert "contexto" in written.pending
        assert any(reason in doubt and "2024.toml" in doubt for doubt in written.doubts), content
    free_text.load.cache_clear()


def test_a_file_as_other_editors_save_it_is_read(folder):
    place = folder("")
    lines = ["[contexto]", 'texto = """', "Uno.", "", "Dos.", '"""', *SIGNED]
    (place / "2024.toml").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    assert free_text.read(place, 2024).sections["contexto"].text == "Uno.\n\nDos."


def test_what_is_kept_has_no_doubt(live_store):
    assert free_text.years() == [2024]
    assert not list(check.doubts(live_store))
