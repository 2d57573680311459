"""The tree of a page: its elements, their classes and their words as they are seen."""

import re
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
_LETTERS = re.compile(r"\s+")


class Node:
    """An element with its attributes and what it holds."""

    def __init__(self, tag="", attrs=(), parent=None):
        self.tag, self.attrs, self.parent = tag, dict(attrs), parent
        self.parts = []

    @property
    def classes(self):
        return (self.attrs.get("class") or "").split()

    def walk(self):
        left = self.parts[::-1]
        while left:
            part = left.pop()
            if isinstance(part, Node):
                yield part
                left += part.parts[::-1]

    def all(self, tag="", name=""):
        """Return the elements inside with a tag, with a class, in their order."""
        return [n for n in self.walk() if tag in ("", n.tag) and name in ("", *n.classes)]

    def one(self, tag="", name=""):
        """Return the first of them; None if there is none."""
        return next(iter(self.all(tag, name)), None)

    def by_id(self, name):
        return next((n for n in self.walk() if n.attrs.get("id") == name), None)

    @property
    def text(self):
        """Return what is seen, without what is only heard and with plain spaces."""
        return _LETTERS.sub(" ", "".join(self._texts())).strip()

    def _texts(self):
        left = self.parts[::-1]
        while left:
            part = left.pop()
            if isinstance(part, str):
                yield part
            elif part.tag not in ("svg", "style", "script") and "unseen" not in part.classes:
                left += part.parts[::-1]


class _Tree(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node()

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.here)
        self.here.parts.append(node)
        if tag not in _VOID:
            self.here = node

    def handle_startendtag(self, tag, attrs):
        self.here.parts.append(Node(tag, attrs, self.here))

    def handle_endtag(self, tag):
        node = self.here
        while node.parent is not None and node.tag != tag:
            node = node.parent
        self.here = node.parent or self.root

    def handle_data(self, data):
        self.here.parts.append(data)


def tree(text):
    """Return the tree of a document or of a piece of one."""
    reader = _Tree()
    reader.feed(text)
    reader.close()
    return reader.root


def plain(text):
    return _LETTERS.sub(" ", text).strip()
