"""How an author points at a passage."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """How an author points at a passage (W3C TextQuoteSelector), or at one that disputes it.

    `document` is the set's own key for the document; `note` is only used in `disputed_by`.
    """

    document: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
