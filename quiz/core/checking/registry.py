"""All rules by name: how bad each is and, in a line, what it reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quiz.core.checking.findings import Severity

_ERROR, _WARNING, _INFO = Severity


class Rule(NamedTuple):
    """`stronger` is the level that some findings of the rule get instead."""

    name: str
    level: Severity
    summary: str
    stronger: Severity | None = None


_RULES = (
    # the file
    Rule("unreadable", _ERROR, "the file is no UTF-8 text, too large, or not a regular file"),
    Rule("syntax", _ERROR, "the file is not valid YAML"),
    Rule("refused-yaml", _ERROR, "anchors, aliases, merge keys, tags or a second YAML document"),
    Rule("duplicate-key", _ERROR, "a key stands twice in one mapping"),
    Rule("unknown-key", _ERROR, "a key that means nothing here"),
    Rule("missing-key", _ERROR, "a key that has to be there is not"),
    Rule("empty", _ERROR, "a value that has to be there is empty"),
    Rule("wrong-kind", _ERROR, "a text, list or mapping where another kind belongs"),
    Rule("bad-value", _ERROR, "a value that cannot be used, or an impossible answer"),
    Rule("bad-id", _ERROR, "an id with characters or a length that ids cannot have"),
    Rule("duplicate-id", _ERROR, "two questions of a set have the same id"),
    Rule("duplicate-set-id", _ERROR, "two sets have the same id"),
    Rule("unknown-type", _ERROR, "a question type that does not exist"),
    Rule("unknown-document", _ERROR, "a source names a document that the set does not declare"),
    Rule("duplicate-option", _ERROR, "two options, items or sides read the same"),
    Rule("too-many", _ERROR, "more problems than are shown"),
    # documents and sources
    Rule("document-unreadable", _ERROR, "a document is missing or cannot be read"),
    Rule("source-not-found", _ERROR, "a source's words stand nowhere in its document"),
    Rule("source-only-folded", _ERROR, "a source differs from its document in spelling or spaces"),
    Rule("source-ambiguous", _ERROR, "a source's words stand more than once in its document"),
    Rule("source-struck-out", _WARNING, "a source is struck out in its document, or only inserted"),
    Rule("source-is-heading", _WARNING, "a source is only a heading, which proves nothing"),
    Rule("source-twice", _WARNING, "a question cites the same passage twice"),
    Rule("answer-left-source", _WARNING, "a source once held the answer and does not any more"),
    Rule("question-gone", _WARNING, "a question that the lock file knows is no longer there"),
    Rule("unused-document", _INFO, "no question cites a document of the set"),
    # what YAML did to a text
    Rule("cut-by-comment", _WARNING, "a # behind a text without quotes cuts it off"),
    Rule("control-character", _WARNING, "an escape in double quotes that nobody can type"),
    # what a question says, against its source and within itself
    Rule(
        "statement-against-source", _WARNING, "a true-false is keyed against what its source says"
    ),
    Rule(
        "key-against-source", _WARNING, "an answer differs from its source in a number or a 'not'"
    ),
    Rule("number-not-in-source", _WARNING, "a number to be typed stands in no source"),
    Rule("gap-not-in-source", _WARNING, "the word of a gap stands in no source"),
    Rule("order-against-source", _WARNING, "the source names the items in another order"),
    Rule("wide-tolerance", _WARNING, "a tolerance accepts another number of the source, or zero"),
    Rule("unit-against-stem", _WARNING, "the stem asks for one unit, the answer has another"),
    Rule("explanation-against-key", _WARNING, "the explanation speaks for another answer"),
    Rule("contradicting-keys", _WARNING, "two questions ask the same and have other answers"),
    Rule("equal-options", _WARNING, "two options mean the same"),
    Rule("overlapping-options", _WARNING, "two ranges have values in common"),
    Rule("praising-feedback", _WARNING, "the feedback on a wrong option calls it right"),
    Rule("misplaced-feedback", _WARNING, "the feedback on an option is about another one"),
    Rule("compared-exactly", _INFO, "an answer looks like code: every character counts"),
    Rule("accept-repeats", _WARNING, "an accepted wording counts as the answer anyway"),
    Rule("opposite-accepted", _WARNING, "an accepted wording says nearly the opposite"),
    Rule("gaps-accept-each-other", _WARNING, "two gaps accept each other's answers"),
    Rule("dispute-in-proof", _WARNING, "what disputes an answer stands inside its own proof"),
    Rule("hint-is-answer", _WARNING, "the hint holds the answer"),
    Rule("anki-gap", _WARNING, "a gap has Anki's marks inside"),
    Rule("function-word-gap", _WARNING, "all gaps are small words such as 'of' and 'is'"),
    Rule("mostly-gaps", _WARNING, "most of a text is gaps"),
    Rule("no-question", _WARNING, "a stem that asks nothing"),
    Rule("placeholder", _WARNING, "a TODO, or a text of `quiz new`, is still there"),
    Rule("doubled-word", _WARNING, "a small word stands twice in a row"),
    Rule("refers-elsewhere", _WARNING, "another question or a figure is spoken of, and not shown"),
    Rule("dated", _WARNING, "a word such as 'this year' that will be wrong one day"),
    Rule("unseen-image", _WARNING, "an image, which a terminal does not show"),
    Rule("open-fence", _WARNING, "a code block is opened and not closed"),
    Rule("mixed-script", _WARNING, "a word has a letter of another script that looks the same"),
    Rule("invisible-character", _WARNING, "a character without width hides in a text"),
    Rule("tag-variant", _WARNING, "two tags differ in case or number only"),
    Rule("one-sided-true-false", _WARNING, "all true-false questions have the same answer"),
    Rule("other-language", _WARNING, "the questions are in another language than the set says"),
    # how questions are written
    Rule("key-much-longer", _WARNING, "the answer is far longer than every distractor"),
    Rule("key-longer", _INFO, "the answer is longer than every distractor"),
    Rule("longest-is-key", _WARNING, "over the set, the answer is too often the longest option"),
    Rule("shortest-is-key", _WARNING, "over the set, the fewest words are too often the answer"),
    Rule(
        "key-in-passages", _WARNING, "over the set, what the passages say is too often the answer"
    ),
    Rule("same-wrong-count", _INFO, "every multiple-choice has the same number of wrong options"),
    Rule("vague-term", _WARNING, "only the answer hedges: often, usually, generally"),
    Rule("absolute-term", _INFO, "only a distractor is absolute: never, entirely, completely"),
    Rule("all-of-the-above", _WARNING, "an option says that other options are right"),
    Rule("none-of-the-above", _WARNING, "an option says that other options are wrong"),
    Rule("clang", _INFO, "only the answer repeats words of the stem", _WARNING),
    Rule("negative-stem", _WARNING, "a negation in the stem that is easy to overlook"),
    Rule("grammar-cue", _WARNING, "a distractor does not go with the end of the stem"),
    Rule("answer-in-stem", _WARNING, "the answer stands in its own stem"),
    Rule("answer-leaked", _WARNING, "the answer stands in another question's stem"),
    Rule("answer-elsewhere", _INFO, "another question tells the answer"),
    Rule("true-in-source", _WARNING, "a distractor of five words stands in the cited passage"),
    Rule("duplicate-question", _WARNING, "two questions ask the same"),
    Rule("unordered-numbers", _INFO, "options that are numbers are shown shuffled"),
    Rule("stem-copies-source", _INFO, "eight words or more of the stem are copied from the source"),
    Rule("thin-explanation", _INFO, "an explanation that explains hardly anything"),
    Rule("no-explanation", _INFO, "the learner is not told why the answer is right"),
    Rule("no-feedback", _INFO, "distractors do not say why they are wrong"),
    Rule("too-few-distractors", _INFO, "fewer than two distractors"),
    Rule("more-than-keys", _INFO, "more than ten things to choose from: keys reach ten"),
    Rule("long-passage", _INFO, "a source of more than 60 words"),
    # this check itself
    Rule("unused-ignore", _WARNING, "an ignore comment that silences nothing"),
)

RULES: Mapping[str, Rule] = {rule.name: rule for rule in _RULES}
