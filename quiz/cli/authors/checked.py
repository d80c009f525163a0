"""Which files a check is about, and the reports on them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from quiz.core.checking.findings import Finding
from quiz.core.checking.report import SetReport
from quiz.store.checking.cache import CheckCache
from quiz.store.checking.run import check_sets
from quiz.store.files.home import places
from quiz.store.library.found_files import Found, authored, lies_below, set_files, shipped_questions
from quiz.store.revisions.lock_place import lock_path

GONE = "question-gone"


def files_of(paths: Sequence[str]) -> list[Found]:
    """The set files in `paths`; without any, those in ./questions or here, or else in the library.

    Raises QuizError for a path that does not exist or a folder without sets.
    """
    given = [Path(path) for path in paths]
    given = given or authored(Path())
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
    reports = [with_answers(report) for report in reports]
    if rules is None:
        return reports
    return [
        report._replace(findings=tuple(one for one in report.findings if one.rule in rules))
        for report in reports
    ]


def with_answers(report: SetReport) -> SetReport:
    """The report with the number of answers that hang on each question that is gone."""
    if all(one.rule != GONE for one in report.findings):
        return report
    from quiz.cli.authors.answers import answers_to_gone

    return report._replace(findings=tuple(answers_to_gone(one) for one in report.findings))


def advice(reports: Sequence[SetReport]) -> Iterator[str]:
    """What `quiz check --fix` would do for the author's own sets."""
    mends = sum(_is_mended(one) for report in reports for one in report.findings)
    if mends:
        yield f"`quiz check --fix` mends {mends} of these."
    bare = [report for report in reports if report.questions and _unlocked(Path(report.path))]
    if bare:
        what = "1 set has" if len(bare) == 1 else f"{len(bare)} sets have"
        yield (
            f"{what} no lock file; with the one that `quiz check --fix` writes, `quiz reanchor` "
            "follows documents that change."
        )


def _is_mended(one: Finding) -> bool:
    """Whether `quiz check --fix` does what a finding asks for."""
    return one.rule == "source-only-folded" or (
        one.rule == "missing-key" and one.message.endswith("needs `id`")
    )


def _unlocked(path: Path) -> bool:
    return not lock_path(path).exists() and not lies_below(path, shipped_questions())
