"""What checks found before: a JSON file a set in the cache folder, safe to delete at any time.

A result counts as long as the set, its lock, its documents and the rules are the same, byte for
byte. A cache that cannot be read or written is as good as an empty one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from quiz import __version__
from quiz.core.checking.findings import Finding, RelatedPlace, Severity
from quiz.core.checking.report import Guessability, SetReport
from quiz.store.files.home import private_folder
from quiz.store.library.found_files import Found, lies_below
from quiz.store.sets.text import read_bytes
from quiz.store.yaml.problems import Problems

CHECKER = f"5 {__version__}"
"""Raise the number whenever the reader or the rules give other results."""

MAX_FILES = 500


class CheckCache:
    """The results kept below `folder`; without one, nothing is kept. Its methods never raise."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def find(self, found: Found) -> SetReport | None:
        """The report on a file, if neither it nor its documents have changed."""
        path = self._path(found)
        if path is None:
            return None
        import json

        try:
            kept = json.loads(path.read_text("utf-8"))
            content = _content(found.path)
            if content is None or kept["set"] != digest(content) or kept["checker"] != CHECKER:
                return None
            documents = kept["documents"].items()
            if any(digest_of(Path(name), found.root) != known for name, known in documents):
                return None
            return _report(kept["report"], str(found.path), content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def store(
        self, found: Found, report: SetReport, content: bytes, documents: Mapping[str, str]
    ) -> None:
        """Keep a report; `documents` are paths and digests from before they were read."""
        path = self._path(found)
        if path is None:
            return
        kept = {
            "checker": CHECKER,
            "set": digest(content),
            "documents": dict(documents),
            "report": _row(report),
        }
        _write(path, kept)

    def load(self, key: str) -> object:
        """What was kept under a text; None when there is nothing."""
        path = self._path_of(key)
        if path is None:
            return None
        import json

        try:
            kept = json.loads(path.read_text("utf-8"))
            return kept["value"] if kept["checker"] == CHECKER else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def save(self, key: str, value: object) -> None:
        """Keep a value of JSON under a text."""
        path = self._path_of(key)
        if path is not None:
            _write(path, {"checker": CHECKER, "value": value})

    def _path_of(self, key: str) -> Path | None:
        if self.folder is None:
            return None
        return self.folder / f"{digest(key.encode('utf-8', 'surrogatepass'))}.json"

    def _path(self, found: Found) -> Path | None:
        if self.folder is None:
            return None
        names = (os.path.realpath(found.path), str(found.path), os.path.realpath(found.root))
        return self.folder / f"{digest(os.fsencode(chr(10).join(names)))}.json"


def _write(path: Path, kept: object) -> None:
    import json

    try:
        private_folder(path.parent)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
        fresh.replace(path)
        _prune(path.parent)
    except (OSError, UnicodeError):
        return


def digest(content: bytes) -> str:
    """What tells one content from another."""
    import hashlib

    return hashlib.blake2b(content, digest_size=16).hexdigest()


def digest_of(path: Path, root: Path) -> str:
    """The digest of a file; empty when it cannot be read or does not lie below `root`."""
    content = _content(path) if lies_below(path, root) else None
    return "" if content is None else digest(content)


def _content(path: Path) -> bytes | None:
    read = read_bytes(path, Problems())
    return read[0] if read is not None else None


def _row(report: SetReport) -> dict[str, object]:
    guess = report.guessability
    return {
        "set": report.set,
        "questions": report.questions,
        "id_place": report.id_place,
        "guessability": guess and [guess.questions, guess.longest, guess.cues, guess.chance],
        "findings": [row_of(one) for one in report.findings],
    }


def row_of(one: Finding) -> list[object]:
    """A finding as values of JSON, without its path and its set."""
    return [getattr(one, name) for name in _KEPT]


_KEPT = [name for name in Finding._fields if name not in ("path", "set")]


def _report(row: Mapping[str, object], path: str, content: bytes) -> SetReport:
    guess, place, found = row["guessability"], row["id_place"], row["findings"]
    questions, set_id = row["questions"], str(row["set"])
    if not isinstance(found, list) or not isinstance(place, list) or not isinstance(questions, int):
        raise TypeError("not a report")
    first, second, third, fourth = place
    return SetReport(
        path,
        set_id,
        questions,
        tuple(finding_of(values, path, set_id) for values in found),
        Guessability(*guess) if isinstance(guess, list) else None,
        (first, second, third, fourth),
        content.decode("utf-8-sig", "replace"),
    )


def finding_of(row: Sequence[object], path: str, set_id: str) -> Finding:
    """The finding of a row; raises TypeError or ValueError for another row."""
    values = dict(zip(_KEPT, row, strict=True))
    values["severity"] = Severity(str(values["severity"]))
    related = values["related"]
    if not isinstance(related, list):
        raise TypeError("not a finding")
    values["related"] = tuple(RelatedPlace(*place) for place in related)
    return Finding(path=path, set=set_id, **values)  # type: ignore[arg-type]


def _prune(folder: Path) -> None:
    """Forget the results that were kept longest ago, once there are many."""
    kept = list(folder.glob("*.json"))
    if len(kept) > MAX_FILES:
        kept.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in kept[: len(kept) - MAX_FILES]:
            path.unlink(missing_ok=True)
