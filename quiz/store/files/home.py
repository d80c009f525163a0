"""Where the program keeps what it writes; nothing is made before something is written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

APP = "citequiz"
NOWHERE = Path(os.devnull) / APP
"""A place where nothing is, and nothing can be made."""


class Places(NamedTuple):
    """Folders: `data` for the history, `config` for settings, `cache`, the user's `questions`."""

    data: Path
    config: Path
    cache: Path
    questions: Path

    @property
    def history(self) -> Path:
        """The history file."""
        return self.data / "history.sqlite"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"


def places(env: Mapping[str, str]) -> Places:
    """Everything below `QUIZ_HOME` if that is set; else where the platform keeps such files.

    NOWHERE for a user whom the machine does not know and who has no HOME.
    """
    home = env.get("QUIZ_HOME", "").strip()
    try:
        found = _all_below(Path(home).expanduser().absolute()) if home else _usual()
    except RuntimeError:  # nobody's home is known
        return _all_below(NOWHERE)
    return found if found.data.is_absolute() else _all_below(NOWHERE)


def _usual() -> Places:
    import platformdirs

    data = platformdirs.user_data_path(APP, appauthor=False)
    config = platformdirs.user_config_path(APP, appauthor=False)
    cache = platformdirs.user_cache_path(APP, appauthor=False)
    return Places(data, config, cache, data / "questions")


def _all_below(folder: Path) -> Places:
    return Places(folder, folder, folder / "cache", folder / "questions")


def private_folder(path: Path) -> Path:
    """Make `path` and what is missing above it, for its owner only; raises OSError."""
    for folder in reversed([path, *path.parents]):
        if not folder.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
    return path


def there(path: Path) -> bool:
    """Whether there is a file that can be looked for; a folder that lets nobody in has none."""
    try:
        return path.exists()
    except OSError:
        return False
