"""What the first question loads: everything on the way to it delays it, at every start."""

from __future__ import annotations

import dataclasses
import os
import re
from importlib import import_module

import pytest

from tests.plain.nine_types import write_set
from tests.tui.terminal import Terminal

STEM = "What does yeast make?"
LOADED = re.compile(r"import time: +\d+ \| +\d+ \| +([\w.]+)")
CHOICE = f"""
id: bread
title: Bread
documents:
  bread: documents/bread.txt
questions:
  - id: gas
    type: single-choice
    stem: {STEM}
    answer: gas
    distractors: [water, flour]
    explanation: It turns sugar into it.
    sources:
      - document: bread
        exact: Yeast turns sugar into gas.
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The modules loaded when `quiz study` has painted a first question, one with options."""
    folder = tmp_path_factory.mktemp("start")
    path = write_set(folder, CHOICE)
    os.utime(path, (1, 1))  # a file just written is not known again by its time
    args = ("study", str(path), "--fresh")
    for _ in range(2):  # the first start reads the file and fills the cache
        with Terminal(*args, home=folder, program=("-X", "importtime", "-m", "quiz")) as terminal:
            terminal.wait_for(STEM)
            names = frozenset(LOADED.findall(terminal.words.partition(STEM)[0]))
    assert "quiz.tui.screens.session.screen" in names
    return names


def test_the_first_question_waits_for_no_parser_and_no_digest(loaded: frozenset[str]) -> None:
    parsers = {"yaml", "markdown_it", "mdit_py_plugins", "pygments.lexers"}
    assert not {*parsers, "rapidfuzz", "hashlib"} & loaded


@pytest.mark.parametrize(
    "module",
    [
        *(
            "quiz.core.text.normal_form",
            "quiz.core.grading.numbers",
            "quiz.core.grading.typed_answers",
        ),  # what is typed
        *(
            "quiz.core.text.unsafe",
            "quiz.core.documents.markdown",
            "quiz.core.documents.layout",
            "quiz.core.documents.spellings",
            "quiz.core.rendering.markdown",
            "quiz.core.rendering.pages",
            "quiz.store.library.pages",
            "quiz.core.text.derived",
            "quiz.core.grounding.nearest",
        ),  # rare documents
        *("quiz.store.sets.reading", "quiz.store.sets.fields", "quiz.store.settings.file"),
        *("quiz.core.memory.rates", "quiz.core.memory.figures", "quiz.core.exams.clock"),
        *("quiz.study.today.upcoming", "quiz.study.reading.coverage", "quiz.study.exams.exam"),
        *(
            "quiz.tui.screens.home.screen",
            "quiz.tui.screens.reader.screen",
            "quiz.tui.screens.session.summary",
        ),
        *("quiz.tui.widgets.typed_pad", "quiz.plain", "quiz.formats"),
    ],
)
def test_the_first_question_does_not_load_what_it_does_not_show(
    module: str, loaded: frozenset[str]
) -> None:
    assert import_module(module)
    assert module not in loaded


def test_values_on_the_way_to_the_first_question_are_cheap_to_define(
    loaded: frozenset[str],
) -> None:
    defined = {
        f"{name}.{value.__name__}"
        for name in loaded
        if name.startswith("quiz.")
        for value in vars(import_module(name)).values()
        if isinstance(value, type) and value.__module__ == name and dataclasses.is_dataclass(value)
    }
    # a dataclass costs as much as five NamedTuples or ten Values
    assert defined == {"quiz.core.text.passages.Passage", "quiz.core.documents.document.Document"}
