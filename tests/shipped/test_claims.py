"""What the two articles say is asked, and most of it has to be produced."""

from __future__ import annotations

from collections import Counter

import pytest

from quiz.core.grounding.source import Source
from tests.shipped.claims import Asked, Claim, claims, how_asked, questions_of
from tests.shipped.words import document_text, questions

PRODUCED = 0.60
CENTRAL = {
    "electroporation": ("E22", "E23", "E24", "E25"),
    "lipid bilayers": ("E26", "E27"),
    "stratum corneum": ("E29",),
    "between the cells": ("E32",),
    "dermis": ("E38", "D40"),
    "intradermal": ("D01",),
    "without a needle": ("E15", "E16", "E17"),
    "non-invasive": ("D06",),
    "painless": ("E18", "D07"),
    "allergic": ("E20", "E21", "D35"),
    "procaine": ("D34",),
    "hematoma": ("E10", "D45"),
    "infections": ("D67",),
    "drug and deposit": ("D11", "D13"),
    "not standardized": ("D14", "D15"),
    "effective": ("D20",),
    "thirty degrees": ("D52",),
    "subcutaneous": ("D53",),
    "hygiene": ("D63",),
    "skin conditions": ("D19",),
}


def overlaps(source: Source, document: str, words: str) -> bool:
    """Whether a source and words of a document have a character in common."""
    text = document_text(document)
    start = text.find(source.exact)
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    return source.document == document and any(
        start < at + len(words) and at < start + len(source.exact) for at in places
    )


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: claim.code)
def test_a_claim_is_asked_with_the_passage_that_says_it(claim: Claim) -> None:
    assert claim.words in document_text(claim.document)
    for question in questions_of(claim):
        assert any(overlaps(source, claim.document, claim.words) for source in question.sources), (
            question.id
        )


def test_most_claims_have_to_be_produced() -> None:
    asked = Counter(how_asked(claim) for claim in claims())
    assert asked[Asked.PRODUCED] >= PRODUCED * asked.total()


@pytest.mark.parametrize("term", CENTRAL)
def test_every_central_term_has_to_be_produced(term: str) -> None:
    ways = {claim.code: how_asked(claim) for claim in claims()}
    assert {code: ways[code] for code in CENTRAL[term]} == dict.fromkeys(
        CENTRAL[term], Asked.PRODUCED
    )


def test_every_question_says_whose_claim_it_asks() -> None:
    assert [name for name, question in questions() if "article" not in question.stem] == []


def test_no_dispute_is_a_part_of_its_own_proof() -> None:
    both = [
        (name, other.exact)
        for name, question in questions()
        for other in question.disputed_by
        if any(overlaps(source, other.document, other.exact) for source in question.sources)
    ]
    assert both == []
