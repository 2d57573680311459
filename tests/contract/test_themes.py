"""The colours of each theme, computed from the style sheet: legible, in order, the same twice."""

import itertools
import re

import pytest

from components import theme
from components.embeds.embed_options import THEMES

BLOCK = re.compile(r"(?P<head>[^{}]+)\{(?P<body>[^{}]*--paper[^{}]*)\}")
TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6});")
TEXTS = ("ink", "quiet", "accent", *(f"light-{light}" for light in theme.LIGHT_COLOUR))
CASES = [f"case-{rank}" for rank in range(1, len(theme.CASES) + 1)]
BANDS = [f"band-{rank}" for rank in range(len(theme.BANDS))]


@pytest.fixture(scope="module")
def themes(root):
    """Return the tokens of every block of the sheet that names paper, over those it stands on."""
    css = re.sub(r"/\*.*?\*/", "", (root / "assets" / "board.css").read_text("utf-8"), flags=re.S)
    found, under = {}, {}
    for block in BLOCK.finditer(css):
        tokens = dict(TOKEN.findall(block["body"]))
        if not tokens:  # the colours of the reader, which no sheet knows
            continue
        dark = luminance(tokens["paper"]) < 0.2
        # Each theme that is whole is what those of more contrast change in part.
        if dark not in under:
            under[dark] = tokens
        found[f"{block.start()} {block['head'].strip()}"] = under[dark] | tokens
    return found


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_there_is_a_block_for_each_theme_and_each_wish_of_the_system(themes):
    assert len(themes) >= len(THEMES) + 2


def test_text_and_marks_read_on_paper_and_on_wash(themes):
    assert themes
    for name, tokens in themes.items():
        for token in TEXTS:
            for ground in ("paper", "wash"):
                assert contrast(tokens[token], tokens[ground]) >= 4.5, (name, token, ground)


def test_the_bar_of_a_gauge_stands_out_of_every_band(themes):
    for name, tokens in themes.items():
        for band in BANDS:
            assert contrast(tokens["ink"], tokens[band]) >= 3, (name, band)


def test_more_cases_are_more_contrast_with_paper(themes):
    for name, tokens in themes.items():
        steps = [contrast(tokens[case], tokens["paper"]) for case in CASES]
        assert steps == sorted(steps), name
        assert min(b / a for a, b in itertools.pairwise(steps)) >= 1.3, name
        assert steps[-1] >= 4.5, name


def test_the_dark_theme_is_the_same_when_asked_for_and_when_the_system_is_dark(root):
    css = (root / "assets" / "board.css").read_text("utf-8")
    asked = re.search(r'\n\[data-theme="dark"\] \{([^}]*)\}', css)[1]
    system = re.search(
        r'@media screen and \(prefers-color-scheme: dark\) \{\s*\[data-theme="auto"\] \{([^}]*)\}',
        css,
    )[1]
    assert TOKEN.findall(asked) == TOKEN.findall(system)
    assert len(TOKEN.findall(asked)) >= 18
    assert dict(TOKEN.findall(asked))["paper"] == theme.DARK_PAPER


def test_pages_follow_the_system_and_paper_stays_light(client):
    page = client.get("/").text
    assert '<html lang="es-PE" data-theme="auto">' in page
    assert '<meta name="color-scheme" content="light dark">' in page
    assert page.count('<meta name="theme-color"') == 2
    assert 'data-theme="light"' in client.get("/incrustar/mapa").text
    assert "data-theme" not in client.get("/presentar?vista=acta").text.split("<body", 1)[0]
