"""What an order or a start finds broken: said with its place and remedy; what was kept is whole."""

import errno
import os
import socket
from time import monotonic

import pytest
from aiosmtpd.controller import Controller
from cryptography.fernet import Fernet
from sqlalchemy import select

from callbacks.registro import commands
from data.registro import calendar, chain
from data.registro.accounts import outbox, rotation
from data.registro.accounts.tokens import Vault
from data.registro.database import reading, writing
from data.registro.evidences import Shelf
from data.registro.publication import __main__ as publication
from data.registro.schema.people import aviso
from data.settings import SettingError
from data.writing import disk
from tests.load.server import free_port
from tests.registro.test_accounts import Letters

ORDERS = {"servir": lambda: commands.main(["servir"]), "migrar": lambda: commands.main(["migrar"]),
          "verificar": lambda: chain.main([]), "anclar": lambda: chain.main(["anclar"]),
          "enviar": outbox.main, "cambiar": rotation.main,
          "cerrar": lambda: calendar.main(["cerrar"]),
          "publicar": lambda: publication.main(["2025-S1", "p1@pe"])}  # fmt: skip


def directory(folder):
    (folder / "r.sqlite").mkdir()
    return f"sqlite:///{folder}/r.sqlite"


def loop(folder):
    (folder / "r.sqlite").symlink_to("r.sqlite")
    return f"sqlite:///{folder}/r.sqlite"


def garbage(folder):
    (folder / "r.sqlite").write_bytes(os.urandom(9_000))
    return f"sqlite:///{folder}/r.sqlite"


def silent(folder):
    return f"postgresql://nadie:secreta@/registro?host={folder}"


BROKEN = {directory: "compruebe que existe", loop: "compruebe que existe",
          garbage: "vuelva a la última copia", silent: "compruebe que está en marcha"}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("order", ORDERS)
def test_an_order_names_the_base_that_it_cannot_use(order, broken, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("REGISTRO_BASE", broken(tmp_path))
    monkeypatch.setenv("REGISTRO_CORREO", "127.0.0.1:1")
    monkeypatch.chdir(tmp_path)
    assert ORDERS[order]() == 1
    told = capsys.readouterr()
    assert "REGISTRO_BASE=" in told.err
    assert BROKEN[broken] in told.err
    assert "secreta" not in told.err + told.out


@pytest.mark.parametrize(
    "held",
    [b"", b"\n", b"media-clave", Fernet.generate_key()[:20]],
    ids=["empty", "a line", "words", "half a key"],
)
def test_a_secret_cut_short_is_named_and_is_not_written_over(tmp_path, held):
    file = tmp_path / "secreto"
    file.write_bytes(held)
    with pytest.raises(SettingError, match=r"REGISTRO_SECRETO=.*secreto"):
        Vault.of(file)
    assert file.read_bytes() == held


def full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_fills_leaves_no_half_secret(tmp_path, monkeypatch):
    file = tmp_path / "secreto"
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            Vault.of(file)
    assert list(tmp_path.iterdir()) == []
    assert Vault.of(file).open(Vault.of(file).close("a")) == "a"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_disk_that_fills_leaves_no_half_evidence_and_the_next_is_whole(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(disk.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            shelf.put(b"evidencia")
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
    assert shelf.get(shelf.put(b"evidencia")) == b"evidencia"


def test_an_evidence_cut_short_is_given_to_nobody_and_mended_by_who_sends_it_again(tmp_path):
    shelf = Shelf(tmp_path)
    key = shelf.put(b"evidencia")
    shelf.path(key).write_bytes(b"evid")
    with pytest.raises(OSError, match="not what was kept"):
        shelf.get(key)
    assert shelf.put(b"evidencia") == key
    assert shelf.get(key) == b"evidencia"


@pytest.fixture
def letters(engine, monkeypatch):
    """Three mails that wait, and little patience."""
    monkeypatch.setattr(outbox, "_SECONDS", 0.3)
    with writing(engine) as connection:
        for n in range(3):
            outbox.write(connection, f"p{n}@pe", "Aviso", "Texto")


def tries(engine):
    with reading(engine) as connection:
        return connection.execute(select(aviso.c.intentos).order_by(aviso.c.id)).scalars().all()


def test_a_mail_server_that_hangs_is_waited_for_once_and_costs_no_mail_its_tries(engine, letters):
    with socket.create_server(("127.0.0.1", 0)) as hung:
        begun = monotonic()
        place = f"127.0.0.1:{hung.getsockname()[1]}"
        assert outbox.deliver(engine, place, "r@pe") == (0, 3)
    assert monotonic() - begun < 3
    assert tries(engine) == [0, 0, 0]
    assert outbox.deliver(engine, "127.0.0.1:1", "r@pe") == (0, 3)
    assert tries(engine) == [0, 0, 0], "a server that is away for a day loses no mail"


class Rude(Letters):
    """It takes each mail and never says goodbye; the second mail it does not take."""

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == "p1@pe":
            return "550 no"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_QUIT(self, server, session, envelope):
        return "451 no"


def test_a_mail_that_was_taken_is_sent_once_and_another_does_not_stop_it(engine, letters):
    rude = Rude()
    server = Controller(rude, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        assert outbox.deliver(engine, f"127.0.0.1:{server.port}", "r@pe") == (2, 1)
        assert outbox.deliver(engine, f"127.0.0.1:{server.port}", "r@pe") == (0, 1)
    finally:
        server.stop()
    assert [one[0] for one in rude.held] == [["p0@pe"], ["p2@pe"]]
    assert tries(engine) == [1, 2, 1]
