"""Where a private part of Textual is gone, Textual paints by itself; only one door uses such."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from pathlib import Path

import pytest
from textual.app import App
from textual.message_pump import MessagePump

import quiz.tui
from quiz.store.settings.settings import Settings
from quiz.tui.apps.frame import Frame
from quiz.tui.painted import Painted
from tests.plain.nine_types import write_set
from tests.tui.terminal import Terminal

TUI = Path(quiz.tui.__file__).parent
DOOR = "apps/textual_door.py"
PRIVATE = {
    "_batch_count",
    "_closed",
    "_display",
    "_exit",
    "_filters",
    "_handle_exception",
    "_running",
}
"""What the door knows of Textual's own; this list only gets shorter."""
MODULES = {"textual._compositor"}
"""Private modules of Textual that are imported, by `painted.py` alone; shorter only, too."""

WITHOUT_A_PART = """
import sys
sys.modules["quiz.tui.painted"] = None
from quiz.__main__ import main
main()
"""


def test_without_the_parts_a_session_is_painted_by_textual_itself(tmp_path: Path) -> None:
    start = ("-c", textwrap.dedent(WITHOUT_A_PART))
    folder = str(write_set(tmp_path / "set"))
    with Terminal("study", folder, home=tmp_path / "home", program=start) as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("?")
        terminal.wait_for("In a session")
        terminal.press("\x1b")
        terminal.wait_for("1 of 9")


def test_a_part_that_has_changed_is_noticed_once_and_the_update_sent_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Frame(Settings())
    asked = []

    def news(self: Painted, update: object, size: object) -> object:
        asked.append(update)
        raise AttributeError("strips")

    monkeypatch.setattr(Painted, "news", news)
    monkeypatch.setattr(type(app), "is_headless", False)
    app._running = True
    update = object()
    assert app._news(update) is update
    assert app._news(update) is update
    assert asked == [update]


def test_only_the_door_uses_what_textual_keeps_to_itself() -> None:
    textuals_own = _textuals_own()
    used = {
        (str(path.relative_to(TUI)), name)
        for path in sorted(TUI.rglob("*.py"))
        for name in _names(path) & textuals_own
    }
    assert used == {(DOOR, name) for name in PRIVATE}


def test_only_the_painter_imports_a_private_module_of_textual() -> None:
    found = {
        (path.name, module)
        for path in TUI.rglob("*.py")
        for module in re.findall(
            r"(?:from|import) ((?:textual|rich)(?:\.\w+)*\._\w+)", path.read_text()
        )
    }
    assert found == {("painted.py", module) for module in MODULES}


def _names(path: Path) -> set[str]:
    """Private names that the classes of a file use or define."""
    found: set[str] = set()
    for cls in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(cls, ast.ClassDef) and cls.bases:
            for node in ast.walk(cls):
                if isinstance(node, ast.Attribute):
                    found.add(node.attr)
                elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    found.add(node.name)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= {node.value} if node.value.isidentifier() else set()
    return {name for name in found if name.startswith("_") and not name.startswith("__")}


def _textuals_own() -> set[str]:
    """The private names of apps, screens and widgets: methods, and what they set on themselves."""
    from textual.screen import ModalScreen
    from textual.widgets import Input, TextArea

    kinds = {k for kind in (App, ModalScreen, Input, TextArea, MessagePump) for k in kind.__mro__}
    own = [kind for kind in kinds if kind.__module__.startswith("textual")]
    found = {name for kind in own for name in vars(kind)}
    for kind in own:
        found |= set(re.findall(r"self\.(_\w+)", inspect.getsource(kind)))
    return {name for name in found if name.startswith("_") and not name.startswith("__")}
