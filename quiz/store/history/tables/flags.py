"""Learners' remarks on questions, kept for the author."""

from __future__ import annotations

from quiz.core.memory.records import Flag
from quiz.store.history.database import Database, storable
from quiz.store.history.rows import CLOSED, FLAGS, insertion


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
        return self._parsed(Flag._make, self._read(query))

    def unflag(self, uid: str, at_ms: int) -> None:
        """Close a flag for good; nothing happens when there is none of that uid."""
        with self._writing() as connection:
            found = connection.execute("DELETE FROM flags WHERE uid = ?", (uid,)).rowcount
            if found:
                connection.execute(insertion(CLOSED), {"flag": uid, "at_ms": at_ms})
