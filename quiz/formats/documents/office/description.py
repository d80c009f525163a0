"""What office files say of themselves."""

from __future__ import annotations

import re

from quiz.formats.documents.zipped import Parts, local

_GENERATED = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|document\d*|presentation\d*)\b", re.I
)


def described(parts: Parts) -> tuple[str, str]:
    """The title and the language in a file's description; empty for what programs fill in."""
    title, language = "", ""
    for name in ("docProps/core.xml", "meta.xml"):
        if name not in parts:
            continue
        for element in parts.xml(name).iter():
            text = " ".join((element.text or "").split())
            if local(element) == "title" and text and not title:
                title = (
                    ""
                    if _GENERATED.match(text) or text.lower().endswith((".doc", ".docx"))
                    else text
                )
            elif local(element) == "language" and re.fullmatch(r"[A-Za-z]{2,3}([-_]\w+)?", text):
                language = text
    return title, language
