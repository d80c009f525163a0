"""What each of the nine question types needs beside the common fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from quiz.core.grading.numbers import parse_number
from quiz.store.files.shown import did_you_mean, shown
from quiz.store.sets.cloze_text import fault, read_around, split_gaps, wordings
from quiz.store.sets.fields import Fields, Text, clean
from quiz.store.sets.option_fields import Data, Declared, check_distinct, read_distractors
from quiz.store.yaml.nodes import Scalar


class TypeFields(NamedTuple):
    """The keys of a type and the function that reads and validates them."""

    keys: tuple[str, ...]
    read: Callable[[Fields, Declared], Data]


def _own_text(fields: Fields, key: str) -> list[Text]:
    node = fields.nodes.get(key)
    return [Text(fields.read(clean(node)), node)] if isinstance(node, Scalar) else []


def _options(fields: Fields, declared: Declared, keys: list[Text]) -> Data:
    """Distractors and the order of the options; keys and distractors must all differ."""
    distractors, texts = read_distractors(fields, declared)
    if not distractors:
        fields.require("distractors", "give at least one wrong option")
    check_distinct(fields, keys + texts, "the option")
    data: Data = {"distractors": distractors}
    if _order(fields) == "sorted":
        data["sorted"] = True
    return data


def _order(fields: Fields) -> str:
    listed = fields.nodes.get("options")
    if listed is not None and not isinstance(listed, Scalar):
        hint = "write the right ones below `answer`, the wrong ones below `distractors`"
        fields.wrong_kind("`options` only says `shuffled` or `sorted`", listed, hint)
        return ""
    order = fields.text("options")
    if order not in ("", "shuffled", "sorted"):
        hint = did_you_mean(order, ("shuffled", "sorted")) or "write `shuffled` or `sorted`"
        message = f"`options` cannot be {shown(order)}"
        fields.add("bad-value", message, fields.nodes["options"], hint)
    return order


def _single_choice(fields: Fields, declared: Declared) -> Data:
    answer = fields.required_prose("answer")
    return {"answer": answer, **_options(fields, declared, _own_text(fields, "answer"))}


def _multiple_choice(fields: Fields, declared: Declared) -> Data:
    answers = fields.entries("answers")
    if not answers:
        fields.require("answers", "give at least one right option")
    return {
        "answers": [text.value for text in answers],
        **_options(fields, declared, answers),
    }


def _true_false(fields: Fields, declared: Declared) -> Data:
    answer = fields.required("answer", "write `true` or `false`")
    if answer and answer not in ("true", "false"):
        message = f"the answer of a true-false question cannot be {shown(answer)}"
        fields.add("bad-value", message, fields.nodes["answer"], "write `true` or `false`")
    correction = fields.prose("correction")
    if answer == "false" and not correction:
        fields.require("correction", "say what is true instead")
    if answer == "true" and correction:
        message = "a true statement has no `correction`"
        fields.add("bad-value", message, fields.nodes["correction"], "use `explanation`")
    return {"answer": answer == "true", "correction": correction}


def _short_answer(fields: Fields, declared: Declared) -> Data:
    answer = fields.read_typed(fields.required("answer"))
    data = {"answer": answer, "accept": fields.typed("accept")}
    return {**data, **_typed(fields, declared)}


def _typed(fields: Fields, declared: Declared) -> Data:
    """How typed words are compared, where the author says."""
    data: Data = {}
    if compare := one_of(fields, "compare", ("words", "exact")):
        data["compare"] = compare
    rejected, texts = read_distractors(fields, declared, "reject", typed=True)
    check_distinct(fields, texts, "the answer")
    if rejected:
        data["reject"] = rejected
    return data


def one_of(fields: Fields, key: str, values: tuple[str, str]) -> str:
    """The value of a key that has two; empty when it is absent or was reported."""
    found = fields.text(key)
    if found and found not in values:
        first, second = values
        hint = did_you_mean(found, values) or f"write `{first}` or `{second}`"
        fields.add("bad-value", f"`{key}` cannot be {shown(found)}", fields.nodes[key], hint)
        return ""
    return found


def _numeric(fields: Fields, declared: Declared) -> Data:
    answer = fields.required("answer")
    if answer and parse_number(answer) is None:
        message = f"the answer {shown(answer)} is no number"
        hint = "write digits only, such as 4.5; the unit goes into `unit`"
        fields.add("bad-value", message, fields.nodes["answer"], hint)
    tolerance = fields.text("tolerance")
    if tolerance:
        amount = parse_number(tolerance.removesuffix("%"))
        if amount is None or amount < 0:
            message = f"the tolerance {shown(tolerance)} is no number from 0"
            fields.add("bad-value", message, fields.nodes["tolerance"], "such as 0.5 or 5%")
    return {
        "answer": answer,
        "tolerance": tolerance.replace(" %", "%"),
        "unit": fields.text("unit"),
        "accept_units": fields.texts("accept_units"),
    }


def _cloze(fields: Fields, declared: Declared) -> Data:
    text = fields.required("text", "write the gaps as {{answer}} or {{answer|variant}}")
    found = split_gaps(text)
    message, hint = fault(found)
    if text and message:
        fields.add("bad-value", message, fields.nodes["text"], hint)
    gaps = [[fields.read_typed(one) for one in wordings(gap)] for gap in found.inside]
    around = read_around(found.around, fields.read)
    data: Data = {"parts": around, "gaps": gaps, **_typed(fields, declared)}
    if one_of(fields, "order", ("any", "given")) == "any":
        data["any_order"] = True
    return data


def _matching(fields: Fields, declared: Declared) -> Data:
    pairs: list[list[str]] = []
    lefts: list[Text] = []
    rights: list[Text] = []
    for pair in fields.mappings("pairs", ("left", "right"), "a pair"):
        pairs.append([pair.required_prose("left"), pair.required_prose("right")])
        lefts += _own_text(pair, "left")
        rights += _own_text(pair, "right")
    _at_least_two(fields, "pairs", len(pairs))
    check_distinct(fields, lefts, "the left side")
    distractors = fields.entries("distractors")
    once = list({text.value: text for text in reversed(rights)}.values())
    check_distinct(fields, once[::-1] + distractors, "the right side")
    return {"pairs": pairs, "distractors": [text.value for text in distractors]}


def _ordering(fields: Fields, declared: Declared) -> Data:
    sequence = fields.entries("sequence")
    _at_least_two(fields, "sequence", len(sequence))
    check_distinct(fields, sequence, "the item")
    return {"sequence": [text.value for text in sequence]}


def _at_least_two(fields: Fields, key: str, count: int) -> None:
    if count == 0:
        fields.require(key)
    elif count == 1 and len(fields.items(key)) == 1:
        fields.add("bad-value", f"`{key}` needs at least two entries", fields.nodes[key])


def _open(fields: Fields, declared: Declared) -> Data:
    points = [text.value for text in fields.entries("points")]
    if not points:
        fields.require("points", "list what a good answer says; the learner ticks it off")
    return {"model_answer": fields.required_prose("model_answer"), "points": points}


TYPES: Mapping[str, TypeFields] = {
    "single-choice": TypeFields(("answer", "distractors", "options"), _single_choice),
    "multiple-choice": TypeFields(("answers", "distractors", "options"), _multiple_choice),
    "true-false": TypeFields(("answer", "correction"), _true_false),
    "short-answer": TypeFields(("answer", "accept", "reject", "compare"), _short_answer),
    "numeric": TypeFields(("answer", "tolerance", "unit", "accept_units"), _numeric),
    "cloze": TypeFields(("text", "order", "reject", "compare"), _cloze),
    "matching": TypeFields(("pairs", "distractors"), _matching),
    "ordering": TypeFields(("sequence",), _ordering),
    "open": TypeFields(("model_answer", "points"), _open),
}

TYPED = frozenset({"short-answer", "numeric", "cloze"})
"""The types whose answer is typed, so that the set's language and `compare` matter."""
