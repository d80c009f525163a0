from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from lsprotocol import types

from tests.lsp.editor import Editor, editor
from tests.plain.nine_types import SET, write_set

Script = Callable[[Editor, Path], Awaitable[None]]


def drive(tmp_path: Path, script: Script, encodings: list[str] | None = None) -> None:
    """Play a script with the set of nine types."""
    sound = SET.replace("This sentence is nowhere.", "The gas is held by gluten.")
    path = write_set(tmp_path / "set", sound)

    async def play() -> None:
        async with editor(tmp_path / "set", tmp_path / "home", encodings) as made:
            await script(made, path)

    asyncio.run(play())


def find(path: Path, words: str, *, end: bool = False) -> types.Position:
    """Where words first stand in a file."""
    text = path.read_text("utf-8")
    at = text.index(words) + (len(words) if end else 0)
    return types.Position(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1)


def doc(path: Path) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(path.as_uri())


def test_findings_come_as_one_types_and_go_when_mended(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        before = await made.open(path)
        assert "source-not-found" not in {one.code for one in before}
        at = find(path, "salt gives it taste", end=True)
        made.type(path, at, at, "s")
        await made.until(lambda: "source-not-found" in made.rules(path))
        after = types.Position(at.line, at.character + 1)
        made.type(path, at, after, "")
        await made.until(lambda: "source-not-found" not in made.rules(path))

    drive(tmp_path, script)


def test_columns_count_as_the_editor_counts(tmp_path: Path) -> None:
    for encodings, expected in ((None, 2), (["utf-32"], 1), (["utf-8"], 4)):

        async def script(made: Editor, path: Path, wide: int = expected) -> None:
            text = path.read_text("utf-8").replace("salt gives it taste", "salt gives it tast", 1)
            path.write_text(text.replace("exact: salt", "exact: 🧂 salt", 1), "utf-8")
            await made.open(path)
            await made.until(lambda: "source-not-found" in made.rules(path))
            said = made.said[path.as_uri()]
            found = next(one for one in said if one.code == "source-not-found")
            assert found.range.end.character - found.range.start.character == wide + len(
                " salt gives it tast"
            )

        drive(tmp_path / str(expected), script, encodings)


def test_a_sentence_is_chosen_by_its_first_words(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        await made.open(path)
        start, end = find(path, "salt gives it taste"), find(path, "salt gives it taste", end=True)
        made.type(path, start, end, "yeast tur")
        at = types.Position(start.line, start.character + len("yeast tur"))
        params = types.CompletionParams(doc(path), at)
        offered = await made.ask(types.TEXT_DOCUMENT_COMPLETION, params)
        assert offered.items[0].label == "Yeast turns sugar into gas."
        assert "Making dough" in offered.items[0].detail
        edit = offered.items[0].text_edit
        made.type(path, edit.range.start, edit.range.end, edit.new_text)
        await made.until(lambda: "source-not-found" not in made.rules(path))

    drive(tmp_path, script)


def test_keys_types_and_documents_are_completed(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        await made.open(path)

        async def labels(at: types.Position) -> list[str]:
            params = types.CompletionParams(doc(path), at)
            found = await made.ask(types.TEXT_DOCUMENT_COMPLETION, params)
            return [item.label for item in found.items]

        assert "short-answer" in await labels(find(path, "type: ", end=True))
        assert await labels(find(path, "- document: ", end=True)) == ["bread"]
        at = find(path, "    type: single-choice\n", end=True)
        made.type(path, at, at, "    \n")
        keys = await labels(types.Position(at.line, 4))
        assert "disputed_by" in keys
        assert "stem" not in keys
        assert "hint" not in keys
        assert "pairs" not in keys

    drive(tmp_path, script)


def test_from_a_source_one_gets_to_its_passage_and_back_to_all_that_ask_it(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        await made.open(path)
        at = find(path, "salt gives it taste")
        where = types.DefinitionParams(doc(path), at)
        place = await made.ask(types.TEXT_DOCUMENT_DEFINITION, where)
        document = tmp_path / "set" / "documents" / "bread.txt"
        assert place.uri == document.as_uri()
        words = find(document, "salt gives it taste")
        assert place.range.start == words
        said = await made.ask(types.TEXT_DOCUMENT_HOVER, types.HoverParams(doc(path), at))
        assert "Bread › Making dough" in said.contents.value
        context = types.ReferenceContext(include_declaration=True)
        asked = types.ReferenceParams(context, doc(document), words)
        found = await made.ask(types.TEXT_DOCUMENT_REFERENCES, asked)
        assert at.line in {one.range.start.line for one in found}
        assert {one.uri for one in found} == {path.as_uri()}

    drive(tmp_path, script)


def test_a_document_shows_what_nobody_asks(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        await made.open(path)
        document = tmp_path / "set" / "documents" / "bread.txt"
        text = document.read_text("utf-8") + "\nBread keeps for a week in a cool place.\n"
        document.write_text(text, "utf-8")
        await made.open(document)
        await made.until(lambda: made.said[document.as_uri()] != [])
        hints = made.said[document.as_uri()]
        line = text[: text.index("Bread keeps")].count("\n")
        assert line in {one.range.start.line for one in hints}
        assert {one.severity for one in hints} == {types.DiagnosticSeverity.Hint}

    drive(tmp_path, script)


def test_a_finding_is_mended_followed_or_silenced(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        wrong = path.read_text("utf-8").replace("salt gives it taste", "salt gives it tast", 1)
        path.write_text(wrong, "utf-8")
        await made.open(path)
        at = find(path, "salt gives it tast")
        context = types.CodeActionContext([])
        params = types.CodeActionParams(doc(path), types.Range(at, at), context)
        titles = {one.title: one for one in await made.ask(types.TEXT_DOCUMENT_CODE_ACTION, params)}
        silence = next(one for title, one in titles.items() if title.startswith("Ignore"))
        assert "# quiz: ignore[source-not-found]" in str(silence.edit)
        follow = next(one for title, one in titles.items() if title.startswith("Follow"))
        edit = follow.edit.changes[path.as_uri()][0]
        assert "salt gives it taste" in edit.new_text
        made.type(path, edit.range.start, edit.range.end, edit.new_text)
        await made.until(lambda: "source-not-found" not in made.rules(path))

    drive(tmp_path, script)


def test_a_renamed_question_keeps_its_history_once_the_file_is_saved(tmp_path: Path) -> None:
    from quiz.core.memory.scheduling import Rating
    from tests.store.reviewing import DAY, give, hasty, review

    home = tmp_path / "home"
    home.mkdir()
    with hasty(home / "history.sqlite", DAY) as history:
        give(history, review("bread/gas", Rating.GOOD, DAY))

    async def script(made: Editor, path: Path) -> None:
        await made.open(path)
        at = find(path, "id: gas", end=True)
        params = types.RenameParams(doc(path), at, "yeast")
        edit = (await made.ask(types.TEXT_DOCUMENT_RENAME, params)).changes[path.as_uri()][0]
        made.type(path, edit.range.start, edit.range.end, edit.new_text)
        path.write_text(path.read_text("utf-8").replace("id: gas", "id: yeast"), "utf-8")
        made.text_document_did_save(types.DidSaveTextDocumentParams(doc(path)))
        await made.until(lambda: bool(made.shown))
        assert made.shown == ["gas is yeast now; 1 answer went along."]

    drive(tmp_path, script)


def test_the_questions_are_listed_and_one_is_put_in_order(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        text = path.read_text("utf-8")
        moved = text.replace("    type: single-choice\n", "", 1)
        moved = moved.replace("    answer: Gas\n", "    answer: Gas\n    type: single-choice\n", 1)
        path.write_text(moved, "utf-8")
        await made.open(path)
        params = types.DocumentSymbolParams(doc(path))
        names = [one.name for one in await made.ask(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params)]
        assert names[0] == "gas"
        assert len(names) == 9
        at = find(path, "id: gas")
        options = types.FormattingOptions(2, insert_spaces=True)
        tidy = types.DocumentRangeFormattingParams(doc(path), types.Range(at, at), options)
        edits = await made.ask(types.TEXT_DOCUMENT_RANGE_FORMATTING, tidy)
        lines = edits[0].new_text.splitlines()
        assert lines[0] == "  - id: gas"
        assert lines[1] == "    type: single-choice"

    drive(tmp_path, script)


ODD = (
    "",
    "a: [",
    "questions: 3\n",
    "questions:\n  - \x00\n",
    "\ud800",
    "questions:\n- &a {id: *a}\n",
)


def test_whatever_a_file_holds_the_server_stays(tmp_path: Path) -> None:
    async def script(made: Editor, path: Path) -> None:
        await made.open(path)
        lines = path.read_text("utf-8").count("\n") + 1
        for text in ODD:
            whole = types.Position(0, 0), types.Position(lines, 0)
            made.type(path, *whole, text.encode("utf-8", "replace").decode())
            for at in (types.Position(0, 0), types.Position(5, 9)):
                params = types.CompletionParams(doc(path), at)
                await made.ask(types.TEXT_DOCUMENT_COMPLETION, params)
                await made.ask(types.TEXT_DOCUMENT_HOVER, types.HoverParams(doc(path), at))

    drive(tmp_path, script)
