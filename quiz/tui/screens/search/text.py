"""The words of the search screen: what stands above the hits, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.content import Content

from quiz.store.search.files import Progress
from quiz.study.searching.filters import asked
from quiz.study.searching.searching import Found
from quiz.tui.text import Block, join, words

QUIET = "$foreground-muted"
FEWER = "Try fewer words, or only the beginning of one."

KeyOf = Callable[[str], str]
"""The key of an action, as people read it."""


def lead(found: Found, typed: str, key_of: KeyOf) -> Iterator[Block]:
    """What is said above the hits of a search."""
    parts = asked(typed)
    only_filters = bool(parts.filters) and not parts.words
    if not found.hits:
        yield Block(words(f"Nothing has “{typed}”."))
    if found.note and (only_filters or not found.hits):
        yield Block(words(f"{found.note.capitalize()}.", QUIET))
    elif found.note:
        yield Block(words(f"Nothing has “{typed}” as it is; this has {found.note}:", QUIET))
    if found.suggestion:
        suggestion = words(found.suggestion, "bold")
        yield Block(join("Did you mean ", suggestion, f"? {key_of('take')} takes it."))
    elif not found.hits and not found.note:
        yield Block(Content.styled(FEWER, QUIET))
    if found.hits and (found.note or found.suggestion):
        yield Block(Content(""))


def how_to(questions: int, key_of: KeyOf) -> Iterator[Block]:
    """What can be typed, while nothing is."""
    yield Block(Content(f"Type words to search {questions:,} questions and their documents."))
    yield Block(Content(""))
    for line in (
        "Case and accents do not matter; the last word may be unfinished.",
        "Words in double quotes stand in a row.",
        f"Answers not asked yet stay hidden; {key_of('answers')} shows them.",
        "Filters: set:NAME  tag:T  section:S  type:KIND  is:missed  is:due  is:never",
        "is:noted  is:flagged  is:slipping  is:sure-wrong  is:aside (set aside)",
    ):
        yield Block(Content.styled(line, QUIET))


def progress(step: Progress) -> str:
    """How far indexing is."""
    return f"Reading sets and documents to search them: {step.done} of {step.total} …"


def counts(found: Found, limit: int) -> str:
    """How many hits of each kind there are, where there may be more than `limit`."""
    passages = sum(hit.passage is not None for hit in found.hits)
    most = limit if found.more else 0
    questions = _count(len(found.hits) - passages, "question", most)
    parts = [questions, _count(passages, "passage", most)]
    return ", ".join(part for part in parts if part)


def _count(number: int, noun: str, most: int) -> str:
    if most and number == most:
        return f"the best {number} {noun}s"
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
