"""Question sets made to cost time or memory, or to run code."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import pairwise

from tests.hostile.case import HEAD, MB, Case, Limit, holding, question

DEEP, ENDLESS = "nested more than 20", "longer than anything"
QUESTIONS = f"{HEAD}questions:\n"
OPEN = f"{QUESTIONS}  - id: q\n    type: open\n"


def lines(count: int, make: Callable[[int], str]) -> str:
    return "".join(map(make, range(count)))


def chain(value: str, first: str) -> str:
    """Twenty values, each made twice of the one before: a million in the end."""
    names = [chr(ord("a") + i) for i in range(21)]
    links = (f"{new}: &{new} {value.format(old=old)}\n" for old, new in pairwise(names))
    return f"a: &a {first}\n{''.join(links)}"


def wide(text: str, times: int) -> str:
    """A value over many lines, each of 900,000 characters."""
    line = text * (900_000 // len(text))
    return f"\n{line}".join(["", *[""] * times]).replace("\n", "\n  ")


BOMBS = [
    Case(
        "alias bomb",
        holding(lambda: chain("[*{old}, *{old}]", "[x, x]")),
        *("refused-yaml", 1, 4, "anchors"),
    ),
    Case(
        "merge-key bomb",
        holding(lambda: chain("{{<<: [*{old}, *{old}]}}", "{x: 1}")),
        *("refused-yaml", 1, 4, "anchors"),
    ),
    Case(
        "merge keys",
        holding(lambda: f"{HEAD}exam:\n{lines(3000, lambda _: '  <<: {questions: 1}' + chr(10))}"),
        *("refused-yaml", 6, 3, "merge keys"),
    ),
    Case(
        "aliases, 490,000",
        holding(lambda: f"{QUESTIONS}- &a x\n" + "- *a\n" * 490_000),
        *("refused-yaml", 6, 3, "anchors"),
    ),
    Case(
        "anchors, 400,000",
        holding(lambda: HEAD + lines(400_000, lambda i: f"k{i}: &a x\n")),
        *("refused-yaml", 5, 5, "anchors"),
    ),
    Case(
        "tags, 400,000",
        holding(lambda: QUESTIONS + "- !!python/object/apply:os.system x\n" * 400_000),
        *("refused-yaml", 6, 3, "tags"),
    ),
    Case(
        "code in a tag",
        holding(lambda: f"{HEAD}x: !!python/object/apply:os.system ['touch {os.devnull}x']\n"),
        *("refused-yaml", 5, 4, "tags"),
    ),
    Case(
        "30,000 brackets", holding(lambda: "id: " + "[" * 30_000), *("syntax", 1, 24, "nested more")
    ),
    Case("10 MB of brackets", holding(lambda: "[" * 10 * MB), *("unreadable", 1, 1, "characters")),
    Case("braces in braces", holding(lambda: "id: " + "{" * 900_000), *("syntax", 1, 24, "nested")),
    Case("dashes in dashes", holding(lambda: "- " * 400_000), *("syntax", 1, 41, "nested")),
    Case("keys in keys", holding(lambda: "? " * 400_000), *("syntax", 1, 41, "nested")),
    Case("100 MB", holding(lambda: b"x" * 100 * MB), *("unreadable", 1, 1, "larger than 20 MB")),
    Case("1,000,000 lines", holding(lambda: "- a\n" * MB), *("unreadable", 1, 1, "500000 lines")),
    Case(
        "10 MB on one line",
        holding(lambda: f"id: a\ntitle: {'x' * 10 * MB}"),
        *("unreadable", 2, 1, "1000000 characters"),
    ),
    Case(
        "10 MB on one line, emoji",
        holding(lambda: f"id: a\ntitle: {'😀' * (10 * MB // 4)}"),
        *("unreadable", 2, 1, "1000000 characters"),
    ),
    Case(
        "18 MB of text in one value",
        holding(lambda: "id: a\ntitle:" + wide("word ", 20)),
        *("unreadable", 2, 6, ENDLESS),
    ),
    Case(
        "18 MB of escapes",
        holding(lambda: 'id: a\ntitle: "' + wide(r"\u202e", 20) + '"'),
        *("unreadable", 2, 6, ENDLESS),
    ),
    Case(
        "18 MB of comments",
        holding(lambda: "id: a\n" + f"#{'x' * 900_000}\n" * 20),
        *("unreadable", 1, 6, ENDLESS),
    ),
    Case(
        "a text of 300,000 characters",
        holding(lambda: f"id: a\ntitle: {'x' * 300_000}"),
        *("unreadable", 2, 8, "250000 characters"),
    ),
    Case(
        "240,000 escaped characters",
        holding(lambda: 'id: "' + r"\e" * 120_000 + '"\ntitle: "' + r"\e" * 120_000 + '"'),
        *("unreadable", 2, 8, "control or hidden"),
    ),
    Case(
        "a list of 490,000",
        holding(lambda: "- a\n" * 490_000),
        *("unreadable", 20_000, 3, "values"),
    ),
    Case(
        "490,000 keys",
        holding(lambda: lines(490_000, lambda i: f"k{i}: x\n")),
        *("unreadable", 10_000, 8, "beside the questions"),
    ),
    Case(
        "490,000 times one key",
        holding(lambda: HEAD + "title: x\n" * 490_000),
        *("duplicate-key", 5, 1, "again"),
    ),
    Case(
        "490,000 documents",
        holding(lambda: f"documents:\n{lines(490_000, lambda i: f'  d{i}: d.txt{chr(10)}')}"),
        *("unreadable", 10_000, 10, "beside the questions"),
    ),
    Case(
        "490,000 questions that are texts",
        holding(lambda: QUESTIONS + "- a\n" * 490_000),
        *("wrong-kind", 6, 3, "must be a mapping"),
    ),
    Case(
        "400,000 empty questions",
        holding(lambda: f"{HEAD}questions: [{('{},' * 400 + chr(10) + ' ') * 1000}]"),
        *("missing-key", 5, 13, "needs `type`"),
    ),
    Case(
        "40,000 questions without sources",
        holding(lambda: QUESTIONS + lines(40_000, lambda i: f"- {{id: q{i}, type: open}}\n")),
        *("missing-key", 6, 3, "needs `sources`"),
    ),
    Case(
        "490,000 options",
        holding(lambda: f"{OPEN}    points:\n" + "      - a\n" * 490_000),
        *("unreadable", 5_002, 9, "5000 values"),
    ),
    Case(
        "100,000 sources",
        holding(lambda: f"{OPEN}    sources:\n" + "      - {document: d, exact: e}\n" * 100_000),
        *("unreadable", 1_007, 23, "5000 values"),
    ),
    Case(
        "100,000 passages not asked",
        holding(
            lambda: f"{HEAD}not_asked:\n" + "  - {document: d, exact: e, reason: r}\n" * 100_000
        ),
        *("unreadable", 10_006, 5, "10000 entries"),
    ),
    Case(
        "480,000 comments that silence",
        holding(lambda: HEAD + "# quiz: ignore[x]\n" * 480_000),
        *("unreadable", 4, 11, ENDLESS),
    ),
    Case(
        "490,000 directives",
        holding(lambda: "%TAG ! x\n" * 490_000),
        *("syntax", 2, 1, "%"),
    ),
    Case(
        "490,000 documents in one file",
        holding(lambda: "---\n" * 490_000),
        *("refused-yaml", 2, 1, "second YAML document"),
    ),
    Case(
        "60,000 syntax errors",
        holding(lambda: QUESTIONS + lines(60_000, lambda i: f"  - id: q{i}\n    stem: a: b\n")),
        *("syntax", 7, 12, "': '"),
    ),
    Case(
        "30,000 open quotes",
        holding(lambda: QUESTIONS + lines(30_000, lambda i: f"  - id: q{i}\n    stem: 'x\n")),
        *("syntax", 7, 11, "never closed"),
    ),
]

AS_LARGE = Limit(3000, 450, "as long as a sound set of 10,000 questions, and looks like one")

LARGE = [
    Case(
        "a sound set of 10,000 questions",
        holding(lambda: QUESTIONS + lines(10_000, question)),
        *("no-explanation", 8, 11, "why"),
        limit=AS_LARGE,
    ),
    Case(
        "10,000 questions with one id",
        holding(lambda: QUESTIONS + question(1) * 10_000),
        *("duplicate-id", 13, 9, "again"),
        limit=AS_LARGE,
    ),
    Case(
        "10,000 sources that stand nowhere",
        holding(lambda: QUESTIONS + lines(10_000, lambda i: question(i, f"Earth is round {i}"))),
        *("source-not-found", 12, 16, "nowhere"),
        limit=AS_LARGE,
    ),
]
