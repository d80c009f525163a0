"""Spans of days in words."""

from __future__ import annotations


def when_text(days: int) -> str:
    """A day to come, so many days from now."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days_text(days)}")


def days_text(days: int) -> str:
    """A span of days in the unit people would use."""
    if days < 60:
        return f"{days} day" if days == 1 else f"{days} days"
    months = round(days / 30.4)
    return f"{months} months" if months < 24 else f"{days / 365.25:.1f} years"
