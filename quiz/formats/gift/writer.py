"""Write GIFT, the plain text of Moodle.

Text is escaped so that it survives Moodle's own reader: it knows a matching question by `->` and
the kind of an answer by its first characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.options import Choice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.outgoing import features, simpler
from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.gapped import own_stem
from quiz.formats.outgoing.losses import Form, Loss, Written, pieces
from quiz.formats.outgoing.moodle_words import typed
from quiz.formats.outgoing.numbers import share, tolerance_of, value_of
from quiz.formats.outgoing.remarks import correction, model_answer, plain, reasons, remarks

FORM = Form(
    "GIFT",
    ".gift",
    {
        "ordering": "as a short answer",
        features.SEVERAL_GAPS: "as a short answer for each gap",
        features.HINT: "left out",
        features.TEX: features.TEX_LEFT,
        features.MARKS: "as plain text",
        features.EXPLAINED_OPEN: "stands with the model answer",
        features.STEM_OF_CLOZE: "stands before its text",
        features.UNIT: "stands behind the stem",
        features.EXACT: "capitals do not count",
        features.ANY_ORDER: "each gap takes its own answer",
        features.SORTED: "in an order of chance",
    },
)
_SPECIAL = re.compile(r"[\\:#={}~]")
_WEIGHT = re.compile(r"%-?\d+(\.\d*)?%")
_ARROW = "->"


def write(bank: Bank) -> Written:
    """All questions of a bank that GIFT can hold."""
    found = pieces(bank, FORM, _piece)
    category = escape(bank.head.title.replace("/", "//"))
    written = found.written("\n\n".join([f"$CATEGORY: {category}", *found.texts]) + "\n")
    arrows = tuple(loss for out in bank.questions for loss in _arrows(out))
    return written._replace(losses=(*written.losses, *arrows))


def escape(text: str) -> str:
    """Text that means itself, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", r"\n")


def _piece(out: Outgoing) -> str:
    tags = "".join(f" [tag:{_bracketed(tag)}]" for tag in out.question.tags)
    simple = list(_simplified(out.question))
    heads = (f"// [id:{_bracketed(one.id)}]{tags}\n::{escape(one.id)}::" for one in simple)
    bodies = (_body(out, one) for one in simple)
    return "\n\n".join(head + body for head, body in zip(heads, bodies, strict=True))


def _bracketed(text: str) -> str:
    return text.replace("]", ")").replace("[", "(")


def _simplified(question: Question) -> Iterator[Question]:
    if isinstance(question, Ordering):
        yield simpler.ordering_as_short_answer(question)
    elif isinstance(question, Cloze) and len(question.gaps) > 1:
        yield from simpler.cloze_as_short_answers(question)
    else:
        yield question


def _body(out: Outgoing, question: Question) -> str:
    said = remarks(out, corrected=False)
    if isinstance(question, Open):
        said = (*model_answer(question), *said)
    end = f"####{escape(plain(said))}\n" if said else ""
    if isinstance(question, Cloze):
        before, after = question.parts
        answers = "".join(f"\n{line}" for line in _typed(out, question.gaps[0]))
        stem = escape("\n\n".join(filter(None, (own_stem(question), before))))
        return _marked(stem, f"{{{answers}\n{end}}}{escape(after)}")
    return _marked(escape(_asked(question)), f"{{{_answers(out, question)}{end}}}")


def _asked(question: Question) -> str:
    if isinstance(question, Numeric) and question.unit:
        return f"{question.stem} ({question.unit})"
    return question.stem


def _marked(stem: str, rest: str) -> str:
    """Marked as plain where Moodle would take a sign for markup, here or in an answer."""
    literal = any(sign in text for text in (stem, rest) for sign in "<&")
    return ("[plain]" if literal or stem.startswith("[") else "") + stem + rest


def _answers(out: Outgoing, question: Question) -> str:
    match question:
        case TrueFalse():
            wrong = correction(question)
            return question.key[0].upper() + (f"#{escape(wrong)}" if wrong else "")
        case Numeric():
            tolerance = tolerance_of(question)
            allowed = f":{tolerance}" if tolerance != "0" else ""
            return f"\n#{value_of(question)}{allowed}\n".replace("\n#", "#", 1)
        case Open():
            return ""
        case Matching():
            lines = [f"={_side(left)} -> {_side(right)}" for left, right in question.pairs]
            lines += [f"= -> {_side(right)}" for right in question.distractors]
        case ShortAnswer():
            lines = list(_typed(out, question.wordings))
        case _:
            assert isinstance(question, Choice)
            lines = list(_options(out, question))
    return "".join(f"\n{line}" for line in lines) + "\n"


def _side(text: str) -> str:
    return escape(text.replace(_ARROW, "→"))


def _typed(out: Outgoing, wordings: tuple[str, ...]) -> Iterator[str]:
    """A star means itself, not any text."""
    for wording in wordings:
        yield f"={_weighed(_side(typed(wording)), '%100%')}"
    for wrong in features.said_wrong(out.question):
        said = reasons(out, wrong)
        yield f"=%0%{_side(typed(wrong.text))}" + (f"#{escape(plain(said))}" if said else "")


def _options(out: Outgoing, question: Choice) -> Iterator[str]:
    several = isinstance(question, MultipleChoice)
    part = share(len(question.key))
    for right in question.key:
        yield f"~%{part}%{escape(right)}" if several else f"={escape(right)}"
    for wrong in question.distractors:
        said = reasons(out, wrong)
        text = _weighed(escape(wrong.text), "%0%")
        weighed = f"%-{part}%{escape(wrong.text)}" if several else text
        yield f"~{weighed}" + (f"#{escape(plain(said))}" if said else "")


def _weighed(text: str, weight: str) -> str:
    """With a weight in front where the text itself begins like one."""
    return weight + text if _WEIGHT.match(text) else text


def _arrows(out: Outgoing) -> Iterator[Loss]:
    question = out.question
    if isinstance(question, ShortAnswer | Cloze):
        texts = question.wordings
    elif isinstance(question, Matching):
        texts = (*(text for pair in question.pairs for text in pair), *question.distractors)
    else:
        return
    if any(_ARROW in text for text in texts):
        yield Loss(question.id, question.line, "`->` in GIFT: as an arrow")
