"""Start a session from a request."""

from __future__ import annotations

from quiz.study.common.request import Request
from quiz.study.common.set_aside import without_resting
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.plan import plan
from quiz.study.sitting.study import Study


def begin(workspace: Workspace, request: Request, *, title: str = "") -> Study | None:
    """Plan and start a session; None when there is nothing to ask.

    A request without a seed gets one from the clock; the same seed gives the same session.
    """
    questions = plan(workspace, request)
    if not questions:
        return None
    seed = workspace.now_ms() if request.seed is None else request.seed
    return Study.begin(
        workspace, questions, title=title, cram=request.cram, seed=seed, options=_options(request)
    )


def asked_before(workspace: Workspace, request: Request) -> bool:
    """Whether the session that was left unfinished had been begun by the very same request."""
    record = workspace.history.unfinished()
    return record is not None and dict(record.options) == _options(request)


def _options(request: Request) -> dict[str, object]:
    return {**request._asdict(), "sets": list(request.sets)}


def begin_over(
    workspace: Workspace,
    questions: tuple[str, ...],
    *,
    title: str = "Missed again",
    aside: bool = False,
) -> Study | None:
    """Cram just these questions; the schedule stays as it is.

    What is set aside is left out; None when that is all.
    """
    questions = tuple(without_resting(workspace, questions))
    if not questions:
        return None
    seed = workspace.now_ms()
    return Study.begin(workspace, questions, title=title, cram=True, seed=seed, aside=aside)


def begin_aside(workspace: Workspace, questions: tuple[str, ...], *, title: str) -> Study | None:
    """Ask just these questions, due or not, while an older session stays open.

    The answers are ordinary scheduled reviews, as when all of a set is asked. What is set aside is
    left out, unless a single one was asked for by itself; None when nothing is left.
    """
    if len(questions) > 1:
        questions = tuple(without_resting(workspace, questions))
    if not questions:
        return None
    return Study.begin(workspace, questions, title=title, seed=workspace.now_ms(), aside=True)
