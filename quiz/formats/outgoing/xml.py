"""XML written as text, every value escaped."""

from __future__ import annotations

import re

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def escaped(text: str) -> str:
    """Text between elements or in an attribute; what no XML may hold becomes U+FFFD."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ILLEGAL.sub("�", text.replace('"', "&quot;"))


def tag(name: str, *inside: str, **attributes: str | int) -> str:
    """An element; `inside` is XML already, attributes are not. `class_` is written `class`."""
    pairs = (
        f' {key.rstrip("_").replace("__", ":")}="{escaped(str(value))}"'
        for key, value in attributes.items()
    )
    opened = name + "".join(pairs)
    return f"<{opened}>{''.join(inside)}</{name}>" if inside else f"<{opened}/>"
