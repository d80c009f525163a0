"""`quiz history export` and `quiz history merge`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quiz.cli.common.output import say

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz history export laptop.jsonl\n"
    "  quiz history merge laptop.jsonl desktop.jsonl"
)


@click.group(epilog=EXAMPLE, short_help="Carry your history from one machine to another.")
def command() -> None:
    """Write the history as JSON lines, or bring such files together.

    Merging is a union: any number of exports, in any order, any number of times, give the same
    history. What you set, and parameters fitted by `quiz optimize`, stay on each machine.
    """


@command.command("export")
@click.argument("file", type=click.Path(path_type=Path), default="-")
def export_command(file: Path) -> int:
    """Write every review, finished session, flag and note to FILE, or to standard output."""
    from quiz.cli.common.opening import count, open_history
    from quiz.store.keeping.transfer import export

    with open_history(readonly=True) as history:
        lines = list(export(history))
    if str(file) == "-":
        from quiz.formats.json_text import escaped

        for line in lines:
            print(escaped(line))
        return 0
    _write(file, "".join(f"{line}\n" for line in lines))
    say(f"Wrote {count(len(lines) - 1, 'entry', 'entries')} to {file}")
    return 0


@command.command("merge")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def merge_command(files: tuple[Path, ...]) -> int:
    """Bring the exports in FILEs into your history. What is there already stays as it is."""
    from quiz.cli.common.opening import count, open_history
    from quiz.store.keeping.transfer import merge

    with open_history() as history:
        for file in files:
            found = merge(history, _lines(file), str(file))
            parts = [
                count(found.reviews, "review"),
                count(found.sessions, "session"),
                count(found.flags, "flag"),
                *([count(found.notes, "note")] if found.notes else []),
                *([f"{found.set_aside} set aside"] if found.set_aside else []),
                *([count(found.selections, "saved choice")] if found.selections else []),
            ]
            say(f"{file}: {', '.join(parts)} new")
    return 0


def _write(file: Path, text: str) -> None:
    from quiz.errors import QuizError
    from quiz.store.files.atomic import replace_file

    try:
        if not file.exists():
            file.touch(mode=0o600)
        replace_file(file, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        message = f"the export cannot be written: {error.strerror}"
        raise QuizError(message, path=str(file), hint="choose another place") from error


def _lines(file: Path) -> list[str]:
    from quiz.errors import QuizError
    from quiz.store.keeping.transfer import lines_of

    try:
        if str(file) == "-":
            return lines_of(sys.stdin.buffer, "-")
        with file.open("rb") as opened:
            return lines_of(opened, str(file))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        message = f"the export cannot be read: {reason}"
        raise QuizError(message, path=str(file), hint="nothing of it was merged") from error
