"""The page by hand that `make bench` measures beside the board answers, and has what it waits for."""

import pytest

from tests.bench import plain
from tests.bench.sites import FLOOR, SITES


@pytest.mark.parametrize("query", ["", "?anio=2023"])
def test_the_page_by_hand_has_the_charts_that_are_waited_for(query):
    page = plain.server.test_client().get(f"/{query}").text
    for one in (SITES[FLOOR].gauges, SITES[FLOOR].map):
        assert f'id="{one.removeprefix("#").removesuffix(" svg")}"' in page
    assert page.count("<svg") > 3
    assert "data-lasting" not in page
