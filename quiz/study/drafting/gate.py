"""What every draft has to pass, whoever made it: quotes that stand, keys in them, and all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from quiz.core.checking.findings import Finding
from quiz.core.checking.view import words_of
from quiz.core.documents.document import Document
from quiz.core.drafting.peers import content
from quiz.core.grounding.sources import find_source
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.errors import DocumentError
from quiz.store.banks.blocks import block
from quiz.store.checking.checking import check_text
from quiz.store.library.found_files import Found
from quiz.store.yaml.scalars import new_scalar

LEFT_TO_AUTHORS = frozenset(
    {
        "no-explanation",
        "thin-explanation",
        "no-feedback",
        "few-distractors",
        "stem-copies-source",
        "true-in-source",
        "draft",
    }
)
"""Rules about what an author still has to write: an explanation, reasons, other words."""


class Gate:
    """Judges drafts of a set with these documents, by the set's own names for them."""

    def __init__(self, documents: Mapping[str, Document], language: str = "en") -> None:
        self._documents = documents
        self._head = _header(documents, language)

    def faults(self, question: Question) -> list[str]:
        """Why a draft does not pass, the names of rules among it; empty when it does."""
        return list(dict.fromkeys(self._faults(question)))

    def _faults(self, question: Question) -> Iterator[str]:
        quoted = list(self._quoted(question))
        if not question.sources or len(quoted) < len(question.sources):
            yield "quote not verbatim, or not at one place only"
            return
        said = " ".join(quoted)
        if not isinstance(question, TrueFalse) and not _holds(question.key, said):
            yield "key not in the quote"
        if isinstance(question, SingleChoice | MultipleChoice):
            words = f" {' '.join(words_of(said))} "
            wrong = (" ".join(words_of(one.text)) for one in question.distractors)
            if any(f" {text} " in words for text in wrong):
                yield "a wrong option in the quote"
        yield from (one.rule for one in self._findings(question))

    def _quoted(self, question: Question) -> Iterator[str]:
        """The passages that are grounded."""
        for source in question.sources:
            document = self._documents.get(source.document)
            located = find_source(document, source) if document is not None else None
            if document is not None and located is not None and located.grounded:
                assert located.passage is not None
                yield document.quote(located.passage)

    def _findings(self, question: Question) -> Iterator[Finding]:
        path = Path("drafts.yaml")
        text = f"{self._head}questions:\n{block(question)}"
        checked = check_text(Found(path, path.parent), text, self._read, alone=True)
        for finding in checked.report.findings:
            if finding.rule not in LEFT_TO_AUTHORS:
                yield finding

    def _read(self, path: Path, *, root: Path, name: str, language: str) -> Document:
        """The document of a name; there is no file to look for."""
        if name not in self._documents:
            raise DocumentError("there is no such document", path=str(path))
        return self._documents[name]


def _holds(key: tuple[str, ...], said: str) -> bool:
    """Whether every content word of a key stands in what is quoted."""
    there = content(said) | set(words_of(said))
    return all((content(one) or set(words_of(one))) <= there for one in key)


def _header(documents: Mapping[str, Document], language: str) -> str:
    lines = ["id: drafts", "title: Drafts", f"language: {new_scalar(language, flow=False)}"]
    lines += ["documents:", *(f"  {new_scalar(n, flow=False)}: {n}.txt" for n in documents)]
    return "\n".join(lines) + "\n"
