from __future__ import annotations

import pytest

from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage

EDGES = [
    # the text with a bar where a passage ends, and whether that is inside of something
    ("bre|ad", True),
    ("bread| rises", False),
    ("bread |rises", False),
    ("|bread", False),
    ("bread|", False),
    ("bread|.", False),
    ("4|2 mm", True),
    ("a|1", True),
    ("4|.5 mm", True),
    ("4.|5 mm", True),
    ("4|,5", True),
    ("4,|5", True),
    ("12|:30", True),
    ("12:|30", True),
    ("In 42|. Then", False),
    ("a.|5", False),
    ("4|.b", False),
    ("4|;5", False),
    ("-|5 degrees", True),
    ("−|5 degrees", True),
    ("by -|5", True),
    ("A-|5", False),
    ("3-|5", False),
    ("well-|known", False),
    ("well|-known", False),
    ("non-|toxic", True),
    ("NON-|toxic", True),
    ("un‐|done", True),
    ("anti‑|septic", True),
    ("dis-|like", True),
    ("canon-|law", False),
    ("non-| toxic", False),
    ("e|\u0301", True),
    ("e\u0301| x", False),
    ("漢|字", False),
    ("ไ|ท", False),
    ("a|漢", False),
    ("漢|a", False),
    ("ё|ж", True),
    ("ἀ|ρ", True),
    ("Ḁ|a", True),
    ("of 3-|5", False),
    ("to 4.|5 mm", True),
    ("4|.55", True),
    ("4|,5 mm", True),
    ("at 12|:30", True),
    ("--|5", True),
]


@pytest.mark.parametrize(("marked", "inside"), EDGES)
def test_an_edge_is_inside_of_a_word_a_number_or_a_character(marked: str, inside: bool) -> None:
    at, text = marked.index("|"), marked.replace("|", "", 1)
    assert cuts_word(text, Passage(0, at)) is inside
    assert cuts_word(text, Passage(at, len(text))) is inside


def test_whole_words_are_not_cut() -> None:
    assert not cuts_word("the bread rises", Passage(4, 9))
    assert cuts_word("the bread rises", Passage(4, 10 - 2))
