"""Questions, verdicts and passages as plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from quiz.core.documents.document import Document, Passage
from quiz.core.documents.layout import BETWEEN, Fragment
from quiz.core.documents.sentences import sentences
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.rendering.blocks import BAR, Kind
from quiz.core.rendering.marked import code_first, joined
from quiz.plain.choosing import label, letter
from quiz.plain.console import Console
from quiz.study.common.evidence import Evidence
from quiz.study.common.presented import Feedback, Presented
from quiz.study.sitting.wording import (
    ROLE_WORDS,
    TASKS,
    Line,
    answer_lines,
    option_text,
    reason_lines,
    schedule_text,
    short_answer,
    verdict_line,
)
from quiz.study.today.session_summary import Summary, coming_text, outcome_texts

TIPS = {
    "single-choice": "number or letter",
    "multiple-choice": "such as 1 3",
    "true-false": "t or f",
    "cloze": "one after another",
    "matching": "such as 1b 2a",
    "ordering": "such as 2 1 3",
    "open": "an empty line ends the answer",
}
SIGNS = {"✓": "Right", "✗": "Wrong", "·": "Missing"}
"""Signs of `Line.label` as words: a screen reader may skip signs."""

_BREAK = re.compile(r"\S|\n\s*\n")  # another paragraph, or text that is no sentence
AROUND = 240
"""Characters of a passage's sentence shown before and after it."""


def tell_question(console: Console, presented: Presented) -> None:
    """What to do, the stem, and what to choose from."""
    once_more = " · once more" if presented.slot.attempt else ""
    console.say(
        f"Question {presented.place} of {presented.total} · {_flat(presented.set_title)}{once_more}"
    )
    question = presented.question
    tip = TIPS.get(question.type)
    task = TASKS[question.type]
    console.say(f"{task} ({tip})" if tip else task)
    console.say(question.stem)
    if isinstance(question, Cloze):
        console.say(cloze_text(question))
    if isinstance(question, Matching):
        for number, (left, _) in enumerate(question.pairs, 1):
            console.say(left, lead=f"  {number}. ")
    for i, option in enumerate(presented.options):
        pairs = isinstance(question, Matching)
        mark = letter(i) if pairs else label(presented.options, i)
        console.say(option_text(question, option), lead=f"  {mark}. ")


def cloze_text(question: Cloze) -> str:
    """The text with its gaps named."""
    several = len(question.gaps) > 1
    names = [f"[gap {i + 1}]" if several else "[gap]" for i in range(len(question.gaps))]
    pieces = zip(question.parts, [*names, ""], strict=True)
    return joined(*(text for both in pieces for text in both))


def tell_feedback(console: Console, feedback: Feedback) -> None:
    """Verdict, answer, reasons, passages, and when the question comes again."""
    console.say(f"{verdict_line(feedback).text}.")
    for line in answer_lines(feedback):
        tell_line(console, line._replace(label="Answer") if feedback.response.gave_up else line)
    for line in reason_lines(feedback):
        tell_line(console, line)
    tell_passages(console, feedback.evidence)
    tell_schedule(console, feedback)


def tell_passages(console: Console, evidence: Iterable[Evidence]) -> None:
    """Passages with their places."""
    for item in evidence:
        _tell_evidence(console, item)


def tell_schedule(console: Console, feedback: Feedback) -> None:
    """When the question comes again."""
    console.say(f"Schedule: {schedule_text(feedback)}.")


def tell_line(console: Console, line: Line) -> None:
    """A label in words and a text."""
    label = SIGNS.get(line.label, line.label)
    between = ":\n" if code_first(line.text) else ": "
    console.say(joined(f"{label}{between}", line.text) if label else line.text)


def _tell_evidence(console: Console, item: Evidence) -> None:
    console.say(f"{ROLE_WORDS[item.role]}: {_flat(item.place)}")
    if item.document is not None and item.passage is not None:
        console.say(in_sentence(item.document, item.passage), lead="  ")
    else:
        console.say(f"{item.trouble}; the set quotes: “{_flat(item.source.exact)}”", lead="  ")


def in_sentence(document: Document, passage: Passage) -> str:
    """The passage in quotation marks within its sentence and one before and after it.

    What is long is cut.
    """
    block = document.layout.block_at(passage.start)
    if block is not None and block.wide:
        return _in_lines(document, passage)
    around = _neighbours(document, passage)
    start = min([passage.start, *(s.start for s in around)])
    end = max([passage.end, *(s.end for s in around)])
    before = _flat(document.text[start : passage.start], keep_end=True)
    after = _flat(document.text[passage.end : end], keep_start=True)
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    lead = document.layout.lead(start) if block is not None and block.kind is Kind.ITEM else ""
    lead = lead.replace(BAR, "").lstrip()
    return f"{lead}{before}“{_flat(document.quote(passage))}”{after}"


def _neighbours(document: Document, passage: Passage) -> Sequence[Passage]:
    """The sentences of a passage, and the one before and after, in the same paragraph."""
    found = _sentences(document)
    touched = [i for i, one in enumerate(found) if one.overlaps(passage)]
    if not touched:
        return ()
    first, last = touched[0], touched[-1]
    first -= first > 0 and _together(document, found[first - 1], found[first])
    last += last + 1 < len(found) and _together(document, found[last], found[last + 1])
    return found[first : last + 1]


def _together(document: Document, one: Passage, other: Passage) -> bool:
    """Whether two sentences follow each other in a paragraph."""
    block_at = document.layout.block_at
    same = block_at(one.start) == block_at(other.start)
    return same and _BREAK.search(document.text[one.end : other.start]) is None


def _in_lines(document: Document, passage: Passage) -> str:
    """A passage of a table or of code in its whole lines."""
    text, layout = document.text, document.layout
    start = text.rfind("\n", 0, passage.start) + 1
    end = text.find("\n", passage.end)
    drawn, at = [], start
    for line in text[start : len(text) if end < 0 else end].split("\n"):
        pieces = (_marked(one, passage) for one in layout.fragments(at, at + len(line)))
        drawn.append("".join(pieces).rstrip())
        at += len(line) + 1
    return "\n".join(drawn)


def _marked(one: Fragment, passage: Passage) -> str:
    """A piece of a line with the passage's part of it in quotation marks."""
    first = max(0, passage.start - one.start)
    last = min(len(one.text), passage.end - one.start)
    if one.start < 0:  # a table is not set in columns here
        return BETWEEN if BETWEEN in one.text else ""
    if first >= last:
        return one.text
    return f"{one.text[:first]}“{one.text[first:last]}”{one.text[last:]}"


@lru_cache(maxsize=8)
def _sentences(document: Document) -> tuple[Passage, ...]:
    return sentences(document)


def _flat(text: str, *, keep_start: bool = False, keep_end: bool = False) -> str:
    """A text on one line; one space stays at a kept edge that had some."""
    flat = " ".join(text.split())
    head = " " if keep_start and text[:1].isspace() else ""
    tail = " " if keep_end and flat and text[-1:].isspace() else ""
    return f"{head}{flat}{tail}" if flat else ""


def tell_summary(console: Console, summary: Summary) -> None:
    """How the session went."""
    console.say(f"Session finished: {summary.right} of {summary.asked} right at once.")
    for line in _details(summary):
        console.say(line)
    if summary.missed:
        console.say("To look at again:")
    for _, question in summary.missed:
        console.say(_flat(question.stem), lead="  - ")
        console.say(_flat(short_answer(question)), lead="    answer: ")


def _details(summary: Summary) -> Iterator[str]:
    said = outcome_texts(summary)
    if said:
        yield f"{', '.join(said)}."
    if summary.day:
        yield f"{summary.day}."
    yield coming_text(summary)
