"""The question sets that come with the program hold to what the project asks of every set."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.documents.coverage import State
from quiz.core.grounding.locate import locate
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.store.checking.cache import CheckCache
from quiz.store.checking.run import check_sets
from quiz.store.files.home import places
from quiz.store.library.found_files import Found
from quiz.store.library.library import Library
from quiz.store.sets.type_fields import TYPES as KINDS
from quiz.study.reading.coverage import document_coverage
from tests import TOP

QUESTIONS = TOP / "questions"
FILES = sorted((QUESTIONS / "mesotherapy").glob("*.yaml"))
DOCUMENTS = {
    "electronic-mesotherapy.txt": (
        "c5496ebd1d6f2b510bff36fa17f6ad78ae576b15115ec71f690a0261f7447eec"
    ),
    "mesotherapy-in-dermatology.txt": (
        "4b8fdbc6483b5deb534a5f617d192cd8dd7c48f7d687c3dd2c11a0f2ae2c2daf"
    ),
}
RECOGNISED = (SingleChoice, MultipleChoice, TrueFalse)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    home = tmp_path_factory.mktemp("home")
    with Library.open([QUESTIONS], places=places({"QUIZ_HOME": str(home)})) as opened:
        yield opened


def test_all_sets_are_sound(library: Library) -> None:
    assert [str(p) for entry in library.sets for p in entry.problems] == []
    assert {entry.id for entry in library.sets} == {
        "electronic-mesotherapy",
        "mesotherapy-in-dermatology",
        "comparing-the-two",
    }


def test_the_check_finds_nothing() -> None:
    reports = check_sets([Found(path, QUESTIONS) for path in FILES], CheckCache(None))
    found = [
        f"{report.path}: {finding.rule}: {finding.message}"
        for report in reports
        for finding in report.findings
    ]
    assert found == []
    assert 80 <= sum(report.questions for report in reports) <= 116


def test_every_source_stands_verbatim_and_once(library: Library) -> None:
    lost = []
    for entry in library.sets:
        for question in library.question_set(entry.id).questions:
            wrong = getattr(question, "distractors", ())
            refuting = [s for d in wrong if not isinstance(d, str) for s in d.sources]
            for source in (*question.sources, *question.disputed_by, *refuting):
                text = library.document(entry.id, source.document).text
                if not locate(text, source.exact, source.prefix, source.suffix).grounded:
                    lost.append((question.id, source.exact))
    assert lost == []


def test_every_sentence_is_asked_or_left_out_with_a_reason(library: Library) -> None:
    covered = document_coverage(library, library.sets)
    never = [
        found.document.quote(sentence.passage)
        for found in covered
        for sentence in found.sentences
        if sentence.state is State.NEVER
    ]
    assert never == []
    assert len(covered) == 2


def test_all_nine_types_are_there_and_some_answers_are_disputed(library: Library) -> None:
    questions = [q for e in library.sets for q in library.question_set(e.id).questions]
    assert {question.type for question in questions} == set(KINDS)
    assert sum(bool(question.disputed_by) for question in questions) >= 2


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_at_least_three_in_five_answers_are_produced(library: Library, path: Path) -> None:
    questions = library.question_set(path.stem).questions
    produced = sum(not isinstance(question, RECOGNISED) for question in questions)
    assert produced / len(questions) >= 0.60


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_wrong_option_has_a_reason_and_every_answer_an_explanation(
    library: Library, path: Path
) -> None:
    for question in library.question_set(path.stem).questions:
        assert question.explanation, question.id
        if isinstance(question, SingleChoice | MultipleChoice):
            assert all(distractor.feedback for distractor in question.distractors), question.id


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_are_shipped_byte_for_byte(name: str) -> None:
    found = (QUESTIONS / "mesotherapy" / "documents" / name).read_bytes()
    assert hashlib.sha256(found).hexdigest() == DOCUMENTS[name]
    given = TOP.parent / "shared" / "documents" / name
    if given.exists():
        assert found == given.read_bytes()


def test_no_document_is_only_a_part_of_the_sets(library: Library) -> None:
    used = Counter(path for entry in library.sets for path in entry.documents.values())
    assert set(used) == {f"documents/{name}" for name in DOCUMENTS}
