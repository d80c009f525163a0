"""A question that is written comes back the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings

from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.store.banks.blocks import block
from quiz.store.banks.writing import new_text
from quiz.store.sets.reading import read_text
from tests.effort import examples
from tests.formats.outgoing.banks import questions

HEAD = "id: s\ntitle: T\ndocuments: {d: d.txt}\n\n"
ODD = "ab 1:-#'\"\\{}[],&*!|>%@`?\t~ \u00a0\u200d\u202eé漢\n"
SOURCE = Source("d", "word for word: “it” # is", prefix=" before", suffix="after\nall")


def read_back(question: Question) -> Question:
    file = read_text(Path("s.yaml"), new_text(HEAD, [question]))
    assert file.problems == ()
    assert file.set is not None
    return file.set.questions[0]


@given(questions())
@settings(max_examples=examples(300), deadline=None)
def test_every_type_with_any_text(question: Question) -> None:
    proved = question.replaced(sources=(SOURCE,))
    if proved.type == "true-false":
        proved = proved.replaced(correction="" if proved.key == ("true",) else "so")
    back = read_back(proved)
    same = {"line", "language"}
    assert {k: v for k, v in back.fields.items() if k not in same} == {
        k: v for k, v in proved.fields.items() if k not in same
    }


@given(questions(alphabet=ODD))
@settings(max_examples=examples(200), deadline=None)
def test_texts_that_yaml_reads_in_its_own_way(question: Question) -> None:
    draft = question.replaced(draft=True)
    if draft.type == "true-false" and draft.key == ("false",):
        draft = draft.replaced(correction="no")
    file = read_text(Path("s.yaml"), new_text(HEAD, [draft]))
    assert [p for p in file.problems if p.rule in ("syntax", "wrong-kind", "unknown-key")] == []


def test_a_block_reads_as_an_author_would_write_it() -> None:
    from quiz.core.grading.grading import Distractor
    from quiz.core.questions.single_choice import SingleChoice

    found = block(
        SingleChoice(
            id="basis",
            stem="On which phenomenon does the article say that all of it rests, and why so?",
            answer="Current: pulses",
            distractors=(Distractor("A laser", "Light is not mentioned."), Distractor("'Sound'")),
            explanation="First this.\n\nThen that.",
            draft=True,
            tags=("mechanism", "a: b"),
        )
    )
    assert (
        found
        == """\
  - id: basis
    type: single-choice
    stem: On which phenomenon does the article say that all of it rests, and why so?
    answer: 'Current: pulses'
    distractors:
      - text: A laser
        feedback: Light is not mentioned.
      - "'Sound'"
    explanation: |-
      First this.

      Then that.
    draft: true
    tags: [mechanism, 'a: b']
"""
    )
