"""Learners' remarks on questions, kept for the author."""

from __future__ import annotations

from quiz.core.memory.records import Flag
from quiz.store.history.database import Database, storable


class Flags(Database):
    """The flags of a history."""

    def flag(self, flag: Flag) -> None:
        """Keep a flag; the same uid again changes nothing."""
        values = (
            *(flag.uid, flag.at_ms, flag.question),
            *(storable(flag.comment), storable(flag.path), flag.line),
        )
        with self._writing() as connection:
            connection.execute("INSERT OR IGNORE INTO flags VALUES (?, ?, ?, ?, ?, ?)", values)

    def flags(self) -> list[Flag]:
        """Every flag, the oldest first."""
        query = "SELECT uid, at_ms, question, comment, path, line FROM flags ORDER BY at_ms, uid"
        return self._parsed(Flag._make, self._read(query))

    def unflag(self, uid: str) -> None:
        """Remove a flag; nothing happens when there is none of that uid."""
        with self._writing() as connection:
            connection.execute("DELETE FROM flags WHERE uid = ?", (uid,))
