"""A question of a set, from its node to plain validated data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quiz.store.files.shown import did_you_mean, shown
from quiz.store.sets.fields import Fields, clean, visible
from quiz.store.sets.marked_data import looks_in
from quiz.store.sets.option_fields import Data, Declared, read_disputes, read_sources
from quiz.store.sets.type_fields import TYPED, TYPES, one_of
from quiz.store.yaml.nodes import Mapping, Node, Scalar
from quiz.store.yaml.problems import Problems, Related

COMMON_KEYS = (
    "id",
    "type",
    "stem",
    "explanation",
    "sources",
    "tags",
    "hint",
    "disputed_by",
    "draft",
)
CLOZE_STEM = "Complete the text."
MAX_ID = 64
ID_HINT = "use letters, digits, '-', '_' and '.', starting with a letter or digit"

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_KEYS = {name: (*COMMON_KEYS, *kind.keys) for name, kind in TYPES.items()}
_ALL_KEYS = tuple(dict.fromkeys(key for keys in _KEYS.values() for key in keys))
_ARTICLES = {**dict.fromkeys(("open", "ordering"), "an")}


def read_id(fields: Fields, what: str, suggestion: str) -> str:
    """The id of a set or a question; empty when it was reported."""
    example = slug(suggestion)
    found = fields.required("id", f"for example `id: {example}`" if example else None)
    message = malformed(found, what) if found else ""
    if message:
        hint = f"{ID_HINT}: {example or slug(found)}".removesuffix(": ")
        fields.add("bad-id", message, fields.nodes["id"], hint)
        return ""
    return found


def malformed(id_: str, what: str) -> str:
    """Why something cannot be the id of `what`; empty when it can."""
    if _ID.fullmatch(id_):
        return ""
    if len(id_) > MAX_ID:
        return f"the id of {what} has {len(id_)} characters; {MAX_ID} are the most"
    return f"the id {shown(id_)} of {what} is malformed"


def slug(text: str) -> str:
    """The first words of `text` in the form of an id; empty when it has no letters."""
    words = re.findall(r"[a-z0-9]+", text[:200].lower())
    return "-".join(words[:4])[:MAX_ID]


@dataclass(slots=True)
class QuestionReader:
    """Reads the questions of one set; remembers their ids, since each may be used once.

    `typed` holds for every typed answer that says nothing else.
    With `markup`, the texts that learners read are Markdown.
    """

    declared: Declared
    problems: Problems
    seen: dict[str, Scalar] = field(default_factory=dict)
    typed: Data = field(default_factory=dict)
    markup: bool = False

    def read(self, node: Node) -> Data | None:
        """One question as data; None when it has a problem."""
        before = self.problems.count
        if not isinstance(node, Mapping):
            outer = Fields(Mapping(node.start, node.end, []), (), self.problems, "a question")
            hint = "start it with `- id: …` and put its other keys below"
            outer.wrong_kind("a question must be a mapping of `key: value` lines", node, hint)
            return None
        id_node = node.get("id")
        self.problems.question = clean(id_node) if isinstance(id_node, Scalar) else ""
        data = self._question(node)
        self.problems.question = ""
        return data if self.problems.count == before and not node.incomplete else None

    def _question(self, node: Mapping) -> Data:
        type_node = node.get("type")
        name = clean(type_node) if isinstance(type_node, Scalar) else ""
        kind = TYPES.get(name)
        what = f"{_ARTICLES.get(name, 'a')} {name} question" if kind else "a question"
        known = _KEYS.get(name, _ALL_KEYS)
        fields = Fields(node, known, self.problems, what, markup=self.markup)
        if kind is None:
            self._report_type(fields)
        data = self._common(fields, name)
        if kind is not None:
            typed = self.typed if name in TYPED else {}
            data |= {**typed, **kind.read(fields, self.declared)}
        if self.markup and (looks := looks_in(data)):
            data["looks"] = looks
        return data

    def _report_type(self, fields: Fields) -> None:
        name = fields.required("type", f"one of: {', '.join(TYPES)}")
        if name:
            hint = did_you_mean(name, TYPES) or f"one of: {', '.join(TYPES)}"
            message = f"unknown question type {shown(name)}"
            fields.add("unknown-type", message, fields.nodes["type"], hint)

    def _common(self, fields: Fields, type_name: str) -> Data:
        stem = fields.prose("stem")
        data: Data = {"type": type_name, "id": self._id(fields, stem)}
        data["line"] = fields.place.line
        if type_name == "cloze" and "stem" not in fields.nodes:
            stem = CLOZE_STEM
        elif not visible(stem):
            fields.require("stem")
        data["stem"] = stem
        draft = _draft(fields)
        data["sources"] = read_sources(fields, "sources", self.declared)
        if not data["sources"] and not draft:
            fields.require("sources", "name the document and the exact words that prove the answer")
        for key in ("explanation", "hint"):
            if text := fields.prose(key):
                data[key] = text
        if tags := fields.texts("tags", "write `tags: [first, second]`"):
            data["tags"] = tags
        if disputes := read_disputes(fields, self.declared):
            data["disputed_by"] = disputes
        if draft:
            data["draft"] = True
        return data

    def _id(self, fields: Fields, stem: str) -> str:
        found = read_id(fields, "a question", stem)
        node = fields.nodes.get("id")
        if found and isinstance(node, Scalar):
            first = self.seen.setdefault(found, node)
            if first is not node:
                self._report_twice(found, node, first)
        return found

    def _report_twice(self, found: str, node: Scalar, first: Scalar) -> None:
        self.problems.add(
            "duplicate-id",
            f"the question id {shown(found)} is used again; first at line {first.line}",
            node.place,
            hint="each question needs an id of its own",
            related=Related(first.line, first.column, "first used here"),
        )


def _draft(fields: Fields) -> bool:
    """Whether the question is one that nothing proves yet."""
    return one_of(fields, "draft", ("true", "false")) == "true"
