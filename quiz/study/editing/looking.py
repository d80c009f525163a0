"""What the word under the cursor stands for: a passage, a document, a question, a key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.questions.question import Question
from quiz.core.text.passages import Passage
from quiz.store.checking.grounding import citations
from quiz.store.yaml.problems import Place
from quiz.study.editing.buffer import Point
from quiz.study.editing.cited import Standing, placed
from quiz.study.editing.context import context
from quiz.study.editing.live_check import LiveCheck, Look
from quiz.study.editing.offers import said_of

SHOWN = 600
"""Characters of a passage that are shown."""


@dataclass(frozen=True, slots=True)
class FileSpan:
    """A stretch of a file; lines and columns (characters) from 1, the end excluded."""

    path: Path
    place: Place


def source_at(live: LiveCheck, point: Point) -> Standing | None:
    """The source on whose lines a point is, with its passage; None where there is none."""
    look = live.look(point.line)
    file, documents = look.checked.file, look.checked.documents
    questions = file.partial.questions if file.partial is not None else ()
    for citation in citations(file, questions):
        node = citation.node
        if node is not None and _holds(node.place, look, point):
            return placed(live.found.path, citation, documents)
    return None


def question_at(live: LiveCheck, point: Point) -> Question | None:
    """The sound question on a line."""
    look = live.look(point.line)
    partial = look.checked.file.partial
    for question in partial.questions if partial is not None else ():
        node = look.checked.file.nodes.get(question.id)
        if node is not None and _holds(node.place, look, point):
            return question
    return None


def _holds(place: Place, look: Look, point: Point) -> bool:
    line = point.line + 1 - look.shift
    if place.line == line or place.line < line < place.end_line:
        return True
    return line == place.end_line and point.column + 1 < place.end_column


def span_of(document: Document, passage: Passage) -> FileSpan:
    """Where a passage stands in the document's file."""
    start = document.file_place(passage.start)
    end = document.file_place(max(passage.start, passage.end - 1))
    return FileSpan(Path(document.path), Place(*start, end[0], end[1] + 1))


def definition(live: LiveCheck, point: Point) -> FileSpan | None:
    """The passage of the source at a point; of a document's name, its first line."""
    found = source_at(live, point)
    if found is not None:
        return span_of(found.document, found.passage)
    here = context(live.lines, point)
    if here.parents[-1:] == ("documents",) or here.key == "document":
        name = here.key if here.parents[-1:] == ("documents",) else _word(live, point, here.start)
        document = live.look(point.line).checked.documents.get(name)
        if document is not None:
            return FileSpan(Path(document.path), Place(1, 1, 1, 1))
    return None


def _word(live: LiveCheck, point: Point, start: int) -> str:
    return live.lines[point.line][start:].strip().strip("'\"")


# In words


def hover(live: LiveCheck, point: Point, others: Iterable[Standing], learned: str) -> str:
    """What stands at a point, in Markdown; empty for nothing.

    `others` are the sources of all sets on that document, `learned` what the learner's history
    says of the question.
    """
    found = source_at(live, point)
    here = context(live.lines, point)
    if found is not None and here.key in ("exact", "prefix", "suffix", "document", ""):
        return _of_passage(found, others)
    parts = [said_of(here)]
    if here.parents == ("questions",) and here.key in ("id", "stem", "text", "type"):
        parts.append(learned)
    return "\n\n".join(part for part in parts if part)


def _of_passage(found: Standing, others: Iterable[Standing]) -> str:
    document = found.document
    quoted = " ".join(document.quote(found.passage).split())
    if len(quoted) > SHOWN:
        quoted = f"{quoted[:SHOWN]} …"
    asked = askers(found, others)
    said = f"Asked by {', '.join(f'`{name}`' for name in asked)} too." if asked else ""
    place = escaped(document.place(found.passage))
    return "\n\n".join(part for part in (f"**{place}**", f"> {escaped(quoted)}", said) if part)


def askers(found: Standing, others: Iterable[Standing]) -> list[str]:
    """The other questions that stand on the same passage."""
    names = []
    for other in others:
        own = other.path == found.path
        if other.left_out or (own and other.question == found.question):
            continue
        if other.passage.overlaps(found.passage):
            names.append(other.question if own else f"{other.path.stem}/{other.question}")
    return list(dict.fromkeys(names))


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in text)
