"""Sets whose questions hold Markdown, read from their file and out of the cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.rendering.blocks import Look
from quiz.core.rendering.marked import marks_of, open_fence
from quiz.store.sets.build import build_question
from quiz.store.sets.reading import SetFile, read_set

HEAD = "id: s\ntitle: '*t*'\n{markup}documents: {{d: d.txt}}\nquestions:\n"
SOURCE = "  sources: [{document: d, exact: '`x`'}]\n"


def read(folder: Path, *questions: str, markup: str = "markup: markdown\n") -> SetFile:
    """A set of these questions, each without its sources."""
    path = folder / "s.yaml"
    ends = (f"{question}\n{SOURCE}" for question in questions)
    path.write_text(HEAD.format(markup=markup) + "".join(ends), "utf-8")
    return read_set(path)


def question(folder: Path, text: str, markup: str = "markup: markdown\n") -> Question:
    found = read(folder, f"- id: q\n{text}", markup=markup)
    assert not found.problems, found.problems
    (only,) = found.partial.questions if found.partial else ()
    return only


def looks(text: str) -> list[str]:
    return [str(mark.look) for mark in marks_of(text)]


CHOICE = """\
  type: single-choice
  stem: |
    *What* does it say?
    ```python
    print("x")
    ```
  answer: "`x`"
  distractors: ["`y`", {text: "**z**", feedback: "*Not* `z`"}]
  hint: "`h`"
  explanation: "`e`"
  tags: ["`x`"]"""


def test_what_learners_read_is_read_as_markdown(tmp_path: Path) -> None:
    found = question(tmp_path, CHOICE)
    assert isinstance(found, SingleChoice)
    assert found.stem == 'What does it say?\n\nprint("x")'
    assert looks(found.stem) == ["emphasis", "fence"]
    assert (found.answer, looks(found.answer)) == ("x", ["code"])
    assert [(d.text, looks(d.text)) for d in found.distractors] == [
        ("y", ["code"]),
        ("z", ["strong"]),
    ]
    assert (found.distractors[1].feedback, found.hint, found.explanation) == ("Not z", "h", "e")


def test_tags_titles_and_quotations_stand_as_they_are(tmp_path: Path) -> None:
    found = question(tmp_path, CHOICE)
    assert found.tags == ("`x`",)
    assert not marks_of(found.tags[0])
    assert found.sources[0].exact == "`x`"
    whole = read(tmp_path, "- id: q\n" + CHOICE).partial
    assert whole is not None
    assert whole.title == "*t*"


def test_without_the_key_every_text_stands_as_it_is(tmp_path: Path) -> None:
    for markup in ("", "markup: none\n"):
        found = question(tmp_path, CHOICE, markup)
        assert isinstance(found, SingleChoice)
        assert found.answer == "`x`"
        assert found.stem.startswith("*What* does it say?\n```python\n")
        assert not marks_of(found.stem)


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        (
            "  type: multiple-choice\n  stem: S?\n  answers: ['`a`', '*b*']\n  distractors: [c]",
            MultipleChoice,
            ("a", "b"),
        ),
        (
            "  type: true-false\n  stem: '`a`'\n  answer: false\n  correction: '*b*'",
            TrueFalse,
            ("false",),
        ),
        (
            "  type: short-answer\n  stem: S?\n  answer: '`a b`'\n  accept: ['*args', '`c`']",
            ShortAnswer,
            ("a b",),
        ),
        ("  type: numeric\n  stem: '`S`?'\n  answer: 3\n  unit: '*m*'", Numeric, ("3 *m*",)),
        (
            "  type: matching\n  stem: S?\n"
            "  pairs: [{left: '`a`', right: '*b*'}, {left: c, right: '`d`'}]",
            Matching,
            ("a = b", "c = d"),
        ),
        ("  type: ordering\n  stem: S?\n  sequence: ['`a`', '**b**']", Ordering, ("a", "b")),
        (
            "  type: open\n  stem: S?\n  model_answer: '`a` so'\n  points: ['*b*', c]",
            Open,
            ("a so", "b", "c"),
        ),
        (
            "  type: cloze\n  text: 'a **{{b|`c`}} d** `e {{*f*}}`'",
            Cloze,
            ("b", "*f*"),
        ),
    ],
)
def test_each_type_is_keyed_by_what_is_seen(
    tmp_path: Path, text: str, kind: type[Question], key: tuple[str, ...]
) -> None:
    found = question(tmp_path, text)
    assert isinstance(found, kind)
    assert found.key == key


def test_marks_of_a_cloze_reach_over_its_gaps(tmp_path: Path) -> None:
    found = question(tmp_path, "  type: cloze\n  text: 'a **b {{c}} d** `e {{f}} g`'")
    assert isinstance(found, Cloze)
    assert found.parts == ("a b ", " d e ", " g")
    assert [looks(part) for part in found.parts] == [["strong"], ["strong", "code"], ["code"]]
    assert found.whole == "a b c d e f g"


def test_what_the_cache_keeps_gives_the_same_question(tmp_path: Path) -> None:
    found = read(tmp_path, f"- id: q\n{CHOICE}", "- id: r\n  type: cloze\n  text: '*a {{b}}* c'")
    assert found.partial is not None
    for data, question in zip(found.data, found.partial.questions, strict=True):
        again = build_question(json.loads(json.dumps(data)))
        assert again == question
        for one, other in zip(again.texts(), question.texts(), strict=True):
            assert marks_of(one.text) == marks_of(other.text)


def test_adding_marks_keeps_the_memory(tmp_path: Path) -> None:
    plain = question(tmp_path, CHOICE.replace("`x`", "x"))
    assert question(tmp_path, CHOICE).key_hash == plain.key_hash


def test_options_that_read_the_same_are_found(tmp_path: Path) -> None:
    text = "- id: q\n  type: single-choice\n  stem: S?\n  answer: '`longer`'\n  distractors: ['{}']"
    assert [p.rule for p in read(tmp_path, text.format("**longer**")).problems] == [
        "duplicate-option"
    ]
    assert not read(tmp_path, text.format("`Longer`")).problems


def test_a_text_of_which_nothing_is_seen_is_empty(tmp_path: Path) -> None:
    text = '- id: q\n  type: single-choice\n  stem: "```\\n```"\n  answer: a\n  distractors: [b]'
    (problem,) = read(tmp_path, text).problems
    assert (problem.rule, problem.message) == ("empty", "`stem` is empty")


def test_another_value_is_named(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, f"- id: q\n{CHOICE}", markup="markup: html\n").problems
    assert problem.message == "`markup` cannot be 'html'"
    assert "markdown" in (problem.hint or "")


def test_an_open_block_is_known_to_the_check(tmp_path: Path) -> None:
    found = question(tmp_path, '  type: ordering\n  stem: "S?\\n```\\nx"\n  sequence: [a, b]')
    assert open_fence(found.stem)
    cloze = question(tmp_path, '  type: cloze\n  text: "{{a}} b\\n```\\nx"')
    assert isinstance(cloze, Cloze)
    assert open_fence(cloze.whole)


@pytest.mark.parametrize(
    ("text", "parts", "gaps"),
    [
        (r"Go writes \{{ x \}} for {{y}}.", ("Go writes {{ x }} for ", "."), (("y",),)),
        (r"Or is {{\|\||or}}.", ("Or is ", "."), (("||", "or"),)),
        (r"A set is {{\{a, b\}}}.", ("A set is ", "."), (("{a, b}",),)),
        (r"C:\x {{a\b}} \ ", ("C:\\x ", " \\"), (("a\\b",),)),
        (
            r"On Windows {{\}} parts {{them}}.",
            ("On Windows ", " parts ", "."),
            (("\\",), ("them",)),
        ),
    ],
)
def test_signs_of_a_cloze_can_be_written(
    tmp_path: Path, text: str, parts: tuple[str, ...], gaps: tuple[tuple[str, ...], ...]
) -> None:
    for markup in ("", "markup: markdown\n"):
        found = question(tmp_path, f"  type: cloze\n  text: '{text}'", markup)
        assert isinstance(found, Cloze)
        assert (found.parts, found.gaps) == (parts, gaps)


@pytest.mark.parametrize(
    "text", ["a {{b}} }}", "a {{b}} {{", r"a \{{b}}", "{{a||b}}", "{{a{b}}", "a"]
)
def test_gaps_that_make_no_sense_are_told_with_what_helps(tmp_path: Path, text: str) -> None:
    (problem,) = read(tmp_path, f"- id: q\n  type: cloze\n  text: '{text}'").problems
    assert problem.rule == "bad-value"
    assert "{{" in (problem.hint or "")


def test_the_looks_are_names_of_looks(tmp_path: Path) -> None:
    found = read(tmp_path, f"- id: q\n{CHOICE}")
    marks = json.loads(json.dumps(found.data[0]["looks"]))
    assert {look for text in marks.values() for _, _, look, _ in text} <= set(map(str, Look))
