"""Which files a check is about, and the reports on them."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from quiz.core.checking.report import SetReport
from quiz.store.checking.cache import CheckCache
from quiz.store.checking.run import check_sets
from quiz.store.files.home import places
from quiz.store.library.found_files import Found, set_files


def files_of(paths: Sequence[str]) -> list[Found]:
    """The set files in `paths`; without any, those in ./questions, or else in the library.

    Raises QuizError for a path that does not exist or a folder without sets.
    """
    given = [Path(path) for path in paths]
    if not given and Path("questions").is_dir():
        given = [Path("questions")]
    found = set_files(given or None, places(os.environ), Path())
    return [Found(_short(one.path), _short(one.root)) for one in found]


def _short(path: Path) -> Path:
    """Seen from the current folder, if it lies in it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def reports_of(
    paths: Sequence[str], rules: Collection[str] | None, *, cached: bool
) -> list[SetReport]:
    """A report on each file, with the findings of `rules` only; None means all rules."""
    folder = places(os.environ).cache / "checks"
    reports = check_sets(files_of(paths), CheckCache(folder if cached else None))
    if rules is None:
        return reports
    return [
        replace(report, findings=tuple(one for one in report.findings if one.rule in rules))
        for report in reports
    ]
