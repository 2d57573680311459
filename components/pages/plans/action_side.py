"""The side of an action: who answers, what it aims at, by what sign it would be known."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.pages.page import Content
from components.pages.plans import commitment_links as shared
from components.texts import t
from data.model import Accion2017, AccionCiudadana, Ivo2017, Objetivo, TextoCiudadano
from data.store import Store


def who(store: Store, row: Accion2017, told: AccionCiudadana | None) -> Component:
    """Return who answers and, where the version for citizens names others, those."""
    parts: Content = [html.H2(t("accion.who")), shared.named(store, row.responsables)]
    if told and set(told.responsables.split(";")) != set(row.responsables.split(";")):
        listed = shared.institutions(store, told.responsables)
        parts.append(html.P([f"{t('accion.who_citizen')}: ", *listed], className="caveat"))
    return html.Section(parts)


def aims(store: Store, row: Accion2017) -> Component:
    """Return the objectives of an action as the plan and its other versions write them."""
    wanted = (row.objetivo_inmediato, row.objetivo_estrategico)
    texts = {aim.codigo: aim.texto for aim in store.rows(Objetivo)}
    other = {(o.objetivo, o.version): o.texto for o in store.rows(TextoCiudadano)}
    listed: list[tuple[str, Any]] = []
    for code in wanted:
        listed.append((code, texts[code]))
        listed += [
            (t(f"accion.version.{version}", code=code), f"«{other[code, version]}»")
            for version in ("ciudadana", "resumen")
            if other.get((code, version), texts[code]) != texts[code]
        ]
    return html.Section([html.H2(t("accion.aims")), shared.pairs(listed)])


def signs(store: Store, row: Accion2017) -> Component | None:
    """Return the verifiable indicators of its objectives, if they have any."""
    wanted = (row.objetivo_inmediato, row.objetivo_estrategico)
    found = [sign for sign in store.rows(Ivo2017) if sign.objetivo in wanted]
    if not found:
        return None
    items = [
        html.Li(
            [html.Span(sign.codigo, className="code"), f" {sign.texto}"], id=shared.anchor(sign)
        )
        for sign in found
    ]
    return html.Section([html.H2(t("accion.signs")), html.Ul(items, className="plain close")])
