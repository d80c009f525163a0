"""Answers that another set of the folder tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.checking.findings import Finding
from quiz.store.checking import together
from quiz.store.checking.cache import CHECKER, CheckCache
from quiz.store.checking.run import check_sets
from quiz.store.library.found_files import Found
from tests.store.checking_sets import folder_with

RULE, UNUSED = "answer-elsewhere", "unused-ignore"
SET = """\
id: {id}
title: The sea
documents:
  sea: documents/sea.txt
questions:
  - id: q
    type: short-answer
    stem: {stem}
    answer: {answer}
    explanation: {explanation}
    sources:
      - {{document: sea, exact: One whale sings.}}
"""
WHO = SET.format(
    id="who",
    stem="Who discovered the splitting of uranium atoms?",
    answer="Otto Hahn",
    explanation="He did it in Berlin.",
)
TELLS = "The splitting of uranium by Otto Hahn surprised everybody."
WHAT = SET.format(id="what", stem="What is it?", answer="a surprise", explanation=TELLS)
OTHER = WHAT.replace("Otto", "Emil")


@pytest.fixture
def cache(tmp_path: Path) -> CheckCache:
    return CheckCache(tmp_path / "cache")


def found_in(folder: Path, cache: CheckCache, **sets: str) -> dict[str, list[Finding]]:
    """The findings of the rule, and of comments without use, by the name of the file."""
    files = []
    for name, text in sets.items():
        path = folder_with(folder) / f"{name}.yaml"
        path.write_text(text, "utf-8")
        files.append(Found(path, folder))
    return {
        Path(report.path).stem: [one for one in report.findings if one.rule in (RULE, UNUSED)]
        for report in check_sets(files, cache)
    }


def test_another_set_tells_an_answer_with_both_places(tmp_path: Path, cache: CheckCache) -> None:
    for _ in range(2):  # fresh, then from the cache
        found = found_in(tmp_path, cache, who=WHO, what=WHAT)
        (one,) = found["who"]
        assert found["what"] == []
        assert (one.rule, one.line, one.column) == (RULE, 9, 13)
        assert (one.set, one.question) == ("who", "q")
        assert one.message == "'what/q' tells this answer: 'Otto Hahn'"
        (place,) = one.related
        assert place == (str(tmp_path / "what.yaml"), 10, 18, "it stands here")


def test_what_is_known_is_not_looked_for_again(
    tmp_path: Path, cache: CheckCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = found_in(tmp_path, cache, who=WHO, what=WHAT)
    monkeypatch.setattr(together, "_hear", None)
    assert found_in(tmp_path, cache, who=WHO, what=WHAT) == first


def test_a_change_of_one_set_is_heard_in_the_other(tmp_path: Path, cache: CheckCache) -> None:
    assert found_in(tmp_path, cache, who=WHO, what=OTHER)["who"] == []
    assert len(found_in(tmp_path, cache, who=WHO, what=WHAT)["who"]) == 1
    assert found_in(tmp_path, cache, who=WHO, what=OTHER)["who"] == []


@pytest.mark.parametrize("damage", ['{"checker": 1}', "[]", "", '{"checker": "%s", "value": [1]}'])
def test_damage_in_what_was_kept_is_as_good_as_nothing(
    tmp_path: Path, cache: CheckCache, damage: str
) -> None:
    first = found_in(tmp_path, cache, who=WHO, what=WHAT)
    assert cache.folder is not None
    for kept in cache.folder.iterdir():
        kept.write_text(damage.replace("%s", CHECKER), "utf-8")
    assert found_in(tmp_path, cache, who=WHO, what=WHAT) == first


def test_a_comment_silences_what_another_set_tells_and_is_of_use(
    tmp_path: Path, cache: CheckCache
) -> None:
    silent = WHO.replace("Otto Hahn", f"Otto Hahn  # quiz: ignore[{RULE}] on purpose")
    for _ in range(2):
        assert found_in(tmp_path, cache, who=silent, what=WHAT)["who"] == []
    (one,) = found_in(tmp_path, cache, who=silent, what=OTHER)["who"]
    assert one.rule == UNUSED


@pytest.mark.parametrize(
    ("who", "what"),
    [
        (WHO, OTHER),
        (WHO, WHAT.replace("id: what", "id: who")),  # a rival, and one of the two will go
        (WHO, WHO.replace("id: who", "id: what")),  # the same question again, on purpose
    ],
)
def test_other_words_and_the_question_again_tell_nothing(
    tmp_path: Path, cache: CheckCache, who: str, what: str
) -> None:
    assert found_in(tmp_path, cache, who=who, what=what)["who"] == []


def test_sets_of_other_folders_tell_nothing(tmp_path: Path, cache: CheckCache) -> None:
    files = []
    for name, text in (("who", WHO), ("what", WHAT)):
        (tmp_path / name).mkdir()
        path = folder_with(tmp_path / name) / f"{name}.yaml"
        path.write_text(text, "utf-8")
        files.append(Found(path, tmp_path / name))
    reports = check_sets(files, cache)
    assert RULE not in [one.rule for report in reports for one in report.findings]
