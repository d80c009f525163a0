"""What stands above a list belongs to each of its items."""

from __future__ import annotations

import pytest

from quiz.core.revisions.anchor import anchor
from quiz.core.revisions.changes import Change
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.sentence.lead_in import lead_in
from quiz.core.text.passages import Passage

PLAIN = """\
The boiler room

Wait for the caretaker before you open the iron door. In the boiler room you {}:

- touch the red valve with bare hands
- leave the door to the yard open
- bring a lamp of your own

The caretaker keeps a list of all who were there.
"""
PAGE = PLAIN.replace("- ", "")


def changed(document: str, before: str, now: str, quoted: str) -> Change:
    old, new = document.format(before), document.format(now)
    at = old.index(quoted)
    found = reanchor(new, quoted, anchor=anchor(old, Passage(at, at + len(quoted))), lines=True)
    assert found.passage is not None
    return found.change


@pytest.mark.parametrize("document", [PLAIN, PAGE], ids=["plain", "page"])
@pytest.mark.parametrize("quoted", ["touch the red valve", "bring a lamp of your own"])
def test_a_negation_above_a_list_turns_its_items(document: str, quoted: str) -> None:
    may, may_not = "may at any time", "may not at any time"
    assert changed(document, may, may_not, quoted) is Change.MEANING
    assert changed(document, may_not, may, quoted) is Change.MEANING
    assert changed(document, may, may, quoted) is Change.NONE


def test_the_line_with_a_colon_is_found_from_any_item() -> None:
    text = PLAIN.format("may")
    for item in ("touch", "leave", "bring"):
        found = lead_in(text, text.index(item))
        assert found is not None
        assert text[found.start : found.end].endswith("you may:")
    assert lead_in(text, text.index("keeps")) is None
    assert lead_in(text, text.index("Wait")) is None
    assert lead_in("x", 0) is None
