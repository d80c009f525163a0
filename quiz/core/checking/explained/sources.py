"""The rules about documents and sources."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.checking.explained.example import Explained

_FILE = """\
id: kettle
title: Boiling
documents:
  water: documents/{name}.txt
questions:
  - id: lid
    type: short-answer
    stem: What holds back the vapour?
    answer: a lid
    sources: [{{document: water, exact: A lid keeps the steam in the pot.}}]
"""

SOURCES: Mapping[str, Explained] = {
    "document-unreadable": Explained(
        "Without its document no answer can be proved. Documents are regular UTF-8 files (.txt or "
        ".md) below the folder of the set.",
        _FILE.format(name="watter"),
        _FILE.format(name="water"),
    ),
    "source-not-found": Explained(
        "The learner is shown the passage that proves the answer. Words that stand nowhere in the "
        "document prove nothing. Where the document has changed, `quiz reanchor` shows what became "
        "of the passage.",
        "sources: [{document: water, exact: A lid keeps the vapour in the pan.}]\n",
        "sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
    ),
    "source-only-folded": Explained(
        "The passage is there, but spelt another way: other quotes or dashes, more or fewer "
        "spaces, other capitals. Copied word for word, it is found again with certainty.",
        "sources: [{document: water, exact: a lid keeps the steam  in the pot.}]\n",
        "sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
    ),
    "source-ambiguous": Explained(
        "The words stand more than once, and the learner must not be shown the wrong place.",
        "sources: [{document: water, exact: A lid keeps the}]\n",
        'sources: [{document: water, exact: A lid keeps the, suffix: " heat"}]\n',
    ),
    "true-in-source": Explained(
        "A distractor that states what the cited passage states, in five words or more of it, is "
        "often true as well. A name or a thing from the passage is what a good distractor is.",
        "stem: What is true?\nanswer: Lids save much heat on hobs\n"
        "distractors: [A lid keeps the steam in, A wide rim]\n",
        "stem: What holds back the vapour?\nanswer: A lid on top\n"
        "distractors: [A warm stove, A wide rim]\n",
    ),
    "stem-copies-source": Explained(
        "A stem in the document's own words is recognised by its sound, not understood.",
        "type: true-false\nanswer: true\n"
        "stem: On a high mountain it boils sooner, because the air presses less on it.\n"
        "sources: [{document: water, exact: "
        '"On a high mountain it boils sooner, because the air presses\\nless on it."}]\n',
        "type: true-false\nanswer: true\nstem: Climbers can make tea at a lower temperature.\n"
        "sources: [{document: water, exact: "
        '"On a high mountain it boils sooner, because the air presses\\nless on it."}]\n',
    ),
    "long-passage": Explained(
        "Highlighted is what proves the answer. In more than 60 words the learner has to look for "
        "it once more.",
        "sources:\n  - document: water\n    exact: >-\n"
        + "      so that the steam which rises from it stays in the pot and falls back as drops\n"
        * 4,
        "sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
    ),
    "source-struck-out": Explained(
        "What a page strikes out (`~~so~~`, `<del>`, `<s>`) it no longer says, and what it marks "
        "as inserted (`<ins>`) is a proposal until it is taken over. Neither proves an answer.",
        "sources: [{document: water, exact: Lids are of no use.}]\n",
        "sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
    ),
    "source-is-heading": Explained(
        "A heading names what follows and states nothing: the learner sees no proof.",
        "sources: [{document: water, exact: Boiling water}]\n",
        "sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
    ),
    "source-twice": Explained(
        "The learner would walk through the same passage twice.",
        "sources:\n  - {document: water, exact: A lid keeps the steam in the pot.}\n"
        "  - {document: water, exact: A lid keeps the steam in the pot.}\n",
        "sources:\n  - {document: water, exact: A lid keeps the steam in the pot.}\n"
        '  - {document: water, exact: "A lid keeps the heat in, too."}\n',
    ),
    "answer-left-source": Explained(
        "When the lock file was last written, the source held the answer word for word. Since then "
        "the document says something else there, and the source was made to follow it. Found only "
        "beside a lock file.",
        "answer: vinegar\nsources: [{document: water, exact: Descale it with lemon juice.}]\n",
        "answer: lemon juice\nsources: [{document: water, exact: Descale it with lemon juice.}]\n",
    ),
    "question-gone": Explained(
        "Learners' answers hang on the id of a question. With another id they would start anew: "
        "`quiz rename` takes them along. Found only beside a lock file; `quiz check --fix` forgets "
        "ids on which no answer hangs.",
        "questions:\n  - id: the-lid  # was: lid\n",
        "questions:\n  - id: lid\n",
    ),
    "unused-document": Explained(
        "A document that no question cites was forgotten, or belongs to another set.",
        _FILE.format(name="water").replace(
            "questions:", "  again: documents/water.txt\nquestions:"
        ),
        _FILE.format(name="water"),
    ),
}
