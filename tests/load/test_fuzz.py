"""Some thousands of requests that nobody meant well; `make fuzz` sends 100,000."""

from tests.load import fuzz

NUMBER, SEED = 1_500, 11
GROWTH = 60


def test_garbage_breaks_nothing_and_fills_nothing():
    server, garbage = fuzz.prepared(SEED)
    found = fuzz.run(server, garbage, NUMBER)
    assert found.faults == []
    assert sum(found.statuses.values()) == NUMBER
    assert {200, 400, 404, 405} <= set(found.statuses)
    assert found.memory[-1] - found.memory[len(found.memory) // 2] < GROWTH


def test_a_request_can_be_made_again():
    _, garbage = fuzz.prepared(SEED)
    assert [garbage[number] for number in range(50)] == [garbage[number] for number in range(50)]


def test_a_fault_would_be_seen(monkeypatch):
    server, garbage = fuzz.prepared(SEED)
    monkeypatch.setattr("callbacks.http.pages.document", lambda *_: 1 / 0)
    found = fuzz.run(server, garbage, 60)
    assert any("500" in fault for fault in found.faults)
    assert any("ZeroDivisionError" in fault for fault in found.faults)
