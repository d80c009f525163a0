"""Search as learners see it: questions and passages, with what was found marked in them.

An answer is not given away: of a question that was never answered only its stem is shown, and that
the words stand in the rest of it; `reveal` shows the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import TracebackType
from typing import NamedTuple

from quiz.core.documents.document import Passage
from quiz.core.documents.search_terms import Term, count_terms, marks, parse_terms, widened
from quiz.core.grounding.locate import locate
from quiz.core.memory.records import set_of
from quiz.core.questions.question import Field, FieldText, Question
from quiz.core.questions.question_set import question_uid
from quiz.errors import QuizError
from quiz.store.search.files import Progress
from quiz.store.search.index import FoundUnit, SearchIndex
from quiz.study.common.pool import Pool
from quiz.study.common.workspace import Workspace
from quiz.study.searching.filters import Allowed, Asked, allowed, asked
from quiz.study.searching.snippets import Snippet, snippet
from quiz.study.searching.states import state_text

LIMIT = 20
"""Hits of each kind that are shown when nothing else is asked for."""

MOST_WEIGHED = 5000
"""So many of the best hits are looked at where filters leave most of them out."""

HIDDEN = "in its answers or explanation"
"""Where the words stand in a question whose rest is not shown yet: no hint which of them it is."""

PART_WORDS = {
    Field.STEM: "",
    Field.ANSWER: "answer",
    Field.EXPLANATION: "explanation",
    Field.OPTION: "option",
    Field.TAG: "tag",
}


class Kind(StrEnum):
    """Where the words stand: in a stem, elsewhere in a question, or in a document."""

    QUESTION = "question"
    EXPLANATION = "explanation"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Hit:
    """A question by its `uid`, or a passage of the document `document` of a set.

    `title` is the stem, or the document's title and sections. `part` says where in a question the
    `text` stands; `hidden` that it is not shown. `line` is the one in the set's file `path`, or in
    the document, `page` its page, slide or time. `quote` is all of the `passage`, verbatim.
    `state` says how it stands with a question.
    """

    kind: Kind
    set_id: str
    title: Snippet
    text: Snippet
    path: str
    line: int
    uid: str = ""
    part: Field = Field.STEM
    hidden: bool = False
    document: str = ""
    passage: Passage | None = None
    quote: str = ""
    state: str = ""
    page: str = ""

    @property
    def where(self) -> str:
        """The page, slide or time in a document, else the line."""
        return self.page or f"line {self.line}"


class Found(NamedTuple):
    """Hits, the best questions first, then the best passages.

    `note` says in what way the words were read more freely, '' when they were not; `suggestion` is
    the search with a word that is nowhere replaced by one like it. `more`: there are more hits than
    were asked for.
    """

    hits: tuple[Hit, ...] = ()
    note: str = ""
    suggestion: str = ""
    more: bool = False


class Search:
    """Searches over a workspace's library; `refresh` first. Close it, or use it in a `with`."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._index = SearchIndex(workspace.library.cache_folder)
        self._pool: Pool | None = None

    def refresh(self) -> Iterator[Progress]:
        """Bring the index up to date, step by step; no step when it is. Raises QuizError."""
        self._pool = None
        return self._index.refresh(self.workspace.library.sets)

    def find(
        self, typed: str, limit: int = LIMIT, *, typing: bool = False, reveal: bool = False
    ) -> Found:
        """At most `limit` questions and as many passages; while `typing`, for words unfinished.

        When nothing has all words as they are, they are taken as beginnings, then any of them will
        do. Filters (`quiz.study.searching.filters`) stand beside the words; without words all that
        they let through is found. Raises QuizError.
        """
        parts = asked(typed)
        terms = parse_terms(parts.words, typing=typing)
        only = self._allowed(parts)
        if only is not None and not terms:
            found = self._listed(only, limit, reveal=reveal)
            return found._replace(note=only.note)
        for words, any_, note in _readings(terms):
            found = self._hits(words, limit, only, any_=any_, reveal=reveal)
            if found.hits:
                return found._replace(note=note, suggestion=self._suggestion(terms) if any_ else "")
        note = only.note if only is not None else ""
        return Found(note=note, suggestion=self._suggestion(terms))

    def _allowed(self, parts: Asked) -> Allowed | None:
        """What the filters of a search let through; None without any."""
        if not parts.filters:
            return None
        if self._pool is None:
            self._pool = Pool(self.workspace)
        return allowed(self._pool, parts.filters)

    def _listed(self, only: Allowed, limit: int, *, reveal: bool) -> Found:
        """All that filters let through, in the order of the library."""
        hits = [self._question(uid, (), reveal=reveal) for uid in only.questions[:limit]]
        shown = tuple(hit for hit in hits if hit is not None)
        return Found(shown, more=len(only.questions) > limit)

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def __enter__(self) -> Search:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _hits(
        self,
        terms: Sequence[Term],
        limit: int,
        only: Allowed | None,
        *,
        any_: bool,
        reveal: bool,
    ) -> Found:
        most = limit + 1 if only is None else MOST_WEIGHED
        found = self._index.questions(terms, most, any_=any_)
        uids = [question_uid(one.set_id, one.question_id) for one in found]
        units = self._index.units(terms, most, any_=any_)
        if only is not None:
            let = set(only.questions)
            uids = [uid for uid in uids if uid in let]
            units = [one for one in units if only.sets is not None and one.file.set_id in only.sets]
        questions = (self._question(uid, terms, reveal=reveal) for uid in uids[:limit])
        passages = (_unit_hit(unit, terms) for unit in units[:limit])
        more = len(uids) > limit or len(units) > limit
        return Found((*(hit for hit in questions if hit is not None), *passages), more=more)

    def _question(self, uid: str, terms: Sequence[Term], *, reveal: bool) -> Hit | None:
        """A question as a hit; None when its set has changed since the library was opened."""
        library = self.workspace.library
        try:
            question = library.question(uid)
            path, line = library.place(uid)
        except QuizError:
            return None
        known = reveal or self.workspace.history.memory(uid, question.key_hash) is not None
        place = (str(path), line)
        hit = _question_hit(set_of(uid), uid, question, place, terms, known=known)
        return replace(hit, state=state_text(self.workspace, uid, question))

    def _suggestion(self, terms: Sequence[Term]) -> str:
        """The search with the nearest known words instead of unknown ones; '' when none is near."""
        near = {term: self._index.suggestion(term) for term in terms}
        if not any(near.values()):
            return ""
        words = (near[term] or " ".join(term.words) for term in terms)
        return " ".join(f'"{word}"' if " " in word else word for word in words)


def search(
    workspace: Workspace,
    words: str,
    limit: int = LIMIT,
    *,
    typing: bool = False,
    reveal: bool = False,
) -> Found:
    """One search, the index brought up to date before. Raises QuizError."""
    with Search(workspace) as opened:
        for _ in opened.refresh():
            pass
        return opened.find(words, limit, typing=typing, reveal=reveal)


def passages_of(workspace: Workspace, hit: Hit) -> tuple[Passage, ...]:
    """Where the passage of a hit stands now; none when the document has lost it since.

    Raises DocumentError.
    """
    if hit.passage is None:
        return ()
    document = workspace.library.document(hit.set_id, hit.document)
    if document.quote(hit.passage) == hit.quote:
        return (hit.passage,)
    found = locate(document.text, hit.quote)
    return (found.passage,) if found.grounded and found.passage is not None else ()


def _readings(terms: tuple[Term, ...]) -> Iterator[tuple[tuple[Term, ...], bool, str]]:
    """Ways to read a search, the strictest first."""
    yield terms, False, ""
    wide = widened(terms)
    if wide != terms:
        yield wide, False, "words that begin so"
    if len(terms) > 1:
        yield wide, True, "some of the words"


def _question_hit(
    set_id: str,
    uid: str,
    question: Question,
    place: tuple[str, int],
    terms: Sequence[Term],
    *,
    known: bool,
) -> Hit:
    best = _best_text(question, terms)
    kind = Kind.QUESTION if best.field is Field.STEM else Kind.EXPLANATION
    hidden = kind is Kind.EXPLANATION and best.field is not Field.TAG and not known
    title = snippet(question.stem, terms, len(question.stem))
    text = Snippet() if hidden or best.text == question.stem else snippet(best.text, terms)
    part = Field.EXPLANATION if hidden else best.field
    return Hit(kind, set_id, title, text, *place, uid=uid, part=part, hidden=hidden)


def _best_text(question: Question, terms: Sequence[Term]) -> FieldText:
    """The text with the most of the terms; of equal ones the weightiest."""
    texts = list(question.texts())
    return max(texts, key=lambda found: (count_terms(found.text, terms), -_weight(found.field)))


def _weight(part: Field) -> int:
    return list(Field).index(part)


def _unit_hit(unit: FoundUnit, terms: Sequence[Term]) -> Hit:
    spans = [_text_of(unit, sentence) for sentence in unit.sentences]
    counts = [count_terms(text, terms) for text in spans]
    best = counts.index(max(counts))
    title = " › ".join((unit.title, *unit.sections))
    passage = unit.sentences[best]
    return Hit(
        Kind.DOCUMENT,
        unit.file.set_id,
        Snippet(title, marks(title, terms)),
        snippet(spans[best], terms),
        str(unit.file.path),
        unit.lines[best][0],
        document=unit.file.document,
        passage=passage,
        quote=spans[best],
        page=unit.lines[best][1],
    )


def _text_of(unit: FoundUnit, passage: Passage) -> str:
    return unit.text[passage.start - unit.start : passage.end - unit.start]
