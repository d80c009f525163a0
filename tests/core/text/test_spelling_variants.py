"""Two spellings of one word, in British and in American English."""

from __future__ import annotations

import pytest

from quiz.core.text.spelling_variants import one_spelling

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
