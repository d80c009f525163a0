"""The formats that sets leave in, each imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple, cast

from quiz.formats.outgoing.bank import Bank
from quiz.formats.outgoing.losses import Form, Written

WRITERS: Mapping[str, str] = {
    "moodle-xml": "moodle_xml",
    "gift": "gift",
    "aiken": "aiken",
    "csv": "tables",
    "canvas-qti": "qti12",
    "qti": "qti2",
    "anki": "anki",
    "html": "web_page",
    "markdown": "markdown",
}
"""The room of each format, by the name users give it."""


class Writer(NamedTuple):
    """A format and how it is written."""

    form: Form
    write: Callable[[Bank], Written]


def writer(name: str) -> Writer:
    """One of WRITERS."""
    module = import_module(f"quiz.formats.{WRITERS[name]}.writer")
    return Writer(cast(Form, module.FORM), cast("Callable[[Bank], Written]", module.write))
