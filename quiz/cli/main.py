"""The command `quiz` and how it finds its subcommands."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import click

from quiz import __version__
from quiz.cli.common.failing import REFUSED, guarded
from quiz.cli.common.output import warn

_ROOMS = {
    "study": "study read exam list due search notes suspend",
    "authors": "check rules coverage preview convert new flags",
    "writing": "draft schema lsp",
    "exchange": "import export print pack get update",
    "revisions": "reanchor rename",
    "figures": "stats",
    "keeping": "optimize doctor backup history forget",
    "setup": "settings completion",
}
_IN_HELP = (
    "study read exam list due search notes suspend check rules coverage reanchor rename "
    "preview convert new draft import export print pack get update schema lsp flags stats "
    "optimize settings doctor backup history forget completion"
)
COMMANDS = {
    name: next(room for room, names in _ROOMS.items() if name in names.split())
    for name in _IN_HELP.split()
}
"""The room of each command, in the order of the help."""
EXAMPLE = "\b\nExamples:\n  quiz                 open the screens\n  quiz study --limit 10"


class Commands(click.Group):
    """Subcommands, each imported when it is called: `quiz.cli.ROOM.NAME` holds a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command."""
        if cmd_name not in COMMANDS:
            return None
        file = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found = import_module(f"quiz.cli.{COMMANDS[cmd_name]}.{file}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """One command, or an error with the nearest name."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from quiz.store.files.shown import nearest, shown

            near = nearest(args[0], COMMANDS)
            hint = f"did you mean `quiz {near}`?" if near else f"there are: {', '.join(COMMANDS)}"
            raise click.UsageError(f"there is no command {shown(args[0])}; {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXAMPLE,
)
@click.version_option(__version__, prog_name="quiz", message="%(prog)s %(version)s")
@click.pass_context
def command(ctx: click.Context) -> int:
    """Learn documents by heart: every answer comes with the passage that proves it.

    Without a command, the screens open.
    """
    if ctx.invoked_subcommand is not None:
        return 0
    from quiz.cli.bare import bare

    return guarded(bare)


def run(args: Sequence[str]) -> int:
    """Run the command line with these arguments; the exit status. Raises QuizError."""
    try:
        status = command.main(list(args), prog_name="quiz", standalone_mode=False)
    except click.UsageError as error:
        return _refuse(error)
    except click.ClickException as error:
        warn(f"quiz: {error.format_message()}")
        return REFUSED
    except click.Abort:
        raise KeyboardInterrupt from None
    return status if isinstance(status, int) else 0


def _refuse(error: click.UsageError) -> int:
    message = error.format_message().strip().rstrip(".")
    warn(f"quiz: {message[:1].lower()}{message[1:]}")
    path = error.ctx.command_path if error.ctx else "quiz"
    warn(f"      {path} --help shows what there is")
    return REFUSED
