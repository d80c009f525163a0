"""What is lost in docs/export.md; `python -m tests.export_losses` writes it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from quiz.core.questions.question_set import QuestionSet
from quiz.formats.outgoing.bank import Bank
from quiz.formats.outgoing.losses import Written
from quiz.formats.writers import WRITERS, writer
from quiz.store.files.home import places
from quiz.store.library.found_files import shipped_questions
from quiz.store.library.library import Library
from quiz.study.authoring.outgoing import outgoing_bank
from tests import TOP

PAGE = TOP / "docs" / "export.md"
MOST_NAMED = 6


def table() -> str:
    """Each format with the fate of what it cannot hold."""
    rows = ["| format | what | becomes |\n", "|---|---|---|\n"]
    for name in WRITERS:
        form = writer(name).form
        fates = form.fates.items()
        rows += [f"| {form.name} | {what} | {fate} |\n" for what, fate in fates]
        rows += [f"| {form.name} | nothing | |\n"] * (not form.fates)
    return "".join(rows)


def shipped() -> str:
    """Each format with what the shipped sets lose in it, and which questions."""
    with tempfile.TemporaryDirectory() as home:
        where = places({"QUIZ_HOME": home})
        with Library.open([shipped_questions()], places=where) as library:
            banks = [outgoing_bank(library, entry.id, made=0) for entry in library.sets]
            return "".join(_of_format(name, banks) for name in WRITERS)


def _of_format(name: str, banks: list[Bank]) -> str:
    chosen = writer(name)
    lines = [f"### {chosen.form.name}\n\n"]
    for bank in banks:
        lines += _of_set(bank.head, len(bank.questions), chosen.write(bank))
    return "".join(lines) + "\n"


def _of_set(head: QuestionSet, questions: int, written: Written) -> Iterator[str]:
    yield f"- `{head.id}`: {written.exported} of {questions} questions exported\n"
    by_what: dict[str, list[str]] = {}
    for loss in written.losses:
        by_what.setdefault(loss.what, []).append(loss.question)
    for what, names in by_what.items():
        named = ", ".join(f"`{name}`" for name in names[:MOST_NAMED])
        more = f" and {len(names) - MOST_NAMED} more" if names[MOST_NAMED:] else ""
        yield f"  - {what}: {named}{more}\n"


def written(page: str) -> str:
    """The page as it has to be."""
    return _between(_between(page, "losses", table()), "shipped", shipped())


def _between(page: str, name: str, text: str) -> str:
    start = page.index("\n", page.index(f"<!-- {name}: ")) + 1
    end = page.index(f"<!-- end of {name} -->")
    return page[:start] + text + page[end:]


def write(path: Path = PAGE) -> None:
    """Write it anew."""
    path.write_text(written(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    write()
