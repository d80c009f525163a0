"""A row of a table with a header, as a question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from quiz.formats.bank.categories import category_name
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.making import Choice, Making
from quiz.formats.bank.markup import readable
from quiz.formats.bank.model_answers import model_and_points
from quiz.formats.bank.texts import flat
from quiz.formats.tables.cards import answered
from quiz.formats.tables.guarding import unguarded
from quiz.formats.tables.header import Column
from quiz.formats.tables.rows import Row, cell_name
from quiz.formats.tables.types import type_named

_GAP = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_LIST = re.compile(r"\s*(?:[,;/&+]|\band\b|\s)\s*")
_TAGS = re.compile(r"\s*[|;,]\s*|\s{2,}")
_TRUE = frozenset("true t yes y 1 richtig wahr ja vrai verdadero waar vero verdadeiro sant".split())  # noqa: SIM905
_FALSE = frozenset("false f no n 0 falsch nein faux falso onwaar fout falskt".split())  # noqa: SIM905


class _Fields:
    """The cells of a row by what they are."""

    def __init__(self, row: Row, columns: Mapping[int, Column]) -> None:
        self.row = row
        self.by_kind: dict[str, dict[int, str]] = defaultdict(dict)
        self.places: dict[str, int] = {}
        self.beside: list[tuple[int, str]] = []
        self.unknown: list[str] = []
        for at, cell in enumerate(map(unguarded, row.cells)):
            column = columns.get(at)
            if column is None:
                numbered = cell.strip(".").isdigit() and at < min(columns)
                self.beside += [(at, cell)] if cell and not numbered else []
            elif not column.kind:
                self.unknown += [column.name] if cell else []
            elif cell:
                found = self.by_kind[column.kind]
                number = column.number if column.number not in found else len(found) + 100
                found[number] = cell
                self.places.setdefault(column.kind, at)

    @property
    def empty(self) -> bool:
        """Whether the row has nothing but its number, as the unused rows of a template."""
        return not self.places and not self.beside

    def text(self, kind: str) -> str:
        """The first cell of a kind."""
        return next(iter(self.by_kind[kind].values()), "")

    def list(self, kind: str) -> list[str]:
        """All cells of a kind, each of which may hold several texts, parted by bars."""
        cells = (self.by_kind[kind][number] for number in sorted(self.by_kind[kind]))
        return [part.strip() for cell in cells for part in cell.split("|") if part.strip()]

    def cell(self, kind: str) -> str:
        """What a spreadsheet calls the cell of a kind."""
        return cell_name(self.row, self.places.get(kind, 0))


def question_of(row: Row, columns: Mapping[int, Column], path: str) -> Item | None:
    """The question of a row; what is wrong with it names its cell. None for an unused row."""
    fields = _Fields(row, columns)
    if fields.empty:
        return None
    making = Making(Place(path, row.line), uid=flat(fields.text("id")))
    if fields.beside:
        at, cell = fields.beside[0]
        return making.refuse(
            f"the cell {cell_name(row, at)} (“{flat(cell)[:40]}”) stands beside the header"
        )
    for name in fields.unknown:
        making.lose(f"the column “{flat(name)[:40]}”")
    making.stem = _shown(making, fields.text("stem"))
    if not making.stem:
        return making.refuse(f"the cell {fields.cell('stem')} has no question")
    making.explain(*(_shown(making, text) for text in fields.by_kind["explanation"].values()))
    making.hint = fields.text("hint")
    making.tags = [tag for cell in fields.by_kind["tags"].values() for tag in _TAGS.split(cell)]
    kind = type_named(fields.text("type"))
    if kind is None:
        said = flat(fields.text("type"))
        return making.refuse(f"the cell {fields.cell('type')} names no type of question: “{said}”")
    item = _typed(making, fields, kind)
    return item._replace(category=category_name(fields.text("category")))


def _shown(making: Making, text: str) -> str:
    found = readable(text, "moodle")
    for loss in found.losses:
        making.lose(loss)
    return found.text


def _typed(making: Making, fields: _Fields, kind: str) -> Item:
    """A question of a type, or of the one that the filled cells tell."""
    options = fields.by_kind["option"]
    if kind in ("", "single-choice", "multiple-choice") and options:
        return _options(making, fields, kind)
    wrong = [Choice(text, _feedback(fields, at)) for at, text in enumerate(fields.list("wrong"))]
    answers = fields.list("answer") or fields.list("correct")
    if kind == "multiple-choice" or (not kind and wrong and len(answers) > 1):
        return making.multiple_choice([Choice(text) for text in answers], wrong)
    if kind == "single-choice" or (not kind and wrong):
        return making.single_choice(Choice(fields.text("answer") or "".join(answers[:1])), wrong)
    if not answers and options:
        answers = [options[number] for number in sorted(options)]
    gaps = _GAP.split(making.stem)
    if kind == "cloze" or (not kind and len(gaps) > 1):
        return _cloze(making, gaps, answers)
    return _of_type(making, fields, kind, answers, wrong)


def _of_type(
    making: Making, fields: _Fields, kind: str, answers: list[str], wrong: list[Choice]
) -> Item:
    whole = fields.text("answer") or fields.text("correct") or "|".join(answers)
    if kind == "true-false":
        return _true_false(making, fields, whole)
    if kind == "numeric":
        return making.numeric(whole, fields.text("tolerance"), fields.text("unit"))
    if kind == "matching":
        return _matching(making, answers, [one.text for one in wrong])
    if kind == "ordering":
        return making.ordering(answers)
    if kind == "open":
        return _open(making, whole)
    if not whole:
        return making.refuse("it has no answer")
    if kind == "short-answer" or fields.by_kind["accept"]:
        return making.short_answer([*answers, *fields.list("accept")], wrong)
    return answered(making, _shown(making, whole))


def _open(making: Making, whole: str) -> Item:
    """A model answer, and its points behind bars or in a list."""
    answer, *points = (_shown(making, text) for text in whole.split("|"))
    return making.open(answer, points) if points else making.open(*model_and_points(answer))


def _feedback(fields: _Fields, number: int) -> str:
    return fields.by_kind["feedback"].get(number, "")


def _options(making: Making, fields: _Fields, kind: str) -> Item:
    """Columns of options, one of which tells the right ones by number, letter or text."""
    options = {n: fields.by_kind["option"][n] for n in sorted(fields.by_kind["option"])}
    said = fields.text("correct") or fields.text("answer")
    right = _right(options, said)
    if not right:
        cell = fields.cell("correct" if fields.by_kind["correct"] else "answer")
        what = (
            f"“{flat(said)[:40]}” is none of the options" if said else "no option is named as right"
        )
        return making.refuse(f"the cell {cell}: {what}")
    found = {n: Choice(_shown(making, text), _feedback(fields, n)) for n, text in options.items()}
    wrong = [choice for n, choice in found.items() if n not in right]
    if len(right) > 1 or kind == "multiple-choice":
        return making.multiple_choice([found[n] for n in right], wrong)
    return making.single_choice(found[right[0]], wrong)


def _right(options: Mapping[int, str], said: str) -> list[int]:
    """The numbers of the right options."""
    texts = {flat(text).lower(): n for n, text in options.items()}
    if flat(said).lower() in texts:
        return [texts[flat(said).lower()]]
    parts = [part for part in said.split("|") if part.strip()]
    if len(parts) > 1 and all(flat(part).lower() in texts for part in parts):
        return [texts[flat(part).lower()] for part in parts]
    marks = [mark for mark in _LIST.split(said.strip(" .()[]").removesuffix(".0")) if mark]
    found = [_number(mark.strip("().").upper()) for mark in marks]
    return list(dict.fromkeys(found)) if found and all(n in options for n in found) else []


def _number(mark: str) -> int:
    if mark.isdigit() and len(mark) < 3:
        return int(mark) - 1
    if len(mark) == 1 and "A" <= mark <= "J":
        return ord(mark) - ord("A")
    return -1


def _cloze(making: Making, gaps: list[str], answers: list[str]) -> Item:
    """Gaps in the text of the question."""
    if len(gaps) < 2:
        return making.refuse("the text has no gap: `{{answer}}`")
    making.stem = ""
    wordings = [[part for part in gap.split("|") if part.strip()] for gap in gaps[1::2]]
    return making.cloze(gaps[::2], wordings)


def _true_false(making: Making, fields: _Fields, said: str) -> Item:
    word = flat(said).lower()
    options = fields.by_kind["option"]
    if word in ("1", "2", "a", "b") and len(options) == 2:
        word = flat(options[sorted(options)["1a2b".index(word) // 2]]).lower()
    if word in _TRUE:
        return making.true_false(True)
    if word in _FALSE:
        return making.true_false(False, correction=fields.text("correction"))
    return making.refuse(
        f"the cell {fields.cell('answer')} is neither true nor false: “{flat(said)[:40]}”"
    )


def _matching(making: Making, answers: list[str], others: list[str]) -> Item:
    pairs = []
    for text in answers:
        left, sign, right = text.partition("=>") if "=>" in text else text.partition("=")
        if not sign:
            return making.refuse(f"the pair “{flat(text)[:40]}” has no `=` between its sides")
        pairs.append((left, right))
    return making.matching(pairs, others)
