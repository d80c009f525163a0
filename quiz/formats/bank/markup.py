"""Texts of banks in one of the four formats that Moodle names, as a terminal shows them."""

from __future__ import annotations

import re

from quiz.formats.bank.html_text import Plain, formulas, html_text
from quiz.formats.bank.texts import MAX_TEXT

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]+);")
_IN_PLAIN = re.compile(
    r"<([a-z][a-z0-9]*)(?:\s[^<>]*)?>.*?</\1\s*>|<(?:br|hr)\s*/?>|<img\s"
    r"|&(?:#\d+|#x[0-9a-f]+|[a-z]+);",
    re.DOTALL | re.IGNORECASE,
)
_MARKED = re.compile(r"[*_`#\[\]!|>~^]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
_DATA = re.compile(r"data:[\w/+.;,-]*base64,[\w+/=\s%]*")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")


def readable(text: str, form: str) -> Plain:
    """What a person reads of a text that is `html`, `markdown`, `plain` or `moodle`.

    `moodle` is plain text that may hold tags of HTML; so is a text of no format.
    """
    if len(text) > MAX_TEXT:
        text = _DATA.sub("data:", text)
    if len(text) > MAX_TEXT:
        cut = readable(text[:MAX_TEXT], form)
        return Plain(cut.text, (*cut.losses, f"the end of a text of {len(text)} characters"))
    if form == "plain":
        return Plain(text, formulas(text))
    if form == "markdown":
        return _markdown(text)
    if form == "html" or _TAG.search(text):
        return html_text(text if form == "html" else text.replace("\n", "<br>"))
    return Plain(text, formulas(text))


def looks_like_html(text: str) -> bool:
    """Whether a text of no format is read as HTML."""
    return bool(_TAG.search(text))


def html_in_plain(text: str) -> bool:
    """Whether a text called plain has elements or entities; a tag alone may be its topic."""
    return bool(_IN_PLAIN.search(text))


def _markdown(text: str) -> Plain:
    if not _MARKED.search(text) and not _TAG.search(text):
        return Plain(text, formulas(text))
    from quiz.core.rendering.markdown import render
    from quiz.core.text.safe_text import sanitise

    images = [
        f"an image ({match[2].split('?')[0].rpartition('/')[2][:60]})"
        for match in _IMAGE.finditer(text)
    ]
    shown = _IMAGE.sub(lambda match: f"[image: {match[1]}]" if match[1] else "[image]", text)
    return Plain(render(sanitise(shown)).text, tuple(dict.fromkeys((*images, *formulas(text)))))
