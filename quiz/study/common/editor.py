"""The command that opens the learner's editor at a line."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

from quiz.errors import QuizError

WITH_PLUS = {
    "vi",
    "vim",
    "nvim",
    "view",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "micro",
    "joe",
    "kak",
    "ne",
    "mg",
}
WITH_COLON = {"code", "codium", "cursor", "subl", "hx", "helix", "zed"}


def editor_command(path: str, line: int) -> list[str]:
    """`$VISUAL` or `$EDITOR` with the file, at the line where the editor is known to take one.

    Raises QuizError when no editor is set and none is found, or when what is set is no command.
    """
    wanted = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _found()
    try:
        command = shlex.split(wanted)
    except ValueError:
        hint = "close the quote, for example: export EDITOR=nano"
        raise QuizError(f"the editor is no command: {wanted}", hint=hint) from None
    if not command:
        raise QuizError("no editor is set", hint="set EDITOR, for example: export EDITOR=nano")
    name = Path(command[0]).name
    if name in WITH_PLUS:
        return [*command, f"+{max(1, line)}", path]
    if name in WITH_COLON:
        goto = ["--goto"] if name in {"code", "codium", "cursor"} else []
        return [*command, *goto, f"{path}:{max(1, line)}"]
    return [*command, path]


def run_editor(command: Sequence[str]) -> str:
    """Run the editor until it is left; what went wrong, as a sentence, or ''."""
    import subprocess

    try:
        status = subprocess.run(command, check=False).returncode
    except FileNotFoundError:
        return f"There is no program “{command[0]}”: set EDITOR to an editor that is installed."
    except PermissionError:
        return f"“{command[0]}” may not be run: set EDITOR to an editor that may."
    except (OSError, ValueError) as error:
        return f"The editor “{command[0]}” cannot be started: {error}."
    return f"The editor “{command[0]}” ended with status {status}." if status else ""


def _found() -> str:
    return next((name for name in ("nano", "vim", "vi") if shutil.which(name)), "")
