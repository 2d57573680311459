"""No text that the public tables would refuse is sent, and none hides what it identifies."""

import pytest

from data import characters
from data.registro import evidences, extensions, goals
from data.registro.checks import RULES
from data.registro.database import writing
from data.registro.evidences import Sent, Shelf
from data.registro.moves import UnmetError
from data.registro.paragraphs import work
from data.registro.screening.files import FileError
from data.registro.screening.texts import (
    LONGEST,
    SignTextError,
    TextError,
    identifying,
    illegible,
    refuse,
)
from data.registro.typed import EXPLANATION, TEXTS
from tests.registro.acts import CODE, IN_TIME, PEOPLE, VALID, act, save, seen
from tests.registro.conftest import PERIOD, YEAR
from tests.registro.test_forms import PNG

# One sign of each kind that the loader refuses in any cell.
SIGNS = [pattern.pattern[1] for pattern, _ in characters._KINDS]
BAD = "Hubo 10 v\u202eíctimas."
NOTHING = ("\u200b", "—", "...", "\u2060 \u00ad")


def test_a_sign_of_each_kind_that_the_loader_refuses_is_refused_before():
    assert len(SIGNS) > 6
    for sign in SIGNS:
        word = f"antes {sign} después"
        assert characters._BAD.search(word), repr(sign)
        assert f"U+{ord(sign):04X}" in illegible(word)
        assert sign not in illegible(word), "the reason does not repeat what misleads"
        with pytest.raises(SignTextError, match="bórrelo"):
            refuse(word)
    assert illegible("Hubo 10 víctimas.\n\n\tEn «tres» regiones: 1,033 (🙂).") == ""


@pytest.mark.parametrize("text", [*NOTHING, "x" * (LONGEST + 1)])
def test_a_text_without_words_or_without_end_is_none(text):
    with pytest.raises(SignTextError):
        refuse(text)


@pytest.mark.parametrize("field", [*TEXTS, *(f"{EXPLANATION}{rule}" for rule in RULES)])
def test_a_report_is_saved_with_it_and_not_sent(engine, field):
    """It is said at its field while it can be mended, and not when the whole cut is refused."""
    officer = PEOPLE["registrador"]
    kept = save(engine, officer, VALID | {field: BAD})
    (told,) = [one for one in kept.findings if one.regla == "formato"]
    assert told.campo == field.replace(EXPLANATION, "explicaciones.")
    assert "U+202E" in told.mensaje
    assert "después de «Hubo 10 v»" in told.mensaje
    with pytest.raises(UnmetError, match="U\\+202E"):
        act(engine, PEOPLE["responsable"], "enviar")
    save(engine, officer, VALID)
    act(engine, PEOPLE["responsable"], "enviar", today=IN_TIME)


def _attach(connection, engine, folder, title):
    officer = PEOPLE["registrador"]
    sent = Sent(title, "acta.png", "acta", PNG, public=True)
    evidences.attach(connection, officer, seen(engine, officer), Shelf(folder), sent)


@pytest.mark.parametrize("write", [
    lambda c, e, f: _attach(c, e, f, BAD),
    lambda c, e, f: goals.write(c, PEOPLE["administrador"], CODE,
                                goals.Goal(str(YEAR), "20", BAD, "Un decreto.")),
    lambda c, e, f: goals.write(c, PEOPLE["administrador"], CODE,
                                goals.Goal(str(YEAR), "20", "DS 1", BAD)),
    lambda c, e, f: extensions.extend(c, PEOPLE["administrador"], PERIOD, "PNP",
                                      IN_TIME.replace(month=12), BAD),
    lambda c, e, f: work.write(c, PEOPLE["revisor"], YEAR, ("contexto", "0"), BAD),
])  # fmt: skip
def test_nothing_else_that_is_public_is_kept_with_it(engine, tmp_path, write):
    save(engine, PEOPLE["registrador"], VALID)
    with pytest.raises(TextError, match="U\\+202E"), writing(engine) as connection:
        write(connection, engine, tmp_path)


def test_a_title_has_a_length(engine, tmp_path):
    save(engine, PEOPLE["registrador"], VALID)
    long = "x" * (evidences.LONGEST_TITLE + 1)
    with pytest.raises(FileError, match="200"), writing(engine) as connection:
        _attach(connection, engine, tmp_path, long)


@pytest.mark.parametrize("text", [
    "La víctima con 4587\u200b9632 fue atendida.",
    "DNI 45\u00ad87\u206096\ufeff32",
    "la vi\u0301ctima Rosa Quispe",
    "la víc\u200dtima Rosa Quispe",
    "Llamar al 987\u200e654\u200f321.",
])  # fmt: skip
def test_what_identifies_is_found_with_marks_that_nobody_sees_inside(text):
    assert list(identifying(text))
