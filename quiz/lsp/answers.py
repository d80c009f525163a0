"""What the server answers to an editor's requests about open sets and documents."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from lsprotocol import types

from quiz.core.documents.document import Document
from quiz.lsp.converting import point_of, position, range_of, text_edit, uri_of
from quiz.lsp.open_files import OpenFiles
from quiz.store.sets.reading import read_text
from quiz.study.editing.asked import on_line
from quiz.study.editing.buffer import Point
from quiz.study.editing.cited import Standing
from quiz.study.editing.context import Context, context
from quiz.study.editing.learned import learned
from quiz.study.editing.live_check import LiveCheck
from quiz.study.editing.looking import FileSpan, definition, hover, question_at, source_at
from quiz.study.editing.mending import actions, mended
from quiz.study.editing.offers import Kind, Offer, offers
from quiz.study.editing.outline import outline
from quiz.study.editing.tidying import tidied

_KINDS = {
    Kind.KEY: types.CompletionItemKind.Property,
    Kind.VALUE: types.CompletionItemKind.EnumMember,
    Kind.DOCUMENT: types.CompletionItemKind.File,
    Kind.PASSAGE: types.CompletionItemKind.Text,
}
_CLOSING = ("'", '"')
FIX_ALL = "source.fixAll.citequiz"


class Answers:
    """Answers from what is open."""

    def __init__(self, files: OpenFiles) -> None:
        self._files = files

    def _point(self, live: LiveCheck, at: types.Position) -> Point:
        return point_of(at, live.lines, self._files.units)

    # Writing

    def completion(self, path: Path, at: types.Position) -> types.CompletionList | None:
        """What can be written."""
        live = self._files.sets.get(path)
        if live is None:
            return None
        point = self._point(live, at)
        here = context(live.lines, point)
        documents = self._documents(live, point)
        items = [
            self._item(live, point, here, rank, offer)
            for rank, offer in enumerate(offers(here, documents))
        ]
        return types.CompletionList(is_incomplete=here.key == "exact", items=items)

    def _documents(self, live: LiveCheck, point: Point) -> Mapping[str, Document]:
        """Those of the set, as it was when it could last be read."""
        found = live.look(point.line).checked.documents
        if found or live.checked is None:
            return found
        return live.checked.documents

    def _item(
        self, live: LiveCheck, point: Point, here: Context, rank: int, offer: Offer
    ) -> types.CompletionItem:
        line, units = live.lines[point.line], self._files.units
        end = point.column
        if here.typed[:1] in _CLOSING and here.typed and line[end:].strip() == here.typed[0]:
            end = len(line.rstrip())  # the quote that the editor has closed by itself
        start = position(point.line, here.start, live.lines, units)
        span = types.Range(start, position(point.line, end, live.lines, units))
        passage = offer.kind is Kind.PASSAGE
        return types.CompletionItem(
            label=offer.label,
            kind=_KINDS[offer.kind],
            detail=offer.said if passage or offer.kind is Kind.DOCUMENT else None,
            documentation=offer.text if passage else offer.said or None,
            sort_text=f"{rank:04}",
            filter_text=here.typed if passage and here.typed else None,
            insert_text_mode=types.InsertTextMode.AsIs,
            text_edit=types.TextEdit(span, offer.text),
        )

    def code_actions(
        self, path: Path, span: types.Range, only: list[str] | None
    ) -> Iterator[types.CodeAction]:
        """What can be done about the findings in a span, and about all of the set."""
        live = self._files.sets.get(path)
        if live is None:
            return
        kinds = tuple(only or ("quickfix", "source", "refactor"))
        if FIX_ALL.startswith(kinds):
            lines = mended(live)
            if lines is not None:
                edit = self._edit(path, [text_edit(lines)])
                title = "Mend all that needs no judgement"
                yield types.CodeAction(title, kind=FIX_ALL, edit=edit)
        if "quickfix".startswith(kinds):
            yield from self._quick_fixes(path, live, span)
        if "refactor.rewrite".startswith(kinds):
            edits = self.tidied(path, span.start.line)
            if edits:
                edit = self._edit(path, edits)
                title = "Put the keys of this question in order"
                yield types.CodeAction(title, kind="refactor.rewrite", edit=edit)

    def _quick_fixes(
        self, path: Path, live: LiveCheck, span: types.Range
    ) -> Iterator[types.CodeAction]:
        first, last = span.start.line + 1, span.end.line + 1
        for finding in live.findings():
            if finding.end_line < first or finding.line > last:
                continue
            for action in actions(live, finding):
                yield types.CodeAction(
                    action.title,
                    kind="quickfix",
                    edit=self._edit(path, [text_edit(action.lines)]),
                    is_preferred=action.sure or None,
                )

    def _edit(self, path: Path, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        return types.WorkspaceEdit(changes={uri_of(path): edits})

    def tidied(self, path: Path, line: int) -> list[types.TextEdit]:
        """The question on a line with its keys in order."""
        live = self._files.sets.get(path)
        span = live.lines_of(line) if live is not None else None
        if live is None or span is None:
            return []
        new = tidied(live.lines, *span)
        if new is None:
            return []
        first, last = span
        stretch = types.Range(types.Position(first, 0), types.Position(last, 0))
        return [types.TextEdit(stretch, "".join(f"{line}\n" for line in new))]

    # Looking

    def hover(self, path: Path, at: types.Position) -> types.Hover | None:
        """What stands here."""
        live = self._files.sets.get(path)
        if live is None:
            return self._hover_document(path, at)
        point = self._point(live, at)
        found = source_at(live, point)
        others = self._files.standing(Path(found.document.path)) if found is not None else []
        said = hover(live, point, others, self._learned(live, point))
        return _markdown(said) if said else None

    def _learned(self, live: LiveCheck, point: Point) -> str:
        question = question_at(live, point)
        checked = live.look(point.line).checked
        now_ms = int(time.time() * 1000)
        return learned(checked.report.set, question, now_ms) if question is not None else ""

    def _hover_document(self, path: Path, at: types.Position) -> types.Hover | None:
        names = [f"`{one.path.stem}/{one.question}`" for one in self._on(path, at)]
        said = f"Asked by {', '.join(dict.fromkeys(names))}." if names else ""
        return _markdown(said) if said else None

    def _on(self, path: Path, at: types.Position) -> list[Standing]:
        standing = self._files.standing(path)
        if not standing:
            return []
        return list(on_line(standing[0].document, standing, at.line + 1))

    def definition(self, path: Path, at: types.Position) -> types.Location | None:
        """Where the passage of a source stands in its document."""
        live = self._files.sets.get(path)
        found = definition(live, self._point(live, at)) if live is not None else None
        return self._location(found) if found is not None else None

    def references(self, path: Path, at: types.Position) -> list[types.Location]:
        """The sources of all sets on the passage here."""
        live = self._files.sets.get(path)
        if live is None:
            found = self._on(path, at)
        else:
            here = source_at(live, self._point(live, at))
            every = self._files.standing(Path(here.document.path)) if here is not None else []
            found = [one for one in every if here and one.passage.overlaps(here.passage)]
        return [self._location(FileSpan(one.path, one.place)) for one in found]

    def _location(self, span: FileSpan) -> types.Location:
        lines = self._files.lines(span.path)
        return types.Location(
            uri_of(span.path.resolve()), range_of(span.place, lines, self._files.units)
        )

    def symbols(self, path: Path) -> list[types.DocumentSymbol]:
        """The questions of a set."""
        live = self._files.sets.get(path)
        if live is None:
            return []
        units, lines = self._files.units, live.lines
        return [
            types.DocumentSymbol(
                name=entry.name,
                detail=entry.said,
                kind=types.SymbolKind.Object,
                range=range_of(entry.place, lines, units),
                selection_range=range_of(entry.name_place, lines, units),
            )
            for entry in outline(read_text(path, live.text).tree)
        ]


def _markdown(text: str) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))
