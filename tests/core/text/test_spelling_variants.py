"""Two spellings of one word, and two words that only look like that."""

from __future__ import annotations

import pytest

from quiz.core.text.spelling_variants import _TWO_WORDS, is_slip, one_spelling

VARIANTS = """
    colour|color colours|colors coloured|colored behaviour|behavior tumours|tumors
    travelled|traveled labelling|labeling signaller|signaler cancellation|cancelation
    organize|organise organized|organised analyzing|analysing ionization|ionisation
    centre|center centres|centers fibre|fiber litre|liter calibre|caliber
    defence|defense licence|license practice|practise practicing|practising
    catalogue|catalog dialogues|dialogs enrollment|enrolment fulfill|fulfil skillful|skilful
    judgement|judgment acknowledgement|acknowledgment oesophagus|esophagus anaemia|anemia
    haemoglobin|hemoglobin burned|burnt learned|learnt sulphate|sulfate aluminium|aluminum
    grey|gray towards|toward whilst|while percent|% programme|program
"""
OTHER_WORDS = """
    hour|hor four|for pour|por size|sise prize|prise prices|prises dice|dise shoe|she doe|de
    called|caled filler|filer wills|wils edges|edgs acre|acer rogue|rog
"""


@pytest.mark.parametrize("pair", VARIANTS.split())
def test_british_and_american_are_one_spelling(pair: str) -> None:
    one, other = pair.split("|")
    assert one_spelling(one) == one_spelling(other)


@pytest.mark.parametrize("pair", OTHER_WORDS.split())
def test_other_words_keep_their_spelling(pair: str) -> None:
    one, other = pair.split("|")
    assert one_spelling(one) != one_spelling(other)


@pytest.mark.parametrize("pair", [*VARIANTS.split(), *OTHER_WORDS.split()])
def test_the_one_spelling_is_spelt_the_same_again(pair: str) -> None:
    for word in pair.split("|"):
        assert one_spelling(one_spelling(word)) == one_spelling(word)


SLIPS = [
    # one word, another, which of them stand elsewhere; whether it is a slip
    ("reservoir", "resrevoir", "", True),  # swapped
    ("pump", "pupm", "", False),  # too short
    ("pumps", "pupms", "", True),
    ("pumps", "upmps", "", False),  # another first letter
    ("pumps", "pupms", "both", False),
    ("pumps", "pupms", "one", True),
    ("valve", "vallve", "", True),  # doubled
    ("vallve", "valve", "", True),
    ("valve", "valvet", "", False),  # an ending
    ("reservoir", "reservour", "", True),  # a vowel for another
    ("reservoir", "resertoir", "", False),  # another consonant, in a word that nobody knows
    ("reservoir", "resertoir", "one", True),
    ("reservoir", "resertoir", "other", True),
    ("reservoir", "resertoir", "both", False),
    ("reservoi", "reservai", "", True),
    ("reservi", "resarvi", "", False),  # seven letters are too few for that
    ("reservoir", "reservir", "", True),  # left out
    ("reserir", "reservir", "", True),
    ("reseir", "reserir", "", False),
    ("reseir", "reserir", "one", True),
    ("reser", "resver", "", False),
    ("reser", "resver", "one", True),
    ("rese4voir", "reservoir", "", False),
    ("reservoir", "reservoir", "", False),
    ("reservoir", "resrevior", "", False),  # two slips
    ("trial", "trail", "", False),  # two words
    ("causal", "casual", "one", False),
]


@pytest.mark.parametrize(("one", "other", "known", "slip"), SLIPS)
def test_a_slip_of_the_pen_is_told_by_its_shape(
    one: str, other: str, known: str, slip: bool
) -> None:
    knows = {"": (False, False), "one": (True, False), "other": (False, True), "both": (True, True)}
    one_known, other_known = knows[known]
    assert is_slip(one, other, one_known=one_known, other_known=other_known) is slip
    assert is_slip(other, one, one_known=other_known, other_known=one_known) is slip


@pytest.mark.parametrize("pair", sorted(map(sorted, _TWO_WORDS)))
def test_two_words_a_letter_apart_are_no_slips(pair: list[str]) -> None:
    one, other = pair
    assert not is_slip(one, other, one_known=False, other_known=False)
