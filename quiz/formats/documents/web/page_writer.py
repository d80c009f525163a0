"""Writes the elements of a web page as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quiz.formats.documents.markdown.inline import PLAIN, Inline, Look
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.formats.documents.web.code import code_language, code_text
from quiz.formats.documents.web.main_part import is_furniture
from quiz.formats.documents.web.mathematics import formula
from quiz.formats.documents.web.tables import rows_of
from quiz.formats.documents.web.tree import Node
from quiz.formats.documents.zipped import whole

_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output q
    ruby rb rt rp rtc s samp small span strike strong sub sup time tt u var wbr br img math picture
    source progress nobr center-inline
    """.split()  # noqa: SIM905
)
_STRONG = frozenset(("b", "strong"))
_EMPHASIS = frozenset(("i", "em", "cite", "var", "dfn"))
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_LEFT_OUT = frozenset(("rt", "rp", "rtc", "del", "s", "strike"))
_PAGE_BREAKS = ("pagebreak", "doc-pagebreak")


class PageWriter:
    """Writes elements into `out`; `linked` makes an absolute address of a link, or ''.

    `within_main` says that the page has named its text: a header in it belongs to it.
    """

    def __init__(
        self, out: MarkdownWriter, linked: Callable[[str], str], *, within_main: bool = True
    ) -> None:
        self.out = out
        self.linked = linked
        self.within_main = within_main
        self._waiting = Inline()

    def write(self, node: Node) -> None:
        """All that stands in an element."""
        self._children(node)
        self._flush()

    def _children(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._waiting.add(child)
            elif not self._is_left_out(child):
                self._element(child)

    def _is_left_out(self, node: Node) -> bool:
        if is_furniture(node) and not _page_name(node):
            return True
        return (
            not self.within_main and node.tag in ("header", "footer") and (node.find("h1") is None)
        )

    def _element(self, node: Node) -> None:
        if name := _page_name(node):
            self._waiting.mark("page", name)
        elif node.tag in _INLINE and not _holds_blocks(node):
            self._inline(node, PLAIN, self._waiting)
        else:
            self._flush()
            writing = _BLOCKS.get(node.tag)
            if writing is not None:
                writing(self, node)
            else:
                self._children(node)
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, Inline()
        self.out.paragraph(waiting)

    # Inside a line

    def _inline(self, node: Node, look: Look, into: Inline) -> None:
        tag = node.tag
        if self._is_left_out(node) or tag in _LEFT_OUT:
            return
        if tag == "br":
            into.line_break()
        elif tag == "img":
            into.add(node["alt"].strip(), look)
        elif tag == "math":
            into.add(formula(node), look)
        elif tag in ("sup", "sub"):
            into.raised(node.text, tag, look)
        else:
            if tag == "q":
                into.add("“", look)
            self._inside(node, self._looks(node, look), into)
            if tag == "q":
                into.add("”", look)

    def _inside(self, node: Node, look: Look, into: Inline) -> None:
        for child in node.children:
            if isinstance(child, str):
                into.add(child, look)
            elif name := _page_name(child):
                into.mark("page", name)
            else:
                self._inline(child, look, into)

    def _looks(self, node: Node, look: Look) -> Look:
        tag = node.tag
        if tag == "a" and node["href"]:
            return look._replace(link=self.linked(node["href"]))
        return look._replace(
            strong=look.strong or tag in _STRONG,
            emphasis=look.emphasis or tag in _EMPHASIS,
            code=look.code or tag in _CODE,
        )

    def _text_of(self, node: Node) -> Inline:
        found = Inline()
        self._inside(node, PLAIN, found)
        return found

    # Blocks

    def _heading(self, node: Node) -> None:
        self.out.heading(int(node.tag[1]), self._text_of(node))

    def _quote(self, node: Node) -> None:
        with self.out.within("> "):
            self.write(node)

    def _list(self, node: Node) -> None:
        number = whole(node["start"], 1)
        for child in node.children:
            if isinstance(child, str):
                self._waiting.add(child)
                self._flush()
            elif child.tag == "li":
                if not self._is_left_out(child):
                    lead = f"{number}. " if node.tag == "ol" else "- "
                    with self.out.within(lead, item=True):
                        self.write(child)
                    number += 1
            elif not self._is_left_out(child):
                self._element(child)

    def _definitions(self, node: Node) -> None:
        """Terms in bold, what they mean below them."""
        for child in node.children:
            if isinstance(child, str) or self._is_left_out(child):
                continue
            if child.tag == "dt" and not _holds_blocks(child):
                found = Inline()
                self._inside(child, Look(strong=True), found)
                self.out.paragraph(found)
            elif child.tag == "dd":
                self.write(child)
            else:
                self._definitions(child)

    def _code(self, node: Node) -> None:
        self.out.code(code_text(node), code_language(node))

    def _table(self, node: Node) -> None:
        found = rows_of(node, self._text_of, _holds_blocks)
        if found is None:  # a table that only lays out the page
            self._children(node)
            return
        if found.caption is not None:
            self.out.paragraph(self._text_of(found.caption))
        self.out.table(found.rows, head=found.head)

    def _rule(self, node: Node) -> None:
        return


_BLOCKS: Mapping[str, Callable[[PageWriter, Node], None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), PageWriter._heading),
    "blockquote": PageWriter._quote,
    "ul": PageWriter._list,
    "ol": PageWriter._list,
    "menu": PageWriter._list,
    "dl": PageWriter._definitions,
    "pre": PageWriter._code,
    "table": PageWriter._table,
    "hr": PageWriter._rule,
}


def _holds_blocks(node: Node) -> bool:
    return any(inner is not node and inner.tag not in _INLINE for inner in node.walk())


def _page_name(node: Node) -> str:
    """The page of the printed book that begins here, as electronic books mark it."""
    kinds = f"{node['epub:type']} {node['role']}".split()
    if not any(kind in kinds for kind in _PAGE_BREAKS):
        return ""
    said = node["title"] or node["aria-label"] or node.text
    name = said.strip().removeprefix("Page ").removeprefix("page ").strip(" .")
    return name or node["id"].lstrip("pageP_-")
