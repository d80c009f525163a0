"""Numbers that mutmut leaves alone: those of modules and classes, and of decorated functions."""

from __future__ import annotations

import ast
import os
import queue
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.processes import run

HOURS = 1


class Change(NamedTuple):
    """A number of a file is another one: where, and the whole text with the change."""

    path: Path
    line: int
    was: str
    now: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.was} is {self.now}"


def changes(top: Path, path: Path) -> Iterator[Change]:
    """One for each such number of a file below `top`, greater by one."""
    text = (top / path).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    for number in _numbers(ast.parse(text)):
        line = lines[number.lineno - 1].encode()
        assert number.end_col_offset is not None
        was = line[number.col_offset : number.end_col_offset].decode()
        now = repr(number.value + 1)  # type: ignore[operator]
        changed = line[: number.col_offset] + now.encode() + line[number.end_col_offset :]
        whole = [*lines[: number.lineno - 1], changed.decode(), *lines[number.lineno :]]
        yield Change(path, number.lineno, was, now, "".join(whole))


def _numbers(node: ast.AST) -> Iterator[ast.Constant]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef) and not child.decorator_list:
            continue
        if isinstance(child, ast.Constant) and type(child.value) in (int, float):
            yield child
        yield from _numbers(child)


def unnoticed(
    tests: list[str], tried: list[Change], copy: Callable[[str], Path], workers: int
) -> list[str]:
    """Which of the changes the tests do not notice; each worker has its own copy."""
    folders: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for number in range(workers):
        folders.put(copy(f"numbers-{number}"))

    def survives(change: Change) -> bool:
        folder = folders.get()
        try:
            return _passes(tests, change, folder)
        finally:
            folders.put(folder)

    with ThreadPoolExecutor(workers) as pool:
        lived = list(pool.map(survives, tried))
    while not folders.empty():
        shutil.rmtree(folders.get())
    return [str(change) for change, alive in zip(tried, lived, strict=True) if alive]


def _passes(tests: list[str], change: Change, folder: Path) -> bool:
    file = folder / change.path
    before = file.read_bytes()
    file.write_text(change.text, encoding="utf-8")
    # another file of the same second and length must not be taken for the compiled one
    shutil.rmtree(file.parent / "__pycache__", ignore_errors=True)
    alive = passes(tests, folder)
    file.write_bytes(before)
    return alive


def passes(tests: list[str], folder: Path, mutant: str = "") -> bool:
    """Whether tests pass in a folder with the project; `mutant` names a change of mutmut's."""
    plugins = ["-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider"]
    environment = {**os.environ, "QUIZ_TESTS": "mutants", "PYTHONPATH": str(folder)}
    done = run(
        [sys.executable, "-m", "pytest", "-x", *plugins, *tests],
        cwd=folder,
        env={**environment, "MUTANT_UNDER_TEST": mutant},
        capture_output=True,
        timeout=HOURS * 3600,
    )
    return done.returncode == 0
