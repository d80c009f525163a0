"""The words of the session screen that are not the verdict's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Confidence
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.hints import Hint, LookedUp
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.study.common.presented import Judgement, Presented
from quiz.study.sitting.wording import (
    CERTAINTY,
    CONFIDENCE_WORDS,
    HINT_WORDS,
    KNEW_IT,
    LOOKED_UP_WORDS,
    TASKS,
    Line,
)
from quiz.tui.screens.session.stage_keys import YES_NO
from quiz.tui.text import Block, join, one_line, words
from quiz.tui.widgets.typed_text import cloze_text
from quiz.tui.widgets.verdict import near_blocks, said


def stem_blocks(presented: Presented, *, answered: bool = False) -> list[Block]:
    """What to do (until it is done), the stem, and a cloze's text."""
    question = presented.question
    task = TASKS[question.type]
    if presented.slot.attempt:
        task = f"{task.removesuffix('?')}, once more"
    blocks = [] if answered else [Block(Content.styled(task, "$foreground-muted"))]
    blocks.append(Block(words(question.stem, "bold")))
    if isinstance(question, Cloze):
        blocks += [Block(Content("")), Block(cloze_text(question))]
    return blocks


def hint_blocks(
    hints: Sequence[Hint], looked_up: LookedUp, confidence: Confidence, complaint: str
) -> list[Block]:
    """Help taken, how sure the learner is, and what is missing before an answer counts."""
    blocks = [
        Block(words(hint.text), Content.styled(f"{HINT_WORDS[hint.kind]}  ", "bold $text-accent"))
        for hint in hints
    ]
    if looked_up:
        blocks.append(Block(Content.styled(LOOKED_UP_WORDS[looked_up], "$text-warning")))
    if confidence in CONFIDENCE_WORDS:
        blocks.append(Block(Content.styled(CONFIDENCE_WORDS[confidence], "$text-warning")))
    if complaint:
        blocks.append(Block(words(complaint, "bold $text-warning")))
    return blocks


def certainty_blocks(key_of: Callable[[str], str]) -> Iterator[Block]:
    """The question how sure an answer is, with the keys that answer it."""
    skip = Content("   ").append(_keyed(key_of, "go", "no mark"))
    yield Block(join(Content.styled(CERTAINTY, "bold"), skip))
    marks = [_keyed(key_of, mark, mark) for mark in ("sure", "unsure", "guess")]
    yield Block(Content("   ").join(marks))


def luck_block(key_of: Callable[[str], str]) -> Block:
    """The question whether a right answer was known, with the keys that answer it."""
    keys = [_keyed(key_of, "go", "knew it"), _keyed(key_of, "guess", "guessed")]
    return Block(Content("   ").join([Content.styled(KNEW_IT, "bold"), *keys]))


def _keyed(key_of: Callable[[str], str], action: str, word: str) -> Content:
    return join(Content.styled(key_of(action), "bold $text-accent"), f" {word}")


def judge_blocks(question: Question, judgement: Judgement, place: int) -> Iterator[Block]:
    """What the learner compares before judging: the points, or the near miss at a place."""
    if isinstance(question, Open):
        yield said(Line("You", typed(judgement.response)))
        yield said(Line("Model", question.model_answer))
        yield Block(Content.styled("Tick the points that you had.", "$foreground-muted"))
        return
    yield from near_blocks(judgement, place)
    keys = [Content.assemble((key, "bold $text-accent"), f" {does}") for key, does, _ in YES_NO]
    yield Block(Content("   ").join(keys))


def typed(response: Response) -> str:
    """A typed answer on one line."""
    return " ".join(" ".join(response.given).split())


def progress(place: int, total: int, done: int, width: int) -> Content:
    """`7 of 20`, with a bar where there is room."""
    text = one_line(f"{place} of {total}")
    if width < 60 or not total:
        return text
    length = 12
    filled = round(length * done / total)
    bar = Content.styled("━" * filled, "$text-accent")
    rest = Content.styled("━" * (length - filled), "$foreground 25%")
    return Content("").join([bar, rest, Content("  "), text])
