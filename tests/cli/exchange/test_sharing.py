from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli, Typing
from tests.plain.nine_types import DOCUMENT, SET, write_set

SOUND = SET.replace("This sentence is nowhere.", "salt gives it taste")
PACK = "bread.quizpack.zip"


@pytest.fixture
def sound(cli: Cli) -> Cli:
    """The command beside a set that passes its check."""
    write_set(cli.work / "sets", SOUND)
    return cli


@pytest.fixture
def got(sound: Cli) -> Cli:
    """The same, its set packed, removed, and fetched."""
    assert sound("pack", "sets").status == 0
    done = sound("get", PACK)
    assert (done.status, done.err) == (0, "")
    return sound


def kept(cli: Cli) -> Path:
    return cli.home / "questions" / "bread"


def test_a_pack_is_said_and_written(sound: Cli) -> None:
    done = sound("pack", "sets")
    assert done.out.startswith(f"1 set, 9 questions, 2 files: {PACK} (")
    assert sound("pack", "sets").status == 2
    assert sound("pack", "sets", "--force").status == 0


def test_what_does_not_pass_the_check_is_not_packed(cli: Cli) -> None:
    done = cli("pack", "sets")
    assert done.status == 1
    assert "sets/bread.yaml:71" in done.err
    assert "[source-not-found]" in done.err
    assert not (cli.work / PACK).exists()


def test_a_fetched_set_is_kept_among_ones_own_and_listed_with_its_origin(got: Cli) -> None:
    assert (kept(got) / "documents" / "bread.txt").read_text("utf-8") == DOCUMENT
    listed = got("list").out
    assert "bread: from " in listed
    assert PACK in listed
    rows = json.loads(got("list", "--format", "json").out)
    assert next(row for row in rows if row["id"] == "bread")["origin"].endswith(PACK)


def test_what_is_fetched_is_said_before_and_verified(sound: Cli) -> None:
    sound("pack", "sets")
    said = sound("get", PACK).out.splitlines()
    assert said[0].startswith("Fetching question sets from the file ")
    assert said[1] == "  bread: Baking bread (9 questions)"
    assert said[2].startswith("  2 files, ")


def test_a_set_that_is_there_already_is_not_fetched_twice(got: Cli) -> None:
    done = got("get", PACK)
    assert done.status == 2
    assert "there is a folder of this name already" in done.err
    done = got("get", PACK, "--name", "other")
    assert "there is a set with the id bread already" in done.err
    assert not (got.home / "questions" / "other").exists()


@pytest.mark.parametrize("name", ["../evil", "a/b", ".hidden", ""])
def test_a_folder_lies_among_ones_own_questions(sound: Cli, name: str) -> None:
    sound("pack", "sets")
    done = sound("get", PACK, "--name", name)
    assert done.status == 2
    assert "no name for a folder" in done.err


def test_no_connection_is_opened_without_a_yes(cli: Cli) -> None:
    done = cli("get", "https://127.0.0.1:9/p.zip")
    assert done.status == 2
    assert "Fetching question sets over https, one pack, from https://127.0.0.1:9/p.zip" in done.out
    assert "this needs a yes: Open this connection?" in done.err


def test_who_says_no_gets_nothing(cli: Cli) -> None:
    with Typing(cli, "get", "https://127.0.0.1:9/p.zip") as typing:
        typing.wait_for("Type yes to do it")
        typing.send("no\r")
        assert typing.wait() == 0
        typing.wait_for("Nothing was changed")


def repacked(cli: Cli, text: str) -> None:
    write_set(cli.work / "sets", text)
    assert cli("pack", "sets", "--force").status == 0


def test_an_update_says_which_questions_start_anew_and_why(got: Cli) -> None:
    repacked(got, SOUND.replace("answer: gluten", "answer: the gluten in it"))
    done = got("update")
    assert (done.status, done.err) == (0, "")
    assert (
        "  bread/gluten starts anew: its answer was “gluten” and is “the gluten in it”" in done.out
    )
    assert done.out.endswith("bread: updated\n")
    assert "the gluten in it" in (kept(got) / "bread.yaml").read_text("utf-8")
    assert "bread: nothing has changed" in got("update").out


def test_a_dry_run_changes_nothing(got: Cli) -> None:
    before = (kept(got) / "bread.yaml").read_bytes()
    repacked(got, SOUND.replace("Baking bread", "Baking"))
    assert "no question changes; 1 file changed" in got("update", "--dry-run").out
    assert (kept(got) / "bread.yaml").read_bytes() == before


def test_files_that_were_edited_are_not_written_over(got: Cli) -> None:
    mine = kept(got) / "bread.yaml"
    mine.write_text(SOUND.replace("What makes a dough?", "Mine?"), "utf-8")
    repacked(got, SOUND.replace("Baking bread", "Baking"))
    done = got("update")
    assert done.status == 1
    assert "you have edited bread.yaml" in done.err
    assert "Mine?" in mine.read_text("utf-8")
    assert got("update", "--force").status == 0
    assert "Mine?" not in mine.read_text("utf-8")


def test_files_that_were_added_stay(got: Cli) -> None:
    (kept(got) / "notes.md").write_text("mine", "utf-8")
    repacked(got, SOUND.replace("Baking bread", "Baking"))
    assert got("update").status == 0
    assert (kept(got) / "notes.md").read_text("utf-8") == "mine"
    assert "title: Baking\n" in (kept(got) / "bread.yaml").read_text("utf-8")


def test_an_origin_that_is_gone_is_said_and_what_is_there_stays(got: Cli) -> None:
    (got.work / PACK).unlink()
    done = got("update")
    assert done.status == 1
    assert "there is no such file or folder" in done.err
    assert (kept(got) / "bread.yaml").exists()


def test_without_anything_fetched_there_is_nothing_to_update(cli: Cli) -> None:
    done = cli("update")
    assert done.status == 2
    assert "there is nothing to update" in done.err


def test_an_unknown_name_is_answered_with_the_known_ones(got: Cli) -> None:
    done = got("update", "cheese")
    assert done.status == 2
    assert "there are: bread" in done.err
