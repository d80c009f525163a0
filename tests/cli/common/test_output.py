from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from quiz.cli.common.failing import guarded
from quiz.cli.common.output import complain, report, say, say_json, table, warn
from quiz.core.text.signs.columns import columns
from quiz.errors import HistoryError, QuizError, SetError

HOSTILE = "\x1b[2J\u202e\x9b"


@pytest.mark.parametrize(
    "print_it",
    [
        lambda: say(HOSTILE),
        lambda: warn(HOSTILE),
        lambda: say_json({HOSTILE: HOSTILE}),
        lambda: complain(QuizError(HOSTILE, path=HOSTILE, hint=HOSTILE)),
        lambda: report(QuizError(HOSTILE, path=HOSTILE, hint=HOSTILE)),
    ],
)
def test_nothing_printed_can_control_the_terminal(
    print_it: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    print_it()
    printed = "".join(capsys.readouterr())
    assert "‹U+202E›" in printed or "\\u202e" in printed
    assert not set(printed) & set(HOSTILE.replace("[2J", ""))


def test_columns_line_up_where_letters_are_wide_or_have_no_width() -> None:
    rows = [("漢字", "1"), ("e\u0301", "22"), ("a\nb", "3")]
    lines = list(table(("id", "n"), rows, "lr"))
    assert lines == ["id     n", "漢字   1", "e\u0301     22", "a b    3"]
    assert len({columns(line) for line in lines}) == 1


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (QuizError("no", hint="do this"), 2, "quiz: no\n      do this\n"),
        (SetError("no", path="a.yaml", line=3, column=5), 2, "quiz: a.yaml:3:5: no\n"),
        (HistoryError("damaged", path="h"), 1, "quiz: h: damaged\n"),
        (KeyboardInterrupt(), 130, "\n"),
    ],
)
def test_every_failure_has_its_words_and_status(
    error: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise error

    assert guarded(fail) == status
    assert capsys.readouterr().err == said


def test_a_mistake_of_the_program_is_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> int:
        return int("x")

    assert guarded(fail) == 1
    assert "inside Citequiz: ValueError" in capsys.readouterr().err
    monkeypatch.setenv("QUIZ_DEBUG", "1")
    with pytest.raises(ValueError, match="invalid literal"):
        guarded(fail)


def test_guarding_leaves_the_streams_usable(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(lambda: 0) == 0
    print("fine", file=sys.stdout)
    assert capsys.readouterr().out == "fine\n"
