from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.store.checking.fixing import fix_set
from quiz.store.revisions.lock import read_lock
from tests.cli.running import Cli, Typing

GUIDE = """Fire drill

When the bell rings, close the windows and switch off the lamps in every room you pass.
Leave by the nearest stairs and hold on to the rail, however crowded they may be.
Wait in the yard by the old oak until you are counted by the person in yellow.
The doors on the ground floor close by themselves 20 seconds after the bell has rung.
The caretaker tests the bell at noon on the first Monday of the month, with all doors open.
Nobody goes back for bags or coats before the bell has rung for the second time.
"""
QUOTES = {
    "windows": "close the windows and switch off the lamps",
    "stairs": "Leave by the nearest stairs and hold on to the rail",
    "yard": "Wait in the yard by the old oak until you are counted by the person in yellow.",
    "doors": "close by themselves 20 seconds after the bell",
    "bags": "Nobody goes back for bags or coats",
}


@pytest.fixture
def folder(cli: Cli) -> Path:
    """A set of five questions, its sources locked, in ./questions."""
    folder = cli.work / "questions"
    folder.mkdir()
    (folder / "guide.txt").write_text(GUIDE, "utf-8")
    parts = ["id: drill\ntitle: Fire drill\ndocuments: {guide: guide.txt}\nquestions:\n"]
    for name, exact in QUOTES.items():
        parts.append(
            f"  - id: {name}  # {name}\n    type: short-answer\n    stem: Which {name}?\n"
            f"    answer: yes\n    sources:\n      - document: guide\n        exact: {exact}\n"
        )
    (folder / "drill.yaml").write_text("".join(parts), "utf-8")
    assert not fix_set(folder / "drill.yaml", folder).problems
    return folder


def edit(folder: Path, *changes: tuple[str, str]) -> None:
    path = folder / "guide.txt"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


COSMETIC = ("close the windows and", "close the\nwindows and")
WORDING = ("hold on to the rail", "hold on to a rail")
MEANING = ("20 seconds", "30 seconds")
REMOVED = ("Nobody goes back for bags or coats before the bell has rung for the second time.\n", "")


def test_an_unchanged_document_leaves_nothing_to_do(cli: Cli, folder: Path) -> None:
    files = {path: path.read_bytes() for path in folder.iterdir()}
    ran = cli("reanchor")
    assert (ran.status, ran.out) == (0, "5 sources: 0 followed, 0 left to do.\n")
    assert {path: path.read_bytes() for path in folder.iterdir()} == files


def test_cosmetic_changes_are_followed_and_the_rest_is_listed(cli: Cli, folder: Path) -> None:
    edit(folder, COSMETIC, WORDING, MEANING, REMOVED)
    ran = cli("reanchor")
    assert ran.status == 1
    text = (folder / "drill.yaml").read_text("utf-8")
    assert 'exact: "close the\\nwindows and switch off the lamps"\n' in text
    assert QUOTES["stairs"] in text
    assert "stairs: changed\n" in ran.out
    assert "and hold on to [-the-]{+a+} rail" in ran.out
    assert "doors: changed (meaning)\n" in ran.out
    assert "[-20-]{+30+}" in ran.out
    assert "bags: missing\n" in ran.out
    *_, total, advice = ran.out.splitlines()
    assert total == "5 sources: 1 followed, 3 left to do."
    assert advice.startswith("At a terminal, `quiz reanchor` asks about each")


def test_yes_takes_new_wording_and_never_new_meaning(cli: Cli, folder: Path) -> None:
    edit(folder, WORDING, MEANING)
    assert cli("reanchor", "--yes").status == 1
    text = (folder / "drill.yaml").read_text("utf-8")
    assert "Leave by the nearest stairs and hold on to a rail\n" in text
    assert QUOTES["doors"] in text
    again = cli("reanchor", "--yes")
    assert "5 sources: 0 followed, 1 left to do." in again.out


def test_a_lock_of_version_1_still_follows_and_is_written_anew(cli: Cli, folder: Path) -> None:
    file = folder / "drill.quiz-lock.json"
    lock = json.loads(file.read_bytes())
    sources = [{key: row[key] for key in row if key != "word"} for row in lock["sources"]]
    file.write_text(json.dumps({"version": 1, "sources": sources}), "utf-8")
    edit(folder, WORDING)
    assert cli("reanchor", "--yes").status == 0
    assert json.loads(file.read_bytes())["version"] == 2
    assert all(locked.anchor.imprint for locked in read_lock(folder / "drill.yaml").values())


def test_a_rewritten_sentence_is_shown_and_never_taken_without_asking(
    cli: Cli, folder: Path
) -> None:
    new = "Meet in the yard by the big oak till you have all been called by someone in yellow."
    edit(folder, (QUOTES["yard"], new))
    assert "yard: changed (meaning)" in cli("reanchor").out
    assert cli("reanchor", "--yes").status == 1
    assert QUOTES["yard"] in (folder / "drill.yaml").read_text("utf-8")


def test_a_moved_source_is_taken_with_yes_and_then_known_at_its_place(
    cli: Cli, folder: Path
) -> None:
    sentence = f"{QUOTES['yard']}\n"
    edit(folder, (sentence, ""))
    guide = folder / "guide.txt"
    guide.write_text(guide.read_text("utf-8") + "\nLater\n\n" + sentence, "utf-8")
    before = (folder / "drill.yaml").read_bytes()
    assert "yard: moved" in cli("reanchor").out
    assert cli("reanchor", "--yes").status == 0
    assert (folder / "drill.yaml").read_bytes() == before
    assert cli("reanchor").status == 0


def test_a_dry_run_writes_nothing(cli: Cli, folder: Path) -> None:
    edit(folder, COSMETIC, WORDING)
    files = {path: path.read_bytes() for path in folder.iterdir()}
    ran = cli("reanchor", "--dry-run", "--yes")
    assert "2 followed, 0 left" in ran.out
    assert {path: path.read_bytes() for path in folder.iterdir()} == files


def test_json_tells_every_source_with_its_old_and_new_text(cli: Cli, folder: Path) -> None:
    edit(folder, COSMETIC, MEANING, REMOVED)
    ran = cli("reanchor", "--format", "json")
    found = json.loads(ran.out)
    assert ran.status == 1
    assert found["summary"] == {
        "exact": 2, "changed": 2, "moved": 0, "ambiguous": 0, "missing": 1, "left": 2,
    }  # fmt: skip
    rows = {row["question"]: row for row in found["sources"]}
    assert rows["windows"]["written"] is True
    assert rows["windows"]["new"]["exact"] == "close the\nwindows and switch off the lamps"
    assert (rows["doors"]["status"], rows["doors"]["change"]) == ("changed", "meaning")
    assert rows["doors"]["line"] == 32
    assert rows["bags"]["places"] == []


def test_a_broken_set_does_not_keep_the_others_from_being_followed(cli: Cli, folder: Path) -> None:
    (folder / "broken.yaml").write_text("id: [\n")
    edit(folder, COSMETIC)
    ran = cli("reanchor")
    assert ran.status == 1
    assert "broken.yaml:1:" in ran.err
    assert "1 followed, 0 left" in ran.out


@pytest.mark.parametrize("args", [("nowhere.yaml",), ("broken",)])
def test_what_cannot_be_read_at_all_exits_with_2(cli: Cli, args: tuple[str, ...]) -> None:
    (cli.work / "broken").mkdir()
    (cli.work / "broken" / "set.yaml").write_text("id: [\n")
    assert cli("reanchor", *args).status == 2


def test_without_own_sets_the_shipped_ones_are_left_alone(cli: Cli) -> None:
    ran = cli("reanchor")
    assert ran.status == 2
    assert "no folder ./questions" in ran.err


def test_check_fix_mends_and_then_checks(cli: Cli, folder: Path) -> None:
    edit(folder, COSMETIC)
    ran = cli("check", "--fix", "--format", "json")
    assert "drill.yaml:11:16: fixed[source-folded]" in ran.err
    assert "drill.quiz-lock.json: fixed[lock]" in ran.err
    assert not [f for f in json.loads(ran.out)["findings"] if f["severity"] == "error"]
    assert "fixed" not in cli("check", "--fix").err


def answered(cli: Cli, typed: str, *args: str) -> str:
    """What is printed when the answers are typed at a terminal."""
    with Typing(cli, *args, terminal="xterm") as process:
        process.send(typed)
        process.wait()
    return process.said


def test_at_a_terminal_each_is_asked_for(cli: Cli, folder: Path) -> None:
    edit(folder, WORDING, MEANING)
    out = answered(cli, "maybe\nn\ny\n", "reanchor")
    assert out.count("take it? [y/n/q]") == 3
    assert out.count("y takes it, n leaves the source as it is, q stops here") == 1
    assert "1 followed, 1 left" in out
    text = (folder / "drill.yaml").read_text("utf-8")
    assert QUOTES["stairs"] in text
    assert "close by themselves 30 seconds after the bell\n" in text


def test_quitting_keeps_what_was_taken_so_far(cli: Cli, folder: Path) -> None:
    edit(folder, WORDING, MEANING)
    answered(cli, "y\nq\n", "reanchor")
    text = (folder / "drill.yaml").read_text("utf-8")
    assert "hold on to a rail" in text
    assert QUOTES["doors"] in text


def test_of_two_places_the_author_chooses_by_number(cli: Cli, folder: Path) -> None:
    (folder / "drill.quiz-lock.json").unlink()
    guide = folder / "guide.txt"
    twice = f"{GUIDE}\nOn Sundays\n\nAs ever: {QUOTES['bags']} at all.\n"
    guide.write_text(twice, "utf-8")
    out = answered(cli, "2\n", "reanchor")
    assert "bags: ambiguous" in out
    text = (folder / "drill.yaml").read_text("utf-8")
    assert f"exact: {QUOTES['bags']}\n        prefix: 'ever:'\n" in text
    assert cli("reanchor").status == 0
    assert read_lock(folder / "drill.yaml") == {}


@pytest.fixture
def page(cli: Cli) -> Path:
    """A set over a Markdown page, its source locked, in ./questions."""
    folder = cli.work / "questions"
    folder.mkdir()
    (folder / "page.md").write_text("# Bell\n\nThe bell rings at noon. Nobody runs.\n", "utf-8")
    (folder / "bell.yaml").write_text(
        "id: bell\ntitle: Bell\ndocuments: {page: page.md}\nquestions:\n  - id: noon\n"
        "    type: short-answer\n    stem: When does it ring?\n    answer: at noon\n"
        "    explanation: So it is.\n"
        "    sources: [{document: page, exact: The bell rings at noon.}]\n",
        "utf-8",
    )
    assert not fix_set(folder / "bell.yaml", folder).problems
    return folder


@pytest.mark.parametrize(
    ("struck", "told"),
    [
        ("~~The bell rings at noon.~~", "struck out"),
        ("The bell rings <del>at noon</del>.", "struck out"),
        ("<s>\n\nThe bell rings at noon.\n\n</s>\n\n", "struck out"),
        ("<ins>The bell rings at noon.</ins>", "marked as inserted"),
    ],
)
def test_what_the_page_strikes_out_is_not_followed_and_a_finding(
    cli: Cli, page: Path, struck: str, told: str
) -> None:
    path = page / "page.md"
    path.write_text(path.read_text("utf-8").replace("The bell rings at noon.", struck), "utf-8")
    left = cli("reanchor", "--yes")
    assert left.status == 1
    assert "noon: changed (meaning)" in left.out
    assert f"it is {told} there" in left.out
    checked = cli("check", "questions")
    assert "source-struck-out" in checked.out
    assert told in checked.out


def test_an_author_who_takes_what_is_struck_out_is_not_asked_again(cli: Cli, page: Path) -> None:
    path = page / "page.md"
    path.write_text(path.read_text("utf-8").replace("at noon", "~~at noon~~"), "utf-8")
    assert "take it?" in answered(cli, "y\n", "reanchor")
    path.write_text(path.read_text("utf-8").replace("Nobody", "No child"), "utf-8")
    assert cli("reanchor", "--yes").status == 0


def test_sets_right_here_are_meant_where_there_is_no_folder_of_them(cli: Cli) -> None:
    (cli.work / "guide.txt").write_text(GUIDE, "utf-8")
    assert "no set here" in cli("reanchor").err
    assert cli("new", "guide.txt").status == 0
    assert cli("reanchor").out == "1 source: 0 followed, 0 left to do.\n"
    assert "guide.yaml" in cli("check").out
