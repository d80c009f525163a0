"""Subtitles (.vtt, .srt) become Markdown: sentences over cues, with their times and speakers."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.core.text.page_marks import mark
from quiz.formats.documents.converted import Converted, UnreadableError
from quiz.formats.documents.markdown.escape import escaped, line_start
from quiz.store.files.encodings import decoded

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_CUE = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]+)>")
_TAG = re.compile(r"</?[A-Za-z][^>\n]{0,80}>|<\d[\d:.]*>|\{\\[^}\n]*\}")
_SPEAKER = re.compile(
    r"(?:[-–]\s*|>>+\s*)?([A-ZÀ-Þ][\w.'’-]*(?:[ ][A-ZÀ-Þ\d(][\w.'’()-]*){0,3}):\s+(?=\S)"
)
_TURN = re.compile(r"^(?:>>+|[-–—])\s*(?=\S)")
_NOISE = re.compile(r"[\[(♪][^\])♪]*[\])♪]|♪+")
_ENDED = re.compile(r"[.!?…。？！][\"'”’»)\]]*$")
_CUT = re.compile(r"(?<=[.!?…])([\"'”’»)\]]*)\s+(?=[\"'“‘«(\[]*[A-ZÀ-Þ0-9])|(?<=[。？！])(?=\S)")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|etc|No|e\.g|i\.e|[A-Z])\.$")
_PAUSE = 4.0  # seconds after which another paragraph begins
_LONGEST = 60.0  # seconds of a paragraph that is long enough
_LONGEST_UNENDED = 90.0  # without any full stop, as automatic captions are


class _Cue(NamedTuple):
    start: float
    end: float
    text: str


class _Said(NamedTuple):
    """A sentence, when it begins and ends, who says it, and whether somebody else did before."""

    start: float
    end: float
    text: str
    speaker: str = ""
    turn: bool = False


def read_subtitles(data: bytes, encoding: str = "") -> Converted:
    """What is said. Raises UnreadableError."""
    text = decoded(data, encoding)[0].replace("\r\n", "\n").replace("\r", "\n")
    cues = list(_without_repeats(list(_cues(text))))
    sentences = list(_sentences(cues))
    if not sentences:
        raise UnreadableError("nothing is said in these subtitles")
    language = re.match(r"WEBVTT[^\n]*\n(?:[^\n]+\n)*?Language:[ ]*([\w-]+)", text)
    paragraphs = [_paragraph(part) for part in _paragraphs(sentences)]
    return Converted("\n\n".join(paragraphs) + "\n", language=language[1] if language else "")


def _cues(text: str) -> Iterator[_Cue]:
    for block in re.split(r"\n{2,}", text):  # a line with a space in it belongs to its cue
        lines = block.strip("\n").split("\n")
        at = next((i for i, line in enumerate(lines[:3]) if _CUE.match(line)), None)
        if at is None or re.match(r"(?:NOTE|STYLE|REGION)\b", lines[0]):
            continue
        times = _CUE.match(lines[at])
        assert times is not None
        start, end = _seconds(*times.groups()[:4]), _seconds(*times.groups()[4:])
        body = "\n".join(line.strip() for line in lines[at + 1 :] if line.strip())
        if body:
            yield _Cue(start, max(start, end), body)


def _seconds(hours: str | None, minutes: str, seconds: str, rest: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")


def _bare(text: str) -> str:
    """The words of a cue, its speaker before them."""
    text = _VOICE.sub(lambda voice: f"\n{voice[1].strip()}: ", text)
    text = html.unescape(html.unescape(_TAG.sub("", text)))
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _without_repeats(cues: Sequence[_Cue]) -> Iterator[_Cue]:
    """Each line once, where captions roll: the last line of a cue is the first of the next."""
    shown: list[str] = []
    last_end = 0.0
    for cue in cues:
        lines = _bare(cue.text).split("\n") if _bare(cue.text) else []
        near = cue.start - last_end < 1.0
        fresh = lines
        if near and shown:
            same = 0
            for count in range(min(len(shown), len(lines)), 0, -1):
                if shown[-count:] == lines[:count]:
                    same = count
                    break
            fresh = lines[same:]
            if not same and lines and len(lines) == 1 and lines[0].startswith(shown[-1] + " "):
                fresh = [lines[0][len(shown[-1]) :].strip()]  # grows word by word
        last_end = max(last_end, cue.end)
        if lines:
            shown = lines
        if fresh:
            yield _Cue(cue.start, cue.end, "\n".join(fresh))


def _sentences(cues: Sequence[_Cue]) -> Iterator[_Said]:
    text, start, speaker, turn, end = "", 0.0, "", False, 0.0
    for cue in cues:
        for line in _spoken_lines(cue.text):
            named, changed, words = line
            gap = cue.start - end > 3 * _PAUSE  # in the middle of a sentence
            if text and (changed or gap or cue.start - start > _LONGEST_UNENDED):
                yield _Said(start, end, text, speaker, turn)
                text, turn = "", False
            if changed:
                speaker, turn = named, True
            if not text:
                start = cue.start
            text = f"{text} {words}".strip()
            while (cut := _first_cut(text)) is not None:
                yield _Said(start, cue.end, text[: cut[0]].strip(), speaker, turn)
                text, turn, start = text[cut[1] :], False, cue.start
        end = cue.end
        if text and _ENDED.search(text) and not _SHORT.search(text):
            yield _Said(start, end, text, speaker, turn)
            text, turn = "", False
    if text:
        yield _Said(start, end, text, speaker, turn)


def _first_cut(text: str) -> tuple[int, int] | None:
    """Where the first sentence of a text ends and the next begins."""
    for cut in _CUT.finditer(text):
        if not _SHORT.search(text[: cut.start()]):
            return cut.start() + len(cut[1] or ""), cut.end()
    return None


def _spoken_lines(text: str) -> Iterator[tuple[str, bool, str]]:
    """Who begins to speak, whether somebody does, and the words."""
    for line in text.split("\n"):
        words = " ".join(_NOISE.sub(" ", line).split())
        named = _SPEAKER.match(words)
        if named and len(named[1]) <= 40:
            yield named[1], True, words[named.end() :]
        elif _TURN.match(words):
            yield "", True, _TURN.sub("", words)
        elif words:
            yield "", False, words


def _paragraphs(sentences: Sequence[_Said]) -> Iterator[list[_Said]]:
    part: list[_Said] = []
    for said in sentences:
        if part and (
            said.turn or said.start - part[-1].end > _PAUSE or said.start - part[0].start > _LONGEST
        ):
            yield part
            part = []
        part.append(said)
    if part:
        yield part


def _paragraph(part: Sequence[_Said]) -> str:
    """A line for each sentence; the time of the next stands at the end of each."""
    lines = []
    for i, said in enumerate(part):
        words = line_start(escaped(said.text))
        if i == 0 and said.turn and said.speaker:
            words = f"**{escaped(said.speaker)}:** {words}"
        following = _clock(part[i + 1].start) if i + 1 < len(part) else ""
        if following and following != _clock(said.start):
            words += mark("at", following)
        lines.append(words)
    return f"{mark('at', _clock(part[0].start))}\n\n" + "\n".join(lines)


def _clock(seconds: float) -> str:
    """`12:31`, or `1:02:03`."""
    hours, rest = divmod(int(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
