"""A short crowd; `make carga` lets in 200 readers for 60 seconds."""

import json

from tests.load import crowd


def test_a_worker_that_dies_fails_no_reader():
    tally, log = crowd.run(readers=40, seconds=8)
    assert tally.errors == []
    assert set(tally.statuses) == {200, 304}
    assert tally.replaced > tally.killed > 0
    assert all(abs(cut - tally.killed) < 5 for cut in tally.cut)
    assert len(tally.cut) <= 40
    lines = [json.loads(line) for line in log.splitlines()]
    assert {line["evento"] for line in lines if line["nivel"] == "ERROR"} <= {_death(lines)}


def _death(lines):
    """Return what gunicorn says of the worker that the test killed."""
    return next((line["evento"] for line in lines if "SIGKILL" in line["evento"]), "")
