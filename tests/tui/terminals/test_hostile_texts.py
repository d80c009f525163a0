"""Author texts full of control codes and markup: every screen stands and shows them as written."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from quiz.study.sitting.study import Study
from quiz.tui.dialogs.help import HelpScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.screens.session.summary import SummaryScreen
from tests.effort import some_of, times
from tests.plain.nine_types import workspace_over
from tests.tui.driving import Learner, drive
from tests.tui.terminal import Terminal

TEXTS = {
    "markup": "[mg] [/x] [@click=app.quit]quit[/] [b",
    "codes": "\x1b[35;7HX \x1b]52;c;cHduZWQ=\x07 \x1b]0;pwned\x07 \x9b31m \x1bc"
    " \u202egnal\u202c \u2066iso\u2069",
    "long": "x" * 10_000,
    "wide": "漢字かな交じり文" * 30 + "e\u0301\u0302\u0303" * 60 + "👩‍🔬🏳️‍🌈👍🏽 " * 20,
}
KINDS = ["single", "multiple", "true", "short", "number", "gaps", "pairs", "order", "open"]


def hostile_set(folder: Path, text: str) -> Path:
    """A set of all nine types in which every text is hostile, and its document, too."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "d.txt").write_text(f"{text}\n\nProof {text} end.\n", encoding="utf-8")
    source = {"document": "d", "exact": f"Proof {text} end."}
    common = {"explanation": f"why {text}", "hint": f"hint {text}", "sources": [source]}
    disputed = {"disputed_by": [{**source, "note": f"note {text}"}]}
    wrong = [{"text": f"w{i} {text}", "feedback": f"no {text}"} for i in (1, 2)]
    kinds: dict[str, dict[str, object]] = {
        "single": {"type": "single-choice", "answer": f"a {text}", "distractors": wrong},
        "multiple": {"type": "multiple-choice", "answers": [f"a {text}"], "distractors": wrong},
        "true": {"type": "true-false", "answer": "false", "correction": f"c {text}"},
        "short": {"type": "short-answer", "answer": f"a {text}"},
        "number": {"type": "numeric", "answer": "4", "unit": text[:40]},
        "gaps": {"type": "cloze", "text": f"{text.replace('{', '')} {{{{gap}}}} {text}"},
        "pairs": {
            "type": "matching",
            "pairs": [{"left": f"l{i} {text}", "right": f"r{i} {text}"} for i in (1, 2)],
        },
        "order": {"type": "ordering", "sequence": [f"s{i} {text}" for i in (1, 2, 3)]},
        "open": {"type": "open", "model_answer": f"m {text}", "points": [f"p {text}"]},
    }
    questions = [
        {"id": name, "stem": f"Stem {text}", **fields, **common, **disputed}
        for name, fields in kinds.items()
    ]
    data = {
        "id": "hostile",
        "title": f"Title {text}",
        "description": f"About {text}",
        "documents": {"d": "documents/d.txt"},
        "questions": questions,
    }
    path = folder / "hostile.yaml"
    text = json.dumps(data, ensure_ascii=False)  # JSON is YAML
    escaped = (c if c.isprintable() else f"\\U{ord(c):08x}" for c in text)
    path.write_text("".join(escaped), encoding="utf-8")
    return path


def controls(text: str) -> set[str]:
    """What no terminal must get from an author."""
    kinds = ("Cc", "Cs")
    bidi = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return {c for c in text if (unicodedata.category(c) in kinds and c != "\n") or c in bidi}


SIZES = {"long": (40, 12), "wide": (120, 36)}


@pytest.mark.parametrize("name", some_of([*TEXTS], 1, parts=2))
def test_every_screen_stands_and_lets_no_control_through(tmp_path: Path, name: str) -> None:
    with workspace_over(hostile_set(tmp_path / "set", TEXTS[name]), tmp_path / "home") as workspace:
        seen: list[str] = []

        async def script(learner: Learner) -> None:
            async def look(*keys: str) -> None:
                await learner.press(*keys)
                seen.append(learner.text)

            await look("down")
            await look("question_mark")
            assert isinstance(learner.app.screen, HelpScreen)
            await look("escape", "s")
            await look("escape", "enter")
            for _ in KINDS:
                await look("f2", "f2", "f3")
                assert learner.session.stage is Stage.VERDICT
                await look("n", "enter")
            await look("f3")  # what was missed is asked again
            await look("o")
            assert isinstance(learner.app.screen, ReaderScreen)
            await look("escape", "f7")
            await look("escape")

        drive(workspace, script, size=SIZES.get(name, (80, 24)))
    assert set().union(*map(controls, seen)) == set()


def test_markup_is_shown_as_written(tmp_path: Path) -> None:
    with workspace_over(
        hostile_set(tmp_path / "set", TEXTS["markup"]), tmp_path / "home"
    ) as workspace:

        async def script(learner: Learner) -> None:
            assert learner.sees(f"Stem {TEXTS['markup']}")
            await learner.press("k")
            assert learner.sees(f"why {TEXTS['markup']}")
            assert f"Proof {TEXTS['markup']} end." in learner.highlighted
            await learner.press("enter")
            assert isinstance(learner.app.screen, SummaryScreen) is False

        study = Study.begin(workspace, ("hostile/single",), title="", seed=1)
        drive(workspace, script, study=study, size=(120, 36))


def test_no_escape_byte_of_an_author_reaches_the_terminal(tmp_path: Path) -> None:
    set_file = hostile_set(tmp_path / "set", TEXTS["codes"])
    with Terminal("study", str(set_file), home=tmp_path / "home") as terminal:
        terminal.wait_for("1 of 9")
        everything = terminal.painted
        terminal.press("k\x1bOR")
        terminal.wait_for("Now you know")
        everything += terminal.painted
        terminal.press("o")
        terminal.wait_for("Back")
        everything += terminal.painted
    for code in (b"\x1b[35;7H", b"\x1b]52", b"\x1b]0;", b"\xc2\x9b", b"\x1bc", b"\xe2\x80\xae"):
        assert code not in everything
    assert "␛]52;c;cHduZWQ=␇".encode() in everything


def test_no_control_of_random_texts_reaches_any_screen() -> None:
    from tests.soak.screens import AT_ONCE, fuzz

    assert fuzz(times(200, AT_ONCE), seed=2) == []
