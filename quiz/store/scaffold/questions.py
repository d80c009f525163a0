"""The questions a new set starts with: one that works for each document, the others as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, islice
from typing import NamedTuple

from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.grounding.selector import Selector, selector
from quiz.core.grounding.sources import grounded_source
from quiz.core.rendering.question_text import escaped, read_markup
from quiz.core.text.passages import Passage
from quiz.core.text.signs.whole_words import whole_words
from quiz.errors import QuizError
from quiz.store.scaffold.types import OFFERED
from quiz.store.sets.ids import kebab
from quiz.store.yaml.scalars import WIDTH, Setting, new_scalar, rewritten

LOOKED_AT = 200_000
"""Characters of a document in which passages are looked for."""

_FEWEST, _MOST = 5, 40  # words of a passage that suits
_LONGEST = 2_000  # characters of a passage where nothing suits
_TRIED = 40  # passages looked up
_OFTENEST = 5  # times that a passage may stand in its document
_FIRST = """\
  # This works as it is: the learner fills in what stands in double braces. Make it your own.
"""
_OTHERS = """\
  # The other types, each with a passage to start from. Choose a passage that proves something worth
  # knowing, write your own words, and take the "# " away.
"""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The key `questions` of a set: `asked` of them work, `offered` stand there as comments."""

    text: str
    asked: int
    offered: int


class Quoted(NamedTuple):
    """A passage that stands in its document once, and how a source says so."""

    document: str
    said: Selector


def skeleton(documents: Mapping[str, Document]) -> Skeleton:
    """Questions about these documents. Raises QuizError for one that nothing can be quoted from."""
    found = [_passages(key, document) for key, document in documents.items()]
    ids: set[str] = set()
    titles = [one.title for one in documents.values()]
    told = {title[a:b].lower() for title in titles for a, b in whole_words(title)}
    asked = [_cloze(passages[0], ids, told) for passages in found]
    # the documents in turn, and in each the passages after the first
    turns = [cycle([*passages[1:], passages[0]]) for passages in found]
    passages = chain.from_iterable(zip(*turns, strict=True))
    offered = [
        _commented(f"  - id: {name}\n{fields(_words(quoted))}{_source(quoted)}")
        for (name, fields), quoted in zip(OFFERED.items(), passages, strict=False)
    ]
    text = "\n".join([f"questions:\n\n{_FIRST}{asked[0]}", *asked[1:], _OTHERS, *offered])
    return Skeleton(text, len(asked), len(offered))


def _passages(key: str, document: Document) -> Sequence[Quoted]:
    """Those that suit best, at least one."""
    for units in _candidates(document):
        tried = (_quoted(key, document, unit) for unit in islice(units, _TRIED))
        if found := [quoted for quoted in tried if quoted is not None]:
            return found[: len(OFFERED) + 1]
    raise QuizError(
        "nothing can be quoted from the document: no line stands in it only once",
        path=document.path,
        hint="choose a document with sentences in it",
    )


def _candidates(document: Document) -> Iterator[Iterator[Passage]]:
    """Sentences of a good length, then all sentences, then lines, then all there is."""
    file_text = document.file_text[:LOOKED_AT]
    head = Document(document.name, file_text, document.path, document.language)
    units = sentences(head)
    if len(file_text) < len(document.file_text):
        units = units[:-1]  # may be cut off
    yield (unit for unit in units if _suits(head.quote(unit)))
    yield iter(units)
    yield (head.line_span(line) for line in range(1, head.line_count + 1))
    yield iter([Passage(0, len(document.text))])


def _suits(sentence: str) -> bool:
    return _FEWEST <= len(sentence.split()) <= _MOST and not set("{}") & set(sentence)


def _quoted(key: str, document: Document, unit: Passage) -> Quoted | None:
    text = document.quote(unit)
    start = unit.end - len(text.lstrip())
    passage = Passage(start, start + len(text.strip()))
    if len(text) > _LONGEST or not any(map(str.isalnum, text)):
        return None
    if document.text.count(text.strip()) > _OFTENEST:
        return None
    said = selector(document.text, passage, Selector(text.strip()))
    if said is None or grounded_source(document, said) is None:
        return None  # it may stand there once more, over a line break
    return Quoted(key, said)


def _words(quoted: Quoted) -> str:
    return " ".join(quoted.said.exact.split())


def _cloze(quoted: Quoted, ids: set[str], told: set[str]) -> str:
    """A passage with a gap, that is not among the words that were `told`, nor the id in `ids`."""
    text = re.sub(r"[{}]", "", _words(quoted))
    words = {text[a:b]: (a, b) for a, b in whole_words(text)}
    gap = max(words, key=lambda word: _worth_asking(word, text, told))
    start, end = words[gap]
    told.add(gap.lower())
    name = kebab(text) or "question"
    while name in ids:
        name += "-too"
    ids.add(name)
    before, after = text[:start], text[end:]
    if read_markup(text) != text or before.endswith("\\"):
        before, after = escaped(before), escaped(after)
    cloze = f"{before}{{{{{gap}}}}}{after}"
    return (
        f"  - id: {name}\n    type: cloze\n    text: {_scalar(cloze, 6)}\n"
        f"    # explanation: why it is so, in your own words\n{_source(quoted)}"
    )


def _worth_asking(word: str, text: str, told: set[str]) -> tuple[bool, bool, int]:
    """A word that stands there once and was not told, and not a number; the longest."""
    lower = word.lower()
    number = any(map(str.isdigit, word))
    return text.lower().count(lower) == 1 and lower not in told, not number, len(lower)


def _source(quoted: Quoted) -> str:
    said = quoted.said
    lines = [
        "    sources:",
        f"      - document: {new_scalar(quoted.document, flow=False)}",
        f"        exact: {_scalar(said.exact, 10)}",
    ]
    for key, side in (("prefix", said.prefix), ("suffix", said.suffix)):
        if side:
            lines.append(f"        {key}: {new_scalar(side, flow=False)}")
    return "\n".join(lines) + "\n"


def _scalar(value: str, indent: int) -> str:
    """On one line if it fits, else as a block."""
    flat = new_scalar(value, flow=False)
    if "\n" not in value and len(flat) <= WIDTH - indent - len("exact: "):
        return flat
    return rewritten(">-", value, Setting(indent, "\n"))


def _commented(question: str) -> str:
    lines = question.rstrip("\n").split("\n")
    return "".join(f"  # {line[2:]}".rstrip() + "\n" for line in lines)
