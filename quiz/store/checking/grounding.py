"""Is what a set cites really in its documents? Each source with its node, and what is wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.checking.findings import RelatedPlace
from quiz.core.checking.view import words_of
from quiz.core.grounding.located import How, Located
from quiz.core.grounding.source import Source
from quiz.core.grounding.sources import find_source
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.text.safe_text import sanitise
from quiz.store.files.shown import shown
from quiz.store.sets.fields import clean
from quiz.store.sets.reading import SetFile
from quiz.store.yaml.nodes import Mapping as MappingNode
from quiz.store.yaml.nodes import Node, Scalar, Sequence, node_at

if TYPE_CHECKING:
    from quiz.core.documents.document import Document
    from quiz.core.text.passages import Passage

MAX_HINT = 400
"""Characters; a longer passage is not repeated in a hint."""

MAX_PLACES = 5

MAX_HEADING, MARKS = 150, 8
"""Characters of a heading, and of the number or marks beside it in its line."""

MAX_SEARCHED = 700_000_000
"""The work of looking for all sources of a set, in characters folded and compared: two seconds.

That is 20,000 sources in a megabyte, or 500 that stand nowhere in a short document.
"""

QUICK = 30
"""So many times less work it is to find exact words than to look for what is like them."""

PER_SOURCE, PER_CHARACTER = 500_000, 10_000
"""The work for a source that stands nowhere, and for each character of it."""


class Citation(NamedTuple):
    """A source and where it stands in the set file; `question` is an id, empty for `not_asked`."""

    question: str
    source: Source
    root: Node | None
    path: tuple[str | int, ...] = ()

    @property
    def node(self) -> MappingNode | None:
        """The mapping with `document` and `exact`."""
        found = node_at(self.root, *self.path)
        return found if isinstance(found, MappingNode) else None

    @property
    def exact(self) -> Node | None:
        """The value of `exact`."""
        return self.node.get("exact") if self.node is not None else None


class Fault(NamedTuple):
    """Why a citation is not grounded, or not to be trusted."""

    rule: str
    message: str
    hint: str | None
    related: tuple[RelatedPlace, ...] = ()


def citations(file: SetFile, questions: Iterable[Question]) -> Iterator[Citation]:
    """Every source of a set: those of its sound questions, and what can be read of the others."""
    for question in questions:
        root = file.nodes.get(question.id)
        for path, source in _cited(question):
            yield Citation(question.id, source, root, path)
    tree = file.tree
    listed = node_at(tree, "questions")
    if file.problems and isinstance(listed, Sequence):
        sound = set(map(id, file.nodes.values()))
        for item in listed.items:
            if id(item) not in sound:
                yield from _loose(item)
    yield from _sources_in(node_at(tree, "not_asked"), "", tree, ("not_asked",))


def _cited(question: Question) -> Iterator[tuple[tuple[str | int, ...], Source]]:
    for at, source in enumerate(question.sources):
        yield ("sources", at), source
    for at, source in enumerate(question.disputed_by):
        yield ("disputed_by", at), source
    if isinstance(question, SingleChoice | MultipleChoice):
        for number, distractor in enumerate(question.distractors):
            for at, source in enumerate(distractor.sources):
                yield ("distractors", number, "sources", at), source


def _loose(item: Node) -> Iterator[Citation]:
    """The sources of a question that has some other fault."""
    id_node = node_at(item, "id")
    name = clean(id_node) if isinstance(id_node, Scalar) else ""
    for key in ("sources", "disputed_by"):
        yield from _sources_in(node_at(item, key), name, item, (key,))
    distractors = node_at(item, "distractors")
    if isinstance(distractors, Sequence):
        for at, distractor in enumerate(distractors.items):
            path = ("distractors", at, "sources")
            yield from _sources_in(node_at(distractor, "sources"), name, item, path)


def _sources_in(
    listed: Node | None, question: str, root: Node | None, path: tuple[str | int, ...]
) -> Iterator[Citation]:
    for at, node in enumerate(listed.items) if isinstance(listed, Sequence) else ():
        source = _source(node)
        if source is not None:
            yield Citation(question, source, root, (*path, at))


def _source(node: Node) -> Source | None:
    """The source a mapping describes, if its texts are texts."""
    if not isinstance(node, MappingNode):
        return None
    found = {}
    for key in ("document", "exact", "prefix", "suffix"):
        value = node.get(key)
        if isinstance(value, Scalar):
            text = clean(value)
            found[key] = text if key == "document" else sanitise(value.value).strip("\n")
        elif value is not None:
            return None
    return Source(**found) if found.get("exact", "").strip() and found.get("document") else None


def ground(
    cited: Iterable[Citation], documents: Mapping[str, Document]
) -> Iterator[tuple[Citation, Located]]:
    """Each citation of one of `documents` with its place, document by document."""
    by_document: dict[str, list[Citation]] = {}
    searched = 0
    for citation in cited:
        by_document.setdefault(citation.source.document, []).append(citation)
    for name, group in by_document.items():
        document = documents.get(name)
        for citation in group if document is not None else ():
            assert document is not None
            source = citation.source
            if searched > MAX_SEARCHED:
                yield citation, UNSOUGHT
                continue
            located = find_source(document, source)
            text = document.text
            searched += len(text) // QUICK if located.grounded else _work(text, source)
            yield citation, located


def _work(text: str, source: Source) -> int:
    """The work of looking for what is like a source."""
    return len(text) + PER_SOURCE + PER_CHARACTER * len(source.exact)


UNSOUGHT = Located(How.MISSING)
"""What `ground` gives for a source that it did not look for any more."""


def fault(source: Source, located: Located, document: Document) -> Fault | None:
    """What is wrong with a source that was looked for; None when it is grounded."""
    if located is UNSOUGHT:
        hint = "mend or take out the sources above that stand nowhere, or split the set"
        message = "not looked for: too many sources for documents of this length"
        return Fault("source-not-found", message, hint)
    match located.how:
        case How.EXACT:
            return _revised(located, document)
        case How.FOLDED:
            return _folded(source, located, document)
        case How.AMBIGUOUS:
            return _ambiguous(source, located, document)
    return _not_found(source, located, document)


def heading_only(question: Question, located: Located, document: Document) -> Fault | None:
    """What is wrong where the one source of a question is a heading without a word of the key.

    A heading names what follows and states nothing.
    """
    passage, text = located.passage, document.text
    if passage is None or passage.end - passage.start > MAX_HEADING:
        return None
    start, end = text.rfind("\n", 0, passage.start) + 1, text.find("\n", passage.end)
    if passage.start - start > MARKS or (end if end >= 0 else len(text)) - passage.end > MARKS:
        return None  # more stands in its line
    at = bisect_right(document.sections, passage.end, key=lambda section: section.heading.start)
    said = set(words_of(document.quote(passage)))
    if not at or passage.end > document.sections[at - 1].heading.end:
        return None
    if any(said.intersection(words_of(key)) for key in question.key):
        return None
    hint = "cite the sentence below it that says so"
    return Fault("source-is-heading", "this is only a heading", hint)


def _revised(located: Located, document: Document) -> Fault | None:
    """What the page itself says against a passage that stands there word for word."""
    if located.passage is None or not document.revised:
        return None
    from quiz.core.documents.revision_marks import revision_marks

    marks = revision_marks(document, located.passage)
    if not marks:
        return None
    struck = marks[0] == "struck"
    what = "struck out there" if struck else "marked as inserted there"
    hint = "quote what is valid" if struck else "quote it when the document has taken it over"
    return Fault("source-struck-out", f"words of this passage are {what}", hint)


def _folded(source: Source, located: Located, document: Document) -> Fault:
    assert located.passage is not None
    verbatim = document.quote(located.passage)
    return Fault(
        "source-only-folded",
        f"{shown(source.document)} spells this passage another way (letters, marks or spaces)",
        f"write the document's own words: {_scalar(verbatim)}",
        _places(document, [located.passage], "the passage"),
    )


def _ambiguous(source: Source, located: Located, document: Document) -> Fault:
    count = len(located.others)
    exactly = located.score >= 1
    what = f"these words stand {count} times" if exactly else f"{count} passages resemble this"
    message = f"{what} in {shown(source.document)}, and nothing says which is meant"
    if count == 1:
        message = f"this may or may not be a passage of {shown(source.document)}"
    return Fault(
        "source-ambiguous",
        message,
        "add `prefix` or `suffix` with the words before or after it, or quote more of it",
        _places(document, located.others, "one place"),
    )


def _not_found(source: Source, located: Located, document: Document) -> Fault:
    name, text = shown(source.document), document.text
    if source.exact in text:
        return _stands_otherwise(source, document)
    if document.rendered is not None and source.exact in document.file_text:
        hidden = "these words stand in the file and are not read: an address, a comment or a sign"
        return Fault("source-not-found", hidden, "quote what a reader of the page sees")
    message = f"these words stand nowhere in {name}"
    if located.passage is None:
        return Fault("source-not-found", message, "copy the words from the document")
    from quiz.core.revisions.sentence.whole_words import whole_sentence

    nearest = whole_sentence(text, located.passage, source.exact, document.markdown)
    quoted = _scalar(document.quote(nearest))
    return Fault(
        "source-not-found",
        message,
        f"the nearest passage is {quoted}; does it still prove the answer?",
        _places(document, [nearest], "the nearest passage"),
    )


def _stands_otherwise(source: Source, document: Document) -> Fault:
    """The words are there: inside longer ones, or beside other words than prefix and suffix."""
    from quiz.core.revisions.sentence.whole_words import longer_words, whole_places

    name, text = shown(source.document), document.text
    whole = whole_places(text, source.exact)
    if whole:
        message = f"these words stand in {name}, but not between this prefix and suffix"
        hint = "copy the words before and behind it anew, or leave prefix and suffix out"
        return Fault("source-not-found", message, hint, _places(document, whole, "one place"))
    longer = list(longer_words(text, source.exact))
    words = list(dict.fromkeys(map(document.quote, longer)))[:MAX_PLACES]
    message = (
        f"these words stand in {name} only inside longer words: {', '.join(map(shown, words))}"
    )
    hint = f"quote whole words: {_scalar(words[0])}"
    return Fault("source-not-found", message, hint, _places(document, longer, "one place"))


def _places(document: Document, passages: Iterable[Passage], what: str) -> tuple[RelatedPlace, ...]:
    return tuple(
        RelatedPlace(document.path, *document.file_place(passage.start), what)
        for passage in list(passages)[:MAX_PLACES]
    )


def _scalar(text: str) -> str:
    """A text as it can be written in YAML; only its start when it is long."""
    if len(text) > MAX_HINT:
        return shown(text)
    import json

    return json.dumps(text, ensure_ascii=False)
