"""Zip files that are the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def archive(members: Iterable[tuple[str, bytes | str]]) -> bytes:
    """An archive of files by name."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members:
            about = zipfile.ZipInfo(name, _FIRST_DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            file.writestr(about, content)
    return held.getvalue()
