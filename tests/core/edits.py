"""Realistic edits of documents, made from a seed: what was quoted, what became of it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from quiz.core.revisions.anchor import folded_places
from quiz.core.revisions.changes import Change
from quiz.core.revisions.result import Status
from quiz.core.text.passages import Passage
from tests.core.prose import documents

BEGIN, END = "\ue000", "\ue001"  # around the passage while its document is being edited

_SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?](?=\s)|(?=\n|\Z))")
_WORD = re.compile(r"[^\W\d_]{5,}")
_CLAUSES = [
    ", as recent work has shown,", " (see the appendix)", ", according to the maker,",
    ", in the words of the handbook,", " – a point worth remembering –",
]  # fmt: skip
_NEUTRAL = """
    handbook garden picture station river letter window circle market bridge winter summer
    paper silver mirror planet basket candle forest harbour
""".split()  # noqa: SIM905
_QUOTES = str.maketrans({"’": "'", "'": "’", "“": '"', "”": '"', "–": "-", '"': "”"})


@dataclass(frozen=True)
class Case:
    """An edit. `passage` is where the quoted text stands now, None when it was removed.

    `right` are the statuses that are right, `change` how much its text changed.
    """

    kind: str
    old: str
    span: Passage
    new: str
    passage: Passage | None
    right: tuple[Status, ...]

    @property
    def exact(self) -> str:
        """What the author quoted."""
        return self.old[self.span.start : self.span.end]

    @property
    def change(self) -> Change:
        """The least that has to be said about the change."""
        return Change.MEANING if "meaning" in self.kind else Change.NONE


class Unfit(Exception):
    """The passage has nothing that this kind of edit changes."""


@dataclass
class Draft:
    """A document as sentences and what lies between; the passage is marked inside."""

    random: Random
    parts: list[str]

    @property
    def at(self) -> int:
        """The sentence in which the passage begins."""
        return next(i for i, part in enumerate(self.parts) if BEGIN in part)

    @property
    def last(self) -> int:
        """The sentence in which the passage ends."""
        return next(i for i, part in enumerate(self.parts) if END in part)

    @property
    def passage(self) -> str:
        """The text of the passage."""
        return re.split(f"[{BEGIN}{END}]", "".join(self.parts))[1]

    @passage.setter
    def passage(self, text: str) -> None:
        if self.at != self.last:
            raise Unfit
        before, _, after = re.split(f"([{BEGIN}].*[{END}])", self.parts[self.at])
        self.parts[self.at] = f"{before}{BEGIN}{text}{END}{after}"

    def far(self) -> int:
        """Where a sentence can be put that is not near the passage: before a sentence's index."""
        places = [
            i
            for i in range(0, len(self.parts), 2)
            if not self.at - 5 <= i <= self.last + 6 and len(self.parts[i]) > 30
        ]
        if not places:
            raise Unfit
        return self.random.choice(places)

    def put(self, at: int, sentence: str) -> None:
        """Insert a sentence before another."""
        self.parts[at:at] = [sentence.strip().removeprefix("• "), " "]

    def take(self) -> str:
        """Remove the sentences of the passage, with the gap behind them; what was removed."""
        taken = "".join(self.parts[self.at : self.last + 1])
        del self.parts[self.at : self.last + 2]
        return taken


def unmarked(text: str) -> str:
    """The text without the marks around the passage."""
    return text.replace(BEGIN, "").replace(END, "")


def _typo(random: Random, text: str) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        raise Unfit
    word = random.choice(words)
    at = word.start() + random.randint(1, len(word[0]) - 2)
    slip = random.choice([text[at + 1] + text[at], text[at], text[at : at + 2] + text[at + 1]])
    changed = text[:at] + slip + text[at + 2 :]
    if changed == text:
        raise Unfit
    return changed


def _other_words(random: Random, text: str, share: float = 0.25) -> str:
    words = list(_WORD.finditer(text))
    count = int(len(text.split()) * share)
    if not words or not count:
        raise Unfit
    for word in sorted(random.sample(words, min(count, len(words))), key=lambda m: -m.start()):
        text = text[: word.start()] + random.choice(_NEUTRAL) + text[word.end() :]
    return text


def _clause(random: Random, text: str) -> str:
    gaps = [m.start() for m in re.finditer(r"(?<=\w) (?=\w)", text)]
    if len(text) < 40 or not gaps:
        raise Unfit
    at = random.choice(gaps)
    return text[:at] + random.choice(_CLAUSES) + text[at:]


def _other_statement(random: Random, text: str) -> str:
    """Another number, unit, negation or quantifier."""
    options: list[tuple[str, str]] = [
        (r"\d+", str(random.randint(100, 999))), (r"\bmm\b", "cm"), (r"\bkg\b", "g"),
        (r"\b(is|are|can|may|has|must)(?= (?!not\b))", r"\1 not"), (r"\b[Mm]ost\b", "some"),
        (r"\busually\b", "never"), (r"\bweeks\b", "days"), (r"\bNo\b", "Every"),
        (r"\bwithout\b", "with"), (r"\bbefore\b", "after"), (r"\bevery\b", "some"),
    ]  # fmt: skip
    fit = [(old, new) for old, new in options if re.search(old, text)]
    if not fit:
        raise Unfit
    old, new = random.choice(fit)
    return re.sub(old, new, text, count=1)


def _lookalike(random: Random, text: str) -> str:
    deeds = [_typo, _other_words, _clause, _other_statement, _other_statement]
    random.shuffle(deeds)
    for deed in deeds:
        try:
            changed = deed(random, text)
        except Unfit:
            continue
        if changed != text:
            return changed
    raise Unfit


# ── the kinds ─────────────────────────────────────────────────────────────────────────────────


def reflow(draft: Draft) -> None:
    """Paragraphs broken into lines."""
    width = draft.random.randint(40, 90)
    lines = "".join(draft.parts).split("\n")
    draft.parts = ["\n".join("\n".join(textwrap.wrap(line, width)) for line in lines)]


def quotes(draft: Draft) -> None:
    """Straight quotes for curly ones, hyphens for dashes, or the other way round."""
    draft.parts = ["".join(draft.parts).translate(_QUOTES)]


def typo(draft: Draft) -> None:
    """A slip, made or mended."""
    draft.passage = _typo(draft.random, draft.passage)


def typo_beside(draft: Draft) -> None:
    """Slips before and behind the passage."""
    for i in (draft.at - 2, draft.last + 2):
        if 0 <= i < len(draft.parts):
            try:
                draft.parts[i] = _typo(draft.random, draft.parts[i])
            except Unfit:
                continue


def words(draft: Draft) -> None:
    """Up to a quarter of the words changed."""
    draft.passage = _other_words(draft.random, draft.passage)


def clause(draft: Draft) -> None:
    """A clause inserted."""
    draft.passage = _clause(draft.random, draft.passage)


def clause_beside(draft: Draft) -> None:
    """A clause inserted in a sentence before or behind."""
    i = draft.random.choice([draft.at - 2, draft.last + 2])
    if not 0 <= i < len(draft.parts):
        raise Unfit
    draft.parts[i] = _clause(draft.random, draft.parts[i])


def meaning(draft: Draft) -> None:
    """Another number, unit, negation or quantifier."""
    draft.passage = _other_statement(draft.random, draft.passage)


def moved(draft: Draft) -> None:
    """The sentence moved to another place."""
    far = draft.far()
    mark = draft.parts[far]
    sentence = draft.take()
    draft.put(draft.parts.index(mark), sentence)


def duplicated(draft: Draft) -> None:
    """The sentence copied to another place."""
    draft.put(draft.far(), unmarked("".join(draft.parts[draft.at : draft.last + 1])))


def removed(draft: Draft) -> None:
    """The sentence removed."""
    draft.take()


def removed_with_lookalike(draft: Draft) -> None:
    """The sentence removed, and one like it put elsewhere."""
    far = draft.far()
    mark = draft.parts[far]
    old = draft.passage
    sentence = draft.take().replace(old, _lookalike(draft.random, old))
    draft.put(draft.parts.index(mark), unmarked(sentence))


def edited_with_copy(draft: Draft) -> None:
    """The sentence edited, and what it was put elsewhere."""
    far, copy = draft.far(), unmarked("".join(draft.parts[draft.at : draft.last + 1]))
    mark = draft.parts[far]
    draft.passage = _other_words(draft.random, draft.passage, 0.35)
    draft.put(draft.parts.index(mark), copy)


def reflow_and_words(draft: Draft) -> None:
    """Words changed and all broken into lines anew."""
    words(draft)
    reflow(draft)


def neighbours_rewritten(draft: Draft) -> None:
    """Other sentences before and behind the passage."""
    for i in (draft.at - 2, draft.last + 2):
        if 0 <= i < len(draft.parts):
            sample = draft.random.sample(_NEUTRAL, 6)
            draft.parts[i] = f"The {sample[0]} of the {sample[1]} and {' '.join(sample[2:])}."


def rewritten(draft: Draft) -> None:
    """Half of the words changed; the neighbours stay."""
    if len(draft.passage.split()) < 8:
        raise Unfit
    draft.passage = _other_words(draft.random, draft.passage, 0.5)


def rewritten_beside(draft: Draft) -> None:
    """Words changed in the passage and in both sentences beside it."""
    words(draft)
    for i in (draft.at - 2, draft.last + 2):
        if 0 <= i < len(draft.parts):
            draft.parts[i] = _other_words(draft.random, draft.parts[i], 0.3)


def moved_with_section(draft: Draft) -> None:
    """Words changed, and the passage moved together with the five sentences on either side."""
    first, last = draft.at - 10, draft.last + 10
    if first < 0 or last + 2 > len(draft.parts) or len(draft.passage) < 40:
        raise Unfit
    words(draft)
    section = draft.parts[first : last + 2]
    del draft.parts[first : last + 2]
    far = [i for i in range(0, len(draft.parts), 2) if abs(i - first) > 10]
    if not far:
        raise Unfit
    at = draft.random.choice(far)
    draft.parts[at:at] = section


_IN_PLACE = (Status.EXACT, Status.CHANGED)
KINDS: dict[str, tuple[Callable[[Draft], None], tuple[Status, ...]]] = {
    "reflow": (reflow, _IN_PLACE),
    "smart quotes": (quotes, _IN_PLACE),
    "typo": (typo, (Status.CHANGED,)),
    "typo beside": (typo_beside, (Status.EXACT,)),
    "words changed": (words, (Status.CHANGED,)),
    "reflow, words changed": (reflow_and_words, (Status.CHANGED,)),
    "clause inserted": (clause, (Status.CHANGED,)),
    "clause beside": (clause_beside, (Status.EXACT,)),
    "meaning changed": (meaning, (Status.CHANGED,)),
    "neighbours rewritten": (neighbours_rewritten, (Status.EXACT, Status.MOVED)),
    "moved": (moved, (Status.EXACT, Status.MOVED)),
    "duplicated": (duplicated, (Status.EXACT,)),
    "edited, copy elsewhere": (edited_with_copy, (Status.CHANGED,)),
    "rewritten": (rewritten, (Status.CHANGED,)),
    "rewritten, all beside": (rewritten_beside, (Status.CHANGED,)),
    "moved with its section": (moved_with_section, (Status.CHANGED,)),
    "removed": (removed, (Status.MISSING,)),
    "removed, lookalike": (removed_with_lookalike, (Status.MISSING,)),
}


def case(kind: str, seed: int) -> Case:
    """One edit of a kind; the same for the same seed."""
    random = Random(f"{kind} {seed}")
    for _ in range(500):
        try:
            return _case(kind, random)
        except Unfit:
            continue
    raise AssertionError(f"no document can be edited so: {kind}")


def _case(kind: str, random: Random) -> Case:
    old = random.choice(documents())
    span = _quoted(random, old)
    draft = Draft(random, _parts(old, span))
    for _ in range(random.randint(0, 3)):
        _noise(draft)
    deed, right = KINDS[kind]
    deed(draft)
    text = "".join(draft.parts)
    start, end = text.find(BEGIN), text.find(END) - 1
    passage = Passage(start, end) if start >= 0 else None
    return Case(kind, old, span, unmarked(text), passage, right)


def _noise(draft: Draft) -> None:
    """An edit far from the passage: a sentence more or less."""
    try:
        far = draft.far()
    except Unfit:
        return
    if draft.random.random() < 0.5:
        sample = draft.random.sample(_NEUTRAL, 5)
        draft.put(far, f"Near the {sample[0]} there is a {sample[1]} with {' '.join(sample[2:])}.")
    else:
        del draft.parts[far : far + 2]


def _parts(text: str, span: Passage) -> list[str]:
    """Sentences at even places, what lies between them at odd ones; a passage marked in them."""
    parts: list[str] = []
    at = 0
    for match in _SENTENCE.finditer(text):
        gap = [text[at : match.start()]] if parts else []
        sentence = match[0]
        for place, mark in ((span.end, END), (span.start, BEGIN)):
            i = place - match.start()
            if 0 <= i - (mark == END) < len(match[0]):
                sentence = sentence[:i] + mark + sentence[i:]
        parts += [*gap, sentence]
        at = match.end()
    return [*parts, text[at:]]


def _quoted(random: Random, text: str) -> Passage:
    """A whole sentence, part of one, two sentences, or a few words; unique in its document."""
    for _ in range(200):
        spans = [m.span() for m in _SENTENCE.finditer(text) if m[0].strip()]
        i = random.randrange(len(spans))
        start, end = spans[i]
        style = random.choice(["whole", "whole", "part", "part", "few", "two"])
        if style == "two" and i + 1 < len(spans) and text[end : spans[i + 1][0]] == " ":
            end = spans[i + 1][1]
        elif style in ("part", "few"):
            start, end = _some_words(random, text, start, end, style)
        start += len(text[start:end]) - len(text[start:end].lstrip(" •0123456789."))
        end -= random.choice([0, 1]) if text[end - 1 : end] == "." else 0
        if end - start >= 5 and len(folded_places(text, text[start:end])) == 1:
            return Passage(start, end)
    raise Unfit


def _some_words(random: Random, text: str, start: int, end: int, style: str) -> tuple[int, int]:
    found = [m.span() for m in re.finditer(r"\S+", text[start:end])]
    few, many = (1, 3) if style == "few" else (4, 14)
    count = min(len(found), random.randint(few, many))
    first = random.randint(0, len(found) - count)
    return start + found[first][0], start + found[first + count - 1][1]
