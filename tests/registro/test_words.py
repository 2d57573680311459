"""Every word of the pages is in its file, and none is left that no page says."""

import re
import tomllib
from string import Formatter

from components.registro.texts import word


def keys(table, prefix=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from keys(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def test_every_text_is_said_somewhere_and_every_key_has_a_text(root):
    place = root / "components" / "registro"
    texts = dict(keys(tomllib.loads((place / "texts.toml").read_text("utf-8"))))
    files = [
        *(place / "templates").glob("*.html"),
        *(root / "callbacks" / "registro").rglob("*.py"),
    ]
    code = "\n".join(file.read_text("utf-8") for file in files)
    whole = set(re.findall(r'(?:\bt|\bword)\("([\w.-]+\w)"', code))
    families = set(re.findall(r'"(\w+\.)" ~|f"(\w+\.)\{', code))
    built = {one for pair in families for one in pair if one}
    said = whole | {key for key in texts if key.startswith(tuple(built))}
    also = set(re.findall(r'"((?:entrar|invitacion)\.\w+)"', code))
    assert not whole - set(texts)
    assert sorted(set(texts) - said - also) == []
    for key, text in texts.items():
        names = [part[1] for part in Formatter().parse(text) if part[1]]
        assert "{" not in word(key, **dict.fromkeys(names, "x")) if names else word(key) == text


def test_a_count_is_said_in_words_that_hold_for_one(root):
    """«Cosas: {n}», or a unit's sign; never «{n} cosas», which says «1 cosas»."""
    files = [root / "components" / "registro" / "texts.toml",
             root / "data" / "registro" / "checks" / "messages.toml"]  # fmt: skip
    texts = [text for file in files for _, text in keys(tomllib.loads(file.read_text("utf-8")))]
    counted = [text for text in texts if re.search(r"\{(n|segundos)\}", text)]
    assert len(counted) > 5
    assert [text for text in counted if re.search(r"\{(n|segundos)\} (?!de |s\b)\w", text)] == []


def test_every_section_of_the_report_has_a_name_and_no_code_is_shown(root):
    words = root / "data" / "compliance_report" / "words.toml"
    guides = tomllib.loads(words.read_text("utf-8"))["libre"]
    sections = set(guides) - {"por_redactar", "autor", "op"}
    assert len(sections) > 9
    for section in (*sections, "op-01", "op-02", "op-03"):
        assert word(f"secciones.{section}")[0].isupper()


def test_a_day_is_shown_as_it_is_read_in_peru(root):
    """A day goes through «dia»; only what a field of date holds keeps the form of a machine."""
    dates = r"\{\{ [\w.]*(?:vence|fecha|desde|hasta|plazo) \}\}|%Y-%m-%d"
    for file in (root / "components" / "registro" / "templates").glob("*.html"):
        assert re.findall(dates, file.read_text("utf-8")) == [], file.name
