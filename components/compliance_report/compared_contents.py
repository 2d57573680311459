"""The way to each kind of contradiction of a published report."""

from dash import html
from dash.development.base_component import Component

from components.markup import attrs
from components.texts import t
from data.compliance_report.contradictions import DECIDED, IMPOSSIBLE, Held


def contents(rows: tuple[Held, ...]) -> Component:
    """Return the way to each kind of contradiction: 93 of them are too long to scroll."""
    kinds = (IMPOSSIBLE, DECIDED)
    found = {kind: [row for row in rows if row.treatment == kind] for kind in kinds}
    groups = [
        html.Li([
            html.A(t(f"comparacion.{kind}", amount=len(own)), href=f"#{kind}"),
            html.Ul([
                html.Li(html.A(counted(lock, [r for r in own if r.lock == lock]),
                               href=f"#{kind}-{lock}"))
                for lock in dict.fromkeys(row.lock for row in own)
            ], className="chips"),
        ])
        for kind, own in found.items()
    ]  # fmt: skip
    return html.Nav(html.Ul(groups, className="plain"), **attrs(aria_label=t("reporte.contents")))


def counted(lock: str, rows: list[Held]) -> str:
    """Return the name of a lock with how many it holds."""
    return f"{t(f'comparacion.locks.{lock}')} ({len(rows)})"
