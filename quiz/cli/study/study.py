"""`quiz study`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from quiz.cli.study.wishing import wish_of, wish_options

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz study                          what is due, and today's new questions\n"
    "  quiz study electronic --new 5       a set, by its id or words of its title\n"
    "  quiz study training/fire.yaml --all\n"
    "  quiz study --tag dosage --missed --minutes 10 --save weak;  quiz study --saved weak"
)


def complete_set(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Set ids that begin so; else files."""
    from click.shell_completion import CompletionItem

    from quiz.cli.common.workspace import open_workspace

    try:
        with open_workspace(readonly=True) as (workspace, _problems):
            found = [e for e in workspace.library.sets if e.ok and e.id.startswith(incomplete)]
    except Exception:  # while a shell completes there is no place for errors
        found = []
    items = [CompletionItem(entry.id, help=entry.title) for entry in found]
    return items or [CompletionItem(incomplete, type="file")]


@click.command(epilog=EXAMPLE, short_help="Be asked questions.")
@click.argument("sets", metavar="[SET]...", nargs=-1, shell_complete=complete_set)
@click.option("--all", "all_", is_flag=True, help="Ask everything, due or not.")
@click.option("--new", metavar="N", type=click.IntRange(0), help="Ask at most N new questions.")
@click.option("--limit", metavar="N", type=click.IntRange(0), help="Ask N at most; 0: no limit.")
@click.option("--wrong", is_flag=True, help="Ask only what was answered wrong the last time.")
@click.option("--cram", is_flag=True, help="Ask everything; the schedule stays as it is.")
@click.option("--drafts", is_flag=True, help="Ask drafts, too: nothing proves them yet.")
@click.option("--seed", metavar="N", type=int, help="The same N shuffles the same way.")
@click.option(
    "--minutes", metavar="N", type=click.IntRange(1, 1440), help="End after about N minutes."
)
@wish_options
@click.option("--fresh", is_flag=True, help="Begin anew instead of going on; that one ends.")
@click.option("--plain", is_flag=True, help="Plain lines instead of screens.")
def command(sets: tuple[str, ...], fresh: bool, plain: bool, **options: Any) -> int:
    """Be asked what is due and some new questions, each answer with the passage that proves it.

    SET is a set's id, words of its title, or a file or folder of sets; names beside files and
    folders choose among their sets. Without SET and options, all sets are asked, or the session
    left open last goes on; others that were left open wait until they are asked for again. Where
    there is no terminal, plain lines are used by themselves.

    The options from --tag on choose questions, due or not: of several tags (sections, types, ways
    it went) any will do, and all of what is given must hold. --save keeps a choice by its name.
    """
    from quiz.cli.study.sitting import sit
    from quiz.study.common.request import Request

    wanted = Request(
        all=options["all_"],
        new=options["new"],
        limit=options["limit"],
        wrong=options["wrong"],
        cram=options["cram"],
        seed=options["seed"],
        drafts=options["drafts"],
        minutes=options["minutes"],
        wish=wish_of(options),
    )
    return sit(sets, wanted, options, fresh=fresh, plain=plain)
