"""Words as Markdown that reads as just these words."""

from __future__ import annotations

import re

# What Markdown, GFM and this program's reader take for a sign inside a line; at the end of a
# stretch also what the next one could make a sign of.
_SIGNS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)|[*`{]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?]|$)"
    r"|&(?=#?\w+;|#?\w*$)|~(?=~|[0-9+-]{1,4}~|[0-9+-]*$)|(?<=~)~"
    r"|\^(?=[0-9+-]{1,4}\^|[0-9+-]*$)|!(?=\[|$)"
    r"|\[(?=[\^!\[]|[ xX_]\]|[^\]\n]*\][(:\[]|[^\]\n]*\]?$)|\](?=[(:\[]|$)"
)
_LINE_START = re.compile(r"[#>+=:|~-]|!!!|\?\?\?|///|\[")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_LABEL = re.compile(r"\([\w.-]+\)=$")


def escaped(text: str, *, in_table: bool = False) -> str:
    """Words for the inside of a line."""
    text = _SIGNS.sub(lambda sign: "\\" + sign[0], text)
    return text.replace("|", "\\|") if in_table else text


def line_start(line: str) -> str:
    """A line of escaped words so that it begins no list, heading, quotation or table."""
    numbered = _NUMBERED.match(line)
    if numbered:
        return f"{numbered[1]}\\{line[numbered.end(1) :]}"
    if _LINE_START.match(line) and not line.startswith("[^"):
        if _link_begins(line):
            return "[\\!" + line[2:] if line[1] == "!" else line
        return "\\" + line
    return "\\" + line if _LABEL.match(line) else line


def _link_begins(line: str) -> bool:
    return line.startswith("[") and re.match(r"\[(?:[^\]\\]|\\.)*\]\(\w", line) is not None


def heading_end(line: str) -> str:
    """A heading's words so that no sign at their end is taken for a closing one."""
    return re.sub(r"(?<!\\)(#+)$", r"\\\1", line)
