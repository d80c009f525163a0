"""What `quiz` does when nothing else is said. Does not import click, to be quick."""

from __future__ import annotations

from quiz.cli.common.lines import in_lines
from quiz.cli.common.output import say
from quiz.cli.common.workspace import open_workspace

HOW_TO_STUDY = "To study: quiz study [SET], answers from standard input; quiz --help shows more."


def bare() -> int:
    """The screens on a terminal; elsewhere the sets and how to study them."""
    if not in_lines():
        from quiz.tui.app import run

        with open_workspace() as (workspace, problems):
            return run(workspace, problems=problems)
    from quiz.cli.common.output import complain
    from quiz.cli.study.listing import list_sets

    with open_workspace(readonly=True) as (workspace, problems):
        for problem in problems:
            complain(problem)
        list_sets(workspace)
    say()
    say(HOW_TO_STUDY)
    return 0
