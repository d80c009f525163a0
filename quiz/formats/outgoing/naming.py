"""Names for questions where other programs list or link them."""

from __future__ import annotations

import hashlib

LONGEST = 60


def short_name(stem: str) -> str:
    """The beginning of a stem, on one line."""
    line = " ".join(stem.split())
    if len(line) <= LONGEST:
        return line
    whole_words = line[:LONGEST].rpartition(" ")[0]
    return f"{whole_words or line[:LONGEST]} …"


def stable_number(text: str, below: int) -> int:
    """A number that is always the same for a text."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % below
