"""Following real edits: `python -m tests.real_revisions REPOSITORY 'GLOB' [FILES]`.

Takes the revisions of text and Markdown files from the history of any git repository. Every
sentence that a revision changed is a source; what became of it is told by comparing the sentences
of both states. Nothing is kept but the counts.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.revisions.anchor import anchor
from quiz.core.revisions.changes import Change
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.result import Reanchored
from quiz.core.text.normal_form import fold_answer
from quiz.core.text.passages import Passage
from quiz.core.text.safe_text import sanitise
from tests.processes import run

FILES, PER_FILE = 400, 8
LEAST, MOST = 500, 60_000  # characters of a file
SHORT, ALIKE = 20, 0.45  # characters of a sentence; similarity of one that was edited


class Edit(NamedTuple):
    """A sentence of the old state, and what it is in the new one; None when it is gone."""

    old: Document
    new: Document
    was: Passage
    now: Passage | None


def revisions(repository: Path, glob: str, most: int) -> Iterator[tuple[Document, Document]]:
    """Some files before and after a commit that changed them."""

    def git(*args: str) -> bytes:
        done = run(["git", "-C", repository, *args], capture_output=True)
        return bytes(done.stdout) if done.returncode == 0 else b""

    commit, pairs = "", []
    log = git("log", "--no-merges", "--diff-filter=M", "--format=@%H", "--name-only", "--", glob)
    for line in log.decode("utf-8", "replace").splitlines():
        if line.startswith("@"):
            commit = line[1:]
        elif line:
            pairs.append((commit, line))
    random.Random(5).shuffle(pairs)
    for commit, name in pairs:
        texts = [git("show", f"{state}:{name}") for state in (f"{commit}~1", commit)]
        try:
            old, new = (sanitise(text.decode("utf-8")) for text in texts)
        except UnicodeDecodeError:
            continue
        if old != new and LEAST < len(old) < MOST and len(new) > LEAST and most > 0:
            most -= 1
            yield Document("old", old, name), Document("new", new, name)


def edits(old: Document, new: Document, chance: random.Random) -> list[Edit]:
    """Some of the sentences that are not the same any more."""
    before, after = list(sentences(old)), list(sentences(new))
    texts = [" ".join(old.quote(s).split()) for s in before]
    there = [" ".join(new.quote(s).split()) for s in after]
    counted, known, found = Counter(texts), set(there), []
    steps = SequenceMatcher(None, texts, there, autojunk=False).get_opcodes()
    for tag, i1, i2, j1, j2 in steps:
        for i in range(i1, i2) if tag != "equal" else ():
            if counted[texts[i]] == 1 and texts[i] not in known and len(texts[i]) >= SHORT:
                place = _nearest(texts[i], there, range(j1, j2))
                if place is not None and _nearest(there[place], texts, range(i1, i2)) != i:
                    continue  # of several that are alike nobody knows which is which
                found.append(Edit(old, new, before[i], None if place is None else after[place]))
    return chance.sample(found, min(PER_FILE, len(found)))


def _nearest(text: str, there: Sequence[str], where: range) -> int | None:
    alike = Levenshtein.normalized_similarity
    best = max(where, key=lambda j: alike(text, there[j]), default=None)
    return best if best is not None and alike(text, there[best]) >= ALIKE else None


def verdict(edit: Edit, found: Reanchored) -> str:
    """In a word or two what was told."""
    place, old = found.passage, fold_answer(edit.old.quote(edit.was))
    if place is not None and fold_answer(edit.new.quote(place)) == old:
        return "right"
    if edit.now is None:
        return (
            "gone: asked" if place is None or found.change is Change.MEANING else "gone: followed"
        )
    if place is None:
        seen = [p for p in (*found.places, found.here) if p is not None]
        return "nothing taken, shown" if any(map(edit.now.overlaps, seen)) else "nothing taken"
    common = min(place.end, edit.now.end) - max(place.start, edit.now.start)
    words = [len(edit.new.text[p.start : p.end].split()) for p in (place, edit.now)]
    if common <= 0:
        same = fold_answer(edit.new.quote(place)) == fold_answer(edit.new.quote(edit.now))
        return "right" if same else "another place"
    shared = edit.new.text[max(place.start, edit.now.start) :][:common].split()
    return "right" if len(shared) >= words[1] - 1 else "a part"


def main(repository: Path, glob: str, most: int = FILES) -> None:
    """Count and print, with a lock and without."""
    chance, counted, silent = random.Random(1), Counter[str](), Counter[str]()
    for old, new in revisions(repository, glob, most):
        for edit in edits(old, new, chance):
            for lock in (True, False):
                kept = anchor(old.text, edit.was) if lock else None
                found = reanchor(new.text, old.quote(edit.was), anchor=kept, lines=new.markdown)
                name = f"{'lock' if lock else 'none'}: {verdict(edit, found)}"
                counted[name] += 1
                follows = found.passage is not None and found.change is not Change.MEANING
                silent[name] += follows
    for name, count in sorted(counted.items()):
        print(f"{name:32} {count:6}, of them followed by --yes {silent[name]:5}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:4]))
