"""What learners typed and counted as right themselves: wordings an author may want to accept."""

from __future__ import annotations

import json
from collections import Counter
from typing import NamedTuple

from quiz.core.grading.grading import Response, grade
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.errors import QuizError
from quiz.store.sets.cloze_text import in_gap, split_gaps
from quiz.store.sets.fields import clean
from quiz.store.yaml.edit import AddEntry, Change, SetValue, edit_file
from quiz.store.yaml.nodes import Scalar
from quiz.study.common.draft import load_response
from quiz.study.common.workspace import Workspace


class Suggestion(NamedTuple):
    """A wording that was contested, how often, and where its question stands; `gap` from 0."""

    question: str
    text: str
    times: int
    path: str
    line: int
    gap: int = 0


def suggestions(workspace: Workspace) -> list[Suggestion]:
    """Contested wordings that still do not count, the most frequent first."""
    counts: Counter[tuple[str, int, str]] = Counter()
    for review in workspace.history.reviews():
        if "contested" in review.response:
            counts.update(_missed(workspace, review.question, review.response))
    found = []
    for (uid, gap, text), times in counts.items():
        path, line = workspace.library.place(uid)
        found.append(Suggestion(uid, text, times, str(path), line, gap))
    return sorted(found, key=lambda one: (-one.times, one.question, one.gap, one.text))


def _missed(workspace: Workspace, uid: str, kept: str) -> list[tuple[str, int, str]]:
    """The wordings of a contested answer that would not count without it."""
    try:
        response = load_response(json.loads(kept))
        question = workspace.library.question(uid)
    except (QuizError, ValueError, KeyError, TypeError):
        return []
    if not response.contested:
        return []
    parts = grade(question, Response(response.given)).parts
    return [(uid, at, part.given) for at, part in enumerate(parts) if part.given and not part.right]


def accept(workspace: Workspace, uid: str) -> list[Suggestion]:
    """Write every suggested wording of a question into its file; raises QuizError."""
    found = [one for one in suggestions(workspace) if one.question == uid]
    if not found:
        raise QuizError(f"no wording is suggested for {uid}", hint="`quiz flags` lists them")
    from quiz.store.sets.reading import read_set

    path, _ = workspace.library.place(uid)
    read = read_set(path)
    question = workspace.library.question(uid)
    at = [one.id for one in (read.partial.questions if read.partial else ())].index(question.id)
    node = read.node(question.id, "text")
    written = clean(node) if isinstance(node, Scalar) else ""
    edit_file(path, read.content, _changes(("questions", at), question, written, found))
    return found


def _changes(
    where: tuple[str | int, ...], question: Question, written: str, found: list[Suggestion]
) -> list[Change]:
    if isinstance(question, ShortAnswer):
        return [AddEntry(where, "accept", tuple(one.text for one in found), after="answer")]
    if isinstance(question, Cloze):
        return [SetValue((*where, "text"), _with_variants(written, found))]
    hint = "look at `answer`, `tolerance` and `accept_units` yourself"
    raise QuizError(f"{question.id} takes a number, and has no other wordings", hint=hint)


def _with_variants(written: str, found: list[Suggestion]) -> str:
    """The text of a cloze, as it stands in its file, with the wordings in its gaps."""
    gapped = split_gaps(written)
    text = gapped.around[0]
    for at, (gap, part) in enumerate(zip(gapped.inside, gapped.around[1:], strict=True)):
        new = [in_gap(one.text) for one in found if one.gap == at]
        text += "{{" + "|".join((gap, *new)) + "}}" + part
    return text
