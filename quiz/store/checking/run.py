"""Check several files: what is known from the last time is not looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.core.checking.report import SetReport
from quiz.core.checking.rules.across_sets import with_rivals
from quiz.store.checking.cache import CheckCache, digest_of
from quiz.store.library.found_files import Found


def check_sets(files: Iterable[Found], cache: CheckCache) -> list[SetReport]:
    """A report for each file, in order; raises QuizError when YAML cannot be read at all."""
    return with_rivals(_reports(files, cache))


def _reports(files: Iterable[Found], cache: CheckCache) -> Iterator[SetReport]:
    for found in files:
        yield cache.find(found) or _fresh(found, cache)


def _fresh(found: Found, cache: CheckCache) -> SetReport:
    from quiz.store.sets.reading import no_collection

    with no_collection():  # until the tree is gone again
        return _checked(found, cache)


def _checked(found: Found, cache: CheckCache) -> SetReport:
    from quiz.store.checking.checking import check_file
    from quiz.store.revisions.lock_place import lock_path

    checked = check_file(found, digesting=cache.folder is not None)
    if checked.complete:
        lock = lock_path(found.path)
        digests = {**checked.digests, str(lock): digest_of(lock, found.root)}
        cache.store(found, checked.report, checked.file.content, digests)
    return checked.report
