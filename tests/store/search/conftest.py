from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.store.files.home import Places, places
from quiz.store.search.index import SearchIndex
from tests.plain.nine_types import write_set
from tests.store.library.test_cache import age
from tests.store.searching import document


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return places({"QUIZ_HOME": str(tmp_path / "home")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = write_set(tmp_path / "sets")
    age(path)
    age(document(path))
    return path


@pytest.fixture
def index(where: Places) -> Iterator[SearchIndex]:
    index = SearchIndex(where.cache)
    yield index
    index.close()
