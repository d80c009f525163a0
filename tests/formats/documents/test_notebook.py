"""Notebooks as Markdown."""

from __future__ import annotations

import json

import pytest

from quiz.formats.documents.converted import UnreadableError
from quiz.formats.documents.notebook import read_notebook


def notebook(*cells: dict[str, object]) -> bytes:
    about = {"kernelspec": {"language": "python"}}
    return json.dumps({"nbformat": 4, "metadata": about, "cells": cells}).encode()


def test_text_code_and_what_it_printed_are_kept_without_pictures_and_errors() -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": ["\x1b[31m42\x1b[0m\n"]}
    drawn = {"output_type": "display_data", "data": {"image/png": "xx", "text/plain": "<Figure>"}}
    failed = {"output_type": "error", "traceback": ["no"]}
    found = read_notebook(
        notebook(
            {"cell_type": "markdown", "source": ["# The *plan*\n\n", "![door](attachment:d)"]},
            {"cell_type": "code", "source": "print(42)", "outputs": [printed, drawn, failed]},
        )
    )  # fmt: skip
    assert found.title == "The plan"
    assert found.markdown == (
        "# The *plan*\n\ndoor\n\n```python\nprint(42)\n```\n\n```text\n42\n```\n"
    )


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b'{"cells": 3}', b'{"cells": [3]}', b'{"cells": []}']
)
def test_what_is_no_notebook_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_notebook(data)
