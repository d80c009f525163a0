from __future__ import annotations

from pathlib import Path

from quiz.core.documents.coverage import State
from quiz.store.files.home import places
from quiz.store.library.library import Library
from quiz.study.reading.coverage import document_coverage

FILE = """\
# Pumps

A pump moves water. It hums.

## History

Pumps are old. Nobody asks.

### Early ones

They were of wood.

## Use

Fill it first.
"""
SET = """id: pumps
title: Pumps
documents: {p: documents/pumps.md}
questions:
  - id: water
    type: short-answer
    stem: What does it move?
    answer: water
    sources: [{document: p, exact: A pump moves water}]
not_asked:
  - {document: p, exact: EXACT, reason: Too long ago.}
"""


def states(folder: Path, exact: str) -> dict[str, State]:
    (folder / "documents").mkdir()
    (folder / "documents" / "pumps.md").write_text(FILE, "utf-8")
    (folder / "pumps.yaml").write_text(SET.replace("EXACT", exact), "utf-8")
    where = places({"QUIZ_HOME": str(folder / "home")})
    with Library.open([folder / "pumps.yaml"], places=where) as library:
        (found,) = document_coverage(library, [library.entry("pumps")])
    return {found.document.quote(one.passage): one.state for one in found.sentences}


def test_a_quoted_heading_leaves_its_whole_section_out(tmp_path: Path) -> None:
    assert states(tmp_path, '"## History"') == {
        "A pump moves water.": State.ASKED,
        "It hums.": State.NEVER,
        "Pumps are old.": State.LEFT_OUT,
        "Nobody asks.": State.LEFT_OUT,
        "They were of wood.": State.LEFT_OUT,
        "Fill it first.": State.NEVER,
    }


def test_a_quoted_sentence_leaves_out_only_itself(tmp_path: Path) -> None:
    found = states(tmp_path, "Pumps are old.")
    assert [text for text, state in found.items() if state is State.LEFT_OUT] == ["Pumps are old."]
