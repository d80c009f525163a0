"""The words of the preview: the question laid open, its findings, and what is wrong elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from quiz.core.checking.findings import Finding, Severity
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.question import Question
from quiz.study.authoring.previewing import Preview
from quiz.study.authoring.wording import (
    OpenOption,
    findings_text,
    key_lines,
    note_lines,
    open_options,
    related_text,
)
from quiz.study.sitting.wording import TASKS, Line
from quiz.tui.text import Block, fit, join, one_line, words
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.typed_text import cloze_text
from quiz.tui.widgets.verdict import LABEL
from quiz.tui.widgets.verdict import STYLES as LINE_STYLES

SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}
STYLES = {
    Severity.ERROR: "$text-error",
    Severity.WARNING: "$text-warning",
    Severity.INFO: "$text-primary",
}
MUTED = "$foreground-muted"
MAX_ELSEWHERE = 20
"""So many findings of the whole set are listed."""

DRAFT = "Draft: nothing proves it yet."

GAP = Block(Content(""))


def progress_text(preview: Preview, word: str, sign: str) -> Content:
    """What has just happened, which question of how many, how many findings in all."""
    total = len(preview.shown.questions)
    place = f"{preview.index + 1} of {total}" if total else ""
    findings = f"set: {findings_text(preview.count).lower()}"
    parts = [part for part in (word, place, findings) if part]
    return one_line(f"{sign} {' · '.join(parts)}")


def question_blocks(question: Question, options: Sequence[str]) -> Iterator[Block]:
    """The question as the learner sees it, with the key and all that is said about it."""
    yield Block(Content.styled(TASKS[question.type], MUTED))
    if question.draft:
        yield Block(Content.styled(DRAFT, "bold $text-warning"))
    yield Block(words(question.stem, "bold"))
    if isinstance(question, Cloze):
        yield from (GAP, Block(cloze_text(question)))
    if isinstance(question, Matching):
        yield GAP
        yield from (_pair(left, right) for left, right in question.pairs)
    if options:
        yield GAP
    for number, option in enumerate(open_options(question, options), 1):
        yield from _option(number, option)
    lines = [*key_lines(question), *note_lines(question)]
    if lines:
        yield GAP
    yield from map(_said, lines)


def _said(line: Line) -> Block:
    lead = Content.styled(line.label.ljust(LABEL), MUTED)
    return Block(words(line.text, LINE_STYLES[line.tone]), lead)


def _pair(left: str, right: str) -> Block:
    arrow = Content.styled(" → ", "$text-accent")
    return Block(join(words(left), arrow, words(right, "bold $text-success")), Content(" "))


def _option(number: int, option: OpenOption) -> Iterator[Block]:
    sign = Content.styled("✓ " if option.right else "  ", "bold $text-success")
    lead = join(Content.styled(f"{number:>2} ", MUTED), sign)
    yield Block(words(option.text, "bold $text-success" if option.right else ""), lead)
    if option.remark:
        yield Block(words(option.remark, MUTED), Content(" " * 7))


def finding_blocks(preview: Preview) -> Iterator[Block]:
    """The findings of the question on show, then those that belong to none."""
    others = preview.elsewhere
    for finding in preview.findings:
        yield from _finding(finding)
    if others and preview.question is not None:
        where = "In the file as it is now" if preview.kept else "Elsewhere in the set"
        heading = f"{where}: {findings_text(len(others)).lower()}"
        if preview.findings:
            yield GAP
        yield Block(Content.styled(heading, "bold"))
    for finding in others[:MAX_ELSEWHERE]:
        yield from _finding(finding)
    if len(others) > MAX_ELSEWHERE:
        rest = f"… and {len(others) - MAX_ELSEWHERE} more: `quiz check` lists them all."
        yield Block(Content.styled(rest, MUTED))


def _finding(finding: Finding) -> Iterator[Block]:
    style = STYLES[finding.severity]
    heading = join(
        Content.styled(f"{finding.severity}", f"bold {style}"),
        Content.styled(f"  {finding.rule}  line {finding.line}:{finding.column}", MUTED),
    )
    yield Block(heading, Content.styled(f"{SIGNS[finding.severity]} ", f"bold {style}"))
    yield Block(words(finding.message), Content("  "))
    if finding.hint:
        yield Block(join(Content.styled("Help: ", MUTED), words(finding.hint)), Content("  "))
    for related in finding.related:
        yield Block(words(related_text(finding, related), MUTED), Content("  "))


class Banner(Sheet):
    """What is wrong with the set as a whole: a line each, the first few of them."""

    DEFAULT_CSS = """
    Banner { padding: 0 1; background: $error-muted; }
    """

    def __init__(self) -> None:
        super().__init__(id="banner")
        self._errors: Sequence[Finding] = ()
        self._word, self._most = "", 1

    def tell(self, word: str, errors: Sequence[Finding], most: int) -> None:
        """Show a word of explanation and at most `most` errors; nothing when there is neither."""
        self._word, self._errors, self._most = word, errors, most
        self.display = bool(word or errors)
        self.show(())

    def blocks(self, width: int) -> Sequence[Block]:
        """Each error on one line."""
        errors = self._errors[: self._most]
        rest = len(self._errors) - len(errors)
        more = f"  (+{rest})" if rest else ""
        lines = [
            _error(finding, width, more if finding is errors[-1] else "") for finding in errors
        ]
        heading = [Block(fit(Content.styled(self._word, "bold"), width))] if self._word else []
        return [*heading, *lines]


def _error(finding: Finding, width: int, more: str) -> Block:
    place = Content.styled(f"✗ error {finding.line}:{finding.column}  ", "bold $text-error")
    line = join(place, one_line(finding.message))
    return Block(join(fit(line, width - len(more)), Content(more)))
