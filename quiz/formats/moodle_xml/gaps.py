"""Gaps as Moodle embeds them in a text: `{1:SHORTANSWER:=answer~=variant~%0%wrong#why}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.questions.cloze import Cloze
from quiz.formats.outgoing.bank import Outgoing
from quiz.formats.outgoing.html import block, escape
from quiz.formats.outgoing.moodle_words import typed
from quiz.formats.outgoing.remarks import plain, reasons

_SPECIAL = re.compile(r'[}#~/"\\]')
_LAST = re.compile(r"\\+\Z")
_PLACE = "\ue000{}\ue001"


def cloze_text(out: Outgoing, question: Cloze) -> str:
    """The text of a cloze with its gaps, as HTML."""
    places = [_PLACE.format(at) for at in range(len(question.gaps))]
    text = "".join(a + b for a, b in zip(question.parts, [*places, ""], strict=True))
    found = block(text)
    for place, wordings in zip(places, question.gaps, strict=True):
        found = found.replace(place, _gap(out, question, wordings), 1)
    return found


def _gap(out: Outgoing, question: Cloze, wordings: tuple[str, ...]) -> str:
    kind = "SHORTANSWER_C" if question.compared_exactly else "SHORTANSWER"
    right = (f"={_escaped(wording)}" for wording in wordings)
    return f"{{1:{kind}:{'~'.join([*right, *_rejected(out, question)])}}}"


def _rejected(out: Outgoing, question: Cloze) -> Iterator[str]:
    for wrong in question.reject:
        said = plain(reasons(out, wrong))
        yield f"%0%{_escaped(wrong.text)}" + (f"#{_escaped(said)}" if said else "")


def _escaped(text: str) -> str:
    """Backslashes at the end as entities: they would undo the sign behind the wording."""
    found = escape(typed(text)).replace("\n", " ")
    last = _LAST.search(found)
    whole = found[: last.start()] if last else found
    return _SPECIAL.sub(r"\\\g<0>", whole) + "&#92;" * (len(found) - len(whole))
