"""Formulas of web pages (MathML) in one line."""

from __future__ import annotations

from quiz.core.rendering.entities import raised_digits
from quiz.formats.documents.web.tree import Node


def formula(node: Node) -> str:
    """What is written for people who cannot see it, else the formula in one line."""
    if node["alttext"]:
        return node["alttext"]
    for inner in node.walk():
        if inner.tag == "annotation" and "tex" in inner["encoding"]:
            return inner.text
    return " ".join(_written(node).split())


def _written(node: Node) -> str:
    parts = [
        child.strip() if isinstance(child, str) else _written(child)
        for child in node.children
        if isinstance(child, str) or not child.tag.startswith("annotation")
    ]
    if node.tag == "mfrac":
        return "/".join(f"({part})" if len(part) > 2 else part for part in parts if part)
    filled = [part for part in parts if part]
    if node.tag in ("msup", "msub") and len(filled) == 2:
        how = "sup" if node.tag == "msup" else "sub"
        sign = "^" if node.tag == "msup" else "_"
        return filled[0] + (raised_digits(filled[1], how) or f"{sign}({filled[1]})")
    if node.tag == "msqrt":
        return f"√({''.join(parts)})"
    if node.tag == "mo":
        return f" {''.join(parts)} " if "".join(parts) in "=+-−<>≤≥·×" else "".join(parts)
    return "".join(parts)
