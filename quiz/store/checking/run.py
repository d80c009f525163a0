"""Check several files: what is known from the last time is not looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quiz.core.checking.report import SetReport
from quiz.core.checking.rules.across_sets import with_rivals
from quiz.store.checking.cache import CheckCache, digest_of
from quiz.store.checking.together import with_giveaways
from quiz.store.library.found_files import Found

if TYPE_CHECKING:
    from quiz.core.checking.rules.told import Told
    from quiz.store.checking.checking import Checked


def check_sets(files: Iterable[Found], cache: CheckCache) -> list[SetReport]:
    """A report for each file, in order; raises QuizError when YAML cannot be read at all."""
    listed = list(files)
    beside = Counter(found.path.parent for found in listed)
    told: dict[str, Told] = {}
    reports: list[SetReport] = []
    for found in listed:
        known = cache.find(found)
        if known is None:
            checked = _fresh(found, cache)
            known = checked.report
            if beside[found.path.parent] > 1:
                told[known.path] = checked.told
            del checked  # its tree, before the next one is read
        reports.append(known)
    return with_rivals(with_giveaways(reports, told, cache))


def _fresh(found: Found, cache: CheckCache) -> Checked:
    from quiz.store.sets.reading import no_collection

    with no_collection():  # until the tree is gone again
        return _checked(found, cache)


def _checked(found: Found, cache: CheckCache) -> Checked:
    from quiz.store.checking.checking import check_file
    from quiz.store.revisions.lock_place import lock_path

    checked = check_file(found, digesting=cache.folder is not None)
    if checked.complete:
        lock = lock_path(found.path)
        digests = {**checked.digests, str(lock): digest_of(lock, found.root)}
        cache.store(found, checked.report, checked.file.content, digests)
    return checked
