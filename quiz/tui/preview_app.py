"""The author's app: the preview of one set. It knows no history."""

from __future__ import annotations

from collections.abc import Iterable

from textual.screen import Screen

from quiz.errors import QuizError
from quiz.store.settings.settings import Settings
from quiz.study.authoring.previewing import Preview
from quiz.tui.apps.frame import Frame
from quiz.tui.screens.preview.screen import PreviewScreen


class PreviewApp(Frame):
    """Shows a preview until it is left."""

    def __init__(self, preview: Preview, settings: Settings) -> None:
        super().__init__(settings)
        self.preview = preview

    def get_default_screen(self) -> Screen[None]:
        """The preview at once."""
        return PreviewScreen(self.preview)


def run(preview: Preview, settings: Settings, problems: Iterable[QuizError] = ()) -> int:
    """Run the app until it is left; the exit status. `problems` are said in it."""
    app = PreviewApp(preview, settings)
    app.troubles += [str(problem) for problem in problems]
    status = app.run(mouse=settings.mouse)
    return status if status is not None else app.return_code or 0
