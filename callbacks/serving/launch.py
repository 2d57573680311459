"""``python -m callbacks.serving.launch …``: gunicorn, once the settings can be used.

gunicorn reads some of them while it is imported, before the board could say what is wrong.
"""

import sys

from data import settings


def main() -> None:
    """Become gunicorn, or say what is wrong with the settings and end with 1."""
    try:
        settings.check()
    except settings.SettingError as error:
        print(error, file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None
    from gunicorn.app.wsgiapp import run

    sys.argv[0] = "gunicorn"
    run()


if __name__ == "__main__":
    main()
