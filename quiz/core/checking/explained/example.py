"""What is said of a rule, and the set files that its examples stand for."""

from __future__ import annotations

import re
from typing import NamedTuple


class Explained(NamedTuple):
    """Why a rule is there; `bad` breaks it, `good` does not.

    An example is some fields of a question, or a list of whole questions, or a whole file;
    `files_of` makes files of it.
    """

    why: str
    bad: str
    good: str


DOCUMENT = """\
Boiling water

Water boils at 100 °C at sea level. On a high mountain it boils sooner, because the air presses
less on it. A lid keeps the steam in the pot. A lid keeps the heat in, too.

~~Lids are of no use.~~
"""
"""What the document `water` of all examples says."""

ANOTHER_FILE = "# --- another file"

_DEFAULTS = {
    "id": "example",
    "type": "single-choice",
    "stem": "What holds back the vapour?",
    "answer": "A lid on top",
    "distractors": (
        "\n  - {text: A warm stove, feedback: It makes vapour.}"
        "\n  - {text: A wide rim, feedback: It lets vapour out.}"
    ),
    "explanation": "Vapour cannot pass through metal or glass.",
    "sources": "\n  - {document: water, exact: A lid keeps the steam in the pot.}",
}
_HEAD = "id: kettle\ntitle: Boiling\ndocuments:\n  water: documents/water.txt\nquestions:\n"
_FIELD = re.compile(r"^(\w+)\s*:", re.MULTILINE)


def files_of(example: str) -> list[str]:
    """The set files that an example stands for; what it leaves out is filled in."""
    return [_whole(part) for part in example.split(f"{ANOTHER_FILE}\n")]


def _whole(example: str) -> str:
    if re.search(r"^questions:", example, re.MULTILINE):
        return example
    if example.startswith("- "):
        return _HEAD + _indented(example, "  ")
    given = set(_FIELD.findall(example))
    own_options = given & {"text", "pairs", "sequence", "points", "answers"}
    left_out = {"answer", "distractors"} if own_options else set()
    if given & {"type"}:
        left_out |= {"distractors"}
    fields = [f"{key}: {value}" for key, value in _DEFAULTS.items() if key not in given | left_out]
    lines = _indented("\n".join([*fields, example]), "    ")
    return f"{_HEAD}  - {lines.removeprefix('    ')}"


def _indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))
