"""What a format cannot hold of a question, in words: `ordering in GIFT: as a short answer`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.features import features

GONE = "not exported"
"""The fate of what a format has nothing for: the question stays behind."""


class Loss(NamedTuple):
    """What is lost of a question; `gone` when it is not exported at all."""

    question: str
    line: int
    what: str
    gone: bool = False


class Form(NamedTuple):
    """A format by its name, the ending of its files, and what becomes of what it cannot hold.

    `fates` has a few words by feature; what is not named is held.
    """

    name: str
    suffix: str
    fates: Mapping[str, str]

    def losses(self, out: Outgoing) -> Iterator[Loss]:
        """What is lost of a question; a single loss when it stays behind."""
        question = out.question
        by_fate: dict[str, list[str]] = {}
        for name in features(out):
            if name in self.fates:
                by_fate.setdefault(self.fates[name], []).append(name)
        gone = [fate for fate in by_fate if fate.startswith(GONE)]
        for fate in gone[:1] or by_fate:
            what = f"{_listed(by_fate[fate])} in {self.name}: {fate}"
            yield Loss(question.id, question.line, what, bool(gone))
        if not gone:
            yield from (Loss(question.id, question.line, trouble) for trouble in out.trouble)


def _listed(names: Sequence[str]) -> str:
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


class Written(NamedTuple):
    """The bytes of an exported file, how many questions are in it, and what was lost."""

    content: bytes
    exported: int
    losses: tuple[Loss, ...]


class Pieces(NamedTuple):
    """What stands in the file for each question, and what was lost."""

    texts: tuple[str, ...]
    losses: tuple[Loss, ...]

    def written(self, content: str | bytes) -> Written:
        """The file of these pieces."""
        raw = content.encode() if isinstance(content, str) else content
        return Written(raw, len(self.texts), self.losses)


def pieces(bank: Bank, form: Form, piece: Callable[[Outgoing], str]) -> Pieces:
    """Each question as the format writes it, but for those it cannot hold."""
    kept, losses = sorted_out(bank.questions, form)
    return Pieces(tuple(piece(out) for out in kept), losses)


def sorted_out(
    questions: Iterable[Outgoing], form: Form
) -> tuple[tuple[Outgoing, ...], tuple[Loss, ...]]:
    """The questions that a format can hold, and what is lost of all."""
    kept, losses = [], []
    for out in questions:
        lost = list(form.losses(out))
        losses += lost
        if not any(loss.gone for loss in lost):
            kept.append(out)
    return tuple(kept), tuple(losses)
