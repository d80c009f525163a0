"""Has a file read by a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import quiz
from quiz.errors import DocumentError
from quiz.extras import install
from quiz.formats.documents.converted import Converted, Progress, silent
from quiz.formats.documents.readers import EXTRAS

SECONDS = 900.0
"""So long a file may take to be read."""

MAX_MARKDOWN = 20 * 1024 * 1024
"""Bytes of the Markdown: a document has no more."""

_START = (
    "import sys; sys.path[:] = sys.argv.pop(1).split('\\n'); "
    "from quiz.formats.documents.child import main; sys.exit(main(sys.argv[1:]))"
)
_HARM = "the reader broke down over it: it is damaged, or made to do harm"


def convert(
    data: bytes,
    path: Path,
    *,
    encoding: str = "",
    progress: Progress = silent,
    seconds: float = SECONDS,
) -> Converted:
    """The Markdown of a file's content; `path` is what it is called. Raises DocumentError."""
    answer = _asked(data, path, encoding, progress, seconds)
    if "missing" in answer:
        raise _missing(str(answer["missing"]), path)
    if "error" in answer:
        raise DocumentError(
            str(answer["error"]), path=str(path), hint=str(answer.get("hint", "")) or None
        )
    markdown = str(answer["markdown"])
    if len(markdown.encode("utf-8", "replace")) > MAX_MARKDOWN:
        hint = "split it into chapters"
        raise DocumentError("its text is longer than a document can be", path=str(path), hint=hint)
    notes = answer["notes"]
    assert isinstance(notes, list)
    return Converted(
        markdown,
        str(answer["title"]),
        str(answer["language"]),
        str(answer["converter"]),
        tuple(map(str, notes)),
    )


def _missing(library: str, path: Path) -> DocumentError:
    extra = EXTRAS[library]
    what = "PDF files need" if extra == "pdf" else "this kind of file needs"
    return DocumentError(f"{what} the extra “{extra}”: {install(extra)}", path=str(path))


def _asked(
    data: bytes, path: Path, encoding: str, progress: Progress, seconds: float
) -> dict[str, object]:
    here = str(Path(quiz.__file__).parent.parent)
    paths = "\n".join(dict.fromkeys([here, *(p for p in sys.path if p)]))
    command = [sys.executable, "-P", "-c", _START, paths, path.name, encoding]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=_environment())
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    said: list[bytes] = []
    told: list[str] = []
    threads = [
        threading.Thread(target=_feed, args=(process.stdin, data), daemon=True),
        threading.Thread(target=_gather, args=(process.stdout, said), daemon=True),
        threading.Thread(target=_listen, args=(process.stderr, progress, told), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        message = f"reading it takes more than {seconds / 60:.0f} minutes"
        raise DocumentError(message, path=str(path), hint="split it") from None
    finally:
        process.kill()
        process.wait()
        for thread in threads:
            thread.join(timeout=10)
    try:
        answer = json.loads(b"".join(said))
    except ValueError:
        if os.environ.get("QUIZ_DEBUG"):
            sys.stderr.write("\n".join(told))
        raise DocumentError(_HARM, path=str(path)) from None
    assert isinstance(answer, dict)
    return answer


def _environment() -> dict[str, str]:
    """What the process is told: nothing that would send it to a network or another file."""
    dropped = ("PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONPATH", "QUIZ_HOME")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


def _feed(stream: IO[bytes], data: bytes) -> None:
    try:
        stream.write(data)
        stream.close()
    except OSError:
        return  # it ended before it had read everything


def _gather(stream: IO[bytes], said: list[bytes]) -> None:
    said.append(stream.read(MAX_MARKDOWN * 7))
    stream.close()


def _listen(stream: IO[bytes], progress: Progress, told: list[str]) -> None:
    for line in stream:
        done, _, total = line.decode("utf-8", "replace").strip().partition(" ")
        if done.isdigit() and total.isdigit():
            progress(int(done), int(total))
        elif len(told) < 200:
            told.append(line.decode("utf-8", "replace").rstrip())
    stream.close()
