"""Plans and norms on one line of time, with those whose year no source gives."""

from collections import Counter
from typing import Any

import pandas as pd

from components import svg, theme
from components.charts.chart import Chart, layout, records
from components.charts.layouts.by_hand import NARROW, by_hand
from components.charts.layouts.plot import Figure
from components.format import count, joined
from components.texts import t
from data.model import Norma, Objetivo
from data.query.filters import Filters
from data.store import Store

# The years that the plans and the decree of the policy (D. S. 009-2021-IN) print.
PLANS = {"plan-2007-2013": (2007, 2013), "plan-2017-2021": (2017, 2021),
         "politica-2030": (2021, 2030)}  # fmt: skip
COLUMNS = ["codigo", "nombre", "tipo", "ambito", "anio", "anio_fin", "que_hace", "fuente"]
_FIRST, _LAST = 2000, 2030
_LANE = 30
_DOT = 12


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return the plans, then the norms in the order of their year, then those without one."""
    rows: list[dict[str, Any]] = []
    for plan, (first, last) in PLANS.items():
        found = [row for row in store.rows(Objetivo) if row.plan == plan]
        rows += [
            {"codigo": plan, "nombre": t(f"planes.plan.{plan}"), "tipo": "plan",
             "ambito": "nacional", "anio": first, "anio_fin": last, "fuente": row.fuente}
            for row in found[:1]
        ]  # fmt: skip
    norms = sorted(store.rows(Norma), key=lambda row: (row.anio is None, row.anio or 0))
    rows += [row.model_dump() for row in norms]
    cells = [[row.get(name) for name in COLUMNS] for row in rows]
    return pd.DataFrame(cells, columns=COLUMNS, dtype=object)


def norms(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are norms."""
    return frame[frame["tipo"] != "plan"]


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the norms with a year."""
    found = norms(frame)
    return found[found["anio"].notna()]


def draw(frame: pd.DataFrame) -> Figure:
    """Return a bar per plan and a marker per norm."""
    plans = frame[frame["tipo"] == "plan"]
    bars = [
        {"type": "scatter", "mode": "lines+text", "x": [row["anio"], row["anio_fin"]],
         "y": [-1 - index] * 2, "text": [row["nombre"], ""], "textposition": "top right",
         "line": {"width": 10, "color": theme.ACCENT}, "hoverinfo": "text"}
        for index, row in enumerate(records(plans))
    ]  # fmt: skip
    seen: Counter[int] = Counter()
    heights = []
    rows = dated(frame)
    for year in rows["anio"]:
        seen[year] += 1
        heights.append(seen[year])
    marks = {
        "type": "scatter", "mode": "markers", "x": list(rows["anio"]), "y": heights,
        "text": [f"{row['anio']}: {row['nombre']}" for row in records(rows)], "hoverinfo": "text",
        "marker": {"size": 11, "color": theme.INK, "symbol": [
            "circle" if scope == "nacional" else "circle-open" for scope in rows["ambito"]]},
    }  # fmt: skip
    blank = {"showgrid": False, "zeroline": False, "showticklabels": False, "fixedrange": True}
    years = {"gridcolor": theme.RULE, "dtick": 10, "tickformat": "d"}
    return {"data": [*bars, marks], "layout": layout(380, xaxis=years, yaxis=blank)}


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the plans as bars over a scale of years, the norms as dots under it."""
    plans = records(frame[frame["tipo"] == "plan"])
    scale = 6 + _LANE * len(plans) + 6
    years = _heights(frame)
    deep = max(years.values(), default=0)
    parts = [_plan(row, 6 + _LANE * index, width) for index, row in enumerate(plans)]
    parts += _scale(scale, width)
    parts += _dots(frame, scale + 34, width)
    foot = scale + 34 + _DOT * deep + 14
    early = sum(year < _FIRST for year in dated(frame)["anio"])
    undated = len(norms(frame)) - len(dated(frame))
    said = [*_left("norms_early", early), *_left("norms_undated", undated)]
    parts += [
        svg.text(2, foot + 20 * index, text, font_size=14, fill=_quiet())
        for index, text in enumerate(said)
    ]
    variant = "narrow" if width == NARROW else "wide"
    return svg.drawing(width, foot + 20 * len(said) - 12, *parts, variant=variant)


def _left(key: str, amount: int) -> list[str]:
    """Say how many norms the scale leaves out; nothing of none."""
    one = "_one" if amount == 1 else ""
    return [t(f"planes.{key}{one}", amount=amount, year=_FIRST)] if amount else []


def _x(year: int, width: int) -> float:
    return 12 + (year - _FIRST) / (_LAST - _FIRST) * (width - 28)


def _plan(row: dict[str, Any], top: int, width: int) -> svg.Element:
    left, right = _x(row["anio"], width), _x(row["anio_fin"], width)
    ink = svg.token("ink", theme.INK)
    accent = svg.token("accent", theme.ACCENT)
    ends = right > width - 60
    label = svg.text(left - 6, top + 17, row["nombre"], font_size=14, text_anchor="end", fill=ink)
    if not ends and left < width / 2:
        label = svg.text(right + 6, top + 17, row["nombre"], font_size=14, fill=ink)
    bar = svg.element("rect", x=left, y=top + 4, width=right - left, height=17, fill=accent)
    return svg.together(bar, label)


def _scale(y: int, width: int) -> list[svg.Element]:
    step = 10 if width == NARROW else 5
    line = svg.element("line", x1=2, x2=width - 2, y1=y, y2=y, stroke=_quiet())
    return [line] + [
        svg.text(_x(year, width), y + 18, str(year), font_size=13, text_anchor="middle",
                 fill=_quiet())
        for year in range(_FIRST + (5 if step == 5 else 0), _LAST, step)
    ]  # fmt: skip


def _heights(frame: pd.DataFrame) -> Counter[int]:
    return Counter(year for year in dated(frame)["anio"] if year >= _FIRST)


def _dots(frame: pd.DataFrame, top: int, width: int) -> list[svg.Element]:
    seen: Counter[int] = Counter()
    drawn = []
    ink = svg.token("ink", theme.INK)
    for row in records(dated(frame)):
        year = row["anio"]
        if year < _FIRST:
            continue
        solid = row["ambito"] == "nacional"
        drawn.append(
            svg.element("circle", svg.title(f"{year}: {row['nombre']}"), cx=_x(year, width),
                        cy=top + _DOT * seen[year], r=4.2, fill=ink if solid else "none",
                        stroke=ink, stroke_width=1.5)
        )  # fmt: skip
        seen[year] += 1
    return drawn


def sentence(frame: pd.DataFrame) -> str:
    """Say how many norms there are, and how many have no year."""
    if not len(frame):
        return t("empty.chart")
    total, known = len(norms(frame)), len(dated(frame))
    if not total:
        return t("charts.planes-linea.none")
    amounts = {"dated": known, "undated": total - known}
    parts = [t(f"charts.planes-linea.{key}", amount=n) for key, n in amounts.items() if n]
    amount = count(total, t("charts.planes-linea.norm"), t("charts.planes-linea.norms"))
    return t("charts.planes-linea.sentence", total=amount, parts=joined(parts))


def _quiet() -> str:
    return svg.token("quiet", theme.QUIET)


CHART = Chart("planes-linea", select, by_hand(draw, sketch), sentence, page="/planes", narrows=())
