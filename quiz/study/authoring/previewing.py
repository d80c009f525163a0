"""A walk through a set as its author sees it, which follows the files while they are edited."""

from __future__ import annotations

from quiz.core.checking.findings import Finding, Severity
from quiz.core.grounding.source import Source
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.options import shown_options
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid
from quiz.core.questions.single_choice import SingleChoice
from quiz.store.library.found_files import Found
from quiz.study.authoring.drafts import Drafts, undecided
from quiz.study.authoring.reading import Reading, read
from quiz.study.common.evidence import Evidence, Role, all_evidence, evidence


class Preview:
    """Which question is on show, and from which reading.

    `latest` is the newest reading; `shown` the one the questions come from: an older one while
    the file is broken in such a way that the question on show would be lost. Touches no history.
    """

    def __init__(self, found: Found) -> None:
        self.latest = read(found)
        self.shown = self.latest
        self.index = 0
        self.drafts = Drafts()

    # What is on show

    @property
    def question(self) -> Question | None:
        """The question on show; None when the set has no sound one."""
        questions = self.shown.questions
        return questions[self.index] if questions else None

    @property
    def options(self) -> tuple[str, ...]:
        """What the learner chooses from, in an order that stays the same."""
        question = self.question
        if question is None:
            return ()
        return shown_options(question, f"preview/{question_uid(self.shown.set_id, question.id)}")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages that prove the answer, dispute it, and refute each wrong option."""
        question, reading = self.question, self.shown
        if question is None:
            return ()
        wrong = question.distractors if isinstance(question, SingleChoice | MultipleChoice) else ()
        against = tuple(
            evidence(reading, reading.set_id, source, Role.REFUTES)
            for distractor in wrong
            for source in distractor.sources
        )
        if question.draft:
            return self.drafts.evidence(reading, question) + against
        return all_evidence(reading, reading.set_id, question) + against

    @property
    def left(self) -> int:
        """How many drafts there are that nothing was decided about."""
        return len(undecided(self.shown))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the question on show, the worst first."""
        found = self.shown.by_question[self.question.id] if self.question else ()
        return tuple(sorted(found, key=lambda finding: finding.severity.rank))

    @property
    def elsewhere(self) -> tuple[Finding, ...]:
        """Those that belong to no question that can be shown."""
        return self.latest.elsewhere

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors among those: what keeps questions from being shown, or the set from use."""
        return tuple(one for one in self.elsewhere if one.severity is Severity.ERROR)

    @property
    def count(self) -> int:
        """How many findings there are in all."""
        return sum(map(len, self.shown.by_question.values())) + len(self.elsewhere)

    @property
    def kept(self) -> bool:
        """Whether an older reading is shown because the file is broken now."""
        return self.shown is not self.latest

    @property
    def line(self) -> int:
        """Where to open the file: at the question; without one, at the first error."""
        if self.question is not None:
            return self.question.line
        return self.errors[0].line if self.errors else 1

    # Walking

    def step(self, by: int) -> bool:
        """Go so many questions on (or back), at most to the ends; whether that is another one."""
        return self.go(self.index + by)

    def go(self, index: int) -> bool:
        """Go to a question, counted from 0, or the nearest end; whether that is another one."""
        before = self.index
        self.index = max(0, min(index, len(self.shown.questions) - 1))
        return self.index != before

    def jump(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) question with a finding, round the ends.

        Whether there is another one.
        """
        questions = self.shown.questions
        for step in range(1, len(questions)):
            at = (self.index + by * step) % len(questions)
            if self.shown.by_question[questions[at].id]:
                return self.go(at)
        return False

    # Deciding about drafts

    def accept(self, source: Source) -> bool:
        """Let a proposed source prove the draft on show. Raises SetError."""
        assert self.question is not None
        self.drafts.accept(self.shown, self.question, source)
        return bool(self.poll())

    def decline(self) -> bool:
        """Say that nothing proposed proves the draft on show. Raises SetError."""
        assert self.question is not None
        self.drafts.decline(self.shown, self.question)
        return bool(self.poll())

    def undo(self) -> bool:
        """Take the last decision back, show its draft; whether there was one. Raises SetError."""
        name = self.drafts.undo()
        self.poll()
        if name in self.shown.ids:
            self.go(self.shown.ids[name])
        return bool(name)

    def next_draft(self) -> bool:
        """Go to the next draft, round the end; whether that is another question."""
        places = undecided(self.shown)
        later = [at for at in places if at > self.index]
        return bool(places) and self.go((later or places)[0])

    # Following the files

    def poll(self) -> str:
        """Read again if a file has changed, and say in a few words what came of it; else ''."""
        if not self.latest.changed:
            return ""
        fresh = read(self.latest.found, self.latest.declared.values())
        self.latest = fresh
        if self._would_lose(fresh):
            return "not reloaded"
        gone = self._take(fresh)
        return f"reloaded; {gone} is gone" if gone else "reloaded"

    def _would_lose(self, fresh: Reading) -> bool:
        """Whether a broken file no longer has what is on show, or says less than before."""
        if self.question is None or not fresh.broken:
            return False
        lost = self.question.id not in fresh.ids
        return lost or (fresh.unparsed and not self.shown.unparsed)

    def _take(self, fresh: Reading) -> str:
        """Show a new reading at the same question or the nearest; the id of a vanished one."""
        old, self.shown = self.shown, fresh
        if not old.questions:
            self.index = 0
            return ""
        here = old.questions[self.index].id
        self.index = _nearest(old, self.index, fresh)
        return "" if here in fresh.ids else here


def _nearest(old: Reading, index: int, fresh: Reading) -> int:
    """Where a question is now: by its id; else what took its place; else a neighbour."""
    ids = [question.id for question in old.questions]
    renamed = index < len(fresh.questions) and fresh.questions[index].id not in old.ids
    if ids[index] not in fresh.ids and renamed:
        return index
    for name in (*ids[index:], *reversed(ids[:index])):
        if name in fresh.ids:
            return fresh.ids[name]
    return 0
