"""What can be done about a finding: mend it as `--fix` does, follow the document, silence it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.core.checking.findings import Finding
from quiz.core.checking.registry import RULES
from quiz.core.documents.document import Document
from quiz.core.grounding.located import How
from quiz.core.grounding.selector import Selector, selector
from quiz.core.grounding.sources import find_source
from quiz.core.revisions.sentence.whole_words import whole_sentence
from quiz.core.text.passages import Passage
from quiz.errors import SetError
from quiz.store.checking.grounding import Citation, citations
from quiz.store.sets.ids import missing_ids
from quiz.store.yaml.edit import AddKey, Change, SetValue, Where, edited
from quiz.store.yaml.nodes import Sequence as ListNode
from quiz.store.yaml.nodes import node_at
from quiz.study.editing.buffer import Point, lines_in
from quiz.study.editing.live_check import LiveCheck, Look

UNSILENCED = frozenset({"syntax", "unreadable", "too-many", "refused-yaml", "unused-ignore"})


class Lines(NamedTuple):
    """Lines of the set, from `first` up to `last` (from 0), and those that stand there instead."""

    first: int
    last: int
    new: list[str]


class Action(NamedTuple):
    """Something to do about a finding. `sure`: no judgement is needed."""

    title: str
    lines: Lines
    rule: str
    sure: bool = False


def actions(live: LiveCheck, finding: Finding) -> Iterator[Action]:
    """What can be done about a finding of the text as it is now."""
    point = Point(finding.line - 1, max(0, finding.column - 1))
    look = live.look(point.line)
    if finding.rule == "missing-id":
        yield from _with_ids(live, look, finding)
    if finding.rule.startswith("source-"):
        yield from _of_source(live, look, finding)
    if finding.rule in RULES and finding.rule not in UNSILENCED:
        yield _silenced(live, finding)


def _silenced(live: LiveCheck, finding: Finding) -> Action:
    line = live.lines[finding.line - 1]
    comment = f"{line[: len(line) - len(line.lstrip())]}# quiz: ignore[{finding.rule}] because "
    at = finding.line - 1
    return Action(
        f"Ignore {finding.rule} here, with a reason", Lines(at, at, [comment]), finding.rule
    )


def _with_ids(live: LiveCheck, look: Look, finding: Finding) -> Iterator[Action]:
    tree = look.checked.file.tree
    for change, made, node in missing_ids(tree, live.found.path) if tree is not None else ():
        if node.place.line + look.shift == finding.line:
            lines = _written(live, look, [change])
            if lines is not None:
                yield Action(f"Write the id {made}", lines, finding.rule, sure=True)


def _of_source(live: LiveCheck, look: Look, finding: Finding) -> Iterator[Action]:
    file = look.checked.file
    questions = file.partial.questions if file.partial is not None else ()
    for citation in citations(file, questions):
        node = citation.exact
        document = look.checked.documents.get(citation.source.document)
        if node is None or document is None or node.place.line + look.shift != finding.line:
            continue
        for title, changes, sure in _ways(citation, document, _where(look, citation)):
            lines = _written(live, look, changes)
            if lines is not None:
                yield Action(title, lines, finding.rule, sure)
        return


def _where(look: Look, citation: Citation) -> Where:
    """Where a source stands in the tree of its set."""
    tree = look.checked.file.tree
    listed = node_at(tree, "questions")
    if citation.root is tree or not isinstance(listed, ListNode):
        return citation.path
    at = next(i for i, item in enumerate(listed.items) if item is citation.root)
    return ("questions", at, *citation.path)


def _ways(
    citation: Citation, document: Document, where: Where
) -> Iterator[tuple[str, list[Change], bool]]:
    """What a source could say instead."""
    source = citation.source
    located = find_source(document, source)
    quoted = Selector(source.exact, source.prefix, source.suffix)
    if located.how is How.FOLDED and located.passage is not None:
        changes = _changes(document, located.passage, quoted, citation, where)
        yield "Write the document's own words", changes, True
    elif located.how is How.AMBIGUOUS:
        for passage in located.others[:5]:
            title = f"Mean the passage in {document.place_parts(passage)[-1]}"
            yield title, _changes(document, passage, quoted, citation, where), False
    elif located.passage is not None and not located.grounded:
        nearest = whole_sentence(document.text, located.passage, source.exact)
        title = "Follow the document: quote the nearest passage"
        yield title, _changes(document, nearest, quoted, citation, where), False


def _changes(
    document: Document, passage: Passage, old: Selector, citation: Citation, where: Where
) -> list[Change]:
    new = selector(document.text, passage, old)
    if new is None:
        return []
    found: list[Change] = []
    if new.exact != old.exact:
        found.append(SetValue((*where, "exact"), new.exact))
    given = {key.value for key, _ in citation.node.entries} if citation.node is not None else set()
    for key in ("prefix", "suffix"):
        text = getattr(new, key)
        if text != getattr(old, key) and key in given:
            found.append(SetValue((*where, key), text))
        elif text and key not in given:
            found.append(AddKey(where, key, text, "exact"))
    return found


def _written(live: LiveCheck, look: Look, changes: Sequence[Change]) -> Lines | None:
    """The lines that such changes of a part of the set lead to."""
    before = look.checked.file.text
    try:
        after = edited(before, changes) if changes else before
    except SetError:
        return None
    found = difference(lines_in(before), lines_in(after))
    if found is None:
        return None
    return Lines(found.first + look.shift, found.last + look.shift, found.new)


def difference(before: Sequence[str], after: Sequence[str]) -> Lines | None:
    """The one stretch in which two texts differ; None when they are equal."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    behind, most = 0, min(len(before), len(after)) - first
    while behind < most and before[-1 - behind] == after[-1 - behind]:
        behind += 1
    if first == len(before) == len(after):
        return None
    return Lines(first, len(before) - behind, list(after[first : len(after) - behind]))


def mended(live: LiveCheck) -> Lines | None:
    """Everything that needs no judgement, mended at once; None when there is nothing."""
    look = Look(live.run(live.snapshot()), 0)
    tree = look.checked.file.tree
    changes: list[Change] = []
    if tree is not None:
        changes += [change for change, _, _ in missing_ids(tree, live.found.path)]
    file = look.checked.file
    for citation in citations(file, file.partial.questions if file.partial is not None else ()):
        document = look.checked.documents.get(citation.source.document)
        if document is not None:
            ways = _ways(citation, document, _where(look, citation))
            changes += [change for _, some, sure in ways if sure for change in some]
    try:
        after = edited(live.text, changes) if changes else live.text
    except SetError:
        return None
    return difference(live.lines, lines_in(after))
