"""What shows only over a whole set: contradictions, tags, language, one-sided true-false."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.rules.meaning.notices import notice
from quiz.core.checking.view import View
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question_set import QuestionSet
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.rendering.marked import prose

MANY_TRUE = 6
"""So many true-false questions with one answer are no accident."""
SPEAKS, ENOUGH = 300, 2000
"""Characters of questions from which their language can be told, and that are looked at."""
MOST_READ = 40


def contradictions(views: Sequence[View]) -> Iterator[Notice]:
    """`contradicting-keys`: asked in the same words about one passage, and keyed otherwise."""
    asked: dict[tuple[str, ...], View] = {}
    for view in views:
        question = view.question
        if not isinstance(question, SingleChoice | ShortAnswer | Numeric | TrueFalse):
            continue
        first = asked.setdefault((question.type, view.stem, *sorted(view.quotes)), view)
        if first is not view and _contradict(first, view):
            yield Notice(
                "contradicting-keys",
                Spot(question.id, ("answer",)),
                f"'{first.question.id}' asks the same about the same passage, with another answer",
                "one of the two is wrong, or the questions need other words",
                related=((Spot(first.question.id, ("answer",)), "the other answer"),),
            )


def _contradict(one: View, other: View) -> bool:
    """Whether one key is a wrong option of the other, or a typed key differs."""
    if isinstance(one.question, SingleChoice):
        return any(wrong.joined == one.keys[0].joined for wrong in other.wrongs)
    keys = [view.typed_keys() for view in (one, other)]
    if isinstance(one.question, TrueFalse) or not all(keys):
        return one.question.key != other.question.key
    return keys[0][0].joined != keys[1][0].joined


def sources_twice(view: View) -> Iterator[Notice]:
    """`source-twice`: one question cites the same words of a document twice."""
    seen: set[tuple[str, ...]] = set()
    for at, source in enumerate(view.question.sources):
        cited = source.document, source.exact, source.prefix, source.suffix
        if cited in seen:
            message = "this question cites the same passage already"
            yield notice("source-twice", view.question, ("sources", at), message, "take one out")
        seen.add(cited)


MOST_SOURCES = 20
"""So many sources of a question are compared with each dispute."""


def dispute_in_proof(view: View) -> Iterator[Notice]:
    """`dispute-in-proof`: a disputing passage is part of the proof, or the proof of it."""
    for at, dispute in enumerate(view.question.disputed_by[:MOST_SOURCES]):
        for source in view.question.sources[:MOST_SOURCES]:
            one, other = dispute.exact, source.exact
            if dispute.document == source.document and (one in other or other in one):
                message = "the passage that disputes the answer is part of the one that proves it"
                advice = "quote less as the proof, or what really says otherwise"
                path = ("disputed_by", at)
                yield notice("dispute-in-proof", view.question, path, message, advice)
                break


def tags_alike(views: Sequence[View]) -> Iterator[Notice]:
    """`tag-variant`: two tags that differ in case, hyphens or a plural s only."""
    first: dict[str, str] = {}
    told: set[str] = set()
    for view in views:
        for at, tag in enumerate(view.question.tags):
            usual = first.setdefault(_singular(tag), tag)
            if usual != tag and tag not in told:
                told.add(tag)
                message = f"the tag '{tag}' differs from '{usual}' in case or number only"
                hint = f"write '{usual}' everywhere, or these count as two"
                yield notice("tag-variant", view.question, ("tags", at), message, hint)


def _singular(tag: str) -> str:
    folded = tag.casefold().replace("-", " ").replace("_", " ")
    if folded.endswith("ies"):
        return folded[:-3] + "y"
    return (
        folded[:-1] if folded.endswith("s") and not folded.endswith(("ss", "us", "is")) else folded
    )


def one_sided(views: Sequence[View]) -> Iterator[Notice]:
    """`one-sided-true-false`: all of at least six true-false questions have one answer."""
    asked = [view for view in views if isinstance(view.question, TrueFalse)]
    answers = Counter(" ".join(view.question.key) for view in asked)
    if len(asked) >= MANY_TRUE and len(answers) == 1:
        (answer,) = answers
        message = f"all {len(asked)} true-false questions of this set are {answer}"
        hint = "turn some of them round: whoever notices needs no knowledge"
        yield notice("one-sided-true-false", asked[0].question, ("answer",), message, hint)


def other_language(views: Sequence[View], language: str) -> Iterator[Notice]:
    """`other-language`: the questions are written in another language than the set says."""
    from quiz.core.documents.language import UNKNOWN, language_of

    texts = ((view.question.stem, view.question.explanation) for view in views[:MOST_READ])
    said = (prose(text) for both in texts for text in both)
    text = " ".join(said)[:ENOUGH]
    if len(text) < SPEAKS:
        return
    found = language_of(text)
    if found not in (UNKNOWN, language.lower().split("-")[0]):
        message = f"the questions look like '{found}', and the set says '{language}'"
        hint = f"write `language: {found}`: articles, numbers and dates are read by it"
        yield Notice("other-language", Spot("", ("language",)), message, hint)


def unused_documents(found: QuestionSet) -> Iterator[Notice]:
    """`unused-document`: a document of the set that no question and no `not_asked` cites."""
    cited = {source.document for question in found.questions for source in question.sources}
    cited |= {source.document for question in found.questions for source in question.disputed_by}
    cited |= {passage.document for passage in found.not_asked}
    for name in found.documents:
        if name not in cited:
            message = f"no question cites '{name}'"
            hint = "ask about it, or take it out of `documents`"
            yield Notice("unused-document", Spot("", ("documents", name)), message, hint)
