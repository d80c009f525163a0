"""Figures in words, each with its counts."""

from __future__ import annotations

from datetime import date

from quiz.core.memory.rates import Rate
from quiz.study.statistics.text.lines import Marks


def percent(share: float) -> str:
    """A share (0 to 1) as a whole percentage; only all is 100 %, only nothing 0 %."""
    whole = round(100 * share)
    if whole == 100 and share < 1:
        return "99 %"
    return "1 %" if whole == 0 and share > 0 else f"{whole} %"


def rate_text(rate: Rate, nothing: str = "-") -> str:
    """`83 % (41 of 49)`."""
    share = rate.share
    return nothing if share is None else f"{percent(share)} ({rate.right} of {rate.of})"


def share_text(rate: Rate) -> str:
    """`83 % of 49`, for columns."""
    return "-" if rate.share is None else f"{percent(rate.share)} of {rate.of}"


def span_text(interval: tuple[float, float]) -> str:
    """`between 70 and 91 %`."""
    low, high = (percent(value).removesuffix(" %") for value in interval)
    return f"between {low} and {high} %"


def day_text(day: int) -> str:
    """A study day as `29 Nov 2026`."""
    found = date.fromordinal(day)
    return f"{found.day} {found:%b %Y}"


def iso(day: int) -> str:
    """A study day as `2026-11-29`."""
    return date.fromordinal(day).isoformat()


def count_text(count: int, one: str, many: str = "") -> str:
    """`1 question`, `2 questions`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def minutes_text(minutes: float) -> str:
    """`less than a minute`, `12 min`, `3 h 20 min`."""
    whole = round(minutes)
    if whole < 1:
        return "less than a minute"
    return f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60:02} min"


def seconds_text(milliseconds: float) -> str:
    """`12 s`, or `0.8 s` below ten seconds."""
    seconds = milliseconds / 1000
    return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"


def place_text(place: str, marks: Marks) -> str:
    """A place with separators that the output has."""
    return place.replace("›", marks.within).replace("–", "-")
