"""Every source of a set as its author wrote it, and what became of it in the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.documents.revision_marks import revision_marks
from quiz.core.grounding.selector import Selector
from quiz.core.grounding.sources import grounded_source, respelled
from quiz.core.rendering.blocks import Look
from quiz.core.revisions.changes import Change
from quiz.core.revisions.landmarks import Landmarks, landmarks
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.result import Reanchored, Status
from quiz.core.revisions.sentence.sentence_edges import sentence_around
from quiz.core.text.passages import Passage
from quiz.core.text.safe_text import sanitise
from quiz.core.text.statement.tokens import tokens
from quiz.errors import DocumentError, QuizError, SetError
from quiz.store.revisions.known_questions import Known
from quiz.store.revisions.lock import Lock, Locked, read_lock_file, source_key, text_hash
from quiz.store.sets.fields import clean
from quiz.store.sets.reading import SetFile, read_set
from quiz.store.yaml.edit import Where
from quiz.store.yaml.nodes import Mapping as MappingNode
from quiz.store.yaml.nodes import Node, Scalar, Sequence, node_at
from quiz.store.yaml.problems import Place


@dataclass(frozen=True, slots=True)
class Cited:
    """A source in its file: `where` in the tree, the place of its text, the question's id.

    `given` tells which of prefix and suffix it has a key for, `texts` what the question says:
    its stem, its key and its options, each with its name.
    """

    where: Where
    place: Place
    question: str
    document: str
    quoted: Selector
    given: frozenset[str]
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What the lock knows it by."""
        return source_key(self.document, self.quoted)


@dataclass(frozen=True, slots=True)
class Found:
    """A source and what became of it."""

    cited: Cited
    document: Document
    result: Reanchored


@dataclass(frozen=True)
class CitedSet:
    """A set with its sources. `problems` are documents and lock files that cannot be read."""

    path: Path
    content: bytes
    tree: Node
    id: str
    documents: Mapping[str, Document]
    lock: Lock
    questions: Known
    found: tuple[Found, ...] = ()
    problems: tuple[QuizError, ...] = field(default=())


def read_cited(path: Path, root: Path) -> CitedSet:
    """Read a set with its documents and its lock, and look every source up.

    Raises SetError when its YAML cannot be read, or the lock is damaged. Other problems of the
    set are no hindrance.
    """
    file = read_set(path)
    tree = file.tree
    broken = [p for p in file.problems if p.rule in ("syntax", "refused-yaml", "unreadable")]
    if broken or not isinstance(tree, MappingNode):
        raise next(iter(broken or file.problems), SetError("no question set", path=str(path)))
    lock, questions = read_lock_file(path)
    cited = list(_cited(tree))
    documents, problems = _documents(file, tree, {source.document for source in cited}, root)
    found = sorted(_look_up(cited, documents, lock), key=lambda found: found.cited.place)
    id_ = _text(tree, "id") or path.stem
    return CitedSet(
        path, file.content, tree, id_, documents, lock, questions, tuple(found), tuple(problems)
    )


def _cited(tree: MappingNode) -> Iterator[Cited]:
    """In the order of the file."""
    found = [*_of_questions(tree), *_sources(tree, ("not_asked",), "")]
    yield from sorted(found, key=lambda source: source.place)


def _of_questions(tree: MappingNode) -> Iterator[Cited]:
    questions = tree.get("questions")
    for at, node in enumerate(questions.items if isinstance(questions, Sequence) else ()):
        name, texts = _text(node, "id"), tuple(_texts(node))
        outer: Where = ("questions", at)
        for key in ("sources", "disputed_by"):
            yield from _sources(tree, (*outer, key), name, texts)
        distractors = node_at(node, "distractors")
        count = len(distractors.items) if isinstance(distractors, Sequence) else 0
        for i in range(count):
            yield from _sources(tree, (*outer, "distractors", i, "sources"), name, texts)


_SAYING = {
    "stem": ("stem", "text"),
    "key": ("answer", "answers", "accept", "correction", "model_answer", "points", "sequence"),
    "options": ("distractors", "pairs"),
}


def _texts(question: Node) -> Iterator[tuple[str, str]]:
    """What a question says: stem, key and options, as far as it has them."""
    for name, keys in _SAYING.items():
        found = (node_at(question, key) for key in keys)
        said = " ".join(text for node in found if node is not None for text in _scalars(node))
        if said:
            yield name, said


def _scalars(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield clean(node)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, MappingNode):
        for key, value in node.entries:
            if key.value not in ("feedback", "sources"):
                yield from _scalars(value)


def _sources(
    tree: Node, where: Where, question: str, texts: tuple[tuple[str, str], ...] = ()
) -> Iterator[Cited]:
    node = node_at(tree, *where)
    for at, source in enumerate(node.items if isinstance(node, Sequence) else ()):
        exact = node_at(source, "exact")
        if isinstance(source, MappingNode) and isinstance(exact, Scalar) and _quote(exact).strip():
            quoted = Selector(*(_quote(source.get(key)) for key in ("exact", "prefix", "suffix")))
            given = frozenset(key.value for key, _ in source.entries)
            document = _text(source, "document")
            yield Cited((*where, at), exact.place, question, document, quoted, given, texts)


def _text(node: Node | None, key: str) -> str:
    found = node_at(node, key)
    return clean(found) if isinstance(found, Scalar) else ""


def _quote(node: Node | None) -> str:
    """As `Fields.quote` reads it."""
    return sanitise(node.value).strip("\n") if isinstance(node, Scalar) else ""


def _documents(
    file: SetFile, tree: Node, wanted: set[str], root: Path
) -> tuple[dict[str, Document], list[DocumentError]]:
    from quiz.store.library.documents import read_document

    found: dict[str, Document] = {}
    problems: list[DocumentError] = []
    for key in sorted(wanted):
        relative = _text(node_at(tree, "documents"), key)
        if not relative:
            continue
        try:
            found[key] = read_document(file.path.parent / relative, root=root, name=key)
        except DocumentError as error:
            problems.append(error)
    return found, problems


def _look_up(cited: list[Cited], documents: Mapping[str, Document], lock: Lock) -> Iterator[Found]:
    hashes = {key: text_hash(document.file_text) for key, document in documents.items()}
    marks: dict[tuple[str, bool], Landmarks] = {}
    for source in sorted(cited, key=lambda source: source.document):  # each is folded once
        document = documents.get(source.document)
        if document is not None:
            known = _Known(source, document, hashes[source.document], lock.get(source.key))
            kind = source.document, known.in_file
            if kind not in marks:
                marks[kind] = _marks(cited, source.document, known.text, lock)
            result = known.revised(known.result(marks[kind]))
            yield Found(source, document, _weighed(source, document, result))


def revised_around(document: Document, passage: Passage) -> tuple[Look, ...]:
    """What the page marks in a passage and the rest of its sentence: struck out, inserted."""
    around = sentence_around(document.text, passage, document.markdown)
    return revision_marks(document, around)


def _weighed(source: Cited, document: Document, result: Reanchored) -> Reanchored:
    """A slip of the pen in a word that the question itself has is for the author to judge."""
    if result.change is not Change.WORDING or result.passage is None:
        return result
    new = {token.key for token in tokens(document.quote(result.passage))}
    slipped = {token.key for token in tokens(source.quoted.exact)} - new
    said = {token.key for _, text in source.texts for token in tokens(text)}
    asked = {word for word in slipped & said if len(word) > 3}
    return replace(result, change=Change.MEANING) if asked else result


def _marks(cited: list[Cited], document: str, text: str, lock: Lock) -> Landmarks:
    known = [source for source in cited if source.document == document and source.key in lock]
    return landmarks(text, [(s.quoted.exact, lock[s.key].anchor) for s in known])


@dataclass(frozen=True, slots=True)
class _Known:
    """A source with its document as it is now, whose file has this hash, and what is locked."""

    source: Cited
    document: Document
    hash: str
    locked: Locked | None

    @property
    def in_file(self) -> bool:
        """Whether the lock counts characters of a file that is read as another text now."""
        known, read = self.locked, self.document.rendered
        return known is not None and read is not None and not known.reading

    @property
    def text(self) -> str:
        """The text whose characters the lock counts."""
        return self.document.file_text if self.in_file else self.document.text

    def result(self, near: Landmarks) -> Reanchored:
        """What became of the source."""
        here = self._unchanged()
        if here is not None:
            return Reanchored(Status.EXACT, here)
        anchor = near.adjusted(self.locked.anchor) if self.locked is not None else None
        quoted = self.source.quoted
        exact = quoted.exact if self.in_file else self._as_read(quoted)
        sides = quoted.prefix, quoted.suffix
        lines = self.document.markdown and not self.in_file
        return self._read(reanchor(self.text, exact, *sides, anchor, lines=lines))

    def revised(self, found: Reanchored) -> Reanchored:
        """With what the page has struck out or inserted since as a change of meaning."""
        locked, place = self.locked, found.passage
        if place is None or locked is None or locked.hash == self.hash or locked.revised:
            return found
        if not revised_around(self.document, place):
            return found
        return replace(found, status=Status.CHANGED, change=Change.MEANING)

    def _unchanged(self) -> Passage | None:
        """Where it stands in a document that is as it was, though it may be read otherwise now."""
        quoted, locked = self.source.quoted, self.locked
        if locked is not None:
            if locked.hash != self.hash:
                return None
            start = locked.anchor.offset
            if self.text.startswith(quoted.exact, start):
                return self._read_span(Passage(start, start + len(quoted.exact)))
        elif quoted.prefix + quoted.exact + quoted.suffix in self.text:
            return None  # to be looked for among its twins
        other = respelled(self.document, quoted)
        return other.passage if other is not None else None

    def _as_read(self, quoted: Selector) -> str:
        """The words of the reading text for a source that quotes another of its forms."""
        if quoted.exact in self.document.text or self.document.rendered is None:
            return quoted.exact
        place = grounded_source(self.document, quoted)
        return quoted.exact if place is None else self.document.quote(place)

    def _read_span(self, span: Passage) -> Passage | None:
        if not self.in_file or self.document.rendered is None:
            return span
        read = self.document.rendered.source.derived(span)
        return read if read.start < read.end else None

    def _read(self, found: Reanchored) -> Reanchored:
        """What was found in the file, as passages of the reading text."""
        if not self.in_file:
            return found
        passage = self._read_span(found.passage) if found.passage is not None else None
        if found.passage is not None and passage is None:
            return Reanchored(Status.MISSING)
        places = tuple(p for p in map(self._read_span, found.places) if p is not None)
        return replace(found, passage=passage, places=places)
