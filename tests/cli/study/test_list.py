from __future__ import annotations

import json

from tests.cli.running import Cli

SHIPPED = ["comparing-the-two", "electronic-mesotherapy", "mesotherapy-in-dermatology"]


def test_the_shipped_sets_are_listed_from_any_folder(cli: Cli) -> None:
    ran = cli("list")
    assert (ran.status, ran.err) == (0, "")
    head, *rows = ran.out.splitlines()
    assert head.split() == ["id", "title", "questions", "due", "new"]
    assert [row.split()[0] for row in rows] == SHIPPED
    assert len({len(line) for line in (head, *rows)}) == 1, "the last column is flush right"


def test_paths_leave_out_all_other_sets(cli: Cli) -> None:
    ran = cli("list", "sets")
    assert [line.split() for line in ran.out.splitlines()[1:]] == [
        ["bread", "Baking", "bread", "9", "0", "9"]
    ]


def test_answered_questions_are_no_longer_new(cli: Cli) -> None:
    cli("study", "sets", typed=":k\n" * 4)
    (row,) = json.loads(cli("list", "sets", "--format", "json").out)
    assert (row["id"], row["questions"], row["new"], row["problems"]) == ("bread", 9, 5, [])
    assert row["due"] == 4


def test_a_broken_set_is_shown_with_its_first_error(cli: Cli) -> None:
    broken = cli.work / "sets" / "bad.yaml"
    broken.write_text("id: bad\ntitel: Bad\n", encoding="utf-8")
    ran = cli("list", "sets")
    assert ran.status == 0
    assert ["bad", "bad", "broken"] in [line.split() for line in ran.out.splitlines()]
    assert "bread" in ran.out
    assert ran.err.startswith("sets/bad.yaml:")
    assert "quiz study sets/bad.yaml" in ran.err
    rows = {row["id"]: row for row in json.loads(cli("list", "sets", "--format=json").out)}
    assert rows["bad"]["problems"][0]["line"] >= 1
    assert rows["bread"]["problems"] == []


def test_a_hostile_title_cannot_reach_the_terminal(cli: Cli) -> None:
    path = cli.work / "sets" / "bread.yaml"
    text = path.read_text(encoding="utf-8").replace("Baking bread", r'"\e[2J \u202E 漢字\n[b]"')
    path.write_text(text, encoding="utf-8")
    for form in ("text", "json"):
        ran = cli("list", "sets", "--format", form)
        assert "␛[2J ‹U+202E› 漢字" in ran.out
        assert not set(ran.out) & {"\x1b", "\u202e"}


def test_a_path_without_sets_is_refused(cli: Cli) -> None:
    ran = cli("list", "sets/documents")
    assert ran.status == 2
    assert "there is no question set in this folder" in ran.err


def test_listing_writes_no_history(cli: Cli) -> None:
    cli("list")
    assert not (cli.home / "history.sqlite").exists()


def test_quiz_alone_lists_where_there_is_no_terminal(cli: Cli) -> None:
    ran = cli()
    assert ran.status == 0
    assert all(name in ran.out for name in SHIPPED)
    assert "To study: quiz study" in ran.out
