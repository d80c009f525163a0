"""Start a session from a request."""

from __future__ import annotations

from quiz.study.desk import Desk
from quiz.study.plan import Request, plan
from quiz.study.study import Study


def begin(desk: Desk, request: Request, *, title: str = "") -> Study | None:
    """Plan and start a session; None when there is nothing to ask.

    A request without a seed gets one from the clock; the same seed gives the same session.
    """
    questions = plan(desk, request)
    if not questions:
        return None
    seed = desk.now_ms() if request.seed is None else request.seed
    return Study.begin(desk, questions, title=title, cram=request.cram, seed=seed)


def begin_over(desk: Desk, questions: tuple[str, ...], *, title: str = "Missed again") -> Study:
    """Cram just these questions; the schedule stays as it is."""
    return Study.begin(desk, questions, title=title, cram=True, seed=desk.now_ms())
