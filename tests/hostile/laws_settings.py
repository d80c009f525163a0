"""Laws of the settings file: whatever stands in it, the program starts with sound settings."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from quiz.errors import SettingsError
from quiz.store.settings.file import save
from quiz.store.settings.settings import CHOICES, TABLES, Settings, load
from tests.hostile.law import Law
from tests.hostile.laws_reader import folder
from tests.hostile.texts import harmless

NASTY = [
    *"\0\t\r\n\x1b\x85\u2028\ufeff='\"[]{},.#\\ ",
    *('"""', "'''", "[[", "]]", "\r\n", "1e999", "nan", "inf", "0x1", "1979-05-27", "07:32:00"),
    *("true", "[keys]\n", "[exam_dates]\n", "keys.a = 'x'\n", "a.b.c = 1\n", "= ", "\\ud800"),
]
values = st.one_of(
    st.sampled_from(["true", "false", "5", "-1", "0.8", "'x'", '"\\u001b[2J"', "[]", "{a = 1}"]),
    st.sampled_from(["1979-05-27", "'1979-05-27'", "''", "nan", "9" * 30, '"""x\ny"""']),
    st.integers(-2, 10_000).map(str),
)
names = st.sampled_from([*CHOICES, "kyes", '"a b"', "'x'", "session.hint", "set-id", "a.b"])
entries = st.tuples(names, st.sampled_from(["=", " = "]), values).map("".join)
tables = st.sampled_from([*(f"[{name}]" for name in TABLES), "[[keys]]", "[other]", "# [keys]"])
looks_right = st.lists(entries | tables | st.just(""), max_size=10).map("\n".join)
noise = st.lists(st.sampled_from(NASTY) | st.text(max_size=4) | looks_right, max_size=8).map(
    "".join
)
contents = st.binary(max_size=120) | (looks_right | noise).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)


def file(content: bytes) -> Path:
    path = folder()[0] / "settings.toml"
    path.write_bytes(content)
    return path


def loading_is_sound(content: bytes) -> None:
    """Nothing is raised; what counts is valid; every error is harmless and in the file."""
    path = file(content)
    found, errors = load(path)
    again, same = load(path)
    assert found == again
    assert [str(error) for error in errors] == [str(error) for error in same]
    for key, choice in CHOICES.items():
        assert choice.check(getattr(found, key)), key
    lines = content.count(b"\n") + 1
    for error in errors:
        assert error.line is None or 1 <= error.line <= lines
        assert error.column is None or error.column >= 1
        assert harmless(error.message)


def saving_keeps_or_refuses(content: bytes) -> None:
    """A change is read back as it was meant, or the file stays as it was, and that is told."""
    path = file(content)
    wanted = Settings(new_per_day=7, mouse=False, theme="light")
    try:
        save(path, wanted)
    except SettingsError:
        assert path.read_bytes() == content
        return
    found, _ = load(path)
    assert (found.new_per_day, found.mouse, found.theme) == (7, False, "light")


SETTINGS_LAWS = [
    Law("any settings file is loaded soundly", contents, loading_is_sound),
    Law("saving keeps or refuses", contents, saving_keeps_or_refuses),
]
