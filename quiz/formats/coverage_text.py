"""A document with a gutter that says, sentence by sentence, what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from quiz.core.documents.coverage import Coverage, Sentence, Share, State
from quiz.core.text.safe_text import sanitise
from quiz.formats.findings_text import Paint, plain

LETTERS = {State.ASKED: "A", State.OFTEN: "M", State.NEVER: "-", State.LEFT_OUT: "x"}
LEGEND = "A asked   M asked by more than three   - never asked   x left out on purpose"

_ROLES = {
    State.ASKED: "good",
    State.OFTEN: "info",
    State.NEVER: "warning",
    State.LEFT_OUT: "dim",
}
_GUTTER = 6
_LEAST_WIDTH = 40


def coverage_text(found: Coverage, *, width: int, paint: Paint = plain) -> Iterator[str]:
    """The document, its sentences with letters and the questions on them; then the shares."""
    room = max(width, _LEAST_WIDTH) - _GUTTER
    at, page = 0, ""
    for sentence in found.sentences:
        yield from _between(found, at, sentence.passage.start, room, paint)
        here = found.document.leaf_at(sentence.passage.start)
        if here != page:
            yield f"{'':{_GUTTER}}{paint(f'[{here}]', 'dim')}"
            page = here
        yield from _sentence(found, sentence, room, paint)
        at = sentence.passage.end
    yield from _between(found, at, len(found.document.text), room, paint)
    yield ""
    yield from shares(found)


def _between(found: Coverage, start: int, end: int, room: int, paint: Paint) -> Iterator[str]:
    """What is no sentence: headings, code, blank lines; bullets and spaces are left out."""
    text = found.document.text[start:end]
    lines = text.split("\n")
    for number, line in enumerate(lines):
        words = any(map(str.isalnum, line)) and (number < len(lines) - 1 or len(line) > _GUTTER)
        if words:
            for row in wrap(line.strip(), room) or [""]:
                yield " " * _GUTTER + paint(row, "strong")
        elif not line.strip() and 0 < number < len(lines) - 1:
            yield ""


def _sentence(found: Coverage, sentence: Sentence, room: int, paint: Paint) -> Iterator[str]:
    state = sentence.state
    count = str(len(sentence.questions)) if sentence.questions else ""
    text = " ".join(found.document.quote(sentence.passage).split())
    for number, row in enumerate(wrap(text, room)):
        mark = f"{LETTERS[state]} {count:>2}" if number == 0 else LETTERS[state]
        yield f"{paint(f'{mark:4}', _ROLES[state])}| {row}"
    said = ", ".join(sentence.questions) or sentence.reason
    for row in wrap(sanitise(said), room - 2, break_on_hyphens=False) if said else ():
        yield f"{'':4}|   {paint(row, 'dim')}"


def shares(found: Coverage) -> Iterator[str]:
    """The share of each section, indented by its level, and of the whole document."""
    for section, part in found.sections():
        if section.level:
            yield f"{_percent(part):>6}  {'  ' * (section.level - 1)}{section.title}"
    total = found.share
    left_out = f", {total.left_out} left out on purpose" if total.left_out else ""
    yield (
        f"{_percent(total):>6}  {found.document.title}: {total.asked} of {total.total} "
        f"sentences asked{left_out}"
    )


def _percent(share: Share) -> str:
    return "-" if share.part is None else f"{share.part * 100:.0f} %"
