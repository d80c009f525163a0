"""What is the learner's own: questions set aside, notes, and saved choices of questions."""

from __future__ import annotations

from quiz.core.memory.records import GONE, Note, SavedSelection, Suspension
from quiz.store.history.database import Database, storable
from quiz.store.history.rows import NOTES, SELECTIONS, SUSPENSIONS, insertion


class Own(Database):
    """These tables of a history. Of two states of one thing the later counts, wherever written."""

    def suspend(self, suspension: Suspension) -> None:
        """Set a question aside, or ask it again."""
        with self._writing() as connection:
            connection.execute(insertion(SUSPENSIONS), suspension._asdict())

    def suspensions(self, day: int) -> dict[str, int]:
        """The questions that are not asked on study day `day`, and the day from which they are."""
        rows = self._read("SELECT question, until FROM suspensions WHERE until > ?", (day,))
        names = ("question", "until")
        return dict(self._parsed(lambda row: SUSPENSIONS.sound(row, names), rows))

    def keep_note(self, note: Note) -> None:
        """Keep a note, in place of an earlier state of it."""
        kept = note._replace(exact=storable(note.exact), text=storable(note.text))
        with self._writing() as connection:
            connection.execute(insertion(NOTES), kept._asdict())

    def notes(self, question: str | None = None) -> list[Note]:
        """Every note that there is, the oldest first; with a `question`, none on another one."""
        rows = self._read(
            f"""SELECT {NOTES.listed} FROM notes WHERE kind <> '{GONE}'
                AND (?1 IS NULL OR question IN (?1, '')) ORDER BY uid""",
            (question,),
        )
        return self._parsed(lambda row: Note._make(NOTES.sound(row, Note._fields)), rows)

    def keep_selection(self, selection: SavedSelection) -> None:
        """Keep a choice of questions, in place of an earlier state of it."""
        kept = selection._replace(name=storable(selection.name))
        with self._writing() as connection:
            connection.execute(insertion(SELECTIONS), kept._asdict())

    def selections(self) -> list[SavedSelection]:
        """Every saved choice, by name; of two with one name the later."""
        rows = self._read(f"SELECT {SELECTIONS.listed} FROM selections WHERE wish <> ''")
        names = SavedSelection._fields
        found = self._parsed(lambda row: SavedSelection._make(SELECTIONS.sound(row, names)), rows)
        by_name = {one.name: one for one in sorted(found, key=lambda one: (one.at_ms, one.uid))}
        return sorted(by_name.values(), key=lambda one: one.name.casefold())
