"""The rules about the file itself."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.checking.explained.example import ANOTHER_FILE, Explained

_SET = """\
id: {id}
title: {title}
documents: {{water: documents/water.txt}}
questions:
  - id: lid
    type: short-answer
    stem: What holds back the vapour?
    answer: a lid
    explanation: Vapour cannot pass through metal or glass.
    sources: [{{document: water, exact: A lid keeps the steam in the pot.}}]
"""

FILES: Mapping[str, Explained] = {
    "unreadable": Explained(
        "A set is a UTF-8 text file of at most 20 MB without control characters: other bytes look "
        "different in every editor, or do things to a terminal.",
        "stem: What\x08 holds back the vapour?\n",
        "stem: What holds back the vapour?\n",
    ),
    "syntax": Explained(
        "What is no YAML cannot be read. The question around the fault is left out and the rest "
        "is checked all the same.",
        "stem: The pot: what holds back its vapour?\n",
        'stem: "The pot: what holds back its vapour?"\n',
    ),
    "refused-yaml": Explained(
        "A set is plain data. Anchors, aliases, merge keys and tags make it hard to see what a "
        "question says, and hard to mend it by machine.",
        "stem: &first What holds back the vapour?\n",
        "stem: What holds back the vapour?\n",
    ),
    "duplicate-key": Explained(
        "Of two values with one key YAML would silently keep the last.",
        "hint: Think of the stove.\nhint: Think of the cupboard.\n",
        "hint: Think of the cupboard.\n",
    ),
    "unknown-key": Explained(
        "A misspelt key would silently be left out.",
        "explanations: Vapour cannot pass through metal.\n",
        "explanation: Vapour cannot pass through metal.\n",
    ),
    "missing-key": Explained(
        "Without this key the question cannot be asked or graded.",
        "- id: lid\n  type: short-answer\n  stem: What holds back the vapour?\n"
        "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
        "- id: lid\n  type: short-answer\n  stem: What holds back the vapour?\n  answer: a lid\n"
        "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
    ),
    "empty": Explained(
        "A key without a value is mostly one that was forgotten.",
        "answer:\n",
        "answer: A lid on top\n",
    ),
    "wrong-kind": Explained(
        "Each key takes a text, a list or a mapping, and nothing else.",
        "tags: kitchen\n",
        "tags: [kitchen]\n",
    ),
    "bad-value": Explained(
        "The value is of the right kind and still means nothing, or makes an answer impossible: a "
        "number that is none, a cloze without gaps, one item to put in order.",
        "type: numeric\nstem: At how many °C does water boil at sea level?\nanswer: a hundred\n",
        "type: numeric\nstem: At how many °C does water boil at sea level?\nanswer: 100\n",
    ),
    "bad-id": Explained(
        "A learner's history hangs on ids, on the command line too: letters, digits, '-', '_' and "
        "'.', at most 64 of them.",
        "id: holding back!\n",
        "id: holding-back\n",
    ),
    "duplicate-id": Explained(
        "A learner's history hangs on the ids of questions: two with one id would share it.",
        "- id: lid\n  type: true-false\n  stem: A lid keeps vapour in.\n  answer: true\n"
        "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
        "- id: lid\n  type: true-false\n  stem: Height changes how water boils.\n  answer: true\n"
        "  sources: [{document: water, exact: On a high mountain it boils sooner}]\n",
        "- id: lid\n  type: true-false\n  stem: A lid keeps vapour in.\n  answer: true\n"
        "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
        "- id: height\n  type: true-false\n  stem: Height changes how water boils.\n"
        "  answer: true\n"
        "  sources: [{document: water, exact: On a high mountain it boils sooner}]\n",
    ),
    "duplicate-set-id": Explained(
        "A learner's history hangs on the ids of sets: two with one id would share it.",
        _SET.format(id="boiling", title="Boiling")
        + f"{ANOTHER_FILE}\n"
        + _SET.format(id="boiling", title="Boiling, for cooks"),
        _SET.format(id="boiling", title="Boiling")
        + f"{ANOTHER_FILE}\n"
        + _SET.format(id="boiling-for-cooks", title="Boiling, for cooks"),
    ),
    "unknown-type": Explained(
        "The type says which other keys a question has and how it is graded.",
        "type: one-choice\n",
        "type: single-choice\ndistractors: [A warm stove, A wide rim]\n",
    ),
    "unknown-document": Explained(
        "A source names its document by the key under which the set declares it.",
        "sources: [{document: watter, exact: A lid keeps the steam in the pot.}]\n",
        "sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
    ),
    "duplicate-option": Explained(
        "Options that read the same cannot be told apart, and one of them may be the answer.",
        "answer: A lid on top\ndistractors: [A warm stove, a  LID on top]\n",
        "answer: A lid on top\ndistractors: [A warm stove, A wide rim]\n",
    ),
    "too-many": Explained(
        "After a thousand problems in one file, the rest is only counted.",
        "",
        "",
    ),
    "unused-ignore": Explained(
        "A comment that silences nothing hides the next finding of its rule, which nobody has "
        "looked at yet.",
        "stem: What holds back the vapour? # quiz: ignore[negative-stem] meant so\n",
        "stem: What does not hold back the vapour? # quiz: ignore[negative-stem] meant so\n",
    ),
    "cut-by-comment": Explained(
        "In YAML a # behind a space begins a comment, also within a text that has no quotes: what "
        "stands behind it is lost without a word.",
        "stem: What holds back the vapour of pot #1 on the stove?\n",
        'stem: "What holds back the vapour of pot #1 on the stove?"\n',
    ),
    "control-character": Explained(
        "In double quotes a backslash begins an escape: \\n is a line break and \\t a tab, which "
        "nobody can type or see in an option.",
        'answer: "A lid\\ton top"\n',
        "answer: 'A lid\\ton top'\n",
    ),
}
