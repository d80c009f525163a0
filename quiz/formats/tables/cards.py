"""Flashcards: two columns without a header (Quizlet, Brainscape), and Anki's text exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quiz.formats.bank.anki_cloze import anki_cloze
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.making import Making
from quiz.formats.bank.markup import readable
from quiz.formats.bank.texts import flat
from quiz.formats.tables.rows import Row, Table

_SHORT = 60
_FEW = 8
"""Characters and words of an answer that somebody types; a longer one is compared by eye."""

_TRUTH = {"true": True, "false": False}


def cards(table: Table, path: str) -> Iterator[Item]:
    """The cards of a table: front, back, and what Anki puts beside them."""
    places = _places(table.said)
    for row in _joined(table, bool(places)):
        deck = _aside(row, places).get("deck", "") or table.said.get("deck", "").strip()
        yield _card(row, table.said, places, path)._replace(category=deck.replace("::", "/"))


def _places(said: Mapping[str, str]) -> dict[int, str]:
    """Which columns are no fields, by what an export of Anki says: `#tags column:3`."""
    found = {}
    for name, value in said.items():
        if name.endswith(" column") and value.strip().isdigit():
            found[int(value) - 1] = name.removesuffix(" column")
    return found


def _aside(row: Row, places: Mapping[int, str]) -> dict[str, str]:
    """What stands beside the fields of a card, by its name."""
    return {name: row.cells[at] for at, name in places.items() if at < len(row.cells)}


def _joined(table: Table, exact: bool) -> Iterator[Row]:
    """Rows; a line without a second cell goes on with the back of the card before."""
    waiting: Row | None = None
    for row in table.rows:
        if waiting is not None and len(row.cells) == 1 and len(waiting.cells) > 1 and not exact:
            *before, last = waiting.cells
            waiting = waiting._replace(cells=(*before, f"{last}\n{row.cells[0]}"))
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting


def _card(row: Row, said: Mapping[str, str], places: Mapping[int, str], path: str) -> Item:
    making = Making(Place(path, row.line))
    form = "html" if said.get("html", "").strip() == "true" else "moodle"
    fields = [cell for at, cell in enumerate(row.cells) if at not in places]
    aside = _aside(row, places)
    making.uid = aside.get("guid", "")
    making.tags = (aside.get("tags", "") or said.get("tags", "")).split()
    if not fields or len(fields) < 2:
        return making.refuse("the row has no second cell")
    front, back, *more = (_shown(making, field, form) for field in fields)
    making.explain(*(text for text in more if text))
    if cloze := anki_cloze(front):
        making.explain(back)
        making.hint = "\n".join(cloze.hints)
        return making.cloze(cloze.parts, [(answer,) for answer in cloze.answers])
    making.stem = front
    return answered(making, back)


def answered(making: Making, back: str) -> Item:
    """A question with an answer and nothing else: typed where it is short, else compared by eye."""
    answer = flat(back)
    if not answer:
        return making.refuse("the answer is empty")
    truth = _TRUTH.get(answer.lower())
    if truth is not None:
        return making.true_false(truth)
    if len(answer) <= _SHORT and len(answer.split()) <= _FEW and "\n" not in back.strip():
        return making.short_answer([answer])
    return making.open(back)


def _shown(making: Making, text: str, form: str) -> str:
    found = readable(text, form)
    for loss in found.losses:
        making.lose(loss)
    for sound in _sounds(found.text):
        making.lose(f"a sound ({sound})")
    return _without_sounds(found.text)


def _sounds(text: str) -> Iterator[str]:
    for part in text.split("[sound:")[1:]:
        yield part.partition("]")[0][:60]


def _without_sounds(text: str) -> str:
    head, *parts = text.split("[sound:")
    return head + "".join(part.partition("]")[2] for part in parts)
