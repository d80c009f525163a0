"""Which sheets of a set are printed, and into which files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quiz.cli.common.output import say
from quiz.cli.common.workspace import now_ms
from quiz.cli.exchange.named import has_none, named_set
from quiz.cli.exchange.placing import place_for, put
from quiz.errors import QuizError
from quiz.formats.outgoing.bank import Bank
from quiz.formats.paper.making import exam, exam_key, handout, variants
from quiz.formats.paper.sheet import Sheet

_SEEDS = 100_000
_MOST_VARIANTS = 26


class Wish(NamedTuple):
    """What is to be printed."""

    exam: bool
    variants: str | None
    seed: int | None
    questions: int | None
    to: str
    drafts: bool


def print_set(name: str, wish: Wish, output: str | None, *, force: bool) -> None:
    """Write the sheets of the set that a name means, and say where; raises QuizError."""
    from quiz.study.authoring.drawn import drawn
    from quiz.study.authoring.outgoing import outgoing_bank

    names = _names(wish)
    seed = now_ms() % _SEEDS if wish.seed is None else wish.seed
    with named_set(name, drafts=wish.drafts) as (library, entry):
        bank = outgoing_bank(library, entry.id, made=0, drafts=wish.drafts)
        if not bank.questions:
            raise has_none(entry, "print")
        count = wish.questions or (bank.head.exam.questions if wish.exam else 0)
        bank = drawn(library, bank, count, seed)
    folder = _folder(output)
    sheets = dict(_sheets(bank, wish, names, seed))
    files = {
        name: place_for(str(folder / f"{bank.head.id}-{name}.{wish.to}"), "", force=force)
        for name in sheets
    }
    contents = {name: _content(sheet, wish.to) for name, sheet in sheets.items()}
    for name, content in contents.items():
        put(files[name], content)
    _tell(bank, list(files.values()), seed if wish.exam else None)


def _names(wish: Wish) -> list[str]:
    """The names of the variants; raises QuizError."""
    if not wish.exam:
        if wish.variants or wish.seed is not None:
            raise QuizError("only an exam has variants and a seed", hint="add --exam")
        return [""]
    if wish.variants is None:
        return [""]
    names = [name.strip() for name in wish.variants.split(",")]
    sound = all(name.isalnum() for name in names) and len(set(names)) == len(names)
    if not sound or len(names) > _MOST_VARIANTS:
        raise QuizError(f"these are no names of variants: {wish.variants}", hint="such as A,B")
    return names


def _folder(output: str | None) -> Path:
    folder = Path(output or ".")
    if not folder.is_dir():
        hint = "--output names a folder that is there"
        raise QuizError("there is no such folder", path=str(folder), hint=hint)
    return folder


def _sheets(bank: Bank, wish: Wish, names: list[str], seed: int) -> Iterator[tuple[str, Sheet]]:
    if not wish.exam:
        yield "handout", handout(bank)
        return
    found = variants(bank, names, seed)
    for variant in found:
        yield f"exam-{variant.name}".rstrip("-"), exam(bank, variant, seed)
    yield "key", exam_key(bank, found, seed)


def _content(sheet: Sheet, to: str) -> bytes:
    if to == "pdf":
        from quiz.formats.paper.pdf import pdf

        return pdf(sheet)
    from quiz.formats.paper.page import page

    return page(sheet).encode()


def _tell(bank: Bank, files: list[str], seed: int | None) -> None:
    questions = "1 question" if len(bank.questions) == 1 else f"{len(bank.questions)} questions"
    say(f"{questions}: {', '.join(files)}")
    if seed is not None:
        say(f"The same papers again: --seed {seed}")
