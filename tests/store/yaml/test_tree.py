from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.store.yaml.nodes import Mapping, Node, Refused, Scalar, Sequence, node_at
from quiz.store.yaml.problems import Place, Problems
from quiz.store.yaml.tree import MAX_DEPTH, read_tree
from tests.effort import examples


def read(text: str) -> tuple[Node | None, Problems]:
    problems = Problems("set.yaml")
    return read_tree(text, problems), problems


def plain(node: Node | None) -> object:
    """The tree as Python values."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    return None


def found(problems: Problems) -> list[tuple[int | None, int | None]]:
    return [(problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize("word", ["no", "012", "1:30", "~", "null", "1e3", "2024-13-45", "0x1F"])
def test_every_scalar_is_the_text_that_stands_there(word: str) -> None:
    assert plain(read(f"a: {word}")[0]) == {"a": word}


def test_a_value_left_out_is_an_empty_text() -> None:
    assert plain(read("a:\nb: ''\nc: [x, ]")[0]) == {"a": "", "b": "", "c": ["x"]}


def test_a_node_knows_its_place_in_characters() -> None:
    tree, _ = read("tïtle: 'Ünï 😀' # note\nlist:\n  - é: 𝒳yz\n")
    title, inner = node_at(tree, "tïtle"), node_at(tree, "list", 0, "é")
    assert title is not None
    assert inner is not None
    assert title.place == Place(1, 8, 1, 15)
    assert inner.place == Place(3, 8, 3, 11)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_counted_with_either_line_end(end: str) -> None:
    tree, problems = read(end.join(["a: 1", "", "b: |", "  x", "  y", "c: 3"]))
    node = node_at(tree, "c")
    assert not problems.found
    assert isinstance(node, Scalar)
    assert (node.line, node.column, node.end_line, node.end_column) == (6, 4, 6, 5)
    assert plain(node_at(tree, "b")) == "x\ny\n"


SYNTAX = [
    ("a:\n\tb: 1\n", 2, 1, "tab", "spaces"),
    ("a:\n  b: 1\n\tc: 2\n", 3, 1, "tab", "spaces"),
    ("stem: What: is this\n", 1, 11, "': '", "quotes"),
    ("a: **bold**\n", 1, 4, "cannot start with *", "quotes"),
    ("a: * x\n", 1, 4, "cannot start with *", "quotes"),
    ("a: & b\n", 1, 4, "cannot start with &", "quotes"),
    ("a: %50\n", 1, 4, "cannot start with %", "quotes"),
    ("a: @x\n", 1, 4, "cannot start with @", "quotes"),
    ("a: `x`\n", 1, 4, "cannot start with `", "quotes"),
    ("a: ? b\n", 1, 4, "cannot start with '? '", "quotes"),
    ("a: - b\n", 1, 4, "a list cannot start here", "own line"),
    ('a: "foo" bar\n', 1, 10, "follows the closing quote", "quote the whole"),
    ("a: 'it's'\n", 1, 8, "follows the closing quote", "quote the whole"),
    ('a: "foo\nb: 1\n', 1, 4, "quote is never closed", "close"),
    ("a: 'foo\nb: 1\n", 1, 4, "quote is never closed", "close"),
    ('a: "foo\nb: "x"\nc: 1\n', 1, 4, "quote is never closed", "close"),
    ("a:1\nb: 2\n", 1, 2, "space is missing after the colon", ""),
    ("b: 2\na:1\n", 2, 2, "space is missing after the colon", ""),
    ("a:\n-b\n- c\n", 2, 1, "space is missing after the dash", ""),
    ("a: 1\nfoo\nb: 1\n", 2, 1, "no `key: value`", "indent"),
    ("a\nb: 1\n", 1, 1, "no `key: value`", "indent"),
    ("a: b\nfoo", 2, 1, "no `key: value`", "indent"),
    ("a: 1\n  b: 2\n", 2, 3, "indented too far", "first letter"),
    ("- a: 1\n   b: 2\n", 2, 4, "indented too far", "first letter"),
    ("a:\n  - x\n - y\n", 3, 2, "not indented like", "first letter"),
    ("a:\n    b: 1\n  c: 2\n", 3, 3, "not indented like", "first letter"),
    ("- a: 1\n b: 2\n", 2, 2, "not indented like", "first letter"),
    ("a: [x, y\nb: 1\n", 1, 4, "the [ is never closed", "quote"),
    ("a: {b: 1\nc: 2\n", 1, 4, "the { is never closed", "quote"),
    ("a: ]\n", 1, 4, "] cannot stand here", "quote"),
    ("a: [x,, y]\n", 1, 7, ", cannot stand here", "quote"),
    ("a: >x\n", 1, 4, "may follow >", "next line"),
    ("a: | x\n", 1, 4, "may follow |", "next line"),
    ('a: "C:\\dir"\n', 1, 7, "'\\d' means nothing", "single quotes"),
    ("%YAML 3.0\n---\na: 1", 1, 1, "cannot start with %", "quote"),
    ("a: !e!x y\n", 1, 4, "cannot start with !", "quotes"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), SYNTAX)
def test_a_syntax_error_is_told_in_plain_words(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    _, problems = read(text)
    assert found(problems) == [(line, column)]
    assert message in problems.found[0].message
    assert hint in (problems.found[0].hint or "")


REFUSED = [
    ("a: &x 1\n", 1, 4, "anchors"),
    ("a: &x\n  b: 1\n", 1, 4, "anchors"),
    ("a: *x\n", 1, 4, "aliases"),
    ("*x : 1\n", 1, 1, "aliases"),
    ("a: *foo bar\n", 1, 4, "aliases"),
    ("a: 1\n<<: {b: 2}\n", 2, 1, "merge keys"),
    ("a: !!str 1\n", 1, 4, "tags"),
    ("a: !x [1]\n", 1, 4, "tags"),
    ("!!python/object/apply:os.system ['true']\n", 1, 1, "tags"),
    ("[a, b]: 1\n", 1, 1, "single word"),
    ("? {a: b}\n: 1\n", 1, 3, "single word"),
    ("a: 1\n---\nb: 2\n", 2, 1, "second YAML document"),
    ("a: 1\nb: 2\na: 3\n", 3, 1, "first defined at line 1"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), REFUSED)
def test_what_a_set_has_no_use_for_is_refused_at_its_place(
    text: str, line: int, column: int, message: str
) -> None:
    _, problems = read(text)
    assert found(problems) == [(line, column)]
    assert message in problems.found[0].message


def test_reading_goes_on_after_what_is_refused() -> None:
    tree, problems = read("a: &x 1\nb: *x\nc: !!int 3\n<<: *x\nd: 4\na: 5\n")
    assert [problem.line for problem in problems] == [1, 2, 3, 4, 4, 6]
    assert isinstance(tree, Mapping)
    assert tree.incomplete
    assert plain(tree) == {"a": "1", "b": None, "c": None, "d": "4"}
    assert isinstance(tree.get("b"), Refused)


def test_a_duplicate_key_knows_where_the_first_one_stands() -> None:
    _, problems = read("x:\n  - a: 1\n    a: 2\n")
    related = problems.found[0].related
    assert related is not None
    assert related[:2] == (2, 5)


SET = """\
title: {title}
questions:
  - id: one
    stem: {one}
  - id: two
    tags: {two}
  - id: three
    stem: fine
not_asked: {last}
"""


def test_after_a_syntax_error_the_other_questions_are_read() -> None:
    text = SET.format(title="a: b", one="@x", two="[a", last="[]")
    tree, problems = read(text)
    assert found(problems) == [(1, 9), (4, 11), (6, 11)]
    assert plain(tree) == {"questions": [{"id": "three", "stem": "fine"}], "not_asked": []}
    assert isinstance(tree, Mapping)
    assert tree.incomplete


@pytest.mark.parametrize("one", ["{a: b", "[x, y", "[{a: b, #c: d}]"])
def test_a_bracket_left_open_is_one_problem_and_spoils_no_other_question(one: str) -> None:
    tree, problems = read(SET.format(title="x", one=one, two="[]", last="[]"))
    assert [p.line for p in problems] == [4]
    assert "never closed" in problems.found[0].message
    assert node_at(tree, "questions", 1, "id") is not None


def test_recovery_keeps_the_lines_of_what_follows() -> None:
    tree, _ = read(SET.format(title="x", one="a: b", two="[]", last="{a: b}"))
    node = node_at(tree, "questions", 1, "stem")
    assert isinstance(node, Scalar)
    assert (node.line, node.column) == (8, 11)


def test_too_deep_nesting_is_one_problem_and_the_rest_is_read() -> None:
    deep = "[" * 30_000
    tree, problems = read(SET.format(title="x", one=deep, two="[]", last="[]"))
    assert found(problems) == [(4, 11 + MAX_DEPTH - 3)]
    assert "deep" in problems.found[0].message
    assert node_at(tree, "questions", 1, "id") is not None


@pytest.mark.parametrize("text", ["[" * 30_000, "{" * 30_000, "- " * 30_000, "? " * 30_000])
def test_thousands_of_open_brackets_do_not_harm(text: str) -> None:
    _, problems = read(text)
    assert len(problems.found) == 1


def test_an_empty_file_has_no_tree() -> None:
    assert read("# nothing\n")[0] is None


def test_a_missing_c_parser_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    with pytest.raises(QuizError, match="C parser"):
        read("a: 1")


@settings(max_examples=examples(150), deadline=None)
@given(st.text(st.sampled_from("ab:-[]{}'\"&*!|>%@`#?,\\ \n\té<~"), max_size=60))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    tree, problems = read(text)
    lines = text.split("\n")
    for problem in problems:
        assert problem.line is not None
        assert 1 <= problem.line <= len(lines)
        assert problem.column is not None
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert not re.search("[\x00-\x1f]", problem.message)
    assert tree is not None or problems.found or plain_yaml_is_empty(text)


def plain_yaml_is_empty(text: str) -> bool:
    return yaml.compose(text, Loader=yaml.CSafeLoader) is None
