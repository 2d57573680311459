"""``make datos``: it writes what is computed and no other byte, and says what is missing next."""

import pytest

from data import complete, derived
from data.raw_csv import RawCsv
from tests.invented.year import YEAR, Folder

TABLES = ("valores", "avances")


@pytest.fixture
def folder(frozen, tmp_path):
    return Folder(frozen, tmp_path / "tablas")


def read(folder):
    return {file.name: file.read_bytes() for file in folder.path.iterdir()}


def blanked(text):
    """The text of a table without what is computed in it."""
    table = RawCsv(text)
    for line, _ in table.rows():
        table.put(line, "avance_calculado", "")
        table.put(line, "semaforo", "")
    return table.text()


def test_tables_that_are_whole_are_left_to_the_byte(folder):
    before = read(folder)
    assert derived.fill(folder.path) == {}
    assert read(folder) == before


@pytest.mark.parametrize("dress", [str, lambda text: "\ufeff" + text.replace("\n", "\r\n")],
                         ids=["plain", "bom-crlf"])  # fmt: skip
def test_what_is_computed_is_written_and_nothing_else(folder, dress):
    files = {name: folder.path / f"{name}.csv" for name in TABLES}
    right = {}
    for name, file in files.items():
        right[name] = dress(file.read_text("utf-8"))
        assert blanked(right[name]) != right[name]
        file.write_bytes(blanked(right[name]).encode())
    others = {name: text for name, text in read(folder).items() if name[:-4] not in TABLES}
    assert set(derived.fill(folder.path)) == set(TABLES)
    assert {name: file.read_bytes().decode() for name, file in files.items()} == right
    assert {name: text for name, text in read(folder).items() if name in others} == others
    assert derived.fill(folder.path) == {}


def test_quotes_and_a_last_line_without_end_are_kept(folder):
    file = folder.path / "valores.csv"
    text = file.read_text("utf-8").replace("IOP.01.01,2019,", '"IOP.01.01","2019",', 1).rstrip("\n")
    file.write_text(text.replace(",67.3,67.3,rojo,", ",67.3,67.30,verde,"), "utf-8")
    assert derived.fill(folder.path) == {"valores": 1}
    assert file.read_text("utf-8") == text.replace(",67.3,67.3,rojo,", ",67.3,67.30,rojo,")


def test_the_band_is_that_of_the_advance_that_the_report_prints(folder):
    file = folder.path / "valores.csv"
    printed, ours = ("85,70.7,dato,83.2,83.2,ambar,", "85,70.7,dato,74.9,83.2,rojo,")
    text = file.read_text("utf-8")
    assert text.count(printed) == 1
    file.write_text(text.replace(printed, ours.replace("rojo", "ambar")), "utf-8")
    assert derived.fill(folder.path)["valores"] == 1
    assert file.read_text("utf-8") == text.replace(printed, ours)


def test_the_averages_of_a_new_year_get_their_rows_after_those_before(folder):
    folder.targets()
    derived.fill(folder.path)
    lines = [(row["codigo"], row["anio"]) for row in folder.rows("avances")]
    assert lines == sorted(lines, key=lambda one: (one[0] == "IG", *one))
    new = [row for row in folder.rows("avances") if row["anio"] == str(YEAR)]
    assert [row["codigo"] for row in new] == ["OP.01", "OP.02", "OP.03", "IG"]
    assert {row["semaforo"] for row in new} == {"sin-dato"}


def test_what_cannot_be_read_is_left_to_the_loader(folder):
    file = folder.path / "valores.csv"
    file.write_text(file.read_text("utf-8").replace(",6.39,dato,", ",mucho,dato,", 1), "utf-8")
    before = read(folder)["valores.csv"]
    assert "valores" not in derived.fill(folder.path)
    assert read(folder)["valores.csv"] == before
    for name in TABLES:
        (folder.path / f"{name}.csv").write_bytes(b"\xff")
    assert derived.fill(folder.path) == {}


def test_each_step_of_the_walkthrough_is_asked_for_in_order(folder, capsys):
    def told():
        state = complete.main([str(folder.path)])
        said = capsys.readouterr()
        return state, said.out + said.err

    folder.write("ejercicios", [row for row in folder.rows("ejercicios") if row["anio"] < "2025"])
    folder.targets(folder.codes()[:2])
    state, said = told()
    assert state == 1
    assert "valores.csv" in said
    assert f"'{YEAR}': no está en ejercicios" in said
    folder.add("ejercicios", anio=YEAR, estado="cerrado", fuente="nadie")
    state, said = told()
    assert (state, "Ahora ejercicios.csv (1):" in said) == (1, True)
    assert "fuente='nadie': no está en fuentes" in said
    folder.change("ejercicios", {"anio": YEAR}, fuente="inventado-2025-matriz")
    state, said = told()
    assert state == 1
    assert "falta la fila de un indicador que rige" in said
    assert "… y" in said
    folder.targets()
    folder.results(folder.codes())
    state, said = told()
    assert state == 0
    assert f"último año cerrado: {YEAR}" in said
    assert f"sin filas de {YEAR}, por si el reporte las da:" in said
    assert "No falta nada." in said
    assert told()[1].count("escrito en") == 0
