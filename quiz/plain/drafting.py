"""Choosing what is asked of a document, in lines."""

from __future__ import annotations

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.errors import QuizError
from quiz.plain.console import Console, EndOfInput
from quiz.store.scaffold.places import shown_path
from quiz.study.drafting.picker import Picker

KEYS = "a accept, Enter next offer, s skip, r never, u undo, q end"


def draft_plain(picker: Picker, console: Console) -> None:
    """Offer sentence by sentence until the end, or until the author has enough."""
    console.say(f"Writes into {shown_path(picker.target.path)}. Keys: {KEYS}.")
    while picker.offer is not None:
        _show(picker, console)
        try:
            typed = console.ask("?").strip().lower()
        except EndOfInput:
            break
        if typed in ("q", "quit"):
            break
        _do(picker, console, typed)
    console.say(told(picker))


def _do(picker: Picker, console: Console, typed: str) -> None:
    try:
        match typed:
            case "a" | "accept" | "y":
                line = picker.accept()
                console.say(f"Written at {picker.target.path}:{line}.")
            case "" | "n" | "next":
                picker.another()
            case "s" | "skip":
                picker.skip()
            case "r" | "never":
                picker.reject()
                console.say("Left out on purpose, in `not_asked`.")
            case "u" | "undo":
                console.say("Taken back." if picker.undo() else "There is nothing to take back.")
            case _:
                console.say(f"Keys: {KEYS}.")
    except QuizError as error:
        console.say(str(error))


def _show(picker: Picker, console: Console) -> None:
    offer = picker.offer
    assert offer is not None
    document = picker.target.document
    console.say()
    console.say(f"{picker.place}:")
    console.say(" ".join(document.quote(offer.sentence).split()), lead="  ")
    of = f" ({picker.index + 1} of {len(picker.offers)})" if len(picker.offers) > 1 else ""
    console.say(f"{offer.question.type}, {offer.why}{of}:")
    for line in asked(offer.question):
        console.say(line, lead="  ")


def asked(question: Question) -> list[str]:
    """A draft in a few lines, its answer included."""
    match question:
        case Cloze():
            gaps = [f"[{gap[0]}]" for gap in question.gaps]
            pairs = zip(question.parts, [*gaps, ""], strict=True)
            return ["".join(text for pair in pairs for text in pair)]
        case SingleChoice():
            wrong = [f"wrong: {one.text}" for one in question.distractors]
            return [question.stem, f"right: {question.answer}", *wrong]
        case TrueFalse():
            truth = "true" if question.answer else f"false; true is: {question.correction}"
            return [question.stem, truth]
        case Ordering():
            return [question.stem, *(f"{n}. {one}" for n, one in enumerate(question.sequence, 1))]
    return [question.stem, *question.key]


def told(picker: Picker) -> str:
    """What became of it, in a sentence."""
    tally = picker.tally
    parts = (
        f"{tally.accepted} accepted", f"{tally.skipped} skipped", f"{tally.rejected} left out",
    )  # fmt: skip
    end = "" if picker.offer is not None else "The document has nothing more to offer. "
    write = " Each still needs an explanation: `quiz preview` walks through drafts."
    return f"{end}{', '.join(parts)}.{write if tally.accepted else ''}"
