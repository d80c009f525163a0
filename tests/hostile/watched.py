"""Reads hostile sets while everything is noted that Python opens or starts.

python -m tests.hostile.watched FOLDER makes each case in a folder of its own below FOLDER, checks
it and opens it as a library with its document. The process may have 400 MB of address space more
than it starts with. Printed is what was opened outside of the library's folder, and what ran.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import resource
import shutil
import sys
from importlib import import_module
from pathlib import Path

from quiz.errors import QuizError
from quiz.store.files.encodings import likeliest
from quiz.store.files.home import Places
from quiz.store.library.library import Library
from tests.hostile.case import Case
from tests.hostile.corpus import QUICK
from tests.hostile.examine import examine, library_in, satisfied

IMPORTING = (
    "texts: tabs in a value",
    "bombs: 60,000 syntax errors",
    "bombs: 480,000 comments that silence",
)
LATE = ("quiz.core.grading.canonical", "fractions", "quiz.store.library.other_kinds")
"""Cases that are read first and modules: between them all that is imported when needed."""

SPARE = 400_000_000
RUNNING = (
    "os.system",
    "subprocess.Popen",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "exec",
    "socket",
)


class Watch:
    """Notes what happens while `folder` is set: files opened outside of it, programs started."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.last = ""
        self.outside: list[str] = []
        self.ran: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, args: tuple[object, ...]) -> None:
        if self.folder is None:
            return
        if event == "open" and isinstance(args[0], str | bytes | os.PathLike):
            folder, self.folder = self.folder, None
            # a document's folders are opened one below the other, by their bare names
            real = os.path.realpath(Path(self.last, os.fsdecode(args[0])))
            self.last = real if Path(real).is_dir() else self.last
            if not Path(real).is_relative_to(folder) and not real.startswith(sys.prefix):
                self.outside.append(real)
            self.folder = folder
        elif event.startswith(RUNNING):
            self.ran.append(event)


def look(case: Case, path: Path, cache: Path) -> bool:
    """Check a set, and open it and its document; whether it got its finding."""
    findings = examine(case, path)
    where = Places(cache, cache, cache, cache)
    with (
        case.during(path),
        contextlib.suppress(QuizError),  # nothing else may be raised
        Library.open([path], places=where) as library,
    ):
        for entry in library.sets:
            for key in entry.documents:
                library.document(entry.id, key)
    return satisfied(case, findings)


def bound_memory() -> None:
    """No more than `SPARE` bytes of address space beyond what is in use."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    used = re.search(r"VmSize:\s+(\d+)", status)
    most = int(used[1]) * 1024 + SPARE if used else resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main(folder: Path) -> None:
    """Make and read one after the other."""
    watch, missed = Watch(), []
    for module in LATE:
        import_module(module)
    likeliest(bytes(range(128, 256)))  # looks every encoding up
    for name in IMPORTING:
        look(QUICK[name], QUICK[name].make(library_in(folder / name)), folder)
    bound_memory()
    for at, (name, case) in enumerate(QUICK.items()):
        path = case.make(library_in(folder / str(at)))
        watch.folder = path.parent
        if not look(case, path, path.parent / "cache"):
            missed.append(name)
        watch.folder = None
        shutil.rmtree(path.parent)
    print(json.dumps({"outside": watch.outside, "ran": watch.ran, "missed": missed}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
