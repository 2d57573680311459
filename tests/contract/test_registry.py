"""Charts, texts and tokens: what is declared is complete, and what is written is used."""

import re

import plotly.offline
import pytest

from components import assets, theme
from components.charts.registry import CHARTS
from components.filter_words import FAMILIES
from components.pages import PAGES
from components.texts import keys, lenient, t
from data.codes import AXES
from data.query.filters import Filters
from data.store import Store

TRACES = {"scatter", "bar", "choropleth", "scattergeo"}
SEEN = [Filters(codigo="IOP.02.02"), Filters(anio=2023, codigo="ISS.02.01.02.01")]
CODES = {"accion-metas": ("2.2.4", "3.2.3")}


@pytest.mark.parametrize("slug", CHARTS)
@pytest.mark.parametrize("filters", SEEN)
def test_a_chart_is_whole(store, slug, filters):
    chart = CHARTS[slug]
    if slug in CODES:
        filters = filters.with_(codigo=CODES[slug][SEEN.index(filters)])
    frame = chart.select(store, chart.filters(filters))
    assert len(frame)
    assert frame["fuente"].isin(list(store.sources)).all()
    assert chart.title(frame)
    assert chart.caveat()
    assert chart.sentence(frame)
    assert chart.footnote(store, frame)
    assert chart.figure(frame)["data"]
    assert all(trace["type"] in TRACES for trace in chart.figure(frame)["data"]), (
        "add the trace to assets/plotly/entry.js and to TRACES"
    )
    drawing = str(chart.drawings(frame))
    assert drawing.count('<svg xmlns="http://www.w3.org/2000/svg"') == 2
    assert not re.search(r"\b(?:nan|None|inf)\b", re.sub(r"<title>.*?</title>", "", drawing))


@pytest.mark.parametrize("slug", CHARTS)
def test_a_chart_with_nothing_to_show_says_so(slug):
    chart = CHARTS[slug]
    frame = chart.select(Store({}), Filters(codigo="IOP.02.02"))
    assert len(frame) == 0
    assert chart.title(frame)
    assert chart.sentence(frame)


@pytest.mark.parametrize("slug", [slug for slug in CHARTS if "eje" in CHARTS[slug].narrows])
def test_a_chart_that_heeds_the_axis_shows_that_axis_alone(store, slug):
    shown = {axis: set(CHARTS[slug].select(store, Filters(eje=(axis,)))["eje"]) for axis in AXES}
    assert any(shown.values())
    for axis, found in shown.items():
        assert found <= {axis}


def test_every_text_is_used(root):
    code = "\n".join(
        file.read_text("utf-8")
        for folder in ("components", "callbacks", "data")
        for ending in ("*.py", "*.html")
        for file in (root / folder).rglob(ending)
    )
    # A template joins a key from parts: "nav." ~ name.
    code = re.sub(r'"([\w.-]+\.)" ~ (\w+)', r'f"\1{\2}"', code)
    asked = _asked(code)
    built = [
        re.sub(r"\\\{.*?\\\}", r"[\\w-]*", re.escape(found)) for found in asked if "{" in found
    ]
    forms = re.compile("|".join(built))
    unused = [key for key in keys() if key not in asked and not forms.fullmatch(key)]
    assert unused == [], "remove these from components/texts.toml"


def _asked(code):
    plain = re.findall(r'\bt\(\s*f?"((?:[\w.-]|\{[^{}"]*\})+)"', code)
    inner = re.findall(r"\bt\(\s*f?'([\w.{}\[\]-]+)'", code)
    # A key that is chosen first and asked for later.
    named = re.findall(r'f?"([a-z_-]+\.(?:[\w.-]|\{[^{}"]*\})+)"', code)
    return {
        *plain,
        *inner,
        *named,
    } | {
        *(f"{family}.{{code}}" for family in FAMILIES.values()),
        "remarks.{kind}",
        "lights.{light}",
        "lights_plural.{light}",
        "lights_key.{light}",
        "ficha.{key}",
        "rutas.column_{name}",
        "charts.{slug}.title",
        "charts.{slug}.caveat",
        "errors.{words}.title",
        "errors.{words}.text",
    }


def test_every_text_asked_for_exists(root):
    known = set(keys())
    asked = [
        (key, file.name)
        for folder in ("components", "callbacks")
        for ending in ("*.py", "*.html")
        for file in (root / folder).rglob(ending)
        if "registro" not in file.parts
        for key in re.findall(r'\bt\(\s*"([\w.-]*[\w-])"', file.read_text("utf-8"))
    ]
    assert asked
    for key, name in asked:
        assert key in known, f"add «{key}» to components/texts.toml ({name})"


def test_a_missing_text_says_the_remedy():
    # What a kept version needs ends with its request; a test before may have been the last.
    lenient(False)
    with pytest.raises(KeyError, match=r"add «no\.such» to components"):
        t("no.such")


WORDS = ("prostitución infantil", "flagelo", "mafia", "zona roja", "aumentó la trata", "esclav")


def test_no_text_of_ours_stigmatises():
    assert keys()
    for key in keys():
        text = t(key).lower()
        assert not any(word in text for word in WORDS), f"reword «{key}»"


def test_css_and_theme_hold_the_same_tokens(root):
    css = (root / "assets" / "board.css").read_text("utf-8").split("[data-theme", 1)[0]
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", css))
    wanted = {
        "ink": theme.INK, "quiet": theme.QUIET, "rule": theme.RULE, "paper": theme.PAPER,
        "accent": theme.ACCENT,
    }  # fmt: skip
    wanted |= {f"light-{name}": colour for name, colour in theme.LIGHT_COLOUR.items()}
    wanted |= {f"case-{index}": colour for index, colour in enumerate(theme.CASES, start=1)}
    wanted |= {f"band-{index}": colour for index, colour in enumerate(theme.BANDS)}
    assert {name: tokens[name] for name in wanted} == wanted


def test_every_block_of_the_style_sheet_is_closed(root):
    css = (root / "assets" / "board.css").read_text("utf-8")
    assert css
    depth = 0
    for number, line in enumerate(css.splitlines(), 1):
        depth += line.count("{") - line.count("}")
        assert depth >= 0, f"board.css:{number}: one «}}» too many"
        assert not line.startswith("@media") or depth == 1, f"board.css:{number}: unclosed before"
    assert depth == 0


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [*theme.LIGHT_COLOUR.values(), theme.QUIET, theme.ACCENT])
def test_text_colours_read_on_paper(colour):
    light, dark = sorted((_luminance(theme.PAPER), _luminance(colour)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_each_status_has_its_own_mark_symbol_and_colour():
    for by_light in (theme.LIGHT_MARK, theme.LIGHT_SYMBOL, theme.LIGHT_COLOUR):
        assert len(set(by_light.values())) == 4


def test_the_bundle_is_the_version_that_plotly_speaks(root):
    head = (root / "assets" / "plotly-tablero.min.js").read_text("utf-8")[:200]
    assert f"plotly.js {plotly.offline.get_plotlyjs_version()} " in head, "run make plotly"


def test_assets_have_addresses_with_their_fingerprint():
    css = assets.by_path()[assets.url("board.css")].body.decode()
    assert re.search(r"url\(/assets/fonts/tablero-sans-var\.[0-9a-f]{10}\.woff2\)", css)


def test_pages_have_addresses_of_their_own():
    assert len({page.path for page in PAGES}) == len(PAGES)
