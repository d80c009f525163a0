"""Names that sort by time: UUID version 7 (RFC 9562)."""

from __future__ import annotations

import os
import uuid


def new_uid(at_ms: int, entropy: bytes | None = None) -> str:
    """A UUIDv7 for a moment in milliseconds since 1970 UTC.

    `entropy` is 10 bytes, for tests; without it the system's randomness is taken.
    """
    chance = int.from_bytes(entropy if entropy is not None else os.urandom(10), "big")
    time_bits = (max(0, at_ms) & (1 << 48) - 1) << 80
    value = time_bits | chance & (1 << 80) - 1
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=value))
