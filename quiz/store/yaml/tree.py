"""YAML text to a tree: read once, and after a syntax error again without the part around it."""

from __future__ import annotations

from typing import cast

import yaml

from quiz.errors import QuizError
from quiz.store.yaml.bounds import MAX_DEPTH, Bounds, TooMuch
from quiz.store.yaml.builder import Builder, Events, Full, TooDeep
from quiz.store.yaml.feed import Feed
from quiz.store.yaml.nodes import Mapping, Node
from quiz.store.yaml.problems import Problems
from quiz.store.yaml.recovery import Recovery

__all__ = ["MAX_DEPTH", "read_tree"]

MAX_RECOVERIES = 50
MAX_REPARSED = 10_000_000
"""So many characters are read again, in sum, to go on after syntax errors."""

MAX_WASTED = 50_000
"""After so many values that were read for nothing, there is one last try."""


def read_tree(text: str, problems: Problems) -> Node | None:
    """The tree of `text`; None when it is empty or cannot be read. Never raises on content.

    `incomplete` is set on the root when a part was left out. Raises QuizError when PyYAML
    lacks its C parser.
    """
    recovery: Recovery | None = None
    wasted = 0
    for _ in range(1 + min(MAX_RECOVERIES, MAX_REPARSED // (len(text) + 1))):
        attempt = _Attempt(text, problems)
        try:
            return _marked(attempt.tree(), recovered=recovery is not None)
        except yaml.MarkedYAMLError as error:
            from quiz.store.yaml.syntax import explain  # most files have no error

            recovery = recovery or Recovery(text)
            builder = attempt.builder
            fault = explain(error, recovery.lines, builder.last, builder.brackets)
        except TooDeep as error:
            recovery = recovery or Recovery(text)
            fault = error.fault
        except TooMuch as error:
            problems.add("unreadable", error.message, error.place)
            return None
        except Full:
            return None
        if not problems.any_on("refused-yaml", fault.place.line):
            problems.add("syntax", fault.message, fault.place, hint=fault.hint)
        if wasted > MAX_WASTED or not recovery.blank(fault.place.line):
            return None
        wasted += attempt.bounds.nodes
        text = recovery.text
    return None


class _Attempt:
    """One reading of a text."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.bounds = Bounds()
        self.feed = Feed(text, self.bounds)
        self.builder = Builder(_events(self.feed), problems, self.bounds)

    def tree(self) -> Node | None:
        """What the text holds; raises TooMuch when the parser went on and on without a value."""
        try:
            return self.builder.document()
        finally:
            if self.feed.starved:
                raise self.bounds.endless(self.builder.last)


def _marked(root: Node | None, *, recovered: bool) -> Node | None:
    if recovered and isinstance(root, Mapping):
        root.incomplete = True
    return root


def _events(feed: Feed) -> Events:
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        raise QuizError(
            "PyYAML was installed without its C parser, and the other one is ten times slower",
            hint="pip install --force-reinstall --only-binary pyyaml pyyaml",
        )
    return cast(Events, loader(feed).get_event)
