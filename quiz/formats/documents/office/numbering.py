"""The numbers that Word puts before headings and items, which stand nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quiz.formats.documents.zipped import attribute, local, whole

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 5_000


class Level(NamedTuple):
    """How a level of a list is numbered: `form` of the number, `label` as `%1.%2`, from `start`."""

    form: str = "bullet"
    label: str = ""
    start: int = 1


@dataclass
class Numbering:
    """The lists of a file, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """What the part `numbering` says."""
        found = cls()
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                name = attribute(element, "abstractNumId")
                found.levels[name] = {
                    whole(attribute(e, "ilvl")): _level(e) for e in element if local(e) == "lvl"
                }
            elif local(element) == "num":
                inner = {local(e): attribute(e, "val") for e in element}
                starts = {
                    whole(attribute(e, "ilvl")): whole(attribute(s, "val"), 1)
                    for e in element
                    if local(e) == "lvlOverride"
                    for s in e
                    if local(s) == "startOverride"
                }
                found.lists[attribute(element, "numId")] = inner.get("abstractNumId", ""), starts
        return found

    def level(self, number: str, depth: int) -> Level | None:
        """How items of a list are numbered at a depth; None where there is no such list."""
        abstract, _ = self.lists.get(number, ("", {}))
        return self.levels.get(abstract, {}).get(depth)

    def next_label(self, number: str, depth: int) -> tuple[str, int]:
        """The label of the next item (`9.1.2`, `a)`; empty for bullets) and its number."""
        abstract, starts = self.lists.get(number, ("", {}))
        levels = self.levels.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return "", 0
        key = number if starts else abstract
        counts = self.counts.setdefault(key, [0] * 10)
        start = starts.get(depth, level.start)
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        for deeper in range(depth + 1, 10):
            counts[deeper] = 0
        if level.form == "bullet" or level.form == "none":
            return "", counts[depth]
        legal = {d: (counts[d] or levels.get(d, level).start) for d in range(10)}
        label = re.sub(
            r"%(\d)",
            lambda m: numeral(legal.get(int(m[1]) - 1, 0), levels.get(int(m[1]) - 1, level).form),
            level.label,
        )
        return label.strip(), counts[depth]


def _level(element: Element) -> Level:
    said = {local(e): attribute(e, "val") for e in element}
    start = said.get("start", "1")
    return Level(said.get("numFmt", "decimal"), said.get("lvlText", ""), whole(start, 1))


def numeral(number: int, form: str) -> str:
    """A number as Word writes it in this form."""
    if form in ("lowerLetter", "upperLetter", "a", "A"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letter.upper() if form in ("upperLetter", "A") else letter
    if form in ("lowerRoman", "upperRoman", "i", "I"):
        return roman(number).upper() if form in ("upperRoman", "I") else roman(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


def roman(number: int) -> str:
    """A number in small Roman letters."""
    found, left = "", min(number, _MOST)
    for value, letters in _ROMAN:
        found += letters * (left // value)
        left %= value
    return found
