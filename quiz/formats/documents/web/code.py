"""Code in web pages: its letters, its language."""

from __future__ import annotations

import re

from quiz.formats.documents.web.tree import Node

_LANGUAGE = re.compile(
    r"(?:language|lang|highlight|brush|sourceCode)[-: ]+([\w+#-]+)", re.IGNORECASE
)
_NO_LANGUAGE = frozenset(("none", "source", "text", "plaintext", "default", "notranslate"))


def code_text(node: Node) -> str:
    """Everything in it, letter for letter, a line for each `<br>`."""
    found: list[str] = []
    waiting: list[Node | str] = list(reversed(node.children))
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            found.append(here)
        elif here.tag == "br":
            found.append("\n")
        elif here.tag not in ("script", "style", "button"):
            waiting += reversed(here.children)
    text = "".join(found)
    return text[1:] if text.startswith("\n") else text


def code_language(node: Node) -> str:
    """What its class says, as far as that is a language."""
    for inner in node.walk():
        match = _LANGUAGE.search(inner["class"])
        if match and match[1].lower() not in _NO_LANGUAGE:
            return match[1].lower()
        if inner["data-lang"]:
            return re.sub(r"[^\w+#-]", "", inner["data-lang"])
    return ""
