"""Learners' remarks on questions, kept for the author."""

from __future__ import annotations

from quiz.core.memory.records import Flag
from quiz.store.history.database import Database, storable
from quiz.store.history.rows import FLAGS, insertion


class Flags(Database):
    """The flags of a history."""

    def flag(self, flag: Flag) -> None:
        """Keep a flag; the same uid again changes nothing."""
        kept = flag._replace(comment=storable(flag.comment), path=storable(flag.path))
        with self._writing() as connection:
            connection.execute(insertion(FLAGS), kept._asdict())

    def flags(self) -> list[Flag]:
        """Every flag, the oldest first."""
        query = "SELECT uid, at_ms, question, comment, path, line FROM flags ORDER BY at_ms, uid"
        return [
            Flag(uid=uid, at_ms=at_ms, question=question, comment=comment, path=path, line=line)
            for uid, at_ms, question, comment, path, line in self._read(query)
        ]

    def unflag(self, uid: str) -> None:
        """Remove a flag; nothing happens when there is none of that uid."""
        with self._writing() as connection:
            connection.execute("DELETE FROM flags WHERE uid = ?", (uid,))
