"""What `quiz reanchor` did and what it left, as text and as JSON."""

from __future__ import annotations

from quiz.cli.common.output import complain, problem_json, say, say_json
from quiz.cli.revisions.lines import lines, needs_word
from quiz.cli.revisions.reanchoring import Outcome, Run
from quiz.core.revisions.result import Status
from quiz.core.text.passages import Passage
from quiz.store.revisions.cited import Found
from quiz.store.revisions.repair import rewritten


def say_all(run: Run, *, told: bool) -> None:
    """Print the sources that need a judgement, how many were followed without, and a sum.

    `told` when each was shown already, to be asked about.
    """
    for failure in run.failures:
        complain(failure)
    for outcome in run.outcomes:
        for problem in outcome.cited.problems:
            complain(problem)
        for found in () if told else outcome.asked:
            for line in lines(outcome.cited.path, found):
                say(line)
            say("    followed" if found in outcome.written else "    left as it is")
        silent = len([found for found in outcome.written if found not in outcome.asked])
        if silent:
            what = "only line ends, quotes, spaces, case or neighbours had changed"
            say(f"{outcome.cited.path}: {silent} followed at once; {what}")
    count = sum(len(outcome.cited.found) for outcome in run.outcomes)
    written = sum(len(outcome.written) for outcome in run.outcomes)
    left = sum(len(outcome.open) for outcome in run.outcomes) - written
    sources = "1 source" if count == 1 else f"{count} sources"
    say(f"{sources}: {written} followed, {left} left to do.")
    if left and not told:
        say("At a terminal, `quiz reanchor` asks about each; or edit them at their lines.")


def say_as_json(run: Run) -> None:
    """Print every source with what became of it."""
    rows = [_row(outcome, found) for outcome in run.outcomes for found in outcome.cited.found]
    counts: dict[str, int] = {str(status): 0 for status in Status}
    for row in rows:
        counts[str(row["status"])] += 1
    counts["left"] = sum(bool(row["open"]) and not row["written"] for row in rows)
    troubles = [*run.failures, *(p for outcome in run.outcomes for p in outcome.cited.problems)]
    problems = [problem_json(trouble) for trouble in troubles]
    say_json({"sources": rows, "problems": problems, "summary": counts})


def _row(outcome: Outcome, found: Found) -> dict[str, object]:
    cited, result = found.cited, found.result
    place = outcome.accepted.get(cited.where) or result.passage
    new = rewritten(found, place) if place else None
    return {
        "path": str(outcome.cited.path),
        "line": cited.place.line,
        "column": cited.place.column,
        "set": outcome.cited.id,
        "question": cited.question,
        "document": cited.document,
        "status": str(result.status),
        "change": str(result.change),
        "open": needs_word(found),
        "written": found in outcome.written,
        "exact": cited.quoted.exact,
        "new": {"exact": new.exact, "prefix": new.prefix, "suffix": new.suffix} if new else None,
        "places": [_place(found, p) for p in ([place] if place else result.places)],
        "here": _place(found, result.here) if result.here else None,
        "beside": [{"old": old, "new": new} for old, new in result.beside[:2] if old != new],
    }


def _place(found: Found, place: Passage) -> dict[str, object]:
    first, last = found.document.lines_of(place)
    return {
        "start": place.start,
        "end": place.end,
        "line": first,
        "end_line": last,
        "page": found.document.page_of(place) or None,
        "text": found.document.quote(place),
    }
