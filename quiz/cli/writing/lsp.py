"""`quiz lsp`."""

from __future__ import annotations

from importlib.util import find_spec

import click

EXAMPLE = "\b\nExample (Neovim):\n  vim.lsp.start({ name = 'quiz', cmd = { 'quiz', 'lsp' } })"


@click.command(epilog=EXAMPLE, short_help="Findings and completion in your editor.")
def command() -> int:
    """Speak the Language Server Protocol over standard input and output.

    Editors start it for YAML files (question sets) and for the documents beside them: findings as
    you type, completion of keys and of passages, and the ways between a question and its proof.
    """
    from quiz.errors import QuizError
    from quiz.extras import install

    if find_spec("pygls") is None:
        raise QuizError("the language server is not installed", hint=install("lsp"))
    from quiz.lsp.server import serve

    serve()
    return 0
