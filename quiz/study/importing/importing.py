"""Question banks come in: read, merged with what stands in the set, matched to documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.core.questions.question import Question
from quiz.errors import QuizError, SetError
from quiz.formats.bank.bounded import read_bank
from quiz.formats.bank.item import Item, Outcome
from quiz.formats.bank.report import Report, Reported
from quiz.formats.banks import read_items
from quiz.store.banks.merging import Fate, Merging, Settled, merge
from quiz.store.banks.pairing import Arrival
from quiz.store.banks.record import Record, read_record, record_bytes
from quiz.store.banks.standing import Standing, standings
from quiz.store.banks.writing import UnreadableError, Written, checked, merged_text, new_text
from quiz.store.sets.header_fields import MARKDOWN
from quiz.store.sets.reading import SetFile, no_collection, read_set
from quiz.study.importing.target import Target, target_of

_TRIES = 3  # what is left out may bring another fault to light
_LOOKED_AT = 300  # questions by which the language is told


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user asked for: banks, documents, and where the set goes."""

    files: Sequence[Path]
    documents: Sequence[Path] = ()
    output: Path | None = None
    set_id: str | None = None
    title: str | None = None
    format: str = ""


@dataclass(frozen=True, slots=True)
class Import:
    """What is to be written to `path`, and what there is to say; `text` is None for no change."""

    path: Path
    text: str | None
    new: bool
    record: bytes
    report: Report


def prepare(wanted: Wanted) -> Import:
    """Read everything and make the set; writes nothing. Raises QuizError."""
    with no_collection():
        banks = [read_bank(file) for file in wanted.files]
        items = [item for bank in banks for item in read_items(bank, wanted.format)]
        if not items:
            raise QuizError("the bank holds no question", path=str(wanted.files[-1]))
        items, category = _by_category(items)
        target = target_of(
            wanted.files,
            wanted.documents,
            wanted.output,
            wanted.set_id,
            wanted.title or category,
            _words(items),
        )
        guessed = [bank.path for bank in banks if bank.guessed]
        return _without_faults(items, target, guessed)


def _without_faults(items: list[Item], target: Target, guessed: Sequence[str]) -> Import:
    """The import; a question that the set's own rules refuse is not imported, and it says why."""
    for _ in range(_TRIES):
        try:
            return _prepare(items, target, guessed)
        except UnreadableError as error:
            settled = iter(_settled(items, target)[0].settled)
            left = [_judged(item, settled, error) for item in items]
            if left == items:
                raise
            items = left
    return _prepare(items, target, guessed)


def _judged(item: Item, settled: Iterator[Settled], error: UnreadableError) -> Item:
    """An item, refused where its question is one of those that cannot be read back."""
    if item.question is None:
        return item
    fault = error.faults.get(next(settled).id)
    return item if fault is None else item._replace(question=None, changes=(), reason=fault)


def _settled(
    items: Sequence[Item], target: Target
) -> tuple[Merging, SetFile | None, Sequence[Record]]:
    """What becomes of each question, beside the set that is there and what came in before."""
    old = _standing_set(target.path)
    records = read_record(target.path) if old is not None else []
    here = standings(old) if old is not None else {}
    arrivals = [_arrival(item) for item in items if item.question is not None]
    return merge(arrivals, records, here, set(here)), old, records


def _prepare(items: list[Item], target: Target, guessed: Sequence[str]) -> Import:
    merging, old, records = _settled(items, target)
    if old is None and not merging.settled:
        return _nothing(target, items)
    here = standings(old) if old is not None else {}
    target = target.beside(old)
    to_write = _to_write(merging, here, target)
    written = _written(target, old, merging, to_write, records)
    changed = old is None or written.text != old.text
    report = _report(target, items, merging, to_write)
    return Import(
        path=target.path,
        text=written.text if changed else None,
        new=old is None,
        record=record_bytes(written.records),
        report=report._replace(guessed=guessed),
    )


def _words(items: Sequence[Item]) -> str:
    """What the questions say, as far as their language is told by it."""
    stems = (item.question.stem for item in items[:_LOOKED_AT] if item.question is not None)
    return "\n".join(stems)


def _by_category(items: Sequence[Item]) -> tuple[list[Item], str]:
    """With their categories as tags; where there is one for all, it is what the set is called."""
    found = {item.category for item in items if item.question is not None}
    if len(found) < 2:
        return list(items), next(iter(found), "")
    return [_tagged(item) for item in items], ""


def _tagged(item: Item) -> Item:
    question, tag = item.question, item.category
    if question is None or not tag or tag in question.tags:
        return item
    return item._replace(question=question.replaced(tags=(*question.tags, tag)))


def _arrival(item: Item) -> Arrival:
    assert item.question is not None
    file = Path(item.place.path).name
    return Arrival(item.question, file, item.uid, item.name)


def _standing_set(path: Path) -> SetFile | None:
    """The set that is there already; raises SetError for one that has errors."""
    if not os.path.lexists(path):
        return None
    file = read_set(path)
    for problem in file.problems:
        hint = "mend the set first (`quiz check`), or write to another file with --output"
        raise SetError(
            problem.message, path=str(path), line=problem.line, column=problem.column, hint=hint
        )
    if file.header.get("markup") == MARKDOWN:
        hint = "write to another file with --output"
        raise SetError(
            "this set reads its texts as Markdown, banks are plain", path=str(path), hint=hint
        )
    return file


def _nothing(target: Target, items: Sequence[Item]) -> Import:
    """No question came in, and there is no set."""
    reported = [Reported(item) for item in items]
    report = Report(str(target.path), target.id, reported)
    return Import(target.path, None, True, b"", report)


def _to_write(
    merging: Merging, here: Mapping[str, Standing], target: Target
) -> dict[str, Question]:
    """The questions to write, by id, with what proves them as far as that is known."""
    found: dict[str, Question] = {}
    for one in merging.settled:
        question = one.arrival.question.replaced(id=one.id)
        if one.fate is Fate.NEW:
            found[one.id] = target.proposed(question)
        elif one.fate is Fate.UPDATED:
            old = here[one.id].question
            if one.reproved:
                found[one.id] = target.proposed(question)
            else:
                found[one.id] = question.replaced(sources=old.sources, draft=old.draft)
        elif one.fate is Fate.SAME and target.documents and one.id in here:
            old = here[one.id].question
            if (
                old.draft
                and "sources" not in here[one.id].keys
                and (made := target.proposed(old)).sources
            ):
                found[one.id] = made
    return found


def _written(
    target: Target,
    old: SetFile | None,
    merging: Merging,
    questions: Mapping[str, Question],
    records: Sequence[Record],
) -> Written:
    if old is None:
        text = target.header() + new_text("", list(questions.values()))
    else:
        text = merged_text(old, merging, questions, target.undeclared(old))
    return checked(target.path, text, merging.settled, records)


def _report(
    target: Target,
    items: Sequence[Item],
    merging: Merging,
    questions: Mapping[str, Question],
) -> Report:
    settled = iter(merging.settled)
    reported = [
        Reported(item) if item.outcome is Outcome.REFUSED else _reported(item, next(settled))
        for item in items
    ]
    proposed = sum(bool(question.sources) and question.draft for question in questions.values())
    return Report(str(target.path), target.id, reported, merging.gone, proposed)


_NOTES = {
    Fate.KEPT: "the bank says something else now, and you have edited the question: yours stays",
    Fate.DELETED: "you have removed this question from the set: it stays out",
}


def _reported(item: Item, settled: Settled) -> Reported:
    note = _NOTES.get(settled.fate, "")
    if settled.reproved:
        note = "its answer is another one now: it is a draft again until a passage proves it"
    return Reported(item, settled.id, str(settled.fate), note)
