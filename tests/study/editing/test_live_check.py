from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.checking.findings import Finding
from quiz.store.checking.checking import check_text
from quiz.store.library.found_files import Found
from quiz.study.editing.buffer import Edit, Point
from quiz.study.editing.live_check import LiveCheck
from quiz.study.editing.open_documents import OpenDocuments
from tests.effort import times
from tests.plain.nine_types import write_set

EDITS = times(1000, 120)


@pytest.fixture
def found(tmp_path: Path) -> Found:
    return Found(write_set(tmp_path / "set"), tmp_path / "set")


@pytest.fixture
def live(found: Found) -> LiveCheck:
    made = LiveCheck(found, found.path.read_text("utf-8"), OpenDocuments())
    made.check()
    return made


def whole(live: LiveCheck, *, alone: bool = False) -> list[Finding]:
    """What a check of the whole text finds, read from nothing."""
    return list(check_text(live.found, live.text, OpenDocuments(), alone=alone).report.findings)


def piece_of(live: LiveCheck, line: int) -> tuple[int, int, list[Finding]] | None:
    """The first and last line, from 1, of the question on a line, and what is found in it alone."""
    pieces = live._pieces
    if pieces is None:
        return None
    starts = pieces.starts()
    at = pieces.at(line, starts)
    piece = pieces.all[at]
    if piece.alone is None:
        return None
    said = [f._replace(line=f.line + starts[at]) for f in piece.alone]
    return starts[at] + 1, starts[at] + len(piece.lines), said


def edits(live: LiveCheck, seed: int) -> Iterator[Edit]:
    """Edits of chance: letters, marks of YAML, whole lines, taken out and put in."""
    chance = random.Random(seed)
    bits = [
        "a",
        " ",
        "'",
        '"',
        ":",
        "- ",
        "#",
        "\n",
        "{",
        "x y",
        "\n    hint: so",
        "…",
        "👍",
        "|",
        "",
    ]
    for _ in range(EDITS):
        line = chance.randrange(len(live.lines))
        size = len(live.lines[line])
        start = chance.randint(0, size)
        end = Point(line, min(size, start + chance.choice([0, 0, 0, 1, 3])))
        if chance.random() < 0.1:
            last = min(len(live.lines) - 1, line + chance.choice([0, 1, 2]))
            end = Point(last, len(live.lines[last]))
        yield Edit(Point(line, start), end, chance.choice(bits))


def key(finding: Finding) -> tuple[object, ...]:
    return finding.line, finding.column, finding.rule, finding.message, finding.hint


def test_after_any_edits_the_findings_are_those_of_a_check_from_nothing(live: LiveCheck) -> None:
    before = list(live.lines)
    exact = 0
    for number, edit in enumerate(edits(live, seed=3)):
        live.edit(edit)
        told = piece_of(live, edit.start.line)
        if live.exact and told is not None:
            first, last, said = told
            wanted = [key(f) for f in whole(live, alone=True) if first <= f.line <= last]
            assert sorted(map(key, said), key=repr) == sorted(wanted, key=repr), edit
            exact += 1
        if number % 4 == 3:
            live.check()
            assert list(map(key, live.findings())) == list(map(key, whole(live)))
        if live._shown is not None or number % 20 == 19:
            live.replace("\n".join(before))
            live.check()
    assert exact > EDITS / 10


def test_what_is_said_about_all_questions_moves_with_the_text(live: LiveCheck) -> None:
    over = [f for f in whole(live) if f not in whole(live, alone=True) and f.related]
    assert over, "nothing to see"
    at = live.lines.index("    stem: What does yeast make of sugar?")
    live.edit(Edit(Point(at, 0), Point(at, 0), "    # one\n    # two\n"))
    wanted = {key(f) for f in whole(live)}
    assert {key(f) for f in live.findings() if f.related} <= wanted
    places = {(r.line, r.message) for f in live.findings() for r in f.related if "yaml" in r.path}
    assert places == {
        (r.line, r.message) for f in whole(live) for r in f.related if "yaml" in r.path
    }


def test_a_result_for_an_older_text_is_not_taken(live: LiveCheck) -> None:
    old = live.snapshot()
    checked = live.run(old)
    live.edit(Edit(Point(0, 0), Point(0, 0), "# new\n"))
    assert not live.accept(old, checked)


def test_a_question_with_an_open_quote_does_not_take_its_neighbours_along(live: LiveCheck) -> None:
    at = live.lines.index("    stem: Gas is held by salt.")
    before = {f.line for f in live.findings() if f.line < at}
    live.edit(Edit(Point(at, 10), Point(at, 10), '"'))
    assert not live.exact
    assert {f.line for f in live.findings() if f.line < at} == before
    live.check()
    live.edit(Edit(Point(at, 10), Point(at, 11), ""))
    live.check()
    assert list(map(key, live.findings())) == list(map(key, whole(live)))
