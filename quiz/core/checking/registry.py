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
    # how questions are written
    Rule("key-much-longer", _WARNING, "the answer is far longer than every distractor"),
    Rule("key-longer", _INFO, "the answer is longer than every distractor"),
    Rule("longest-is-key", _WARNING, "over the set, the answer is too often the longest option"),
    Rule("vague-term", _WARNING, "only the answer hedges: often, usually, generally"),
    Rule("absolute-term", _INFO, "only a distractor is absolute: always, never, only"),
    Rule("all-of-the-above", _WARNING, "an option says that other options are right"),
    Rule("none-of-the-above", _WARNING, "an option says that other options are wrong"),
    Rule("clang", _INFO, "only the answer repeats words of the stem", _WARNING),
    Rule("negative-stem", _WARNING, "a negation in the stem that is easy to overlook"),
    Rule("grammar-cue", _WARNING, "a distractor does not go with the end of the stem"),
    Rule("answer-in-stem", _WARNING, "the answer stands in its own stem"),
    Rule("answer-leaked", _WARNING, "the answer stands in another question's stem"),
    Rule("true-in-source", _WARNING, "a distractor stands verbatim in the cited passage"),
    Rule("duplicate-question", _WARNING, "two questions ask the same"),
    Rule("unordered-numbers", _INFO, "options that are numbers are shown shuffled"),
    Rule("stem-copies-source", _INFO, "eight words or more of the stem are copied from the source"),
    Rule("thin-explanation", _INFO, "an explanation that explains hardly anything"),
    Rule("no-explanation", _INFO, "the learner is not told why the answer is right"),
    Rule("no-feedback", _INFO, "distractors do not say why they are wrong"),
    Rule("too-few-distractors", _INFO, "fewer than two distractors"),
    Rule("long-passage", _INFO, "a source of more than 60 words"),
    # this check itself
    Rule("unused-ignore", _WARNING, "an ignore comment that silences nothing"),
)

RULES: Mapping[str, Rule] = {rule.name: rule for rule in _RULES}
