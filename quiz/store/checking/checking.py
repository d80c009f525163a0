"""Check question-set files: read them and their documents, run the rules, heed the silencers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quiz.core.checking.findings import Finding, Notice, RelatedPlace, Spot
from quiz.core.checking.registry import RULES
from quiz.core.checking.report import SetReport
from quiz.core.checking.rules.all_rules import review
from quiz.core.checking.rules.meaning.over_set import unused_documents
from quiz.core.checking.rules.told import Told
from quiz.core.documents.document import Document
from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.errors import DocumentError, SetError
from quiz.store.checking.cache import digest_of
from quiz.store.checking.grounding import citations, fault, ground, heading_only
from quiz.store.checking.traps import traps
from quiz.store.files.shown import shown
from quiz.store.library.documents import read_document
from quiz.store.library.found_files import Found
from quiz.store.revisions.lock_place import lock_path
from quiz.store.sets.file_places import lines_of, node_place, place_of, value_place
from quiz.store.sets.reading import SetFile, no_collection, read_set, read_text
from quiz.store.yaml.problems import MAX_PROBLEMS, START, Place, SetProblem

if TYPE_CHECKING:
    from quiz.store.revisions.lock import LockFile


class Checked(NamedTuple):
    """A report, the file as read, and the documents that could be read, by the set's own keys.

    `digests` are those of all declared documents, by path, taken before they were read; empty
    texts where they were not wanted. `told` is what the questions ask for and what they say.
    """

    report: SetReport
    file: SetFile
    documents: Mapping[str, Document]
    digests: Mapping[str, str]
    told: Told

    @property
    def complete(self) -> bool:
        """Whether the set and every document of it could be read."""
        return bool(self.file.content) and len(self.documents) == len(self.digests)


class Reader(Protocol):
    """What gives the documents of a set, as `read_document` does."""

    def __call__(self, path: Path, *, root: Path, name: str, language: str) -> Document:
        """The document; raises DocumentError."""


def check_file(found: Found, *, digesting: bool = False) -> Checked:
    """Everything that can be said about one file; never raises on its content.

    `digesting` says whether the digests of the documents are wanted. Raises QuizError when PyYAML
    lacks its C parser.
    """
    with no_collection():
        return _Check(found, read_set(found.path), digesting=digesting).run()


def check_text(
    found: Found, text: str, reader: Reader = read_document, *, alone: bool = False
) -> Checked:
    """The same of what an editor holds for the file, with the documents of a reader.

    `alone`: only what is said about each question by itself, nothing about all of them.
    """
    with no_collection():
        return _Check(found, read_text(found.path, text), reader=reader, alone=alone).run()


class _Check:
    def __init__(
        self,
        found: Found,
        file: SetFile,
        *,
        reader: Reader = read_document,
        digesting: bool = False,
        alone: bool = False,
    ) -> None:
        self.found, self.file = found, file
        self.reader, self.digesting, self.alone = reader, digesting, alone
        self.sound = self.file.partial
        self.findings: list[Finding] = []
        self.documents: dict[str, Document] = {}
        self.digests: dict[str, str] = {}

    def run(self) -> Checked:
        """Everything in order: the reader's problems, grounding, rules, silencers."""
        questions = self.sound.questions if self.sound is not None else ()
        self.findings += map(self._from_problem, self.file.problems)
        self._read_documents()
        self._ground(questions)
        language = self.sound.language if self.sound is not None else ""
        reviewed = review(questions, language, alone=self.alone)
        self.findings += map(self._from_notice, reviewed.notices)
        if self.sound is not None and not self.file.problems and not self.alone:
            self.findings += map(self._from_notice, unused_documents(self.sound))
        self.findings += () if self.alone else self._against_lock()
        for trap in traps(self.file, self.lines):
            place = node_place(trap.node, self.lines)
            self.findings.append(
                self._finding(trap.rule, place, trap.message, trap.hint, trap.question)
            )
        report = SetReport(
            path=str(self.file.path),
            set=self.set_id,
            questions=len(questions),
            findings=tuple(sorted(self._unsilenced(), key=_order)),
            guessability=reviewed.guessability,
            id_place=self._id_place(),
            text=self.file.text,
        )
        return Checked(report, self.file, self.documents, self.digests, reviewed.told)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return lines_of(self.file.text)

    def _id_place(self) -> Place:
        if self.file.tree is None:
            return START
        return place_of(self.file, Spot("", ("id",)), self.lines)

    @property
    def set_id(self) -> str:
        return self.sound.id if self.sound is not None else ""

    def _from_problem(self, problem: SetProblem) -> Finding:
        related = problem.related
        places = (RelatedPlace(str(self.file.path), *related),) if related is not None else ()
        return self._finding(
            problem.rule, problem.span, problem.message, problem.hint, problem.question, places
        )

    def _from_notice(self, notice: Notice) -> Finding:
        related = tuple(
            RelatedPlace(str(self.file.path), *place_of(self.file, spot, self.lines)[:2], message)
            for spot, message in notice.related
        )
        place = place_of(self.file, notice.spot, self.lines)
        question = notice.spot.question
        found = self._finding(notice.rule, place, notice.message, notice.hint, question, related)
        return found if notice.level is None else found._replace(severity=notice.level)

    def _finding(
        self,
        rule: str,
        place: Place,
        message: str,
        hint: str | None,
        question: str = "",
        related: tuple[RelatedPlace, ...] = (),
    ) -> Finding:
        return Finding(
            rule=rule,
            severity=RULES[rule].level,
            path=str(self.file.path),
            line=place.line,
            column=place.column,
            end_line=place.end_line,
            end_column=place.end_column,
            message=message,
            hint=hint,
            set=self.set_id,
            question=question,
            related=related,
        )

    def _read_documents(self) -> None:
        """Read what the set declares; one finding for each that cannot be read."""
        language = self.sound.language if self.sound is not None else ""
        for key, name in self.sound.documents.items() if self.sound is not None else ():
            if not name:
                continue  # reported already
            path = self.file.path.parent / name
            self.digests[str(path)] = digest_of(path, self.found.root) if self.digesting else ""
            try:
                self.documents[key] = self.reader(
                    path, root=self.found.root, name=key, language=language
                )
            except DocumentError as error:
                self._report_document(key, error)

    def _report_document(self, key: str, error: DocumentError) -> None:
        related: tuple[RelatedPlace, ...] = ()
        if error.line is not None and error.path is not None:
            related = (RelatedPlace(error.path, error.line, error.column or 1, "here"),)
        place = value_place(self.file.tree, ("documents", key), self.lines)
        message = f"{shown(key)}: {error.message}"
        self.findings.append(
            self._finding("document-unreadable", place, message, error.hint, "", related)
        )

    def _ground(self, questions: Sequence[Question]) -> None:
        single = {question.id: question for question in questions if len(question.sources) == 1}
        for citation, located in ground(citations(self.file, questions), self.documents):
            document = self.documents[citation.source.document]
            trouble = fault(citation.source, located, document)
            if trouble is not None and self._changed(citation.source, document):
                trouble = trouble._replace(
                    message=f"{trouble.message}: the document has changed",
                    hint="`quiz reanchor` shows what became of it",
                )
            alone = single.get(citation.question) if citation.path[:1] == ("sources",) else None
            if trouble is None and alone is not None:
                trouble = heading_only(alone, located, document)
            node = citation.exact
            if trouble is not None and node is not None:
                place = node_place(node, self.lines)
                hint, related = trouble.hint, trouble.related
                self.findings.append(
                    self._finding(
                        trouble.rule, place, trouble.message, hint, citation.question, related
                    )
                )

    @cached_property
    def _lock(self) -> LockFile | None:
        """What the lock file beside the set knows, if there is one that can be read."""
        if not lock_path(self.file.path).exists():
            return None
        from quiz.store.revisions.lock import read_lock_file

        try:
            return read_lock_file(self.file.path)
        except SetError:
            return None  # `quiz reanchor` tells what is wrong with it

    def _changed(self, source: Source, document: Document) -> bool:
        lock = self._lock
        if lock is None:
            return False
        from quiz.store.checking.against_lock import document_changed

        return document_changed(source, document.file_text, lock)

    def _against_lock(self) -> Iterator[Finding]:
        if self._lock is not None and self.file.tree is not None:
            from quiz.store.checking.against_lock import against_lock

            yield from map(self._from_notice, against_lock(self.file.tree, self.set_id, self._lock))

    def _unsilenced(self) -> Iterator[Finding]:
        """The findings that no comment silences, and comments that silence nothing."""
        if "quiz:" not in self.file.text:
            yield from self.findings
            return
        from quiz.store.sets.silencers import RULE, silence, silencers, unused

        comments = silencers(self.lines, self.file.tree)
        yield from silence(self.findings, comments)
        sound = sorted((n.place.line, n.place.end_line) for n in self.file.nodes.values())
        for comment in comments[:MAX_PROBLEMS]:
            if not self._heard(comment.target, sound) and set(comment.rules) <= RULES.keys():
                continue
            place = Place(
                comment.line, comment.column, comment.line, comment.column + comment.length
            )
            for message, hint in unused(comment):
                yield self._finding(RULE, place, message, hint)

    def _heard(self, line: int, sound: list[tuple[int, int]]) -> bool:
        """Whether all rules were run on a line: not in a question that could not be read.

        `sound` are the first and last lines of the others, in order.
        """
        at = bisect_right(sound, (line, len(self.lines) + 1)) - 1
        return not self.file.problems or (at >= 0 and line <= sound[at][1])


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.line, finding.column, finding.severity.rank, finding.rule)
