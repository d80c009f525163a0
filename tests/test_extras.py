from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quiz.extras import NEEDS, install

TOP = Path(__file__).parent.parent


def test_what_is_named_when_it_is_missing_is_what_the_package_declares() -> None:
    declared = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    extras = declared["optional-dependencies"]
    found = {name: tuple(one.split(";")[0] for one in every) for name, every in extras.items()}
    assert found == NEEDS


@pytest.mark.parametrize("extra", NEEDS)
def test_no_package_is_named_that_is_not_on_the_index(extra: str) -> None:
    assert "citequiz" not in install(extra)


def test_no_page_names_a_package_of_that_name() -> None:
    pages = [*TOP.glob("*.md"), *(TOP / "docs").glob("*.md")]
    assert [page.name for page in pages if "citequiz[" in page.read_text("utf-8")] == []
