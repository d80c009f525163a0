"""The builder of a YAML tree, from libyaml's events, as far as its bounds allow.

Every scalar is a plain string: nothing is resolved, constructed or executed. What a question set
has no use for (anchors, aliases, merge keys, tags, several documents) is reported and left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from yaml import events as yaml_events

from quiz.store.files.shown import shown
from quiz.store.yaml.bounds import LONG, LONG_LISTS, MAX_DEPTH, Bounds, LongList, TooMuch
from quiz.store.yaml.nodes import Mapping, Mark, Node, Refused, Scalar, Sequence
from quiz.store.yaml.problems import Fault, Place, Problems, Related


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


class Full(Exception):
    """More problems than anybody reads."""


class _Enough(Exception):
    """Reading on brings nothing new; `node` is what there is of the part that was being read."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node


class TooDeep(Exception):
    """Brackets or dashes within each other, more than `MAX_DEPTH`; `fault` says where."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        message = f"nested more than {MAX_DEPTH} levels deep"
        self.fault = Fault(message, place, "quote a text that holds many brackets or dashes")


class Builder:
    """Takes events until the tree is complete, and notes what is refused.

    `last` is the text read last, `brackets` are the open ones, the innermost last.
    """

    def __init__(self, events: Events, problems: Problems, bounds: Bounds) -> None:
        self.events = events
        self.problems = problems
        self.depth = 0
        self.bounds = bounds
        self.listed: LongList | None = None
        self.last: Node | None = None
        self.brackets: list[Mark] = []

    def document(self) -> Node | None:
        """The tree of the first document; a second one is reported.

        Raises TooDeep, TooMuch, Full, and the parser's own MarkedYAMLError.
        """
        root: Node | None = None
        while (event := self.events()) is not None:
            if type(event) is not DOCUMENT:
                continue
            if root is not None:
                hint = "a set is one YAML document; quote a text that is only dashes"
                self._refuse("a second YAML document starts here", event, hint)
                break
            try:
                root = self._node(self._next())
            except _Enough as enough:
                return enough.node
        return root

    def _next(self) -> Event:
        event = self.events()
        assert event is not None
        return event

    def _node(self, event: Event) -> Node:
        """The node that starts with `event`."""
        bounds = self.bounds
        bounds.nodes += 1
        if bounds.nodes > bounds.limit:
            raise bounds.full(_place(event))
        kind = type(event)
        if kind is SCALAR:
            value = event.value
            if len(value) > LONG or not value.isprintable():
                bounds.check_text(value, _place(event))
            node: Node = Scalar(event.start_mark, event.end_mark, value)
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
            raise TooDeep(_place(event))
        if event.flow_style:
            self.brackets.append(event.start_mark)
        node = self._mapping(event) if type(event) is MAPPING else self._sequence(event)
        if event.flow_style:
            self.brackets.pop()
        self.depth -= 1
        return node

    def _sequence(self, event: Event) -> Node:
        if self.depth == 2 and self.listed is not None:
            return self._entries(event, self.listed)
        items: list[Node] = []
        start = event.start_mark
        while type(event := self._next()) is not SEQUENCE_END:
            items.append(self._node(event))
        return Sequence(start, event.end_mark, items)

    def _entries(self, event: Event, listed: LongList) -> Node:
        """A list that may be long, unless its entries are none of a question set."""
        found = Sequence(event.start_mark, event.end_mark, [])
        while type(event := self._next()) is not SEQUENCE_END:
            if self.bounds.hopeless:
                message = "reading ends here: too many entries above lack what each must have"
                self.problems.add("unreadable", message, _place(event))
                raise _Enough(found)
            if len(found.items) >= listed.most:
                raise TooMuch(f"a list has more than {listed.most} entries", _place(event))
            self.bounds.begin_entry()
            node = self._node(event)
            self.bounds.end_entry(node, listed)
            found.items.append(node)
        found.end = event.end_mark
        return found

    def _part(self, key: Scalar, root: Mapping) -> Node:
        """The value of a top-level key."""
        self.listed = LONG_LISTS.get(key.value)
        try:
            return self._node(self._next())
        except _Enough as enough:
            root.entries.append((key, enough.node))
            root.incomplete = True
            enough.node = root
            raise

    def _mapping(self, event: Event) -> Node:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        found = Mapping(event.start_mark, event.end_mark, entries)
        while type(event := self._next()) is not MAPPING_END:
            key = self._key(event)
            if self.depth == 1 and key is not None:
                value = self._part(key, found)
            else:
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
        if self.problems.full:
            raise Full

    def _refuse(self, message: str, event: Event, hint: str) -> None:
        self.problems.add("refused-yaml", message, _place(event), hint=hint)
        if self.problems.full:
            raise Full


def _place(event: Event) -> Place:
    return Node(event.start_mark, event.end_mark).place
