"""Another id for a question, in the file of its set and in the lock beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quiz.cli.common.opening import count
from quiz.cli.revisions.reanchoring import own_files
from quiz.errors import QuizError
from quiz.store.files.shown import did_you_mean, shown
from quiz.store.library.found_files import Found
from quiz.store.revisions.cited import CitedSet, read_cited
from quiz.store.revisions.lock_place import lock_path
from quiz.store.revisions.repair import write_anchors
from quiz.store.sets.fields import clean
from quiz.store.sets.question_fields import ID_HINT, malformed
from quiz.store.yaml.edit import SetValue, edit_file
from quiz.store.yaml.nodes import Scalar, node_at
from quiz.store.yaml.nodes import Sequence as ListNode


def rename_in_file(
    set_id: str, old: str, new: str, paths: Sequence[str], answers: Callable[[str], int]
) -> Path:
    """Write the new id into the set's file unless it is there, and into its lock; the file.

    `answers` counts those to a question by set/question. Raises QuizError when there is no such set
    or question, or NEW is another question's, or was one that has been answered.
    """
    if said := malformed(new, "a question"):
        raise QuizError(said, hint=ID_HINT)
    file, cited = _set(set_id, paths)
    ids = _ids(cited)
    if old in ids:
        if new not in ids and (given := answers(f"{set_id}/{new}")):
            message = f"{shown(new)} was another question, and has {count(given, 'answer')} here"
            instead = f"choose another id, or drop those answers: quiz forget {set_id}/{new}"
            raise QuizError(message, path=str(file.path), hint=instead)
        if new in ids:
            message = f"{shown(new)} is another question"
            raise QuizError(message, path=str(file.path), hint="choose another id")
        where = ("questions", ids[old], "id")
        edit_file(cited.path, cited.content, [SetValue(where, new)])
        cited = read_cited(file.path, file.root)
    elif new not in ids:
        hint = did_you_mean(old, set(ids))
        message = f"there is neither a question {shown(old)} nor {shown(new)}"
        raise QuizError(message, path=str(file.path), hint=hint)
    if lock_path(file.path).exists():
        write_anchors(cited, {}, [old])
    return file.path


def _set(set_id: str, paths: Sequence[str]) -> tuple[Found, CitedSet]:
    seen: set[str] = set()
    for file in own_files(paths):
        try:
            cited = read_cited(file.path, file.root)
        except QuizError:
            continue
        if cited.id == set_id:
            return file, cited
        seen.add(cited.id)
    hint = did_you_mean(set_id, seen) or "name its file behind the new id"
    raise QuizError(f"there is no set {shown(set_id)} among your own", hint=hint)


def _ids(cited: CitedSet) -> dict[str, int]:
    """Where each question is in the list, by its id."""
    questions = node_at(cited.tree, "questions")
    items = questions.items if isinstance(questions, ListNode) else ()
    named = ((at, node_at(item, "id")) for at, item in enumerate(items))
    return {clean(node): at for at, node in named if isinstance(node, Scalar)}
