"""The Markdown parser, set up so that every inline token says where its text stands."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from quiz.core.rendering.rules import braces, raised, sign_line

MAX_NESTING = 40
"""Blocks within each other, two for each list; what lies deeper is a paragraph of the last one."""


class _State(StateInline):
    """Notes in a token's `map` the offset in the parsed text at which it was found."""

    began = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self.began = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.map = [self.began]
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos]
        return token


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Block(ParserBlock):
    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """As ever; but what lies too deep is a paragraph, where the library leaves it out."""
        if state.level < MAX_NESTING:
            super().tokenize(state, startLine, endLine)
            return
        state.push("paragraph_open", "p", 1).map = [startLine, endLine]
        inline = state.push("inline", "", 0)
        inline.map = [startLine, endLine]
        inline.content = state.getLines(startLine, endLine, state.blkIndent, False).strip()
        state.push("paragraph_close", "p", -1)
        state.line = endLine


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """CommonMark with GFM's tables and strikethrough, notes and definition lists.

    It parses blocks only: `inline.parse` is called where a block holds marks at all.
    """
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    md.block, md.inline = _Block(), _Inline()
    md.enable(["table"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.use(deflist_plugin)
    md.block.ruler.before(
        "fence", "sign_line", sign_line, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.inline.ruler.before("escape", "braces", braces)
    md.inline.ruler.before("strikethrough", "raised", raised)
    md.inline.ruler.disable("linkify")
    md.inline.ruler2.disable("fragments_join")
    md.core.ruler.enableOnly(["normalize", "block"])
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return md
