"""HTML of question banks as plain text, and what that loses.

Lines break where a browser breaks them. Of an image its alternative text stays, of a link its
words, of a table the cells; what is raised or lowered becomes a digit of that kind where there is
one. Formulas stay as their source.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from quiz.core.rendering.entities import raised_digits

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol
    p pre section summary table tbody tfoot thead title tr ul
    """.split()  # noqa: SIM905
)
_APART = frozenset("p pre h1 h2 h3 h4 h5 h6 ul ol dl table blockquote".split())  # noqa: SIM905
_HIDDEN = frozenset(("script", "style", "head", "template", "noscript", "object", "svg"))
_MEDIA = {
    "audio": "a sound",
    "video": "a film",
    "source": "",
    "iframe": "an embedded page",
    "embed": "an embedded file",
    "object": "an embedded file",
    "svg": "a drawing",
    "canvas": "a drawing",
    "math": "a formula, kept as its characters",
}
_MARKUP = re.compile(r"<[/!?A-Za-z]|&[#\w]+;")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PARAGRAPH = re.compile(r"\s*<p>([^<&]*)</p>\s*")
_FORMULA = re.compile(r"\$\$.+?\$\$|\\\(.+?\\\)|\\\[.+?\\\]|\[\$?\$.+?\$?\$\]", re.DOTALL)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r" *\n[ \n]*")


class Plain(NamedTuple):
    """A text without markup, and what was lost, in words."""

    text: str
    losses: tuple[str, ...] = ()


def html_text(html: str) -> Plain:
    """What a person reads of a piece of HTML."""
    simple = _PARAGRAPH.fullmatch(html)  # most texts of most banks
    if simple or not _MARKUP.search(html):
        text = simple[1] if simple else html
        return Plain(_SPACES.sub(" ", text).strip(), formulas(text))
    reader = _Reader()
    reader.feed(_COMMENT.sub("", html) if "<!" in html else html)
    reader.close()
    text = reader.text()
    return Plain(text, tuple(dict.fromkeys((*reader.losses, *formulas(text)))))


def formulas(text: str) -> tuple[str, ...]:
    """Whether a text has formulas that a terminal shows as their source only."""
    found = _FORMULA.search(text) if "$$" in text or "\\" in text else None
    return ("a formula, kept as its TeX source",) if found else ()


class _Reader(HTMLParser):
    """Gathers text: a line break is one line end, the end of a paragraph two."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.losses: list[str] = []
        self._hidden: list[str] = []
        self._literal = 0
        self._raise = ""
        self._lists: list[int] = []

    def text(self) -> str:
        """What was read."""
        text = "".join(self.parts)
        lines = [line.rstrip(" ") for line in text.replace("\x00", "").split("\n")]
        return "\n".join(lines).strip("\n").strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break lines, number items, tell of images and the like."""
        if said := _MEDIA.get(tag):
            self._lose(f"{said}{_named(attrs)}")
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif self._hidden:
            return
        elif tag == "img":
            self._image(dict(attrs))
        elif tag == "br":
            self._put("\n")
        elif tag in ("sup", "sub"):
            self._raise = tag
        elif tag in ("td", "th"):
            self._cell()
        elif tag in _BLOCKS:
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        """Break lines."""
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
        elif tag in ("sup", "sub"):
            self._raise = ""
        elif tag in _BLOCKS:
            self._break(2 if tag in _APART else 1)
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            self._literal -= tag == "pre" and self._literal > 0

    def handle_data(self, data: str) -> None:
        """Text, its white space as a browser has it."""
        if self._hidden:
            return
        if self._literal:
            self._put(data)
        elif self._raise:
            self._put(raised_digits(data.strip(), self._raise) or _marked(data, self._raise))
        else:
            text = _SPACES.sub(" ", data)
            self._put(text.lstrip(" ") if self._at_start() else text)

    def _begin(self, tag: str) -> None:
        self._break(2 if tag in _APART else 1)
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            number = self._lists[-1] if self._lists else 0
            self._put(f"{number}. " if number else "• ")
            if number:
                self._lists[-1] += 1
        elif tag == "pre":
            self._literal += 1
        elif tag == "table":
            self._lose("a table, kept as lines of its cells")

    def _cell(self) -> None:
        if not self._at_start():
            self._put(" | ")

    def _image(self, attrs: dict[str, str | None]) -> None:
        said = " ".join((attrs.get("alt") or "").split())
        if said and said.startswith("$$"):  # what Moodle draws of a formula
            self._put(said)
            return
        self._lose(f"an image{_named(list(attrs.items()))}")
        self._put(f"[image: {said}]" if said else "[image]")

    def _lose(self, what: str) -> None:
        if what not in self.losses:
            self.losses.append(what)

    def _put(self, text: str) -> None:
        if text:
            self.parts.append(text)

    def _at_start(self) -> bool:
        return not self.parts or self.parts[-1].endswith(("\n", " "))

    def _break(self, lines: int) -> None:
        """At least so many line ends, unless nothing stands before."""
        have = 0
        while self.parts and have < lines:
            last = self.parts[-1].rstrip(" ")
            if not last:
                self.parts.pop()
                continue
            have += len(last) - len(last.rstrip("\n"))
            break
        if self.parts and have < lines:
            self.parts.append("\n" * (lines - have))


def _named(attrs: list[tuple[str, str | None]]) -> str:
    """The file that an element shows, by its name."""
    values = dict(attrs)
    source = values.get("src") or values.get("data") or ""
    if not source or source.startswith("data:"):
        return ""
    name = unescape(source).split("?")[0].rstrip("/").rpartition("/")[2]
    return f" ({name[:60]})" if name else ""


def _marked(text: str, how: str) -> str:
    """What cannot be raised or lowered as it is: with a sign before it."""
    bare = text.strip()
    if not bare:
        return text
    return f"{'^' if how == 'sup' else '_'}{bare}" if len(bare) < 4 else text
