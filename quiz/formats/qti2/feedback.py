"""What an item of QTI 2 says after an answer, and what it tells those who score it."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.formats.bank.making import Making
from quiz.formats.bank.qti_names import attribute, every, first, said, simple_name
from quiz.formats.bank.texts import flat
from quiz.formats.bank.xml import Element
from quiz.formats.qti2.body import text_of


@dataclass
class Said:
    """What everybody is told, what by identifier, what of rejected answers; the model answer."""

    general: list[str] = field(default_factory=list)
    by_name: dict[str, str] = field(default_factory=dict)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    model: str = ""
    inline: dict[str, str] = field(default_factory=dict)

    def of(self, name: str, element: Element) -> str:
        """What is said of an option: beside it, or by its identifier."""
        beside = first(element, "feedbackInline")
        return self.inline.get(name, "") if beside is not None else self.by_name.get(name, "")


def said_of(making: Making, root: Element) -> Said:
    """All of it."""
    found = Said()
    _read_options(making, root, found)
    for one in every(root, "modalFeedback"):
        _read_feedback(making, root, one, found)
    for block in every(root, "feedbackBlock"):
        shown = flat(text_of(making, block))
        if shown:
            making.lose(f"a text that is shown after some answers: “{shown[:80]}”")
    for block in every(root, "rubricBlock"):
        if {"scorer", "tutor", "author"} & set(attribute(block, "view").split()):
            found.model = "\n".join(filter(None, (found.model, text_of(making, block))))
    return found


def _read_options(making: Making, root: Element, found: Said) -> None:
    """What stands beside options."""
    for one in every(root, "simpleChoice", "hottext"):
        beside = first(one, "feedbackInline")
        if beside is not None:
            found.inline[attribute(one, "identifier")] = text_of(making, beside)


def _read_feedback(making: Making, root: Element, one: Element, found: Said) -> None:
    """What is said to those who chose an option, or typed something, or to everybody."""
    options = {attribute(o, "identifier") for o in every(root, "simpleChoice", "hottext")}
    name, text = attribute(one, "identifier"), text_of(making, one)
    if name in options:
        found.by_name[name] = text
    elif answer := _rejected(root, name):
        found.rejected.append((answer, text))
    elif any(word in name.lower() for word in ("incorrect", "wrong", "false")):
        if flat(text):
            making.lose(f"what is said to everybody who is wrong: “{flat(text)[:80]}”")
    else:
        found.general.append(text)


def _rejected(root: Element, name: str) -> str:
    """The typed answer that a rule answers with this feedback."""
    for rule in every(root, "responseIf", "responseElseIf"):
        values = [said(one) for one in every(rule, "baseValue")]
        compared = [one for one in rule if simple_name(one) == "stringMatch"]
        if compared and name in values:
            return next((said(one) for one in every(compared[0], "baseValue")), "")
    return ""
