"""A clock that was a year ahead, or a day, and is set right: nobody stays out, nobody stays in."""

from datetime import UTC, datetime, timedelta

import pytest

from data.registro.accounts import sessions, throttle
from data.registro.database import writing

NOW = datetime(2025, 7, 15, 12, tzinfo=UTC)
AHEAD = [timedelta(days=365), timedelta(days=1)]


@pytest.mark.parametrize("ahead", AHEAD)
def test_who_failed_while_the_clock_was_ahead_is_not_kept_out(engine, ahead):
    key = throttle.key("p1@pe", "127.0.0.1")
    with writing(engine) as connection:
        for _ in range(throttle.FREE + 3):
            throttle.failed(connection, key, NOW + ahead)
        assert throttle.wait(connection, key, NOW + ahead) > 0
        assert throttle.wait(connection, key, NOW) == 0


def test_a_clock_set_back_a_little_makes_nobody_wait_longer_than_the_longest(engine):
    key = throttle.key("p1@pe", "127.0.0.1")
    with writing(engine) as connection:
        for _ in range(30):
            throttle.failed(connection, key, NOW + timedelta(minutes=10))
        assert 0 < throttle.wait(connection, key, NOW) <= throttle.USUAL.longest


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_session_begun_while_the_clock_was_ahead_does_not_last_until_then(engine, ahead):
    with writing(engine) as connection:
        token = sessions.begin(connection, 1, NOW + ahead, "", second=True)
        assert sessions.find(connection, token, NOW + ahead) is not None
        assert sessions.find(connection, token, NOW) is None
        assert sessions.find(connection, token, NOW + ahead - timedelta(minutes=1)) is not None
