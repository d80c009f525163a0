"""Doing something about a figure: its row, chosen from a list, leads to questions and passages."""

from __future__ import annotations

from functools import partial

from textual.content import Content

from quiz.core.memory.records import set_of
from quiz.study.common.set_aside import SAID, Aside, resting, set_aside
from quiz.study.statistics.acting import Act, acts
from quiz.study.statistics.scope import Scope
from quiz.tui.apps.learner_app import LearnerApp
from quiz.tui.dialogs.choose import ChooseScreen
from quiz.tui.screens.reader.choice_list import ListScreen
from quiz.tui.text import fit, join, one_line

_WAYS = {"t": Aside.TODAY, "g": Aside.FOR_GOOD, "b": Aside.BACK}


def act_on(app: LearnerApp, scope: Scope, page: str) -> None:
    """List what a page names, and do something about the row that is chosen."""
    found = app.guarded(lambda: acts(scope, page))
    if found is None:
        return
    found = [*found, Act("Something else: choose it yourself", "")]

    def row(number: int, width: int) -> Content:
        one = found[number]
        room = max(8, width - len(one.detail) - 1)
        return join(fit(one_line(one.text), room - 1), Content(f" {one.detail} "))

    texts = [one.text for one in found]
    screen = ListScreen(f" {page} ", " Enter chooses, Esc closes ", len(found), row, details=texts)
    app.push_screen(screen, lambda at: None if at is None else _chosen(app, found[at]))


def _chosen(app: LearnerApp, act: Act) -> None:
    if not act.question:
        app.choose_questions(act.wish)
        return
    aside = app.guarded(lambda: resting(app.workspace)) or {}
    ways = [("a", "be asked it now"), ("o", "read its passage in the document")]
    ways += [("l", "look back at your answers to it")]
    if act.question in aside:
        ways += [("b", "ask it again in sessions")]
    else:
        ways += [("t", "not today"), ("g", "for good: do not ask it any more")]
    screen = ChooseScreen(act.text, ways, [act.detail] if act.detail else [])
    app.push_screen(screen, partial(_do, app, act))


def _do(app: LearnerApp, act: Act, key: str | None) -> None:
    uid = act.question
    if key == "a":
        app.ask_aside([uid], app.workspace.library.entry(set_of(uid)).title)
    elif key == "o":
        _read(app, uid)
    elif key == "l":
        app.look_back([uid], "This question")
    elif key is not None:
        how = _WAYS[key]
        again = partial(_do, app, act, key)
        if app.guarded(lambda: set_aside(app.workspace, uid, how), again):
            app.notify(SAID[how], timeout=4)


def _read(app: LearnerApp, uid: str) -> None:
    from quiz.study.common.evidence import Role, evidence

    question = app.workspace.library.question(uid)
    for source in question.sources[:1]:
        found = evidence(app.workspace.library, set_of(uid), source, Role.PROOF)
        passages = [found.passage] if found.passage is not None else []
        app.open_document(set_of(uid), source.document, passages)
