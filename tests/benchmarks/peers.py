"""What a user might pick instead: each installed into its own environment below `.bench/`.

Nothing is installed before a benchmark asks for it, and what cannot be installed is skipped.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

from tests.processes import run

FOLDER = Path(__file__).parent.parent.parent / ".bench"
VERSIONS = {
    "anki": "26.9.3",
    "anvil-whet": "0.0.3",
    "mkdocs-quiz": "1.7.1",
    "quizmd": "2.4.4",
    "quizzical": "0.1.1",
    "text2qti": "0.8.0",
}
PATIENCE = 300
"""Seconds until an installation counts as failed."""


def titled(name: str) -> str:
    """A peer with the version that is measured."""
    return f"{name} {VERSIONS[name]}"


@cache
def programs(name: str) -> Path | None:
    """The folder with a peer's programs, installed now if it was not; None, and a message, when
    that fails.
    """
    folder = FOLDER / f"{name}-{VERSIONS[name]}"
    done = folder / "installed"
    if not done.exists():
        print(f"installing {titled(name)} ...", file=sys.stderr, flush=True)
        trouble = _install(name, folder)
        if trouble:
            print(f"skipping {titled(name)}: {trouble}", file=sys.stderr)
            return None
        done.touch()
    return folder / "bin"


def _install(name: str, folder: Path) -> str:
    """What went wrong; '' when nothing did."""
    try:
        venv.create(folder, clear=True, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        run(
            [*pip, "-q", "install", f"{name}=={VERSIONS[name]}"],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        told = str(error.stderr or "").strip().splitlines()
        return told[-1] if told else "it cannot be installed"
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return ""
