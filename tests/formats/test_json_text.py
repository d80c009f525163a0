from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.text.unsafe import UNSAFE
from quiz.formats.json_text import escaped, json_text

TEXTS = st.text(st.characters(), max_size=30)


@given(st.dictionaries(TEXTS, TEXTS, max_size=3))
def test_json_says_the_same_value_and_shows_nothing_unsafe(value: dict[str, str]) -> None:
    for text in (json_text(value), json_text(value, indent=None)):
        assert json.loads(text) == value
        assert UNSAFE.search(text) is None


def test_half_a_pair_of_a_file_name_is_an_escape() -> None:
    assert json_text("a\udcff\x7f\u2028\U000e0001") == r'"a\udcff\u007f\u2028\udb40\udc01"'


def test_an_export_line_without_anything_unsafe_stays_as_it_is() -> None:
    assert escaped('{"a":"Größe 한"}') == '{"a":"Größe 한"}'
