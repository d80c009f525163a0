"""What parts of the program need beside it, and the command that installs each."""

from __future__ import annotations

NEEDS = {
    "documents": ("pypandoc-binary>=1.17,<2", "pypdfium2>=5.15,<6"),
    "pdf": ("pypdfium2>=5.15,<6",),
    "optimize": ("fsrs-rs-python>=0.9.3,<0.10",),
    "anki": ("backports.zstd>=1,<2",),
    "print": ("typst>=0.15,<0.16",),
    "lsp": ("pygls>=2.1,<3",),
}
"""The packages of each extra, as `pyproject.toml` has them (a test compares)."""


def install(extra: str) -> str:
    """The command that installs an extra into the Python that runs the program."""
    return " ".join(("pip install", *(f'"{package}"' for package in NEEDS[extra])))
