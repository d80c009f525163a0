"""The one table behind the JSON Schema: every key of every part of a set, and its hover text.

A test holds the keys equal to those that the reader knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quiz.formats.schema_shapes import (
    CLOZE_TEXT,
    COMPARE,
    FILE,
    GAP_ORDER,
    ID,
    LANGUAGE,
    MARKUP,
    NEAR,
    NUMBER,
    OPTION_ORDER,
    OPTIONAL_TEXT,
    PERCENT,
    SCALAR,
    TEXT,
    TOLERANCE,
    TRUE_OR_FALSE,
    Schema,
    mapping_or,
    optional,
    ref,
    some,
    whole_number,
)


class Key(NamedTuple):
    """A key's hover text, what its value may be, and whether it has to be there."""

    said: str
    shape: Schema
    required: bool = False


class Part(NamedTuple):
    """A mapping of the file: its hover text and its keys."""

    said: str
    keys: Mapping[str, Key]


_QUOTE = {
    "document": Key("The set's own name for the document, from `documents`.", TEXT, True),
    "exact": Key(
        "The words of the passage, copied from the document letter for letter, line breaks "
        "included. As short as proves the point.",
        TEXT,
        True,
    ),
    "prefix": Key(
        "The words right before the passage. Needed only where the same words stand more than "
        "once in the document; spaces count.",
        OPTIONAL_TEXT,
    ),
    "suffix": Key(
        "The words right after the passage. Needed only where the same words stand more than "
        "once in the document; spaces count.",
        OPTIONAL_TEXT,
    ),
}
_NOTE = Key("In a few words: what this passage says instead.", TEXT, True)
_REASON = Key("Why nobody needs to know this. The coverage report shows it.", TEXT, True)

PARTS: Mapping[str, Part] = {
    "source": Part("A passage of a document that proves the answer.", _QUOTE),
    "dispute": Part("A passage that says otherwise.", {**_QUOTE, "note": _NOTE}),
    "not-asked": Part("A passage left out on purpose.", {**_QUOTE, "reason": _REASON}),
    "distractor": Part(
        "A wrong option: a text, or a mapping with `text`, `feedback` and `sources`.",
        {
            "text": Key("The wrong option as the learner sees it.", TEXT, True),
            "feedback": Key("Why it is wrong. Shown to the learner who picks it.", OPTIONAL_TEXT),
            "sources": Key("Passages that refute this option.", optional(ref("source"))),
        },
    ),
    "pair": Part(
        "Two things that belong together.",
        {
            "left": Key("What is given; each left side stands once.", TEXT, True),
            "right": Key("What belongs to it; may belong to several.", TEXT, True),
        },
    ),
    "exam": Part(
        "What an exam of this set is like.",
        {
            "questions": Key("How many questions are drawn.", whole_number(1, 100_000)),
            "minutes": Key("How long it may take.", whole_number(1, 24 * 60)),
            "pass": Key("The share of right answers needed to pass, such as 70%.", PERCENT),
            "near": Key(
                "What becomes of near misses of typed answers: `asked` asks the learner about them "
                "after the exam, `wrong` says before it that spelling counts.",
                NEAR,
            ),
        },
    ),
}

SET = Part(
    "A Citequiz question set: questions about documents, each proved by a passage.",
    {
        "id": Key(
            "The set's name for machines. A learner's history hangs on it: never change it.",
            ID,
            True,
        ),
        "title": Key("The set's name for people.", TEXT, True),
        "description": Key("In a sentence or two, what the set is about.", OPTIONAL_TEXT),
        "language": Key(
            "The language of the questions as a tag: en, nl, pt-BR. Rules about wording know "
            "English and keep silent in other languages.",
            {**LANGUAGE, "default": "en"},
        ),
        "markup": Key(
            "`markdown` where the texts of questions hold inline code, emphasis and code blocks. "
            "Without it every text stands as it is written.",
            MARKUP,
        ),
        "compare": Key(
            "How typed answers are compared: `words` or `exact`, where a question does not say.",
            COMPARE,
        ),
        "documents": Key(
            "The documents: for each a short name for `sources`, and its .txt or .md file, "
            "relative to this file and below its folder.",
            {"type": "object", "additionalProperties": FILE, "minProperties": 1},
            True,
        ),
        "questions": Key(
            "The questions. Each starts with `- id:`; its `type` says which other keys it has.",
            some(ref("question")),
            True,
        ),
        "exam": Key(
            "What an exam of this set is like. What is not said: 20 questions (or all there are), "
            "a minute and a half for each, 70% to pass.",
            mapping_or("exam", {}, "null"),
        ),
        "not_asked": Key(
            "Passages left out on purpose, each with a reason: they count neither as asked nor "
            "as forgotten in `quiz coverage`.",
            optional(ref("not-asked")),
        ),
    },
)

COMMON: Mapping[str, Key] = {
    "id": Key(
        "The question's name for machines, used once in the set. A learner's history hangs on "
        "it: keep it when you reword the question. `quiz check --fix` writes missing ones.",
        ID,
        True,
    ),
    "stem": Key("The question as the learner reads it.", TEXT, True),
    "explanation": Key(
        "Why the answer is right, in your own words. Shown after every answer.", OPTIONAL_TEXT
    ),
    "sources": Key(
        "The passages that prove the answer, or, of a draft, that may prove it. Shown highlighted "
        "after every answer.",
        {"type": "array", "items": ref("source")},
        True,
    ),
    "tags": Key("Words to sort questions by, such as [mechanism, safety].", optional(TEXT)),
    "hint": Key("Shown before the answer to a learner who asks for help.", OPTIONAL_TEXT),
    "disputed_by": Key(
        "Passages that say otherwise, each with a `note`; the learner is shown both sides.",
        optional(ref("dispute")),
    ),
    "draft": Key(
        "`true` while nothing proves the answer: the question is shown to authors, and asked of "
        "learners only with `--drafts`. It needs no `sources`.",
        TRUE_OR_FALSE,
    ),
}

_DISTRACTOR = mapping_or("distractor", TEXT, *SCALAR)
_DISTRACTORS = Key(
    "The wrong options: texts, or mappings with `text`, `feedback` and `sources`.",
    some(_DISTRACTOR, distinct=True),
    True,
)
_OPTIONS = Key(
    "`shuffled` each time (the default), or `sorted` by number or alphabet.", OPTION_ORDER
)

_REJECT = Key(
    "Answers that look right and are wrong: texts, or mappings with `text` and `feedback`. They "
    "are neither taken for a near miss nor for another spelling.",
    {"type": ["array", "null"], "items": _DISTRACTOR, "uniqueItems": True},
)
_COMPARE = Key(
    "`words` (the default): spelling, spaces and capitals do not count. `exact`: every character "
    "does, for code, formulas and spelling; answers that look like code are compared so anyway.",
    COMPARE,
)

TYPES: Mapping[str, Part] = {
    "single-choice": Part(
        "One option is right.",
        {
            "answer": Key("The right option.", TEXT, True),
            "distractors": _DISTRACTORS,
            "options": _OPTIONS,
        },
    ),
    "multiple-choice": Part(
        "Several options may be right; all of them have to be chosen, and no other.",
        {
            "answers": Key("The right options.", some(TEXT, distinct=True), True),
            "distractors": _DISTRACTORS,
            "options": _OPTIONS,
        },
    ),
    "true-false": Part(
        "A statement to judge. The stem is the statement.",
        {
            "answer": Key("Whether the statement is true.", TRUE_OR_FALSE, True),
            "correction": Key(
                "What is true instead; needed when the answer is false.", OPTIONAL_TEXT
            ),
        },
    ),
    "short-answer": Part(
        "A few words to type. Case, spaces, punctuation and accents do not count.",
        {
            "answer": Key("The right answer, as it is shown afterwards.", TEXT, True),
            "accept": Key("Other wordings that are right as well.", optional(TEXT)),
            "reject": _REJECT,
            "compare": _COMPARE,
        },
    ),
    "numeric": Part(
        "A number to type.",
        {
            "answer": Key("The number, digits only: 30, 4.5, 1 000.", NUMBER, True),
            "tolerance": Key(
                "How far off an answer may be: 0.5, or 5% of the answer. Without it, not at all.",
                TOLERANCE,
            ),
            "unit": Key(
                "The unit. The learner may leave it out, but not type another.", OPTIONAL_TEXT
            ),
            "accept_units": Key("Other spellings of the unit.", optional(TEXT)),
        },
    ),
    "cloze": Part(
        "A text with gaps to fill.",
        {
            "text": Key(
                "The text, its gaps written {{answer}} or {{answer|variant|variant}}. A backslash "
                "keeps a sign: \\{{ and \\}} are shown, \\| stands in an answer.",
                CLOZE_TEXT,
                True,
            ),
            "order": Key(
                "`any` where each answer counts in any gap, once; else each in its own.", GAP_ORDER
            ),
            "reject": _REJECT,
            "compare": _COMPARE,
        },
    ),
    "matching": Part(
        "Things to pair.",
        {
            "pairs": Key(
                "At least two pairs, each with `left` and `right`.",
                some(ref("pair"), 2, distinct=True),
                True,
            ),
            "distractors": Key(
                "Right sides that belong to no left side.", optional(TEXT, distinct=True)
            ),
        },
    ),
    "ordering": Part(
        "Things to put in order.",
        {
            "sequence": Key(
                "The things in their right order, at least two.",
                some(TEXT, 2, distinct=True),
                True,
            ),
        },
    ),
    "open": Part(
        "An answer in the learner's own words, which the learner compares with yours.",
        {
            "model_answer": Key("A good answer, shown afterwards.", TEXT, True),
            "points": Key(
                "What a good answer says; the learner ticks off what theirs has.",
                some(TEXT),
                True,
            ),
        },
    ),
}
