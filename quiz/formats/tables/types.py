"""Types of questions by the names that tables give them."""

from __future__ import annotations

import re

from quiz.core.text.normal_form import fold

_NAMES = {
    "single-choice": """
        single choice|multiple choice|mc|mcq|choice|quiz|radio|dropdown|select|best answer|
        multiplechoice|single select|one answer|poll
    """,
    "multiple-choice": """
        checkbox|multiple response|multiple answer|multiple answers|multi select|multiselect|mr|
        select all|multiple select|multi|checkboxes|select all that apply
    """,
    "true-false": "true false|tf|true or false|t f|boolean|yes no|truefalse",
    "short-answer": """
        short answer|sa|text|type answer|typed|fill in|short|free text|type the answer|shortanswer|
        word
    """,
    "numeric": "numeric|number|numerical|num|slider",
    "cloze": "cloze|gap|gaps|fill in the blank|fill in the blanks|fib|fill in blank|gap fill",
    "matching": "matching|match|pairs|pair",
    "ordering": "ordering|order|sequence|ranking|sort|puzzle|jumble|reorder",
    "open": "open|essay|open ended|long answer|paragraph|open question",
}
_BY_NAME = {
    name.strip(): kind
    for kind, names in _NAMES.items()
    for name in names.split("|")
    if name.strip()
}
_OTHER = re.compile(r"[-_/\s]+")


def type_named(name: str) -> str | None:
    """One of the nine types, empty where none is named, None for a name that is not known.

    `multiple choice` often means that one option is right: with `multiple-choice`, as sets here
    write it, several may be.
    """
    if not name.strip():
        return ""
    if name.strip().lower() in _NAMES:
        return name.strip().lower()
    return _BY_NAME.get(_OTHER.sub(" ", fold(name)).strip())
