"""What a set says beside its questions: id, title, documents, exam, passages left out."""

from __future__ import annotations

import re

from quiz.core.grading.numbers import parse_number
from quiz.store.files.shown import shown
from quiz.store.sets.fields import Fields, clean
from quiz.store.sets.option_fields import NOT_ASKED_KEYS, Data, Declared, read_source
from quiz.store.sets.question_fields import read_id
from quiz.store.sets.type_fields import one_of
from quiz.store.yaml.nodes import Mapping, Scalar, node_at

SET_KEYS = (
    "id",
    "title",
    "description",
    "language",
    "compare",
    "markup",
    "documents",
    "questions",
    "exam",
    "not_asked",
)
EXAM_KEYS = ("questions", "minutes", "pass", "near")
MAX_MINUTES = 24 * 60
MARKDOWN = "markdown"
"""What `markup` says of a set whose questions hold Markdown."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_header(fields: Fields, name: str) -> tuple[Data, Declared]:
    """All but the questions, and the declared documents; `name` suggests an id."""
    declared = Declared(_documents(fields))
    header: Data = {
        "id": read_id(fields, "the set", name),
        "id_line": (fields.nodes.get("id") or fields.start).place.line,
        "title": " ".join(fields.required("title").split()),
        "description": fields.text("description"),
        "language": _language(fields),
        "typed": typed_defaults(fields),
        "markup": one_of(fields, "markup", (MARKDOWN, "none")),
        "documents": declared.documents or {},
        "exam": _exam(fields),
        "not_asked": _not_asked(fields, declared),
    }
    return header, declared


def typed_defaults(fields: Fields) -> Data:
    """What holds for every typed answer of the set, as far as the author says it."""
    said = {
        "language": fields.text("language"),
        "compare": one_of(fields, "compare", ("words", "exact")),
    }
    return {key: value for key, value in said.items() if value}


def typed_of(header: Data) -> Data:
    """The same, of a header that was read."""
    found = header["typed"]
    return found if isinstance(found, dict) else {}


def _language(fields: Fields) -> str:
    language = fields.text("language") or "en"
    if not _LANGUAGE.fullmatch(language):
        message = f"the language {shown(language)} is no language tag"
        fields.add("bad-value", message, fields.nodes["language"], "such as en, nl or pt-BR")
    return language


def _documents(fields: Fields) -> dict[str, str] | None:
    """Key to relative path; None when no key can be trusted."""
    node = fields.nodes.get("documents")
    example = "for example `guide: documents/guide.txt`"
    if not isinstance(node, Mapping):
        if node is not None and not (isinstance(node, Scalar) and not clean(node)):
            fields.wrong_kind("`documents` must be a mapping of keys to files", node, example)
        elif not _only_drafts(fields):
            fields.require("documents", example)
        return None
    found: dict[str, str] = {}
    for key, value in node.entries:
        if not isinstance(value, Scalar):
            fields.wrong_kind(f"the document {shown(key.value)} must be a file", value, example)
        elif not clean(value):
            fields.add("empty", f"the document {shown(key.value)} names no file", key, example)
        found[clean(key)] = clean(value) if isinstance(value, Scalar) else ""
    return None if node.incomplete else found


def _only_drafts(fields: Fields) -> bool:
    """Whether every question is a draft that names no source: no document is needed yet."""
    nodes = fields.items("questions")
    drafts = [node_at(node, "draft") for node in nodes if node_at(node, "sources") is None]
    marked = [d for d in drafts if isinstance(d, Scalar) and clean(d) == "true"]
    return 0 < len(nodes) == len(marked)


def _not_asked(fields: Fields, declared: Declared) -> list[Data]:
    kinds = fields.mappings("not_asked", NOT_ASKED_KEYS, "an entry of `not_asked`")
    hint = "say why nobody needs to know this"
    return [read_source(entry, declared, "reason", hint) for entry in kinds]


def _exam(fields: Fields) -> Data:
    node = fields.nodes.get("exam")
    if node is None or (isinstance(node, Scalar) and not clean(node)):
        return {}
    if not isinstance(node, Mapping):
        hint = f"with the keys {', '.join(EXAM_KEYS)}"
        fields.wrong_kind("`exam` must be a mapping", node, hint)
        return {}
    exam = Fields(node, EXAM_KEYS, fields.problems, "`exam`")
    return {
        "questions": int(_number(exam, "questions", 1, 100_000, "20")),
        "minutes": int(_number(exam, "minutes", 1, MAX_MINUTES, "30")),
        "pass_percent": _number(exam, "pass", 0, 100, "70%"),
        "near_wrong": one_of(exam, "near", ("asked", "wrong")) == "wrong",
    }


def _number(exam: Fields, key: str, least: int, most: int, example: str) -> float:
    """A number of the exam plan; 0 when it is absent or was reported. Only `pass` has parts."""
    text = exam.text(key)
    if not text:
        return 0
    number = parse_number(text.removesuffix("%") if key == "pass" else text)
    whole = key == "pass" or number is None or number == int(number)
    if number is None or not whole or not least <= number <= most:
        message = f"`{key}` of the exam cannot be {shown(text)}"
        hint = f"a number from {least} to {most}, such as {example}"
        exam.add("bad-value", message, exam.nodes[key], hint)
        return 0
    return float(number)


def check_exam(fields: Fields, header: Data, count: int) -> None:
    """Report an exam of more questions than the set has."""
    exam = header["exam"]
    wanted = exam.get("questions", 0) if isinstance(exam, dict) else 0
    node = fields.nodes.get("exam")
    if wanted > count and isinstance(node, Mapping):
        message = f"the exam asks {wanted} questions, and the set has {count}"
        fields.add("bad-value", message, node.get("questions"))
