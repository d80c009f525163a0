"""Set files of any size, each of a kind that could take time out of proportion."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quiz.core.checking.explained.example import files_of
from quiz.core.checking.explained.explained import explained
from quiz.core.checking.registry import RULES

Maker = Callable[[int], str]
"""Gives the text of a set of about so many characters."""

HEAD = "id: x\ntitle: t\ndocuments:\n  water: documents/water.txt\nquestions:\n"
SOURCE = "    sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
ASK = "  - id: q\n    type: single-choice\n    stem: What keeps it?\n    answer: a lid\n"

TYPES = {
    "single-choice": 'stem: "S"\n    answer: "S a"\n'
    '    distractors: [{text: "S b", feedback: "S"}, c]',
    "multiple-choice": 'stem: "S"\n    answers: ["S a", "S d"]\n    distractors: ["S b", "S c"]',
    "true-false": 'stem: "S"\n    answer: false\n    correction: "S"',
    "short-answer": 'stem: "S"\n    answer: "S"\n    accept: ["S b"]',
    "numeric": 'stem: "S"\n    answer: 5\n    tolerance: 1\n    unit: "S"',
    "cloze": 'text: "S {{lid}} S"',
    "matching": 'stem: "S"\n    pairs: [{left: "S a", right: "S b"}, {left: "S c", right: "S d"}]',
    "ordering": 'stem: "S"\n    sequence: ["S a", "S b", "S c"]',
    "open": 'stem: "S"\n    model_answer: "S"\n    points: ["S"]',
}
UNITS = {
    "letters": "a", "words": "a ", "other words": "steam pot lid ", "blank lines": "\\n",
    "blanks": " ", "stops": ". ", "dots": ".", "digits": "1", "grouped digits": "1,",
    "numbers": "1 ", "ranges": "1-2 mg ", "percents": "5 % ", "gaps": "{{", "gap ends": "}}",
    "bars": "|", "brackets": "[your ", "angles": "<your ", "images": "![", "tags": "<img ",
    "ticks": "`", "fences": "\\n```", "doubled": "the the ", "shown": "shown in the ",
    "not": "not ", "n't": "don't ", "above": "all of the above ", "which": "which ",
    "dashes": "- ", "underscores": "_", "stars": "*", "hashes": " #", "backslashes": "\\\\",
    "marks": "\u0301", "wide": "\u4e00", "folding": "\ufdfa", "no width": "\u200b",
    "mixed": "a\u0430", "hidden": "\u202e", "superscripts": "1\u00b2", "spaces": "\u00a0",
    "breaks": "\u2028", "quotes": "''", "apostrophes": "a'", "how many": "how many a ",
    "anki": "c1::", "question marks": "? ", "except": "except ", "capitals": "A b ",
}  # fmt: skip


def of_units(unit: str, kind: str) -> Maker:
    """A question of a kind whose every text is a long run of the unit."""

    def make(size: int) -> str:
        fields = TYPES[kind]
        run = unit * max(1, size // (len(unit) * (fields.count("S") + 3)))
        body = fields.replace("S", run).replace("{{lid}}", "{{lid}}")
        extra = f'    hint: "{run}"\n    explanation: "{run}"\n'
        source = f'    sources: [{{document: water, exact: "{run}"}}]\n'
        return f"{HEAD}  - id: q\n    type: {kind}\n    {body}\n{extra}{source}"

    return make


def of_rule(name: str) -> Maker:
    """The bad example of a rule, its questions or its last lines over and over."""
    example = files_of(explained(name).bad)[0]
    head, mark, questions = example.partition("questions:\n")

    def make(size: int) -> str:
        count = max(1, size // max(1, len(questions or head)))
        copies = (
            re.sub(r"\bid: ([\w-]+)", rf"id: \1-{n}", questions) if n else questions
            for n in range(count)
        )
        return head + mark + "".join(copies) if mark else head * count

    return make


def repeated(before: str, unit: str, after: str = "") -> Maker:
    """A unit over and over between two texts."""
    return lambda size: before + unit * (size // len(unit)) + after


def numbered(before: str, unit: str, after: str = "") -> Maker:
    """A unit with a number, `%d`, over and over between two texts."""
    return lambda size: before + "".join(unit % n for n in range(size // (len(unit) + 2))) + after


SHAPES: Mapping[str, Maker] = {
    "blank lines in a quote": repeated('id: "x', "\n", '" foo: bar\ntitle: y\n'),
    "keys in a quote": repeated('id: "x', "a\n", '" foo: bar\n'),
    "a long line with a fault": repeated("id: x\ntitle: {a: '", "y", "', b: [}\n"),
    "a wide line with a fault": repeated("id: x\ntitle: {a: '", "\u4e00", "', b: [}\n"),
    "a fault before a long line": repeated("id: x\nbad: {a: [}, b: '", "y", "'}\n"),
    "open gaps": repeated(HEAD + '  - id: q\n    type: cloze\n    text: "', "{{", '"\n' + SOURCE),
    "gaps": numbered(HEAD + '  - id: q\n    type: cloze\n    text: "', "{{a%d}} ", '"\n' + SOURCE),
    "errors on a line": repeated("id: x\nquestions: [", "{id: x, zz: 1}, ", "]\n"),
    "warnings on a line": numbered(
        HEAD + ASK + "    distractors: [", "Exclusively b%d, ", "]\n" + SOURCE
    ),
    "options": numbered(HEAD + ASK + "    distractors: [", "o%d, ", "]\n" + SOURCE),
    "options a line each": numbered(HEAD + ASK + "    distractors:\n", "      - o%d\n", SOURCE),
    "same options": repeated(HEAD + ASK + "    distractors: [", "a lid, ", "]\n" + SOURCE),
    "answers": numbered(
        HEAD + "  - id: q\n    type: multiple-choice\n    stem: W\n    distractors: [b, c]\n"
        "    answers: [",
        "usually a%d, ",
        "]\n" + SOURCE,
    ),
    "feedback": numbered(
        HEAD + ASK + "    distractors: [", "{text: lids%d, feedback: lids is}, ", "]\n" + SOURCE
    ),
    "ranges": numbered(HEAD + ASK + "    distractors: [", "1%d-2 mg, ", "]\n" + SOURCE),
    "accepted": numbered(
        HEAD + "  - id: q\n    type: short-answer\n    stem: W\n    answer: lid\n    accept: [",
        "a%d, ",
        "]\n" + SOURCE,
    ),
    "items": numbered(
        HEAD + "  - id: q\n    type: ordering\n    stem: W\n    sequence: [",
        "a%d, ",
        "]\n" + SOURCE,
    ),
    "pairs": numbered(
        HEAD + "  - id: q\n    type: matching\n    stem: W\n    pairs: [",
        "{left: l%d, right: r}, ",
        "]\n" + SOURCE,
    ),
    "near misses": repeated(
        HEAD + ASK + "    distractors: [a, b]\n" + SOURCE + "not_asked:\n",
        "  - {document: water, exact: A lid keeps the stream in the pot., reason: r}\n",
    ),
    "other near misses": numbered(
        HEAD + ASK + "    distractors: [a, b]\n" + SOURCE + "not_asked:\n",
        "  - {document: water, exact: A lid keeps %d in the pot., reason: r}\n",
    ),
    "long near misses": numbered(
        HEAD + ASK + "    distractors: [a, b]\n" + SOURCE + "not_asked:\n",
        "  - {document: water, exact: "
        + "A lid keeps the stream in the pot. " * 20
        + "%d., reason: r}\n",
    ),
    "long answers": numbered(
        HEAD + "  - id: q\n    type: multiple-choice\n    stem: W\n    distractors: [b, c]\n"
        '    sources: [{document: water, exact: "A lid keeps the steam in the pot. A stove."}]\n'
        "    answers:\n",
        "      - A lid keeps the stream %d in the pot\n",
    ),
    "sources": numbered(
        HEAD + ASK + "    distractors: [a, b]\n    sources: [",
        "{document: water, exact: lid %d}, ",
        "]\n",
    ),
    "tags": numbered(
        HEAD + ASK + "    distractors: [a, b]\n" + SOURCE + "    tags: [", "t%d, ", "]\n"
    ),
    "documents": numbered(
        "id: x\ntitle: t\ndocuments:\n", "  d%d: documents/none.txt\n", "questions: []\n"
    ),
    "unknown keys": numbered("id: x\ntitle: t\n", "k%d: x\n"),
    "unknown keys of a question": numbered(HEAD + ASK, "    k%d: x\n", SOURCE),
    "duplicate keys": repeated("id: x\n", "title: t\n"),
    "comments": repeated("id: x\n", "# quiz: ignore[clang] r\n"),
    "comments on values": repeated("id: x # ", "# quiz: ignore ", "\ntitle: t\n"),
    "brackets": repeated("id: x\nquestions: ", "[", "\n"),
    "dashes": repeated("id: x\nquestions:\n  ", "- ", "\n"),
    "anchors": numbered("id: x\nquestions: [", "&a%d b, ", "]\n"),
    "aliases": repeated("id: x\nquestions: [", "*a, ", "]\n"),
    "tags of YAML": repeated("id: x\nquestions: [", "!a b, ", "]\n"),
    "merge keys": repeated("id: x\nquestions: [", "{<<: b}, ", "]\n"),
    "escapes": repeated('id: "', "\\u200b", '"\n'),
    "bad escapes": repeated('id: "', "\\\\", '\\q"\n'),
    "tabs": repeated("id: x\n", "\tk: v\n"),
    "colons": repeated("id: a", " b: c", "\n"),
    "lines that are no pair": repeated("id: x\n", "word word\n"),
    "dashes before a key": repeated("", "- ", "a:b\nc\n"),
    "spaces before a key": repeated("id: x\n", " ", "a:b\nc\n"),
    "faults in questions": numbered(HEAD, "  - id: q%d\n    stem: a: b\n"),
    "documents of YAML": repeated("id: x\n", "---\nid: y\n"),
    "block texts": numbered(HEAD + ASK + "    explanation: >\n", "      line %d\n\n", SOURCE),
    "folded with blank end": repeated(HEAD + ASK + SOURCE + "    explanation: |\n      a\n", "\n"),
    "cut by comments": numbered(HEAD + ASK + "    distractors:\n", "      - o%d #1\n", SOURCE),
}


LARGE = (
    "near misses",
    "other near misses",
    "long near misses",
    "options",
    "feedback",
    "gaps",
    "long answers",
    "a wide line with a fault",
    "blank lines in a quote",
)
"""Shapes that once took minutes."""


def makers() -> Mapping[str, Maker]:
    """Every kind of set, by what tells it; a unit stands in the texts of one type of question."""
    by_rule = {f"rule {name}": of_rule(name) for name in RULES if name != "too-many"}
    types = list(TYPES) * len(UNITS)
    by_unit = {
        f"{unit} in {kind}": of_units(UNITS[unit], kind)
        for unit, kind in zip(UNITS, types, strict=False)
    }
    return {**SHAPES, **by_rule, **by_unit}
