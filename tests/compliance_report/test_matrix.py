"""The matrix of 2024 is the published one, cell by cell.

`matriz_2024.csv` was read from the scanned report and not from the tables: 50 rows of 15 figures,
as they are printed (of one the scan loses the first stroke: 75% reads /5%).
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from data.compliance_report.report import report
from tests.compliance_report.reading import table

READ = Path(__file__).parents[2] / "data" / "informes" / "matriz_2024.csv"


def plain(text):
    return text.replace("%", "").replace("\u202f", "").replace(",", "").strip()


@pytest.fixture(scope="module")
def written(live_store):
    matrix = table(report(live_store, 2024), "cuadro-matriz")
    return {str(row.cells[0]): [str(cell) for cell in row.cells] for row in matrix.rows
            if not row.group}  # fmt: skip


def test_each_of_the_750_figures_is_the_one_that_was_published(written):
    with READ.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert len(rows) == len(written) == 50
    wrong = []
    for code, *read in rows:
        assert len(read) == 15
        ours = [plain(cell) for cell in written[code][4:19]]
        wrong += [(code, a, b) for a, b in zip(ours, map(plain, read), strict=True) if a != b]
    assert not wrong


def test_the_computed_advance_stands_beside_with_one_decimal(written):
    for code, row in written.items():
        published, computed = row[18], row[19]
        assert computed == "ND" or Decimal(computed.replace(",", "")).as_tuple().exponent == -1, (
            code
        )
        assert published != "ND"


def test_objectives_lines_and_services_stand_over_their_indicators(live_store):
    rows = table(report(live_store, 2024), "cuadro-matriz").rows
    heads = [str(row.cells[0]) for row in rows if row.group]
    assert sum(head.startswith("OP.") for head in heads) == 3
    assert sum(head.startswith("LN.") for head in heads) == 19
    assert sum(head.startswith("SS.") for head in heads) == 42
    assert heads[-1] == "IG"
    width = len(table(report(live_store, 2024), "cuadro-matriz").head)
    assert all(sum(row.spans or (1,) * len(row.cells)) == width for row in rows)
