"""Banks and documents come in, again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.questions.question import Question
from quiz.errors import QuizError
from quiz.store.banks.deciding import leave, prove
from quiz.store.banks.record import record_path
from quiz.store.sets.reading import read_set
from quiz.study.importing.importing import Import, Wanted, prepare

KETTLE = """\
A kettle heats water.

The steam leaves through a spout.

Water boils at 100 degrees.
"""
BANK = """\
::Heat::What heats water?{=a kettle ~a sieve}

::Leave::What leaves through a spout?{=steam}
"""


class Desk:
    """A folder with a bank and a document, and what is imported there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bank = folder / "bank.gift"
        self.document = folder / "documents" / "kettle.txt"
        self.set = folder / "bank.yaml"
        self.document.parent.mkdir()
        self.document.write_text(KETTLE, "utf-8")
        self.bank.write_text(BANK, "utf-8")

    def take(self, *documents: Path, files: tuple[Path, ...] = ()) -> Import:
        """Import the bank (or other files) and write what came of it."""
        made = prepare(Wanted(files or (self.bank,), documents, output=self.set))
        if made.text is not None:
            self.set.write_text(made.text, "utf-8")
        if made.record:
            record_path(self.set).write_bytes(made.record)
        return made

    def edit(self, path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    @property
    def questions(self) -> dict[str, Question]:
        found = read_set(self.set).set
        assert found is not None
        return {question.id: question for question in found.questions}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def fates(made: Import) -> list[str]:
    return [one.fate for one in made.report.items]


def test_with_documents_each_draft_has_the_passage_that_may_prove_it(desk: Desk) -> None:
    made = desk.take(desk.document)
    quoted = {name: [s.exact for s in q.sources] for name, q in desk.questions.items()}
    assert quoted == {
        "heat": ["A kettle heats water."],
        "leave": ["The steam leaves through a spout."],
    }
    assert all(question.draft for question in desk.questions.values())
    assert made.report.proposed == 2


def test_documents_that_come_later_are_declared_and_looked_through(desk: Desk) -> None:
    desk.take()
    assert "\ndocuments:" not in desk.set.read_text("utf-8")
    made = desk.take(desk.document)
    assert made.report.proposed == 2
    found = read_set(desk.set).set
    assert found is not None
    assert dict(found.documents) == {"kettle": "documents/kettle.txt"}
    assert desk.take(desk.document).text is None


def test_a_second_document_joins_the_first_under_a_name_of_its_own(desk: Desk) -> None:
    desk.take(desk.document)
    other = desk.folder / "documents" / "more" / "kettle.md"
    other.parent.mkdir()
    other.write_text("# Tea\n\nTea wants water.\n", "utf-8")
    desk.take(other)
    found = read_set(desk.set).set
    assert found is not None
    assert list(found.documents) == ["kettle", "kettle-2"]


def test_what_the_author_decided_about_a_passage_is_kept(desk: Desk) -> None:
    desk.take(desk.document)
    prove(desk.set, "heat", desk.questions["heat"].sources)
    leave(desk.set, "leave", ())
    before = desk.set.read_bytes()
    assert desk.take(desk.document).text is None
    assert desk.set.read_bytes() == before


def test_an_update_of_the_wording_keeps_the_proof(desk: Desk) -> None:
    desk.take(desk.document)
    prove(desk.set, "heat", desk.questions["heat"].sources)
    desk.edit(desk.bank, "What heats water?", "What is it that heats water?")
    assert fates(desk.take(desk.document)) == ["updated", "unchanged"]
    heat = desk.questions["heat"]
    assert (heat.stem, heat.draft) == ("What is it that heats water?", False)
    assert [source.exact for source in heat.sources] == ["A kettle heats water."]


def test_another_passage_is_no_edit_of_what_is_asked(desk: Desk) -> None:
    desk.take(desk.document)
    prove(desk.set, "heat", desk.questions["leave"].sources)
    desk.edit(desk.bank, "What heats water?", "What is it that heats water?")
    assert fates(desk.take(desk.document)) == ["updated", "unchanged"]
    assert desk.questions["heat"].sources == desk.questions["leave"].sources


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stem: What heats water?", "stem: What heats the water?"),
        ("- a sieve", "- a sieve  # really"),
        ("    draft: true\n", "    hint: Listen.\n    draft: true\n"),
    ],
)
def test_what_the_author_has_edited_stays(desk: Desk, old: str, new: str) -> None:
    desk.take()
    text = desk.set.read_text("utf-8")
    desk.set.write_text(text.replace(old, new, 1), "utf-8")
    before = desk.set.read_bytes()
    desk.edit(desk.bank, "a kettle ~a sieve", "a kettle ~a sieve ~a cup")
    made = desk.take()
    assert fates(made) == ["kept as edited", "unchanged"]
    assert desk.set.read_bytes() == before
    assert "yours stays" in made.report.items[0].note


def test_another_key_makes_it_a_draft_again_and_that_is_told(desk: Desk) -> None:
    desk.take(desk.document)
    prove(desk.set, "leave", desk.questions["leave"].sources)
    desk.edit(desk.bank, "{=steam}", "{=water}")
    made = desk.take(desk.document)
    assert desk.questions["leave"].draft
    assert "its answer is another one now" in made.report.items[1].note


def test_a_question_reworded_without_a_name_is_known_again(desk: Desk) -> None:
    desk.bank.write_text("What heats the water in there?{=a kettle ~a sieve}\n", "utf-8")
    desk.take()
    desk.bank.write_text("What heats all the water in there?{=a kettle ~a sieve}\n", "utf-8")
    assert fates(desk.take()) == ["updated"]
    assert len(desk.questions) == 1


def test_items_that_look_the_same_keep_their_order(desk: Desk) -> None:
    desk.bank.write_text("Which?{=a ~b}\n\nWhich?{=c ~d}\n\nWhich?{=e ~f}\n", "utf-8")
    desk.take()
    assert fates(desk.take()) == ["unchanged"] * 3
    assert len(desk.questions) == 3


def test_several_banks_make_one_set_and_each_is_updated_alone(desk: Desk) -> None:
    other = desk.folder / "other.gift"
    other.write_text("::More::What else?{=tea}\n", "utf-8")
    desk.take(files=(desk.bank, other))
    assert list(desk.questions) == ["heat", "leave", "more"]
    made = desk.take(files=(other,))
    assert fates(made) == ["unchanged"]
    assert made.report.gone == []


def test_comments_and_what_stands_around_questions_stay(desk: Desk) -> None:
    desk.take()
    desk.edit(desk.set, "questions:\n", "questions:\n  # about kettles\n")
    desk.edit(desk.bank, "a sieve", "a spoon")
    desk.take()
    text = desk.set.read_text("utf-8")
    assert "  # about kettles\n" in text
    assert "a spoon" in text


def test_one_category_is_the_title_and_several_are_tags(desk: Desk) -> None:
    desk.bank.write_text(f"$CATEGORY: top/Hot water\n\n{BANK}", "utf-8")
    desk.take()
    assert "title: Hot water" in desk.set.read_text("utf-8")
    desk.set.unlink()
    desk.bank.write_text(f"$CATEGORY: A\n\n{BANK}$CATEGORY: B\n\nWhat?{{=x ~y}}\n", "utf-8")
    desk.take()
    assert [question.tags for question in desk.questions.values()] == [("A",), ("A",), ("B",)]


def test_a_question_that_the_set_would_refuse_is_not_imported_and_says_why(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quiz.formats.bank import making

    monkeypatch.setattr(making, "same_option", lambda text: text)
    desk.bank.write_text("::Same::Which?{=one =two ~A choice ~a choice}\n\n" + BANK, "utf-8")
    made = desk.take()
    assert [str(one.item.outcome) for one in made.report.items] == [
        "not imported",
        "imported",
        "imported",
    ]
    assert "stands here again" in made.report.items[0].item.reason
    assert list(desk.questions) == ["heat", "leave"]


def test_a_bank_whose_encoding_is_a_guess_is_told(desk: Desk) -> None:
    desk.bank.write_bytes("Größe?{=a ~b}\n".encode("cp1252"))
    made = desk.take()
    assert made.report.guessed == [str(desk.bank)]
    assert [question.stem for question in desk.questions.values()] == ["Größe?"]


def test_a_damaged_record_is_named(desk: Desk) -> None:
    desk.take()
    record_path(desk.set).write_text("{", "utf-8")
    with pytest.raises(QuizError, match="the record of what was imported is damaged"):
        desk.take()


def test_the_language_is_told_by_the_questions(desk: Desk) -> None:
    desk.bank.write_text(
        "Was ist die Farbe, die nicht auf dem Tisch und auch nicht im Schrank ist?{=rot ~blau}\n",
        "utf-8",
    )
    desk.take()
    assert "language: de" in desk.set.read_text("utf-8")


def test_a_set_of_markdown_is_left_alone(desk: Desk) -> None:
    desk.take()
    desk.edit(desk.set, "questions:\n", "markup: markdown\nquestions:\n")
    with pytest.raises(QuizError, match="as Markdown"):
        desk.take()
