"""Subtitles as Markdown: whole sentences, their times, who speaks, nothing twice."""

from __future__ import annotations

import pytest

from quiz.core.documents.document import Document, Passage
from quiz.formats.documents.converted import UnreadableError
from quiz.formats.documents.subtitles import read_subtitles

TALK = """\
WEBVTT
Kind: captions
Language: en

NOTE made by hand

1
00:00:01.000 --> 00:00:03.000 align:start
<v Mary Smith>Hello there, I am Dr.

00:00:03.000 --> 00:00:05.500
Smith and this is the <i>fire</i> &amp; rescue

00:00:05.500 --> 00:00:07.000
course. [music] Today we talk

00:00:07.000 --> 00:00:09.000
about doors.

01:12:31.000 --> 01:12:33.000
- Who closes them?
- The warden does.
"""


def words(data: str) -> str:
    return Document("d", read_subtitles(data.encode()).markdown, "d.md").text


def test_sentences_are_joined_over_cues_and_speakers_named() -> None:
    assert words(TALK) == (
        "Mary Smith: Hello there, I am Dr. Smith and this is the fire & rescue course. "
        "Today we talk about doors.\n\nWho closes them?\n\nThe warden does."
    )
    assert read_subtitles(TALK.encode()).language == "en"


def test_each_sentence_is_cited_with_the_time_of_its_cue() -> None:
    document = Document("d", read_subtitles(TALK.encode()).markdown, "d.md")
    times = {}
    for said in ("Hello", "Today", "Who closes"):
        at = document.text.index(said)
        times[said] = document.page_of(Passage(at, at + 5))
    assert times == {"Hello": "at 0:01", "Today": "at 0:05", "Who closes": "at 1:12:31"}


def test_captions_that_roll_say_each_line_once() -> None:
    rolling = """\
WEBVTT

00:00:00.000 --> 00:00:02.000
\x20
so<00:00:00.500><c> welcome</c> to

00:00:02.000 --> 00:00:02.010
so welcome to
\x20

00:00:02.010 --> 00:00:04.000
so welcome to
the<00:00:02.500><c> course</c>

00:00:04.000 --> 00:00:04.010
the course
\x20

00:00:04.010 --> 00:00:06.000
the course
on fire safety
"""
    assert words(rolling) == "so welcome to the course on fire safety"


def test_an_srt_file_is_read_in_any_encoding() -> None:
    srt = "1\r\n00:00:01,000 --> 00:00:03,000\r\nDie Tür ist zu.\r\n\r\n"
    for encoding in ("utf-8", "utf-16", "cp1252"):
        found = read_subtitles(srt.encode(encoding)).markdown
        assert found == "<!-- at 0:01 -->\n\nDie Tür ist zu.\n"


def test_subtitles_without_words_say_so() -> None:
    with pytest.raises(UnreadableError, match="nothing is said"):
        read_subtitles(b"WEBVTT\n\n00:01.000 --> 00:02.000\n[music]\n")
