"""The widgets; each can be used alone."""

from __future__ import annotations

from textual.widget import Widget


def typing_in(widget: Widget | None) -> bool:
    """Whether letters typed now go into this widget; without importing fields nobody uses yet."""
    return any(kind.__name__ in ("Input", "TextArea") for kind in type(widget).__mro__)
