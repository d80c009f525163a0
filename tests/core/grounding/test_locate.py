from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz.core.documents.sentences import sentences
from quiz.core.grounding.locate import locate
from quiz.core.grounding.located import How, Located
from quiz.core.text.folding import fold_spaces, folded_text
from quiz.core.text.passages import Passage
from quiz.core.text.safe_text import sanitise
from tests.core.documents.test_document import shipped
from tests.effort import examples

ELECTRONIC = shipped("electronic-mesotherapy")
DERMATOLOGY = shipped("mesotherapy-in-dermatology")
ALL_SENTENCES = [(d.text, s) for d in (ELECTRONIC, DERMATOLOGY) for s in sentences(d)]

ALPHABET = st.sampled_from(
    [*"aabbcc  \n\n.,-–’“”éßﬁ½²5½…漢か가Aİ", "e\u0301", "\u1100\u1161", "👩‍🔬"]
)
ANY_TEXT = st.lists(ALPHABET, min_size=1, max_size=80).map("".join).map(sanitise)


def quote(text: str, passage: Passage | None) -> str | None:
    return None if passage is None else text[passage.start : passage.end]


def context(text: str, span: Passage, size: int = 40) -> tuple[str, str]:
    return text[max(0, span.start - size) : span.start], text[span.end : span.end + size]


# ── exact ─────────────────────────────────────────────────────────────────────────────────────


@given(ANY_TEXT, st.data())
@settings(max_examples=examples(300), deadline=None)
def test_a_span_with_enough_context_is_found_exactly_at_its_place(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    prefix, suffix = text[:start], text[end:]
    assume(text[start:end].strip())
    assume(prefix or suffix)
    found = locate(text, text[start:end], prefix, suffix)
    assert found == Located(How.EXACT, Passage(start, end), score=1.0)
    assert found.grounded


@pytest.mark.parametrize(("text", "span"), ALL_SENTENCES)
def test_every_shipped_sentence_is_found_where_it_stands(text: str, span: Passage) -> None:
    found = locate(text, text[span.start : span.end], *context(text, span))
    assert (found.how, found.passage) == (How.EXACT, span)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
@settings(max_examples=examples(300), deadline=None)
def test_offsets_always_lie_in_the_text(text: str, exact: str, prefix: str, suffix: str) -> None:
    found = locate(text, exact, prefix, suffix)
    places = [*found.others, *([found.passage] if found.passage else [])]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert (found.passage is None) is (found.how in (How.AMBIGUOUS, How.MISSING))
    if found.grounded:
        assert quote(text, found.passage) == exact


TWICE = "Pain is early, and late. Pain is late."


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("", " is early", 0),
        ("late. ", "", 25),
        ("and  LATE.\n", " is late", 25),
        ("late.", "is late", 25),
    ],
)
def test_context_chooses_between_equal_places(prefix: str, suffix: str, start: int) -> None:
    found = locate(TWICE, "Pain", prefix, suffix)
    assert (found.how, found.passage) == (How.EXACT, Passage(start, start + 4))


@pytest.mark.parametrize(("prefix", "suffix"), [("", ""), ("", " is"), ("", " is "), ("  ", "")])
def test_several_places_that_fit_are_ambiguous_and_all_named(prefix: str, suffix: str) -> None:
    found = locate(TWICE, "Pain", prefix, suffix)
    assert found == Located(How.AMBIGUOUS, None, (Passage(0, 4), Passage(25, 29)), 1.0)
    assert not found.grounded


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("A 14 mm needle.", "4 mm"),
        ("A 0.5 mg dose.", "5 mg"),
        ("It costs 5.5 in all.", "It costs 5"),
        ("Keep at -5 °C.", "5 °C"),
        ("An ineffective treatment.", "effective treatment"),
        ("A non-invasive procedure.", "invasive procedure"),
        ("A painless day.", "A pain"),
        ("cafe\u0301 noir", "cafe"),
        ("caf\u00e9s and bars.", "caf\u00e9"),
    ],
)
def test_a_part_of_a_word_or_number_is_no_passage(text: str, exact: str) -> None:
    assert locate(text, exact) == Located(How.MISSING)


def test_a_part_of_a_word_counts_where_its_context_says_so() -> None:
    found = locate("A painless day.", "pain", "A ", "less day")
    assert (found.how, found.passage) == (How.EXACT, Passage(2, 6))


@pytest.mark.parametrize("text", ["漢字仮名交じり文", "ภาษาไทยง่าย"])
def test_scripts_without_spaces_have_no_cut_words(text: str) -> None:
    assert locate(text, text[2:5]).how is How.EXACT


@pytest.mark.parametrize("exact", ["", " ", "\n \n"])
def test_nothing_is_found_nowhere(exact: str) -> None:
    assert locate("Some text. \n \n", exact) == Located(How.MISSING)


# ── folded ────────────────────────────────────────────────────────────────────────────────────


def reflowed(text: str) -> str:
    return text.replace(" ", "\n  ", 3)


def shouted(text: str) -> str:
    return text.upper().replace(" MM", " mm")


def typeset(text: str) -> str:
    return text.replace("-", "‐").replace("’", "'").replace("fi", "ﬁ").replace(" ", "\u00a0", 1)


@pytest.mark.parametrize("vary", [reflowed, shouted, typeset])
@pytest.mark.parametrize(("text", "span"), ALL_SENTENCES[::4])
def test_a_variant_is_found_folded_at_the_same_place(
    text: str, span: Passage, vary: Callable[[str], str]
) -> None:
    exact = vary(text[span.start : span.end])
    for prefix, suffix in (("", ""), context(text, span)):
        found = locate(text, exact, vary(prefix), vary(suffix))
        how = How.EXACT if exact == text[span.start : span.end] else How.FOLDED
        assert (found.how, found.passage) == (how, span)
        assert found.grounded is (how is How.EXACT)


@pytest.mark.parametrize(
    ("text", "exact", "quoted"),
    [
        ("He said “don’t stop…” twice.", '"don\'t stop..."', "“don’t stop…”"),
        ("The oﬃce closes.", "office closes", "oﬃce closes"),
        ("In der Straße dort.", "STRASSE DORT", "Straße dort"),
        ("Ein cafe\u0301 noir.", "CAF\u00c9 noir", "cafe\u0301 noir"),
        (
            "\u1112\u1161\u11ab\u1100\u116e\u11a8 is here",
            "한국",
            "\u1112\u1161\u11ab\u1100\u116e\u11a8",
        ),
        ("Zero\u200bwidth, soft.", "zerowidth,", "Zero\u200bwidth,"),
        ("Done\u200b, now.", "done", "Done"),
        ("A  dose \n of 10⁵ cells.", "dose of 10⁵ Cells", "dose \n of 10⁵ cells"),
    ],
)
def test_folded_places_have_the_documents_own_offsets(text: str, exact: str, quoted: str) -> None:
    found = locate(text, exact)
    assert found.how is How.FOLDED
    assert quote(text, found.passage) == quoted


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The oﬃce.", "The of"),
        ("A dose of 105 cells", "dose of 10⁵ cells"),
        ("4 mM of salt in water.", "4 mm OF SALT IN WATER."),
        ("Le pate est pret ici.", "Le pâté est prêt ici."),
    ],
)
def test_folding_joins_nothing_that_differs(text: str, exact: str) -> None:
    assert locate(text, exact).how is How.MISSING


def test_of_two_places_that_fit_folded_the_verbatim_one_counts() -> None:
    found = locate("It is late. Pain is. It is LATE. pain is.", "Pain", "is\nlate. ")
    assert (found.how, found.passage) == (How.EXACT, Passage(12, 16))


def test_folded_places_can_be_ambiguous_too() -> None:
    found = locate("A  rose. A\nrose.", "a rose")
    assert found.how is How.AMBIGUOUS
    assert [quote("A  rose. A\nrose.", place) for place in found.others] == ["A  rose", "A\nrose"]


def test_a_folded_place_that_fits_beats_an_exact_one_that_does_not() -> None:
    text = "First, heat the water slowly. Then stop.\n\nLater: heat the\nwater slowly. Then drink."
    found = locate(text, "heat the water slowly", "Later: ", ". Then drink")
    assert (found.how, quote(text, found.passage)) == (How.FOLDED, "heat the\nwater slowly")


@given(ANY_TEXT)
@settings(max_examples=examples(200), deadline=None)
def test_every_folded_character_leads_back_to_the_text(text: str) -> None:
    folded = folded_text(text)
    whole = folded.passage(0, len(folded.text))
    if fold_spaces(text):
        assert whole is not None
        kept = text[: whole.start] + text[whole.end :]
        assert not fold_spaces(kept)
    for start in range(len(folded.text)):
        place = folded.passage(start, start + 1)
        if place is not None:
            assert folded_text(quote(text, place) or "").text == folded.text[start]


# ── nearest ───────────────────────────────────────────────────────────────────────────────────

BARRIER = "Mesotherapy gets through the barrier."
BEFORE, AFTER = "barrier between the body and infections. ", " If not performed correctly, the"


@pytest.mark.parametrize(
    ("exact", "quoted"),
    [
        (
            "Tilting ensures that the subcutaneous layer is not affected.",
            "Titling ensures that the subcutaneous layer is not affected.",
        ),
        (
            "Electronic mesotherapy is based upon the phenomenon of electroporaton",
            "Electronic mesotherapy is based upon the phenomenon of electroporation",
        ),
        (
            "Procaine use has been linked to causing allergic reactions in most patients",
            "Procaine use has also been linked to causing allergic reactions in most patients",
        ),
    ],
)
def test_slips_of_the_pen_are_found_nearest(exact: str, quoted: str) -> None:
    text = ELECTRONIC.text + "\n\n" + DERMATOLOGY.text
    found = locate(text, exact)
    assert found.how is How.NEAREST
    assert not found.grounded
    assert 0.92 <= found.score < 1
    assert quote(text, found.passage) == quoted


@pytest.mark.parametrize(
    "edited",
    [
        "Mesotherapy passes this barrier.",
        "Mesotherapy, as recent work has shown, gets through the barrier.",
        "Mesotherapy gets trough the barier.",
        "The procedure gets through the skin barrier.",
    ],
)
def test_an_edited_passage_is_found_between_its_old_neighbours(edited: str) -> None:
    text = DERMATOLOGY.text.replace(BARRIER, edited)
    found = locate(text, BARRIER, BEFORE, AFTER)
    assert (found.how, quote(text, found.passage)) == (How.NEAREST, edited)


def test_an_exact_hit_elsewhere_does_not_beat_the_edited_original() -> None:
    text = DERMATOLOGY.text.replace(BARRIER, "Mesotherapy passes through this barrier.")
    text += "\n\n" + BARRIER
    found = locate(text, BARRIER, BEFORE, AFTER)
    assert not found.grounded
    assert quote(text, found.passage) in (None, "Mesotherapy passes through this barrier.")


@pytest.mark.parametrize(("text", "span"), ALL_SENTENCES)
def test_a_removed_passage_is_reported_missing(text: str, span: Passage) -> None:
    rest = text[: span.start].rstrip(" ") + text[span.end :]
    for prefix, suffix in (("", ""), context(text, span)):
        assert locate(rest, text[span.start : span.end], prefix, suffix) == Located(How.MISSING)


@pytest.mark.parametrize(
    ("text", "span"), [pair for pair in ALL_SENTENCES if pair[1].start > 44][::3]
)
def test_a_cut_passage_stays_missing_beside_a_lookalike(text: str, span: Passage) -> None:
    exact = text[span.start : span.end]
    prefix, suffix = context(text, span)
    two_sides = prefix.strip() and suffix.strip()
    rest = text[: span.start].rstrip(" ") + text[span.end :]
    for lookalike in (exact, exact.replace("the", "a"), exact[:-1] + ", too."):
        if two_sides:
            found = locate(f"{lookalike}\n\n{rest}", exact, prefix, suffix)
            assert found == Located(How.MISSING), lookalike


LOOKALIKES = [
    ("The needle is 4 mm or 13 mm long here.", "The needle is 4 mm or 15 mm long here."),
    ("The needle is 4 mm or 13 mm long here.", "The needle is 4 mm or 13 cm long here."),
    ("The needle is 4 mm or 13 mm long here.", "The needle is 13 mm or 4 mm long here."),
    ("A buffer of 4 mm depth was then used.", "A buffer of 4 mM depth was then used."),
    ("Rashes usually disappear in a few days.", "Rashes usually disappear in a few weeks."),
    ("Rashes usually disappear in a few days.", "Rashes always disappear in a few days."),
    ("The layer below is affected by the pulse.", "The layer below is not affected by the pulse."),
    ("The layer isn’t affected by the pulse now.", "The layer is affected by the pulse now."),
    ("The skin must be cleaned well with soap.", "The skin may be cleaned well with soap."),
    ("Women have thinner skin on arms than men.", "Men have thinner skin on arms than women."),
    ("The treatment is effective in most cases.", "The treatment is ineffective in most cases."),
    ("It is an invasive procedure of some cost.", "It is a non-invasive procedure of some cost."),
    ("Pressure rises in hypertension of the eye.", "Pressure rises in hypotension of the eye."),
    ("An intradermal injection of the drug helps.", "An interdermal injection of the drug helps."),
    ("Dermal thickness increases with the age.", "Dermal thickness decreases with the age."),
    ("Inject before the meal, twice in one day.", "Inject after the meal, twice in one day."),
    ("Two of the patients had a rash afterwards.", "Three of the patients had a rash afterwards."),
    ("The procedure is quite painless for adults.", "The procedure is quite painful for adults."),
    ("Store the opened bottle at -5 °C or so.", "Store the opened bottle at 5 °C or so."),
    ("Give nutrients or vitamins into the dermis.", "Give nutrients and vitamins into the dermis."),
    ("Die Haut wird vom Strom zerstört.", "Die Haut wird vom Strom nie zerstört."),
    ("这种治疗对大多数患者来说都是安全有效的。", "这种治疗对大多数患者来说都不是安全有效的。"),
]  # fmt: skip


@pytest.mark.parametrize(("exact", "lookalike"), LOOKALIKES)
def test_a_lookalike_that_says_something_else_is_not_the_passage(
    exact: str, lookalike: str
) -> None:
    before, after = "These are the words in front of it. ", " And these ones follow behind it."
    for wanted, there in ((exact, lookalike), (lookalike, exact)):
        text = before + there + after
        assert locate(text, wanted) == Located(How.MISSING)
        assert locate(text, wanted, before, after) == Located(How.MISSING)
        assert locate(text, wanted, before, "") == Located(How.MISSING)


def test_another_subject_in_a_long_sentence_is_another_passage() -> None:
    exact = (
        "In all of these cases the long scalp nerve carries the feeling of the upper outer skin."
    )
    assert locate(exact.replace("scalp", "elbow"), exact) == Located(How.MISSING)
    assert locate(exact.replace("upper outer", "outer"), exact) == Located(How.MISSING)


def test_a_word_the_document_knows_is_no_slip_of_another_one() -> None:
    exact = "The peroneal nerve can be found near the surface."
    text = exact.replace("peroneal", "perineal")
    assert locate(text, exact).how is How.NEAREST
    assert locate(f"{text} Elsewhere: a peroneal muscle.", exact) == Located(How.MISSING)


def test_a_passage_is_not_shown_short_of_its_end() -> None:
    exact = "Contact Liondale Medical to get professional mesotherapy treatment."
    before = "requires medical and pharmacological knowledge. "
    text = before + exact.replace(" meso", ", as recent work has shown, meso")
    assert quote(text, locate(text, exact, before).passage) in (None, text[len(before) :])


def test_a_changed_number_is_not_made_up_for_by_a_worse_place() -> None:
    exact = "The dose of the drug is 5 mg for one adult."
    twin = "The dose of that drug is 5 mg for one adult."
    assert locate(twin, exact).how is How.NEAREST
    assert locate(f"{exact.replace('5', '6')} {twin}", exact) == Located(How.MISSING)


@pytest.mark.parametrize(
    ("edited", "how"),
    [
        ("The pulse makes channels inside that skin for tiny and huge drugs.", How.NEAREST),
        ("The pulse makes passages deep inside that skin for tiny and large drugs.", How.AMBIGUOUS),
    ],
)
def test_a_near_place_elsewhere_never_beats_an_edited_original(edited: str, how: How) -> None:
    exact = "The pulse opens channels in the skin for small and large drugs."
    before = "This is what the article says of it. "
    text = f"{before}{edited}\n\n{exact.replace('channels', 'chanels')}"
    assert quote(before + edited, locate(before + edited, exact, before).passage) == edited
    found = locate(text, exact, before)
    assert found.how is how
    assert quote(text, found.passage) == (edited if how is How.NEAREST else None)


@pytest.mark.parametrize("exact", ["Celulite", "Obesety", "Body shape"])
def test_short_quotes_are_never_found_changed_without_context(exact: str) -> None:
    assert locate(DERMATOLOGY.text, exact) == Located(How.MISSING)


def test_two_places_equally_near_are_ambiguous() -> None:
    text = "The derma is elastick and fairly tough. Again: the derma is elastics and fairly tough."
    found = locate(text, "the derma is elastic and fairly tough")
    assert found.how is How.AMBIGUOUS
    assert len(found.others) == 2


def test_a_stray_short_hit_far_from_its_context_is_not_certain() -> None:
    found = locate(
        "All about one thing. Obesity. And so on.", "Obesity", "stretch marks and ", " of men"
    )
    assert (found.how, found.others) == (How.AMBIGUOUS, (Passage(21, 28),))


def test_a_very_long_text_is_only_found_as_it_is() -> None:
    text = " ".join(f"word{i} stands here" for i in range(400))
    assert locate(text, text).grounded
    assert locate(text, text.replace("word7 ", "wrod7 ")) == Located(How.MISSING)


@given(st.lists(st.sampled_from(ALL_SENTENCES), min_size=3, max_size=8, unique=True), st.randoms())
@settings(max_examples=examples(60), deadline=None)
def test_what_a_text_does_not_hold_is_never_found_in_it(
    pairs: list[tuple[str, Passage]], random: Random
) -> None:
    removed, *kept = [text[span.start : span.end] for text, span in pairs]
    assume(not any(removed in other for other in kept))
    random.shuffle(kept)
    text = "\n".join(kept)
    assert locate(text, removed).passage is None
