"""What an import does to the tables: nothing, new rows, a later cut, or nothing on any fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data import loader
from data.importing.refusal import Refusal
from data.writing import folder
from tests.importing.conftest import photograph
from tests.importing.official import TABLE, official, write
from tests.importing.tables import by_territory, changed, figures


def test_the_same_cut_changes_nothing(data, run, tmp_path):
    before = photograph(data)
    said = run(write(tmp_path / "otro nombre.csv", official()))
    assert said.code == 0
    assert said.out.endswith("No cambió nada.\n")
    assert photograph(data) == before


@pytest.mark.parametrize("year", [2019, 2021, 2025, 2026])
def test_running_twice_changes_nothing(data, run, tmp_path, year):
    file = write(tmp_path / "d.csv", official(year, "ENERO - ENERO", "28/02/2026"))
    if year == 2025:
        file = write(tmp_path / "d.csv", official(2025, "ENERO - DICIEMBRE", "28/02/2026"))
    assert run(file).code == 0
    once = photograph(data)
    said = run(file)
    assert said.out.endswith("No cambió nada.\n")
    assert photograph(data) == once


def test_a_later_cut_replaces_the_earlier_one_and_says_so(data, run, tmp_path):
    districts = changed("PUNO", **{"129-A": "30"})
    later = official(2025, "ENERO - DICIEMBRE", "20/01/2026", districts)
    said = run(write(tmp_path / "BD-2025-12.csv", later))
    assert said.code == 0, said.err
    assert "el corte 20/01/2026 reemplaza el corte 17/12/2025" in said.out
    assert "Puno                  40         12         +28" in said.out
    rows = figures(data, "mp-delitos-2025-distritos")
    assert by_territory(rows)["puno"] == ("40", "dato")
    assert {(row["periodo"], row["periodo_fin"]) for row in rows} == {("2025", "2025-12-31")}
    assert len(rows) == 34
    store = loader.load(data)
    cited = {row.codigo: row for row in store.tables["fuentes"]}
    assert "fecha_corte 20/01/2026" in cited["mp-delitos-2025-distritos"].localizador
    period = next(row for row in store.tables["periodos"] if row.codigo == "2025")
    assert (str(period.fin), period.completo) == ("2025-12-31", "si")
    covered = [r for r in store.tables["coberturas"] if r.fuente == "mp-delitos-2025-distritos"]
    assert [(row.suma, row.completo) for row in covered] == [(914, "dudoso")]


def test_what_speaks_of_the_figures_is_written_as_it_was(data, run, tmp_path):
    before = photograph(data)
    run(write(tmp_path / "d.csv", official(2025, "ENERO - DICIEMBRE", "20/01/2026")))
    after = photograph(data)
    assert {name for name in after if after[name] != before[name]} == {
        *("incidencia.csv", "fuentes.csv", "periodos.csv", "coberturas.csv"),
        "notas_incidencia.csv",
    }
    days = before["incidencia.csv"].replace(b"2025-11-30", b"2025-12-31")
    assert after["incidencia.csv"] == days
    whole = b"Tabla completa (34 distritos fiscales). "
    assert after["notas_incidencia.csv"] == before["notas_incidencia.csv"].replace(whole, b"")


def test_an_earlier_cut_is_refused(data, run, tmp_path):
    before = photograph(data)
    said = run(write(tmp_path / "d.csv", official(2025, "ENERO - OCTUBRE", "12/11/2025")))
    assert said.code == 1
    assert "la tabla ya tiene un corte posterior de 2025: 17/12/2025" in said.err
    assert photograph(data) == before


def test_other_figures_of_the_same_cut_are_refused_unless_asked_for(data, run, tmp_path):
    before = photograph(data)
    file = write(tmp_path / "d.csv", official(districts=changed("PUNO", **{"129-A": "30"})))
    said = run(file)
    assert said.code == 1
    assert "el mismo corte (17/12/2025), pero" in said.err
    assert photograph(data) == before
    assert run(file, "--reemplazar", "--motivo", "Puno se corrigió.").code == 0
    assert by_territory(figures(data, "mp-delitos-2025-distritos"))["puno"] == ("40", "dato")


def test_a_later_cut_with_fewer_months_or_districts_is_refused(data, run, tmp_path):
    before = photograph(data)
    fewer = official(2025, "ENERO - OCTUBRE", "20/01/2026")
    assert "cubre menos meses" in run(write(tmp_path / "a.csv", fewer)).err
    part = official(2025, "ENERO - DICIEMBRE", "20/01/2026", TABLE[:5])
    assert "un extracto no reemplaza un archivo entero" in run(write(tmp_path / "b.csv", part)).err
    assert photograph(data) == before


def test_a_simulation_writes_nothing(data, run, tmp_path):
    before = photograph(data)
    file = write(tmp_path / "d.csv", official(2024, "ENERO - DICIEMBRE", "24/01/2025"))
    said = run(file, "--simular")
    assert "mp-delitos-2024-distritos (enero a diciembre de 2024, 34 filas): nuevo" in said.out
    assert photograph(data) == before


def test_a_full_disk_changes_nothing(data, run, tmp_path, monkeypatch):
    before = photograph(data)
    file = write(tmp_path / "d.csv", official(2024, "ENERO - DICIEMBRE", "24/01/2025"))
    left, whole = [3], os.write

    def failing(descriptor, content):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        return whole(descriptor, content)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing)
        said = run(file)
    assert said.code == 1
    assert "no se puede escribir (No space left on device)" in said.err
    assert photograph(data) == before


def test_what_is_decided_and_out_of_its_place_is_read_and_said(data, run, tmp_path, monkeypatch):
    file = write(tmp_path / "d.csv", official(2024, "ENERO - DICIEMBRE", "24/01/2025"))
    whole = os.rename

    def failing(source, target):
        if Path(target).name == "fuentes.csv":
            raise OSError(5, "Input/output error", str(target))
        whole(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", failing)
        said = run(file)
    assert said.code == 1
    assert "Las tablas nuevas ya valen" in said.err
    assert "No se cambió nada" not in said.err
    assert len([r for r in loader.load(data).tables["incidencia"] if "-2024-d" in r.fuente]) == 34
    assert run(file).out.startswith("Se completó antes un cambio de tablas que quedó cortado: ")
    assert list(data.glob(".*")) == []


def test_a_replaced_figure_leaves_its_reason(data, run, tmp_path):
    file = write(tmp_path / "d.csv", official(districts=changed("PUNO", **{"129-A": "30"})))
    with pytest.raises(SystemExit) as ended:
        run(file, "--reemplazar")
    assert ended.value.code == 2
    assert run(file, "--reemplazar", "--motivo", "El archivo se publicó otra vez.").code == 0
    store = loader.load(data)
    keys = {",".join(map(str, row.identity)) for row in store.tables["incidencia"]}
    made = {r.clave: r.motivo for r in store.tables["correcciones"] if "otra vez" in r.motivo}
    assert keys >= made.keys()
    puno = "denuncias,distrito_fiscal,Puno,puno,2025,mp-delitos-2025-distritos"
    assert made[puno] == "Decía 12, dice 40. El archivo se publicó otra vez."
    assert len(made) == 2, "Puno and the country"


def test_a_second_correction_of_a_day_joins_the_first(data, run, tmp_path):
    for amount in ("30", "31"):
        again = official(districts=changed("PUNO", **{"129-A": amount}))
        said = run(write(tmp_path / "d.csv", again), "--reemplazar", "--motivo", f"Va {amount}.")
        assert said.code == 0, said.err
    made = [r.motivo for r in loader.load(data).tables["correcciones"] if ",puno,2025" in r.clave]
    assert made == ["Decía 12, dice 40. Va 30. Después: Decía 40, dice 41. Va 31."]


def test_a_later_cut_that_changes_figures_says_so_and_new_figures_do_not(data, run, tmp_path):
    count = len(loader.load(data).tables["correcciones"])
    run(write(tmp_path / "a.csv", official(2024, "ENERO - DICIEMBRE", "24/01/2025")))
    assert len(loader.load(data).tables["correcciones"]) == count
    districts = changed("PUNO", **{"129-A": "30"})
    run(write(tmp_path / "b.csv", official(2025, "ENERO - DICIEMBRE", "20/01/2026", districts)))
    made = loader.load(data).tables["correcciones"][count:]
    assert {row.motivo.partition(". ")[2] for row in made} == {
        "El corte 20/01/2026 de la fuente reemplaza el corte 17/12/2025."
    }


def test_what_a_person_wrote_is_kept_and_told(data, run, tmp_path):
    written = "hay duda sobre el alcance"
    for cut in ("20/01/2026", "20/02/2026"):
        later = official(2025, "ENERO - DICIEMBRE", cut, changed("PUNO", **{"129-A": cut[4]}))
        said = run(write(tmp_path / "d.csv", later))
        assert "Nota que se conserva en coberturas (mp-delitos-2025-distritos)" in said.out
        assert "Nota que se conserva en periodos (2025)" in said.out
        store = loader.load(data)
        (covered,) = [
            row.nota for row in store.tables["coberturas"] if "-2025-distritos" in row.fuente
        ]
        (period,) = [row.nota for row in store.tables["periodos"] if row.codigo == "2025"]
        assert covered.count(written) == period.count(written) == 1
        assert covered.count("Nota anterior") == 1
        assert cut in period


def test_tables_changed_meanwhile_are_not_overwritten(data):
    tables = folder.Folder(data)
    tables.rows("periodos").pop()
    with (data / "periodos.csv").open("a") as file:
        file.write("2031,2031-01-01,2031-12-31,si,\n")
    before = photograph(data)
    with pytest.raises(Refusal):
        tables.save()
    assert photograph(data) == before


def test_a_folder_with_faults_is_not_touched(data, run, tmp_path):
    (data / "periodos.csv").write_text("codigo\n", "utf-8")
    before = photograph(data)
    said = run(write(tmp_path / "d.csv", official()))
    assert said.code == 1
    assert "la carpeta de datos ya tiene faltas" in said.err
    assert len(said.err.splitlines()) == 2
    assert photograph(data) == before


def test_the_module_is_a_command(data, root, tmp_path):
    file = write(tmp_path / "d.csv", official())
    command = [sys.executable, "-m", "data.importar", str(file), "--datos", str(data)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("No cambió nada.\n")


def test_other_sources_of_the_same_figures_are_named(run, tmp_path):
    said = run(write(tmp_path / "d.csv", official(2023, "ENERO - DICIEMBRE", "24/01/2024")))
    assert "hay además cifras de mp-delitos-lambayeque-articulos: no se tocan" in said.out


def test_a_folder_that_is_not_there_is_named(run, data, tmp_path):
    said = run(write(tmp_path / "d.csv", official()), "--datos", str(tmp_path / "nada"))
    assert said.err.startswith("nada:0: carpeta='nada': no existe la carpeta de datos")
