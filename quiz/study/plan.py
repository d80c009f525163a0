"""From a request to the questions of a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from quiz.core.grading import Verdict
from quiz.core.locate import locate
from quiz.core.question import question_uid
from quiz.core.review import set_of
from quiz.core.selection import Candidate, arrange, choose
from quiz.errors import QuizError
from quiz.store.library import Entry
from quiz.study.desk import Desk
from quiz.study.request import Request

__all__ = ["Request", "plan"]


def plan(desk: Desk, request: Request) -> tuple[str, ...]:
    """The questions to ask, in order; empty when there is nothing to do."""
    entries = _entries(desk, request)
    limit = desk.settings.session_limit if request.limit is None else request.limit
    if request.all and request.limit is None:
        limit = 0
    seen = sorted(_seen(desk, request, entries), key=lambda found: (found[1], found[0]))
    due = [_candidate(desk, uid, recall) for uid, recall in (seen[:limit] if limit else seen)]
    allowed = 0 if request.wrong else _new_allowed(desk, request)
    room = allowed if not limit else min(allowed, limit)
    fresh = _marked([_candidate(desk, uid, None) for uid in _unseen(desk, entries, room)])
    chosen = choose(due, fresh, limit=limit, new_limit=room)
    return tuple(candidate.question for candidate in arrange(chosen))


def _entries(desk: Desk, request: Request) -> list[Entry]:
    wanted = set(request.sets)
    return [e for e in desk.library.sets if e.ok and (not wanted or e.id in wanted)]


def _new_allowed(desk: Desk, request: Request) -> int:
    if request.new is not None:
        return request.new
    if request.all or request.cram:
        return 10**9
    return max(0, desk.settings.new_per_day - desk.history.new_today(desk.today))


def _seen(desk: Desk, request: Request, entries: Sequence[Entry]) -> Iterator[tuple[str, float]]:
    """Questions that have a memory and are wanted, with their retrievability today."""
    ids = [entry.id for entry in entries]
    current = {question_uid(e.id, row.id): row.key_hash for e in entries for row in e.index}
    verdicts = desk.history.last_verdicts(ids) if request.wrong else {}
    scheduler, today = desk.history.scheduler, desk.today
    everything = request.all or request.cram or request.wrong
    rows = (
        desk.history.memories(ids).items()
        if everything
        else ((row.question, row) for row in desk.history.due(today, ids, None))
    )
    for uid, row in rows:
        if current.get(uid) != row.key_hash:
            continue
        if request.wrong and verdicts.get(uid, Verdict.CORRECT) == Verdict.CORRECT:
            continue
        yield uid, scheduler.retrievability(row.memory, today)


def _unseen(desk: Desk, entries: Sequence[Entry], room: int) -> Iterable[str]:
    """Questions without a memory (or whose answer changed), each set's in its own order."""
    if room <= 0:
        return
    known = desk.history.known([entry.id for entry in entries])
    for entry in entries:
        fresh = (
            uid
            for row in entry.index
            if ((uid := question_uid(entry.id, row.id)), row.key_hash) not in known
        )
        yield from islice(fresh, room)


def _marked(fresh: Sequence[Candidate]) -> list[Candidate]:
    """The same, those of sets that span several documents marked as comparing."""
    documents: dict[str, set[str]] = {}
    for candidate in fresh:
        own = documents.setdefault(set_of(candidate.question), set())
        own |= {document for document, _ in candidate.passages}
    broad = {set_id for set_id, own in documents.items() if len(own) > 1}
    return [replace(c, compares=set_of(c.question) in broad) for c in fresh]


def _candidate(desk: Desk, uid: str, retrievability: float | None) -> Candidate:
    question = desk.library.question(uid)
    passages = []
    set_id = uid.partition("/")[0]
    for source in question.sources:
        try:
            document = desk.library.document(set_id, source.document)
        except QuizError:
            continue
        found = locate(document.text, source.exact, source.prefix, source.suffix)
        if found.grounded and found.passage is not None:
            passages.append((document.path or document.name, found.passage))
    return Candidate(uid, tuple(passages), retrievability)
