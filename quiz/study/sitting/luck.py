"""Whether a right answer may have been a lucky guess, so that the learner is asked."""

from __future__ import annotations

from quiz.core.grading.grading import Verdict
from quiz.core.memory.luck import ASKED_FROM, NEW, luck
from quiz.core.memory.records import CRAM, SessionRecord
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.recording import Given


def may_be_luck(workspace: Workspace, record: SessionRecord, given: Given) -> bool:
    """Ask before the answer is kept: the memory looked at is the one before it.

    Only of an unmarked right answer to a question that was not asked in this session before, and
    only where guessing is likely enough; not where certainty is asked for anyway.
    """
    wanted = workspace.settings.ask_guessed and not workspace.settings.certainty
    plain = given.verdict is Verdict.CORRECT and given.rating is Rating.GOOD and not given.helps
    unmarked = given.confidence is Confidence.UNMARKED and given.presented.slot.attempt == 0
    if not (wanted and plain and unmarked) or record.kind == CRAM:
        return False
    question, history = given.presented.question, workspace.history
    before = history.memory(given.presented.uid, question.key_hash)
    recall = NEW if before is None else history.scheduler.retrievability(before, workspace.today)
    return luck(recall, question.guessing_chance) >= ASKED_FROM
