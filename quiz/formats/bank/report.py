"""What an import did, item by item: as lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.formats.bank.item import Item, Outcome, Tally, tally

SHOWN = 40
"""So many items that came in unchanged have a line of their own; more are counted."""


class Reported(NamedTuple):
    """An item, the id of its question in the set, what became of it there, and a note on that."""

    item: Item
    id: str = ""
    fate: str = ""
    note: str = ""


class Report(NamedTuple):
    """What an import did. `gone` are questions whose items the bank no longer has.

    `guessed` are files whose encoding is a guess.
    """

    set_path: str
    set_id: str
    items: Sequence[Reported]
    gone: Sequence[str] = ()
    proposed: int = 0
    guessed: Sequence[str] = ()

    @property
    def tally(self) -> Tally:
        """How many items became what."""
        return tally([one.item for one in self.items])


def to_text(report: Report) -> Iterator[str]:
    """A line for each item, the worst last, then for what else there is to say, then a summary."""
    many = sum(map(_quiet, report.items)) > SHOWN
    for outcome in Outcome:
        listed = [one for one in report.items if one.item.outcome is outcome]
        yield from (_line(one) for one in listed if not (many and _quiet(one)))
        if many and outcome is Outcome.IMPORTED:
            quiet = sum(map(_quiet, report.items))
            yield f"{quiet} items imported as they are; `--format json` lists each with its line"
    for name in report.gone:
        yield f"{report.set_path}: {name}: no longer in the bank; it stays in the set"
    for path in report.guessed:
        yield f"{path}: is no UTF-8 and was read as Windows-1252: look at its accents and signs"
    yield summary(report)


def _quiet(one: Reported) -> bool:
    """Whether there is nothing to say of an item."""
    return one.item.outcome is Outcome.IMPORTED and not one.note


def _line(one: Reported) -> str:
    item = one.item
    name = one.id or item.name
    said = [item.reason] if item.reason else ["; ".join(item.changes)] if item.changes else []
    said += [one.note] if one.note else []
    parts = [str(item.place), str(item.outcome), *([name] if name else []), *said]
    return ": ".join([parts[0], *parts[1:]])


def summary(report: Report) -> str:
    """How many items became what, in one line."""
    found = report.tally
    items = "1 item" if found.items == 1 else f"{found.items} items"
    line = (
        f"{items}: {found.imported} imported, {found.changed} changed, {found.refused} not imported"
    )
    fates = [one.fate for one in report.items if one.fate]
    counted = {fate: fates.count(fate) for fate in dict.fromkeys(fates)}
    return (
        f"{line} ({', '.join(f'{n} {fate}' for fate, n in counted.items())})" if counted else line
    )


def to_json(report: Report) -> object:
    """The same as JSON values."""
    found = report.tally
    return {
        "set": report.set_id,
        "path": report.set_path,
        "items": [
            {
                "path": one.item.place.path,
                "line": one.item.place.line or None,
                "outcome": str(one.item.outcome),
                "name": one.item.name or None,
                "question": one.id or None,
                "type": one.item.question.type if one.item.question else None,
                "changes": list(one.item.changes),
                "reason": one.item.reason or None,
                "in_set": one.fate or None,
                "note": one.note or None,
            }
            for one in report.items
        ],
        "no_longer_in_bank": list(report.gone),
        "proposed": report.proposed,
        "read_as_windows_1252": list(report.guessed),
        "summary": {
            "items": found.items,
            "imported": found.imported,
            "changed": found.changed,
            "not_imported": found.refused,
        },
    }
