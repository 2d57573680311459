"""The published report beside the one written from the tables: what is equal, what differs."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.compliance_report.compared_contents import contents, counted
from components.compliance_report.compared_figures import advances, counters, matrix
from components.compliance_report.document import Document, path
from components.compliance_report.html_blocks import run
from components.pages.page import Content, Seen
from components.texts import t
from data.compliance_report.block_words import words_of
from data.compliance_report.blocks import Block, Free, Table
from data.compliance_report.contradictions import DECIDED, IMPOSSIBLE, Held, held
from data.model import Discrepancia, Retirada
from data.store import Store

_LONGEST = 420


def see(document: Document) -> Seen | None:
    """Return the comparison of a year; None where no published report of it was read."""
    year, store = document.report.year, document.store
    rows = held(year)
    if not rows:
        return None
    title = t("comparacion.title", year=year)
    impossible = sum(row.treatment == IMPOSSIBLE for row in rows)
    withdrawn = sum(row.id in store.keyed(Retirada) for row in rows)
    lead = t("comparacion.lead", total=len(rows), impossible=impossible, withdrawn=withdrawn,
             decided=len(rows) - impossible, year=year)  # fmt: skip
    content: Content = [
        html.Section(
            [
                html.P(html.A(document.title, href=path(year, document.report.kind))),
                html.H1(title),
                html.P(lead, className="lead"),
                contents(rows),
            ]
        ),
        html.Section([html.H2(t("comparacion.equal")), *matrix(document)]),
        html.Section([html.H2(t("comparacion.counters")), *counters(document)]),
        html.Section([html.H2(t("comparacion.advances")), *advances(document)]),
        *(_group(document, rows, kind) for kind in (IMPOSSIBLE, DECIDED)),
    ]
    return Seen(title, lead, title, content, None) if store.values else None


def _named(document: Document) -> dict[str, Block]:
    found = {}
    for block in document.report.blocks:
        name = block.section if isinstance(block, Free) else getattr(block, "name", "")
        found[name] = block
    return found


def _group(document: Document, rows: tuple[Held, ...], kind: str) -> Component:
    """Return the contradictions that are impossible, or those that are decided, by their lock."""
    chosen = [row for row in rows if row.treatment == kind]
    locks = dict.fromkeys(row.lock for row in chosen)
    parts: list[Component] = [
        html.H2(t(f"comparacion.{kind}", amount=len(chosen))),
        html.P(t(f"comparacion.{kind}_lead")),
    ]
    blocks = _named(document)
    for lock in locks:
        own = [row for row in chosen if row.lock == lock]
        parts.append(html.H3(counted(lock, own), id=f"{kind}-{lock}"))
        parts += [_one(document, row, blocks) for row in own]
    return html.Section(parts, id=kind)


def _one(document: Document, row: Held, blocks: dict[str, Block]) -> Component:
    published = document.store.keyed(Discrepancia).get(row.id)
    withdrawn = document.store.keyed(Retirada).get(row.id)
    link = html.A(row.id, href=f"/metodologia/discrepancias/{row.id}", className="code")
    sides = [list(_published(published, withdrawn)), list(_written(document, row, blocks))]
    lists = [
        html.Dl([part for name, said in side for part in (html.Dt(name), html.Dd(said))])
        for side in sides
    ]
    pair = html.Div(lists, className="pair")
    return html.Div([html.P(link), pair], className="compared", id=row.id)


def _written(
    document: Document, row: Held, blocks: dict[str, Block]
) -> Iterator[tuple[str, list[Component | str]]]:
    ours = blocks.get(row.block)
    if ours is not None:
        anchor = f"libre-{row.block}" if isinstance(ours, Free) else row.block
        place = f"{path(document.report.year, document.report.kind)}#{anchor}"
        see_it = html.A(t("comparacion.see"), href=place)
        yield t("comparacion.ours"), [*_ours(ours), " ", see_it]
    yield t("comparacion.does"), [row.does]


def _published(
    row: Discrepancia | None, withdrawn: Retirada | None
) -> Iterator[tuple[str, list[Component | str]]]:
    if row is not None:
        yield row.donde_a, [row.dice_a]
        if row.donde_b and row.dice_b:
            yield row.donde_b, [row.dice_b]
    elif withdrawn is not None:
        yield t("comparacion.withdrawn"), [withdrawn.motivo]


def _ours(block: Block) -> list[Component | str]:
    """Return what stands in ours; of a table or of a long list, how it begins."""
    if isinstance(block, Table):
        return [str(block.caption)]
    if isinstance(block, Free):
        said = " ".join("".join(piece.text for piece in block.pieces).split())
        return [_begun(said) if block.written else t("comparacion.free")]
    words = list(words_of(block))
    text = " ".join(map(str, words))
    if len(text) > _LONGEST:
        return [_begun(text)]
    return [part for each in words for part in [*run(each), " "]]


def _begun(text: str) -> str:
    """Return a text, or how it begins if it is long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def compared(store: Store, year: int) -> bool:
    """Say whether there is a comparison of a year."""
    return bool(held(year)) and bool(store.values)
