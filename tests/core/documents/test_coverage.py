from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.coverage import State, cover
from quiz.core.documents.document import Document
from quiz.core.text.passages import Passage
from tests.effort import examples

TEXT = """\
# Whales

They sing. They dive deep. They are large.

## Food

They eat krill. Some eat squid.

- a lot of it
"""
DOCUMENT = Document("whales", TEXT, "whales.md")


def at(words: str) -> Passage:
    start = DOCUMENT.text.index(words)
    return Passage(start, start + len(words))


def states(*asked: tuple[str, Passage], left_out: str = "") -> list[str]:
    reasons = [("dull", at(left_out))] if left_out else []
    return [str(one.state) for one in cover(DOCUMENT, asked, reasons).sentences]


def test_a_sentence_is_asked_when_a_passage_touches_it() -> None:
    assert states(("q", at("sing"))) == ["asked", "never", "never", "never", "never", "never"]
    assert states(("q", at("sing. They d")))[:3] == ["asked", "asked", "never"]
    assert states(("q", at(" They dive")))[:3] == ["never", "asked", "never"]


def test_more_than_three_questions_are_many() -> None:
    three = [(f"q{n}", at("sing")) for n in range(3)]
    assert states(*three)[0] == "asked"
    assert states(*three, ("q0", at("They sing")))[0] == "asked"  # one question, two sources
    assert states(*three, ("q3", at("They sing")))[0] == "often"


def test_left_out_on_purpose_counts_only_where_nobody_asks() -> None:
    assert states(left_out="They are large.")[2] == "left out"
    assert states(("q", at("are large")), left_out="They are large.")[2] == "asked"


def test_shares_by_section_and_document() -> None:
    asked = [("q", at("sing")), ("r", at("krill"))]
    found = cover(DOCUMENT, asked, [("dull", at("They are large."))])
    assert (found.share.asked, found.share.total, found.share.left_out) == (2, 5, 1)
    by_title = {section.title: share for section, share in found.sections()}
    assert (by_title["Whales"].asked, by_title["Whales"].total) == (2, 5)
    assert (by_title["Food"].asked, by_title["Food"].total) == (1, 3)
    assert found.share.part == pytest.approx(0.4)


def test_where_there_is_nothing_to_ask_there_is_no_share() -> None:
    assert cover(Document("e", "# Only a title\n", "e.md"), []).share.part is None


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(1, 40)), max_size=8))
@settings(max_examples=examples(60), deadline=None)
def test_a_sentence_is_asked_just_when_some_passage_overlaps_it(
    spans: list[tuple[int, int]],
) -> None:
    passages = [Passage(start, min(start + size, len(TEXT))) for start, size in spans]
    passages = [passage for passage in passages if len(passage)]
    found = cover(DOCUMENT, [(str(i), passage) for i, passage in enumerate(passages)])
    for sentence in found.sentences:
        touching = [str(i) for i, p in enumerate(passages) if p.overlaps(sentence.passage)]
        assert list(sentence.questions) == touching
        assert (sentence.state is State.NEVER) == (not touching)
