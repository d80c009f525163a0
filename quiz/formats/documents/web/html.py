"""A web page becomes Markdown: its text, without what stands around it."""

from __future__ import annotations

import re

from quiz.formats.documents.converted import Converted, UnreadableError
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.formats.documents.web.main_part import main_part
from quiz.formats.documents.web.page_writer import PageWriter
from quiz.formats.documents.web.tree import Node, tree
from quiz.store.files.encodings import decoded

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def read_html(data: bytes, encoding: str = "") -> Converted:
    """The text of a page. Raises UnreadableError."""
    page = parsed(page_text(data, encoding))
    body, named = main_part(page)
    out = MarkdownWriter()
    PageWriter(out, web_address, within_main=named).write(body)
    if not out.markdown.strip() and not named:  # all of it may stand in its header
        PageWriter(out, web_address).write(body)
    if not out.markdown.strip():
        raise UnreadableError(
            "there is no text on this page", "it may be made by a script: save it from the browser"
        )
    head = page.find("html")
    return Converted(out.markdown, title_of(page), head["lang"] if head else "")


def parsed(text: str, *, xml: bool = False) -> Node:
    """The tree of a page. Raises UnreadableError."""
    try:
        return tree(text, xml=xml)
    except (OverflowError, RecursionError):
        raise UnreadableError("this page is too large", "split it into several") from None


def page_text(data: bytes, encoding: str = "") -> str:
    """A page in the encoding it names, if it is in that one."""
    named = _CHARSET.search(data[:4096]) or _XML_CHARSET.match(data)
    if not encoding and named and b"\0" not in data[:200]:
        name = named[1].decode("ascii").lower()
        name = "windows-1252" if name in ("iso-8859-1", "latin1", "ascii", "us-ascii") else name
        try:
            return data.decode(name).lstrip("\ufeff")
        except (UnicodeError, LookupError):
            pass  # it says one thing and is another
    return decoded(data, encoding)[0]


def title_of(page: Node) -> str:
    """The one heading of the first level, else the title without the name of the site."""
    tops = [node for node in page.walk() if node.tag == "h1"]
    title = page.find("title")
    said = title.text if title is not None else ""
    if len(tops) == 1 and tops[0].text:
        return tops[0].text
    return re.split(r"\s+[|–—·]\s+|\s+-\s+(?=[^-]*$)", said)[0] if said else ""


def web_address(address: str) -> str:
    """An address that leads somewhere from anywhere; empty for others."""
    return address.strip() if _WEB.match(address.strip()) else ""
