"""`quiz completion`."""

from __future__ import annotations

import click

EXAMPLE = (
    "\b\nExamples:\n"
    '  eval "$(quiz completion bash)"                        in ~/.bashrc\n'
    '  eval "$(quiz completion zsh)"                         in ~/.zshrc\n'
    "  quiz completion fish > ~/.config/fish/completions/quiz.fish"
)


@click.command(epilog=EXAMPLE, short_help="Print the script that makes a shell complete commands.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print a script for SHELL: with it, Tab completes commands, options and sets."""
    from click.shell_completion import get_completion_class

    from quiz.cli.common.output import say

    completion = get_completion_class(shell)
    assert completion is not None
    root = ctx.find_root().command
    say(completion(root, {}, "quiz", "_QUIZ_COMPLETE").source())
    return 0
