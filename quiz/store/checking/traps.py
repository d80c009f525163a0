"""What YAML does to a text without a word: a comment cuts it, an escape puts a line break in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.core.checking.findings import Path
from quiz.store.sets.reading import SetFile
from quiz.store.yaml.nodes import Mapping, Node, Scalar
from quiz.store.yaml.nodes import Sequence as ListNode

_TYPED = {"answer", "accept", "reject", "answers", "sequence", "left", "right", "text"}
"""Keys whose texts are chosen or typed."""
_WORDS = _TYPED | {"stem", "explanation", "hint", "exact", "prefix", "suffix", "feedback"}
_WORDS |= {"distractors", "pairs", "points", "model_answer", "correction", "note", "reason"}
_NOT_WORDS = frozenset({"true", "false"})
MOST_SHOWN = 100
"""Characters of a comment that are looked at."""
_CUT = re.compile(r"\s#")
_REMARK = re.compile(r"\s{2,}# |\s+#\s*quiz:")
_NUMBER = re.compile(r"[-+]?[\d.,]+ ?%?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Trap(NamedTuple):
    """A text that YAML changed; `question` is an id, empty outside of questions."""

    rule: str
    node: Scalar
    message: str
    hint: str
    question: str


def traps(file: SetFile, lines: Sequence[str]) -> Iterator[Trap]:
    """`cut-by-comment` and `control-character`, in the order of the file."""
    cut = {number for number, line in enumerate(lines, 1) if " #" in line or "\t#" in line}
    escaped = {number for number, line in enumerate(lines, 1) if '"' in line and "\\" in line}
    if not cut and not escaped:
        return
    for question, root in file.nodes.items():
        for path, node in _texts(root, ()):
            if cut and node.end_line in cut:
                yield from _comment(node, path, question, lines)
            if escaped and not escaped.isdisjoint(range(node.line, node.end_line + 1)):
                yield from _control(node, path, question, lines)


def _texts(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        if any(key in _WORDS for key in path):
            yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _texts(value, (*path, key.value))
    elif isinstance(node, ListNode):
        for at, item in enumerate(node.items):
            yield from _texts(item, (*path, at))


def _comment(node: Scalar, path: Path, question: str, lines: Sequence[str]) -> Iterator[Trap]:
    """A comment right behind a text without quotes; two spaces and `# ` say that one is meant."""
    start = lines[node.line - 1][node.column - 1 : node.column]
    line, end = lines[node.end_line - 1], node.end_column - 1
    if start in "'\"|>" or not _CUT.match(line, end) or _REMARK.match(line, end):
        return
    if node.value in _NOT_WORDS or _NUMBER.fullmatch(node.value):
        return
    lost = line[end : end + MOST_SHOWN].strip()
    message = (
        f"YAML takes '{_short(lost)}' for a comment: the text ends at '{_short(node.value, -20)}'"
    )
    hint = "put the text in quotes; or, for a comment, two spaces before the # and one behind it"
    yield Trap("cut-by-comment", node, message, hint, question)


def _control(node: Scalar, path: Path, question: str, lines: Sequence[str]) -> Iterator[Trap]:
    """A line break or tab written as an escape, where learners choose or type the text."""
    if not any(key in _TYPED or key == "distractors" for key in path) or "feedback" in path:
        return
    found = _CONTROL.search(node.value)
    if found is None or lines[node.line - 1][node.column - 1 : node.column] != '"':
        return
    if path[-1] == "text" and len(path) == 1 and found[0] == "\n":
        return  # a cloze may have lines
    what = {"\n": "a line break", "\t": "a tab"}.get(found[0], "a control character")
    message = f"in double quotes a \\ starts an escape: this holds {what} that nobody can type"
    yield Trap("control-character", node, message, "use single quotes, or write \\\\", question)


def _short(text: str, size: int = 30) -> str:
    """The first characters of a text, or with a negative size the last."""
    if len(text) <= abs(size):
        return text
    return f"{text[:size]} …" if size > 0 else f"… {text[size:]}"
