"""Run alone, as a program: an SVG comes in as JSON, a PNG goes out.

The library holds the interpreter while it draws, up to two seconds for the largest picture; in a
process of its own nobody else waits for that, and the memory it took goes with it.
"""

import json
import sys


def main() -> None:
    """Draw what stands in the standard input."""
    import resvg_py  # here, so that who only reads this module does not pay for it

    asked = json.load(sys.stdin.buffer)
    drawn = resvg_py.svg_to_bytes(
        svg_string=asked["drawing"],
        width=asked["width"],
        font_files=asked["fonts"],
        skip_system_fonts=True,
        font_family="Tablero Sans",
        sans_serif_family="Tablero Sans",
    )
    sys.stdout.buffer.write(bytes(drawn))


if __name__ == "__main__":
    main()
