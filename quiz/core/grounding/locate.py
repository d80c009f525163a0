"""Find a source in a document: exact, then folded, then nearest; in doubt, not at all.

A wrong passage shown as proof is the worst this program can do. So only an exact and unique hit
counts as grounded, and whatever hints at another passage (other numbers, a negation, a context
that closed over a cut) makes the source missing.
"""

from __future__ import annotations

from quiz.core.grounding.located import MISSING, Located, occurrences, settled
from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage


def locate(document_text: str, exact: str, prefix: str = "", suffix: str = "") -> Located:
    """Find the one passage a source means, as a W3C TextQuoteSelector does.

    All texts are sanitised. Several places that fit equally give AMBIGUOUS and no passage. A hit
    inside a word or number (`mm` of `4 mm` in `14 mm`) only counts where the context fits.
    """
    if not exact.strip():
        return MISSING
    found = settled(document_text, exact_places(document_text, exact, prefix, suffix), exact)
    if found is not None:
        return found
    # Most sources are grounded: what searches further is imported when one is not.
    from quiz.core.grounding.nearest import Search

    return Search.of(document_text, exact, prefix, suffix).result()


def exact_places(text: str, exact: str, prefix: str, suffix: str) -> list[Passage]:
    """Where a source stands letter by letter, context included."""
    starts = (at + len(prefix) for at in occurrences(text, prefix + exact + suffix))
    places = [Passage(start, start + len(exact)) for start in starts]
    if prefix or suffix:
        return places
    return [place for place in places if not cuts_word(text, place)]
