from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from quiz.errors import SettingsError
from quiz.store.settings.file import save
from quiz.store.settings.settings import CHOICES as KNOWN
from quiz.store.settings.settings import TABLES, Settings, load
from tests.effort import examples


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_without_a_file_the_defaults_count(path: Path) -> None:
    assert load(path) == (Settings(), [])
    assert not path.parent.exists()


def test_all_settings_are_read(path: Path) -> None:
    write(
        path,
        'theme = "nord"\nnew_per_day = 5\nsession_limit = 0\ndesired_retention = 0.85\n'
        'day_starts_at = 0\nmouse = false\n[keys]\nhint = "h"\n"go.on" = "n,space"\n',
    )
    keys = {"hint": "h", "go.on": "n,space"}
    assert load(path) == (Settings("nord", 5, 0, 0, 0.85, False, True, 0, False, keys=keys), [])


BAD = [
    ("new_per_day = -1\n", 1, "-1", "from 0 to 9999"),
    ("new_per_day = true\n", 1, "true", "from 0 to 9999"),
    ('new_per_day = "5"\n', 1, "'5'", "from 0 to 9999"),
    ("# x\n\nsession_limit = 1.5\n", 3, "1.5", "whole number"),
    ("desired_retention = 0.5\n", 1, "0.5", "0.70 to 0.99"),
    ("desired_retention = 1\n", 1, "1", "0.70 to 0.99"),
    ("desired_retention = nan\n", 1, "nan", "0.70 to 0.99"),
    ("day_starts_at = 24\n", 1, "24", "0 to 23"),
    ("mouse = 1\n", 1, "mouse", "true or false"),
    ("theme = 3\n", 1, "theme", "a text"),
    ("keys = 3\n", 1, "keys must be", "[keys]"),
    ("[keys]\na = 'x'\nhint = 3\n", 3, "'hint'", "a text"),
    ("[mouse]\nx = 1\n", 1, "mouse", "true or false"),
    ("minutes_per_day = 1441\n", 1, "1441", "from 0 to 1440"),
    ("certainty = 1\n", 1, "certainty", "true or false"),
    ("exam_dates = 3\n", 1, "exam_dates must be", "[exam_dates]"),
    ("[exam_dates]\nbread = 'soon'\n", 2, "of 'bread' cannot be 'soon'", "2031-05-17"),
    ("[exam_dates]\nbread = 2031-05-17T08:00:00\n", 2, "2031-05-17 08:00:00", "2031-05-17"),
    ("\nnew_per_dya = 5\n", 2, "'new_per_dya'", "'new_per_day'"),
    ("colour = 5\n", 1, "'colour'", "there are: theme"),
    ('"new.x" = 5\n', 1, "'new.x'", ""),
]


@pytest.mark.parametrize(("text", "line", "message", "hint"), BAD)
def test_a_bad_value_is_reported_with_its_line_and_the_default_counts(
    path: Path, text: str, line: int, message: str, hint: str
) -> None:
    found, errors = load(write(path, text))
    assert [(error.line, error.path) for error in errors] == [(line, str(path))]
    assert message in errors[0].message
    assert hint in (errors[0].hint or "")
    assert found._replace(keys={}) == Settings()


PLACES = [
    ("mouse =   7\n", (1, 11)),
    ("  new_per_dya = 5\n", (1, 3)),
    ("[keys]\n'session.hint' = 3\n", (2, 18)),
    ("[keys]\nsession.hint = 3\n", (2, 16)),
    ("[ exam_dates ]\nbread = 1\n", (2, 9)),
    ("# x\n  [mouse]\n", (2, 4)),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_what_is_wrong_is_named_with_line_and_column(
    path: Path, text: str, place: tuple[int, int]
) -> None:
    (error,) = load(write(path, text))[1]
    assert (error.line, error.column) == place
    assert f"settings.toml:{place[0]}:{place[1]}" in error.place


def test_an_exam_date_may_be_a_date_or_a_text(path: Path) -> None:
    write(path, "[exam_dates]\nbread = 2031-05-17\n'a.b' = '2031-05-18'\n")
    dates = {"bread": date(2031, 5, 17), "a.b": date(2031, 5, 18)}
    assert load(path) == (Settings(exam_dates=dates), [])


def test_an_exam_date_is_written_and_removed_without_disturbing_others(path: Path) -> None:
    text = "[exam_dates]  # mine\n# soon\nbread = '2031-05-17' # !\nodd = 'whenever'\n"
    found = load(write(path, text))[0]
    save(path, found)
    assert path.read_text() == text
    dates = {"bread": date(2031, 5, 18), "new": date(2032, 1, 1)}
    save(path, found._replace(exam_dates=dates))
    changed = text.replace("'2031-05-17'", "2031-05-18") + '"new" = 2032-01-01\n'
    assert path.read_text() == changed
    save(path, found._replace(exam_dates={}))
    assert path.read_text() == "[exam_dates]  # mine\n# soon\nodd = 'whenever'\n"


def test_all_bad_values_are_reported_and_good_ones_kept(path: Path) -> None:
    text = "mouse = 2\nnew_per_day = 7\nday_starts_at = 'x'\n[keys]\na = 1\nb = 'y'\n"
    found, errors = load(write(path, text))
    assert [error.line for error in errors] == [1, 3, 5]
    assert found == Settings(new_per_day=7, keys={"b": "y"})


BROKEN = [
    ("mouse = \n", 1, "TOML"),
    ("a = 1\nmouse yes\n", 2, "TOML"),
    ("mouse = true\nmouse = false\n", 2, "TOML"),
    (f"x = {'[' * 50}{']' * 50}", None, "nested too deep"),
    (f"keys{'.a' * 400} = 'x'", None, "nested too deep"),
    (f"x = {'[' * 20_000}", 1, "no TOML that a person writes"),
    (f"new_per_day = {'9' * 50_000}\n", 1, "no TOML that a person writes"),
    ("mouse = true\n" + "#\n" * 2_000, 2_001, "no TOML that a person writes"),
]


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_a_file_that_is_no_toml_is_told_and_never_overwritten(
    path: Path, text: str, line: int | None, message: str
) -> None:
    found, errors = load(write(path, text))
    assert found == Settings()
    assert len(errors) == 1
    assert errors[0].line == line
    assert message in errors[0].message
    with pytest.raises(SettingsError):
        save(path, Settings(mouse=False))
    assert path.read_text() == text


def test_odd_files_are_told(path: Path, tmp_path: Path) -> None:
    write(path, "").write_bytes(b"theme = '\xe9'\n")
    assert "UTF-8" in load(path)[1][0].message
    path.write_bytes(b"#" * 1_000_001)
    assert "no settings file" in load(path)[1][0].message
    assert "no settings file" in load(tmp_path)[1][0].message
    os.mkfifo(tmp_path / "pipe")
    assert "no settings file" in load(tmp_path / "pipe")[1][0].message


CHOSEN = Settings(
    theme="light",
    new_per_day=3,
    session_limit=10,
    minutes_per_day=25,
    desired_retention=0.8,
    certainty=True,
    ask_guessed=False,
    day_starts_at=0,
    mouse=False,
    exam_dates={"bread": date(2031, 5, 17), "a.b": date(2032, 1, 1)},
    keys={"session.hint": "h,?", "b": "x"},
)


def test_what_is_saved_is_loaded(path: Path) -> None:
    save(path, CHOSEN)
    assert load(path) == (CHOSEN, [])


def test_an_action_with_a_point_needs_no_quotes(path: Path) -> None:
    write(path, "[keys]\nsession.hint = 'h'\n")
    assert load(path) == (Settings(keys={"session.hint": "h"}), [])
    save(path, Settings(keys={"session.hint": "x"}))
    assert path.read_text() == '[keys]\nsession.hint = "x"\n'


def test_a_new_file_explains_every_setting(path: Path) -> None:
    save(path, Settings())
    text = path.read_text()
    for key in KNOWN:
        assert re.search(rf"^# .+\n{key} = ", text, re.MULTILINE)
    for table in TABLES:
        assert re.search(rf"^# .+\n\[{table}\]$", text, re.MULTILINE)


def test_only_its_owner_can_read_the_file(path: Path) -> None:
    save(path, Settings())
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


MINE = """\
# my settings
new_per_day = 5   # not too many
  theme='nord'\t# dark
future_setting = [1,
  2]

[keys]  # mine
hint = "h" # help
old = "o"

[other]
new_per_day = 99
"""


def test_known_values_change_in_place_and_all_else_stays(path: Path) -> None:
    write(path, MINE)
    changed = Settings(theme="light", new_per_day=7, mouse=False, keys={"hint": "?", "new": "n"})
    save(path, changed)
    assert path.read_text() == (
        MINE.replace("new_per_day = 5", "new_per_day = 7")
        .replace("theme='nord'", 'theme="light"')
        .replace("  2]\n", "  2]\nmouse = false\n")
        .replace('hint = "h"', 'hint = "?"')
        .replace('old = "o"\n', '"new" = "n"\n')
    )


def test_saving_what_is_already_there_changes_nothing(path: Path) -> None:
    write(path, MINE)
    save(path, load(path)[0])
    assert path.read_text() == MINE


def test_windows_line_ends_stay(path: Path) -> None:
    write(path, "mouse = true\r\n# x\r\n")
    save(path, Settings(mouse=False, new_per_day=1))
    assert path.read_bytes() == b"mouse = false\r\n# x\r\nnew_per_day = 1\r\n"


@pytest.mark.parametrize(
    "text", ["keys = {hint = 'h'}\n", "mouse = [\n1]\nkeys = {hint = 'x'}\n", "[mouse]\n[keys]\n"]
)
def test_what_cannot_be_changed_in_place_is_left_alone(path: Path, text: str) -> None:
    write(path, text)
    with pytest.raises(SettingsError, match="without rewriting"):
        save(path, Settings(mouse=False, keys={"hint": "x"}))
    assert path.read_text() == text


def test_a_link_to_the_settings_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = write(tmp_path / "dotfiles.toml", "mouse = true\n")
    path.parent.mkdir()
    path.symlink_to(real)
    save(path, Settings(mouse=False))
    assert path.is_symlink()
    assert real.read_text() == "mouse = false\n"


def test_a_disk_that_refuses_is_told_and_leaves_no_rubbish(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(path, Settings())
    before = path.read_text()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="no space left"):
        save(path, Settings(mouse=False))
    assert path.read_text() == before
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# Always `room.name`: as TOML, `a` and `a.b` cannot both be keys of one table.
ACTIONS = st.from_regex(r"[a-z]{1,3}\.[a-z_-]{1,3}", fullmatch=True)
CHOICES = st.builds(
    Settings,
    theme=TEXTS,
    new_per_day=st.integers(0, 9999),
    session_limit=st.integers(0, 9999),
    minutes_per_day=st.integers(0, 1440),
    certainty=st.booleans(),
    ask_guessed=st.booleans(),
    exam_dates=st.dictionaries(ACTIONS, st.dates(), max_size=3),
    desired_retention=st.floats(0.7, 0.99),
    day_starts_at=st.integers(0, 23),
    mouse=st.booleans(),
    keys=st.dictionaries(ACTIONS, TEXTS, max_size=3),
)


@hypothesis_settings(max_examples=examples(60), deadline=None)
@given(first=CHOICES, second=CHOICES)
def test_any_settings_are_saved_over_any_others(
    tmp_path_factory: pytest.TempPathFactory, first: Settings, second: Settings
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    save(path, first)
    save(path, second)
    assert load(path) == (second, [])
