"""`quiz notes`, `quiz suspend`, and what the author sees of it."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.cli.running import Cli


@pytest.fixture
def learner(cli: Cli) -> Cli:
    shutil.move(cli.work / "sets", cli.work / "questions")
    return cli


def test_notes_are_listed_searched_exported_and_removed(learner: Cli) -> None:
    assert (learner("notes").status, learner("notes", "--format", "json").out) == (1, "[]\n")
    learner("study", "bread", "--seed", "1", typed=":note mind the salt\n:q\n")
    ran = learner("notes")
    assert (ran.status, ran.err) == (0, "")
    assert "Baking bread › " in ran.out
    assert "mind the salt" in ran.out
    assert learner("notes", "SALT mind").status == 0
    assert learner("notes", "pepper").status == 1
    page = learner("notes", "--format", "markdown").out
    assert page.startswith("# My notes\n\n## Baking bread\n")
    assert "\n> “" in page
    (note,) = json.loads(learner("notes", "--format", "json").out)
    assert note["text"] == "mind the salt"
    assert learner("notes", "--remove", "nonsense").status == 2
    assert learner("notes", "--remove", note["id"]).out == "Removed.\n"
    assert learner("notes").status == 1


def test_questions_are_set_aside_listed_and_brought_back(learner: Cli) -> None:
    assert learner("suspend", "bread/gas", "bread/rest").out == "2 questions: not asked any more.\n"
    learner("suspend", "--today", "bread/held")
    ran = learner("suspend")
    gas, rest, held = ran.out.splitlines()
    assert gas == "questions/bread.yaml:6: bread/gas: not asked any more"
    assert "bread/rest" in rest
    assert "not asked before " in held
    told = json.loads(learner("suspend", "--format", "json").out)
    assert [one["until"] is None for one in told] == [True, True, False]
    asked = learner("study", "bread", "--all", typed=":k\n" * 40).out
    assert "How long does a dough rest?" not in asked
    assert learner("suspend", "--back", "bread/gas").out == "1 question: asked again.\n"
    assert learner("suspend", "--back").out == "2 questions: asked again.\n"
    assert "Nothing is set aside." in learner("suspend").out


def test_a_question_that_is_none_is_answered_with_the_nearest(learner: Cli) -> None:
    ran = learner("suspend", "bread/gsa")
    assert ran.status == 2
    assert "did you mean 'bread/gas'?" in ran.err
    assert learner("suspend", "--today", "--back").status == 2


def test_the_author_sees_what_was_set_aside(learner: Cli) -> None:
    learner("suspend", "bread/gas")
    assert "bread.yaml:6: bread/gas: not asked any more" in learner("flags").out
    (found,) = json.loads(learner("flags", "--format", "json").out)
    assert (found["question"], found["line"]) == ("bread/gas", 6)


def test_notes_travel_with_an_export(learner: Cli) -> None:
    learner("study", "bread", "--seed", "1", typed=":note mine\n:suspend\n:q\n")
    learner("history", "export", "one.jsonl")
    ran = learner("history", "merge", "one.jsonl", QUIZ_HOME=str(learner.folder / "other"))
    assert ran.out.endswith("1 note, 1 set aside new\n")
    there = learner("notes", QUIZ_HOME=str(learner.folder / "other"))
    assert "mine" in there.out
