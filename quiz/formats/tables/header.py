"""What the columns of a table are, by the names in its header; in the words of many programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quiz.core.text.normal_form import fold

_NAMES = {
    "stem": """
        question|stem|prompt|front|term|question text|question title|question stem|item|frage|
        vorderseite|begriff|pregunta|vraag|domanda|pergunta|fraga|text|statement|query|
        card front|front side|front text|side 1|q|
        question prompt
    """,
    "answer": """
        answer|right answer|back|definition|solution|antwort|ruckseite|reponse|respuesta|
        antwoord|risposta|resposta|svar|right option|correct option text|meaning|right answers|
        card back|back side|back text|side 2
    """,
    "correct": """
        correct|correct answer|correct answers|correct answer(s)|correct option|correct options|key|
        answer key|correct choice|richtig|richtige antwort|bonne reponse|respuesta correcta|
        correctness
    """,
    "wrong": """
        wrong|incorrect|distractor|distractors|wrong answer|wrong answers|incorrect answer|
        incorrect answers|wrong option|wrong options|false answer|falsche antwort|options
    """,
    "accept": "accept|accepted|also accepted|alternatives|alternative answers|synonyms|variants",
    "explanation": """
        explanation|rationale|why|answer explanation|general feedback|feedback|comment|
        erklarung|explication|explicacion|reason|correct feedback|notes
    """,
    "correction": "correction",
    "hint": "hint|hints|tip|clue|hinweis|indice|pista",
    "tags": "tags|tag|topic|topics|subject|keywords|labels",
    "category": "category|deck|chapter|section|unit name|kategorie|categorie|group",
    "type": "type|question type|kind|fragetyp|tipo",
    "id": "id|guid|uid|identifier|question id",
    "tolerance": "tolerance|margin",
    "unit": "unit|units",
}
_BY_NAME = {
    name.strip(): kind
    for kind, names in _NAMES.items()
    for name in names.split("|")
    if name.strip()
}
_NUMBERED = re.compile(
    r"(?P<what>answer|option|choice|antwort|reponse|respuesta|opcion|ans|opt|wrong answer|"
    r"incorrect answer|wrong option|wrong|incorrect|distractor|feedback|answer option)"
    r"\s*[#_-]?\s*(?P<number>\d{1,2}|[a-j])(?:\s*text)?"
)
_LETTER = re.compile(r"[a-j]")
_ASIDE = re.compile(r"\s+[-–—]\s+.*|\s*\((?!s\)).*|\s*\[.*|:\s*$|\*$")


class Column(NamedTuple):
    """What a column is, and for one of several its number from 0; `name` as it stands there."""

    kind: str
    number: int
    name: str


def column_of(name: str) -> Column:
    """What a column of this name is; of no kind where that is not known."""
    plain = fold(name.replace("_", " "))
    for text in (plain, _ASIDE.sub("", plain).strip()):
        if text in _BY_NAME:
            return Column(_BY_NAME[text], 0, name)
        match = _NUMBERED.fullmatch(text)
        if match:
            return Column(_numbered(match["what"]), _number(match["number"]), name)
        if _LETTER.fullmatch(text):
            return Column("option", _number(text), name)
    return Column("", 0, name)


def _numbered(what: str) -> str:
    if what.startswith(("wrong", "incorrect", "distractor")):
        return "wrong"
    return "feedback" if what == "feedback" else "option"


def _number(text: str) -> int:
    return int(text) - 1 if text.isdigit() else ord(text) - ord("a")


def header_row(rows: Iterable[Sequence[str]], most: int = 30) -> int | None:
    """Which of the first rows is the header: one that names a question and what answers it."""
    for at, cells in enumerate(rows):
        if at >= most:
            break
        kinds = [column_of(cell).kind for cell in cells if cell]
        known = sum(map(bool, kinds))
        asks = "stem" in kinds
        answers = any(kind in ("answer", "option", "correct") for kind in kinds)
        if asks and answers and known * 2 >= len(kinds):
            return at
    return None


def columns_of(cells: Sequence[str]) -> Mapping[int, Column]:
    """The columns of a header by their places."""
    found = {at: column_of(cell) for at, cell in enumerate(cells) if cell}
    if sum(column.kind == "option" for column in found.values()) == 1:  # `Q` and `A`
        found = {
            at: c._replace(kind="answer") if c.kind == "option" else c for at, c in found.items()
        }
    options = any(column.kind == "option" for column in found.values())
    answer = any(column.kind == "answer" for column in found.values())
    if not options and not answer:  # `correct answer` is then the answer itself
        found = {
            at: c._replace(kind="answer") if c.kind == "correct" else c for at, c in found.items()
        }
    return found
