"""What all tests share."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import settings

# As where it is installed: what is compiled once is kept, here and in every program under test.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Everywhere else each run looks at new examples; CI judges a change, and mutants judge the tests,
# so they must judge the same way twice.
settings.register_profile("steady", derandomize=True)
if os.environ.get("CI") or os.environ.get("QUIZ_TESTS") == "mutants":
    settings.load_profile("steady")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Processes of `-n auto`: the tests wait half of their time for disks and other programs."""
    return 2 * (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how this order is had again."""
    seed = getattr(terminalreporter.config.option, "randomly_seed", None)
    if isinstance(seed, int):
        terminalreporter.write_line(f"order: --randomly-seed={seed}")


def pytest_make_parametrize_id(val: object) -> str | None:
    """One line, also for a text of several: a test whose name has a line end is not found by it."""
    return " ".join(val.split()) if isinstance(val, str) and "\n" in val.strip(" ") else None
