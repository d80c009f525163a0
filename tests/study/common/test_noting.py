"""Notes: kept, shown with the verdict, and found again in a document that has changed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.document import Document, Passage
from quiz.core.grading.grading import Response
from quiz.core.memory.records import HIGHLIGHT, NOTE, Note
from quiz.study.common.noting import (
    bookmark,
    keep_text,
    mark,
    note_on,
    on_passage,
    place_of,
    placed_notes,
    write_note,
)
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Workspace
from quiz.study.noting.listing import NOT_FOUND, listed
from quiz.study.noting.markdown import notes_markdown
from quiz.study.sitting.looking_back import of_questions
from quiz.study.sitting.wording import reason_lines
from tests.effort import examples
from tests.plain.nine_types import DOCUMENT, only

SENTENCES = [
    "The oven is heated to two hundred degrees before the loaf goes in.",
    "A loaf that is scored opens where the baker wants it to.",
    "Salt slows the yeast down and gives the crumb its taste.",
    "Rye needs acid, or its starch is eaten up while it bakes.",
    "Steam keeps the crust soft until the loaf has risen.",
    "The crumb of a warm loaf is torn by any knife.",
]


def document(text: str) -> Document:
    return Document("doc", text)


def verdict(workspace: Workspace, name: str = "gas") -> Feedback:
    feedback = only(workspace, name).answer(Response(gave_up=True))
    assert isinstance(feedback, Feedback)
    return feedback


def noted(feedback: Feedback) -> list[str]:
    return [line.text for line in reason_lines(feedback) if line.label == "Mine"]


def test_a_note_on_a_question_is_shown_with_its_next_verdict(workspace: Workspace) -> None:
    assert noted(verdict(workspace)) == []
    write_note(workspace, "bread/gas", " yeast, not soda ")
    assert bookmark(workspace, "bread/gas")
    assert noted(verdict(workspace)) == ["yeast, not soda", "bookmarked."]
    assert not bookmark(workspace, "bread/gas")
    write_note(workspace, "bread/gas", "")
    assert noted(verdict(workspace)) == []


def test_a_note_is_there_when_one_looks_back(workspace: Workspace) -> None:
    verdict(workspace)
    write_note(workspace, "bread/gas", "yeast, not soda")
    back = of_questions(workspace, ["bread/gas"], "").feedback(0)
    assert back is not None
    assert noted(back) == ["yeast, not soda"]


def test_a_note_on_a_passage_is_shown_with_each_question_that_stands_there(
    workspace: Workspace,
) -> None:
    read = workspace.library.document("bread", "bread")
    at = read.text.index("sugar into gas")
    fresh = on_passage("bread/bread", read, Passage(at, at + 14), NOTE)
    keep_text(workspace, None, fresh, "fermentation")
    assert noted(verdict(workspace, "gas")) == ["fermentation"]
    assert noted(verdict(workspace, "cloze")) == ["fermentation"]
    assert noted(verdict(workspace, "rest")) == []


@settings(max_examples=examples(60), deadline=None)
@given(st.permutations(SENTENCES), st.integers(0, 5), st.integers(0, 2**32))
def test_a_note_stays_on_its_passage_through_a_revision_or_is_on_none(
    order: list[str], which: int, seed: int
) -> None:
    """Sentences come, go and change their places: the note is where its words are, or nowhere."""
    chance = random.Random(seed)
    before = document("\n\n".join(order))
    words = order[which]
    at = before.text.index(words)
    note = on_passage("set/doc", before, Passage(at, at + len(words)), HIGHLIGHT)
    kept = [one for one in order if chance.random() < 0.8]
    shuffled = chance.random() < 0.4
    if shuffled:
        chance.shuffle(kept)
    for _ in range(chance.randint(0, 2)):
        kept.insert(chance.randint(0, len(kept)), f"A new sentence, number {chance.random()}.")
    after = document("\n\n".join(kept))
    placed = place_of(after, note)
    if placed.passage is not None:
        assert after.quote(placed.passage) == words
    if words in kept and not shuffled:
        assert placed.passage is not None, "only sentences around it came and went"


def test_a_word_that_was_mended_is_followed_and_said(workspace: Workspace) -> None:
    before = document("\n\n".join(SENTENCES))
    at = before.text.index(SENTENCES[2])
    note = on_passage("set/doc", before, Passage(at, at + len(SENTENCES[2])), HIGHLIGHT)
    after = document(before.text.replace("slows the yeast down", "slows down the yeast"))
    placed = place_of(after, note)
    assert placed.passage is not None
    assert placed.changed
    assert "slows down the yeast" in after.quote(placed.passage)


def test_a_set_that_names_the_same_file_sees_the_note(workspace: Workspace) -> None:
    read = workspace.library.document("bread", "bread")
    mark(workspace, on_passage("bread/bread", read, Passage(0, 5), HIGHLIGHT))
    (placed,) = placed_notes(workspace, read)
    assert placed.passage == Passage(0, 5)


def test_the_list_says_what_a_note_is_on_and_finds_words(workspace: Workspace) -> None:
    write_note(workspace, "bread/gas", "Yeast, not soda")
    read = workspace.library.document("bread", "bread")
    at = read.text.index("A dough rests")
    mark(workspace, on_passage("bread/bread", read, Passage(at, at + 30), HIGHLIGHT))
    assert [one.about for one in listed(workspace)] == ["What does yeast make of sugar?", "Bread"]
    assert [one.note.kind for one in listed(workspace, "SODA yeast")] == [NOTE]
    assert [one.note.kind for one in listed(workspace, "dough rests")] == [HIGHLIGHT]
    assert listed(workspace, "nowhere") == []


def test_the_page_in_markdown_cites(workspace: Workspace) -> None:
    write_note(workspace, "bread/gas", "Yeast, *not* soda\n\n- twice")
    page = notes_markdown(listed(workspace))
    assert page.startswith("# My notes\n\n## Baking bread\n\n### What does yeast make of sugar?\n")
    assert "\n> “Yeast turns sugar into gas.” (Bread › Making dough › line 5)\n" in page
    assert "\nYeast, *not* soda\n\n- twice\n" in page


def test_words_of_a_set_mean_nothing_in_the_page() -> None:
    from quiz.study.noting.listing import Listed

    note = Note("n", 1, NOTE, "set/q", text="mine")
    page = notes_markdown([Listed(note, "1. [x](y)", "# *a* `b`", "- <b>", "p_q")])
    assert "## 1\\. \\[x\\](y)" in page
    assert "### \\# \\*a\\* \\`b\\`" in page
    assert "“\\- \\<b\\>” (p\\_q)" in page


def test_a_passage_that_is_gone_keeps_its_words_in_the_list(
    workspace: Workspace, tmp_path: Path
) -> None:
    read = workspace.library.document("bread", "bread")
    at = read.text.index("A dough rests")
    mark(workspace, on_passage("bread/bread", read, Passage(at, at + 30), HIGHLIGHT))
    file = Path(read.path)
    file.write_text(DOCUMENT.replace("A dough rests for 60 minutes.", "Time is up."))
    workspace.library.reload("bread")
    (one,) = listed(workspace)
    assert (one.quote, one.trouble) == ("A dough rests for 60 minutes.", NOT_FOUND)


@pytest.mark.parametrize("anchor", ["", "{}", '{"offset": 3}', '{"offset": "x", "before": 7}'])
def test_an_odd_anchor_places_nothing_wrong(anchor: str) -> None:
    read = document("\n\n".join(SENTENCES))
    note = Note("n", 1, HIGHLIGHT, "", "set/doc", "words that are nowhere", anchor)
    assert place_of(read, note).passage is None


def test_the_latest_of_two_notes_is_the_one_to_write_on(workspace: Workspace) -> None:
    workspace.history.keep_note(Note("a", 5, NOTE, "bread/gas", text="one"))
    workspace.history.keep_note(Note("b", 9, NOTE, "bread/gas", text="two"))
    found = note_on(workspace, "bread/gas")
    assert found is not None
    assert found.text == "two"
