from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz.store.sets.reading import read_set
from quiz.store.sets.text import MAX_BYTES, MAX_LINE_LENGTH, MAX_LINES
from tests.processes import run_python

ALIAS_BOMB = "a: &a [x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)},*{chr(97 + i)}]\n" for i in range(20)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} {{<<: [*{chr(97 + i)}, *{chr(97 + i)}]}}\n" for i in range(20)
)

HOSTILE: list[tuple[str, bytes, int, int, str]] = [
    ("alias bomb", ALIAS_BOMB.encode(), 1, 4, "anchors"),
    ("merge bomb", MERGE_BOMB.encode(), 1, 4, "anchors"),
    ("brackets", b"id: " + b"[" * 30_000, 1, 24, "deep"),
    ("braces", b"id: " + b"{" * 30_000, 1, 24, "deep"),
    ("large", b"x" * (MAX_BYTES + 1), 1, 1, "larger than 20 MB"),
    ("many lines", b"- a\n" * (MAX_LINES + 1), 1, 1, "lines"),
    ("one line", b"a: 1\nb: " + b"x" * (MAX_LINE_LENGTH + 1), 2, 1, "characters"),
    ("NUL", b"id: a\ntitle: a\0b\n", 2, 9, "NUL"),
    ("escape", "id: é\x1b[2J\n".encode(), 1, 6, "escape"),
    ("C1", "id: a\ntitle: é\x9b\n".encode(), 2, 9, "U+009B"),
    ("line separator", "id: a\u2028b\n".encode(), 1, 6, "U+2028"),
    ("old line end", b"id: a\rtitle: t\n", 1, 6, "carriage return"),
    ("inner BOM", "id: a\n\ufefftitle: b\n".encode(), 2, 1, "byte order mark"),
    ("latin-1", "id: a\ntitle: é é".encode("latin-1"), 2, 8, "0xE9"),
    ("latin-1 after UTF-8", "id: é\ntitle: é ".encode() + b"\xe9", 2, 10, "0xE9"),
    ("UTF-16 with BOM", "id: a\n".encode("utf-16"), 1, 1, "UTF-16"),
    ("UTF-16 without BOM", "id: a\ntitle: b".encode("utf-16-be"), 1, 1, "UTF-16"),
    ("tag", b"!!python/object/apply:os.system ['touch PWNED']", 1, 1, "tags"),
    ("tab", b"id: a\n\ttitle: b\n", 2, 1, "tab"),
    ("id", b"id: ../../x\n", 1, 5, "malformed"),
    ("long id", b"id: " + b"x" * 10_240 + b"\n", 1, 5, "10240 characters"),
]


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [row[1:] for row in HOSTILE],
    ids=[r[0] for r in HOSTILE],
)
def test_a_hostile_file_is_a_problem_at_its_place(
    tmp_path: Path, content: bytes, line: int, column: int, message: str
) -> None:
    path = tmp_path / "set.yaml"
    path.write_bytes(content)
    found = read_set(path)
    places = [(p.line, p.column) for p in found.problems if message in p.message]
    assert places[:1] == [(line, column)]
    assert found.set is None
    assert not Path("PWNED").exists()


def test_what_is_wrong_with_the_text_does_not_hide_what_is_wrong_with_the_set(
    tmp_path: Path,
) -> None:
    path = tmp_path / "set.yaml"
    path.write_bytes(b"id: a\0b\ntitel: t\n")
    assert {"unreadable", "unknown-key"} <= {p.rule for p in read_set(path).problems}


def test_a_byte_order_mark_at_the_start_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: a b\n")
    assert (read_set(path).problems[0].line, read_set(path).problems[0].column) == (1, 1)
    assert ("bad-id", 5) in [(p.rule, p.column) for p in read_set(path).problems]


def test_more_problems_than_anybody_reads_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text("".join(f"key{i}: x\n" for i in range(3000)))
    problems = read_set(path).problems
    assert len(problems) == 1001
    assert "more problems" in problems[-1].message


def test_a_number_of_200_000_digits_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text(
        "id: i\ntitle: t\ndocuments: {d: d.txt}\nquestions:\n- {id: q, type: numeric, stem: s,\n"
        f" sources: [{{document: d, exact: e}}],\n answer: {'9' * 200_000}}}\n"
    )
    problems = read_set(path).problems
    assert [(p.line, p.column, p.rule) for p in problems] == [(7, 10, "bad-value")]
    assert len(problems[0].message) < 200


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    for path in (tmp_path / "pipe.yaml", tmp_path / "folder.yaml", Path("/dev/zero")):
        problems = read_set(path).problems
        assert [problem.message for problem in problems] == ["the file is not a regular file"]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    problems = read_set(tmp_path / "none.yaml").problems
    assert [problem.message for problem in problems] == [
        "the file cannot be read: no such file or directory"
    ]


BOMBS = {
    "lines": "- a\n" * 1_000_000,
    "flow list": "a: [" + "a, " * 3_300_000 + "]",
    "brackets": "[" * 10_000_000,
    "quote": "a: '" + "x" * 10**7,
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
def test_a_hostile_file_takes_little_memory(tmp_path: Path, content: str) -> None:
    path = tmp_path / "set.yaml"
    path.write_text(content)
    code = (
        "import re, sys; from pathlib import Path; from quiz.store.sets.reading import read_set;"
        "assert read_set(Path(sys.argv[1])).problems;"
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    ran = run_python("-c", code, str(path), check=True)
    assert int(ran.stdout) <= 100_000
