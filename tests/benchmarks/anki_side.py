"""Anki's part, run by the Python that has Anki: reads a job as JSON, prints what it measured.

It does what its own window does: asks for the next card and its four possible next states, makes
the two sides of the card and the labels of the buttons, and answers with "Good". FSRS is switched
on. Searches are those of its browser, without showing them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from anki.collection import AddNoteRequest, Card, Collection  # type: ignore[import-not-found]

from tests.benchmarks.cpu import medians, timed

AT_ONCE = 5000
REMEMBERED = """UPDATE cards SET type = 2, queue = 2, ivl = 50, factor = 2500, reps = 3,
    due = ? - 1 + (id % ?), data = '{"s":50.0,"d":5.0,"dr":0.9,"decay":0.1542}'"""


def fill(collection: Any, notes: list[list[str]], due_share: int) -> None:
    """A card for each note, all remembered; of `due_share` cards one is due."""
    notetype, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
    for first in range(0, len(notes), AT_ONCE):
        requests = []
        for front, back in notes[first : first + AT_ONCE]:
            note = collection.new_note(notetype)
            note["Front"], note["Back"] = front, back
            requests.append(AddNoteRequest(note=note, deck_id=deck))
        collection.add_notes(requests)
    collection.set_config("fsrs", True)
    limits = collection.decks.config_dict_for_deck_id(deck)
    limits["rev"]["perDay"], limits["new"]["perDay"] = 9999, 0
    collection.decks.save(limits)
    collection.db.execute(REMEMBERED, collection.sched.today + 1, due_share)


def answer(collection: Any) -> None:
    """Take the next card, make its two sides and the labels of its buttons, and answer it."""
    queued = collection.sched.get_queued_cards().cards[0]
    card = Card(collection)
    card._load_from_backend_card(queued.card)
    card.start_timer()
    card.question()
    card.answer()
    collection.sched.describe_next_states(queued.states)
    given = collection.sched.build_answer(card=card, states=queued.states, rating=2)
    collection.sched.answer_card(given)


def main(job_path: Path) -> dict[str, object]:
    """Do a job: `notes`, `due_share`, `answers`, `searches`, `times`, and the file to make."""
    job = json.loads(job_path.read_text(encoding="utf-8"))
    collection = Collection(job["path"])
    fill(collection, job["notes"], job["due_share"])
    collection.close()
    collection = Collection(job["path"])
    kept = [collection.db.scalar(f"PRAGMA {name}") for name in ("journal_mode", "synchronous")]
    began = timed(lambda: collection.sched.get_queued_cards())
    answers = [timed(lambda: answer(collection)) for _ in range(job["answers"])]
    reviews = collection.db.scalar("SELECT count() FROM revlog")
    found, searches = {}, {}
    for kind, words in job["searches"].items():
        found[kind] = [len(collection.find_notes(word)) for word in words]
        rounds = [
            timed(lambda word=word: collection.find_notes(word))  # type: ignore[misc]
            for word in words
            for _ in range(job["times"])
        ]
        searches[kind] = medians(rounds)[0]
    collection.close()
    return {
        "begin": began,
        "answer": medians(answers) if answers else [],
        "reviews": reviews,
        "kept": kept,
        "searches": searches,
        "found": found,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
