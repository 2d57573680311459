"""Measures the board beside the same board written naively and by hand, and writes Markdown.

Usage: make bench [ARGS="--rounds 7 --seconds 4"]. Budgets stand in the README, never in a test.
"""

import argparse
import contextlib
import shutil
import statistics

from playwright.sync_api import sync_playwright

from tests.bench.crowd import crowd
from tests.bench.sites import FLAGS, FLOOR, NAIVE, OURS, SITES, memory, serve
from tests.bench.visits import PHONE, PLAIN, SLOW, cold, recorded

CROWDS = (1, 10, 50, 200)
Figures = dict[str, dict[str, dict[str, float]]]


def measure(rounds: int, seconds: float) -> Figures:
    """Alternate the sites round by round; return medians by group, figure and site."""
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    with contextlib.ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        served = {
            name: stack.enter_context(serve(site.app, site.flags)) for name, site in SITES.items()
        }
        visits = {name: recorded(browser, served[name][0], SITES[name]) for name in SITES}
        for _ in range(rounds):
            for line in (PLAIN, PHONE):
                for name, site in SITES.items():
                    result = cold(browser, served[name][0], site, line)
                    found.setdefault((line, name), []).append(result)
        browser.close()
        for visitors in CROWDS:
            for name, (base, pid, _) in served.items():
                group = f"{visitors} a la vez"
                found[group, name] = [crowd(base, pid, visits[name], visitors, seconds)]
        for name, (_, pid, start) in served.items():
            single = {"arranque, s": start, "memoria por proceso, MB (PSS)": memory(pid)}
            found["servidor", name] = [single]
    return _medians(found)


def _medians(found: dict[tuple[str, str], list[dict[str, float]]]) -> Figures:
    figures: Figures = {}
    for (group, site), results in found.items():
        for name in results[0]:
            value = statistics.median(result[name] for result in results)
            figures.setdefault(group, {}).setdefault(name, {})[site] = value
    return figures


def report(figures: Figures, rounds: int) -> str:
    """Write the sites side by side with the ratios of the board to the others."""
    lines = [
        f"Medianas de {rounds} visitas alternadas, sin caché, dos núcleos.",
        "",
        f"| medida | {' | '.join(SITES)} | ÷ tutorial | ÷ a mano |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for group, rows in figures.items():
        for name, values in rows.items():
            shown = " | ".join(f"{values[site]:,.1f}" for site in SITES)
            ratios = " | ".join(_ratio(values[OURS], values[site]) for site in (NAIVE, FLOOR))
            lines.append(f"| {group}: {name} | {shown} | {ratios} |")
    return "\n".join(lines)


def _ratio(ours: float, theirs: float) -> str:
    return f"{ours / theirs:.3g}×" if theirs else "–"


__all__ = ["FLAGS", "SLOW", "serve"]

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4)
    chosen = parser.parse_args()
    print(report(measure(chosen.rounds, chosen.seconds), chosen.rounds))
