from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.checking.explained.example import DOCUMENT, files_of
from quiz.core.checking.explained.explained import explained
from quiz.core.checking.registry import RULES
from quiz.store.checking.cache import CheckCache
from quiz.store.checking.run import check_sets
from quiz.store.library.found_files import Found

ONLY_COUNTED = {"too-many"}
BESIDE_A_LOCK = {"answer-left-source", "question-gone"}


def rules_found(folder: Path, example: str) -> list[str]:
    (folder / "documents").mkdir()
    (folder / "documents" / "water.txt").write_text(DOCUMENT, "utf-8")
    files = []
    for number, text in enumerate(files_of(example)):
        files.append(Found(folder / f"{number}.yaml", folder))
        files[-1].path.write_text(text, "utf-8")
    reports = check_sets(files, CheckCache(None))
    return [finding.rule for report in reports for finding in report.findings]


@pytest.mark.parametrize("name", sorted(RULES.keys() - ONLY_COUNTED - BESIDE_A_LOCK))
def test_the_bad_example_breaks_its_rule_and_the_good_one_does_not(
    name: str, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad", tmp_path / "good"
    bad.mkdir()
    good.mkdir()
    said = explained(name)
    assert name in rules_found(bad, said.bad)
    found = rules_found(good, said.good)
    assert name not in found
    assert not [rule for rule in found if RULES[rule].level == "error"]


@pytest.mark.parametrize("name", sorted(RULES.keys() - ONLY_COUNTED - BESIDE_A_LOCK))
def test_the_bad_example_breaks_no_other_rule_that_warns(name: str, tmp_path: Path) -> None:
    found = set(rules_found(tmp_path, explained(name).bad))
    beside = {"source-not-found"} if name == "long-passage" else set()  # the document is short
    assert {rule for rule in found if RULES[rule].level != "info"} <= {name} | beside


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_explained(name: str) -> None:
    assert explained(name).why.endswith((".", ")."))
    assert not RULES[name].summary.endswith(".")
