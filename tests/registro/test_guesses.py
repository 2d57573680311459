"""Codes of six digits tried against an account from many networks, by who has its password."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from sqlalchemy import func, select

from data.registro.accounts import (
    entry,
    guesses,
    invitations,
    own,
    passwords,
    people,
    second_factor,
    sessions,
)
from data.registro.accounts.throttle import FREE, Visit
from data.registro.accounts.tokens import Vault
from data.registro.database import reading, writing
from data.registro.schema.people import aviso
from tests.registro.web import PASSWORD, kept_password

NOW = datetime(2025, 7, 1, 12, tzinfo=UTC)
WHO, OFFICE = 1, "10.0.0.1"
WRONG = "000000"


class Account:
    """An account whose password somebody else knows, and a clock."""

    def __init__(self, engine, folder):
        self.engine, self.vault, self.key = engine, Vault.of(folder / "s"), second_factor.secret()
        with writing(engine) as connection:
            people.choose_password(connection, WHO, kept_password(), NOW)
            self.codes = second_factor.enrol(connection, self.vault, WHO, self.key)
        self.turn = 0

    def code(self, now):
        return pyotp.TOTP(self.key).at(now)

    def tries(self, now, network, code):
        """Try a code with a session that the password opened; return what came of it."""
        with writing(self.engine) as connection:
            token = sessions.begin(connection, WHO, now, "")
            session = sessions.find(connection, token, now)
            visit = Visit(now, network)
            return entry.with_code(connection, self.vault, visit, session, code)

    def elsewhere(self):
        """Return a network from which nobody tried."""
        self.turn += 1
        return f"172.16.{self.turn // 250}.{self.turn % 250}"

    def attacked(self, until):
        """Try as often as one may, each time from another network; return how many were judged."""
        now, judged = NOW, 0
        while now < until and judged < 100:
            came = self.tries(now, self.elsewhere(), WRONG)
            judged += not came.espera
            now += timedelta(seconds=came.espera or 1)
        return judged

    def letters(self):
        with reading(self.engine) as connection:
            which = aviso.c.asunto == guesses._SUBJECT
            return connection.execute(select(func.count()).where(which)).scalar_one()


@pytest.fixture
def account(engine, tmp_path):
    return Account(engine, tmp_path)


def test_guessing_from_many_networks_is_bounded_in_a_day_and_told_once(account):
    judged = account.attacked(NOW + timedelta(days=1))
    assert FREE < judged <= 45
    assert account.letters() == 1
    late = NOW + timedelta(days=1)
    held = account.tries(late, account.elsewhere(), account.code(late))
    assert 0 < held.espera <= guesses.PACE.longest, "a right code is not judged meanwhile either"


def test_its_owner_enters_where_he_does_and_with_a_code_from_paper_anywhere(account):
    assert account.tries(NOW, OFFICE, account.code(NOW)).token
    until = NOW + timedelta(minutes=20)
    account.attacked(until)
    assert account.tries(until, account.elsewhere(), account.code(until)).espera
    assert account.tries(until, OFFICE, account.code(until)).token, "nobody locks him out"
    assert account.tries(until, account.elsewhere(), account.codes[0]).token
    after = until + timedelta(minutes=1)
    for _ in range(FREE):
        assert not account.tries(after, OFFICE, WRONG).espera
    assert account.tries(after, OFFICE, account.code(after)).espera, "and there it is slowed too"


def test_a_stranger_without_the_password_delays_nobody(account):
    for _ in range(FREE * 3):
        visit = Visit(NOW, account.elsewhere())
        assert not entry.with_password(account.engine, visit, "p1@pe", "otra cosa").token
    assert account.tries(NOW, account.elsewhere(), account.code(NOW)).token
    assert account.letters() == 0


def test_another_password_begins_again_and_knows_no_network(account, engine):
    assert account.tries(NOW, OFFICE, account.code(NOW)).token
    later = NOW + timedelta(minutes=10)
    account.attacked(later)
    change = own.Change(PASSWORD, "otra frase mía bien larga", account.codes[1])
    assert own.change_password(engine, account.vault, Visit(later, OFFICE), WHO, change) == ""
    for _ in range(FREE):
        assert not account.tries(later, account.elsewhere(), WRONG).espera
    assert account.tries(later, OFFICE, account.code(later)).espera, "not known any more"


def test_a_link_or_an_open_session_is_no_way_around(account, engine):
    with writing(engine) as connection:
        token = invitations.invite(connection, WHO, "olvido", NOW)
        said = [
            entry.accept(connection, account.vault, token, "otra frase mía y larga", "", WRONG,
                         Visit(NOW, account.elsewhere()))[0]
            for _ in range(FREE)
        ]  # fmt: skip
        last = own.again(connection, account.vault, Visit(NOW, account.elsewhere()), WHO,
                         account.code(NOW))  # fmt: skip
    assert {one.partition(" ")[0] for one in said} == {"El"}
    assert last.startswith("Hubo varios intentos")
    assert passwords.fits(PASSWORD, kept_password())
