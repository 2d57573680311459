"""Nothing in components takes its own markup apart: a tree is changed before it is written."""

import ast
from pathlib import Path

COMPONENTS = Path(__file__).resolve().parents[2] / "components"
# Where a text is searched or changed that is no markup of ours, with what it is.
EXPRESSIONS = {
    "assets.py": "the addresses that a style sheet, a file, holds",
    "charts/profile_rows.py": "words of the categories of the sources",
    "html_text.py": "ranges of years in the words of a text, before it is written",
    "images/plain_svg.py": "selectors and rules of the style sheet, a file",
    "pages/plans/plans_search.py": "words of a text that was looked for",
    "pages/search/search_results.py": "words of a text that was looked for",
    "style_rules.py": "selectors and rules of the style sheet, a file",
    "terms.py": "words of a text, before it is written",
    "texts.py": "lines and keys of texts.toml, to name the place of a fault",
}
REPLACED = {
    "format.py": "the gap of an absent period in a title",
    "compliance_report/typst_source.py": "the signs that a string of Typst escapes",
    "filter_words.py": "hyphens of a code, to read it",
    "texts.py": "quotes around a key of texts.toml",
    "embeds/rows_table.py": "underscores of a column, to read it",
    "markup.py": "the name of a property",
    "outlines.py": "spaces between the numbers of a path, as it is made",
    "page_document.py": "JSON that may not close its element",
    "pages/page.py": "the form of an address",
    "pages/plans/commitment_links.py": "a code, in an address",
    "pages/plans/plans_explorer.py": "the sign between the cells of a list",
    "pages/news/change_words.py": "the sign between the cells of a key, to read it",
    "pages/news/feed.py": "the query of an address, in a name",
    "pages/news/ways.py": "the subject of an address, in its form",
    "pages/search/board_entries.py": "the signs of a norm's number, to find it without",
    "pages/search/place_entries.py": "the form of an address",
    "pages/search/policy_entries.py": "the nought of a code, to find it without",
    "pages/search/search.py": "the space of a question, in an address",
    "pages/profile/profile_headline.py": "a category, as an address",
    "pages/profile/profile_tables.py": "the space of a figure, as a note prints it",
    "pages/sectors/near_sectors.py": "hyphens of a code, to compare it",
    "session/offline_file.py": "room left in a file for its own size and checksum",
    "session/screen.py": "the space of a figure, within a heading",
    "session/toolbar.py": "the sign between the values of a filter",
    "svg_tree.py": "the name of an attribute",
}
_LOOKS = (ast.In, ast.NotIn)


def modules():
    found = {str(path.relative_to(COMPONENTS)): ast.parse(path.read_text("utf-8"))
             for path in sorted(COMPONENTS.rglob("*.py"))}  # fmt: skip
    assert len(found) > 100
    return found


def where(matches):
    return {name for name, tree in modules().items() if any(map(matches, ast.walk(tree)))}


def is_expression(node):
    return isinstance(node, ast.Import) and any(alias.name == "re" for alias in node.names)


def is_replacement(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("replace", "translate")
        and len(node.args) >= 2
    )


def is_search(node):
    """`"<a " in drawing`, and what cuts a text at a sign of markup."""
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], _LOOKS):
        return marked(node.left)
    cuts = ("find", "index", "partition", "rpartition", "split", "count", "startswith")
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in cuts
        and any(map(marked, node.args))
    )


def marked(node):
    written = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return written and any(sign in node.value for sign in ("<", "</", '="', "viewBox"))


def test_regular_expressions_read_only_texts_that_are_no_markup():
    assert where(is_expression) == set(EXPRESSIONS), (
        "a regular expression over our own markup? Change the tree before it is written "
        "(svg.Element.mapped, markup.Writing), or name the text and the reason here"
    )


def test_replacements_are_of_texts_that_are_no_markup():
    assert where(is_replacement) == set(REPLACED), (
        "a replacement in our own markup? Give the template a slot or the tree a value, "
        "or name the text and the reason here"
    )


def test_no_text_is_searched_for_markup():
    assert where(is_search) == set(), "ask the value (Drawing.linked, .width), not its text"


def test_the_search_finds_what_it_looks_for():
    source = """import re
x = "<a " in drawing
y = text.replace('a="b"', "")
z = text.partition('viewBox="')
"""
    nodes = list(ast.walk(ast.parse(source)))
    assert sum(map(is_expression, nodes)) == 1
    assert sum(map(is_replacement, nodes)) == 1
    assert sum(map(is_search, nodes)) == 2
