"""The page by hand that `make bench` measures beside the board: it answers with what is awaited."""

from werkzeug.test import Client

from tests.bench.sites import FLOOR, SITES


def test_the_page_by_hand_has_the_charts_that_are_waited_for():
    # Its tables are read as it is imported.
    from tests.bench import plain

    page = Client(plain.server).get("/").text
    for one in (SITES[FLOOR].gauges, SITES[FLOOR].map):
        assert f'id="{one.removeprefix("#").removesuffix(" svg")}"' in page
    assert page.count("<svg") > 3
    assert "data-lasting" not in page + plain.part("anio=2023")
    assert "2023" in plain.part("anio=2023")
