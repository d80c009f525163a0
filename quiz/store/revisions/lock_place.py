"""Where the lock file of a set is kept; whether there is one is asked oftener than what it says."""

from __future__ import annotations

import os
from pathlib import Path

from quiz.store.library.found_files import LOCK_ENDING


def lock_path(path: Path) -> Path:
    """The lock file of a set; of a symbolic link, beside the file it leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.stem}{LOCK_ENDING}")
