"""The licence of everything that the program runs with: `python -m tests.licences`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from tests import TOP

RUN = TOP / "requirements" / "run.txt"
FREE = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation)", re.IGNORECASE)
_PIN = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)", re.MULTILINE)


def pins(path: Path = RUN) -> list[tuple[str, str]]:
    """Each pinned distribution with its version."""
    return _PIN.findall(path.read_text(encoding="utf-8"))


def licence_of(name: str) -> str:
    """What an installed distribution says its licence is; empty when it says nothing."""
    fields = metadata(name).json
    said = str(fields.get("license_expression", ""))
    classified = [
        line.rpartition(" :: ")[2]
        for line in fields.get("classifier", ())
        if line.startswith("License ::")
    ]
    # the old free-text field may hold a whole licence
    free_text = str(fields.get("license", "")).strip().partition("\n")[0]
    return said or ", ".join(classified) or free_text


def licences() -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of each pinned distribution; those not installed say so."""
    for name, version in pins():
        try:
            yield name, version, licence_of(name)
        except PackageNotFoundError:
            yield name, version, "not installed"


def main() -> int:
    """Print the list; 1 when one is not a permissive licence."""
    odd = 0
    for name, version, licence in licences():
        free = bool(FREE.search(licence))
        odd += not free
        print(f"{name:<20} {version:<12} {licence}{'' if free else '   <- look at this one'}")
    return int(odd > 0)


if __name__ == "__main__":
    sys.exit(main())
