"""Draw an exam's paper from the sets, and keep the exam."""

from __future__ import annotations

import random
from collections.abc import Sequence

from quiz.core.documents.document import Document, Passage
from quiz.core.exams.clock import ExamMark
from quiz.core.exams.paper import Eligible, draw, told_within
from quiz.core.exams.record import ExamAnswer
from quiz.core.memory.records import EXAM, SessionRecord, set_of
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import ExamPlan
from quiz.core.sessions.selection import Candidate
from quiz.errors import QuizError
from quiz.store.history.uids import new_uid
from quiz.store.library.entry import Entry
from quiz.study.common.evidence import Evidence, Role, evidence
from quiz.study.common.workspace import Workspace
from quiz.study.exams.paper import ASKED, TOLD
from quiz.study.exams.telling import kept_apart
from quiz.study.exams.terms import Choice, ExamRequest, choice, examined, terms


def keep_new_exam(workspace: Workspace, request: ExamRequest, title: str = "") -> SessionRecord:
    """Draw a paper and keep it as the running exam; an older running one is dropped.

    Equal seeds draw equal papers, as long as the sets stay as they are. Raises QuizError when the
    sets have no question an exam can ask, HistoryError when it cannot be kept.
    """
    plan, entries = terms(workspace, request), examined(workspace, request.sets)
    if not plan.questions:
        raise QuizError(
            "there is no question that an exam can ask",
            hint="questions of the type open are left out: they cannot be marked automatically",
        )
    seed = workspace.now_ms() if request.seed is None else request.seed
    chosen = choice(workspace, request)
    chance = random.Random(f"{seed}/paper")
    uids = _of_each(chosen, chance)
    questions = workspace.library.questions(uids)
    found = {uid: _proofs(workspace, uid, question) for uid, question in questions.items()}
    pool = [_eligible(uid, questions[uid], found[uid]) for uid in questions]
    apart = kept_apart(questions)
    paper = draw(pool, plan.questions, chance, apart)
    record = _record(workspace, request, plan, entries, paper, seed, title)
    record = record._replace(options={**record.options, TOLD: told_within(paper, apart)})
    answers = [_blank(uid, questions[uid], found[uid]) for uid in paper]
    workspace.history.begin_exam(record, answers, ExamMark(0, record.started_ms))
    return record


def _of_each(chosen: Choice, chance: random.Random) -> list[str]:
    """What the paper is drawn from; where so many of each are wanted, just so many by chance."""
    if not chosen.groups:
        return list(chosen.uids)
    drawn: list[str] = []
    for count, group in chosen.groups:
        free = sorted(group.difference(drawn))
        drawn += chance.sample(free, min(count, len(free)))
    return drawn


def _proofs(workspace: Workspace, uid: str, question: Question) -> list[Evidence]:
    return [
        evidence(workspace.library, set_of(uid), source, Role.PROOF) for source in question.sources
    ]


def _eligible(uid: str, question: Question, found: Sequence[Evidence]) -> Eligible:
    passages: list[tuple[str, Passage]] = [
        (_name(item.document), item.passage) for item in found if item.document and item.passage
    ]
    document = _main_document(found)
    return Eligible(
        Candidate(uid, tuple(passages)),
        _name(document) if document else "",
        question.tags[0] if question.tags else "",
    )


def _blank(uid: str, question: Question, found: Sequence[Evidence]) -> ExamAnswer:
    document = _main_document(found)
    title = document.title if document else ""
    return ExamAnswer(uid, title, tuple(question.tags), question.key_hash)


def _main_document(found: Sequence[Evidence]) -> Document | None:
    """The document of the first source that can be read."""
    return next((item.document for item in found if item.document is not None), None)


def _name(document: Document) -> str:
    return document.path or document.name


def _record(
    workspace: Workspace,
    request: ExamRequest,
    plan: ExamPlan,
    entries: Sequence[Entry],
    paper: tuple[str, ...],
    seed: int,
    title: str,
) -> SessionRecord:
    now, drawn = workspace.now_ms(), {set_of(uid) for uid in paper}
    return SessionRecord(
        uid=new_uid(now),
        kind=EXAM,
        started_ms=now,
        day=workspace.today,
        title=title or _title(entries),
        seed=seed,
        plan=paper,
        options={
            "questions": plan.questions,
            "minutes": plan.minutes,
            "pass_percent": plan.pass_percent,
            "near": "wrong" if plan.near_wrong else ASKED,
            "asked": request.data(),
            "tutor": bool(request.tutor),
            "sets": [entry.id for entry in entries],
            "paths": [str(e.path.absolute()) for e in entries if e.id in drawn],
        },
    )


def _title(entries: Sequence[Entry]) -> str:
    first = entries[0].title
    return first if len(entries) == 1 else f"{first} and {len(entries) - 1} more"
