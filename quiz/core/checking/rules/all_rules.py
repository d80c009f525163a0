"""Which rules there are for a sound set, and running them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from quiz.core.checking.findings import Notice
from quiz.core.checking.report import Guessability
from quiz.core.checking.rules import (
    across,
    completeness,
    echoes,
    giveaways,
    grammar,
    leaks,
    lengths,
    tells,
    wording,
)
from quiz.core.checking.rules.guessing import guessability
from quiz.core.checking.rules.meaning import (
    accepted,
    against_source,
    asking,
    leftovers,
    letters,
    options,
    over_set,
)
from quiz.core.checking.rules.told import Told, told
from quiz.core.checking.view import View, view
from quiz.core.checking.vocabulary import is_english
from quiz.core.questions.question import Question

QuestionRule: TypeAlias = Callable[[View], Iterator[Notice]]
SetRule: TypeAlias = Callable[[Sequence[View]], Iterator[Notice]]

QUESTION_RULES: tuple[QuestionRule, ...] = (
    lengths.key_length,
    leaks.answer_in_stem,
    leaks.true_in_source,
    leaks.stem_copies_source,
    completeness.explanation,
    completeness.feedback,
    completeness.distractor_count,
    completeness.more_than_keys,
    completeness.unordered_numbers,
    completeness.long_passage,
    leftovers.leftovers,
    letters.letters,
    options.equal_options,
    options.overlapping_options,
    options.accepted_twice,
    options.compared_exactly,
    against_source.missing_number,
    against_source.tolerance,
    against_source.sequence,
    asking.hint_tells,
    asking.unit_asked,
    over_set.sources_twice,
    over_set.dispute_in_proof,
    accepted.gaps_accept_each_other,
)
ENGLISH_RULES: tuple[QuestionRule, ...] = (
    wording.vague_term,
    wording.absolute_term,
    wording.others_named,
    wording.negative_stem,
    grammar.grammar_cue,
    leftovers.english_leftovers,
    options.misplaced_feedback,
    against_source.statement,
    against_source.key_statement,
    against_source.gap_words,
    asking.no_question,
    asking.gaps,
    asking.explanation_agrees,
    accepted.opposite_accepted,
)
SET_RULES: tuple[SetRule, ...] = (
    lengths.longest_is_key,
    across.duplicate_question,
    over_set.contradictions,
    over_set.tags_alike,
    over_set.one_sided,
    tells.same_wrong_count,
    tells.shortest_is_key,
    tells.key_in_passages,
)
ENGLISH_SET_RULES: tuple[SetRule, ...] = (echoes.clang,)


class Review(NamedTuple):
    """All notices about the questions of a set, how easily it is guessed, and what it tells."""

    notices: list[Notice]
    guessability: Guessability | None
    told: Told


def review(questions: Sequence[Question], language: str, *, alone: bool = False) -> Review:
    """All that can be said of the questions of one set; `alone`: of each by itself."""
    english = is_english(language)
    views = [view(question) for question in questions]
    rules = QUESTION_RULES + ENGLISH_RULES if english else QUESTION_RULES
    set_rules = SET_RULES + ENGLISH_SET_RULES if english else SET_RULES
    found = [notice for one in views for rule in rules for notice in rule(one)]
    if alone:
        return Review(found, None, told(()))
    found += [notice for rule in set_rules for notice in rule(views)]
    known = told(views)
    found += giveaways.told_elsewhere(known)
    found += over_set.other_language(views, language)
    return Review(found, guessability(views, english=english), known)
