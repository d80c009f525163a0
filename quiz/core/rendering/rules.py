"""What documents hold beside CommonMark, GFM, notes and definitions: signs that are no text."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

# A line that only tells a site how to draw what follows, or names it: `:::tip`, `/// note`,
# `[!NOTE]`, `{: .wide}`, `[TOC]`, `(label)=`.
_SIGN_LINE = re.compile(
    r"(?::{3,}|/{3,})[ \t]*(?:\{.*\}|[\w-].*)?$|\[![\w-]+\][+-]?.*$|\{:.*\}$"
    r"|\[TOC\]$|\[\[_?TOC_?\]\]$|\([\w.-]+\)=$",
    re.IGNORECASE,
)
# `!!! note "Title"`, `??? tip`, `=== "Tab"`: what is indented under it belongs to it.
_CALLOUT = re.compile(r"(?:!!!|\?\?\?\+?|===)[ \t]+[\w\"'-].*$")
_BODY_INDENT = 4

_SHORTCODE = re.compile(r"\{\{<.*?>\}\}|\{\{%.*?%\}\}|\{%.*?%\}", re.DOTALL)
_ATTRIBUTE = r"(?:[#.][\w:.-]+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}]+)|-)"
_ATTRIBUTES = re.compile(rf"\{{:?[ ]*{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*\}}")
_ROLE = re.compile(r"\{[A-Za-z][\w:.+-]*\}(?=`)")
_ATTRIBUTED = frozenset(")]`*_")
_RAISED = re.compile(r"([~^])([0-9+-]{1,4})\1")


def sign_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule that takes such lines away and reads what is indented under a callout."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    if line[:1] not in ":[{!?=/(":
        return False
    callout = _CALLOUT.match(line) is not None
    if not callout and not _SIGN_LINE.match(line):
        return False
    if not silent:
        state.line = start + 1
        if callout:
            _read_body(state, start + 1, end)
    return True


def _read_body(state: StateBlock, start: int, end: int) -> None:
    indent = state.blkIndent + _BODY_INDENT
    last = start
    while last < end and (state.isEmpty(last) or state.sCount[last] >= indent):
        last += 1
    outer, line_max = state.blkIndent, state.lineMax
    state.blkIndent, state.lineMax = indent, last
    state.md.block.tokenize(state, start, last)
    state.blkIndent, state.lineMax, state.line = outer, line_max, last


def braces(state: StateInline, silent: bool) -> bool:
    """An inline rule that takes shortcodes (`{{< x >}}`), roles (`{ref}`) and attributes away."""
    at, src = state.pos, state.src
    if src[at] != "{":
        return False
    match = _SHORTCODE.match(src, at, state.posMax) or _ROLE.match(src, at)
    if match is None:
        match = _ATTRIBUTES.match(src, at, state.posMax)
        if match is None or not _attributed(src, at, match.end()):
            return False
    if not silent:
        state.push("sign", "", 0).markup = match[0]
    state.pos = match.end()
    return True


def _attributed(src: str, start: int, end: int) -> bool:
    """Whether attributes stand right behind what has them, or end a heading or paragraph."""
    return src[start - 1 : start] in _ATTRIBUTED or (start > 0 and not src[end:].strip())


def raised(state: StateInline, silent: bool) -> bool:
    """An inline rule for `H~2~O` and `m^2^`."""
    match = _RAISED.match(state.src, state.pos, state.posMax)
    if match is None or not state.pos or not state.src[state.pos - 1].isalnum():
        return False
    if not silent:
        token = state.push("raised", "sup" if match[1] == "^" else "sub", 0)
        token.content, token.markup = match[2], match[1]
    state.pos = match.end()
    return True
