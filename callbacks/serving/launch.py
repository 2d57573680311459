"""``python -m callbacks.serving.launch …``: gunicorn, once it can do what it is asked to.

gunicorn reads some settings while it is imported, and tries a port that is taken five times, each
in a line of English; what is wrong is said here first. ``--comprobar`` says it, and no more.
"""

import errno
import os
import socket
import sys
from itertools import pairwise

from data import settings

_ONLY = "--comprobar"
# Whoever starts us has opened the port already: a socket of systemd, a gunicorn that is renewed.
_OPENED = ("LISTEN_FDS", "GUNICORN_FD")
_REMEDIES = {
    errno.EADDRINUSE: "PORT={port}: otro programa ya lo usa; escriba otro puerto, como PORT={next}",
    errno.EACCES: "PORT={port}: esta cuenta no puede abrirlo; escriba uno de 1024 a 65535",
    errno.EADDRNOTAVAIL: "HOST={host}: no es una dirección de esta máquina; escriba 127.0.0.1",
}
_MOST = 65_535


def place(arguments: list[str]) -> tuple[str, int] | None:
    """Return where it will listen: `--bind`, or the settings; None if that is no port."""
    given = dict(pairwise(arguments)).get("--bind", "")
    host, _, port = given.rpartition(":")
    if given and not (host and port.isdecimal()):
        return None
    return (host or settings.setting("HOST")).strip("[]"), int(port or settings.setting("PORT"))


def fault(host: str, port: int) -> str:
    """Say why nobody can listen there; '' if one can."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        return _REMEDIES[errno.EADDRNOTAVAIL].format(host=host)
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "HOST={host}, PORT={port}: {error}")
        following = port + 1 if port < _MOST else port - 1
        return remedy.format(host=host, port=port, next=following, error=error.strerror)
    return ""


def main() -> None:
    """Become gunicorn, or say what is wrong and end with 1."""
    try:
        settings.check()
    except settings.SettingError as error:
        _end(str(error))
    asked = None if any(name in os.environ for name in _OPENED) else place(sys.argv[1:])
    if asked and (wrong := fault(*asked)):
        _end(wrong)
    if _ONLY in sys.argv:
        return
    from gunicorn.app.wsgiapp import run

    sys.argv[0] = "gunicorn"
    run()


def _end(said: str) -> None:
    print(said, file=sys.stderr)
    raise SystemExit(1) from None


if __name__ == "__main__":
    main()
