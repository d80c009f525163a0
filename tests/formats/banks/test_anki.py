from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.open import Open
from quiz.core.questions.short_answer import ShortAnswer
from quiz.errors import QuizError
from quiz.formats.anki.schema import SCHEMA
from quiz.formats.anki.writer import write
from quiz.formats.bank.item import Outcome
from tests.formats.banks.reading import items
from tests.formats.outgoing.banks import nine_types

TYPES = {
    "1": ("Basic", ["Front", "Back"], [("{{Front}}", "{{FrontSide}}{{Back}}")]),
    "2": (
        "Reversed",
        ["Front", "Back"],
        [("{{Front}}", "{{Back}}"), ("{{Back}}", "{{Front}}")],
    ),
    "3": ("Typed", ["Front", "Back"], [("{{Front}}{{type:Back}}", "{{FrontSide}}")]),
    "4": ("Cloze", ["Text", "Extra"], [("{{cloze:Text}}", "{{cloze:Text}}{{Extra}}")]),
    "5": ("Hinted", ["Q", "A", "H"], [("{{Q}}{{hint:H}}", "{{A}}")]),
}


def collection(*notes: tuple[int, str, str], cards: bool = True, extra: str = "") -> bytes:
    """A collection with notes of types (of TYPES), their fields parted by `|`, and their tags."""
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA)
    models = {
        number: {
            "name": name,
            "flds": [{"name": one} for one in fields],
            "tmpls": [{"name": "c", "qfmt": q, "afmt": a} for q, a in templates],
        }
        for number, (name, fields, templates) in TYPES.items()
    }
    decks = {"9": {"name": "Kitchen::Bread"}}
    row = (1, 0, 0, 0, 11, 0, 0, 0, "{}", json.dumps(models), json.dumps(decks), "{}", "{}")
    database.execute(f"insert into col values ({', '.join('?' * 13)})", row)
    for number, (kind, fields, tags) in enumerate(notes, 1):
        texts = fields.replace("|", "\x1f")
        note = (number, f"guid{number}", kind, 0, 0, tags, texts, "", 0, 0, "")
        database.execute(f"insert into notes values ({', '.join('?' * 11)})", note)
        for at in range(len(TYPES[str(kind)][2]) if cards else 0):
            card = (number * 10 + at, number, 9, at, *[0] * 13, "")
            database.execute(f"insert into cards values ({', '.join('?' * 18)})", card)
    database.executescript(extra)
    database.commit()
    return database.serialize()


def package(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in members.items():
            file.writestr(name.replace("_", "."), content)
    return held.getvalue()


def test_a_basic_note_is_a_question_with_tags_and_deck() -> None:
    (item,) = items(package(collection_anki2=collection((1, "<b>What</b>?|Gas", " a b "))))
    assert isinstance(item.question, ShortAnswer)
    assert (item.question.stem, item.question.answer) == ("What?", "Gas")
    assert item.question.tags == ("a", "b")
    assert (item.uid, item.category) == ("guid1", "Kitchen/Bread")


def test_a_reversed_note_asks_both_ways() -> None:
    both = items(collection((2, "pain|bread", "")))
    assert [(i.question.stem, i.question.key[0]) for i in both if i.question] == [
        *(("pain", "bread"), ("bread", "pain"))
    ]
    assert [item.uid for item in both] == ["guid1", "guid1-2"]


def test_a_typed_field_is_the_answer_whatever_its_length() -> None:
    (item,) = items(collection((3, f"Say it|{'very ' * 20}long", "")))
    assert isinstance(item.question, ShortAnswer)


def test_gaps_make_a_cloze_with_their_hints() -> None:
    (item,) = items(collection((4, "The {{c1::gas::what?}} is {{c2::held}}.|Net.", "")))
    assert isinstance(item.question, Cloze)
    assert item.question.gaps == (("gas",), ("held",))
    assert (item.question.hint, item.question.explanation) == ("what?", "Net.")


def test_a_hint_is_no_part_of_the_question() -> None:
    (item,) = items(collection((5, "Q?|A|Think.", "")))
    assert item.question is not None
    assert (item.question.stem, item.question.hint) == ("Q?", "Think.")


def test_a_long_answer_is_compared_by_eye() -> None:
    (item,) = items(collection((1, f"Why?|{'Because of it. ' * 20}", "")))
    assert isinstance(item.question, Open)


def test_sounds_and_images_are_lost_and_told() -> None:
    (item,) = items(collection((1, 'What?[sound:a.mp3]<img src="x.png">|Gas', "")))
    assert item.changes == ("lost a sound (a.mp3)", "lost an image (x.png)")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("|Gas", "its front is empty"),
        ("What?|", "the answer is empty"),
        ('What?|<img src="x.png">', "its answer is an image"),
    ],
)
def test_a_note_that_is_no_question_says_why(fields: str, reason: str) -> None:
    (item,) = items(collection((1, fields, "")))
    assert (item.outcome, item.reason.split(" (")[0]) == (Outcome.REFUSED, reason)


def test_the_newest_form_in_a_package_counts() -> None:
    old, new = collection((1, "Update Anki!|x", "")), collection((1, "What?|Gas", ""))
    (item,) = items(package(collection_anki2=old, collection_anki21=new))
    assert item.question is not None
    assert item.question.stem == "What?"


def test_what_zstd_compressed_is_read() -> None:
    zstd = pytest.importorskip("backports.zstd")
    new = zstd.compress(collection((1, "What?|Gas", "")))
    (item,) = items(package(collection_anki21b=new, collection_anki2=collection((1, "x|y", ""))))
    assert item.question is not None
    assert item.question.stem == "What?"


def test_a_collection_with_a_log_is_read() -> None:
    data = bytearray(collection((1, "What?|Gas", "")))
    data[18:20] = b"\x02\x02"
    assert len(items(bytes(data))) == 1


def test_our_own_export_comes_back_note_for_note(tmp_path: Path) -> None:
    found = items(write(nine_types(tmp_path)).content)
    assert len(found) == 9
    assert all(item.outcome is Outcome.IMPORTED for item in found)
    typed = [item.question for item in found if isinstance(item.question, ShortAnswer)]
    assert "gluten" in {one.answer for one in typed}


@pytest.mark.parametrize(
    "data",
    [
        b"SQLite format 3\x00" + b"\xff" * 5000,
        collection((1, "a|b", ""))[:6000],
        package(collection_anki2=b"nothing"),
        package(collection_anki21b=b"nothing", collection_anki2=b""),
    ],
)
def test_a_damaged_collection_is_said(data: bytes) -> None:
    with pytest.raises(QuizError, match=r"damaged|no notes"):
        items(data)


def test_a_view_in_the_place_of_notes_is_not_run() -> None:
    endless = """
    drop table notes;
    create view notes as with recursive n(i) as (select 1 union all select i + 1 from n)
      select i as id, 'g' as guid, 1 as mid, '' as tags, 'a' as flds from n;
    """
    with pytest.raises(QuizError, match="no notes"):
        items(collection(extra=endless))


def test_a_trigger_is_harmless() -> None:
    trigger = "create trigger t after insert on notes begin delete from notes; end;"
    assert len(items(collection((1, "a|b", ""), extra=trigger))) == 1
