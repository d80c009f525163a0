"""Small pieces of QTI 1.2."""

from __future__ import annotations

from quiz.formats.outgoing.xml import escaped, tag


def field(label: str, entry: str) -> str:
    """Metadata of an item."""
    inside = tag("fieldlabel", label), tag("fieldentry", escaped(entry))
    return tag("qtimetadatafield", *inside)


def material(html: str) -> str:
    """A text with markup."""
    return tag("material", tag("mattext", escaped(html), texttype="text/html"))


def plain_material(text: str) -> str:
    """A text without."""
    return tag("material", tag("mattext", escaped(text), texttype="text/plain"))


def feedback(name: str, html: str) -> str:
    """What is said after an answer."""
    return tag("itemfeedback", tag("flow_mat", material(html)), ident=name)


def scored(*when: str, action: str = "Set", points: str = "100") -> str:
    """So many points of 100 where a condition holds."""
    earned = tag("setvar", points, action=action, varname="SCORE")
    more = "No" if action == "Set" else "Yes"
    return tag("respcondition", tag("conditionvar", *when), earned, **{"continue": more})


def equal(name: str, value: str) -> str:
    """A response is just this."""
    return tag("varequal", escaped(value), respident=name)


def label(name: str, text: str) -> str:
    """Something to choose."""
    return tag("response_label", text, ident=name)
