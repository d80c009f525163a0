"""An electronic book becomes Markdown: its chapters in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quiz.formats.documents.converted import Converted, Progress, UnreadableError
from quiz.formats.documents.markdown.inline import Inline
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.formats.documents.web.html import page_text, parsed, web_address
from quiz.formats.documents.web.page_writer import PageWriter
from quiz.formats.documents.web.tree import Node
from quiz.formats.documents.zipped import Parts, inside, local

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class _Book:
    """The package of a book: what it is called, and its chapters."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        rootfile = next((e for e in parts.xml(_CONTAINER).iter() if local(e) == "rootfile"), None)
        if rootfile is None:
            raise UnreadableError("the book is damaged: nothing says where its text is")
        self.path = inside("", rootfile.get("full-path", ""))
        self.folder = self.path.rpartition("/")[0]
        self.package = parts.xml(self.path)
        items = [e for e in self.package.iter() if local(e) == "item"]
        self.items = {item.get("id", ""): item for item in items}

    def said(self, name: str) -> str:
        """A field of the book's description."""
        found = (e.text or "" for e in self.package.iter() if local(e) == name)
        return " ".join(next(found, "").split())

    def chapters(self) -> Iterator[str]:
        """The names of the parts with text, in order; without the table of contents."""
        for place in (e for e in self.package.iter() if local(e) == "itemref"):
            item = self.items.get(place.get("idref", ""))
            if item is None or "nav" in item.get("properties", "").split():
                continue
            kind = item.get("media-type", "")
            if "html" in kind or "xml" in kind.removeprefix("image/svg+xml"):
                yield inside(self.folder, item.get("href", ""))

    def labels(self) -> dict[str, str]:
        """What the table of contents calls each part that it leads to the beginning of."""
        found: dict[str, str] = {}
        for item in self.items.values():
            path = inside(self.folder, item.get("href", ""))
            if path not in self.parts:
                continue
            if "nav" in item.get("properties", "").split():
                page = parsed(page_text(self.parts.read(path)), xml=True)
                links = [(a["href"], a.text) for a in page.walk() if a.tag == "a"]
            elif item.get("media-type") == "application/x-dtbncx+xml":
                links = list(_ncx_links(self.parts.xml(path)))
            else:
                continue
            for target, label in links:
                if "#" not in target:
                    found.setdefault(inside(path.rpartition("/")[0], target), label)
        return found


def _ncx_links(root: Element) -> Iterator[tuple[str, str]]:
    for point in (e for e in root.iter() if local(e) == "navPoint"):
        label = next((e.text or "" for e in point.iter() if local(e) == "text"), "")
        target = next((e.get("src", "") for e in point if local(e) == "content"), "")
        yield target, " ".join(label.split())


def read_epub(data: bytes, progress: Progress) -> Converted:
    """The text of a book. Raises UnreadableError."""
    book = _Book(Parts(data))
    chapters = list(dict.fromkeys(book.chapters()))
    _refuse_locked(book, chapters)
    out, labels = MarkdownWriter(), book.labels()
    missing = 0
    for number, chapter in enumerate(chapters):
        progress(number, len(chapters))
        if chapter in book.parts:
            _write_chapter(out, book.parts.read(chapter), labels.get(chapter, ""))
        else:
            missing += 1
    if not out.markdown.strip():
        raise UnreadableError(
            "there is no text in this book", "its pages may be pictures: OCR helps"
        )
    notes = (f"{missing} of its parts are missing in the file",) if missing else ()
    return Converted(out.markdown, book.said("title"), book.said("language"), notes=notes)


def _write_chapter(out: MarkdownWriter, data: bytes, label: str) -> None:
    page = parsed(page_text(data), xml=True)
    body = page.find("body") or page
    words = body.text
    if label and words and body.find(*_HEADINGS) is None and not words.startswith(label):
        out.heading(1, Inline(label))
    elif label and words.startswith(label):
        _make_heading(body, label)
    PageWriter(out, web_address).write(body)


def _make_heading(body: Node, label: str) -> None:
    """A first paragraph that is just what the table of contents says is a heading."""
    if body.find(*_HEADINGS) is not None:
        return
    for node in body.walk():
        if node.text == label and not any(
            isinstance(c, Node) and c.text == label for c in node.children
        ):
            if node is not body:
                node.tag = "h1"
            return
        if node.tag == "p" and node.text:
            return


def _refuse_locked(book: _Book, chapters: list[str]) -> None:
    if _ENCRYPTION not in book.parts:
        return
    text = book.parts.read(_ENCRYPTION).decode("utf-8", "replace")
    locked = {inside("", uri) for uri in re.findall(r"URI=[\"']([^\"']+)", text)}
    if locked & set(chapters):
        raise UnreadableError("the book is encrypted (DRM)", "ask its publisher for a free copy")
