"""What a page written by hand holds of a page of the board: its content, without its machinery."""

from html.parser import HTMLParser

# Not the content: how a chart is explored, shared, cited, downloaded; what only paper shows.
_LEFT_OUT = frozenset({"on-paper", "explore", "live", "share"})
# Written for the scripts of the board, or said by the element itself.
_UNWRITTEN = ("data-", "tabindex", "focusable")
_SAID_BY_ITSELF = frozenset(
    {"row", "cell", "rowgroup", "table", "columnheader", "rowheader", "none"}
)
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


class Content(HTMLParser):
    """Copies HTML without what a careful author would not have written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._open: list[str] = []
        self._left_out = 0

    def handle_starttag(self, tag, attributes):
        classes = frozenset((dict(attributes).get("class") or "").split())
        if self._left_out or classes & _LEFT_OUT:
            self._left_out += tag not in _VOID
            return
        # A word that the glossary explains is a word here.
        if "term" not in classes:
            self.written.append(f"<{tag}{''.join(map(_attribute, attributes))}>")
        if tag not in _VOID:
            self._open.append("" if "term" in classes else tag)

    def handle_startendtag(self, tag, attributes):
        if not self._left_out:
            self.written.append(f"<{tag}{''.join(map(_attribute, attributes))}/>")

    def handle_endtag(self, tag):
        if self._left_out:
            self._left_out -= 1
        elif name := self._open.pop():
            self.written.append(f"</{name}>")

    def handle_data(self, data):
        if not self._left_out:
            self.written.append(data)

    def handle_entityref(self, name):
        self.handle_data(f"&{name};")

    def handle_charref(self, name):
        self.handle_data(f"&#{name};")


def _attribute(given):
    name, value = given
    label = name == "data-label"
    if (name.startswith(_UNWRITTEN) and not label) or (name == "role" and value in _SAID_BY_ITSELF):
        return ""
    if name in ("xmlns", "font-family"):
        return ""
    return f" {name}" if value is None else f' {name}="{_escaped(value)}"'


def _escaped(value):
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def content(html: str) -> str:
    """Return the content of HTML that the board wrote."""
    reader = Content()
    reader.feed(html)
    reader.close()
    return "".join(reader.written)
