"""From a request to the questions of a session."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from quiz.core.grading.grading import Verdict
from quiz.core.grounding.sources import find_source
from quiz.core.memory.daily_load import EXAM_WINDOW, answers_in
from quiz.core.memory.records import set_of
from quiz.core.memory.review_value import review_value
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid
from quiz.core.sessions.selection import Candidate, arrange, choose
from quiz.errors import QuizError
from quiz.store.history.tables.memories import Remembered
from quiz.store.library.library import Entry
from quiz.study.common.daily import Promise, Why, day_budget, exam_days, needed, promises
from quiz.study.common.request import Request
from quiz.study.common.set_aside import resting
from quiz.study.common.workspace import Workspace

__all__ = ["Request", "plan"]

ANY = 10**9


def plan(workspace: Workspace, request: Request) -> tuple[str, ...]:
    """The questions to ask, in order; empty when there is nothing to do."""
    entries = _entries(workspace, request)
    limit = _limit(workspace, request)
    only = _wished(workspace, request)
    due = _candidates(workspace, islice(_seen(workspace, request, entries, only), limit))
    fresh, places = _new(workspace, request, entries, limit - len(due), only)
    chosen = choose(due, fresh, limit=0, new_limit=places)
    return tuple(candidate.question for candidate in arrange(chosen))


def _entries(workspace: Workspace, request: Request) -> list[Entry]:
    wanted = set(request.sets)
    return [e for e in workspace.library.sets if e.ok and (not wanted or e.id in wanted)]


def _wished(workspace: Workspace, request: Request) -> Container[str]:
    """The questions that a wish means; all where there is none."""
    if not request.wish.anything:
        return _All()
    from quiz.study.common.pool import Pool  # most sessions wish for nothing

    return set(Pool(workspace, request.sets).chosen(request.wish))


class _All:
    def __contains__(self, uid: object) -> bool:
        return True


def _limit(workspace: Workspace, request: Request) -> int:
    """How many questions at most; what is asked for by name is not held to the day's minutes."""
    if request.limit is not None:
        return request.limit or ANY
    if request.minutes is not None:
        return max(1, answers_in(request.minutes, day_budget(workspace).seconds))
    if request.all:
        return ANY
    length = workspace.settings.session_limit or ANY
    left = (
        None
        if request.cram or request.wrong or request.wish.anything or request.new is not None
        else day_budget(workspace).left
    )
    return length if left is None else min(length, left)


def _new(
    workspace: Workspace,
    request: Request,
    entries: Sequence[Entry],
    places: int,
    only: Container[str],
) -> tuple[list[Candidate], int]:
    """New questions to choose from, and how many there may be."""
    if request.wrong or places <= 0:
        return [], 0
    known = _known(workspace, entries)
    must, allowed = _new_allowed(workspace, request, entries, known)
    places = min(allowed, places)
    unseen = dict(_unseen(entries, known, places, must, only))
    fresh = [c._replace(needed=unseen[c.question]) for c in _candidates(workspace, unseen)]
    return _marked(fresh), places


def _known(workspace: Workspace, entries: Sequence[Entry]) -> set[tuple[str, str]]:
    """Each question with its key that is not new: it has a memory, or is set aside."""
    known = workspace.history.known([entry.id for entry in entries])
    return known | {
        (uid, entry.rows[uid.partition("/")[2]].key_hash)
        for uid in resting(workspace)
        for entry in entries
        if set_of(uid) == entry.id and uid.partition("/")[2] in entry.rows
    }


def _new_allowed(
    workspace: Workspace, request: Request, entries: Sequence[Entry], known: set[tuple[str, str]]
) -> tuple[dict[str, int], int]:
    """What exams need by set, and how many new questions there may be in all."""
    if request.new is not None:
        return {}, request.new
    if request.whole:
        return {}, ANY
    begun = workspace.history.new_by_set(workspace.today)
    exams = exam_days(workspace)
    unseen = {e.id: sum(1 for _ in _fresh(e, known)) for e in entries if e.id in exams}
    must = needed(workspace, unseen, begun)
    usual = max(0, workspace.settings.new_per_day - begun.total())
    return must, max(usual, sum(must.values()))


def _seen(
    workspace: Workspace, request: Request, entries: Sequence[Entry], only: Container[str]
) -> Iterator[str]:
    """Questions that have a memory and are wanted, the most valuable first."""
    ids = [entry.id for entry in entries]
    promised = promises(workspace, workspace.today)
    found = {row.question: row for row in _remembered(workspace, request, ids, promised)}
    verdicts = workspace.history.last_verdicts(ids) if request.wrong else {}
    aside = resting(workspace)
    wanted = (
        row
        for uid, row in found.items()
        if uid not in aside
        and uid in only
        and not (request.wrong and verdicts.get(uid, Verdict.CORRECT) == Verdict.CORRECT)
    )
    order = _Order(workspace, promised)
    # only what is taken is looked up: a set's index is long
    best = sorted(wanted, key=order.of)
    return (row.question for row in best if _as_answered(workspace, row))


def _as_answered(workspace: Workspace, row: Remembered) -> bool:
    """Whether the question is still there with the key that was answered, and may be asked."""
    library = workspace.library
    try:
        question = library.question(row.question)
    except QuizError:
        return False
    return question.key_hash == row.key_hash and (library.drafts or not question.draft)


def _remembered(
    workspace: Workspace, request: Request, ids: Sequence[str], promised: Mapping[str, Promise]
) -> Iterable[Remembered]:
    if request.whole or request.wrong:
        return workspace.history.memories(ids).values()
    wanted = set(ids)
    early = [uid for uid in promised if set_of(uid) in wanted]
    return (
        *workspace.history.due(workspace.today, ids, None),
        *workspace.history.remembered(early),
    )


class _Order:
    """What was promised first, then what an exam is near for, then by what a review is worth."""

    def __init__(self, workspace: Workspace, promised: Mapping[str, Promise]) -> None:
        self.today = workspace.today
        self.parameters = workspace.history.scheduler.parameters
        self.promised = promised
        self.near = {
            s for s, day in exam_days(workspace).items() if day - self.today <= EXAM_WINDOW
        }

    def of(self, row: Remembered) -> tuple[bool, bool, float, str]:
        """Sorts a question among the others."""
        promise = self.promised.get(row.question)
        sure = promise is not None and promise.why is Why.SURE
        value = review_value(row.memory, self.today, self.parameters)
        return (not sure, set_of(row.question) not in self.near, -value, row.question)


def _fresh(entry: Entry, known: set[tuple[str, str]]) -> Iterator[str]:
    """A set's questions without a memory, in its own order."""
    for row in entry.index:
        uid = question_uid(entry.id, row.id)
        if (uid, row.key_hash) not in known:
            yield uid


def _unseen(
    entries: Sequence[Entry],
    known: set[tuple[str, str]],
    places: int,
    must: Mapping[str, int],
    only: Container[str],
) -> Iterator[tuple[str, bool]]:
    """As many of each set as there are places, and whether an exam needs them begun today."""
    if places <= 0:
        return
    for entry in entries:
        wanted = (uid for uid in _fresh(entry, known) if uid in only)
        for number, uid in enumerate(islice(wanted, places)):
            yield uid, number < must.get(entry.id, 0)


def _marked(fresh: Sequence[Candidate]) -> list[Candidate]:
    """The same, those of sets that span several documents marked as comparing."""
    documents: dict[str, set[str]] = {}
    for candidate in fresh:
        own = documents.setdefault(set_of(candidate.question), set())
        own |= {document for document, _ in candidate.passages}
    broad = {set_id for set_id, own in documents.items() if len(own) > 1}
    return [c._replace(compares=set_of(c.question) in broad) for c in fresh]


def _candidates(workspace: Workspace, uids: Iterable[str]) -> list[Candidate]:
    """Questions with what they are about, all read in one go."""
    questions = workspace.library.questions(uids)
    return [_candidate(workspace, uid, question) for uid, question in questions.items()]


def _candidate(workspace: Workspace, uid: str, question: Question) -> Candidate:
    passages = []
    set_id = uid.partition("/")[0]
    for source in question.sources:
        try:
            document = workspace.library.document(set_id, source.document)
        except QuizError:
            continue
        found = find_source(document, source)
        if found.grounded and found.passage is not None:
            passages.append((document.path or document.name, found.passage))
    return Candidate(uid, tuple(passages))
