"""The characters that text may not show as they are, and what is shown in their place."""

from __future__ import annotations

import re
import unicodedata

from quiz.core.text.signs.columns import TAB_WIDTH

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Format characters that hide text or change how neighbours are drawn, beyond the bidi controls:
# invisible operators, deprecated format controls, interlinear annotations, shorthand and musical
# controls, language tags.
_HIDING = "\u2061-\u2065\u206a-\u206f\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_TAGS = "\U000e0000-\U000e0fff"
_VARIATION = "\U000e0100-\U000e01ef"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(p << 16 | low) for p in range(17) for low in (65534, 65535)
)

# The flags of England, Scotland, Wales and the like: a black flag, a short tag word, an end tag.
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{4,6}\U000e007f"
UNSAFE = re.compile(
    f"{_FLAG}|[{_VARIATION}]+|[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u2028\u2029\ufeff"
    f"{_BIDI}{_HIDING}{_TAGS}\ud800-\udfff{_NONCHARACTERS}]"
)


def made_visible(text: str) -> str:
    """The text with a visible sign for every such character; one without any is given back."""
    if UNSAFE.search(text) is None:
        return text
    return UNSAFE.sub(_visible, text.removeprefix("\ufeff"))


def _visible(match: re.Match[str]) -> str:
    found = match[0]
    if found in "\r\x85\u2028\u2029":
        return "\n"
    if len(found) > 1 or "\U000e0100" <= found <= "\U000e01ef":
        return found
    return _picture(found)


def _picture(char: str) -> str:
    code = ord(char)
    if char == "\t":
        return " " * TAB_WIDTH
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if char == "\xad":
        return ""
    if unicodedata.category(char) == "Cs" or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "\ufffd"
    return f"‹U+{code:04X}›"
