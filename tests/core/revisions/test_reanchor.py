from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest

from quiz.core.grounding.selector import Selector, selector
from quiz.core.revisions.anchor import Anchor, anchor
from quiz.core.revisions.changes import Change, change, shown_difference
from quiz.core.revisions.landmarks import Landmark, landmarks
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.result import Reanchored, Status
from quiz.core.text.normal_form import fold_answer
from quiz.core.text.passages import Passage
from tests.core.edits import KINDS, Case, case
from tests.effort import FULL, times

SEEDS = times(30, 10)
SHORT = 12  # characters: never trusted without context
HARD = ("edited, copy elsewhere", "rewritten", "rewritten, all beside", "moved with its section")
"""What the text and 64 characters beside it do not always tell."""


def judged(case: Case, found: Reanchored) -> str:
    """`right`; `cautious`: nothing taken; `edge`: taken with a word too many; `wrong`."""
    wanted, got = case.passage, found.passage
    if wanted is None:
        return "wrong" if got else "right" if found.status is Status.MISSING else "cautious"
    if got is None:
        stray = found.status is Status.AMBIGUOUS and len(case.exact) < SHORT
        return "right" if stray and Status.MOVED in case.right else "cautious"
    common = max(0, min(wanted.end, got.end) - max(wanted.start, got.start))
    if common < max(len(wanted), len(got)) / 2:
        return "wrong"
    if case.change is Change.MEANING and found.change is not Change.MEANING:
        return "wrong"
    texts = [fold_answer(case.new[place.start : place.end]) for place in (wanted, got)]
    if texts[0] != texts[1]:
        return "edge"
    return "right" if found.status in case.right else "cautious"


def verdicts(*, words: bool = True) -> dict[str, Counter[str]]:
    """Of `SEEDS` cases of every kind; without words, as a lock of version 1 has them."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind, counted in found.items():
        for seed in range(SEEDS):
            one = case(kind, seed)
            kept = anchor(one.old, one.span)
            kept = kept if words else replace(kept, imprint="")
            counted[judged(one, reanchor(one.new, one.exact, anchor=kept))] += 1
    return found


def short(found: dict[str, Counter[str]], share: float, kinds: Iterable[str]) -> dict[str, int]:
    """The kinds of which a smaller share is told right, with how many are."""
    # one that the whole row may miss can stand in the part of it
    least = share * SEEDS - (not FULL)
    return {kind: right for kind in kinds if (right := found[kind]["right"]) < least}


def test_what_became_of_a_passage_is_told_and_no_edit_leads_to_a_wrong_one() -> None:
    found = verdicts()
    assert {kind: counted["wrong"] for kind, counted in found.items() if counted["wrong"]} == {}
    assert short(found, 0.93, KINDS) == {}
    assert short(found, 0.97, ["removed", "removed, lookalike"]) == {}
    assert sum(counted["right"] for counted in found.values()) >= 0.98 * SEEDS * len(found)


def test_without_the_words_of_the_old_document_most_is_told_and_nothing_wrong() -> None:
    found = verdicts(words=False)
    assert {kind: counted["wrong"] for kind, counted in found.items() if counted["wrong"]} == {}
    assert short(found, 0.93, [kind for kind in KINDS if kind not in HARD]) == {}


@pytest.mark.parametrize("kind", ["removed", "removed, lookalike", "meaning changed"])
def test_without_a_lock_no_lookalike_is_taken_for_what_was_removed(kind: str) -> None:
    for seed in range(SEEDS):
        one = case(kind, seed)
        found = reanchor(one.new, one.exact)
        assert found.passage is None or found.status is Status.EXACT


# ── one by one ────────────────────────────────────────────────────────────────────────────────

BEFORE = "The pump is switched off first. Then wait for the green lamp to go out. "
SENTENCE = "Open the valve by 4 mm and let the water drain slowly."
AFTER = " Close it when the tank is dry. A second person keeps watch at the gate."
OLD = BEFORE + SENTENCE + AFTER
KEPT = anchor(OLD, Passage(len(BEFORE), len(BEFORE) + len(SENTENCE)))


def looked_up(new: str, kept: Anchor | None = KEPT) -> Reanchored:
    return reanchor(new, SENTENCE, anchor=kept)


def test_an_unchanged_document_gives_the_exact_passage() -> None:
    place = Passage(len(BEFORE), len(BEFORE) + len(SENTENCE))
    assert looked_up(OLD) == Reanchored(Status.EXACT, place)


@pytest.mark.parametrize(
    ("edited", "kind"),
    [
        ("Open the valve by 4 mm\nand let the water drain  slowly.", Change.COSMETIC),
        ("OPEN the valve by 4 mm and let the water drain slowly.", Change.COSMETIC),
        ("Open the vavle by 4 mm and let the water drain slowly.", Change.WORDING),
        ("Open the valve by 4 mm and let all of it drain.", Change.MEANING),
        ("Open the valve by 5 mm and let the water drain slowly.", Change.MEANING),
        ("Open the valve by 4 cm and let the water drain slowly.", Change.MEANING),
    ],
)
def test_an_edit_in_place_is_shown_with_how_much_it_changes(edited: str, kind: Change) -> None:
    found = looked_up(BEFORE + edited + AFTER)
    place = Passage(len(BEFORE), len(BEFORE) + len(edited))
    assert found == Reanchored(Status.CHANGED, place, change=kind)


@pytest.mark.parametrize(
    ("exact", "there"),
    [
        ("open the valve by 4 mm", "Do not open the valve by 4 mm"),
        ("Open the valve by 4 mm", "Never open the valve by 4 mm"),
        ("let the water drain slowly", "do not let the water drain slowly"),
    ],
)
def test_a_negation_put_in_front_of_the_passage_is_a_change_of_meaning(
    exact: str, there: str
) -> None:
    at = OLD.lower().index(exact.lower())
    kept = anchor(OLD, Passage(at, at + len(exact)))
    new = OLD[:at] + there + OLD[at + len(exact) :]
    found = reanchor(new, OLD[at : at + len(exact)], anchor=kept)
    assert (found.status, found.change) == (Status.CHANGED, Change.MEANING)


def test_an_exact_copy_elsewhere_does_not_beat_the_edited_original() -> None:
    edited = "Open the valve wide by 4 mm and let all the water drain."
    found = looked_up(f"{BEFORE}{edited}{AFTER} And so on, as ever.\n\n{SENTENCE}")
    assert found.status is not Status.EXACT
    assert found.passage in (None, Passage(len(BEFORE), len(BEFORE) + len(edited)))


def test_sides_that_touch_mean_a_cut_even_beside_a_lookalike() -> None:
    lookalike = SENTENCE.replace("slowly", "quickly")
    new = BEFORE.strip() + AFTER + "\n\nLater on, in summer.\n\n" + lookalike
    assert looked_up(new).status is Status.MISSING


def test_touching_author_given_sides_mean_a_cut_though_the_text_stands_elsewhere() -> None:
    new = f"{BEFORE.strip()}{AFTER}\n\nLater on, in summer.\n\n{SENTENCE}"
    found = reanchor(new, SENTENCE, BEFORE[-30:], AFTER[:30])
    assert found.status is Status.MISSING


def test_a_long_sentence_copied_far_off_with_other_words_is_not_the_removed_one() -> None:
    lead = (
        "As the people of the valley have known for many generations, it is in early spring that "
    )
    tail = " while the older ones stay behind with those who look after the houses and the gardens."
    quoted = "the young herds are driven up to the lower meadows"
    filler = "".join(f"Paragraph {i} speaks of other things. " for i in range(30))
    old = f"{lead}{quoted}{tail}\n\n{filler}"
    kept = anchor(old, Passage(len(lead), len(lead) + len(quoted)))
    new = f"{filler}\n\n{lead}{quoted.replace('young', 'large')}{tail}"
    found = reanchor(new, quoted, anchor=kept)
    assert found.status is Status.MISSING
    assert found.here or found.places


def test_a_sentence_that_stands_elsewhere_word_for_word_has_moved() -> None:
    new = BEFORE.strip() + AFTER + "\n\nLater on, in summer.\n\n" + SENTENCE
    found = looked_up(new)
    assert (found.status, found.passage) == (Status.MOVED, Passage(new.index("Open"), len(new)))


def test_of_two_equal_sentences_the_other_one_has_not_moved() -> None:
    old = f"{OLD}\n\nIn summer, too.\n\n{SENTENCE}"
    kept = anchor(old, Passage(len(BEFORE), len(BEFORE) + len(SENTENCE)))
    assert kept.occurrences == 2
    new = f"{BEFORE.strip()}{AFTER}\n\nIn summer, too.\n\n{SENTENCE}"
    assert looked_up(new, kept).status is Status.MISSING


def test_a_copy_leaves_the_original_where_it_is() -> None:
    found = looked_up(f"{SENTENCE} That was it in short.\n\n{OLD}")
    assert found.status is Status.EXACT
    assert found.passage is not None
    assert found.passage.start > len(SENTENCE)


def test_without_a_lock_two_places_are_ambiguous_and_both_are_shown() -> None:
    found = looked_up(f"{SENTENCE} That was it in short.\n\n{OLD}", None)
    assert found.status is Status.AMBIGUOUS
    assert len(found.places) == 2


def test_a_number_outside_the_quote_gives_its_unit_a_meaning() -> None:
    at = OLD.index("mm and")
    kept = anchor(OLD, Passage(at, at + len("mm and let the water drain")))
    new = OLD.replace("4 mm", "4 cm")
    found = reanchor(new, "mm and let the water drain", anchor=kept)
    assert found.change is Change.MEANING


def test_a_difference_is_shown_word_by_word() -> None:
    shown = shown_difference("by 4 mm and let it drain", "by 5 mm and let all drain off")
    assert shown == "by [-4-]{+5+} mm and let [-it-]{+all+} drain {+off+}"
    assert change("“a b”", '"A  b"') is Change.COSMETIC


def test_landmarks_tell_how_far_a_place_has_shifted() -> None:
    old = "".join(f"This is sentence number {i} of them. " for i in range(40))
    inserted = "Something new stands in front of all this. " * 30
    spans = [old.index(f"number {i} ") for i in (13, 20, 30)]
    quotes = [(old[at : at + 10], anchor(old, Passage(at, at + 10))) for at in spans]
    found = landmarks(inserted + old, quotes)
    assert found.marks == tuple(Landmark(at, at + len(inserted)) for at in spans)
    assert found.adjusted(quotes[1][1]).offset == spans[1] + len(inserted)


def test_a_moved_passage_is_no_landmark() -> None:
    old = "alpha beta gamma delta epsilon zeta"
    words = old.split()
    quotes = [
        (word, anchor(old, Passage(old.index(word), old.index(word) + len(word)))) for word in words
    ]
    found = landmarks("zeta alpha beta gamma delta epsilon", quotes)
    assert len(found.marks) == 5
    assert all(mark.shift == 5 for mark in found.marks)


# ── selectors ─────────────────────────────────────────────────────────────────────────────────

TEXT = "First wait an hour. Then rest.\n\nIn winter wait an hour. Then rest. In autumn wait."


def test_the_shortest_side_that_makes_a_source_unique_is_chosen() -> None:
    at = TEXT.rindex("wait an hour")
    found = selector(TEXT, Passage(at, at + 12), Selector("wait an hour"))
    assert found == Selector("wait an hour", "winter", "")


def test_a_source_that_is_unique_needs_nothing() -> None:
    at = TEXT.index("autumn")
    assert selector(TEXT, Passage(at, at + 6), Selector("Autumn")) == Selector("autumn")


def test_a_prefix_that_fits_is_kept() -> None:
    at = TEXT.rindex("wait an hour")
    old = Selector("wait an hour", "In winter ")
    assert selector(TEXT, Passage(at, at + 12), old) == old


def test_what_nothing_tells_apart_gets_no_selector() -> None:
    text = "\n\n".join([("rest a while. " * 30).strip()] * 2)
    assert selector(text, Passage(210, 222), Selector("rest a while")) is None
