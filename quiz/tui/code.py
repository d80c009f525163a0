"""The words of code by its language, for whoever colours them."""

from __future__ import annotations

from collections.abc import Iterator

LINE = "code"
"""What the style of a line of code says of it: such a line is not wrapped."""
LONGEST = 20_000
"""Characters of a block of code that is highlighted; a longer one is shown plainly."""

_TOKENS = (
    ("Token.Comment", "comment"),
    ("Token.Keyword", "keyword"),
    ("Token.Literal.String", "string"),
    ("Token.Literal", "literal"),
    ("Token.Name.Tag", "keyword"),
    ("Token.Operator.Word", "keyword"),
)
NAMES = tuple(dict.fromkeys(name for _, name in _TOKENS))
STYLES = {
    "keyword": "bold $text-accent",
    "string": "$text-success",
    "literal": "$text-warning",
    "comment": "italic $foreground-muted",
}
"""Their styles in Content; a document's view has the same as component classes."""


def words_of_code(code: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of what stands out; nothing where the language is not known."""
    if not language or len(code) > LONGEST:
        return
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return
    for offset, token, text in lexer.get_tokens_unprocessed(code):
        name = next((name for kind, name in _TOKENS if str(token).startswith(kind)), None)
        if name and text.strip():
            yield offset, offset + len(text), name
