"""A Jupyter notebook becomes Markdown: its text as it is, its code, and what the code printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from quiz.formats.documents.converted import Converted, UnreadableError
from quiz.formats.documents.markdown.writer import MarkdownWriter

_LONGEST_OUTPUT = 5_000
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_HEADING = re.compile(r"#[ ]+(.+)")
_DATA_URI = re.compile(r"!\[([^\]\n]*)\]\((?:attachment:|data:)[^)\s]*\)")


def read_notebook(data: bytes) -> Converted:
    """The cells of a notebook. Raises UnreadableError."""
    cells, language = _cells(data)
    out = MarkdownWriter()
    title = ""
    for cell in cells:
        text = _joined(cell.get("source", ""))
        kind = cell.get("cell_type")
        if kind == "markdown":
            text = _DATA_URI.sub(r"\1", text)
            title = title or _title(text)
            out.literal(text)
        elif kind == "code":
            out.code(text, language)
            for printed in _outputs(cell):
                out.code(printed, "text")
        elif kind == "raw":
            out.code(text)
    if not out.markdown.strip():
        raise UnreadableError("there is no text in this notebook")
    return Converted(out.markdown, title)


def _cells(data: bytes) -> tuple[list[Mapping[str, Any]], str]:
    try:
        found = json.loads(data)
        cells = found["cells"]
        about = found.get("metadata", {})
        language = about.get("kernelspec", {}).get("language") or about.get(
            "language_info", {}
        ).get("name", "python")
        if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        hint = "open it in Jupyter and save it again"
        raise UnreadableError("this is no whole notebook", hint) from None
    return cells, re.sub(r"[^\w+#-]", "", str(language))


def _joined(source: object) -> str:
    parts = source if isinstance(source, list) else [source]
    return "".join(part for part in parts if isinstance(part, str)).replace("\r\n", "\n")


def _outputs(cell: Mapping[str, Any]) -> Iterator[str]:
    """What was printed or is the result, without pictures, errors and what is very long."""
    outputs = cell.get("outputs", [])
    for output in outputs if isinstance(outputs, list) else ():
        if not isinstance(output, dict) or output.get("output_type") == "error":
            continue
        found = output.get("text")
        if found is None and isinstance(output.get("data"), dict):
            found = output["data"].get("text/plain", "")
        text = _COLOURS.sub("", _joined(found)).strip("\n")
        drawn = isinstance(output.get("data"), dict) and any(
            kind.startswith("image/") for kind in output["data"]
        )
        if (
            text.strip()
            and len(text) <= _LONGEST_OUTPUT
            and output.get("name") != "stderr"
            and not drawn
        ):
            yield text


def _title(text: str) -> str:
    for line in text.split("\n"):
        match = _HEADING.match(line.strip())
        if match:
            return re.sub(r"[*_`#]", "", match[1]).strip()
        if line.strip():
            return ""
    return ""
