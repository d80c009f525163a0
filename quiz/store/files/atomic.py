"""Replace a file's content: a reader sees the old or the new, whole, also after a power cut."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_NEW = 0o644


def replace_file(path: Path, content: bytes) -> None:
    """Write the content, keeping the file's mode; of a symbolic link, the file it leads to.

    Raises OSError.
    """
    real = Path(os.path.realpath(path))
    mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else _NEW & ~_umask()
    _drop_left_behind(real)
    prefix = f".{real.name}.{os.getpid()}."
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=real.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(real)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(real.parent)


def _drop_left_behind(path: Path) -> None:
    """Remove what killed programs had half written of a file; their number is in its name."""
    own = re.compile(rf"\.{re.escape(path.name)}\.(\d+)\.\w+\.tmp")
    with suppress(OSError):
        for entry in list(os.scandir(path.parent)):
            named = own.fullmatch(entry.name)
            if named and not is_running(int(named[1])):
                Path(entry.path).unlink()


def is_running(process: int) -> bool:
    """Whether a program of this number runs; where that cannot be asked, it is believed."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name last; not every system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
