"""YAML text to a tree, from libyaml's events.

Every scalar is a plain string: nothing is resolved, constructed or executed. What a question set
has no use for (anchors, aliases, merge keys, tags, several documents) is reported and left out.
After a syntax error, the question around it is left out and the rest is read all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

import yaml
from yaml import events as yaml_events

from quiz.errors import QuizError
from quiz.store.nodes import Mapping, Mark, Node, Refused, Scalar, Sequence
from quiz.store.problems import Place, Problems, Related
from quiz.store.shown import shown
from quiz.store.yaml_recovery import without_block
from quiz.store.yaml_syntax import Fault, explain

MAX_DEPTH = 20
MAX_NODES = 1_000_000
MAX_RECOVERIES = 50
MAX_REPARSED = 10_000_000
"""So many characters are read again, in sum, to go on after syntax errors."""


class Event(Protocol):
    """What the parser reports; which of these a report has depends on its class."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    implicit: tuple[bool, bool]
    flow_style: bool


# The classes of reports, only ever compared: their own types would hide the protocol above.
SCALAR: type[object] = yaml_events.ScalarEvent
ALIAS: type[object] = yaml_events.AliasEvent
MAPPING: type[object] = yaml_events.MappingStartEvent
MAPPING_END: type[object] = yaml_events.MappingEndEvent
SEQUENCE_END: type[object] = yaml_events.SequenceEndEvent
DOCUMENT: type[object] = yaml_events.DocumentStartEvent

Events: TypeAlias = Callable[[], Event | None]


def read_tree(text: str, problems: Problems) -> Node | None:
    """The tree of `text`; None when it is empty or cannot be read. Never raises on content.

    `incomplete` is set on the root when a part was left out. Raises QuizError when PyYAML
    lacks its C parser.
    """
    recovered = False
    for _ in range(1 + min(MAX_RECOVERIES, MAX_REPARSED // (len(text) + 1))):
        builder = _Builder(_events(text), problems)
        try:
            root = builder.document()
        except yaml.MarkedYAMLError as error:
            fault = explain(error, text.split("\n"), builder.last, builder.brackets)
            if not problems.any_on("refused-yaml", fault.place.line):
                problems.add("syntax", fault.message, fault.place, hint=fault.hint)
        except _TooDeep as error:
            fault = error.fault
            problems.add("syntax", fault.message, fault.place, hint=fault.hint)
        except _TooMuch:
            problems.add("unreadable", f"more than {MAX_NODES} values", Place(1, 1, 1, 1))
            return None
        else:
            return _marked(root, recovered)
        shorter = without_block(text, fault.place.line)
        if shorter is None:
            return None
        text, recovered = shorter, True
    return None


def _marked(root: Node | None, recovered: bool) -> Node | None:
    if recovered and isinstance(root, Mapping):
        root.incomplete = True
    return root


def _events(text: str) -> Events:
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        raise QuizError(
            "PyYAML was installed without its C parser, and the other one is ten times slower",
            hint="pip install --force-reinstall --only-binary pyyaml pyyaml",
        )
    events: Events = loader(text).get_event
    return events


class _TooMuch(Exception):
    """More values than any question set has."""


class _TooDeep(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        message = f"nested more than {MAX_DEPTH} levels deep"
        self.fault = Fault(message, place, "quote a text that holds many brackets or dashes")


class _Builder:
    def __init__(self, events: Events, problems: Problems) -> None:
        self.events = events
        self.problems = problems
        self.depth = 0
        self.nodes = 0
        self.last: Node | None = None
        self.brackets: list[Mark] = []

    def document(self) -> Node | None:
        """The tree of the first document; a second one is reported."""
        root: Node | None = None
        while (event := self.events()) is not None:
            if type(event) is not DOCUMENT:
                continue
            if root is not None:
                hint = "a set is one YAML document; quote a text that is only dashes"
                self._refuse("a second YAML document starts here", event, hint)
                break
            root = self._node(self._next())
        return root

    def _next(self) -> Event:
        event = self.events()
        assert event is not None
        return event

    def _node(self, event: Event) -> Node:
        """The node that starts with `event`."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _TooMuch
        kind = type(event)
        if kind is SCALAR:
            node: Node = Scalar(event.start_mark, event.end_mark, event.value)
            self.last = node
        elif kind is ALIAS:
            hint = f"write the value out, or quote the text: {shown(f'*{event.anchor}')}"
            self._refuse("aliases are refused", event, hint)
            return Refused(event.start_mark, event.end_mark)
        else:
            node = self._collection(event)
        return self._plain(event, node) if event.anchor or event.tag else node

    def _plain(self, event: Event, node: Node) -> Node:
        """Anchors do no harm once reported; of a tagged value nobody knows what was meant."""
        if event.anchor:
            hint = f"leave it out, or quote the text: {shown(f'&{event.anchor}')}"
            self._refuse("anchors are refused", event, hint)
        if event.tag:
            hint = "leave it out (every value is read as text), or quote a text that starts with !"
            self._refuse(f"tags are refused: {shown(event.tag)}", event, hint)
            return Refused(node.start, node.end)
        return node

    def _collection(self, event: Event) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _TooDeep(_place(event))
        if event.flow_style:
            self.brackets.append(event.start_mark)
        node = self._mapping(event) if type(event) is MAPPING else self._sequence(event)
        if event.flow_style:
            self.brackets.pop()
        self.depth -= 1
        return node

    def _sequence(self, event: Event) -> Node:
        items: list[Node] = []
        start = event.start_mark
        while type(event := self._next()) is not SEQUENCE_END:
            items.append(self._node(event))
        return Sequence(start, event.end_mark, items)

    def _mapping(self, event: Event) -> Node:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        found = Mapping(event.start_mark, event.end_mark, entries)
        while type(event := self._next()) is not MAPPING_END:
            key = self._key(event)
            value = self._node(self._next())
            if key is None:
                found.incomplete = True
            elif (first := seen.setdefault(key.value, key)) is key:
                entries.append((key, value))
            else:
                self._duplicate(key, first)
        found.end = event.end_mark
        return found

    def _key(self, event: Event) -> Scalar | None:
        """The key; None when it was refused."""
        key = self._node(event)
        if type(event) is not SCALAR:
            if type(event) is not ALIAS:
                hint = "quote a text that starts with [ or {"
                self._refuse("a key must be a single word", event, hint)
            return None
        if event.value == "<<" and event.implicit[0]:
            self._refuse("merge keys (<<) are refused", event, "write the entries out")
            return None
        return key if isinstance(key, Scalar) else None

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        self.problems.add(
            "duplicate-key",
            f"the key {shown(key.value)} stands here again; first defined at line {first.line}",
            key.place,
            hint="keep one of the two",
            related=Related(first.line, first.column, "first defined here"),
        )

    def _refuse(self, message: str, event: Event, hint: str) -> None:
        self.problems.add("refused-yaml", message, _place(event), hint=hint)


def _place(event: Event) -> Place:
    return Node(event.start_mark, event.end_mark).place
