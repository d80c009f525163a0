"""A choice of questions gives those that are so, and no others."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Response
from quiz.core.memory.records import set_of
from quiz.core.memory.scheduling import Confidence
from quiz.errors import QuizError
from quiz.study.common.noting import bookmark, on_passage, write_note
from quiz.study.common.noting import mark as mark_passage
from quiz.study.common.pool import FIELDS, Pool, meant
from quiz.study.common.request import Request
from quiz.study.common.saved_wishes import keep_wish, saved_wish, saved_wishes
from quiz.study.common.set_aside import Aside, resting, set_aside
from quiz.study.common.wish import State, Wish, load_wish, wish_text
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.study.sitting.plan import plan
from tests.effort import examples
from tests.plain.nine_types import SET, Clock, workspace_over, write_set

TAGGED = SET.replace("    type: single", "    tags: [yeast, basics]\n    type: single").replace(
    "    type: numeric", "    tags: [basics]\n    type: numeric"
)
OTHER = TAGGED.replace("id: bread", "id: rolls", 1).replace("Baking bread", "Baking rolls")


@contextmanager
def lived(seed: int) -> Iterator[Workspace]:
    """Two sets, and days on which some of it was answered, flagged, noted and set aside."""
    chance, clock = random.Random(seed), Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_set(folder / "sets", TAGGED)
        write_set(folder / "sets", OTHER, "rolls")
        with workspace_over(folder / "sets", folder / "home", clock) as workspace:
            # No power fails here: to wait for the disk after each answer is most of the time.
            workspace.history._connection.execute("PRAGMA synchronous = OFF")
            workspace.history._connection.execute("PRAGMA journal_mode = MEMORY")
            for _ in range(chance.randint(0, 4)):
                live(workspace, chance)
                clock.pass_days(chance.choice([0, 1, 3, 30]))
            yield workspace


def live(workspace: Workspace, chance: random.Random) -> None:
    study = begin(workspace, Request(all=True, limit=12, seed=chance.randint(0, 99)))
    while study is not None and study.session.current is not None and chance.random() < 0.9:
        uid, choice = study.current_uid, chance.random()
        if choice < 0.05:
            set_aside(workspace, uid, chance.choice(list(Aside)))
        elif choice < 0.1:
            write_note(workspace, uid, "mine")
        elif choice < 0.15:
            study.flag("odd")
        study.confidence = chance.choice([Confidence.SURE, Confidence.UNMARKED])
        question = workspace.library.question(uid)
        key = tuple(question.key) if chance.random() < 0.5 else ()
        study.answer(Response(key, tuple(True for _ in key)) if key else Response(gave_up=True))
        study.go_on()


def so(workspace: Workspace, uid: str, state: State) -> bool:
    """Whether a state holds, looked up in another way."""
    history, row = workspace.history, workspace.history.memories().get(uid)
    reviews = [one for one in history.reviews() if one.question == uid]
    match state:
        case State.NEVER:
            return row is None
        case State.MISSED:
            return bool(reviews) and reviews[-1].verdict != "correct"
        case State.SLIPPING:
            return row is not None and row.memory.lapses >= 4
        case State.FLAGGED:
            return any(flag.question == uid for flag in history.flags())
        case State.NOTED:
            return any(note.question == uid for note in history.notes())
        case State.SURE_WRONG:
            wrong = [i for i, r in enumerate(reviews) if _first(r) and r.verdict != "correct"]
            sure = [i for i in wrong if reviews[i].confidence == "sure"]
            later = reviews[sure[-1] + 1 :] if sure else []
            return bool(sure) and not any(r.attempt == 0 and r.verdict == "correct" for r in later)
        case State.DUE:
            return row is not None and uid in plan(workspace, Request(new=0, limit=0))
    raise AssertionError(state)


def _first(review: object) -> bool:
    return getattr(review, "attempt", 1) == 0


wishes = st.builds(
    Wish,
    sets=st.sampled_from([(), ("bread",), ("bread", "rolls"), ("nowhere",)]),
    tags=st.sampled_from([(), ("yeast",), ("basics",), ("yeast", "basics")]),
    sections=st.sampled_from([(), ("Baking",), ("Making dough", "Baking")]),
    types=st.sampled_from([(), ("numeric",), ("open", "cloze")]),
    states=st.lists(st.sampled_from(list(State)), max_size=3, unique=True).map(tuple),
)


@settings(max_examples=examples(40), deadline=None)
@given(wishes, st.integers(0, 10_000))
def test_what_is_chosen_is_what_is_so_and_nothing_else(wish: Wish, seed: int) -> None:
    with lived(seed) as workspace:
        pool = Pool(workspace)
        chosen = pool.chosen(wish)
        aside = resting(workspace)
        expected = [
            uid
            for uid, question in workspace.library.questions(pool.types).items()
            if uid not in aside
            and (not wish.sets or set_of(uid) in wish.sets)
            and (not wish.tags or set(wish.tags) & set(question.tags))
            and (not wish.types or question.type in wish.types)
            and (not wish.sections or pool.sections[uid] & set(wish.sections))
            and (not wish.states or any(so(workspace, uid, one) for one in wish.states))
        ]
        assert chosen == expected
        if wish.anything:
            request = Request(limit=0, wish=wish)
            assert sorted(plan(workspace, request)) == sorted(chosen)
            assert set(plan(workspace, Request(limit=3, wish=wish))) <= set(chosen)


@settings(max_examples=examples(20), deadline=None)
@given(wishes, st.integers(0, 10_000))
def test_the_count_beside_a_value_is_what_choosing_it_alone_gives(wish: Wish, seed: int) -> None:
    with lived(seed) as workspace:
        pool = Pool(workspace)
        at_once = pool.all_counts(wish)
        for field in FIELDS:
            assert at_once[field] == pool.counts(wish, field)
            bare = wish._replace(**{field: ()})
            for value, count in pool.counts(wish, field).items():
                assert len(pool.chosen(bare.toggled(field, value))) == count


@given(wishes)
def test_a_wish_is_kept_as_it_is(wish: Wish) -> None:
    assert load_wish(wish.dump()) == wish
    assert load_wish(wish.data()) == wish


@pytest.mark.parametrize("data", ["", "[]", "{", '{"tags": 3, "states": ["odd"]}', None, 7])
def test_anything_else_is_no_wish(data: object) -> None:
    assert load_wish(data) == Wish()


def test_a_passage_with_a_note_makes_its_questions_noted(workspace: Workspace) -> None:
    read = workspace.library.document("bread", "bread")
    at = read.text.index("sugar into")
    from quiz.core.documents.document import Passage

    mark_passage(workspace, on_passage("bread/bread", read, Passage(at, at + 5), "highlight"))
    bookmark(workspace, "bread/rest")
    found = Pool(workspace).chosen(Wish(states=(State.NOTED,)))
    assert found == ["bread/gas", "bread/rest", "bread/cloze"]


def test_names_are_understood_as_they_are_meant(workspace: Workspace) -> None:
    pool = Pool(workspace)
    assert meant(pool, Wish(sections=("dough",))).sections == ("Making dough",)
    assert meant(pool, Wish(types=("Numeric",))).types == ("numeric",)
    with pytest.raises(QuizError, match=r"no question has the section 'Bakin'.*'Baking'"):
        meant(pool, Wish(sections=("Bakin",)))
    with pytest.raises(QuizError, match="no question has the tag 'x'"):
        meant(pool, Wish(tags=("x",)))


def test_a_choice_is_saved_by_its_name_and_can_be_changed_and_removed(
    workspace: Workspace,
) -> None:
    keep_wish(workspace, " weak  ones ", Wish(tags=("a",)))
    keep_wish(workspace, "weak ones", Wish(states=(State.MISSED,)))
    assert saved_wishes(workspace) == {"weak ones": Wish(states=(State.MISSED,))}
    with pytest.raises(QuizError, match=r"nothing is saved as 'weak one'.*'weak ones'"):
        saved_wish(workspace, "weak one")
    keep_wish(workspace, "weak ones", None)
    assert saved_wishes(workspace) == {}
    with pytest.raises(QuizError, match="a name is needed"):
        keep_wish(workspace, "  ", Wish())


def test_a_session_over_a_choice_is_told_in_words() -> None:
    wish = Wish(("b",), ("x", "y"), states=(State.MISSED, State.NOTED))
    text = "Bread · x, y · missed the last time or with a note or bookmark of yours"
    assert wish_text(wish, {"b": "Bread"}) == text
    assert wish_text(Wish(), {}) == "All questions"


def test_a_session_by_minutes_is_as_long_as_the_pace_says_and_ends_in_time(tmp_path: Path) -> None:
    clock = Clock()
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home", clock) as workspace:
        assert len(plan(workspace, Request(all=True, minutes=2))) == 4, "25 seconds each"
        study = begin(workspace, Request(all=True, minutes=2))
        assert study is not None
        answered = 0
        while study.session.current is not None:
            assert study.presented is not None
            clock.pass_days(0)
            from datetime import timedelta

            clock.now += timedelta(seconds=50)
            study.answer(Response(gave_up=True))
            study.go_on()
            answered += 1
        assert answered == 3, "after 150 of 120 seconds"
        assert workspace.history.unfinished() is None
