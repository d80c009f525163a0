"""The widgets; each can be used alone."""

from __future__ import annotations

import sys

from textual.widget import Widget


def typing_in(widget: Widget | None) -> bool:
    """Whether letters typed now go into this widget; without importing fields nobody uses yet."""
    fields = tuple(
        kind
        for module, name in (
            ("textual.widgets._input", "Input"),
            ("textual.widgets._text_area", "TextArea"),
        )
        if (kind := getattr(sys.modules.get(module), name, None)) is not None
    )
    return widget is not None and bool(fields) and isinstance(widget, fields)
