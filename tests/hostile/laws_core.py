"""Laws of finding passages and of grading, for texts and responses nobody would think of."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from hypothesis import strategies as st

from quiz.core.grading.grading import Distractor, Response, Verdict, complaint, grade, undecided
from quiz.core.grading.numbers import parse_quantity
from quiz.core.grounding.locate import locate
from quiz.core.grounding.located import How, occurrences
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
from quiz.core.text.edges import cuts_word
from quiz.core.text.folding import folded_text
from quiz.core.text.passages import Passage
from quiz.core.text.safe_text import sanitise
from tests.hostile.law import Law

PIECES = [
    *"aabbcc  \n\n.,-–’“”éßﬁ½²5½…漢か가Aİ0123\u200b\u2060",
    *(
        "e\u0301",
        "\u1100\u1161",
        "👩‍🔬",
        "word ",
        "The dose is ",
        " mg",
        "not ",
        "5.5",
        "-5",
        "x" * 40,
    ),
]
some_text = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map(
    lambda parts: sanitise("".join(parts))
)


class Quoted(NamedTuple):
    """A document's text and a source."""

    text: str
    exact: str
    prefix: str
    suffix: str


@st.composite
def quotes(draw: st.DrawFn) -> Quoted:
    """A source that is cut out of a text, perhaps damaged, or out of another one."""
    text = draw(some_text)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    prefix, exact, suffix = (text[a:b] for a, b in pairwise(cuts))
    if draw(st.booleans()):
        at = draw(st.integers(0, len(exact)))
        exact = exact[:at] + draw(some_text)[:5] + exact[at + draw(st.integers(0, 3)) :]
    return Quoted(
        draw(st.sampled_from([text, text * 2])),
        exact,
        draw(st.sampled_from([prefix, "", "", "b"])),
        draw(st.sampled_from([suffix, "", "", "a"])),
    )


def locating_is_sound(quoted: Quoted) -> None:
    """What is grounded stands there word for word, once, and the same is found again."""
    text, exact, prefix, suffix = quoted
    found = locate(*quoted)
    assert found == locate(*quoted)
    places = [*found.others, *([found.passage] if found.passage else [])]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert (found.passage is None) is (found.how in (How.AMBIGUOUS, How.MISSING))
    assert 0 <= found.score <= 1
    if found.grounded:
        assert found.passage is not None
        assert text[found.passage.start : found.passage.end] == exact
        assert prefix or suffix or not cuts_word(text, found.passage)
        assert len(standing(quoted)) <= 1
    elif found.how is How.EXACT:
        raise AssertionError("exact, and not grounded")


def standing(quoted: Quoted) -> list[Passage]:
    """Where a source stands word for word, between what it is said to stand between."""
    text, exact, prefix, suffix = quoted
    starts = (at + len(prefix) for at in occurrences(text, prefix + exact + suffix))
    places = [Passage(start, start + len(exact)) for start in starts]
    return [p for p in places if prefix or suffix or not cuts_word(text, p)]


def standing_once_is_found(quoted: Quoted) -> None:
    """What stands once, word for word, is grounded there; what stands twice never is."""
    places, found = standing(quoted), locate(*quoted)
    if not quoted.exact.strip():
        assert found.how is How.MISSING
    elif len(places) == 1:
        assert found.grounded
        assert found.passage == places[0]
    elif places:
        assert found.how is How.AMBIGUOUS


def folding_keeps_its_way_back(text: str) -> None:
    """Every span of a folded text leads into the text, in order, or nowhere."""
    folded = folded_text(text)
    size = len(folded.text)
    last = 0
    for start in range(size):
        passage = folded.passage(start, start + 1)
        if passage is not None:
            assert last <= passage.start < passage.end <= len(text)
            last = passage.start
    whole = folded.passage(0, size)
    assert whole is None or (whole.start, whole.end) == (0, len(text)) or not text.isascii()


words = st.one_of(
    st.sampled_from(
        ["", " ", "true", "false", "60", "60 min", "6e1", "1e999", "-0", "nan", "½", "٣"]
    ),
    some_text,
    st.text(max_size=8),
)
filled = st.text(min_size=1, max_size=8).filter(str.strip)
several = st.lists(filled, min_size=1, max_size=4, unique=True).map(tuple)
wrong = st.lists(filled.map(lambda text: Distractor(f"not {text}")), max_size=3).map(tuple)
number = st.sampled_from(["60", "-0.5", "4,5", "1,000.5", "1e3", "0", "9" * 40])
units = st.sampled_from(["", "mm", "%", "kg/m2", "m²", "s-1", "°C", "µg", "W/m^2", "€"])
common = {"id": st.just("q"), "stem": st.just("s")}
gaps = st.lists(several, min_size=1, max_size=3).map(tuple)
QUESTIONS: dict[str, st.SearchStrategy[Question]] = {
    "single-choice": st.builds(SingleChoice, answer=filled, distractors=wrong, **common),
    "multiple-choice": st.builds(MultipleChoice, answers=several, distractors=wrong, **common),
    "true-false": st.builds(TrueFalse, answer=st.booleans(), **common),
    "short-answer": st.builds(ShortAnswer, answer=filled, accept=several, **common),
    "numeric": st.builds(
        Numeric,
        answer=number,
        tolerance=st.sampled_from(["", "0.5", "5%", "0", "1e99", "100 %"]),
        unit=units,
        accept_units=several,
        **common,
    ),
    "cloze": gaps.map(
        lambda found: Cloze(id="q", stem="s", parts=("",) * (len(found) + 1), gaps=found)
    ),
    "matching": st.builds(
        Matching,
        pairs=st.lists(st.tuples(filled, filled), min_size=1, max_size=4).map(tuple),
        **common,
    ),
    "ordering": st.builds(Ordering, sequence=several, **common),
    "open": st.builds(Open, model_answer=filled, points=several, **common),
}


@st.composite
def answered(draw: st.DrawFn, kind: str) -> tuple[Question, Response]:
    """A question and a response of parts of its key and of anything else, in any number."""
    question = draw(QUESTIONS[kind])
    given = st.lists(st.sampled_from(question.key) | words, max_size=6).map(tuple)
    flags = st.lists(st.booleans(), max_size=6).map(tuple)
    return question, draw(st.builds(Response, given=given, judged=flags, gave_up=st.booleans()))


def grading_is_sound(pair: tuple[Question, Response]) -> None:
    """Everything gets a grade, the same one every time, whose score, verdict and parts agree."""
    question, response = pair
    found = grade(question, response)
    assert found == grade(question, response)
    assert 0 <= found.score <= 1
    assert (found.verdict is Verdict.CORRECT) is (found.score >= 1)
    assert (found.verdict is Verdict.WRONG) is (found.score == 0)
    assert not (response.gave_up and found.score)
    assert found.score < 1 or all(part.right for part in found.parts)
    open_parts = undecided(question, response)
    assert all(0 <= at < max(len(found.parts), 1) for at in open_parts)
    assert isinstance(complaint(question, response), str)


def own_key_is_right(question: Question) -> None:
    """Who gives the key itself is right."""
    given = tuple(right for _, right in question.pairs) if isinstance(question, Matching) else None
    judged = (True,) * len(question.points) if isinstance(question, Open) else ()
    response = Response(given if given is not None else question.key, judged)
    assert grade(question, response).verdict is Verdict.CORRECT


def quantity_is_finite(text: str) -> None:
    """A typed number is a finite one, or none."""
    found = parse_quantity(text)
    if found is not None:
        number, unit = found
        assert number.is_finite()
        assert len(unit) <= len(text)
        assert abs(number.adjusted()) < 2000


def _grading(kind: str) -> list[Law]:
    values: Any = QUESTIONS[kind]
    return [
        Law(f"any response to {kind} is graded soundly", answered(kind), grading_is_sound),
        Law(f"the key of {kind} is right", values, own_key_is_right),
    ]


CORE_LAWS = [
    Law("locating is sound", quotes(), locating_is_sound, examples=200),
    Law("what stands once is found", quotes(), standing_once_is_found, examples=200),
    Law("folding keeps its way back", some_text, folding_keeps_its_way_back),
    Law("a typed number is finite", words, quantity_is_finite),
    *(law for kind in QUESTIONS for law in _grading(kind)),
]
