"""From what a bank says to a question: one way for all readers, so that all lose the same.

A `Making` gathers what is known of an item and what is lost of it; one of its methods, by the type
of the question, ends in an `Item`. What no question can be is refused in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.replies import is_usual
from quiz.formats.bank.texts import MAX_TEXT, distinct, flat, plain, shortened
from quiz.store.sets.option_fields import same_option

CLOZE_STEM = "Complete the text."
NO_CORRECTION = "The bank does not say what is true instead."
NO_MODEL = "The bank has no model answer."
NO_POINT = "It answers what is asked."


class Choice(NamedTuple):
    """An option as a bank has it, with what is said to whoever picks it."""

    text: str
    feedback: str = ""


@dataclass
class Making:
    """What is known of an item so far. Its texts may be in any state: they are cleaned here."""

    place: Place
    name: str = ""
    uid: str = ""
    stem: str = ""
    explanation: str = ""
    hint: str = ""
    tags: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)

    def lose(self, what: str) -> None:
        """Note that something is lost, once."""
        self.change(f"lost {what}")

    def change(self, what: str) -> None:
        """Note what is another than in the bank, once."""
        what = shortened(what)
        if what not in self.changes:
            self.changes.append(what)

    def explain(self, *texts: str) -> None:
        """Add to the explanation what is not in it yet, and says more than right or wrong."""
        for text in map(plain, texts):
            if text and not is_usual(text) and text not in self.explanation:
                self.explanation = f"{self.explanation}\n{text}".strip()

    def refuse(self, reason: str) -> Item:
        """No question can be made of it."""
        lost = next((what for what in self.changes if "an image" in what), "")
        reason += f" (it has {lost.removeprefix('lost ')})" if lost else ""
        return Item(self.place, flat(self.name), self.uid, None, (), shortened(reason))

    # By type

    def single_choice(
        self, right: Choice, wrong: Sequence[Choice], *, in_order: bool = False
    ) -> Item:
        """One option is right; `in_order`, they are shown by size or alphabet."""
        answer, others = flat(right.text), self._wrong([right], wrong)
        if not answer:
            return self.refuse("the right option has no text")
        if not others:
            return self.refuse(f"there is no wrong option beside “{answer}”")
        self.explain(right.feedback)
        return self._item(SingleChoice, answer=answer, distractors=others, sorted=in_order)

    def multiple_choice(
        self, right: Sequence[Choice], wrong: Sequence[Choice], *, in_order: bool = False
    ) -> Item:
        """Several options may be right; `in_order`, they are shown by size or alphabet."""
        answers = distinct(flat(one.text) for one in right)
        if not all(flat(one.text) for one in right):
            self.lose("a right option without a text")
        others = self._wrong(right, wrong)
        if not answers:
            return self.refuse("no option is right")
        if not others:
            return self.refuse("there is no wrong option: nothing could be chosen wrongly")
        self.explain(*(f"{flat(one.text)}: {plain(one.feedback)}" for one in right if one.feedback))
        return self._item(MultipleChoice, answers=answers, distractors=others, sorted=in_order)

    def true_false(self, answer: bool, *, correction: str = "") -> Item:
        """A statement to judge; of a false one, `correction` says what is true."""
        text = "" if answer else plain(correction)
        if not answer and not text:
            text = NO_CORRECTION
            self.change("the bank does not say what is true instead: write the `correction`")
        if answer:
            self.explain(correction)
        return self._item(TrueFalse, answer=answer, correction=text)

    def short_answer(
        self, wordings: Iterable[str], wrong: Sequence[Choice] = (), *, exact: bool = False
    ) -> Item:
        """A few words to type; the first of the wordings is shown."""
        answer, *accept = distinct(map(flat, wordings)) or ("",)
        if not answer:
            return self.refuse("there is no right answer")
        return self._item(
            ShortAnswer,
            answer=answer,
            accept=tuple(accept),
            reject=self._wrong([Choice(answer)], wrong),
            compare="exact" if exact else "",
        )

    def numeric(
        self, answer: str, tolerance: str = "", unit: str = "", accept_units: Iterable[str] = ()
    ) -> Item:
        """A number to type."""
        from quiz.core.grading.numbers import parse_number

        number = flat(answer)
        if parse_number(number) is None:
            return self.refuse(f"the answer “{number}” is no number")
        return self._item(
            Numeric,
            answer=number,
            tolerance=tolerance,
            unit=flat(unit),
            accept_units=tuple(one for one in distinct(map(flat, accept_units)) if one != unit),
        )

    def cloze(
        self,
        parts: Sequence[str],
        gaps: Sequence[Sequence[str]],
        wrong: Sequence[Choice] = (),
        *,
        exact: bool = False,
    ) -> Item:
        """A text with gaps: always one part more than gaps, and each gap's wordings."""
        wordings = tuple(distinct(map(flat, gap)) for gap in gaps)
        if not all(wordings):
            return self.refuse("a gap has no right answer")
        if any("{{" in part or "}}" in part for part in parts):
            self.change("double braces in the text stand apart: they mark gaps here")
        if any(set("{}|") & set(text) for gap in wordings for text in gap):
            return self.refuse("an answer has braces or a bar in it, which a gap cannot hold")
        if not wordings:
            return self.refuse("the text has no gap")
        self.stem = self.stem or CLOZE_STEM
        return self._item(
            Cloze,
            parts=_around(parts),
            gaps=wordings,
            reject=self._wrong([Choice(text) for gap in wordings for text in gap], wrong),
            compare="exact" if exact else "",
        )

    def matching(self, pairs: Sequence[tuple[str, str]], distractors: Iterable[str] = ()) -> Item:
        """Left sides to be given their right sides."""
        found = [(flat(left), flat(right)) for left, right in pairs]
        whole = tuple(dict.fromkeys(pair for pair in found if all(pair)))
        if len(whole) < len(found):
            self.lose("a pair that is empty on a side or stands there twice")
        lefts = [left for left, _ in whole]
        if len(distinct(lefts)) < len(lefts):
            return self.refuse("a left side stands there twice, with different partners")
        if len(whole) < 2:
            return self.refuse("fewer than two pairs are left to match")
        rights = {right for _, right in whole}
        others = tuple(one for one in distinct(map(flat, distractors)) if one not in rights)
        return self._item(Matching, pairs=whole, distractors=others)

    def ordering(self, sequence: Iterable[str]) -> Item:
        """Things to put in order."""
        items = [flat(one) for one in sequence]
        if not all(items) or len(distinct(items)) < len(items):
            return self.refuse("an entry of the order is empty or stands there twice")
        if len(items) < 2:
            return self.refuse("fewer than two things are left to put in order")
        return self._item(Ordering, sequence=tuple(items))

    def open(self, model: str = "", points: Iterable[str] = ()) -> Item:
        """An answer in the learner's own words."""
        answer, found = plain(model), distinct(map(flat, points))
        if not answer:
            self.change("the bank has no answer to compare with: write `model_answer` and `points`")
        return self._item(
            Open,
            model_answer=answer or NO_MODEL,
            points=found or ((flat(answer),) if 0 < len(answer) <= 300 else (NO_POINT,)),
        )

    def _wrong(self, right: Sequence[Choice], wrong: Sequence[Choice]) -> tuple[Distractor, ...]:
        """The wrong options: each once, none empty, none like a right one."""
        taken = {same_option(flat(one.text)) for one in right}
        found: dict[str, Distractor] = {}
        for one in wrong:
            text, key = flat(one.text), same_option(flat(one.text))
            if not text:
                self.lose("a wrong option without a text")
            elif key in taken:
                self.lose(f"the wrong option “{text}”, which reads like the right one")
            elif key in found:
                self.lose(f"the wrong option “{text}”, which stood there twice")
            else:
                found[key] = Distractor(text, plain(one.feedback))
        return tuple(found.values())

    def _item(self, kind: type, **fields: object) -> Item:
        stem = plain(self.stem)
        if len(stem) > MAX_TEXT:
            return self.refuse(f"its text has {len(stem)} characters; {MAX_TEXT} are the most")
        if not stem:
            return self.refuse("it asks nothing: there is no text of the question")
        question = kind(
            id="",
            stem=stem,
            explanation=plain(self.explanation),
            hint=plain(self.hint),
            tags=distinct(map(flat, self.tags)),
            **fields,
        )
        return Item(self.place, flat(self.name), self.uid, question, tuple(self.changes))


def _around(parts: Sequence[str]) -> tuple[str, ...]:
    """The texts around gaps, safe, with their spaces at the gaps."""
    found = [_apart(plain(f"|{part}|")[1:-1]) for part in parts]
    found[0], found[-1] = found[0].lstrip(), found[-1].rstrip()
    return tuple(found)


def _apart(part: str) -> str:
    """Without double braces, and none at a gap, where they would double its own."""
    while "{{" in part or "}}" in part:
        part = part.replace("{{", "{ {").replace("}}", "} }")
    part = f" {part}" if part.startswith("}") else part
    return f"{part} " if part.endswith("{") else part
