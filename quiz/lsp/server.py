"""The language server: findings as one types, completion, and the ways between set and document."""

from __future__ import annotations

import logging
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from quiz import __version__
from quiz.lsp.answers import FIX_ALL, Answers
from quiz.lsp.checks import Checks, unasked
from quiz.lsp.converting import SOURCE, diagnostic, path_of, range_of, uri_of
from quiz.lsp.open_files import OpenFiles
from quiz.lsp.protocol import Protocol
from quiz.lsp.renaming import Renaming
from quiz.study.editing.buffer import Units

MOST = 500
"""So many findings of a file are shown."""


class Server(LanguageServer):
    """What is open, and what is said about it."""

    def __init__(self) -> None:
        super().__init__("citequiz", __version__, protocol_cls=Protocol)
        self.files = OpenFiles()
        self.answers = Answers(self.files)
        self.renaming = Renaming(self.files)
        self.checks = Checks(self.files, self.say)

    def begin(self, params: types.InitializeParams) -> None:
        """Note the folders of the workspace, and how the editor counts columns."""
        folders = [path_of(one.uri) for one in params.workspace_folders or ()]
        if not folders and params.root_uri:
            folders = [path_of(params.root_uri)]
        self.files.folders = folders
        chosen = self.workspace.position_encoding
        self.files.units = Units(str(getattr(chosen, "value", chosen)))

    def say(self, path: Path) -> None:
        """Publish what is known of a file."""
        lines, units = self.files.lines(path), self.files.units
        live = self.files.sets.get(path)
        if live is not None:
            found = [diagnostic(one, live.lines, units) for one in live.findings(MOST)]
        elif path in self.files.texts:
            found = [
                types.Diagnostic(
                    range=range_of(span.place, lines, units),
                    message="nobody asks this",
                    severity=types.DiagnosticSeverity.Hint,
                    code="never-asked",
                    source=SOURCE,
                )
                for span in unasked(self.files, path)
            ]
        else:
            found = []
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri_of(path), diagnostics=found)
        )

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a file in and check it."""
        path = path_of(params.text_document.uri)
        if self.files.open(path, params.text_document.text):
            self.checks.plan(path, at_once=True)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Say at once what is known of a changed file, and plan to check the rest."""
        path = path_of(params.text_document.uri)
        if not self.files.change(path, params.content_changes):
            return
        if path in self.files.sets:
            self.say(path)
        for owner in self.files.citing(path):
            self.checks.plan(owner)
        self.checks.plan(path)

    def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        """Let history and lock follow, and say so."""
        path = path_of(params.text_document.uri)
        said = self.renaming.saved(path)
        if said:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Info, said))
        self.checks.plan(path)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a file and what was said of it."""
        path = path_of(params.text_document.uri)
        self.checks.forget(path)
        self.files.close(path)
        self.say(path)

    def moved(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Check again what hangs on files that another program has changed."""
        for change in params.changes:
            path = path_of(change.uri)
            for owner in (path, *self.files.citing(path)):
                if owner in self.files.sets:
                    self.checks.plan(owner)


def server() -> Server:
    """The server with all that it can do."""
    made = Server()
    _files(made)
    _requests(made)
    return made


def serve() -> None:
    """Talk to an editor over standard input and output until it says good-bye."""
    logging.basicConfig(level=logging.ERROR)
    server().start_io()


def _files(made: Server) -> None:
    """What the editor tells: files opened, changed, saved and closed."""
    # pygls notes things on what it calls, which a method does not take
    made.feature(types.INITIALIZE)(lambda params: made.begin(params))
    made.feature(types.TEXT_DOCUMENT_DID_OPEN)(lambda params: made.opened(params))
    made.feature(types.TEXT_DOCUMENT_DID_CHANGE)(lambda params: made.changed(params))
    made.feature(types.TEXT_DOCUMENT_DID_SAVE)(lambda params: made.saved(params))
    made.feature(types.TEXT_DOCUMENT_DID_CLOSE)(lambda params: made.closed(params))
    made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(lambda params: made.moved(params))


_TRIGGERS = types.CompletionOptions(trigger_characters=[" ", '"', "'", "-"])
_ACTIONS = types.CodeActionOptions(
    code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL, types.CodeActionKind.RefactorRewrite]
)
_RENAMES = types.RenameOptions(prepare_provider=True)


def _requests(made: Server) -> None:
    """What the editor asks."""
    answers = made.answers

    @made.feature(types.TEXT_DOCUMENT_COMPLETION, _TRIGGERS)
    def complete(params: types.CompletionParams) -> types.CompletionList | None:
        return answers.completion(path_of(params.text_document.uri), params.position)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        return answers.hover(path_of(params.text_document.uri), params.position)

    @made.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(params: types.DefinitionParams) -> types.Location | None:
        return answers.definition(path_of(params.text_document.uri), params.position)

    @made.feature(types.TEXT_DOCUMENT_REFERENCES)
    def refer(params: types.ReferenceParams) -> list[types.Location]:
        return answers.references(path_of(params.text_document.uri), params.position)

    @made.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return answers.symbols(path_of(params.text_document.uri))

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, _ACTIONS)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        path = path_of(params.text_document.uri)
        return list(answers.code_actions(path, params.range, only))

    @made.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    def tidy(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        return answers.tidied(path_of(params.text_document.uri), params.range.start.line)

    @made.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def may_rename(params: types.PrepareRenameParams) -> types.Range | None:
        return made.renaming.place(path_of(params.text_document.uri), params.position)

    @made.feature(types.TEXT_DOCUMENT_RENAME, _RENAMES)
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        path = path_of(params.text_document.uri)
        return made.renaming.rename(path, params.position, params.new_name)
