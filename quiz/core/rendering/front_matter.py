"""The head of a Markdown file between two lines of dashes (YAML) or plus signs (TOML)."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = re.compile(
    r"(?P<fence>---|\+\+\+)[ ]*\n(?=[\w\"'-]+[ ]*[:=]|#|(?P=fence)[ ]*(?:\n|\Z))"
    r"(?P<body>.*?)^(?:(?P=fence)|\.\.\.)[ ]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_FIELD = re.compile(
    r"^(title|lang|language|origin|origin_sha256)[ ]*[:=][ ]*(.*?)[ ]*$",
    re.MULTILINE | re.IGNORECASE,
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][\w-]+)?$")


class FrontMatter(NamedTuple):
    """How long it is, in characters; what it says of title, language and the file it comes from."""

    length: int = 0
    title: str = ""
    language: str = ""
    origin: str = ""


def front_matter(text: str) -> FrontMatter:
    """The head of a file; nothing where there is none or it is never closed."""
    match = _HEAD.match(text)
    if match is None:
        return FrontMatter()
    found = {name.lower(): _plain(value) for name, value in _FIELD.findall(match["body"])}
    language = found.get("lang") or found.get("language", "")
    language = language if _TAG.match(language) else ""
    language = language.replace("_", "-").lower()
    origin = found.get("origin", "") if "origin_sha256" in found else ""
    return FrontMatter(match.end(), found.get("title", ""), language, origin)


def _plain(value: str) -> str:
    """A scalar without its quotes and comment."""
    if value[:1] in ('"', "'"):
        end = value.rfind(value[0])
        return " ".join(value[1:end].replace(value[0] * 2, value[0]).split()) if end > 0 else ""
    value = value.partition(" #")[0].strip()
    return "" if value[:1] in ("|", ">", "&", "*", "[", "{") else value
