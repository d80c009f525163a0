"""Sets that cite Markdown by its file: locked before, read as a page now."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.grounding.selector import Selector
from quiz.core.revisions.anchor import anchor
from quiz.core.revisions.result import Status
from quiz.core.text.passages import Passage
from quiz.store.checking.fixing import fix_set
from quiz.store.revisions.cited import CitedSet, read_cited
from quiz.store.revisions.lock import Locked, source_key, text_hash, write_lock

FILE = """\
# The pump

**The** pump runs. See [the guide](http://a.b/c) *now* or later in the day, never at night.

> The pump runs.
> It is old.

- The pump runs.
"""
QUOTED = (
    Selector("See [the guide](http://a.b/c) *now*"),
    Selector("The pump runs.", prefix="> "),
    Selector("or later in the day, never at night."),
)
AT = (FILE.index("See"), FILE.index("> The") + 2, FILE.index("or later"))


def write_set(folder: Path) -> Path:
    (folder / "pump.md").write_text(FILE, "utf-8")
    lines = ["id: pump", "title: Pump", "documents: {p: pump.md}", "questions:"]
    for number, quoted in enumerate(QUOTED):
        prefix = f', prefix: "{quoted.prefix}"' if quoted.prefix else ""
        lines += [
            f"  - id: q{number}",
            "    type: true-false",
            "    stem: Is it so?",
            '    answer: "true"',
            f'    sources: [{{document: p, exact: "{quoted.exact}"{prefix}}}]',
        ]
    path = folder / "pump.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def lock_the_file(path: Path) -> None:
    """As it was written when passages counted the file's characters."""
    write_lock(
        path,
        {
            source_key("p", quoted): Locked(
                "p", text_hash(FILE), anchor(FILE, Passage(at, at + len(quoted.exact)))
            )
            for quoted, at in zip(QUOTED, AT, strict=True)
        },
    )


def quotes(cited: CitedSet) -> list[str]:
    assert [f.result.status for f in cited.found] == [Status.EXACT] * len(QUOTED)
    return [f.document.quote(f.result.passage) for f in cited.found if f.result.passage]


@pytest.mark.parametrize("locked", [False, True])
def test_sources_copied_from_the_file_stand_in_the_text_that_is_read(
    tmp_path: Path, locked: bool
) -> None:
    path = write_set(tmp_path)
    if locked:
        lock_the_file(path)
    assert quotes(read_cited(path, tmp_path)) == [
        "See the guide now",
        "The pump runs.",
        QUOTED[2].exact,
    ]


def test_a_lock_of_before_tells_one_of_several_places_by_the_file(tmp_path: Path) -> None:
    (tmp_path / "pump.md").write_text(FILE, "utf-8")
    source = '{document: p, exact: "The pump runs."}'
    path = tmp_path / "pump.yaml"
    path.write_text(
        "id: pump\ntitle: Pump\ndocuments: {p: pump.md}\nquestions:\n  - id: q\n"
        f'    type: true-false\n    stem: So?\n    answer: "true"\n    sources: [{source}]\n',
        "utf-8",
    )
    quoted, at = Selector("The pump runs."), FILE.index("- The") + 2
    known = anchor(FILE, Passage(at, at + len(quoted.exact)))
    write_lock(path, {source_key("p", quoted): Locked("p", text_hash(FILE), known)})
    (found,) = read_cited(path, tmp_path).found
    assert found.result.status is Status.EXACT
    assert found.result.passage is not None
    assert found.document.lines_of(found.result.passage) == (8, 8)


def test_a_lock_of_before_is_renewed_and_the_set_left_as_it_is(tmp_path: Path) -> None:
    path = write_set(tmp_path)
    lock_the_file(path)
    content = path.read_bytes()
    assert [fix.rule for fix in fix_set(path, tmp_path).changes] == ["lock"]
    assert path.read_bytes() == content
    assert all(locked.reading for locked in read_cited(path, tmp_path).lock.values())
    assert fix_set(path, tmp_path).changes == ()


@pytest.mark.parametrize("renewed", [False, True])
def test_a_changed_document_is_followed_from_either_lock(tmp_path: Path, renewed: bool) -> None:
    path = write_set(tmp_path)
    lock_the_file(path)
    if renewed:
        fix_set(path, tmp_path)
    changed = FILE.replace("# The pump", "# The pump\n\nRead **this** first.")
    (tmp_path / "pump.md").write_text(changed.replace("the day", "the days"), "utf-8")
    found = read_cited(path, tmp_path).found
    assert [f.result.status for f in found] == [Status.EXACT, Status.EXACT, Status.CHANGED]
    read = [f.document.quote(f.result.passage) for f in found if f.result.passage]
    assert read == ["See the guide now", "The pump runs.", QUOTED[2].exact.replace("day", "days")]
