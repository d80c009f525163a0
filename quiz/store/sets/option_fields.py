"""The parts that questions are made of: sources, distractors, options that must differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from quiz.core.rendering.marked import all_code
from quiz.core.text.normal_form import unify
from quiz.store.files.shown import did_you_mean, shown
from quiz.store.sets.fields import Fields, Text, clean, visible
from quiz.store.yaml.nodes import Mapping as MappingNode
from quiz.store.yaml.nodes import Scalar
from quiz.store.yaml.problems import Related

Data: TypeAlias = dict[str, object]
"""A validated part of a set as plain JSON-able values; keys that are absent mean empty."""

SOURCE_KEYS = ("document", "exact", "prefix", "suffix")
DISPUTE_KEYS = (*SOURCE_KEYS, "note")
NOT_ASKED_KEYS = (*SOURCE_KEYS, "reason")
DISTRACTOR_KEYS = ("text", "feedback", "sources")

SYMBOL_LENGTH = 4
"""Up to so many characters, an option may differ by case alone: mW and MW are two answers."""


class Declared(NamedTuple):
    """The documents a set declares; None when its list could not be read."""

    documents: Mapping[str, str] | None


def read_sources(fields: Fields, key: str, declared: Declared) -> list[Data]:
    """The sources under `key`."""
    kinds = fields.mappings(key, SOURCE_KEYS, "a source")
    return [read_source(source, declared) for source in kinds]


def read_disputes(fields: Fields, declared: Declared) -> list[Data]:
    """The sources that say otherwise, each with its note."""
    kinds = fields.mappings("disputed_by", DISPUTE_KEYS, "a source in `disputed_by`")
    hint = "say in a few words what this passage says instead"
    return [read_source(source, declared, "note", hint) for source in kinds]


def read_source(
    fields: Fields, declared: Declared, extra: str = "", extra_hint: str | None = None
) -> Data:
    """One source, with the text `extra` (a note, a reason) that must be there too."""
    found: Data = {"document": fields.required("document"), "exact": fields.quote("exact")}
    if not str(found["exact"]).strip():
        fields.require("exact", "copy the words of the document")
    _check_declared(fields, declared)
    for key in ("prefix", "suffix"):
        if text := fields.quote(key):
            found[key] = text
    if extra:
        found[extra] = fields.required_prose(extra, extra_hint)
    return found


def _check_declared(fields: Fields, declared: Declared) -> None:
    node = fields.nodes.get("document")
    if declared.documents is None or not isinstance(node, Scalar):
        return
    name = clean(node)
    if name and name not in declared.documents:
        known = ", ".join(declared.documents)
        hint = did_you_mean(name, declared.documents) or f"`documents` declares: {known}"
        fields.add("unknown-document", f"the set declares no document {shown(name)}", node, hint)


def read_distractors(
    fields: Fields, declared: Declared, key: str = "distractors", *, typed: bool = False
) -> tuple[list[Data], list[Text]]:
    """The distractors (or what else is wrong, under `key`), and their texts with places."""
    found: list[Data] = []
    texts: list[Text] = []
    read = fields.read_typed if typed else fields.read
    for item in fields.items(key):
        if isinstance(item, Scalar):
            text = read(clean(item))
            if not visible(text):
                fields.add("empty", f"an entry of `{key}` is empty", item)
            data: Data = {"text": text}
            texts.append(Text(text, item))
        elif isinstance(item, MappingNode):
            data = _distractor(item, fields, declared, texts, typed=typed)
        else:
            fields.wrong_kind("a distractor must be a text or have the key `text`", item)
            continue
        found.append(data)
    return found, texts


def _distractor(
    item: MappingNode, outer: Fields, declared: Declared, texts: list[Text], *, typed: bool
) -> Data:
    problems = outer.problems
    if is_unquoted(item, DISTRACTOR_KEYS):
        hint = "put the whole text in quotes"
        problems.add("wrong-kind", "a text with ': ' must be quoted", item.place, hint=hint)
        return {"text": ""}
    fields = Fields(item, DISTRACTOR_KEYS, problems, "a distractor", markup=outer.markup)
    text = fields.read_typed(fields.required("text")) if typed else fields.required_prose("text")
    data: Data = {"text": text}
    node = fields.nodes.get("text")
    if isinstance(node, Scalar):
        texts.append(Text(str(data["text"]), node))
    if feedback := fields.prose("feedback"):
        data["feedback"] = feedback
    if sources := read_sources(fields, "sources", declared):
        data["sources"] = sources
    return data


def is_unquoted(item: MappingNode, known: Iterable[str]) -> bool:
    """True for a list entry such as `- Note: this`, which YAML takes for a mapping."""
    keys = [key.value for key, _ in item.entries]
    return len(keys) == 1 and keys[0] not in known and did_you_mean(keys[0], known) is None


def same_option(text: str) -> str:
    """What no two options may have in common: what reads the same; of symbols and code the text."""
    if len(text) <= SYMBOL_LENGTH or all_code(text):
        return text
    return " ".join(unify(text).split())


def check_distinct(fields: Fields, texts: Iterable[Text], what: str) -> None:
    """Report each of `texts` that equals an earlier one."""
    seen: dict[str, Text] = {}
    for text in texts:
        first = seen.setdefault(same_option(text.value), text)
        if first is not text and text.value:
            fields.problems.add(
                "duplicate-option",
                f"{what} {shown(text.value)} stands here again; first at line {first.node.line}",
                text.node.place,
                related=Related(first.node.line, first.node.column, "first here"),
            )
