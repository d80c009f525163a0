"""Draws the marks of a question's text: emphasis, inline code, blocks of code by their language."""

from __future__ import annotations

from itertools import accumulate

from textual.content import Content
from textual.style import Style

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.marked import marks_of
from quiz.tui.code import LINE, STYLES, words_of_code

_LINE_OF_CODE = Style.from_meta({LINE: True})
_LOOKS = {
    Look.CODE: "$text-primary",
    Look.FENCE: "$text-primary",
    Look.EMPHASIS: "italic",
    Look.STRONG: "bold",
}
_STRONG_IN_BOLD = "bold underline"


def drawn(content: Content, text: str) -> Content:
    """The content, which says the same as the text, with the text's marks on it."""
    bold = any("bold" in str(span.style) for span in content.spans)
    for mark in marks_of(text):
        style = _LOOKS.get(mark.look, "")
        if bold and mark.look is Look.STRONG:
            style = _STRONG_IN_BOLD
        content = content.stylize(style, mark.start, mark.end)
        if mark.look is Look.FENCE:
            content = _code(content, text, mark)
    return content


def _code(content: Content, text: str, mark: Mark) -> Content:
    code = str(text)[mark.start : mark.end]
    for start, end, name in words_of_code(code, mark.target):
        content = content.stylize(STYLES[name], mark.start + start, mark.start + end)
    lines = code.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=mark.start)
    for start, line in zip(starts, lines, strict=False):
        content = content.stylize(_LINE_OF_CODE, start, start + len(line))
    return content
