"""Where the learner stopped reading each document."""

from __future__ import annotations

from quiz.store.history.database import Database, storable


class ReadingPlaces(Database):
    """The reading places of a history, by the real path of the document."""

    def reading_place(self, document: str) -> int:
        """The offset (characters of the normalised text) to go on at; 0 when never read.

        The document may have become shorter meanwhile.
        """
        rows = self._read(
            "SELECT offset FROM reading_places WHERE document = ?", (storable(document),)
        )
        return int(rows[0][0]) if rows else 0

    def keep_reading_place(self, document: str, offset: int, now_ms: int) -> None:
        """Keep the place in a document, in place of an earlier one."""
        with self._writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO reading_places VALUES (?, ?, ?)",
                (storable(document), max(0, offset), now_ms),
            )
