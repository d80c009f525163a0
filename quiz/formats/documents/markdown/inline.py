"""The text of one paragraph, heading or cell, with its looks, as Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from quiz.core.rendering.entities import raised_digits
from quiz.core.text.page_marks import mark
from quiz.formats.documents.markdown.escape import escaped, line_start

_SPACE = re.compile(r"\s+")
_COMMENT = r"<!--[^>\n]*-->"
_LEADING = re.compile(rf"(?:{_COMMENT}[ ]*)+")
_HUNG = re.compile(rf"[ ]*\n[ ]*((?:{_COMMENT}[ ]*)+)")
_SPACED = re.compile(rf"[ ]+((?:{_COMMENT}[ ]*)*{_COMMENT})[ ]*")
_BRACKETS = re.compile(r"\\.|[\[\]]")
_LONGEST_LINK = 2_000
_LINK = re.compile(r"(?:https?|mailto|ftp):[^\s<>\\\[\]`]+\Z", re.IGNORECASE)


class Look(NamedTuple):
    """How words look; `link` is where they lead."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""


PLAIN = Look()


class _Piece(NamedTuple):
    text: str
    look: Look = PLAIN
    literal: bool = False  # a mark, a break or the number of a note: not escaped


class Inline:
    """Grows by words in their looks, marks and line breaks."""

    def __init__(self, text: str = "", look: Look = PLAIN) -> None:
        self._pieces: list[_Piece] = []
        self.add(text, look)

    def add(self, text: str, look: Look = PLAIN) -> None:
        """Words; any run of white space in them is one space."""
        if text:
            self._pieces.append(_Piece(_SPACE.sub(" ", text), look))

    @classmethod
    def labelled(cls, label: str, text: Inline) -> Inline:
        """A text with a number or the like before it."""
        found = cls(f"{label} " if label else "")
        found.extend(text)
        return found

    @classmethod
    def joined(cls, parts: Sequence[Inline]) -> Inline:
        """Several texts in a row, a space between them."""
        found = cls()
        for i, part in enumerate(parts):
            found.add(" " if i else "")
            found.extend(part)
        return found

    def without_strong(self) -> Inline:
        """The same, nothing of it bold: headings are anyway."""
        found = Inline()
        found._pieces = [p._replace(look=p.look._replace(strong=False)) for p in self._pieces]
        return found

    def raised(self, text: str, how: str, look: Look = PLAIN) -> None:
        """Words above (`sup`) or below (`sub`) the line, where there are such characters."""
        self.add(raised_digits(text, how) or text, look)

    def mark(self, kind: str, name: str) -> None:
        """The place where a page, slide or time begins."""
        if comment := mark(kind, name):
            self._pieces.append(_Piece(comment, literal=True))

    def note(self, name: str) -> None:
        """The number of a note."""
        self._pieces.append(_Piece(f"[^{name}]", literal=True))

    def line_break(self) -> None:
        """The next words begin a line."""
        self._pieces.append(_Piece("\n", literal=True))

    def extend(self, other: Inline) -> None:
        """All of another text."""
        self._pieces += other._pieces

    @property
    def text(self) -> str:
        """The bare words."""
        return " ".join("".join(p.text for p in self._pieces if not p.literal).split())

    def __bool__(self) -> bool:
        return any(p.text.strip() and not p.text.startswith("<!--") for p in self._pieces)

    @property
    def code(self) -> bool:
        """Whether all of it is code."""
        return bool(self) and all(
            p.look.code for p in self._pieces if p.text.strip() and not p.literal
        )

    def lines(self, *, flat: bool = False, in_table: bool = False) -> tuple[str, list[str]]:
        """The marks before the text, and its lines of Markdown; one if `flat` or in a table."""
        text = re.sub(r" {2,}", " ", "".join(self._stretches(in_table))).strip(" \n")
        text = _HUNG.sub(r"\1\n", text)
        text = _SPACED.sub(r"\1 ", text).rstrip()
        leading = _LEADING.match(text)
        before = leading[0].strip() if leading else ""
        found = [line.strip() for line in text[len(leading[0]) if leading else 0 :].split("\n")]
        found = [line for line in found if line]
        if flat or in_table:
            return before, [" ".join(found)] if found else []
        return before, [
            line_start(line) + ("\\" if i + 1 < len(found) else "") for i, line in enumerate(found)
        ]

    def _stretches(self, in_table: bool) -> Iterator[str]:
        before = ""
        for (look, literal), group in groupby(self._pieces, lambda p: (p.look, p.literal)):
            text = "".join(piece.text for piece in group)
            before = text if literal else _looking(text, look, in_table, before[-1:])
            yield before


def _looking(text: str, look: Look, in_table: bool, before: str) -> str:
    """Words with the signs of their look, none around white space."""
    bare = text.strip()
    if not bare:
        return " "
    lead, tail = (" " if text[0] == " " else ""), (" " if text[-1] == " " else "")
    if look.code and not (in_table and "|" in bare) and (lead or before != "`"):
        shown = _code(bare)
    else:
        signs = "*" * (2 * look.strong + look.emphasis)
        alone = not signs and not look.link and bare[-1] != "\\"
        shown = escaped(bare + tail if alone else bare, in_table=in_table).rstrip()
        if signs and _stands(bare, lead or not before or before == "\n", tail, before):
            shown = f"{signs}{shown}{signs}"
    if len(look.link) < _LONGEST_LINK and _LINK.match(look.link):
        address = look.link.replace("(", "%28").replace(")", "%29").replace("|", "%7C")
        if not (look.code and re.search(r"[\[\]]", shown)):
            shown = _BRACKETS.sub(lambda m: m[0] if m[0][0] == "\\" else "\\" + m[0], shown)
            shown = f"[{shown}]({address})"
    return lead + shown + tail


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _stands(text: str, spaced_before: object, spaced_after: object, before: str) -> bool:
    """Whether signs around the text open and close, whatever stands beside them."""
    if before == "*" and not spaced_before:
        return False
    inside = _is_sign(text[0]) or _is_sign(text[-1])
    return bool(spaced_before and spaced_after) if inside else True


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
