"""Typed wordings that should not count: another gap's, or nearly the opposite."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.checking.findings import Notice, Path
from quiz.core.checking.rules.meaning.notices import notice
from quiz.core.checking.view import View, words_of
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.short_answer import ShortAnswer


def gaps_accept_each_other(view: View) -> Iterator[Notice]:
    """`gaps-accept-each-other`: two gaps with other answers, each of which accepts the other's."""
    question = view.question
    if not isinstance(question, Cloze):
        return
    folded = [[" ".join(words_of(text)) for text in gap] for gap in question.gaps]
    first: dict[str, int] = {}
    for at, gap in enumerate(folded):
        first.setdefault(gap[0], at)
    accepting = {(at, text) for at, gap in enumerate(folded) for text in gap}
    for at, gap in enumerate(folded):
        other = next((first[t] for t in gap[1:] if t != gap[0] and first.get(t, at) != at), None)
        if other is not None and (other, gap[0]) in accepting:
            message = f"gaps {at + 1} and {other + 1} accept each other's answers"
            advice = "let each accept only what belongs there, or ask for another word"
            yield notice("gaps-accept-each-other", question, ("text",), message, advice)
            return


def opposite_accepted(view: View) -> Iterator[Notice]:
    """`opposite-accepted`: an accepted wording that denies the answer or nearly does."""
    from quiz.core.text.meaning import opposites

    question = view.question
    found: list[tuple[Path, str, str]]
    if isinstance(question, ShortAnswer):
        found = [(("accept", i), question.answer, t) for i, t in enumerate(question.accept)]
    elif isinstance(question, Cloze):
        found = [(("text",), gap[0], text) for gap in question.gaps for text in gap[1:]]
    else:
        return
    for path, answer, text in found:
        if opposites(answer, text):
            message = f"'{text}' is accepted for '{answer}', and says nearly the opposite"
            advice = "take it out, unless it really is right"
            yield notice("opposite-accepted", question, path, message, advice)
