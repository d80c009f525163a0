"""All question sets at hand, opened without reading their questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from quiz.core.questions.question_set import QuestionSet, question_uid
from quiz.core.text.copies import looks_copied
from quiz.errors import DocumentError, QuizError
from quiz.store.files.home import Places
from quiz.store.files.shown import shown
from quiz.store.library.cache import ParseCache
from quiz.store.library.contents import Contents, WithDrafts, open_contents
from quiz.store.library.entry import Entry, IndexRow
from quiz.store.library.found_files import Found, set_files
from quiz.store.library.names import find_entries
from quiz.store.sets.text import read_bytes
from quiz.store.yaml.problems import Place, Problems, SetProblem

if TYPE_CHECKING:
    from quiz.core.documents.document import Document
    from quiz.core.questions.question import Question

__all__ = ["Entry", "IndexRow", "Library"]


class Library:
    """The sets in `sets`, good and broken ones, in order of precedence.

    Of two sound sets with one id the first counts; an identical copy of it is left out, another
    one is kept as broken. Close the library, or use it in a `with` statement.
    """

    def __init__(self, cache: ParseCache, *, drafts: bool = False) -> None:
        self.drafts = drafts
        self.sets: list[Entry] = []
        self._cache = cache
        self._contents: dict[Path, Contents] = {}
        self._questions: dict[str, Question] = {}
        self._documents: dict[tuple[str, str], Document] = {}

    @classmethod
    def open(
        cls,
        paths: Sequence[Path] | None = None,
        *,
        places: Places,
        cwd: Path | None = None,
        drafts: bool = False,
    ) -> Library:
        """The sets in `paths` (files or folders), or in all the usual places.

        With `drafts`, questions that nothing proves yet count as the others do. Raises QuizError
        for a path that does not exist, or a folder of `paths` without sets.
        """
        library = cls(ParseCache(places.cache), drafts=drafts)
        try:
            for found in set_files(paths, places, cwd or Path()):
                library._add(found)
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Let go of the cache file."""
        self._cache.close()

    @property
    def cache_folder(self) -> Path:
        """Where what is derived from the sets is kept."""
        return self._cache.path.parent

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def entry(self, set_id: str) -> Entry:
        """The set with this id, a sound one if there is; raises QuizError."""
        found = [entry for entry in self.sets if entry.id == set_id]
        if not found:
            raise QuizError(f"there is no question set {shown(set_id)}")
        return next((entry for entry in found if entry.ok), found[0])

    def find(self, name: str) -> list[Entry]:
        """The sets a user means: an id, title, file name or path, or the start of one.

        Raises QuizError with the nearest name when there is none.
        """
        return find_entries(self.sets, name)

    def question(self, uid: str) -> Question:
        """One question; raises QuizError when its set has no such question (any more)."""
        return self.questions([uid])[uid]

    def questions(self, uids: Iterable[str]) -> dict[str, Question]:
        """Questions by uid, read in batches; raises QuizError when one does not exist."""
        wanted = list(uids)
        missing: dict[str, list[str]] = {}
        for uid in wanted:
            if uid not in self._questions:
                set_id, _, question_id = uid.partition("/")
                missing.setdefault(set_id, []).append(question_id)
        for set_id, ids in missing.items():
            for question_id, question in self._contents_of(set_id).questions(ids).items():
                self._questions[question_uid(set_id, question_id)] = question
        lost = next((uid for uid in wanted if uid not in self._questions), None)
        if lost is not None:
            raise QuizError(f"there is no question {shown(lost)}")
        return {uid: self._questions[uid] for uid in wanted}

    def question_set(self, set_id: str) -> QuestionSet:
        """A whole set with all its questions; of a broken set, those that are sound.

        Drafts are among them only in a library that was opened with them.
        """
        entry = self.entry(set_id)
        uids = [question_uid(set_id, row.id) for row in entry.index]
        return self._contents[entry.path].outline.header._replace(
            questions=tuple(self.questions(uids).values())
        )

    def _contents_of(self, set_id: str) -> Contents:
        return self._contents[self.entry(set_id).path]

    def document(self, set_id: str, key: str) -> Document:
        """A document of a set, read once; raises DocumentError."""
        found = self._documents.get((set_id, key))
        if found is None:
            from quiz.store.library.documents import read_document

            entry = self.entry(set_id)
            if key not in entry.documents:
                raise DocumentError(f"the set {shown(set_id)} declares no document {shown(key)}")
            path = entry.path.parent / entry.documents[key]
            found = read_document(
                path,
                root=entry.root,
                name=key,
                language=entry.language,
                cache=self.cache_folder,
            )
            self._documents[set_id, key] = found
        return found

    def key_hash(self, uid: str) -> str:
        """The digest of a question's right answer, as the index has it; raises QuizError."""
        set_id, _, question_id = uid.partition("/")
        entry = self.entry(set_id)
        rows = (*entry.index, *entry.drafts)
        found = next((row.key_hash for row in rows if row.id == question_id), None)
        return self.question(uid).key_hash if found is None else found

    def place(self, uid: str) -> tuple[Path, int]:
        """The file of a question and the line where it starts; raises QuizError."""
        set_id, _, question_id = uid.partition("/")
        entry = self.entry(set_id)
        drafts = {row.id: row for row in entry.drafts}
        row = entry.rows.get(question_id) or drafts.get(question_id)
        if row is None:
            raise QuizError(f"there is no question {shown(uid)}", path=str(entry.path))
        return entry.path, row.line

    def reload(self, which: str | Entry) -> Entry:
        """Read a set (by id or entry) and its documents again, after an edit; its new entry."""
        old = self.entry(which) if isinstance(which, str) else which
        at = next(i for i, entry in enumerate(self.sets) if entry is old)
        self._forget(old)
        new = self._open(Found(old.path, old.root))
        self.sets[at] = self._checked(new, self.sets[:at] + self.sets[at + 1 :])
        return self.sets[at]

    def _forget(self, entry: Entry) -> None:
        self._documents = {k: v for k, v in self._documents.items() if k[0] != entry.id}
        start = question_uid(entry.id, "")
        self._questions = {k: v for k, v in self._questions.items() if not k.startswith(start)}

    def _add(self, found: Found) -> None:
        entry = self._open(found)
        rival = _rival(entry, self.sets)
        if rival is None or not _same_content(entry.path, rival.path):
            self.sets.append(self._checked(entry, self.sets))

    def _open(self, found: Found) -> Entry:
        contents = open_contents(found.path, self._cache)
        self._contents[found.path] = contents
        return self._entry(found, contents)

    def _checked(self, entry: Entry, others: Sequence[Entry]) -> Entry:
        """The entry, broken when another sound set has its id."""
        rival = _rival(entry, others)
        if rival is None:
            return entry
        contents = self._contents[entry.path]
        line = contents.outline.id_line
        message = f"the id {shown(entry.id)} is already used by {rival.path}"
        copied = looks_copied(entry.path.stem)
        hint = "delete this copy, or give it an id of its own" if copied else "give one another id"
        place = Place(line, 1, line, 1)
        path = str(entry.path)
        clash = SetProblem("duplicate-set-id", message, place, path=path, hint=hint)
        return self._entry(Found(entry.path, entry.root), contents, (clash,))

    def _entry(
        self, found: Found, contents: Contents, clashes: tuple[SetProblem, ...] = ()
    ) -> Entry:
        """The entry of a file; one that clashes with another set is sound in itself."""
        outline = contents.outline
        header = outline.header
        index: Contents | WithDrafts = contents
        if self.drafts and outline.drafts:
            index = WithDrafts(contents)
        return Entry(
            path=found.path,
            root=found.root,
            id=header.id or found.path.stem,
            title=header.title or found.path.stem,
            description=header.description,
            language=header.language,
            count=outline.total + (len(outline.drafts) if self.drafts else 0),
            documents=header.documents,
            exam=header.exam,
            not_asked=header.not_asked,
            problems=clashes or outline.problems,
            drafts=() if self.drafts else outline.drafts,
            load_index=index.index,
            index_json=index.index_json,
        )


def _rival(entry: Entry, others: Sequence[Entry]) -> Entry | None:
    """Another sound set with the same id."""
    if not entry.ok:
        return None
    return next((other for other in others if other.ok and other.id == entry.id), None)


def _same_content(one: Path, other: Path) -> bool:
    first, second = (read_bytes(path, Problems()) for path in (one, other))
    return first is not None and second is not None and first[0] == second[0]
