"""GIFT, as Moodle reads it, and as people write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from quiz.core.questions.short_answer import ShortAnswer
from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.categories import category_name
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.making import Making
from quiz.formats.bank.markup import readable
from quiz.formats.bank.model_answers import model_and_points
from quiz.formats.bank.texts import flat
from quiz.formats.bank.weights import (
    Weighted,
    WeightedNumber,
    middle,
    numbers,
    several,
    single,
    typed,
)
from quiz.formats.gift.blocks import Block, blocks
from quiz.formats.gift.syntax import Answer, Kind, Number, Parsed, Text, parse

GAP = "_____"
_CLOSE = ".,;:!?…)]\"'”’»"
_CLOSING = re.compile(rf"[{re.escape(_CLOSE)}\s]*")
_ENDED = re.compile(r"[.?!:…)]\s*$")


def read(bank: BankFile) -> Iterator[Item]:
    """The items of a file; never raises on its content."""
    for block in blocks(bank.text):
        item = _item(block, bank.path)
        yield item._replace(category=category_name(block.category))


def _item(block: Block, path: str) -> Item:
    parsed = parse(block)
    making = Making(Place(path, block.line), parsed.title, block.uid, tags=list(block.tags))
    if parsed.trouble:
        return making.refuse(parsed.trouble)
    making.stem = _said(making, parsed.stem)
    if parsed.general is not None and parsed.kind is not Kind.ESSAY:
        making.explanation = _said(making, parsed.general)
    return _KINDS[parsed.kind](making, parsed)


def _said(making: Making, text: Text | None) -> str:
    """What a text says, and what is lost of it."""
    if text is None:
        return ""
    found = readable(text.text, text.format)
    for loss in found.losses:
        making.lose(loss)
    return found.text


def _asked_in_text(making: Making, parsed: Parsed) -> None:
    """A missing word: the gap stands where the braces were.

    A full stop alone behind the answers to a whole question is no sign of a missing word.
    """
    if parsed.after and not (_CLOSING.fullmatch(parsed.after) and _ENDED.search(making.stem)):
        after = _said(making, Text(parsed.after, parsed.stem.format))
        making.stem = f"{making.stem} {GAP}{_apart(after)}{after}".strip()


def _apart(after: str) -> str:
    """A space, unless the text goes on with a sign that closes."""
    return "" if after[:1] and after[:1] in _CLOSE else " "


def _description(making: Making, parsed: Parsed) -> Item:
    return making.refuse("it is a description, which asks nothing")


def _essay(making: Making, parsed: Parsed) -> Item:
    _asked_in_text(making, parsed)
    return making.open(*model_and_points(_said(making, parsed.general)))


def _true_false(making: Making, parsed: Parsed) -> Item:
    _asked_in_text(making, parsed)
    wrong, right = _said(making, parsed.wrong), _said(making, parsed.right)
    if parsed.truth:
        making.explain(right, wrong)
        return making.true_false(True)
    correction = wrong or right or making.explanation
    making.explain(right if wrong else "")
    if correction == making.explanation:
        making.explanation = ""
    return making.true_false(False, correction=correction)


def _weighted(making: Making, answer: Answer) -> Weighted:
    default = 100.0 if answer.sign == "=" else 0.0
    weight = default if answer.weight is None else answer.weight
    return Weighted(_said(making, answer.text), weight, _said(making, answer.feedback))


def _choice(making: Making, parsed: Parsed) -> Item:
    _asked_in_text(making, parsed)
    options = [_weighted(making, answer) for answer in parsed.answers]
    if any(answer.sign == "=" for answer in parsed.answers):
        return single(making, options)
    return several(making, options)


def _short(making: Making, parsed: Parsed) -> Item:
    answers = [_weighted(making, answer) for answer in parsed.answers]
    item = typed(making, answers)
    if not parsed.after:
        return item
    after = _said(making, Text(parsed.after, parsed.stem.format))
    wordings = item.question.wordings if isinstance(item.question, ShortAnswer) else ()
    held = not any(set("{}|") & set(text) for text in (making.stem, after, *wordings))
    if not isinstance(item.question, ShortAnswer) or item.question.reject or not held:
        _asked_in_text(making, parsed)
        return typed(making, answers)
    before, making.stem = making.stem, ""
    parts = (f"{before} " if before else "", f"{_apart(after)}{after}")
    return making.cloze(parts, [wordings])


def _matching(making: Making, parsed: Parsed) -> Item:
    _asked_in_text(making, parsed)
    sides = [
        (flat(_said(making, left)), flat(_right(making, parsed, right)))
        for left, right in parsed.pairs
    ]
    pairs = [(left, right) for left, right in sides if left]
    others = [right for left, right in sides if not left and right]
    return making.matching(pairs, others)


def _right(making: Making, parsed: Parsed, text: str) -> str:
    return _said(making, Text(text, parsed.stem.format))


def _numerical(making: Making, parsed: Parsed) -> Item:
    _asked_in_text(making, parsed)
    found = []
    for answer in parsed.answers:
        weighted = _weighted(making, answer)
        if answer.number is None and answer.text.text != "*":
            return making.refuse(f"the answer “{answer.text.text}” is no number")
        value, off = _value(answer.number) if answer.number else ("*", "")
        found.append(WeightedNumber(value, off, weighted.weight, weighted.feedback))
    return numbers(making, found)


def _value(number: Number) -> tuple[str, str]:
    """A number and how far off it may be."""
    value, other = number.value.replace(",", "."), number.other.replace(",", ".")
    if number.sign == "..":
        return middle(value, other)
    return value.removeprefix("+"), other


_KINDS: Mapping[Kind, Callable[[Making, Parsed], Item]] = {
    Kind.DESCRIPTION: _description,
    Kind.ESSAY: _essay,
    Kind.TRUE_FALSE: _true_false,
    Kind.CHOICE: _choice,
    Kind.SHORT: _short,
    Kind.MATCHING: _matching,
    Kind.NUMERICAL: _numerical,
}
