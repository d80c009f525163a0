"""Questions as the lines of a set's file, in the style that `quiz new` starts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.store.sets.question_fields import CLOZE_STEM
from quiz.store.yaml.scalars import WIDTH, double, new_scalar, wrapped

Lines = Iterator[str]
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?%?")
_KEYS = 4  # columns before the keys of a question
_SHORT = 60  # characters of a list that stands in brackets


def block(question: Question, sources: Sequence[str] = ()) -> str:
    """A question as an entry of `questions`, with a line end at its end.

    `sources` are the lines of that key where they stand in a file already; else the question's own
    are written.
    """
    head, *rest = _question(question, sources or tuple(_sources(question)))
    lines = [f"  - {head.lstrip()}", *rest]
    return "\n".join(lines) + "\n"


def source_lines(sources: Iterable[Source], indent: int = _KEYS) -> Lines:
    """The key `sources` of a question."""
    pad = " " * indent
    yield f"{pad}sources:"
    for source in sources:
        yield f"{pad}  - document: {new_scalar(source.document, flow=False)}"
        for key in ("exact", "prefix", "suffix"):
            text = getattr(source, key)
            if text:
                yield from _quoted(key, text, indent + 4)


def _sources(question: Question) -> Lines:
    return source_lines(question.sources) if question.sources else iter(())


def _question(question: Question, sources: Sequence[str]) -> Lines:
    yield from _text("id", question.id)
    yield f"    type: {question.type}"
    if not (isinstance(question, Cloze) and question.stem == CLOZE_STEM):
        yield from _text("stem", question.stem)
    yield from _WRITERS[type(question)](question)
    yield from _optional("explanation", question.explanation)
    if question.draft:
        yield "    draft: true"
    yield from sources
    yield from _list("tags", question.tags)
    yield from _optional("hint", question.hint)


def _single_choice(question: Question) -> Lines:
    asked = cast(SingleChoice, question)
    yield from _text("answer", asked.answer)
    yield from _distractors("distractors", asked.distractors)
    if asked.sorted:
        yield "    options: sorted"


def _multiple_choice(question: Question) -> Lines:
    asked = cast(MultipleChoice, question)
    yield from _entries("answers", asked.answers)
    yield from _distractors("distractors", asked.distractors)
    if asked.sorted:
        yield "    options: sorted"


def _true_false(question: Question) -> Lines:
    asked = cast(TrueFalse, question)
    yield f"    answer: {'true' if asked.answer else 'false'}"
    yield from _optional("correction", asked.correction)


def _short_answer(question: Question) -> Lines:
    asked = cast(ShortAnswer, question)
    yield from _text("answer", asked.answer)
    yield from _list("accept", asked.accept)
    yield from _distractors("reject", asked.reject)
    yield from _optional("compare", asked.compare)


def _numeric(question: Question) -> Lines:
    asked = cast(Numeric, question)
    yield f"    answer: {_number(asked.answer)}"
    if asked.tolerance:
        yield f"    tolerance: {_number(asked.tolerance)}"
    yield from _optional("unit", asked.unit)
    yield from _list("accept_units", asked.accept_units)


def _apart(wording: str) -> str:
    """A wording of a gap; a backslash at its end keeps nothing that stands behind it."""
    return f"{wording} " if wording.endswith("\\") else wording


def _cloze(question: Question) -> Lines:
    asked = cast(Cloze, question)
    gaps = ["{{" + "|".join(map(_apart, gap)) + "}}" for gap in asked.gaps]
    pieces = [part + gap for part, gap in zip(asked.parts, gaps, strict=False)]
    yield from _text("text", "".join(pieces) + asked.parts[-1])
    if asked.any_order:
        yield "    order: any"
    yield from _distractors("reject", asked.reject)
    yield from _optional("compare", asked.compare)


def _matching(question: Question) -> Lines:
    asked = cast(Matching, question)
    yield "    pairs:"
    for left, right in asked.pairs:
        first, *more = _text("left", left, 8)
        yield f"      - {first.lstrip()}"
        yield from more
        yield from _text("right", right, 8)
    yield from _list("distractors", asked.distractors)


def _ordering(question: Question) -> Lines:
    yield from _entries("sequence", cast(Ordering, question).sequence)


def _open(question: Question) -> Lines:
    asked = cast(Open, question)
    yield from _text("model_answer", asked.model_answer)
    yield from _entries("points", asked.points)


_WRITERS: Mapping[type[Question], Callable[[Question], Lines]] = {
    SingleChoice: _single_choice,
    MultipleChoice: _multiple_choice,
    TrueFalse: _true_false,
    ShortAnswer: _short_answer,
    Numeric: _numeric,
    Cloze: _cloze,
    Matching: _matching,
    Ordering: _ordering,
    Open: _open,
}


def _distractors(key: str, wrong: Iterable[Distractor]) -> Lines:
    listed = tuple(wrong)
    if listed:
        yield f"    {key}:"
    for one in listed:
        if not one.feedback and not one.sources:
            yield from _entry(one.text)
            continue
        first, *more = _text("text", one.text, 8)
        yield f"      - {first.lstrip()}"
        yield from more
        yield from _optional("feedback", one.feedback, 8)
        if one.sources:
            yield from source_lines(one.sources, 8)


def _list(key: str, texts: tuple[str, ...]) -> Lines:
    """A list that may be empty: in brackets where it is short."""
    if not texts:
        return
    flow = ", ".join(new_scalar(text, flow=True) for text in texts)
    if len(flow) <= _SHORT and "\n" not in "".join(texts):
        yield f"    {key}: [{flow}]"
    else:
        yield from _entries(key, texts)


def _entries(key: str, texts: Iterable[str]) -> Lines:
    yield f"    {key}:"
    for text in texts:
        yield from _entry(text)


def _entry(text: str) -> Lines:
    first, *more = _text("", text, 8)
    yield f"      - {first.lstrip()}"
    yield from more


def _optional(key: str, text: str, indent: int = _KEYS) -> Lines:
    if text:
        yield from _text(key, text, indent)


def _number(text: str) -> str:
    """A number without quotes: every value of a set is read as a text."""
    return text if _PLAIN_NUMBER.fullmatch(text) else new_scalar(text, flow=False)


def _text(key: str, text: str, indent: int = _KEYS) -> Lines:
    """A text below its key: on its line, folded where that is too long, with its own lines."""
    lead = f"{' ' * indent}{key}: " if key else " " * indent
    if "\n" in text:
        yield from _literal(lead, text, indent)
        return
    scalar = new_scalar(text, flow=False)
    if len(lead) + len(scalar) <= WIDTH or " " not in text:
        yield lead + scalar
    elif text.isprintable():
        yield f"{lead}>-"
        pad = " " * (indent + 2 if key else indent)
        yield from (pad + line for line in wrapped(text, WIDTH - len(pad)))
    else:
        yield lead + double(text)


def _literal(lead: str, text: str, indent: int) -> Lines:
    lines = text.split("\n")
    if text != text.strip() or not all(line.isprintable() for line in lines):
        yield lead + double(text)
        return
    yield f"{lead}|-"
    pad = " " * (indent + 2 if lead.strip() else indent)
    yield from (pad + line if line else "" for line in lines)


def _quoted(key: str, text: str, indent: int) -> Lines:
    """Words of a document: letter for letter, so never folded at a line end of theirs."""
    lead = f"{' ' * indent}{key}: "
    if "\n" in text or text != text.strip() or not text.isprintable():
        yield lead + double(text)
    else:
        yield from _text(key, text, indent)
