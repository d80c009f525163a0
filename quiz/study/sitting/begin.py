"""Start a session from a request."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.memory.records import SessionRecord
from quiz.errors import QuizError
from quiz.study.common.request import Request
from quiz.study.common.set_aside import without_resting
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.plan import plan
from quiz.study.sitting.study import Study


def begin(
    workspace: Workspace,
    request: Request,
    *,
    title: str = "",
    instead: SessionRecord | None = None,
) -> Study | None:
    """Plan and start a session; None when there is nothing to ask. One it is begun `instead` of
    ends with it; all others that were left open wait.

    A request without a seed gets one from the clock; the same seed gives the same session.
    """
    questions = plan(workspace, request)
    if not questions:
        return None
    if instead is not None:
        workspace.history.finish(instead.uid, workspace.now_ms())
    seed = workspace.now_ms() if request.seed is None else request.seed
    return Study.begin(
        workspace, questions, title=title, cram=request.cram, seed=seed, options=_options(request)
    )


def asked_by(record: SessionRecord, request: Request) -> bool:
    """Whether a session was begun by the very same request."""
    if "sets" not in record.options:
        return False
    usual = _usual()
    wanted = {**usual, **_options(request)}
    return all(record.options.get(name, usual[name]) == value for name, value in wanted.items())


def command_of(record: SessionRecord, files: Mapping[str, str] | None = None) -> str:
    """The command that goes on with a session; '' where none names it but `quiz study`.

    `files` are the paths of sets that no id finds.
    """
    import shlex  # a saved choice, a tag or a section may have spaces

    if "sets" not in record.options or not isinstance(record.options["sets"], list):
        return ""
    sets = [str(one) for one in record.options["sets"]]
    words = ["quiz", "study", *((files or {}).get(one, one) for one in sets)]
    usual = _usual()
    for name, value in record.options.items():
        if name == "sets" or name not in usual or value == usual[name]:
            continue
        option = f"--{name.replace('_', '-')}"
        if isinstance(value, list):
            words += [word for one in value for word in (option, str(one))]
        else:
            words += [option] if value is True else [option, str(value)]
    return shlex.join(words)


def _usual() -> dict[str, object]:
    return {**_options(Request()), "drafts": False}


def _options(request: Request) -> dict[str, object]:
    """A request as the JSON values that a session keeps of it."""
    fields = {**request._asdict(), **request.wish.options()}
    del fields["wish"]
    found = {name: list(v) if isinstance(v, tuple) else v for name, v in fields.items()}
    return found if request.drafts else {k: v for k, v in found.items() if k != "drafts"}


def begin_over(
    workspace: Workspace,
    questions: tuple[str, ...],
    *,
    title: str = "Missed again",
    aside: bool = False,
) -> Study:
    """Cram just these questions; the schedule stays as it is.

    What is set aside is left out. Raises QuizError when that is all.
    """
    questions = _asked(workspace, questions)
    seed = workspace.now_ms()
    return Study.begin(workspace, questions, title=title, cram=True, seed=seed, aside=aside)


def begin_aside(workspace: Workspace, questions: tuple[str, ...], *, title: str) -> Study:
    """Ask just these questions, due or not, while an older session stays open.

    The answers are ordinary scheduled reviews, as when all of a set is asked. What is set aside is
    left out, unless a single one was asked for by itself. Raises QuizError when nothing is left.
    """
    if len(questions) > 1:
        questions = _asked(workspace, questions)
    return Study.begin(workspace, questions, title=title, seed=workspace.now_ms(), aside=True)


def _asked(workspace: Workspace, questions: tuple[str, ...]) -> tuple[str, ...]:
    """Those that are not set aside; raises QuizError without any."""
    found = tuple(without_resting(workspace, questions))
    if not found:
        hint = "`quiz suspend` lists what is, and brings it back"
        raise QuizError("all of these questions are set aside", hint=hint)
    return found
