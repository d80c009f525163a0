"""What an author decides about a draft, written into its set: proved by a passage, or by none."""

from __future__ import annotations

from pathlib import Path

from quiz.core.grounding.source import Source
from quiz.errors import SetError
from quiz.store.banks.blocks import source_lines
from quiz.store.banks.standing import Standing, standings
from quiz.store.files.atomic import replace_file
from quiz.store.sets.reading import SetFile, read_set, read_text

Sources = tuple[Source, ...]


def prove(path: Path, question: str, sources: Sources) -> bytes:
    """Make the draft a question that these sources prove; the file's content from before.

    Raises SetError where the file cannot be edited so, and leaves it as it is.
    """
    return _decide(path, question, sources, draft=False)


def leave(path: Path, question: str, sources: Sources) -> bytes:
    """Let the draft be one with these sources proposed, or with none: `sources: []`."""
    return _decide(path, question, sources, draft=True)


def restore(path: Path, before: bytes, after: bytes) -> None:
    """Undo an edit, unless the file has changed since. Raises SetError."""
    _replace(path, after, before)


def _decide(path: Path, question: str, sources: Sources, *, draft: bool) -> bytes:
    file = read_set(path)
    standing = standings(file).get(question)
    if standing is None or not standing.question.draft:
        raise SetError("this question is no draft any more", path=str(path))
    text = _edited(file, standing, sources, draft=draft)
    _check(file, text, question, sources, draft=draft)
    _replace(path, file.content, _encoded(file, text))
    return file.content


def _edited(file: SetFile, standing: Standing, sources: Sources, *, draft: bool) -> str:
    """The text with other lines for what proves the question."""
    lines = file.text.split("\n")
    first = standing.lines[0]
    drafted = standing.keys.get("draft")
    if drafted is None or drafted[0] == first:
        hint = "edit it by hand: v opens the set at the question"
        raise SetError(
            "the question is written so that it cannot be edited",
            hint=hint,
            path=str(file.path),
            line=first + 1,
        )
    indent = len(lines[drafted[0]]) - len(lines[drafted[0]].lstrip())
    ending = "\r" if lines[first].endswith("\r") else ""
    said = source_lines(sources, indent) if sources else [f"{' ' * indent}sources: []"]
    fresh = [f"{line}{ending}" for line in said]
    spans = [(standing.keys.get("sources", (drafted[1], drafted[1])), fresh)]
    if not draft:
        spans.append((drafted, []))
    for (start, end), new in sorted(spans, key=lambda span: span[0], reverse=True):
        lines[start:end] = new
    return "\n".join(lines)


def _check(file: SetFile, text: str, name: str, sources: Sources, *, draft: bool) -> None:
    """Raise SetError unless the text reads back as meant, with no trouble that was not there."""
    after = read_text(file.path, text)
    questions = after.partial.questions if after.partial else ()
    found = next((one for one in questions if one.id == name), None)
    meant = found is not None and found.draft == draft and found.sources == sources
    if meant and len(after.problems) <= len(file.problems):
        return
    problem = after.problems[0] if after.problems else None
    message = problem.message if problem else "the file cannot be edited without rewriting it"
    raise SetError(
        message,
        path=str(file.path),
        line=problem.line if problem else None,
        hint="edit it by hand: v opens the set",
    )


def _encoded(file: SetFile, text: str) -> bytes:
    mark = b"\xef\xbb\xbf" if file.content.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode("utf-8")


def _replace(path: Path, before: bytes, after: bytes) -> None:
    try:
        if path.read_bytes() != before:
            raise SetError("the file was changed meanwhile", path=str(path))
        replace_file(path, after)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SetError(f"the file cannot be written: {reason}", path=str(path)) from None
