"""Validated data to the values of `core.questions`; quick, and it never fails on such data.

A type is imported when the first question of it is built: many a set has only a few.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypedDict, cast

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.store.sets.marked_data import Looks, marked


class Common(TypedDict):
    """The arguments that every type of question takes."""

    id: str
    stem: str
    explanation: str
    sources: tuple[Source, ...]
    tags: tuple[str, ...]
    hint: str
    disputed_by: tuple[Source, ...]
    draft: bool
    line: int


class _Data:
    """Typed look into a JSON-able mapping; what is absent is empty."""

    __slots__ = ("looks", "values")

    def __init__(self, values: Mapping[str, object], looks: Looks) -> None:
        self.values = values
        self.looks = looks

    def text(self, key: str) -> str:
        text = cast(str, self.values.get(key, ""))
        return marked(text, self.looks) if self.looks else text

    def texts(self, key: str) -> tuple[str, ...]:
        return self._marked(cast("Sequence[str]", self.values.get(key, ())))

    def _marked(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(marked(text, self.looks) for text in texts) if self.looks else tuple(texts)

    def parts(self, key: str) -> Sequence[Mapping[str, str]]:
        return cast("Sequence[Mapping[str, str]]", self.values.get(key, ()))

    def sources(self, key: str) -> tuple[Source, ...]:
        return tuple(Source(**part) for part in self.parts(key))

    def disputes(self) -> tuple[Source, ...]:
        found = self.sources("disputed_by")
        return tuple(one._replace(note=marked(one.note, self.looks)) for one in found)

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(map(self._marked, cast("Sequence[Sequence[str]]", self.values.get(key, ()))))

    def distractors(self, key: str = "distractors") -> tuple[Distractor, ...]:
        found = cast("Sequence[Mapping[str, object]]", self.values.get(key, ()))
        return tuple(_distractor(_Data(one, self.looks)) for one in found)


def _distractor(data: _Data) -> Distractor:
    return Distractor(data.text("text"), data.text("feedback"), data.sources("sources"))


def build_question(values: Mapping[str, object]) -> Question:
    """The question that `values` (what `QuestionReader.read` gave) describes."""
    data = _Data(values, cast(Looks, values.get("looks", {})))
    common: Common = {
        "id": data.text("id"),
        "stem": data.text("stem"),
        "explanation": data.text("explanation"),
        "sources": data.sources("sources"),
        "tags": tuple(cast("Sequence[str]", values.get("tags", ()))),
        "hint": data.text("hint"),
        "disputed_by": data.disputes(),
        "draft": bool(data.values.get("draft")),
        "line": cast(int, values["line"]),
    }
    return _BUILDERS[data.text("type")](data, common)


def _single_choice(data: _Data, common: Common) -> Question:
    from quiz.core.questions.single_choice import SingleChoice

    in_order = bool(data.values.get("sorted"))
    answer, distractors = data.text("answer"), data.distractors()
    return SingleChoice(answer=answer, distractors=distractors, sorted=in_order, **common)


def _multiple_choice(data: _Data, common: Common) -> Question:
    from quiz.core.questions.multiple_choice import MultipleChoice

    in_order = bool(data.values.get("sorted"))
    answers, distractors = data.texts("answers"), data.distractors()
    return MultipleChoice(answers=answers, distractors=distractors, sorted=in_order, **common)


def _true_false(data: _Data, common: Common) -> Question:
    from quiz.core.questions.true_false import TrueFalse

    answer = bool(data.values["answer"])
    return TrueFalse(answer=answer, correction=data.text("correction"), **common)


def _short_answer(data: _Data, common: Common) -> Question:
    from quiz.core.questions.short_answer import ShortAnswer

    return ShortAnswer(
        answer=data.text("answer"),
        accept=data.texts("accept"),
        language=data.text("language"),
        compare=data.text("compare"),
        reject=data.distractors("reject"),
        **common,
    )


def _numeric(data: _Data, common: Common) -> Question:
    from quiz.core.questions.numeric import Numeric

    return Numeric(
        answer=data.text("answer"),
        tolerance=data.text("tolerance"),
        unit=data.text("unit"),
        accept_units=data.texts("accept_units"),
        language=data.text("language"),
        **common,
    )


def _cloze(data: _Data, common: Common) -> Question:
    from quiz.core.questions.cloze import Cloze

    return Cloze(
        parts=data.texts("parts"),
        gaps=data.lists("gaps"),
        any_order=bool(data.values.get("any_order")),
        language=data.text("language"),
        compare=data.text("compare"),
        reject=data.distractors("reject"),
        **common,
    )


def _matching(data: _Data, common: Common) -> Question:
    from quiz.core.questions.matching import Matching

    pairs = tuple((left, right) for left, right in data.lists("pairs"))
    return Matching(pairs=pairs, distractors=data.texts("distractors"), **common)


def _ordering(data: _Data, common: Common) -> Question:
    from quiz.core.questions.ordering import Ordering

    return Ordering(sequence=data.texts("sequence"), **common)


def _open(data: _Data, common: Common) -> Question:
    from quiz.core.questions.open import Open

    return Open(model_answer=data.text("model_answer"), points=data.texts("points"), **common)


_BUILDERS: Mapping[str, Callable[[_Data, Common], Question]] = {
    "single-choice": _single_choice,
    "multiple-choice": _multiple_choice,
    "true-false": _true_false,
    "short-answer": _short_answer,
    "numeric": _numeric,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "open": _open,
}
