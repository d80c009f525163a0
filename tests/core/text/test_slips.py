"""A word and a misspelling of it, and two words a letter apart."""

from __future__ import annotations

import pytest

from quiz.core.text.statement.common_words import is_common
from quiz.core.text.statement.slips import Known, is_slip
from quiz.core.text.statement.two_words import TWO_WORDS


def slips(
    one: str, other: str, there: str = "", *, english: bool = True, name: bool = False
) -> bool:
    """Whether one is a slip of the other where the document has the words `there`, too."""
    found = is_slip(one, other, Known(there.split().count, lambda: english), name=name)
    assert found is is_slip(other, one, Known(there.split().count, lambda: english), name=name)
    return found


SLIPS = """
    receive recieve|necessary neccessary|separate seperate|definition defintion|occurred occured
    government goverment|valve vavle|visitor vistor|business busines|because becuase|member memebr
    acknowledge aknowledge|beginning begining|different diferent|available availble|after afer
    under uner|every evry|local locl|found foun|membrane membran|electronic elecctronic
    inspector's inspecor's|europe euope|performance peformance|available avaliable|people poeple
"""


@pytest.mark.parametrize("pair", SLIPS.replace("\n", "|").strip(" |").split("|"))
def test_a_common_word_with_one_wrong_letter_is_the_word(pair: str) -> None:
    one, other = pair.split()
    assert slips(one, other)


OTHER_WORDS = """
    trial trail|contract contact|county country|through though|valve vale|carries caries|cover cove
    immoral immortal|exited excited|bother brother|desert dessert|marital martial|unclear nuclear
    hyphen hymen|weeks week|calls call|planed planned|breath breathe|prostate prostrate|human humane
    affect effect|adverse averse|lesson lesion|election electron|hypotension hypertension
    ethanol ethanal|nitrate nitrite|chloride chlorite|abduction adduction|mucus mucous|local locale
    causal casual|moral morale|statue statute|public pubic|shift shit|motion notion|form from
    filter filer|clamp clam|show shows|resign resin|sliver silver|diary dairy|bride bridge
    dysphagia dysphasia|perineal peroneal|silicon silicone|assess asses|angel angle|lose loose
"""


@pytest.mark.parametrize("there", ["", "first", "second"])
@pytest.mark.parametrize("pair", OTHER_WORDS.replace("\n", "|").split("|"))
def test_two_words_are_no_slips_of_each_other_whichever_the_document_has(
    pair: str, there: str
) -> None:
    if pair.strip():
        one, other = pair.split()
        assert not slips(one, other, {"first": one, "second": other}.get(there, ""))


UNCOMMON = [
    # one word, another, what the document has besides; whether it is a slip
    ("gasket", "gaskte", "", True),  # swapped
    ("gask", "gaks", "", False),  # too short
    ("gasket", "agsket", "", False),  # another first letter
    ("xylotide", "xyoltide", "both", False),
    ("xylotide", "xyoltide", "one", True),
    ("xylotide", "xyllotide", "", True),  # doubled
    ("xylotide", "xylotides", "", False),  # an ending
    ("xylotide", "xylotede", "one", False),  # another letter: another word of its field
    ("xylotide", "xylotide", "", False),
    ("xylotide", "xylotie", "", True),  # left out
    ("xyltide", "xyltie", "", False),  # of too few letters
    ("xyltide", "xyltie", "one", True),
    ("xyltop", "xylto", "one", True),  # no form of a word ends with p
    ("xyltod", "xylto", "one", False),
    ("xyltop", "xylto", "", False),
    ("xylo4tide", "xylotide", "", False),
    ("xylotide", "xyoltied", "", False),  # two slips
    ("untreated", "treated", "", False),
]


@pytest.mark.parametrize(("one", "other", "known", "slip"), UNCOMMON)
def test_an_uncommon_word_is_judged_by_its_shape_and_where_it_stands(
    one: str, other: str, known: str, slip: bool
) -> None:
    there = {"": "", "one": one, "both": f"{one} {other}"}[known]
    assert slips(one, other, there) is slip


@pytest.mark.parametrize("pair", sorted(map(sorted, TWO_WORDS)))
def test_two_listed_words_a_letter_apart_are_no_slips(pair: list[str]) -> None:
    one, other = pair
    assert not slips(one, other)
    assert not slips(one, other, one, english=False)


@pytest.mark.parametrize(
    "pair",
    ["gedruckt gedrückt", "público publicó", "pêcheur pécheur", "resume résumé", "exposé expose"],
)
def test_an_accent_makes_another_word(pair: str) -> None:
    one, other = pair.split()
    assert not slips(one, other)
    assert not slips(one, other, one, english=False)


def test_english_writes_some_words_with_accents_or_without() -> None:
    assert slips("façade", "facade")
    assert slips("naïve", "naive")
    assert not slips("soufflé", "souffle", english=False)


def test_in_another_language_only_letters_changed_round_are_a_slip() -> None:
    there = "gebäude wichtig beliebt"
    assert slips("gebäude", "gebäued", there, english=False) is False  # an ending
    assert slips("wichtige", "wihctige", "wichtige", english=False)
    assert not slips("beliebt", "beleibt", there, english=False)  # ie and ei
    assert not slips("wichtige", "wihctige", "", english=False)
    for pair in (
        "beten betten",
        "werden wurden",
        "einem einen",
        "hablaba hablara",
        "poison poisson",
    ):
        one, other = pair.split()
        assert not slips(one, other, one, english=False)


def test_a_name_is_one_unless_its_language_knows_it_or_it_is_long_and_stands_elsewhere() -> None:
    assert not slips("corvin", "carvin", "corvin", name=True)
    assert not slips("hendersen", "henderson", "henderson", name=True)
    assert slips("henderson", "hendreson", "henderson", name=True)
    assert not slips("zimmerman", "zimmermann", "zimmermann", name=True)
    assert slips("Germany".lower(), "gemrany", name=True)


@pytest.mark.parametrize(
    "word",
    ["making", "planned", "planning", "tries", "happily", "boxes", "unhappy", "storage", "dated"],
)
def test_regular_forms_of_common_words_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize(
    "word", ["storeed", "settlees", "coverr", "wouldd", "uner", "afer", "panls", "vavle", "burnner"]
)
def test_what_only_looks_like_a_form_is_not(word: str) -> None:
    assert not is_common(word)
