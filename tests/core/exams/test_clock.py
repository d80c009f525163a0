"""The exam's clock against two others: one that people set, and one that nobody sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.exams.clock import ExamClock, ExamMark, crossed, remaining_ms
from tests.effort import examples

MINUTE = 60_000
HOUR = 60 * MINUTE
START = 1_774_000_000_000


@dataclass
class Life:
    """An exam's life in a world with a wall clock that can be set; times in minutes."""

    wall: int = START
    steady: int = 5_000
    real: int = 0
    mark: ExamMark = ExamMark(0, START)
    clock: ExamClock | None = None
    seen: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        self.clock = ExamClock.reopened(self.mark, self.wall, self.steady)
        self.look()

    def look(self) -> None:
        """Read the clock and keep it, as every answer does."""
        assert self.clock is not None
        self.clock = self.clock.read(self.wall, self.steady)
        self.mark = self.clock.mark(0)
        self.seen.append(self.clock.elapsed_ms)

    def kill(self) -> None:
        self.clock = None

    def run(self, step: str, minutes: int) -> None:
        """`pass`: time goes by; `set`: the wall clock is set; `kill`, `open` and `look`."""
        if step == "pass":
            self.wall += minutes * MINUTE
            self.steady += minutes * MINUTE
            self.real += minutes * MINUTE
        elif step == "set":
            self.wall += minutes * MINUTE
        elif step == "boot":
            self.steady = 0
        elif step == "open" and self.clock is not None:
            self.look()
        elif step == "look" and self.clock is None:
            self.open()
        else:
            getattr(self, step)()


def minutes_gone(steps: str) -> float:
    """Minutes on the exam's clock after steps such as `pass 5, set -60, kill`."""
    life = Life()
    for step in steps.split(", "):
        name, _, minutes = step.partition(" ")
        life.run(name, int(minutes or 0))
    life.run("look", 0)
    assert life.seen == sorted(life.seen), "elapsed time went down"
    assert min(life.seen) >= 0
    return life.seen[-1] / MINUTE


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("look", 0),
        ("pass 5", 5),
        ("pass 5, look, pass 5", 10),
        # closed: the clock goes on
        ("pass 5, look, kill, pass 20, open", 25),
        ("pass 5, look, kill, pass 20, boot, open, pass 1", 26),
        ("pass 5, look, kill, pass 20, open, pass 1, look, kill, pass 3, open", 29),
        # killed between two looks: what passed since the last one counts all the same
        ("pass 5, look, pass 7, kill, pass 1, open", 13),
        # set while the program runs: nothing changes, in either direction
        ("pass 5, set 60, pass 5", 10),
        ("pass 5, set -60, pass 5", 10),
        ("pass 5, look, set -60, look, pass 5, set 60, look", 10),
        # set forward while it is closed: nobody can tell it from time that passed
        ("pass 5, look, kill, set 60, open", 65),
        # set back while it is closed: no time is added, and what comes later counts
        ("pass 5, look, kill, set -60, open", 5),
        ("pass 5, look, kill, pass 10, set -60, open, pass 5", 10),
        # set back and put right later: the hidden time comes back with the right hour
        ("pass 5, look, kill, pass 10, set -60, open, look, kill, set 60, open", 15),
        # set back while running, then closed: counted from the hour it shows now
        ("pass 5, set -60, look, kill, pass 10, open", 15),
    ],
)
def test_what_is_gone_after_each_kind_of_day(steps: str, expected: float) -> None:
    assert minutes_gone(steps) == expected


STEPS = st.one_of(
    st.tuples(st.just("pass"), st.integers(0, 90)),
    st.tuples(st.just("set"), st.integers(-180, 180)),
    st.tuples(st.sampled_from(["look", "kill", "open", "boot"]), st.just(0)),
)


def steps_of(life: Life, steps: list[tuple[str, int]]) -> None:
    for name, minutes in steps:
        # a machine starts anew only with the program closed
        if name != "boot" or life.clock is None:
            life.run(name, minutes)
    life.run("look", 0)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(STEPS, max_size=25))
def test_elapsed_time_never_goes_down_and_is_never_negative(steps: list[tuple[str, int]]) -> None:
    life = Life()
    steps_of(life, steps)
    assert life.seen == sorted(life.seen)
    assert life.seen[0] >= 0


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(STEPS.filter(lambda step: step[0] != "set"), max_size=25))
def test_with_a_clock_nobody_sets_all_real_time_counts(steps: list[tuple[str, int]]) -> None:
    life = Life()
    steps_of(life, steps)
    assert life.seen[-1] == life.real


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(STEPS.filter(lambda step: step[0] not in ("kill", "boot")), max_size=25))
def test_setting_the_clock_of_a_running_program_changes_nothing(
    steps: list[tuple[str, int]],
) -> None:
    life = Life()
    steps_of(life, steps)
    assert life.seen[-1] == life.real


@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(STEPS.filter(lambda step: step[0] != "set" or step[1] <= 0), max_size=25),
    st.integers(1, 240),
)
def test_a_clock_set_back_never_gives_time_back(steps: list[tuple[str, int]], limit: int) -> None:
    life = Life()
    steps_of(life, steps)
    left = [remaining_ms(elapsed, limit) for elapsed in life.seen]
    assert left == sorted(left, reverse=True)
    assert min(left) >= 0
    assert life.seen[-1] <= life.real


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (11, 10, 10),
        (10, 9, None),
        (10.01, 9.99, 10),
        (6, 5, 5),
        (1.5, 0.9, 1),
        (1, 0.5, None),
        (30, 29, None),
        (30, 4, 5),
        (30, 0, 1),
        (0, 0, None),
    ],
)
def test_a_warning_comes_when_its_minute_is_crossed(
    before: float, after: float, expected: int | None
) -> None:
    assert crossed(int(before * MINUTE), int(after * MINUTE)) == expected


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.integers(0, 4 * HOUR), min_size=2, max_size=40), st.integers(0, 4 * HOUR))
def test_each_warning_comes_once_at_most(looks: list[int], first: int) -> None:
    left = [first, *sorted((min(look, first) for look in looks), reverse=True)]
    given_ = [crossed(a, b) for a, b in pairwise(left)]
    warned = [minutes for minutes in given_ if minutes is not None]
    assert warned == sorted(set(warned), reverse=True)


def test_looked_at_each_second_all_three_warnings_come() -> None:
    left = range(12 * MINUTE, -1, -1000)
    found = [crossed(a, b) for a, b in pairwise(left)]
    assert [minutes for minutes in found if minutes] == [10, 5, 1]
