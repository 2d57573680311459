"""A short flood; `python -m tests.load.flood` lets in 40 clients for 8 seconds of each kind."""

import os

import pytest

from tests.load import flood
from tests.load.server import served

pytestmark = pytest.mark.load
MOST = 0.5


def test_who_reads_a_page_does_not_wait_for_a_flood():
    with served(WEB_CONCURRENCY="2") as server:
        # The first answer of each worker is written; what is read afterwards is kept.
        flood.flooded(server.port, "search", 0, 2)
        # A machine that is busy with something else is slow without a flood too.
        bound = MOST * max(1, os.getloadavg()[0] / (os.cpu_count() or 1))
        for kind in flood.KINDS:
            times, told = flood.flooded(server.port, kind, 40, 2)
            assert flood.late(times) < bound, (kind, told)
            assert set(told) <= {200, 429}
            assert told[429] > 0, "the flood is more than there is room for"
