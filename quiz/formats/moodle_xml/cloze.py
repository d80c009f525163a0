"""Answers embedded in a text, as `{1:SHORTANSWER:=Berlin~%50%Bonn#Long ago}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_EMBEDDED = re.compile(
    r"\{(?P<points>\d*):(?P<kind>[A-Z_]+?)(?P<look>_[A-Z]+)?"
    r"(?::(?P<answers>(?:\\.|[^\\{}]|\{(?:\\.|[^\\{}])*\})*))?\}",
    re.DOTALL,
)
_KINDS = {
    **dict.fromkeys(("SHORTANSWER", "SA", "MW"), "typed"),
    **dict.fromkeys(("SHORTANSWER_C", "SAC", "MWC"), "exact"),
    **dict.fromkeys(("NUMERICAL", "NM"), "number"),
    **dict.fromkeys(("MULTICHOICE", "MC", "MCV", "MCH", "MCS", "MCVS", "MCHS"), "choice"),
    **dict.fromkeys(("MULTIRESPONSE", "MR", "MRH", "MRS", "MRHS"), "several"),
    **dict.fromkeys(("REGEXP", "RX", "REGEXP_C", "RXC"), "pattern"),
}
_SPLIT = re.compile(r"(?<!\\)~")
_WEIGHT = re.compile(r"\s*(?:%(-?\d+(?:[.,]\d*)?)%|(=))?")
_HASH = re.compile(r"(?<!\\)(?<!&)#(?!\d+;)")
_ESCAPE = re.compile(r"\\([}#~/\"\\{:=])")


class Embedded(NamedTuple):
    """An answer as written: its percent of the points, its text, what is said of it."""

    text: str
    weight: float
    feedback: str


class Gap(NamedTuple):
    """A gap: `typed`, `exact`, `number`, `choice`, `several`, `pattern`, or empty for another."""

    kind: str
    name: str
    answers: tuple[Embedded, ...]


def split_text(text: str) -> tuple[list[str], list[Gap]]:
    """A text around its gaps, always one part more, and the gaps."""
    parts: list[str] = []
    gaps: list[Gap] = []
    at = 0
    for match in _EMBEDDED.finditer(text):
        name = match["kind"] + (match["look"] or "")
        kind = _KINDS.get(name) or _KINDS.get(match["kind"], "")
        parts.append(text[at : match.start()])
        gaps.append(Gap(kind, name, tuple(_answers(match["answers"] or ""))))
        at = match.end()
    return [*parts, text[at:]], gaps


def _answers(text: str) -> Iterator[Embedded]:
    for piece in _SPLIT.split(text):
        match = _WEIGHT.match(piece)
        assert match is not None  # it may be empty
        rest = piece[match.end() :]
        weight = 100.0 if match[2] else float(match[1].replace(",", ".")) if match[1] else 0.0
        answer, *feedback = _HASH.split(rest, maxsplit=1)
        if answer.strip() or feedback:
            yield Embedded(_plain(answer), weight, _plain("".join(feedback)))


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", text).strip()


def pool(gaps: Sequence[Sequence[str]]) -> str:
    """The options of each gap, in words; once, where they are the same everywhere."""
    if len(set(map(tuple, gaps))) == 1:
        return ", ".join(gaps[0])
    return "; ".join(f"({at}) {', '.join(gap)}" for at, gap in enumerate(gaps, 1) if gap)
