"""Going through a document and choosing what is asked: accept, another gap, skip, never."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from quiz.core.documents.document import Passage
from quiz.core.drafting.drafts import Drafts
from quiz.core.drafting.offer import Offer
from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from quiz.core.text.normal_form import fold
from quiz.study.drafting.gate import Gate
from quiz.study.drafting.naming import named
from quiz.study.drafting.target import Target

NOT_WORTH = "not worth a question"


@dataclass
class Tally:
    """What became of the sentences."""

    accepted: int = 0
    skipped: int = 0
    rejected: int = 0
    refused: dict[str, int] = field(default_factory=dict)


class Picker:
    """One walk. `offers` are those of the sentence on show, `index` the one on show.

    `section` limits it to a section by a part of its title.
    """

    def __init__(self, target: Target, section: str = "") -> None:
        self.target = target
        self.tally = Tally()
        self.offers: list[Offer] = []
        self.index = 0
        self._gate = Gate({target.name: target.document}, target.language)
        self._keys = {_key(one) for one in target.questions}
        self._walk = self._sentences(section)
        self._before: list[tuple[str, str]] = []
        self.next()

    def _sentences(self, section: str) -> Iterator[list[Offer]]:
        document = self.target.document
        drafts = Drafts(self.target.name, document)
        for sentence, offers in drafts.of_document(self.target.asked()):
            path = document.section_path(sentence.start)
            if section and not any(section.casefold() in title.casefold() for title in path):
                continue
            fresh = (one for one in offers if _key(one.question) not in self._keys)
            passed = [one for one in fresh if self._passes(one)]
            if passed:
                yield passed

    def _passes(self, offer: Offer) -> bool:
        faults = self._gate.faults(named(offer.question, ()))
        for fault in faults[:1]:
            self.tally.refused[fault] = self.tally.refused.get(fault, 0) + 1
        return not faults

    @property
    def offer(self) -> Offer | None:
        """What is on show; None at the end of the document."""
        return self.offers[self.index] if self.offers else None

    @property
    def place(self) -> str:
        """Where the sentence on show stands."""
        offer = self.offer
        return self.target.document.place(offer.sentence) if offer is not None else ""

    @property
    def passage(self) -> Passage | None:
        """The sentence on show."""
        return self.offer.sentence if self.offer is not None else None

    # What an author can do

    def next(self) -> None:
        """Go to the next sentence that has something to offer."""
        self.offers, self.index = next(self._walk, []), 0

    def another(self) -> None:
        """Show the next offer of the same sentence, round."""
        if self.offers:
            self.index = (self.index + 1) % len(self.offers)

    def skip(self) -> None:
        """Leave the sentence for another time."""
        self.tally.skipped += 1
        self.next()

    def accept(self) -> int:
        """Write what is on show as a draft, and go on; its line. Raises QuizError."""
        offer = self.offer
        assert offer is not None
        question = named(offer.question, self.target.ids)
        line = self._keeping("accepted", lambda: self.target.add(question))
        self._keys.add(_key(question))  # the same answer again asks the same for the rules
        self.next()
        return line

    def reject(self, reason: str = NOT_WORTH) -> None:
        """Never offer the sentence again: it is left out on purpose. Raises QuizError."""
        offer = self.offer
        assert offer is not None

        def leave_out() -> int:
            self.target.leave_out(offer.question, reason)
            return 0

        self._keeping("rejected", leave_out)
        self.next()

    def _keeping(self, fate: str, write: Callable[[], int]) -> int:
        before = self.target.file.text if self.target.path.exists() else ""
        line = write()
        self._before.append((fate, before))
        self._count(fate, 1)
        return line

    def _count(self, fate: str, by: int) -> None:
        setattr(self.tally, fate, getattr(self.tally, fate) + by)

    def undo(self) -> bool:
        """Take the last writing back; whether there was one. Raises QuizError."""
        if not self._before or not self._before[-1][1]:
            return False
        fate, text = self._before.pop()
        self.target.undo(text)
        self._count(fate, -1)
        return True


def _key(question: Question) -> tuple[str, ...]:
    """What tells whether two questions have the same answer; a statement is its own."""
    key = (question.stem,) if isinstance(question, TrueFalse) else question.key
    return tuple(map(fold, key))
