"""A plain editor that talks to the real language server over its pipes."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

LONGEST = 60
"""Seconds that anything may take."""


class Editor(LanguageClient):
    """Opens files, types, asks; keeps what was last said of each file."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.said: dict[str, list[types.Diagnostic]] = {}
        self.shown: list[str] = []
        self._news = asyncio.Event()
        self._version = 0

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def heard(params: types.PublishDiagnosticsParams) -> None:
            self.said[params.uri] = list(params.diagnostics)
            self._news.set()

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def told(params: types.ShowMessageParams) -> None:
            self.shown.append(params.message)
            self._news.set()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(LONGEST):
            while not true():
                self._news.clear()
                await self._news.wait()

    async def open(self, path: Path) -> list[types.Diagnostic]:
        """Open a file and wait for what is said of it."""
        kind = "yaml" if path.suffix == ".yaml" else "markdown"
        item = types.TextDocumentItem(path.as_uri(), kind, 0, path.read_text("utf-8"))
        self.said.pop(path.as_uri(), None)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.until(lambda: path.as_uri() in self.said)
        return self.said[path.as_uri()]

    def type(self, path: Path, start: types.Position, end: types.Position, text: str) -> None:
        """Put a text in the place of another."""
        self._version += 1
        change = types.TextDocumentContentChangePartial(types.Range(start, end), text)
        name = types.VersionedTextDocumentIdentifier(self._version, path.as_uri())
        self.text_document_did_change(types.DidChangeTextDocumentParams(name, [change]))

    def rules(self, path: Path) -> list[str]:
        """The names of what was last said of a file."""
        return [str(one.code) for one in self.said.get(path.as_uri(), ())]

    async def ask(self, name: str, params: Any) -> Any:
        """The answer to a request."""
        async with asyncio.timeout(LONGEST):
            return await self.protocol.send_request_async(name, params)


@asynccontextmanager
async def editor(
    folder: Path, home: Path, encodings: list[str] | None = None
) -> AsyncIterator[Editor]:
    """An editor with a folder open, its server started and in the end shut down."""
    made = Editor()
    env = {**os.environ, "QUIZ_HOME": str(home)}
    await made.start_io(sys.executable, "-m", "quiz", "lsp", env=env)
    general = types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind(one) for one in encodings or ()] or None
    )
    workspace = types.WorkspaceFolder(folder.as_uri(), folder.name)
    start = types.InitializeParams(
        capabilities=types.ClientCapabilities(general=general),
        process_id=os.getpid(),
        workspace_folders=[workspace],
    )
    try:
        await made.ask(types.INITIALIZE, start)
        made.initialized(types.InitializedParams())
        yield made
        await made.ask(types.SHUTDOWN, None)
        made.exit(None)
        async with asyncio.timeout(LONGEST):
            await made._server.wait()  # type: ignore[union-attr]
    finally:
        process = made._server
        if process is not None and process.returncode is None:
            process.kill()
        await made.stop()  # type: ignore[no-untyped-call]
