from __future__ import annotations

import io
import sqlite3
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.formats.tables.guarding import guarded, unguarded
from quiz.formats.writers import WRITERS, writer
from quiz.store.sets.question_fields import CLOZE_STEM
from tests.effort import examples
from tests.formats.banks.reading import items
from tests.formats.outgoing.banks import bank_of, cited, nine_types, questions

_NOTES = "select guid, flds, mid from notes join cards on nid = notes.id where ord = 0 order by due"
XML = ("moodle-xml", "canvas-qti", "qti")
WORDS, PLACE = "Yeast turns sugar into gas.", "Bread › Making dough › line 5"


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def notes(content: bytes) -> list[tuple[str, str, int]]:
    """GUID, fields and note type of each note of a package."""
    database = sqlite3.connect(":memory:")
    database.deserialize(members(content)["collection.anki2"])
    try:
        return database.execute(_NOTES).fetchall()
    finally:
        database.close()


def whole_text(name: str, content: bytes) -> str:
    """Everything that a file says."""
    if name == "anki":
        return "\n".join(fields for _, fields, _ in notes(content))
    if content.startswith(b"PK"):
        return "\n".join(text.decode() for text in members(content).values())
    return content.decode()


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "aiken"])
def test_every_format_but_aiken_holds_all_nine_types(name: str, tmp_path: Path) -> None:
    bank = nine_types(tmp_path)
    written = writer(name).write(bank)
    assert written.exported == 9
    assert not any(loss.gone for loss in written.losses)


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "aiken"])
def test_the_reason_of_a_wrong_option_and_the_passage_with_its_place_go_along(
    name: str, tmp_path: Path
) -> None:
    said = whole_text(name, writer(name).write(nine_types(tmp_path)).content)
    for text in ("Yeast feeds on sugar.", "Salt is added, not made.", "salt gives it taste"):
        assert text in said
    assert said.count("Making dough › line 5") > 6


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "aiken"])
def test_a_source_that_is_not_in_its_document_is_no_proof_and_is_told(
    name: str, tmp_path: Path
) -> None:
    written = writer(name).write(nine_types(tmp_path))
    assert "This sentence is nowhere" not in whole_text(name, written.content)
    told = [loss for loss in written.losses if loss.question == "roles"]
    assert "source not found in the document" in {loss.what for loss in told}


def test_what_is_lost_is_told_with_the_question_and_its_line(tmp_path: Path) -> None:
    lost = writer("gift").write(nine_types(tmp_path)).losses
    assert ("steps", 72, "ordering in GIFT: as a short answer") in {loss[:3] for loss in lost}
    gone = [loss for loss in writer("aiken").write(nine_types(tmp_path)).losses if loss.gone]
    assert {loss.question for loss in gone} == {
        *("dough", "gluten", "rest", "cloze", "roles", "steps", "crust")
    }


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_set_makes_the_same_bytes(name: str, tmp_path: Path) -> None:
    bank = nine_types(tmp_path)
    assert writer(name).write(bank).content == writer(name).write(bank).content


@pytest.mark.parametrize("name", XML)
@settings(max_examples=examples(200), deadline=None)
@given(asked=questions())
def test_xml_is_well_formed_whatever_the_texts_hold(name: str, asked: Question) -> None:
    written = writer(name).write(cited(bank_of(asked), "a <b> & “c”", "D › line 1"))
    files = members(written.content) if name != "moodle-xml" else {"quiz.xml": written.content}
    for content in files.values():
        ElementTree.fromstring(content)


class Tags(HTMLParser):
    """Counts elements that are opened and not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=examples(200), deadline=None)
@given(asked=questions())
def test_the_page_is_whole_and_loads_nothing_whatever_the_texts_hold(asked: Question) -> None:
    page = writer("html").write(bank_of(asked)).content.decode()
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not tags.seen & {"script", "link", "img", "iframe", "a", "object", "base"}
    assert "://" not in page.replace(asked.stem, "") or "://" in "".join(
        [*asked.key, *asked.wrong, asked.explanation]
    )


def test_a_note_keeps_its_guid_when_its_question_is_reworded(tmp_path: Path) -> None:
    before = notes(writer("anki").write(nine_types(tmp_path)).content)
    bank = nine_types(tmp_path, reworded())
    after = notes(writer("anki").write(bank).content)
    assert [guid for guid, _, _ in before] == [guid for guid, _, _ in after]
    assert [fields for _, fields, _ in before] != [fields for _, fields, _ in after]


def reworded() -> str:
    from tests.plain.nine_types import SET

    return SET.replace("What makes a dough?", "Of what is a dough made?")


def test_what_is_typed_stands_alone_in_the_answer_of_a_note(tmp_path: Path) -> None:
    found = notes(writer("anki").write(nine_types(tmp_path)).content)
    answers = [fields.split("\x1f")[2] for _, fields, _ in found]
    assert answers[3:5] == ["gluten", "60 minutes"]
    assert "{{c1::Yeast}} turns {{c2::sugar}} into gas." in found[5][1]


@settings(max_examples=examples(100), deadline=None)
@given(asked=st.lists(questions(), min_size=1, max_size=4))
def test_each_note_has_a_card_for_each_gap_and_every_number_once(asked: list[Question]) -> None:
    content = writer("anki").write(bank_of(*asked)).content
    database = sqlite3.connect(":memory:")
    database.deserialize(members(content)["collection.anki2"])
    cards = dict(database.execute("select nid, count(*) from cards group by nid").fetchall())
    numbers = [row[0] for row in database.execute("select id from notes order by rowid")]
    database.close()
    assert sorted(cards.values()) == sorted(len(getattr(one, "gaps", [0])) for one in asked)
    assert len(set(numbers)) == len(asked)


def test_items_of_qti_are_all_in_the_manifest_and_in_the_test(tmp_path: Path) -> None:
    files = members(writer("qti").write(nine_types(tmp_path)).content)
    items = [name for name in files if name.startswith("items/")]
    assert len(items) == 9
    for name in items:
        assert f'href="{name}"'.encode() in files["imsmanifest.xml"]
        assert f'href="{name}"'.encode() in files["test.xml"]


def test_a_passage_is_a_quotation_with_its_place() -> None:
    from quiz.formats.outgoing.bank import Citation

    assert Citation(WORDS, PLACE).line == f"“{WORDS}” ({PLACE})"


@pytest.mark.parametrize("name", ["moodle-xml", "gift", "csv", "qti", "canvas-qti", "anki"])
def test_questions_come_back_in_the_order_in_which_they_went(name: str, tmp_path: Path) -> None:
    bank = nine_types(tmp_path)
    stems = [
        item.question.stem for item in items(writer(name).write(bank).content) if item.question
    ]
    wanted = [
        out.question.stem for out in bank.questions if out.question.id not in ("cloze", "steps")
    ]
    begun = [stem.partition("\n")[0].partition(" (")[0] for stem in stems]
    assert [stem for stem in begun if stem in wanted] == wanted


@pytest.mark.parametrize("name", ["moodle-xml", "gift", "csv", "qti", "canvas-qti"])
def test_a_list_in_a_model_answer_stays_apart_from_the_points(name: str) -> None:
    asked = Open(id="q-1", stem="Why?", model_answer="- yeast\n- sugar", points=("gas", "rise"))
    (item,) = items(writer(name).write(bank_of(asked)).content)
    assert isinstance(item.question, Open)
    assert item.question.points == ("gas", "rise")
    assert item.question.model_answer == "- yeast\n- sugar"


@pytest.mark.parametrize(
    "name", ["moodle-xml", "gift", "csv", "qti", "canvas-qti", "aiken", "anki"]
)
def test_formulas_in_tex_are_told(name: str) -> None:
    asked = SingleChoice(
        id="q-1", stem=r"What is \(x^2\)?", answer="a", distractors=(Distractor("b"),)
    )
    said = [loss.what for loss in writer(name).write(bank_of(asked)).losses]
    assert any("formulas in TeX" in what for what in said)


def test_a_tag_to_match_stays_a_tag_in_canvas_and_a_pair_of_tags_is_told() -> None:
    pairs = (("<b>", "bold"), ("<I>", "italic"))
    written = writer("canvas-qti").write(bank_of(Matching(id="q-1", stem="?", pairs=pairs)))
    (item,) = items(written.content)
    assert isinstance(item.question, Matching)
    assert item.question.pairs == pairs
    assert written.losses == ()
    for text in ("<b>x</b>", "a<br>b", "x &amp; y"):
        cloze = Cloze(id="q-1", stem="?", parts=("It is ", "."), gaps=((text,),))
        losses = writer("canvas-qti").write(bank_of(cloze)).losses
        assert any("tags or entities in gaps" in loss.what for loss in losses)


def test_a_backslash_at_the_end_of_a_gap_does_not_undo_what_follows() -> None:
    asked = Cloze(
        id="q-1", stem=CLOZE_STEM, parts=("In ", " or ", " end"), gaps=((r"C:\\", "0"), ("\\",))
    )
    (item,) = items(writer("moodle-xml").write(bank_of(asked)).content)
    assert isinstance(item.question, Cloze)
    assert item.question.gaps == asked.gaps


@pytest.mark.parametrize("text", ["' =", "'", "'' -1", "=1", "-5", "'-5", "' '@"])
def test_a_cell_comes_back_from_its_guard(text: str) -> None:
    assert unguarded(guarded(text)) == text
