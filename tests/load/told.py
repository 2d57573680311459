"""The numbers that a run is told on its line of command."""

import sys


def numbers(arguments: list[str], *defaults: int) -> list[int]:
    """Return the numbers given, and the defaults of the rest; end with 2 where one is none."""
    wrong = [word for word in arguments if not word.isdecimal()]
    if wrong or len(arguments) > len(defaults):
        said = f"ARGS: {' '.join(arguments)!r}: escriba hasta {len(defaults)} números enteros"
        print(said, file=sys.stderr)
        raise SystemExit(2)
    return [int(word) for word in arguments] + list(defaults[len(arguments) :])
