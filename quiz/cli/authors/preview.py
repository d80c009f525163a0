"""`quiz preview`."""

from __future__ import annotations

import click

from quiz.cli.study.study import complete_set

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz preview training/fire.yaml\n"
    "  quiz preview electronic         a set, by its id or words of its title"
)


@click.command(epilog=EXAMPLE, short_help="See a set's questions while you write them.")
@click.argument("name", metavar="SET", shell_complete=complete_set)
def command(name: str) -> int:
    """See each question as the learner will, with its passages and findings beside it.

    SET is a set's id, words of its title, or a file. Save the set or one of its documents in
    your editor, and the preview follows. Of a broken set, the sound questions and the errors are
    shown. No answer is asked for, and your history stays as it is.
    """
    import os

    from quiz.cli.authors.previewed import found_set, need_terminal
    from quiz.store.files.home import places
    from quiz.store.settings.settings import load
    from quiz.study.authoring.previewing import Preview

    need_terminal()
    preview = Preview(found_set(name))
    settings, problems = load(places(os.environ).settings)
    from quiz.tui.preview_app import run

    return run(preview, settings, problems)
