from __future__ import annotations

import json

from quiz.core.documents.coverage import Coverage, cover
from quiz.core.documents.document import Document
from quiz.core.text.passages import Passage
from quiz.formats.coverage_json import coverage_json
from quiz.formats.coverage_text import coverage_text

TEXT = "Whales\n\nThey sing. They dive\nvery deep. They are large.\n\nFood\n\nThey eat krill.\n"
DOCUMENT = Document("whales", TEXT, "whales.txt")


def covered() -> Coverage:
    sing, large = TEXT.index("They sing"), TEXT.index("They are")
    asked = [(f"q{n}", Passage(sing, sing + 4)) for n in range(4)]
    dive = TEXT.index("dive")
    asked.append(("depth", Passage(dive, dive + 4)))
    return cover(DOCUMENT, asked, [("known to all", Passage(large, large + 4))])


def test_the_document_is_shown_with_letters_for_each_sentence() -> None:
    assert list(coverage_text(covered(), width=60)) == [
        "      Whales",
        "",
        "M  4| They sing.",
        "    |   q0, q1, q2, q3",
        "A  1| They dive very deep.",
        "    |   depth",
        "x   | They are large.",
        "    |   known to all",
        "",
        "      Food",
        "",
        "-   | They eat krill.",
        "",
        "   0 %  Food",
        "  67 %  Whales: 2 of 3 sentences asked, 1 left out on purpose",
    ]


def test_long_sentences_keep_their_letter_on_each_row() -> None:
    text = "word " * 30 + "end."
    rows = list(coverage_text(cover(Document("w", text, "w.txt"), []), width=40))
    body = [row for row in rows if "|" in row]
    assert len(body) > 3
    assert all(row.startswith("-   | ") and len(row) <= 40 for row in body)


def test_json_has_the_states_and_the_shares() -> None:
    value = json.loads(json.dumps(coverage_json(covered())))
    assert (value["asked"], value["total"], value["left_out"], value["percent"]) == (2, 3, 1, 66.7)
    states = [sentence["state"] for sentence in value["sentences"]]
    assert states == ["often", "asked", "left out", "never"]
    assert value["sentences"][1]["line"] == 3
    assert value["sentences"][2]["reason"] == "known to all"
