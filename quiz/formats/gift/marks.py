r"""The signs of GIFT that mean something: where they stand without a backslash before them.

A tag of HTML and a numbered entity are passed over: programs forget to escape the `=` and `#` in
them. `\:` `\#` `\=` `\{` `\}` `\~` `\\` are the signs themselves, `\n` a line end, and any other
backslash is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = (
    r"</?[A-Za-z][\w-]*+"
    r"(?:\s++[A-Za-z_:][\w:.-]*+(?:\s*+=\s*+(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s<>\"'{}~=]++))?)*+\s*+/?>"
)
_TOKEN = re.compile(rf"\\[\\:#={{}}~n]|{_TAG}|&\#[xX]?\w+;|(?P<mark>####|->|[{{}}=~#])")
_ESCAPED = re.compile(r"\\([\\:#={}~n])")
_SPACES = re.compile(r"\s+")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]", re.IGNORECASE)


def marks(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """Where signs stand that mean something, and which: `####` and `->` are one."""
    for match in _TOKEN.finditer(text, start):
        if match["mark"]:
            yield match.start("mark"), match["mark"]


def unescaped(text: str) -> str:
    """What a text says."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else match[1], text)


def flattened(text: str) -> str:
    """On one line, as the text is in which line ends are only breaks of long lines."""
    return _SPACES.sub(" ", text).strip()


def split_format(text: str) -> tuple[str, str]:
    """The format a text names at its start (empty for none), and the rest."""
    text = text.strip()
    match = _FORMAT.match(text)
    return (match[1].lower(), text[match.end() :]) if match else ("", text)
