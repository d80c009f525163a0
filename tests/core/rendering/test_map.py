from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.rendering.markdown import render
from quiz.core.text.passages import Passage
from tests.core.rendering.markdown_text import BLOCKS, MARKDOWN, page_words
from tests.effort import examples

Data = st.DataObject


@given(BLOCKS)
@settings(max_examples=examples(400), deadline=None)
def test_the_reading_text_has_the_words_of_the_rendered_page(file: str) -> None:
    assert render(file).text.split() == page_words(file)


@given(MARKDOWN)
@settings(max_examples=examples(400), deadline=None)
def test_what_is_no_piece_is_the_file_letter_by_letter(file: str) -> None:
    source = render(file).source
    here = there = 0
    for piece in source.pieces:
        assert here <= piece.start <= piece.end
        assert there <= piece.original_start <= piece.original_end
        assert source.text[here : piece.start] == file[there : piece.original_start]
        here, there = piece.end, piece.original_end
    assert source.text[here:] == file[there:]


@given(MARKDOWN, st.data())
@settings(max_examples=examples(400), deadline=None)
def test_a_span_of_the_reading_text_comes_back_from_the_file(
    file: str, data: st.DataObject
) -> None:
    source = render(file).source
    if not source.text:
        return
    start = data.draw(st.integers(0, len(source.text) - 1))
    end = data.draw(st.integers(start + 1, len(source.text)))
    if source.text[start].isspace() or source.text[end - 1].isspace():
        return
    there = source.original(Passage(start, end))
    assert 0 <= there.start < there.end <= len(file)
    back = source.derived(there)
    whole = {edge for piece in source.pieces for edge in (piece.start, piece.end)}
    assert back.start <= start
    assert end <= back.end
    assert back.start == start or (start not in whole and back.start in whole)
    assert back.end == end or (end not in whole and back.end in whole)


@given(MARKDOWN, st.data())
@settings(max_examples=examples(400), deadline=None)
def test_a_span_of_the_file_comes_back_from_the_reading_text(
    file: str, data: st.DataObject
) -> None:
    source = render(file).source
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(start, len(file)))
    seen = source.derived(Passage(start, end))
    assert 0 <= seen.start <= seen.end <= len(source.text)
    if seen.start == seen.end:
        return
    there = source.original(seen)
    edges = {edge for p in source.pieces for edge in (p.original_start, p.original_end)}
    assert start <= there.start or there.start in edges
    assert there.end <= end or there.end in edges


@given(MARKDOWN)
@settings(max_examples=examples(300), deadline=None)
def test_blocks_stand_apart_and_hold_all_the_text(file: str) -> None:
    page = render(file)
    at = 0
    for block in page.blocks:
        assert not page.text[at : block.start].strip()
        assert at <= block.start <= block.text_start < block.text_end <= block.end
        for a, b in block.frame.cells:
            assert block.start <= a <= b <= block.end
        at = block.end
    assert not page.text[at:].strip()
    for mark in page.marks:
        assert 0 <= mark.start < mark.end <= len(page.text)
