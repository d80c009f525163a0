from __future__ import annotations

from tests import export_losses


def test_the_page_on_exports_says_what_the_shipped_sets_lose() -> None:
    page = export_losses.PAGE.read_text("utf-8")
    assert page == export_losses.written(page), "run: python -m tests.export_losses"
    assert "- `comparing-the-two`: 14 of 14 questions exported\n" in page
