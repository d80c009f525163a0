"""One mapping of a question set, read key by key; what is wrong is noted and reading goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from quiz.core.rendering import question_text as markup
from quiz.core.text.safe_text import sanitise
from quiz.store.files.shown import nearest, shown
from quiz.store.yaml.nodes import Mapping, Node, Refused, Scalar, Sequence
from quiz.store.yaml.problems import Place, Problems

_KINDS = {Scalar: "a text", Sequence: "a list", Mapping: "a mapping of `key: value` lines"}


_MEANT = {
    **dict.fromkeys(("correct", "correct_answer", "solution", "key"), ("answer", "answers")),
    **dict.fromkeys(("wrong", "incorrect", "choices"), ("distractors",)),
    **dict.fromkeys(("question", "prompt", "title"), ("stem",)),
    **dict.fromkeys(("rationale", "why", "reason", "feedback"), ("explanation",)),
    **dict.fromkeys(("source", "citation", "reference"), ("sources",)),
    **dict.fromkeys(("quote", "passage", "excerpt"), ("exact",)),
    **dict.fromkeys(("correct_answers",), ("answers",)),
}
"""Keys of other formats, and those that say it here."""


_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that are drawn as nothing."""


class Text(NamedTuple):
    """A clean text and the node it comes from."""

    value: str
    node: Scalar


def clean(scalar: Scalar) -> str:
    """The text, harmless for a terminal, without outer space."""
    return sanitise(scalar.value).strip()


def visible(text: str) -> bool:
    """Whether anything of a text is seen: joiners, fillers and marks alone are nothing."""
    return bool(text) and (text.isascii() or any(map(_has_ink, text)))


def _has_ink(char: str) -> bool:
    from unicodedata import category

    return category(char)[0] not in "ZCM" and char not in _FILLERS


class Fields:
    """The entries of a mapping by key. `known` are the keys it may have; others are reported.

    `what` names the mapping in messages, such as "a source". With `markup`, what learners read is
    Markdown. Readers return an empty value for what is absent and for what was reported.
    """

    __slots__ = ("known", "markup", "misspelt", "nodes", "problems", "start", "what", "whole")

    def __init__(
        self,
        mapping: Mapping,
        known: Collection[str],
        problems: Problems,
        what: str,
        *,
        markup: bool = False,
    ) -> None:
        self.problems = problems
        self.markup = markup
        self.what = what
        self.known = known
        self.start = mapping
        self.nodes = {key.value: node for key, node in mapping.entries}
        self.misspelt: set[str] = set()
        self.whole = not mapping.incomplete
        if not self.nodes.keys() <= set(known):
            self._report_unknown(mapping)

    def _report_unknown(self, mapping: Mapping) -> None:
        free = [key for key in self.known if key not in self.nodes]
        for key, _ in mapping.entries:
            if key.value in self.known:
                continue
            near = None if self.problems.full else nearest(key.value, free)
            near = near or next((k for k in _MEANT.get(key.value, ()) if k in free), None)
            hint = f"did you mean {near!r}?" if near else f"it may have: {', '.join(self.known)}"
            self.misspelt.add(near or "")
            self.add("unknown-key", f"unknown key {shown(key.value)} in {self.what}", key, hint)

    def add(
        self, rule: str, message: str, node: Node | None = None, hint: str | None = None
    ) -> None:
        """Note a problem at `node`, or where the mapping starts."""
        place = self.place if node is None else node.place
        self.problems.add(rule, message, place, hint=hint)

    @property
    def place(self) -> Place:
        """Where the mapping starts: its first line."""
        line, column, *_ = self.start.place
        return Place(line, column, line, column + 1)

    def missing(self, key: str, hint: str | None = None) -> None:
        """Report a key that must be there, unless a misspelt or refused one explains it."""
        if self.whole and key not in self.nodes and key not in self.misspelt:
            self.add("missing-key", f"{self.what} needs `{key}`", hint=hint)

    def text(self, key: str) -> str:
        """An optional text."""
        node = self.nodes.get(key)
        if isinstance(node, Scalar):
            return sanitise(node.value).strip()
        if node is not None:
            self.wrong_kind(f"`{key}` must be a text", node)
        return ""

    def required(self, key: str, hint: str | None = None) -> str:
        """A text that must be there and not be empty."""
        text = self.text(key)
        if not visible(text):
            self.require(key, hint)
            return ""
        return text

    def prose(self, key: str) -> str:
        """An optional text as learners read it."""
        return self.read(self.text(key))

    def required_prose(self, key: str, hint: str | None = None) -> str:
        """A text that must be there, as learners read it."""
        text = self.prose(key)
        if not visible(text):
            self.require(key, hint)
            return ""
        return text

    def read(self, text: str) -> str:
        """A clean text as learners read it."""
        return markup.read_markup(text) if self.markup else text

    def read_typed(self, text: str) -> str:
        """A clean text as learners type it."""
        return markup.read_code_spans(text) if self.markup else text

    def require(self, key: str, hint: str | None = None) -> None:
        """Report `key` as missing, or as empty when it is there."""
        node = self.nodes.get(key)
        if node is None:
            self.missing(key, hint)
        elif _is_empty(node) or (self.markup and isinstance(node, Scalar)):
            self.add("empty", f"`{key}` is empty", node, hint)

    def quote(self, key: str) -> str:
        """A text copied from a document: only line ends around it are dropped, no spaces."""
        node = self.nodes.get(key)
        if isinstance(node, Scalar):
            return sanitise(node.value).strip("\n")
        return self.text(key)

    def items(self, key: str, example: str = "") -> list[Node]:
        """The nodes of an optional list."""
        node = self.nodes.get(key)
        if isinstance(node, Sequence):
            return node.items
        if node is not None and not _is_empty(node):
            hint = example or f"start each entry of `{key}` on its own line with '- '"
            self.wrong_kind(f"`{key}` must be a list", node, hint)
        return []

    def entries(self, key: str, example: str = "") -> list[Text]:
        """The texts of an optional list as learners read them, none of them empty."""
        return self._entries(key, example, self.read)

    def _entries(self, key: str, example: str, read: Callable[[str], str]) -> list[Text]:
        found: list[Text] = []
        for item in self.items(key, example):
            if isinstance(item, Scalar):
                text = read(sanitise(item.value).strip())
                if visible(text):
                    found.append(Text(text, item))
                else:
                    self.add("empty", f"an entry of `{key}` is empty", item)
            else:
                self.wrong_kind(f"an entry of `{key}` must be a text", item)
        return found

    def texts(self, key: str, example: str = "") -> list[str]:
        """The texts of an optional list as they are written, none of them empty."""
        return [text.value for text in self._entries(key, example, str)]

    def typed(self, key: str) -> list[str]:
        """The texts of an optional list as learners type them, none of them empty."""
        return [text.value for text in self._entries(key, "", self.read_typed)]

    def mappings(self, key: str, known: Collection[str], what: str) -> Iterator[Fields]:
        """The mappings of an optional list."""
        for item in self.items(key):
            if isinstance(item, Mapping):
                yield Fields(item, known, self.problems, what, markup=self.markup)
            else:
                keys = ", ".join(f"`{key}`" for key in known)
                self.wrong_kind(f"{what} must be a mapping", item, f"with the keys {keys}")

    def wrong_kind(self, message: str, node: Node, hint: str | None = None) -> None:
        """Report a value of the wrong kind, unless it was refused already."""
        if not isinstance(node, Refused):
            found = _KINDS[type(node)]
            place = node.place
            if not isinstance(node, Scalar):
                place = Place(place.line, place.column, place.line, place.column + 1)
            self.problems.add("wrong-kind", f"{message}, not {found}", place, hint=hint)


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not visible(clean(node))
    return isinstance(node, Sequence) and not node.items
