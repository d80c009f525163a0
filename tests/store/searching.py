"""A search index over a few sets, and what is found in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quiz.core.documents.search_terms import parse_terms
from quiz.store.files.home import Places
from quiz.store.library.library import Library
from quiz.store.search.index import SearchIndex


def document(path: Path) -> Path:
    return path.parent / "documents" / "bread.txt"


def refresh(index: SearchIndex, where: Places, *paths: Path) -> int:
    """Bring the index up to date; how many files had to be indexed."""
    with Library.open(list(paths), places=where) as library:
        steps = list(index.refresh(library.sets))
    return steps[-1].total if steps else 0


def ids(index: SearchIndex, typed: str, *, typing: bool = False, any_: bool = False) -> list[str]:
    terms = parse_terms(typed, typing=typing)
    return [found.question_id for found in index.questions(terms, 20, any_=any_)]


def lines(index: SearchIndex, typed: str) -> list[int]:
    return [unit.line for unit in index.units(parse_terms(typed), 20)]


def numbered(count: int, **texts: str) -> str:
    """So many questions alike, but for some texts: `s3` is the stem of question 3."""

    def question(number: int) -> str:
        stem, answer, option, explanation, tag = (
            texts.get(f"{part}{number}", usual)
            for part, usual in zip(
                "sadet", ["Which?", "This", "That", "So it is.", "x"], strict=True
            )
        )
        return (
            f"  - id: q{number}\n    type: single-choice\n    stem: {stem}\n"
            f"    answer: {answer}\n    distractors: [{option}]\n"
            f"    explanation: {explanation}\n    tags: [{tag}]\n"
            "    sources: [{document: bread, exact: gas}]\n"
        )

    head = "id: many\ntitle: Many\ndocuments: {bread: documents/bread.txt}\nquestions:\n"
    return head + "".join(map(question, range(count)))


def rows_of(index: SearchIndex, sql: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(index._file.path)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()
