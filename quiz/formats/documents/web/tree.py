"""A web page as a tree, however carelessly it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_DEEPEST = 120
"""Elements within each other; what lies deeper stands beside the last one."""

_MOST = 1_500_000
"""Elements and texts of one page."""

_BLOCKS = frozenset(
    """
    address article aside blockquote details dialog div dl fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul
    """.split()  # noqa: SIM905
)
_ENDS = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "thead": {"tr", "td", "th", "thead", "tbody"},
    "tbody": {"tr", "td", "th", "thead", "tbody", "caption", "colgroup"},
    "tfoot": {"tr", "td", "th", "thead", "tbody"},
    "option": {"option"},
    **{f"h{n}": {f"h{m}" for m in range(1, 7)} for n in range(1, 7)},
}
_SCOPES = frozenset(("table", "ul", "ol", "dl", "body", "html", "div", "section", "td", "th", "li"))


@dataclass(slots=True)
class Node:
    """An element with what stands in it: texts and other elements."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Node]:
        """The element and all in it, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    def find(self, *tags: str) -> Node | None:
        """The first element of these names in it."""
        return next((node for node in self.walk() if node.tag in tags), None)

    @property
    def text(self) -> str:
        """All words in it."""
        found: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                found.append(node)
            elif node.tag not in ("script", "style"):
                waiting += reversed(node.children)
        return " ".join("".join(found).split())


class _TreeBuilder(HTMLParser):
    def __init__(self, *, xml: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Node("page")
        self.xml = xml
        self.open = [self.top]
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, after those that it ends without a word."""
        tag = tag.rpartition(":")[2] if self.xml else tag
        self._end_implied(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._add(node)
        if tag not in VOID and len(self.open) < _DEEPEST:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.xml and tag.rpartition(":")[2] not in VOID and self.open[-1].tag == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest element of that name, if one is open."""
        tag = tag.rpartition(":")[2] if self.xml else tag
        for i in range(len(self.open) - 1, 0, -1):
            if self.open[i].tag == tag:
                del self.open[i:]
                return
            if self.open[i].tag in ("table", "td", "th") and tag not in ("table", "body", "html"):
                return  # a stray end does not close the cell it stands in

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, node: Node | str) -> None:
        self.count += 1
        if self.count > _MOST:
            raise OverflowError("more than can be read of one page")
        self.open[-1].children.append(node)

    def _end_implied(self, tag: str) -> None:
        """End what the element ends without saying so: a paragraph, an item, a row."""
        if tag in _BLOCKS and not self.xml:
            self._end_inside({"p"}, _SCOPES)
        if tag in _ENDS:
            scope = _SCOPES - {"li", "td", "th", "div", "section"}
            if tag == "li":
                scope = frozenset(("ul", "ol", "menu", "table", "body"))
            self._end_inside(_ENDS[tag], scope)

    def _end_inside(self, ended: set[str], scope: frozenset[str]) -> None:
        lowest = 0
        for i in range(len(self.open) - 1, 0, -1):
            if self.open[i].tag in ended:
                lowest = i
            elif self.open[i].tag in scope:
                break
        if lowest:
            del self.open[lowest:]


def tree(text: str, *, xml: bool = False) -> Node:
    """The elements of a page. Raises OverflowError for one with too many."""
    builder = _TreeBuilder(xml=xml or text.lstrip()[:5] == "<?xml")
    text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", text, flags=re.DOTALL)
    builder.feed(re.sub(r"<!\[[^>]*>?", "", text))  # conditions for old browsers
    builder.close()
    return builder.top
