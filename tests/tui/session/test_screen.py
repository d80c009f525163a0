"""The session screen, driven by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.strip import Strip

from quiz.core.memory.scheduling import Rating
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.single_choice import SingleChoice
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from quiz.tui.screens.home.screen import HomeScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.screens.session.summary import SummaryScreen
from quiz.tui.screens.session.view import SessionView
from quiz.tui.widgets.document_view import DocumentView
from tests.effort import some_of
from tests.plain.nine_types import SET, Clock, begin_all, only, workspace_over, write_set
from tests.tui.driving import SIZES, Learner, drive
from tests.tui.waiting import nothing_ready, unpainted

KINDS = ["gas", "dough", "held", "gluten", "rest", "cloze", "roles", "steps", "crust"]


def ratings(study: Study) -> list[int]:
    return [review.rating for review in study.workspace.history.reviews_of(study.record.uid)]


def test_the_bar_of_the_progress_comes_and_goes_with_the_room(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        assert "━" not in learner.lines[0]
        await learner.resize(80, 24)
        assert "━" in learner.lines[0]
        await learner.resize(40, 12)
        assert "━" not in learner.lines[0]
        assert learner.lines[0].endswith("1 of 1")

    drive(workspace, script, study=only(workspace, "gas"), size=(40, 12))


@pytest.mark.parametrize("size", some_of(SIZES, 0, parts=3), ids=str)
def test_a_whole_session_of_all_nine_types_by_keyboard(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    study = begin_all(workspace)

    async def script(learner: Learner) -> None:
        for _ in range(9):
            await learner.answer(right=True)
            assert learner.sees("Correct")
            await learner.press("space")
        assert isinstance(learner.app.screen, SummaryScreen)
        assert learner.sees("9 of 9 right at once")

    drive(workspace, script, study=study, size=size)
    assert ratings(study) == [Rating.GOOD] * 9


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("kind", [k for k in KINDS if k != "roles"])
def test_after_a_wrong_answer_the_passage_is_in_view_and_highlighted(
    workspace: Workspace, size: tuple[int, int], kind: str
) -> None:
    async def script(learner: Learner) -> None:
        exact = learner.question.sources[0].exact
        await learner.answer(right=False)
        assert learner.sees("Wrong")
        assert exact in learner.highlighted
        assert learner.sees("line")

    drive(workspace, script, study=only(workspace, kind), size=size)


def test_a_source_that_is_not_found_is_said_instead_of_shown(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        assert learner.sees("source not found in the document")
        assert learner.sees("This sentence is nowhere.")
        assert learner.highlighted == ""

    drive(workspace, script, study=only(workspace, "roles"))


def test_a_chosen_wrong_option_gets_its_own_reason_and_passage(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        question = learner.question
        assert isinstance(question, SingleChoice)
        await learner.press(str(learner.options.index("Salt") + 1), "enter")
        assert learner.sees("Salt is added, not made.")
        assert learner.sees("← your choice")
        await learner.press("n")
        assert "salt gives it taste" in learner.highlighted
        await learner.press("p")
        assert "Yeast turns sugar into gas." in learner.highlighted

    drive(workspace, script, study=only(workspace, "gas"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
def test_a_disputed_answer_shows_both_passages_at_once(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        assert "the crust is done at 200 degrees" in learner.highlighted
        assert "at last it is baked" in learner.highlighted
        assert learner.sees("Disputed by")
        assert learner.sees("Here no temperature is named.")

    drive(workspace, script, study=only(workspace, "crust"), size=size)


def test_what_is_on_screen_after_a_key_stays_there_however_rare_the_ticks(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 3600)

    async def script(learner: Learner) -> None:
        await learner.type("at 200")
        for key in ("enter", "1", "enter", "n", "o", "escape"):
            await learner.press(key)
            await nothing_ready()
            assert not unpainted(learner.app)

    drive(workspace, script, study=only(workspace, "crust"))


def test_letters_arrows_and_space_choose_too(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        pad = learner.session.choices
        assert pad is not None
        for keys, picked in (
            (("b",), [1]),
            (("down", "space"), [1, 2]),
            (("space",), [1]),
            (("backspace",), []),
        ):
            await learner.press(*keys)
            assert list(pad.picker.picked) == picked

    drive(workspace, script, study=only(workspace, "dough"))


def test_a_click_chooses_and_the_key_bar_submits(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        question = learner.question
        assert isinstance(question, MultipleChoice)
        pad = learner.session.choices
        assert pad is not None
        for answer in question.answers:
            row = pad.layout_at(pad.content_size.width).marks.index(learner.options.index(answer))
            await learner.pilot.click(pad, offset=(6, row))
        await learner.settle()
        await learner.pilot.click(learner.session.key_bar, offset=(3, 0))
        await learner.settle()
        assert learner.session.stage is Stage.VERDICT
        assert learner.sees("Correct")

    drive(workspace, script, study=only(workspace, "dough"))


def test_nothing_is_submitted_before_something_is_chosen(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        assert learner.session.stage is Stage.ASK
        assert learner.sees("Choose an option.")

    study = only(workspace, "gas")
    drive(workspace, script, study=study)
    assert ratings(study) == []


def test_a_near_miss_is_shown_and_decided_by_the_learner(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("gluten3"[:-1].replace("t", "tt"))
        await learner.press("enter")
        assert learner.session.stage is Stage.JUDGE
        assert learner.sees("Does it count?")
        await learner.press("y")
        await learner.settle()
        assert learner.sees("Correct")

    drive(workspace, script, study=only(workspace, "gluten"))


def test_an_open_answer_is_compared_by_its_points(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("hot")
        await learner.press("enter")
        assert learner.sees("At 200 degrees, some say.")
        await learner.press("1", "enter")
        assert learner.sees("Partly right")

    drive(workspace, script, study=only(workspace, "crust"))


@pytest.mark.parametrize(
    ("keys", "rating"),
    [
        ((), Rating.GOOD),
        (("u",), Rating.HARD),
        (("g",), Rating.AGAIN),
        (("g", "g"), Rating.GOOD),
        (("h",), Rating.AGAIN),
    ],
    ids=str,
)
def test_how_sure_one_was_decides_the_rating(
    workspace: Workspace, keys: tuple[str, ...], rating: Rating
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press(*keys)
        await learner.answer(right=True)

    study = only(workspace, "gas")
    drive(workspace, script, study=study)
    assert ratings(study) == [rating]


def test_a_hint_that_only_names_the_section_rates_hard(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("h")
        assert learner.sees("Making dough")
        await learner.answer(right=True)

    study = only(workspace, "dough")
    drive(workspace, script, study=study)
    assert ratings(study) == [Rating.HARD]


def test_giving_up_shows_the_answer(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("k")
        assert learner.sees("Now you know")
        assert "Yeast turns sugar into gas." in learner.highlighted

    drive(workspace, script, study=only(workspace, "gas"))


def test_too_easy_is_said_after_a_right_answer(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        await learner.press("plus")
        assert learner.sees("(easy)")

    study = only(workspace, "gas")
    drive(workspace, script, study=study)
    assert ratings(study) == [Rating.EASY]


def test_undo_asks_again_and_forgets_the_answer(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        before = learner.options
        await learner.answer(right=False)
        await learner.press("z")
        assert learner.session.stage is Stage.ASK
        assert learner.options == before
        await learner.answer(right=True)

    study = only(workspace, "gas")
    drive(workspace, script, study=study)
    assert ratings(study) == [Rating.GOOD]


def test_the_last_answer_can_be_undone_from_the_summary(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        await learner.press("enter")
        assert isinstance(learner.app.screen, SummaryScreen)
        await learner.press("z")
        assert learner.session.stage is Stage.ASK

    study = only(workspace, "gas")
    drive(workspace, script, study=study)
    assert ratings(study) == []


def test_the_document_is_opened_and_left_without_losing_anything(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        await learner.press("o")
        assert isinstance(learner.app.screen, ReaderScreen)
        assert "Yeast turns sugar into gas." in learner.highlighted
        await learner.press("escape")
        assert learner.session.stage is Stage.VERDICT
        assert learner.sees("Correct")

    drive(workspace, script, study=only(workspace, "gas"))


def test_before_the_answer_the_document_is_shown_without_the_passage(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("o")
        assert isinstance(learner.app.screen, ReaderScreen)
        assert learner.highlighted == ""

    drive(workspace, script, study=only(workspace, "gas"))


def test_a_flag_keeps_the_comment_and_the_place(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("exclamation_mark")
        await learner.type("unclear")
        await learner.press("enter")

    drive(workspace, script, study=only(workspace, "gas"))
    (flag,) = workspace.history.flags()
    assert (flag.question, flag.comment) == ("bread/gas", "unclear")
    assert flag.path.endswith("bread.yaml")
    assert flag.line == 6


def test_the_citation_is_copied(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        await learner.press("y")
        assert learner.app.clipboard == (
            "“Yeast turns sugar into gas.” (Bread › Making dough › line 5)"
        )

    drive(workspace, script, study=only(workspace, "gas"))


def test_the_answer_is_on_disk_before_its_verdict_is_painted(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = only(workspace, "gas")
    kept: list[int] = []
    show = SessionView.show_feedback

    async def watched(self: SessionView, feedback: object) -> None:
        kept.append(len(ratings(study)))
        await show(self, feedback)  # type: ignore[arg-type]

    monkeypatch.setattr(SessionView, "show_feedback", watched)

    async def script(learner: Learner) -> None:
        await learner.answer(right=True)

    drive(workspace, script, study=study)
    assert kept == [1]


def test_an_unfinished_session_goes_on_at_the_same_question(tmp_path: Path) -> None:
    set_file, home = write_set(tmp_path / "set"), tmp_path / "home"
    seen: list[tuple[str, tuple[str, ...]]] = []
    with workspace_over(set_file, home) as workspace:

        async def first(learner: Learner) -> None:
            await learner.press("enter")
            await learner.answer(right=True)
            await learner.press("enter")
            await learner.answer(right=False)
            await learner.press("enter")
            seen.append((learner.question.id, learner.options))

        drive(workspace, first)
    with workspace_over(set_file, home) as workspace:

        async def second(learner: Learner) -> None:
            assert learner.sees("Go on with your session question 3 of 9")
            await learner.press("enter")
            seen.append((learner.question.id, learner.options))

        drive(workspace, second)
    assert seen[0] == seen[1]


def test_what_was_learned_is_due_another_day(tmp_path: Path) -> None:
    set_file, home, clock = write_set(tmp_path / "set"), tmp_path / "home", Clock()
    with workspace_over(set_file, home, clock) as workspace:

        async def learn(learner: Learner) -> None:
            await learner.answer(right=True)
            await learner.press("enter")

        drive(workspace, learn, study=only(workspace, "gas"))
    clock.pass_days(10)
    with workspace_over(set_file, home, clock) as workspace:

        async def look(learner: Learner) -> None:
            assert isinstance(learner.app.screen, HomeScreen)
            assert learner.sees("Study 1 due")
            await learner.press("enter")
            assert learner.question.id == "gas"

        drive(workspace, look)


def test_keys_while_typing_go_into_the_field(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("hgukz")
        assert learner.session.given == ("hgukz",)
        await learner.press("f2")
        assert learner.sees("Making dough")
        await learner.press("escape", "k")
        assert learner.sees("Now you know")

    drive(workspace, script, study=only(workspace, "gluten"))


def test_a_terminal_that_is_too_small_says_so(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        assert learner.sees("Too small: 30×8")
        await learner.resize(80, 24)
        assert learner.sees("What does yeast make of sugar?")

    drive(workspace, script, study=only(workspace, "gas"), size=(30, 8))


@pytest.mark.parametrize("size", some_of(SIZES, 2, parts=3), ids=str)
def test_another_document_is_never_cut_by_the_rows_of_the_one_before(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    render_line = DocumentView.render_line

    def watched(self: DocumentView, y: int) -> Strip:
        strip = render_line(self, y)
        painted.extend(segment.text for segment in strip)
        return strip

    monkeypatch.setattr(DocumentView, "render_line", watched)
    (tmp_path / "set" / "documents").mkdir(parents=True)
    long = "Other\n\n" + "One line.\n" * 200 + "Proof of the other.\n"
    (tmp_path / "set" / "documents" / "other.txt").write_text(long, encoding="utf-8")
    text = SET.replace("bread.txt\n", "bread.txt\n  other: documents/other.txt\n", 1)
    text = text.replace(
        "      - document: bread\n        exact: the crust is done",
        "      - document: other\n        exact: Proof of the other.\n"
        "      - document: bread\n        exact: the crust is done",
    )
    with workspace_over(write_set(tmp_path / "set", text), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            for _ in range(9):
                await learner.press("f3")
                await learner.press("n")
                await learner.press("enter")

        drive(workspace, script, study=begin_all(workspace), size=size)
    assert painted
    assert [text for text in painted if "\n" in text] == []


def test_with_little_height_a_row_and_all_partners_are_in_view(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        assert learner.sees("1/2 Salt → …")
        assert all(learner.sees(option) for option in learner.options)
        await learner.press("1")
        assert learner.sees("2/2 Yeast → …")

    drive(workspace, script, study=only(workspace, "roles"), size=(40, 12))
