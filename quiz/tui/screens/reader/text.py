"""The words of the reader: legend, place, section rows, question rows."""

from __future__ import annotations

from textual.content import Content

from quiz.core.memory.mastery import WORST_FIRST, Counts, Mastery
from quiz.core.text.passages import Section
from quiz.study.reading.reading import Reading, SectionRow
from quiz.tui.text import fit, join, one_line

LOOKING = "Looking for the questions on this text…"
NOTHING_ASKED = "No question stands on this document."
HIDDEN = "What is asked is marked here once you have answered."
STYLES = {
    Mastery.MISSED: "$text-error bold underline",
    Mastery.NEVER: "underline",
    Mastery.LEARNING: "$text-warning bold",
    Mastery.KNOWN: "$text-success",
}
"""As the text itself is drawn."""

SHORT = {Mastery.MISSED: "missed", Mastery.NEVER: "never"}
"""In little room the words of a state; else its own."""


def legend(counts: Counts, width: int) -> Content:
    """The letters of the gutter in words, with how many questions are in each state."""
    if not counts.total:
        return Content.styled(NOTHING_ASKED, "$foreground-muted")
    long = [_key(state, state.value, f" {counts.of_state(state)}") for state in WORST_FIRST]
    middle = [_key(s, SHORT.get(s, s.value), f" {counts.of_state(s)}") for s in WORST_FIRST]
    short = [_key(state, SHORT.get(state, state.value)) for state in WORST_FIRST]
    lines = [Content("   ").join(long), Content("  ").join(middle), Content(" ").join(short)]
    return next((line for line in lines if line.cell_length <= width), lines[-1])


def _key(state: Mastery, words: str, count: str = "") -> Content:
    """A letter as in the gutter, its words drawn as the text is, and how many."""
    return join(sign(state), " ", Content.styled(words, STYLES[state]), count)


def sign(state: Mastery) -> Content:
    """A letter as it stands in the gutter."""
    return Content.styled(state.letter, f"bold {STYLES[state].replace('underline', '')}".strip())


def place(top: int, bottom: int, length: int) -> str:
    """How far a reader is: 0 % only at the start, 100 % when the end is in view."""
    if bottom >= length:
        return "100 %"
    return f"{min(99, max(1, 100 * top // max(1, length))) if top else 0} %"


def section_line(row: SectionRow, width: int, *, figures: bool) -> Content:
    """A section's title, indented by its level; its worst state, and known of all."""
    title = "  " * max(0, row.section.level - 1) + row.section.title
    counts = row.counts
    if not figures or not counts.total:
        return fit(one_line_keeping_indent(title), width)
    state = counts.counts[0][0]
    share = f"{counts.of_state(Mastery.KNOWN)}/{counts.total}"
    right = join(" ", sign(state), f" {share:>6}")
    return join(fit(one_line_keeping_indent(title), width - right.cell_length), right)


def one_line_keeping_indent(text: str) -> Content:
    """Author text on one line, the spaces before it kept."""
    bare = text.lstrip(" ")
    return join(" " * (len(text) - len(bare)), one_line(bare))


def question_line(stem: str, state: Mastery, width: int) -> Content:
    """A question's letter, stem, and its state in words."""
    words = state.value if width >= 56 else SHORT.get(state, state.value)
    right = join("  ", Content.styled(words, STYLES[state]))
    left = join(sign(state), " ", one_line(stem))
    return join(fit(left, width - right.cell_length), right)


def rows_of(reading: Reading | None, sections: tuple[Section, ...]) -> tuple[SectionRow, ...]:
    """The outline, with figures as soon as there are any."""
    if reading is not None:
        return reading.sections
    return tuple(SectionRow(section, Counts()) for section in sections)


def question_count(count: int) -> str:
    """`1 question` or `2 questions`."""
    return "1 question" if count == 1 else f"{count} questions"
