"""What a document offers to be asked, sentence by sentence, in its order.

Which sentences matter is not decided here: what an author has not asked yet is offered, of each
sentence the likeliest question first. Nothing is taken from outside of the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from quiz.core.checking.vocabulary import is_english
from quiz.core.documents.blocks import Block
from quiz.core.documents.blocks import Kind as BlockKind
from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.drafting.facts import Fact, Kind, facts
from quiz.core.drafting.offer import Offer
from quiz.core.drafting.peers import Peers
from quiz.core.drafting.statements import contrasts, turned
from quiz.core.grading.grading import Distractor
from quiz.core.grounding.selector import Selector, selector
from quiz.core.grounding.source import Source
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.text.passages import Passage

FEWEST, MOST = 5, 45
"""Words of a sentence that is offered."""
PER_SENTENCE = 4
"""Offers of one sentence."""
STEPS = range(3, 9)
"""Steps of a list that is offered to be put in order."""
BLANK = "____"
_POINTS_BACK = re.compile(
    r"^(?:it|they|he|she|this|these|that|those|such|then|there|here|thus|hence|therefore|however|also"
    r"|but|and|or|so|for example|for instance|in addition|as a result|in this|in these|in that)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*\(?\d+[.)]\s")


class Drafts:
    """Offers of one document, called `name` in the set."""

    def __init__(self, name: str, document: Document) -> None:
        self.name, self.document = name, document
        self._peers = Peers(document)

    def of_document(self, asked: Collection[Passage] = ()) -> Iterator[tuple[Passage, list[Offer]]]:
        """Each sentence that nobody asks, with what could be asked of it; in order.

        A numbered list is offered once, at its first step.
        """
        lists = {steps[0].text_start: steps for steps in self._lists()}
        for sentence in sentences(self.document):
            if any(sentence.overlaps(one) for one in asked):
                continue
            found = list(self._ordering(lists.get(sentence.start, [])))
            found += self.of_sentence(sentence)
            if found:
                yield sentence, found[:PER_SENTENCE]

    def of_sentence(self, sentence: Passage) -> Iterator[Offer]:
        """What could be asked of one sentence, the likeliest first."""
        source = self._source(sentence)
        text = self._words(sentence)
        if source is None or not suits(text):
            return
        if is_english(self.document.language) and contrasts(text):
            yield from self._statements(sentence, text, source)
        for fact in facts(self.document, sentence):
            yield from self._of_fact(fact, sentence, source)

    def _words(self, passage: Passage) -> str:
        return " ".join(self.document.quote(passage).split())

    def _source(self, passage: Passage) -> Source | None:
        """A source that stands on the passage and nowhere else."""
        text = self.document.text
        quoted = text[passage.start : passage.end]
        found = selector(text, passage, Selector(quoted))
        if found is None:
            return None
        return Source(self.name, found.exact, found.prefix, found.suffix)

    # Kinds of questions

    def _of_fact(self, fact: Fact, sentence: Passage, source: Source) -> Iterator[Offer]:
        gap = self.document.quote(fact.place)
        before, after = (
            " ".join(part.split())
            for part in (
                self.document.text[sentence.start : fact.place.start],
                self.document.text[fact.place.end : sentence.end],
            )
        )
        space, behind = self._spaces(fact.place, sentence)
        wrong = self._peers.wrong(fact, sentence) if fact.kind is not Kind.WORD else []
        if len(wrong) >= 2:
            stem = f"{before}{space}{BLANK}{behind}{after}"
            asked: Question = self._choice(stem, gap, wrong, source, fact)
            yield self._offer(asked, sentence, fact)
        if not set("{}|") & set(before + gap + after):
            parts = (f"{before}{space}", f"{behind}{after}")
            asked = Cloze(
                id="", stem="", sources=(source,), draft=True, parts=parts, gaps=((gap,),)
            )
            yield self._offer(asked, sentence, fact)

    def _spaces(self, place: Passage, sentence: Passage) -> tuple[str, str]:
        """The space on either side of a gap, if there is any."""
        text = self.document.text
        first = place.start > sentence.start and text[place.start - 1].isspace()
        last = place.end < sentence.end and text[place.end].isspace()
        return " " * first, " " * last

    def _choice(
        self, stem: str, answer: str, wrong: list[str], source: Source, fact: Fact
    ) -> Question:
        options = tuple(Distractor(" ".join(text.split())) for text in wrong)
        asked = f"Which of these belongs in the gap? {stem}"
        return SingleChoice(
            id="",
            stem=asked,
            sources=(source,),
            draft=True,
            answer=answer,
            distractors=options,
            sorted=fact.kind is Kind.NUMBER,
        )

    def _offer(self, question: Question, sentence: Passage, fact: Fact) -> Offer:
        return Offer(question, sentence, fact.place, fact.kind.value)

    def _statements(self, sentence: Passage, text: str, source: Source) -> Iterator[Offer]:
        for one in turned(text):
            false = TrueFalse(
                id="", stem=one.text, sources=(source,), draft=True, answer=False, correction=text
            )
            yield Offer(false, sentence, sentence, f"{one.said} turned into {one.instead}")

    def _ordering(self, steps: list[Block]) -> Iterator[Offer]:
        if not steps:
            return
        places = [Passage(step.text_start, step.text_end) for step in steps]
        sources = [self._source(place) for place in places]
        texts = [self._words(place).rstrip(".;,") for place in places]
        if all(sources) and len(set(texts)) == len(texts):
            kept = tuple(one for one in sources if one is not None)
            heading = self.document.section_path(places[0].start)
            stem = f"Put these steps in order: {heading[-1] if heading else self.document.title}"
            asked = Ordering(id="", stem=stem, sources=kept, draft=True, sequence=tuple(texts))
            whole = Passage(places[0].start, places[-1].end)
            yield Offer(asked, places[0], whole, "steps in order")

    def _lists(self) -> Iterator[list[Block]]:
        """Numbered lists of a length that can be put in order."""
        steps: list[Block] = []
        for block in self.document.blocks:
            lead = block.frame.lead or self.document.text[block.start : block.text_start]
            if block.kind is BlockKind.ITEM and _NUMBERED.fullmatch(f"{lead.rstrip()} "):
                steps.append(block)
                continue
            if len(steps) in STEPS:
                yield steps
            steps = []
        if len(steps) in STEPS:
            yield steps


def suits(sentence: str) -> bool:
    """Whether a sentence can be asked by itself: short enough, and not pointing back."""
    if not FEWEST <= len(sentence.split()) <= MOST or not sentence[:1].isalnum():
        return False
    if sentence.endswith(("?", ":")) or _POINTS_BACK.match(sentence):
        return False
    return sentence[-1] in ".!。।" or sentence[-1].isalnum()
