"""Which part of a web page is its text, and what around it is furniture."""

from __future__ import annotations

import re

from quiz.formats.documents.web.tree import Node

_NEVER = frozenset(
    """
    script style template head noscript svg iframe object embed audio video canvas nav select
    textarea button input datalist map area link meta dialog
    """.split()  # noqa: SIM905
)
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "dialog"))
_FURNITURE_CLASSES = frozenset(
    """
    mw-editsection mw-jump-link navbox noprint sr-only visually-hidden screen-reader-text headerlink
    breadcrumb breadcrumbs skip-link cookie-banner anchor-link mw-empty-elt reference-accessdate
    """.split()  # noqa: SIM905
)
_MENUS = frozenset(
    """
    dropdown portlet navbar nav sidebar menu pagination share social cookie breadcrumb toc lang
    interlanguage related toolbar tabs
    """.split()  # noqa: SIM905
)
_LINKS_OF_MENU = 0.6
_LEAST_OF_PAGE = 0.4


def is_furniture(node: Node) -> bool:
    """Whether an element is no text: scripts, navigation, what is hidden."""
    if node.tag in _NEVER or "hidden" in node.attributes:
        return True
    if node["aria-hidden"] == "true" and node.tag not in ("math", "span"):
        return True
    style = node["style"].replace(" ", "").lower()
    if "display:none" in style or "visibility:hidden" in style:
        return True
    classes = node["class"].lower()
    if node["role"] in _FURNITURE_ROLES or _FURNITURE_CLASSES & set(classes.split()):
        return True
    named = _MENUS & set(re.split(r"[^a-z]+", f"{classes} {node['id'].lower()}"))
    return bool(named) and _is_menu(node)


def _is_menu(node: Node) -> bool:
    """Whether an element is little more than links."""
    links = sum(len(inner.text) for inner in node.walk() if inner.tag == "a")
    whole = len(node.text)
    return node.find("h1", "p") is None and links >= _LINKS_OF_MENU * whole > 0


def main_part(page: Node) -> tuple[Node, bool]:
    """The element that holds the text, and whether the page itself says so."""
    body = page.find("body") or page
    whole = _letters(body)
    named = [
        node
        for node in body.walk()
        if node.tag == "main" or node["role"] == "main" or node["itemprop"] == "articleBody"
    ]
    articles = [node for node in body.walk() if node.tag == "article"]
    for found in (named, articles if len(articles) == 1 else []):
        best = max(found, key=_letters, default=None)
        if best is not None and _letters(best) >= whole * _LEAST_OF_PAGE:
            return best, True
    return body, False


def _letters(node: Node) -> int:
    count = 0
    waiting: list[Node | str] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            count += len(here.strip())
        elif not is_furniture(here):
            waiting += here.children
    return count
