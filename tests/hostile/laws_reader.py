"""Laws of the set reader and the checker: any bytes, damaged sets, trees that look like sets."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from quiz.core.checking.report import SetReport
from quiz.core.documents.document import Document
from quiz.core.text.safe_text import sanitise
from quiz.errors import DocumentError
from quiz.formats.findings_github import to_github
from quiz.formats.findings_json import to_json
from quiz.formats.findings_sarif import to_sarif
from quiz.formats.findings_text import to_text
from quiz.store.checking.checking import check_file
from quiz.store.library.documents import read_document
from quiz.store.library.found_files import Found
from quiz.store.sets.reading import SetFile, read_set
from quiz.store.yaml.problems import SetProblem
from tests.hostile.law import Law
from tests.hostile.texts import harmless, strings
from tests.plain.nine_types import DOCUMENT, SET

NASTY = [
    *"\0\t\r\n\x1b\x85\x9b\u2028\ufeff\u202e\xad-:?{}[]&*!|>'\"%@`#,. ~",
    *("<<: *a", "&a ", "*a", "!!python/object:x ", "- ", "? ", ": ", "'", '"', "|-\n", ">+\n"),
    *("---\n", "...\n", "%YAML 1.1\n", "{{", "}}", "\\ud800", "\r\n", "\n\n", "  ", "# x\n"),
    *("# quiz: ignore[source-not-found]", "../", "true", "2024-13-45", "1e999", "5%", "é", "😀"),
]


def words_of(line: str) -> list[str]:
    return line.split()


KEYS = words_of(
    "id title description language documents questions exam not_asked type stem answer answers "
    "distractors options explanation sources tags hint disputed_by document exact prefix suffix "
    "note reason text feedback correction accept tolerance unit accept_units pairs left right "
    "sequence model_answer points minutes pass bread zz"
)
TYPES = words_of(
    "single-choice multiple-choice true-false short-answer numeric cloze matching ordering open"
)
WORDS = [*TYPES, "true", "false", "sorted", "60", "5%", "bread", "documents/bread.txt", "", "a: b"]

texts = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([line.strip() for line in DOCUMENT.split(". ")]),
    st.text(max_size=12),
    st.sampled_from(NASTY),
)


@cache
def folder() -> tuple[Path, tempfile.TemporaryDirectory[str]]:
    """A folder with the document of the set of nine types; gone with the process."""
    made = tempfile.TemporaryDirectory()
    path = Path(made.name) / "documents"
    path.mkdir()
    (path / "bread.txt").write_text(DOCUMENT, encoding="utf-8")
    return Path(made.name), made


def file(content: bytes) -> Path:
    path = folder()[0] / "set.yaml"
    path.write_bytes(content)
    return path


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The set of nine types with a few places cut out, doubled, moved or written over."""
    text = SET
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 40))
        put = draw(st.sampled_from([*NASTY, *KEYS, "", text[start:end] * 2]))
        text = text[:start] + put + text[end:]
    return text.encode("utf-8", "surrogatepass")


trees = st.recursive(
    texts,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=20,
)
questions = st.fixed_dictionaries(
    {"id": texts, "type": st.sampled_from(TYPES)},
    optional=dict.fromkeys(KEYS[9:20], trees),
)
sets = st.fixed_dictionaries(
    {"id": texts, "title": texts, "documents": st.just({"bread": "documents/bread.txt"})},
    optional=dict.fromkeys(("exam", "not_asked", "language"), trees),
).flatmap(
    lambda head: st.lists(questions | trees, max_size=4).map(lambda q: {**head, "questions": q})
)


def written(tree: Any) -> bytes:
    """As YAML in blocks, or as JSON where YAML cannot write it."""
    try:
        text = yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)
    except yaml.YAMLError:
        text = json.dumps(tree, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def row(problem: SetProblem) -> list[object]:
    return [*problem.row(), problem.line, problem.column]


def in_file(place: tuple[int, int, int, int], text: str) -> bool:
    """Whether a place lies in a text and does not end before it starts."""
    lines = text.replace("\r\n", "\n").split("\n")
    line, column, end_line, end_column = place
    if not (1 <= line <= end_line <= len(lines) and min(column, end_column) >= 1):
        return False
    within = column <= len(lines[line - 1]) + 1 and end_column <= len(lines[end_line - 1]) + 2
    return within and (line, column) <= (end_line, end_column)


def reads_soundly(content: bytes) -> None:
    """Nothing is raised, every place is in the file, and a second reading says the same."""
    first, again = read_set(file(content)), read_set(file(content))
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    assert [row(p) for p in first.problems] == [row(p) for p in again.problems]
    for problem in first.problems:
        assert in_file(problem.span, text), (problem.span, problem.message)
        assert harmless(f"{problem.message}{problem.hint or ''}")
    assert (first.set is None) is bool(first.problems or first.partial is None)
    assert_clean(first)


def assert_clean(read: SetFile) -> None:
    """What was read is harmless for a terminal, and known by the ids of its questions."""
    if read.partial is None:
        return
    for text in strings(read.partial):
        assert harmless(text)
        assert sanitise(text) == text
    ids = [question.id for question in read.partial.questions]
    assert len(set(ids)) == len(ids)
    assert ids == list(read.nodes)


def checks_soundly(content: bytes) -> None:
    """Every finding is in the file, in order, and every form of the report is harmless."""
    path = file(content)
    report = check_file(Found(path, path.parent)).report
    text = report.text
    for finding in report.findings:
        place = (finding.line, finding.column, finding.end_line, finding.end_column)
        assert in_file(place, text) or not text, (finding.rule, place)
    order = [(finding.line, finding.column) for finding in report.findings]
    assert order == sorted(order)
    assert all(map(harmless, printed(report)))


def printed(report: SetReport) -> list[str]:
    reports = [report]
    return [
        *to_text(reports, width=80),
        to_json(reports),
        *to_github(reports),
        to_sarif(reports),
    ]


def document_at(path: Path) -> Document | DocumentError:
    """What reading it gives, or why it is refused."""
    try:
        return read_document(path, root=path.parent)
    except DocumentError as error:
        return error


def document_is_sound(content: bytes) -> None:
    """A document is read as harmless text, or refused at a place inside of it."""
    path = folder()[0] / "any.txt"
    path.write_bytes(content)
    found = document_at(path)
    if isinstance(found, DocumentError):
        lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert found.line is None or 1 <= found.line <= lines
        return
    assert harmless(found.text)
    assert sanitise(found.text) == found.text
    assert all(0 <= s.start <= s.end <= len(found.text) for s in found.sections)


bytes_of_text: SearchStrategy[bytes] = st.lists(st.sampled_from(NASTY) | st.text(max_size=5)).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)
ANY = st.binary(max_size=200) | bytes_of_text

READER_LAWS = [
    Law("any bytes are read soundly", ANY, reads_soundly),
    Law("damaged sets are read soundly", damaged(), reads_soundly),
    Law("trees are read soundly", (sets | trees).map(written), reads_soundly),
    Law("damaged sets are checked soundly", damaged(), checks_soundly),
    Law("trees are checked soundly", (sets | trees).map(written), checks_soundly),
    Law("any document is sound or refused", ANY, document_is_sound),
]
