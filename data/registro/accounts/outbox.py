"""Mail: written in the transaction that causes it, sent afterwards, again if the server was down.

``python -m data.registro.accounts.outbox`` sends what waits.
"""

import smtplib
import ssl
import sys
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage

from sqlalchemy import Connection, Engine, insert, select, update

from data.registro.database import alone, connect, writing
from data.registro.outage import in_words
from data.registro.schema.people import aviso
from data.registro.settings import setting

_SENDING = 1
_MOST_TRIES = 20
_SECONDS = 10
_HERE = ("127.0.0.1", "localhost", "::1")
SENT = "(enviado)"


def write(connection: Connection, to: str, subject: str, body: str) -> None:
    """Put a mail in the outbox."""
    row = {"para": to, "asunto": subject, "cuerpo": body, "nacido": datetime.now(UTC)}
    connection.execute(insert(aviso).values(row))


def deliver(engine: Engine, server: str, sender: str) -> tuple[int, int]:
    """Send what waits; return how many were sent and how many were not.

    One process at a time: what another is sending is not sent again.
    """
    with alone(engine, _SENDING) as ours:
        return _deliver(engine, server, sender) if ours else (0, 0)


def _deliver(engine: Engine, server: str, sender: str) -> tuple[int, int]:
    waiting = (aviso.c.enviado.is_(None), aviso.c.intentos < _MOST_TRIES)
    with writing(engine) as connection:
        rows = connection.execute(select(aviso).where(*waiting).order_by(aviso.c.id)).all()
    sent = 0
    for row in rows:
        try:
            good = _send(server, sender, row.para, row.asunto, row.cuerpo)
        except _ServerError:
            # Of no mail in particular: none has spent a try, and the rest would wait as long.
            break
        # What was mailed may hold a link: once sent it is not kept.
        done = {"enviado": datetime.now(UTC), "cuerpo": SENT} if good else {}
        with writing(engine) as connection:
            line = update(aviso).where(aviso.c.id == row.id)
            connection.execute(line.values(intentos=row.intentos + 1, **done))
        sent += good
    return sent, len(rows) - sent


class _ServerError(Exception):
    """The server of mail is not there, does not answer, or does not encrypt."""


def _send(server: str, sender: str, to: str, subject: str, body: str) -> bool:
    mail = EmailMessage()
    try:
        mail["From"], mail["To"], mail["Subject"] = sender, to, subject
        mail.set_content(body)
        line = _line(server)
        try:
            line.send_message(mail)
            # What it took is sent, whatever it says at the end.
            with suppress(OSError):
                line.quit()
        finally:
            line.close()
    except (OSError, ValueError):
        return False
    return True


def _line(server: str) -> smtplib.SMTP:
    """Return a line to the server, encrypted to another machine, or raise _ServerError."""
    host, _, port = server.rpartition(":")
    try:
        line = smtplib.SMTP(host, int(port), timeout=_SECONDS)
    except OSError as error:
        raise _ServerError(server) from error
    try:
        line.ehlo_or_helo_if_needed()
        if host not in _HERE:
            line.starttls(context=ssl.create_default_context())
    except OSError as error:
        line.close()
        raise _ServerError(server) from error
    return line


@in_words
def main() -> int:
    """Send what waits; 1 if something could not be sent."""
    if not setting("REGISTRO_CORREO"):
        sys.stderr.write("Diga qué servidor: REGISTRO_CORREO=servidor:puerto\n")
        return 2
    engine = connect(setting("REGISTRO_BASE"))
    sent, left = deliver(engine, setting("REGISTRO_CORREO"), setting("REGISTRO_REMITENTE"))
    sys.stdout.write(f"Enviados: {sent}; sin enviar: {left}\n")
    return int(left > 0)


if __name__ == "__main__":
    sys.exit(main())
