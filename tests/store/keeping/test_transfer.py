"""Exports of histories, and their union."""

from __future__ import annotations

import json
import random
import tempfile
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.records import (
    BOOKMARK,
    GONE,
    NOTE,
    Flag,
    Note,
    SavedSelection,
    SessionRecord,
    Suspension,
)
from quiz.core.memory.scheduling import Rating
from quiz.errors import HistoryError
from quiz.store.history.history import History
from quiz.store.history.uids import new_uid
from quiz.store.keeping.transfer import MAX_EMPTY, MAX_LINE, Merged, export, lines_of, merge
from tests.effort import times
from tests.store.reviewing import DAY, NOW, give, hasty, opened, review

_number = count()


def session(uid: str) -> SessionRecord:
    return SessionRecord(
        uid=uid, kind="study", started_ms=NOW, day=DAY, title="Ünïcode", seed=2**70, plan=("s/1",)
    )


def studied(path: Path, seed: int) -> list[str]:
    """The export of a random history: answers, some taken back, sessions, flags."""
    chance = random.Random(seed)
    with hasty(path) as history:
        for day in range(DAY, DAY + chance.randint(0, 3)):
            uid = f"session-{seed}-{day}"
            history.begin(session(uid))
            for _ in range(chance.randint(0, 6)):
                given = review(
                    f"set/{chance.randint(1, 4)}",
                    chance.choice(list(Rating)),
                    day,
                    uid=new_uid(NOW + next(_number)),
                    session=uid,
                )
                give(history, given)
                if chance.random() < 0.2:
                    history.undo(given.uid, NOW)
            if chance.random() < 0.8:
                history.finish(uid, NOW + day)
        if chance.random() < 0.5:
            history.flag(Flag(uid=f"flag-{seed}", at_ms=NOW, question="set/1", comment="why?"))
        for at in range(chance.randint(0, 6)):
            own(history, chance, at)
        return list(export(history))


def own(history: History, chance: random.Random, at: int) -> None:
    """Set something aside, write a note, save a choice: often the same ones, at any moment."""
    moment = NOW + chance.randint(0, 3)
    history.suspend(Suspension(f"set/{chance.randint(1, 2)}", moment, chance.choice([0, DAY])))
    kind, text = chance.choice([(NOTE, "one"), (NOTE, "two"), (BOOKMARK, ""), (GONE, "")])
    history.keep_note(Note(f"note-{at % 2}", moment, kind, "set/1", text=text))
    wish = chance.choice(["", "{}", '{"tags": ["a"]}'])
    history.keep_selection(SavedSelection(f"choice-{at % 2}", moment, "mine", wish))


def union(path: Path, exports: list[list[str]]) -> tuple[list[str], dict[str, object]]:
    with hasty(path) as history:
        for lines in exports:
            merge(history, lines, "an export")
        assert history.verify() == []
        return list(export(history)), dict(history.memories())


@settings(max_examples=times(25, 8), deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 3), st.randoms(use_true_random=False))
def test_any_number_of_exports_in_any_order_and_any_number_of_times_give_the_same_history(
    seed: int, copies: int, chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exports = [studied(folder / f"{i}.sqlite", seed + i) for i in range(3)]
        expected = union(folder / "once.sqlite", exports)
        again = exports * copies
        chance.shuffle(again)
        assert union(folder / "again.sqlite", again) == expected
        assert union(folder / "nested.sqlite", [expected[0], *again]) == expected


def test_what_was_exported_is_what_is_merged(tmp_path: Path) -> None:
    lines = studied(tmp_path / "a.sqlite", 11)
    with opened(tmp_path / "a.sqlite") as old, opened(tmp_path / "b.sqlite") as new:
        found = merge(new, lines, "an export")
        assert list(new.reviews()) == sorted(old.reviews(), key=lambda r: (r.at_ms, r.uid))
        assert new.memories().keys() == old.memories().keys()
        assert new.flags() == old.flags()
        assert found.reviews > 0
        assert merge(new, lines, "an export") == Merged()


def test_reviews_of_two_machines_are_taken_in_the_order_they_were_given(tmp_path: Path) -> None:
    first, second = review(rating=Rating.GOOD, day=DAY), review(rating=Rating.AGAIN, day=DAY + 5)
    with opened(tmp_path / "late.sqlite") as late, opened(tmp_path / "early.sqlite") as early:
        give(late, second)
        give(early, first)
        merge(late, export(early), "early")
        (found,) = late.memories().values()
        assert [r.uid for r in late.reviews()] == [first.uid, second.uid]
        assert found.memory.reviews == 2
        assert found.memory.last is Rating.AGAIN
        assert found.memory.day == DAY + 5


def test_the_log_is_append_only_again_after_merging(tmp_path: Path) -> None:
    lines = studied(tmp_path / "a.sqlite", 11)
    with opened(tmp_path / "b.sqlite") as history:
        merge(history, lines, "an export")
        with pytest.raises(Exception, match="append-only"):
            history._connection.execute("DELETE FROM reviews")


HEAD = '{"head":{"format":1,"kind":"citequiz-history"}}'


def changed(name: str, value: object) -> str:
    values = json.loads(reviewed())["review"] | {name: value}
    return json.dumps({"review": values})


def reviewed() -> str:
    with tempfile.TemporaryDirectory() as name, opened(Path(name) / "h.sqlite") as history:
        give(history, review())
        return next(line for line in export(history) if line.startswith('{"review"'))


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        ([], 1, "the file is empty"),
        (["a,b,c"], 1, "not a line of an export"),
        (["[1]"], 1, "not a line of an export"),
        (["[" * 50000], 1, "not a line of an export"),
        (['{"review":{}}'], 1, "not an export of a history"),
        (['{"head":{"format":9,"kind":"citequiz-history"}}'], 1, "has format 9, not 2"),
        ([HEAD, '{"recipe":{}}'], 2, "no kind of line 'recipe'"),
        ([HEAD, "", '{"flag":{"uid":1}}'], 3, "flag has no sound uid"),
        ([HEAD, '{"undone":{"review":"x","at_ms":true}}'], 2, "undone has no sound at_ms"),
        ([HEAD, changed("rating", 4)], 2, "its checksum fails"),
        ([HEAD, changed("scheduled", 1)], 2, "review has no sound scheduled"),
        ([HEAD, '{"undone":{"review":"x","at_ms":99999999999999999999}}'], 2, "no sound at_ms"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_nothing_is_changed(
    tmp_path: Path, lines: list[str], line: int, message: str
) -> None:
    with opened(tmp_path / "h.sqlite") as history:
        give(history, review())
        before = list(export(history))
        whole = [*lines[:1], reviewed(), *lines[1:]] if len(lines) == 3 else lines
        with pytest.raises(HistoryError, match=message) as caught:
            merge(history, whole, "old.jsonl")
        assert caught.value.path == "old.jsonl"
        assert caught.value.line == line + (len(lines) == 3)
        assert list(export(history)) == before


def test_an_unfinished_session_stays_where_it_is(tmp_path: Path) -> None:
    with opened(tmp_path / "a.sqlite") as old, opened(tmp_path / "b.sqlite") as new:
        old.begin(session("running"))
        merge(new, export(old), "an export")
        assert new.unfinished() is None
        old.finish("running", NOW)
        assert merge(new, export(old), "an export").sessions == 1


class Endless(BytesIO):
    """Bytes without end; `given` counts those that were asked for."""

    given = 0

    def readline(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert size > 0
        self.given += size
        return bytes(size)


def test_what_is_endless_is_refused_after_one_line() -> None:
    endless = Endless()
    with pytest.raises(HistoryError, match="longer than anything in an export"):
        lines_of(endless, "zero")
    assert endless.given == MAX_LINE + 1


def test_empty_lines_without_end_are_refused_and_a_few_are_none_of_a_matter() -> None:
    assert lines_of(BytesIO(b"{}\n\n\nx"), "few") == ["{}\n", "\n", "\n", "x"]
    with pytest.raises(HistoryError) as raised:
        lines_of(BytesIO(b"\n" * MAX_EMPTY * 2), "many")
    assert raised.value.line == MAX_EMPTY + 1


def test_a_flag_that_was_closed_stays_closed_when_an_older_export_is_merged(tmp_path: Path) -> None:
    remark = Flag(new_uid(NOW), NOW, "set/one", "see there", "/home/somebody/sets/one.yaml", 3)
    with opened(tmp_path / "a.sqlite") as history:
        history.flag(remark)
        older = list(export(history))
        history.unflag(remark.uid, NOW + 5)
        merge(history, older, "older.jsonl")
        assert history.flags() == []
        closed = list(export(history))
    with opened(tmp_path / "b.sqlite") as other:
        merge(other, older, "older.jsonl")
        assert len(other.flags()) == 1
        merge(other, closed, "closed.jsonl")
        assert other.flags() == []
        assert list(export(other)) == closed


def test_an_export_names_nobodys_home(tmp_path: Path) -> None:
    with opened(tmp_path / "a.sqlite") as history:
        history.flag(Flag(new_uid(NOW), NOW, "set/one", "so", "/home/somebody/sets/one.yaml", 3))
        history.flag(Flag(new_uid(NOW), NOW, "set/one", "so", "C:\\Users\\x\\sets\\one.yaml", 3))
        lines = list(export(history))
    assert sum('"path":"sets/one.yaml"' in line for line in lines) == 2
    with opened(tmp_path / "b.sqlite") as other:
        assert merge(other, lines, "export.jsonl").flags == 2
        assert list(export(other)) == lines
