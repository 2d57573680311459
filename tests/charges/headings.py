"""The headings of the room on who is below, who fell and who is neither."""

from components.texts import t
from tests.charges import room
from tests.charges.expected import by_code
from tests.charges.reader import plain
from tests.charges.words import amount


def counted(found, year):
    """Say how many are below, how many of those fell, and how many more fell."""
    red = [one for one in found if one.light == "rojo"]
    more = len(found) - len(red)
    if not red:
        return t(f"sesion.fell_{_ending(more)}", fell=more, year=year)
    said = t("sesion.red", below=amount(len(red)), year=year)
    fell = sum(room.fallen(one) is not None for one in red)
    said = t(f"sesion.red_fell_{_ending(fell)}", red=said, fell=fell) if fell else said
    return t(f"sesion.red_more_{_ending(more)}", red=said, fell=more) if more else said


def _ending(many):
    return "one" if many == 1 else "many"


def none(asked):
    """Say that none is below, and that none fell where each has a state of the year before."""
    judged = room.known(asked.rows())
    assert judged
    key = "sesion.red_none_one" if len(judged) == 1 else "sesion.red_none"
    said = t(key, known=len(judged), year=asked.year)
    then = [by_code().get((one.code, asked.year - 1)) for one in judged]
    if all(one is not None and one.light != "sin-dato" for one in then):
        said = t("sesion.red_steady", said=said)
    return plain(room.scoped(asked, said))
