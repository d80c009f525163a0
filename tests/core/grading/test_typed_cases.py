"""A table of typed answers and the verdicts they deserve; it grows with every unjust one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quiz.core.grading.grading import Response, Verdict, grade, undecided
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.short_answer import ShortAnswer

FOLDER = Path(__file__).parent


class Case(NamedTuple):
    kind: str
    language: str
    key: str
    given: str
    wanted: str


def rows(table: Path) -> Iterator[list[str]]:
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            columns = [column.strip() for column in line.split(" | ")]
            yield [column.replace("<pipe>", "|") for column in columns]


def words(table: Path = FOLDER / "typed_cases.txt") -> Iterator[Case]:
    for kind, language, key, *columns in rows(table):
        for wanted, column in zip(("right", "near", "wrong"), columns, strict=True):
            for given in column.split(" ; ") if column != "-" else ():
                yield Case(kind, language.replace("-", ""), key, given, wanted)


WORDS = list(words())


def verdict(question: ShortAnswer | Numeric | Cloze, *given: str) -> str:
    """Right at once, left to the learner, or wrong."""
    if undecided(question, Response(given)):
        return "near"
    right = grade(question, Response(given)).verdict is Verdict.CORRECT
    return "right" if right else "wrong"


def by_key() -> list[list[Case]]:
    """The cases of one key together."""
    found: dict[tuple[str, str, str], list[Case]] = defaultdict(list)
    for case in WORDS:
        found[case.kind, case.language, case.key].append(case)
    return list(found.values())


@pytest.mark.parametrize("cases", by_key(), ids=lambda found: f"{found[0].kind}: {found[0].key}")
def test_a_typed_answer_gets_the_verdict_it_deserves(cases: list[Case]) -> None:
    key, language = cases[0].key, cases[0].language
    question = ShortAnswer(id="q", stem="?", answer=key, language=language)
    wanted = {case.given: case.wanted for case in cases}
    assert {given: verdict(question, given) for given in wanted} == wanted


def test_the_table_is_as_long_as_it_should_be() -> None:
    count = Counter(case.wanted for case in WORDS)
    assert sum(count.values()) >= 500
    assert min(count.values()) >= 100


def numbers() -> Iterator[tuple[str, str, str, str, str, bool]]:
    for columns in rows(FOLDER / "number_cases.txt"):
        language, tolerance, unit = ("" if columns[i] == "-" else columns[i] for i in (0, 2, 3))
        for column, counts in ((columns[4], True), (columns[5], False)):
            for given in column.split(" ; ") if column != "-" else ():
                yield language, columns[1], tolerance, unit, given, counts


@pytest.mark.parametrize(
    ("language", "key", "tolerance", "unit", "given", "counts"), list(numbers())
)
def test_a_typed_number_counts_when_it_is_the_same_quantity(
    language: str, key: str, tolerance: str, unit: str, given: str, counts: bool
) -> None:
    question = Numeric(
        id="q", stem="?", answer=key, tolerance=tolerance, unit=unit, language=language
    )
    assert verdict(question, given) == ("right" if counts else "wrong")
