"""Formulas of OpenDocument files (MathML) in one line."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from quiz.formats.documents.web.mathematics import formula as formula_of
from quiz.formats.documents.web.tree import tree


def formula(root: Element) -> str:
    """The formula as it is written in a line."""
    page = tree(tostring(root, encoding="unicode"), xml=True)
    math = page.find("math")
    return formula_of(math) if math is not None else ""
