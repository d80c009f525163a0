from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import ExamPlan, NotAsked, QuestionSet
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.text.safe_text import sanitise
from quiz.store.sets.cloze_text import in_gap
from quiz.store.sets.reading import SetFile, read_set
from quiz.store.yaml.nodes import Scalar
from tests.effort import examples

HEAD = """\
id: trial
title: A trial
documents:
  doc: documents/a.txt
questions:
"""
SOURCES = "    sources: [{document: doc, exact: some words}]\n"


def read(folder: Path, text: str) -> SetFile:
    path = folder / "trial.yaml"
    path.write_bytes(text.encode())
    return read_set(path)


def question(fields: str, sources: str = SOURCES) -> str:
    """A set of one question that starts at line 6; `fields` are its lines below the id."""
    lines = "".join(f"    {line}\n" for line in fields.strip("\n").split("\n"))
    return f"{HEAD}  - id: q\n{lines}{sources}"


def only(folder: Path, fields: str) -> Question:
    found = read(folder, question(fields))
    assert found.problems == ()
    assert found.set is not None
    return found.set.questions[0]


def faults(found: SetFile) -> list[tuple[int | None, int | None, str]]:
    return [(problem.line, problem.column, problem.rule) for problem in found.problems]


WHOLE = """\
# yaml-language-server: $schema=../question-set.schema.json
id: whole
title:  A  whole set
description: All nine types.
language: pt-BR
documents:
  doc: documents/a.txt
  other: documents/b.md
exam: {questions: 2, minutes: 30, pass: 70%}
not_asked:
  - {document: other, exact: skip this, reason: dull, suffix: " now"}
questions:
  - id: one
    type: single-choice
    stem: Which?
    answer: Yes
    distractors:
      - No
      - text: Perhaps
        feedback: It is certain.
        sources: [{document: doc, exact: certain}]
    options: sorted
    explanation: Because.
    hint: Think.
    tags: [a, 012]
    sources:
      - document: doc
        exact: " some words "
        prefix: "before "
        suffix: " after"
    disputed_by:
      - {document: other, exact: not so, note: the other says no}
  - {id: two, type: multiple-choice, stem: Which two?, answers: [a1, a2], distractors: [b1],
     sources: [{document: doc, exact: x}]}
  - {id: three, type: true-false, stem: So?, answer: false, correction: Not so,
     sources: [{document: doc, exact: x}]}
  - {id: four, type: short-answer, stem: Name it, answer: it, accept: [that],
     sources: [{document: doc, exact: x}]}
  - {id: five, type: numeric, stem: How long?, answer: "4,5", tolerance: 5 %, unit: mm,
     accept_units: [millimetre], sources: [{document: doc, exact: x}]}
  - {id: six, type: cloze, text: "The {{sky|heaven}} is {{ blue }}.",
     sources: [{document: doc, exact: x}]}
  - {id: seven, type: matching, stem: Match, pairs: [{left: a, right: b}, {left: c, right: b}],
     distractors: [d], sources: [{document: doc, exact: x}]}
  - {id: eight, type: ordering, stem: Order, sequence: [a, b, c],
     sources: [{document: doc, exact: x}]}
  - {id: nine, type: open, stem: Say, model_answer: This, points: [p],
     sources: [{document: doc, exact: x}]}
"""


def test_a_whole_set_is_read(tmp_path: Path) -> None:
    path = tmp_path / "whole.yaml"
    path.write_text(WHOLE)
    found = read_set(path)
    x = (Source("doc", "x"),)
    assert found.problems == ()
    assert found.set == QuestionSet(
        id="whole",
        title="A whole set",
        description="All nine types.",
        language="pt-BR",
        documents={"doc": "documents/a.txt", "other": "documents/b.md"},
        exam=ExamPlan(2, 30, 70),
        not_asked=(NotAsked("other", "skip this", "dull", suffix=" now"),),
        path=str(path),
        questions=(
            SingleChoice(
                id="one",
                stem="Which?",
                answer="Yes",
                distractors=(
                    Distractor("No"),
                    Distractor("Perhaps", "It is certain.", (Source("doc", "certain"),)),
                ),
                sorted=True,
                explanation="Because.",
                hint="Think.",
                tags=("a", "012"),
                sources=(Source("doc", " some words ", "before ", " after"),),
                disputed_by=(Source("other", "not so", note="the other says no"),),
                line=13,
            ),
            MultipleChoice(
                id="two",
                stem="Which two?",
                answers=("a1", "a2"),
                distractors=(Distractor("b1"),),
                sources=x,
                line=33,
            ),
            TrueFalse(
                id="three", stem="So?", answer=False, correction="Not so", sources=x, line=35
            ),
            ShortAnswer(
                id="four",
                stem="Name it",
                answer="it",
                accept=("that",),
                sources=x,
                line=37,
                language="pt-BR",
            ),
            Numeric(
                id="five",
                stem="How long?",
                language="pt-BR",
                answer="4,5",
                tolerance="5%",
                unit="mm",
                accept_units=("millimetre",),
                sources=x,
                line=39,
            ),
            Cloze(
                id="six",
                stem="Complete the text.",
                language="pt-BR",
                parts=("The ", " is ", "."),
                gaps=(("sky", "heaven"), ("blue",)),
                sources=x,
                line=41,
            ),
            Matching(
                id="seven",
                stem="Match",
                pairs=(("a", "b"), ("c", "b")),
                distractors=("d",),
                sources=x,
                line=43,
            ),
            Ordering(id="eight", stem="Order", sequence=("a", "b", "c"), sources=x, line=45),
            Open(id="nine", stem="Say", model_answer="This", points=("p",), sources=x, line=47),
        ),
    )


def test_the_place_of_any_field_can_be_had(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    node = found.node("one", "distractors", 1, "feedback")
    assert isinstance(node, Scalar)
    assert (node.value, node.line, node.column) == ("It is certain.", 20, 19)
    start = found.node("five")
    assert start is not None
    assert start.place[:2] == (39, 5)


CHOICE = "type: single-choice\nstem: s\nanswer: a\ndistractors: [b]\n"

FAULTS = [
    # line and column within the question, whose first line is 6
    ("type: single-choise\nstem: s", 7, 11, "unknown-type", "'single-choise'"),
    ("stem: s", 6, 5, "missing-key", "`type`"),
    ("type: open\nstem:\nmodel_answer: m\npoints: [p]", 8, 10, "empty", "`stem`"),
    (CHOICE + "hint: [x]", 11, 11, "wrong-kind", "`hint` must be a text, not a list"),
    (CHOICE + "tags: mechanism", 11, 11, "wrong-kind", "`tags` must be a list"),
    (CHOICE + "tags: [a, '']", 11, 15, "empty", "`tags`"),
    (CHOICE + "tags: [a, [b]]", 11, 15, "wrong-kind", "an entry of `tags`"),
    (CHOICE + "explanatoin: x", 11, 5, "unknown-key", "'explanatoin'"),
    (CHOICE + "accept: [x]", 11, 5, "unknown-key", "single-choice"),
    (CHOICE + "options: sort", 11, 14, "bad-value", "'sort'"),
    (
        "type: single-choice\nstem: s\nanswer: a\ndistractor: [b]",
        10,
        5,
        "unknown-key",
        "distractor",
    ),
    ("type: single-choice\nstem: s\nanswer: a", 6, 5, "missing-key", "`distractors`"),
    ("type: single-choice\nstem: s\nanswer: a\ndistractors: []", 10, 18, "empty", "`distractors`"),
    ("type: single-choice\nstem: s\ndistractors: [b]", 6, 5, "missing-key", "`answer`"),
    (
        "type: single-choice\nstem: s\nanswer: Blue  one\ndistractors: [c, BLUE one]",
        10,
        22,
        "duplicate-option",
        "first at line 9",
    ),
    (
        "type: single-choice\nstem: s\nanswer: a\ndistractors:\n  - Note: this",
        11,
        9,
        "wrong-kind",
        "must be quoted",
    ),
    (
        "type: single-choice\nstem: s\nanswer: a\ndistractors:\n  - feedback: no",
        11,
        9,
        "missing-key",
        "`text`",
    ),
    (
        "type: multiple-choice\nstem: s\nanswers: []\ndistractors: [b]",
        9,
        14,
        "empty",
        "`answers`",
    ),
    (
        "type: multiple-choice\nstem: s\nanswers: [some, some]\ndistractors: [b]",
        9,
        21,
        "duplicate-option",
        "'some'",
    ),
    ("type: true-false\nstem: s\nanswer: yes", 9, 13, "bad-value", "'yes'"),
    ("type: true-false\nstem: s\nanswer: false", 6, 5, "missing-key", "`correction`"),
    ("type: true-false\nstem: s\nanswer: true\ncorrection: c", 10, 17, "bad-value", "correction"),
    ("type: short-answer\nstem: s\nanswer: ''", 9, 13, "empty", "`answer`"),
    ("type: numeric\nstem: s\nanswer: 4 mm", 9, 13, "bad-value", "'4 mm'"),
    ("type: numeric\nstem: s\nanswer: nan", 9, 13, "bad-value", "'nan'"),
    ("type: numeric\nstem: s\nanswer: 4\ntolerance: -1", 10, 16, "bad-value", "'-1'"),
    ("type: numeric\nstem: s\nanswer: 4\ntolerance: few", 10, 16, "bad-value", "'few'"),
    ("type: cloze\nstem: s\ntext: no gap", 9, 11, "bad-value", "no gap"),
    ("type: cloze\ntext: 'a {{b}} {{c'", 8, 11, "bad-value", "balance"),
    ("type: cloze\ntext: 'a {{b|}}'", 8, 11, "bad-value", "empty"),
    ("type: cloze\ntext: 'a {{{b}} c'", 8, 11, "bad-value", "braces"),
    (
        "type: matching\nstem: s\npairs: [{left: a, right: b}]",
        9,
        12,
        "bad-value",
        "at least two",
    ),
    (
        "type: matching\nstem: s\npairs: [{left: left, right: b}, {left: left, right: c}]",
        9,
        44,
        "duplicate-option",
        "'left'",
    ),
    (
        "type: matching\nstem: s\npairs: [{left: a, right: same}, {left: b, right: same}]\n"
        "distractors: [same]",
        10,
        19,
        "duplicate-option",
        "'same'",
    ),
    (
        "type: matching\nstem: s\npairs: [{left: a, right: b}, {left: c}]",
        9,
        34,
        "missing-key",
        "`right`",
    ),
    ("type: ordering\nstem: s\nsequence: [one]", 9, 15, "bad-value", "at least two"),
    ("type: ordering\nstem: s\nsequence: [first, First]", 9, 23, "duplicate-option", "'First'"),
    ("type: open\nstem: s\nmodel_answer: m", 6, 5, "missing-key", "`points`"),
    ("type: open\nstem: s\npoints: [p]", 6, 5, "missing-key", "`model_answer`"),
    (CHOICE + "disputed_by: [{document: doc, exact: e}]", 11, 19, "missing-key", "`note`"),
    (CHOICE + "explanation: &a x", 11, 18, "refused-yaml", "anchors"),
    (CHOICE + "explanation: !!int x", 11, 18, "refused-yaml", "tags"),
    (CHOICE + "hint: a: b", 11, 12, "syntax", "': '"),
]


@pytest.mark.parametrize(("fields", "line", "column", "rule", "message"), FAULTS)
def test_one_mistake_in_a_question_is_one_problem_at_its_place(
    tmp_path: Path, fields: str, line: int, column: int, rule: str, message: str
) -> None:
    found = read(tmp_path, question(fields))
    assert faults(found) == [(line, column, rule)]
    assert message in found.problems[0].message
    assert found.set is None


SOURCE_FAULTS = [
    ("", 6, 5, "missing-key", "`sources`"),
    ("    sources: []\n", 11, 14, "empty", "`sources`"),
    ("    sources: some words\n", 11, 14, "wrong-kind", "must be a list"),
    ("    sources: [some words]\n", 11, 15, "wrong-kind", "a source must be a mapping"),
    ("    sources: [{exact: e}]\n", 11, 15, "missing-key", "`document`"),
    ("    sources: [{document: doc}]\n", 11, 15, "missing-key", "`exact`"),
    ("    sources: [{document: doc, exact: ' '}]\n", 11, 38, "empty", "`exact`"),
    ("    sources: [{document: dok, exact: e}]\n", 11, 26, "unknown-document", "'dok'"),
    ("    sources: [{document: doc, exact: e, note: n}]\n", 11, 41, "unknown-key", "'note'"),
]


@pytest.mark.parametrize(("sources", "line", "column", "rule", "message"), SOURCE_FAULTS)
def test_a_mistake_in_a_source_is_one_problem_at_its_place(
    tmp_path: Path, sources: str, line: int, column: int, rule: str, message: str
) -> None:
    found = read(tmp_path, question(CHOICE, sources))
    assert faults(found) == [(line, column, rule)]
    assert message in found.problems[0].message


GOOD = f"  - {{id: q, type: open, stem: s, model_answer: m, points: [p],\n {SOURCES.strip()}}}\n"
DOCS = "documents: {doc: a.txt}\n"

HEADER_FAULTS = [
    ("title: t\n" + DOCS, 1, 1, "missing-key", "`id`"),
    ("id: ../x\ntitle: t\n" + DOCS, 1, 5, "bad-id", "'../x'"),
    ("id: a b\ntitle: t\n" + DOCS, 1, 5, "bad-id", "'a b'"),
    (f"id: {'x' * 65}\ntitle: t\n" + DOCS, 1, 5, "bad-id", "65 characters"),
    ("id: i\n" + DOCS, 1, 1, "missing-key", "`title`"),
    ("id: i\ntitle: ''\n" + DOCS, 2, 8, "empty", "`title`"),
    ("id: i\ntitle: t\n", 1, 1, "missing-key", "`documents`"),
    ("id: i\ntitle: t\ndocuments: [a.txt]\n", 3, 12, "wrong-kind", "`documents`"),
    ("id: i\ntitle: t\ndocuments: {doc: a.txt, b: }\n", 3, 25, "empty", "'b'"),
    ("id: i\ntitle: t\nlanguage: E n\n" + DOCS, 3, 11, "bad-value", "'E n'"),
    ("id: i\ntitle: t\nauthor: me\n" + DOCS, 3, 1, "unknown-key", "'author'"),
    ("id: i\ntitle: t\nexam: {minutes: soon}\n" + DOCS, 3, 17, "bad-value", "'soon'"),
    ("id: i\ntitle: t\nexam: {pass: 170}\n" + DOCS, 3, 14, "bad-value", "'170'"),
    ("id: i\ntitle: t\nexam: {questions: 9}\n" + DOCS, 3, 19, "bad-value", "the set has 1"),
    ("id: i\ntitle: t\nexam: 20\n" + DOCS, 3, 7, "wrong-kind", "`exam`"),
    (
        "id: i\ntitle: t\nnot_asked: [{document: doc, exact: e}]\n" + DOCS,
        3,
        13,
        "missing-key",
        "`reason`",
    ),
]


@pytest.mark.parametrize(("header", "line", "column", "rule", "message"), HEADER_FAULTS)
def test_a_mistake_in_the_header_is_one_problem_at_its_place(
    tmp_path: Path, header: str, line: int, column: int, rule: str, message: str
) -> None:
    found = read(tmp_path, f"{header}questions:\n{GOOD}")
    assert faults(found) == [(line, column, rule)]
    assert message in found.problems[0].message
    assert found.partial is not None
    assert [q.id for q in found.partial.questions] == ["q"]


@pytest.mark.parametrize(
    ("questions", "rule"),
    [("", "missing-key"), ("questions:\n", "empty"), ("questions: []\n", "empty")],
)
def test_a_set_needs_questions(tmp_path: Path, questions: str, rule: str) -> None:
    found = read(tmp_path, f"id: i\ntitle: t\n{DOCS}{questions}")
    assert [problem.rule for problem in found.problems] == [rule]


@pytest.mark.parametrize("text", ["", "# only this\n", "just words\n", "- a\n- b\n"])
def test_a_file_that_is_no_set_is_one_problem(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert [problem.rule for problem in found.problems] == ["wrong-kind"]


def test_a_question_id_is_used_once(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD.replace("questions:", f"questions:\n{GOOD}{GOOD}").rstrip())
    assert faults(found) == [(8, 10, "duplicate-id")]
    assert found.problems[0].related is not None
    assert found.problems[0].related[:2] == (6, 10)


def test_hints_name_the_nearest_word(tmp_path: Path) -> None:
    text = question("type: true_false\nstem: s\nanswr: true")
    hints = [problem.hint for problem in read(tmp_path, text).problems]
    assert hints == ["did you mean 'true-false'?", "did you mean 'answer'?"]


def test_all_problems_come_in_one_run_in_the_order_of_the_file(tmp_path: Path) -> None:
    parts = [question(fields).removeprefix(HEAD) for fields, *_ in FAULTS]
    numbered = [part.replace("id: q", f"id: q{i}") for i, part in enumerate(parts)]
    found = read(tmp_path, HEAD + "".join(numbered) + GOOD)
    assert [problem.rule for problem in found.problems] == [rule for *_, rule, _ in FAULTS]
    assert found.partial is not None
    assert [q.id for q in found.partial.questions] == ["q"]
    assert found.node("q") is not None


def test_a_problem_names_its_question(tmp_path: Path) -> None:
    found = read(tmp_path, question("type: open\nstem: s\npoints: [p]"))
    assert found.problems[0].question == "q"
    assert str(found.problems[0]).startswith(f"{found.path}:6:5: an open question needs")


@pytest.mark.parametrize("options", ["[mW, MW]", "[resume, résumé]", "[x2, x 2]"])
def test_options_that_read_differently_may_stand_together(tmp_path: Path, options: str) -> None:
    fields = f"type: multiple-choice\nstem: s\nanswers: {options}\ndistractors: [other]"
    assert len(only(tmp_path, fields).key) == 2


def test_texts_are_sanitised(tmp_path: Path) -> None:
    fields = 'type: open\nstem: "a\\e[2Jb\\u202Ec"\nmodel_answer: "x\\0"\npoints: ["\\x9b"]'
    found = only(tmp_path, fields)
    assert isinstance(found, Open)
    assert (found.stem, found.model_answer) == (sanitise("a\x1b[2Jb\u202ec"), "x␀")
    assert "\x9b" not in found.points[0]


def test_messages_are_harmless_for_a_terminal(tmp_path: Path) -> None:
    found = read(tmp_path, question(CHOICE + '"\\e[2J\\u202E": x'))
    assert "\x1b" not in str(found.problems[0])
    assert "\u202e" not in str(found.problems[0])


def test_a_large_set_is_read_right(tmp_path: Path) -> None:
    one = "  - {{id: q{0}, type: numeric, stem: How many?, answer: {0},\n {1}}}\n"
    text = HEAD + "".join(one.format(number, SOURCES.strip()) for number in range(5000))
    found = read(tmp_path, text).set
    assert found is not None
    assert [(q.id, q.key, q.line) for q in found.questions] == [
        (f"q{number}", (str(number),), 6 + 2 * number) for number in range(5000)
    ]


WORD = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="{}|\u2028\u2029\ufeff"
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: sanitise(text).strip() != "")
DISTINCT = st.lists(
    WORD, min_size=2, max_size=5, unique_by=lambda text: "".join(sanitise(text).casefold().split())
)


def written(question: Mapping[str, object]) -> str:
    source = {"document": "doc", "exact": "e"}
    whole = {
        "id": "i",
        "title": "t",
        "documents": {"doc": "a.txt"},
        "questions": [{"id": "q", "sources": [source], **question}],
    }
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


@settings(max_examples=examples(60), deadline=None)
@given(stem=WORD, options=DISTINCT, exact=WORD, feedback=WORD)
def test_what_is_dumped_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    stem: str,
    options: list[str],
    exact: str,
    feedback: str,
) -> None:
    from quiz.store.sets.fields import visible
    from quiz.store.sets.option_fields import same_option

    clean = [sanitise(option).strip() for option in options]
    if not all(map(visible, (stem, exact, feedback, *clean))):
        return  # of which nothing is seen: reported as empty
    if len({same_option(option) for option in clean}) < len(clean):
        return
    source = {"document": "doc", "exact": exact}
    data = {
        "type": "single-choice",
        "stem": stem,
        "answer": options[0],
        "distractors": [{"text": text, "feedback": feedback} for text in options[1:]],
        "sources": [source],
    }
    found = read(tmp_path_factory.mktemp("set"), written(data))
    assert found.problems == ()
    assert found.set is not None
    note = sanitise(feedback).strip()
    assert found.set.questions[0] == SingleChoice(
        id="q",
        stem=sanitise(stem).strip(),
        answer=clean[0],
        distractors=tuple(Distractor(text, note) for text in clean[1:]),
        sources=(Source("doc", sanitise(exact).strip("\n")),),
        line=6,
    )


def no_backslash(texts: list[str]) -> bool:
    return not any("\\" in text for text in texts)


@settings(max_examples=examples(60), deadline=None)
@given(
    parts=st.lists(WORD, min_size=2, max_size=4).filter(no_backslash),
    gaps=st.lists(DISTINCT.filter(no_backslash), min_size=3, max_size=3),
)
def test_a_cloze_text_is_taken_apart_and_can_be_put_together(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], gaps: list[list[str]]
) -> None:
    clean = [sanitise(part) for part in parts]
    inner = gaps[: len(parts) - 1]
    marks = ["{{" + "|".join(map(in_gap, gap)) + "}}" for gap in inner]
    text = "".join(a + b for a, b in zip(clean, [*marks, ""], strict=True))
    found = read(tmp_path_factory.mktemp("set"), written({"type": "cloze", "text": text}))
    assert found.set is not None
    cloze = found.set.questions[0]
    assert isinstance(cloze, Cloze)
    assert cloze.gaps == tuple(tuple(sanitise(a).strip() for a in gap) for gap in inner)
    assert cloze.parts == (clean[0].lstrip(), *clean[1:-1], clean[-1].rstrip())
