from __future__ import annotations

import re

from quiz.core.text.late_pattern import LatePattern


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    late, soon = LatePattern(r"(a+)b", re.IGNORECASE), re.compile(r"(a+)b", re.IGNORECASE)
    text = "Aab, ab and aaB."
    assert late.findall(text) == soon.findall(text) == ["Aa", "a", "aa"]
    assert [match.span() for match in late.finditer(text)] == [(0, 3), (5, 7), (12, 15)]
    assert late.split(text) == soon.split(text)
    assert late.sub("x", text) == "x, x and x."
    for match, span in ((late.search(text), (0, 3)), (late.search(text, 1), (1, 3))):
        assert match is not None
        assert match.span() == span
    first = late.match(text)
    assert first is not None
    assert first.end() == 3
    assert late.match("-" + text) is None
    assert late.fullmatch("aab") is not None
    assert late.fullmatch(text) is None


def test_a_late_pattern_without_flags_tells_cases_apart() -> None:
    assert LatePattern("a").match("A") is None
    assert LatePattern("a.").fullmatch("a\n") is None
