"""How well someone does who has read nothing and follows the cues in the options."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from quiz.core.checking.report import Guessability
from quiz.core.checking.rules.echoes import clang_words
from quiz.core.checking.rules.grammar import fits
from quiz.core.checking.rules.lengths import longer, much_longer
from quiz.core.checking.rules.wording import absolute, hedge, refers
from quiz.core.checking.view import Option, View

# The logarithm of how much oftener a cue sits on a key than on a distractor, as measured on 9,305
# questions ; what a reference to other
# options or a misfit of grammar is worth is estimated.
_LENGTHS = {"much": log(14.9), "longer": log(4.8), "longest": log(1.3)}
_VAGUE, _ABSOLUTE, _REFERS = log(14.3), log(0.16), log(1.5)
_ECHOES = (0.0, log(2.0), log(2.5))
_MISFIT = log(0.2)


def guessability(views: Sequence[View], *, english: bool) -> Guessability | None:
    """Always the longest option; the option with the most cues; any. None without questions.

    Between options that look alike the guesser tosses a coin. Word cues count in English only.
    """
    asked = [view for view in views if view.key is not None and view.wrongs]
    if not asked:
        return None
    count = len(asked)
    return Guessability(
        count,
        sum(_score([len(o.text) for o in view.options]) for view in asked) / count,
        sum(_score(_weights(view, english)) for view in asked) / count,
        sum(1 / len(view.options) for view in asked) / count,
    )


def _score(weights: Sequence[float]) -> float:
    """The chance that the key, the first one, is picked among the heaviest."""
    best = max(weights)
    return 1 / sum(weight == best for weight in weights) if weights[0] == best else 0.0


def _weights(view: View, english: bool) -> list[float]:
    options = view.options
    second, longest = sorted(len(option.text) for option in options)[-2:]
    weights = [_length(o, second if len(o.text) == longest else longest) for o in options]
    if english:
        echoes = clang_words(view)
        for at, option in enumerate(options):
            weights[at] += _VAGUE if hedge(option) else 0.0
            weights[at] += _ABSOLUTE if absolute(option) else 0.0
            weights[at] += _REFERS if refers(option) else 0.0
            weights[at] += _ECHOES[min(len(echoes[at]), 2)]
            weights[at] += 0.0 if fits(view, option) else _MISFIT
    return weights


def _length(option: Option, longest: int) -> float:
    """What the length is worth; `longest` is that of the longest other option."""
    if much_longer(option, longest):
        return _LENGTHS["much"]
    if longer(option, longest):
        return _LENGTHS["longer"]
    return _LENGTHS["longest"] if len(option.text) >= longest else 0.0
