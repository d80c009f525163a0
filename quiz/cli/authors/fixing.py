"""`quiz check --fix`: mend the author's own sets and say what was mended."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.cli.authors.answers import answers_here
from quiz.cli.common.output import complain, warn
from quiz.cli.revisions.reanchoring import own_files
from quiz.store.checking.fixing import Fix, fix_set


def fix_sets(paths: Sequence[str]) -> int:
    """Mend the sets in `paths`, else in ./questions, else the author's own; how much was mended.

    What was done goes to standard error, so that a report on standard output stays one. Raises
    QuizError for a path that is not there.
    """
    count = 0
    for file in own_files(paths):
        fixed = fix_set(file.path, file.root, answers_here)
        for fix in fixed.changes:
            warn(_line(fix))
        for problem in fixed.problems:
            complain(problem)
        count += len(fixed.changes)
    return count


def _line(fix: Fix) -> str:
    where = f"{fix.path}:{fix.line}:{fix.column}" if fix.rule != "lock" else fix.path
    return f"{where}: fixed[{fix.rule}] {fix.message}"
