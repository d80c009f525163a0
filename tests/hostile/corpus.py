"""All hostile files: a table of what each must get."""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile.bombs import BOMBS, LARGE
from tests.hostile.case import Case
from tests.hostile.paths import DOCUMENTS, SETS
from tests.hostile.texts import TEXTS

GROUPS: Mapping[str, list[Case]] = {
    "bombs": BOMBS,
    "texts": TEXTS,
    "sets": SETS,
    "documents": DOCUMENTS,
    "large": LARGE,
}
CORPUS = {f"{group}: {case.name}": case for group, cases in GROUPS.items() for case in cases}
QUICK = {name: case for name, case in CORPUS.items() if case not in LARGE}
