from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import SetError
from quiz.store.yaml.edit import AddKey, Change, SetValue, edit_file, edited, edited_bytes
from quiz.store.yaml.nodes import Scalar, node_at
from quiz.store.yaml.problems import Problems
from quiz.store.yaml.tree import read_tree
from tests.effort import examples

WHERE = ("questions", 0, "sources", 0)


def value(text: str, *where: str | int) -> str:
    node = node_at(read_tree(text, Problems()), *where)
    assert isinstance(node, Scalar)
    return node.value.strip("\n")


# ── generated files ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Written:
    """A value as written in a file: what stands before it, itself, what stands after it."""

    before: str
    source: str
    after: str
    newline: str
    bom: bool

    @property
    def text(self) -> str:
        return (self.before + self.source + self.after).replace("\n", self.newline)

    @property
    def content(self) -> bytes:
        return (b"\xef\xbb\xbf" if self.bom else b"") + self.text.encode()


def _quoted(text: str, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


SAFE = st.text("abcdefg é“”’-", min_size=1, max_size=30).map(lambda s: f"x{s}".rstrip() + "y")
VALUE = st.one_of(
    SAFE,
    st.text("ab :#'\"-?!&*[]{},|>%@`\\é\u00a0…", min_size=1, max_size=40).filter(str.strip),
    st.lists(SAFE, min_size=2, max_size=3).map("\n".join),
    st.lists(SAFE, min_size=20, max_size=30).map(" ".join),
)
COMMENT = st.sampled_from(["", "# a comment", "# quiz: ignore[x] 'why' \"so\"", "\n# one\n\n# two"])


@st.composite
def files(draw: st.DrawFn) -> Written:
    """A set in which one source's `exact` is written in any style, among comments and lines."""
    style = draw(st.sampled_from(["", "'", '"', "|-", "|", "|+", ">-", ">", "> # note", "wrapped"]))
    old, tail = draw(SAFE), draw(st.sampled_from(["", "  # behind", "   "]))
    comment, blank = draw(COMMENT), draw(st.sampled_from(["", "\n", "\n\n\n"]))
    last = draw(
        st.sampled_from(["", "\n", "\n# the end\n", f"\n    tags: [a, 'b']{tail}\n{blank}"])
    )
    if style[:1] in ("|", ">") and style:
        source, tail = f"{style}\n            {old}\n            more of it", ""
    elif style == "wrapped":
        source = f"{old}\n          more of it"
    else:
        source = _quoted(old, style)
    head = f"# top\n{blank}id: s   # the id\ntitle: 'T'\n{comment}\nquestions:\n"
    before = f'{head}  - id: q\n    stem: "S"\n    sources:\n      - document: d{tail}\n'
    after = f"{tail}\n{blank}        note: >-\n          folded\n          text\n{comment}{last}"
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return Written(f"{before}        exact: ", source, after, newline, draw(st.booleans()))


@given(files(), VALUE)
@settings(max_examples=examples(250), deadline=None)
def test_an_edit_changes_no_byte_outside_the_value(file: Written, new: str) -> None:
    new = new.strip("\n")
    content = edited_bytes(file.content, [SetValue((*WHERE, "exact"), new)])
    start, end = (side.replace("\n", file.newline).encode() for side in (file.before, file.after))
    inside = content.removeprefix(b"\xef\xbb\xbf")
    assert content.startswith(b"\xef\xbb\xbf") == file.bom
    assert inside.startswith(start)
    assert inside.endswith(end)
    assert value(inside.decode(), *WHERE, "exact") == new
    if file.newline == "\r\n":
        assert inside.count(b"\n") == inside.count(b"\r\n")


@given(files(), VALUE, st.sampled_from(["prefix", "suffix"]))
@settings(max_examples=examples(150), deadline=None)
def test_an_added_key_is_all_that_is_added(file: Written, new: str, key: str) -> None:
    new = new.strip("\n")
    text = edited(file.text, [AddKey(WHERE, key, new, "exact")])
    assert value(text, *WHERE, key) == new
    at = next(i for i, (a, b) in enumerate(zip(text, file.text, strict=False)) if a != b)
    grown = len(text) - len(file.text)
    ends = range(max(0, at - 12), at + 12)
    assert any(text[:i] + text[i + grown :] == file.text for i in ends)


@given(files())
@settings(max_examples=examples(60), deadline=None)
def test_an_id_is_added_as_the_first_key(file: Written) -> None:
    text = file.text.replace("id: q" + file.newline + "    ", "").replace("id: s   # the id", "")
    new = edited(text, [AddKey((), "id", "a-set"), AddKey(("questions", 0), "id", "a-question")])
    nl = file.newline
    assert new.replace(f"id: a-set{nl}", "").replace(f"id: a-question{nl}    ", "") == text
    assert value(new, "questions", 0, "id") == "a-question"


# ── styles ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("plain text", "other text", "other text"),
        ("plain text", "a: b", "'a: b'"),
        ("plain text", "it's: so", '"it\'s: so"'),
        ("plain text", "12", "'12'"),
        ("plain text", "no", "'no'"),
        ("'single'", "it's", "'it''s'"),
        ('"dou\\"ble"', 'say "x" \\', '"say \\"x\\" \\\\"'),
        ("plain", "two\nlines", '"two\\nlines"'),
        (">-\n  folded\n  text", "other text", ">-\n  other text"),
        (">\n  folded\n  text", "two\nlines", "|\n  two\n  lines"),
        ("|2-\n  literal", "one\n\nthree", "|2-\n  one\n\n  three"),
        ("> # why\n  folded", " leading space", '" leading space" # why'),
    ],
)
def test_the_style_stays_where_it_can(old: str, new: str, written: str) -> None:
    text = edited(f"a: {old}\nb: 1\n", [SetValue(("a",), new)])
    assert text == f"a: {written}\nb: 1\n"
    assert value(text, "a") == new


def test_only_the_value_that_needs_quotes_gets_them() -> None:
    text = "a: some words\n  in two lines\nb: plain\n"
    words = " ".join(["word"] * 19 + ["#no"] + ["word"] * 19)
    new = edited(text, [SetValue(("a",), words), SetValue(("b",), "still plain")])
    assert value(new, "a") == words
    assert new.endswith("\nb: still plain\n")


def test_a_long_folded_text_is_broken_into_lines_again() -> None:
    words = " ".join(["words"] * 60)
    text = edited("a: >-\n  some words\n  more words\n", [SetValue(("a",), words)])
    assert max(map(len, text.split("\n"))) <= 100
    assert value(text, "a") == words


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("a: {x: 1, y: [p]}", AddKey(("a",), "id", "k"), "a: {id: k, x: 1, y: [p]}"),
        ("a: { x: 1 }", AddKey(("a",), "b", "p, q", "x"), "a: { x: 1, b: 'p, q' }"),
        ("a: [p, q]", SetValue(("a", 1), "r, s"), "a: [p, 'r, s']"),
        ("a:\nb: 1", SetValue(("a",), "x"), "a: x\nb: 1"),
        ("a:   # c\nb: 1", SetValue(("a",), "x"), "a: x   # c\nb: 1"),
        ("a: x", AddKey((), "b", "k", "a"), "a: x\nb: k"),
        ("- a: x\n  # c\n- b: y", AddKey((0,), "id", "k"), "- id: k\n  a: x\n  # c\n- b: y"),
    ],
)
def test_flow_and_empty_places_are_edited_too(text: str, change: Change, expected: str) -> None:
    assert edited(text, [change]) == expected


@pytest.mark.parametrize("text", ["a: [x", "a: &b x", "a: x\na: y"])
def test_a_file_whose_yaml_has_errors_is_not_edited(text: str) -> None:
    with pytest.raises(SetError, match="not edited while its YAML has errors"):
        edited(text, [SetValue(("a",), "z")])


def test_an_edit_that_finds_no_place_is_refused() -> None:
    with pytest.raises(SetError, match="without rewriting"):
        edited("a: x\n", [SetValue(("b", 0), "z"), AddKey((), "c", "d", "nothing")])


# ── files ─────────────────────────────────────────────────────────────────────────────────────


def test_a_link_is_written_through_and_the_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"a: x\n")
    real.chmod(0o640)
    link.symlink_to(real)
    edit_file(link, b"a: x\n", [SetValue(("a",), "new")])
    assert real.read_bytes() == b"a: new\n"
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert set(tmp_path.iterdir()) == {link, real}


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_bytes(b"a: other\n")
    with pytest.raises(SetError, match="changed by another program"):
        edit_file(path, b"a: x\n", [SetValue(("a",), "new")])
    assert path.read_bytes() == b"a: other\n"


def test_a_failing_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "set.yaml"
    path.write_bytes(b"a: x\n")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SetError, match="no space left"):
        edit_file(path, b"a: x\n", [SetValue(("a",), "new")])
    assert path.read_bytes() == b"a: x\n"
    assert list(tmp_path.iterdir()) == [path]
