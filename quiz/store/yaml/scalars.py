"""A text as a YAML scalar, in the style of the one it replaces.

Nothing here is trusted: whoever writes the result reads it back (`quiz.store.yaml.edit`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

WIDTH = 100
"""Columns to fill where the replaced text does not show how wide it was."""

_SPACE = re.compile(r"(?<=\S) (?=\S)")
# what YAML 1.1 or an editor takes for something other than a text, or what starts something else
_NOT_PLAIN = re.compile(
    r"[-+.\d]|[\s!&*%@`'\"#,\[\]{}|>?:=]|(?i:true|false|yes|no|on|off|null|y|n|~)$"
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


class Style(StrEnum):
    """How a scalar is written, by its first character."""

    PLAIN = "plain"
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a scalar is written: the columns its further lines are indented, the line end."""

    indent: int
    newline: str
    width: int = WIDTH
    flow: bool = False


def style_of(text: str) -> Style:
    """The style of a scalar from its source."""
    return next((style for style in Style if text.startswith(style.value)), Style.PLAIN)


def new_scalar(value: str, *, flow: bool) -> str:
    """A text on one line, plain if that is safe, else quoted."""
    if is_plain(value, flow=flow):
        return value
    return single(value) if "'" not in value and _printable(value) else double(value)


def is_plain(value: str, *, flow: bool) -> bool:
    """Whether a text can go without quotes, and is read as a text by any tool."""
    if not value or value != value.strip() or not _printable(value) or _NOT_PLAIN.match(value):
        return False
    inside = r": | #|:$|[,\[\]{}]" if flow else r": | #|:$"
    return re.search(inside, value) is None


def single(value: str) -> str:
    """In single quotes."""
    return "'" + value.replace("'", "''") + "'"


def double(value: str) -> str:
    """In double quotes, which can hold anything."""
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() or char == "\u00a0":
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _printable(value: str) -> bool:
    return value.isprintable() or value.replace("\u00a0", "").isprintable()


def rewritten(old: str, value: str, setting: Setting) -> str:
    """The source of a scalar with another value, in the style of `old`; else in double quotes."""
    style = style_of(old)
    if style in (Style.LITERAL, Style.FOLDED):
        return _block(old, value, style, setting)
    if "\n" in value or not _printable(value):
        return double(value)
    if style is Style.PLAIN:
        text = value if is_plain(value, flow=setting.flow) else new_scalar(value, flow=setting.flow)
    else:
        text = single(value) if style is Style.SINGLE else double(value)
    return _wrapped(text, setting) if "\n" in old else text


def requoted(old: str, value: str) -> str:
    """In double quotes, with the comment that a block scalar's first line may have."""
    head = old.split("\n", 1)[0].rstrip("\r")
    block = style_of(old) in (Style.LITERAL, Style.FOLDED)
    comment = f" {head[head.index('#') :]}" if block and "#" in head else ""
    return double(value) + comment


def _wrapped(text: str, setting: Setting) -> str:
    """Broken at single spaces, where YAML reads a line end as one."""
    return f"{setting.newline}{' ' * setting.indent}".join(wrapped(text, setting.width))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text broken at single spaces between words, where they are full."""
    lines: list[str] = []
    for word in _SPACE.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _block(old: str, value: str, style: Style, setting: Setting) -> str:
    """A block scalar: its first line as it is, but literal where the value has line ends."""
    head = old.split("\n", 1)[0].rstrip("\r")
    if value[:1].isspace() or not all(map(_printable, value.split("\n"))):
        return requoted(old, value)
    if style is Style.FOLDED and "\n" in value:
        head = f"|{head[1:]}"
    broken = value.split("\n") if "\n" in value or style is Style.LITERAL else None
    lines = broken if broken is not None else wrapped(value, setting.width)
    pad = " " * setting.indent
    return setting.newline.join([head, *(f"{pad}{line}" if line else "" for line in lines)])
