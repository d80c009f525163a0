"""Items of QTI 1.2 with several places to answer: gaps in a text, or sides to be matched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.formats.bank.item import Item
from quiz.formats.bank.making import Choice, Making
from quiz.formats.bank.texts import flat
from quiz.formats.qti12.presented import Place
from quiz.formats.qti12.scoring import Scoring

NOTHING = "nothing in it says which answer is right"
_SEVERAL = "it asks several things at once"
_NAMED_GAP = re.compile(r"\[([^\[\]\n]{1,120})\]")
GAPPED = ("fill_in_multiple_blanks_question", "multiple_dropdowns_question")


def several_places(
    making: Making,
    pieces: Sequence[str | Place],
    places: Sequence[Place],
    scoring: Scoring,
    kind: str,
) -> Item:
    """Gaps, or left sides that choose from one list."""
    if all(place.kind == "response_lid" for place in places):
        if named_in(making.stem, places):
            return named_gaps(making, places, scoring, kind)
        if _share_labels(places):
            return _matched(making, pieces, places, scoring)
        return making.refuse(_SEVERAL)
    if all(place.kind in ("response_str", "response_num") for place in places):
        return gaps_between(making, pieces, scoring)
    return making.refuse(_SEVERAL)


def _share_labels(places: Sequence[Place]) -> bool:
    """Whether all places choose from one list; some banks leave out of it what is used up."""
    lists = [{label.text for label in place.labels} for place in places]
    return all(lists) and all(one & lists[0] for one in lists)


def named_in(stem: str, places: Sequence[Place]) -> bool:
    """Whether the text has each place in brackets: `[color]` for `response_color`."""
    names = set(_NAMED_GAP.findall(stem))
    return all(set(_called(place)) & names for place in places)


def _called(place: Place) -> tuple[str, str]:
    """What a gap may be called in the text."""
    return flat(place.text), place.ident.removeprefix("response_")


def named_gaps(making: Making, places: Sequence[Place], scoring: Scoring, kind: str) -> Item:
    """Gaps that the text names in brackets."""
    by_name = {name: place for place in places for name in _called(place) if name}
    parts, gaps, wrong = [""], [], []
    at = 0
    for match in _NAMED_GAP.finditer(making.stem):
        place = by_name.get(match[1])
        if place is None:
            continue
        right = set(scoring.right(place.ident))
        all_right = kind == "fill_in_multiple_blanks_question" or not right
        parts[-1] += making.stem[at : match.start()]
        parts.append("")
        at = match.end()
        labels = [one for one in place.labels if one.text]
        alike = {flat(one.text).casefold() for one in labels if one.ident in right}
        counts = [
            all_right or one.ident in right or flat(one.text).casefold() in alike for one in labels
        ]
        gaps.append([one.text for one, right_one in zip(labels, counts, strict=True) if right_one])
        for one, right_one in zip(labels, counts, strict=True):
            if not right_one:
                said = scoring.feedback.get((place.ident, one.ident), "")
                wrong.append(Choice(one.text, said))
    parts[-1] += making.stem[at:]
    making.stem = ""
    if wrong:
        making.change("the gaps are typed now; they were chosen from a list")
    return making.cloze(parts, gaps, wrong)


def gaps_between(making: Making, pieces: Sequence[str | Place], scoring: Scoring) -> Item:
    """Places to type between texts; what stands first and is followed by text is the stem."""
    parts, gaps = [""], []
    for piece in pieces:
        if isinstance(piece, str):
            parts[-1] = f"{parts[-1]} {piece}".strip()
        else:
            gaps.append(scoring.right(piece.ident))
            parts.append("")
    if not all(gaps):
        return making.refuse(NOTHING)
    making.stem = ""
    ends = [f" {part} " for part in parts[1:-1]]
    return making.cloze([f"{parts[0]} ", *ends, f" {parts[-1]}"], gaps)


def _matched(
    making: Making, pieces: Sequence[str | Place], places: Sequence[Place], scoring: Scoring
) -> Item:
    pairs, used = [], set()
    for place in places:
        right = next(iter(scoring.right(place.ident)), "")
        text = next((one.text for one in place.labels if one.ident == right), "")
        used.add(text)
        pairs.append((place.text or _text_before(pieces, place), text))
    if not any(right for _, right in pairs):
        return making.refuse(NOTHING)
    if any(not place.text for place in places):
        making.stem = next((piece for piece in pieces if isinstance(piece, str)), "")
    every = dict.fromkeys(one.text for place in places for one in place.labels)
    return making.matching(pairs, [text for text in every if text not in used])


def _text_before(pieces: Sequence[str | Place], place: Place) -> str:
    at = pieces.index(place)
    before = pieces[at - 1] if at else ""
    return before if isinstance(before, str) else ""
