from __future__ import annotations

import json
import stat
from datetime import date, timedelta

from tests.cli.running import Cli


def write(cli: Cli, text: str) -> None:
    cli.home.mkdir(exist_ok=True)
    (cli.home / "settings.toml").write_text(text, encoding="utf-8")


def test_settings_shows_the_path_and_every_present_value(cli: Cli) -> None:
    ran = cli("settings")
    assert (ran.status, ran.err) == (0, "")
    assert f"{cli.home / 'settings.toml'} (not there yet: all is as built in)" in ran.out
    write(cli, "new_per_day = 7\n[exam_dates]\nbread = 2031-05-17\n[keys]\nsession.hint = 'x'\n")
    lines = [line.split()[:2] for line in cli("settings").out.splitlines()]
    assert ["new_per_day", "7"] in lines
    assert ["exam_dates.bread", "2031-05-17"] in lines
    assert ["keys.session.hint", "x"] in lines
    found = json.loads(cli("settings", "--format", "json").out)
    assert found["path"] == str(cli.home / "settings.toml")
    assert (found["new_per_day"], found["exam_dates"]) == (7, {"bread": "2031-05-17"})


def test_what_does_not_fit_is_said_with_its_place_clashing_keys_with_both_actions(cli: Cli) -> None:
    write(cli, "new_per_dya = 7\ncertainty = 3\n[keys]\n'session.hint' = 'k'\n")
    ran = cli("settings")
    assert ran.status == 2
    path = cli.home / "settings.toml"
    assert f"{path}:1:1: unknown setting 'new_per_dya'" in ran.err
    assert "did you mean 'new_per_day'?" in ran.err
    assert f"{path}:2:13: certainty cannot be 3" in ran.err
    assert f"{path}:4:18: the key k is taken by session.hint and session.dont_know" in ran.err


def test_edit_opens_the_file_with_every_setting_in_it_and_checks_what_was_written(cli: Cli) -> None:
    editor = cli.folder / "my-editor"
    editor.write_text('#!/bin/sh\nsed -i "s/new_per_day = 20/new_per_day = many/" "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    ran = cli("settings", "--edit", EDITOR=str(editor), VISUAL="")
    assert ran.status == 2
    assert "not valid TOML" in ran.err
    editor.write_text('#!/bin/sh\nsed -i "s/new_per_day = many/new_per_day = 3/" "$1"\n')
    ran = cli("settings", "--edit", EDITOR=str(editor), VISUAL="")
    assert (ran.status, ran.out) == (0, "The settings are in order.\n")
    text = (cli.home / "settings.toml").read_text(encoding="utf-8")
    assert "new_per_day = 3" in text
    assert "certainty = false" in text


def test_settings_loads_no_screen(cli: Cli) -> None:
    write(cli, "[keys]\nsession.hint = 'x'\n")
    code = (
        "import sys; from quiz.cli.main import run; run(['settings']); "
        "assert not any(name.startswith('textual') for name in sys.modules)"
    )
    assert cli.python("-c", code).returncode == 0


def test_a_session_in_lines_begins_with_what_is_to_be_said_of_the_days_to_come(cli: Cli) -> None:
    exam = date.today() + timedelta(days=35)
    write(cli, f"[exam_dates]\nbread = {exam.isoformat()}\n")
    assert "Exam on Baking bread in 3" in cli("study", "sets").out
    assert "Exam on" not in cli("study", "sets", "--all").out
