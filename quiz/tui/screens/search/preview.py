"""What a hit is, beside the list: a question with its proof, or a passage in its document."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.study.common.evidence import Evidence, Role, all_evidence
from quiz.study.common.noting import own_lines
from quiz.study.common.workspace import Workspace
from quiz.study.searching.searching import Hit, passages_of
from quiz.study.sitting.wording import short_answer
from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.source_pane import SourcePane

NOT_YET = "You have not answered it yet: its answer and its passage stay hidden."
QUIET = "$foreground-muted"


class HitPreview(Vertical):
    """Shows one hit; answers that were not asked yet only when they are revealed."""

    DEFAULT_CSS = """
    HitPreview { border-left: solid $panel; }
    HitPreview > #about { height: auto; max-height: 50%; padding: 0 1 1 1; overflow-y: auto; }
    HitPreview > SourcePane { height: 1fr; }
    HitPreview > SourcePane.-none { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.about = Sheet(id="about")
        self.sources = SourcePane()

    def compose(self) -> ComposeResult:
        """Words above, the passage below."""
        yield self.about
        yield self.sources

    def tell(self, workspace: Workspace, hit: Hit | None, *, reveal: bool) -> None:
        """Show a hit; raises QuizError when it cannot be read any more."""
        shown: tuple[Evidence, ...] = ()
        blocks: list[Block] = []
        if hit is not None and hit.passage is not None:
            shown = _passage(workspace, hit)
        elif hit is not None:
            question = workspace.library.question(hit.uid)
            asked = workspace.history.memory(hit.uid, question.key_hash) is not None
            shown = all_evidence(workspace.library, hit.set_id, question) if asked or reveal else ()
            blocks = list(_about(workspace, hit, question, shown, known=asked or reveal))
        self.about.show(blocks)
        self.about.display = bool(blocks)
        self.sources.set_class(not shown, "-none")
        if shown:
            self.sources.show(shown)


def _passage(workspace: Workspace, hit: Hit) -> tuple[Evidence, ...]:
    document = workspace.library.document(hit.set_id, hit.document)
    source = Source(hit.document, hit.quote)
    found = passages_of(workspace, hit)
    if not found:
        trouble = "the document has changed: this sentence is no longer in it"
        return (Evidence(Role.PROOF, source, document, trouble=trouble),)
    return (Evidence(Role.PROOF, source, document, found[0]),)


def _about(
    workspace: Workspace,
    hit: Hit,
    question: Question,
    shown: tuple[Evidence, ...],
    *,
    known: bool,
) -> Iterator[Block]:
    yield Block(words(question.stem, "bold"))
    yield Block(Content.styled(hit.state, QUIET))
    if not known:
        yield Block(Content(""))
        yield Block(Content.styled(NOT_YET, QUIET))
        return
    yield Block(words(short_answer(question)), Content.styled("Answer ", "bold $text-accent"))
    if question.explanation:
        yield Block(words(question.explanation), Content.styled("Why    ", "bold $text-accent"))
    for text in own_lines(workspace, hit.uid, shown):
        yield Block(words(text), Content.styled("Mine   ", "bold $text-accent"))
