"""Formulas of office files (OMML) in one line."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from quiz.core.rendering.entities import raised_digits
from quiz.formats.documents.zipped import attribute, local


def formula(element: Element) -> str:
    """The formula as it is written in a line."""
    return " ".join(_written(element).split())


def _written(element: Element) -> str:
    name = local(element)
    if name == "t":
        return element.text or ""
    parts = {local(child): _written(child) for child in element}
    if name == "f":
        return f"{_grouped(parts.get('num', ''))}/{_grouped(parts.get('den', ''))}"
    if name in ("sSup", "sSub"):
        how = name[1:].lower()
        upper = parts.get(how, "")
        sign = "^" if how == "sup" else "_"
        return parts.get("e", "") + (raised_digits(upper, how) or f"{sign}{_grouped(upper)}")
    if name == "rad":
        return f"√({parts.get('e', '')})"
    if name == "d":
        return f"({', '.join(_written(e) for e in element if local(e) == 'e')})"
    if name == "nary":
        sign = next((attribute(e, "val") for e in element.iter() if local(e) == "chr"), "∫")
        below, above = parts.get("sub", ""), parts.get("sup", "")
        limits = (f"_{_grouped(below)}" if below else "") + (f"^{_grouped(above)}" if above else "")
        return f"{sign}{limits} {parts.get('e', '')}"
    return "".join(_written(child) for child in element)


def _grouped(text: str) -> str:
    return text if len(text) < 2 or text.isalnum() else f"({text})"
