"""What libyaml says, in plain words: one sentence, a place, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yaml import MarkedYAMLError

from quiz.store.files.shown import shown
from quiz.store.yaml.nodes import Mark, Node, Scalar
from quiz.store.yaml.problems import Fault, Place

_NO_SPACE = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*(:)[^\s/]")
_KEY_INSIDE = re.compile(r"\n[ \t]*(?:- )?[a-z_]+:(?:\s|$)")
_ESCAPE = re.compile(r"\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.?)")
_GLUED_DASH = re.compile(r"\s*(-)[^\s-]")
_STARTS_ANEW = re.compile(r"\s*- |[A-Za-z_]\w*:(?:\s|$)")
_NO_PAIR = "this line is no `key: value`"
_CONTINUE = "indent it further if it continues the text above"
_QUOTE = "put the whole text in quotes"


@dataclass(frozen=True, slots=True)
class _Report:
    """libyaml's error beside the text: `line` is the one it complains of."""

    problem: str
    context: str
    mark: Mark
    context_mark: Mark
    lines: list[str]
    last: Scalar | None

    @property
    def line(self) -> str:
        return self.line_at(self.mark.line)

    def line_at(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def fault(self, message: str, hint: str | None = None, at: Mark | None = None) -> Fault:
        at = at or self.mark
        return self.fault_at(message, hint, at.line, at.column)

    def fault_at(self, message: str, hint: str | None, line: int, column: int) -> Fault:
        """At `line` and `column` from 0, moved to the last line if the file ends before."""
        if line >= len(self.lines) or (
            line and line == len(self.lines) - 1 and not self.line_at(line)
        ):
            line = len(self.lines) - 1
            while line and not self.lines[line].strip():
                line -= 1
            column = len(self.lines[line])
        return Fault(message, Place(line + 1, column + 1, line + 1, column + 2), hint)


def explain(
    error: MarkedYAMLError, lines: list[str], last: Node | None, brackets: Sequence[Mark] = ()
) -> Fault:
    """The fault behind a parser's error.

    `last` is the value that was read before it, `brackets` the open ones, the innermost last.
    """
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(f"not valid YAML: {error.problem}", Place(1, 1, 1, 1))
    report = _Report(
        problem=error.problem or "",
        context=error.context or "",
        mark=mark,
        context_mark=error.context_mark or mark,
        lines=lines,
        last=last if isinstance(last, Scalar) else None,
    )
    if brackets and mark.line > brackets[-1].line and _STARTS_ANEW.match(report.line):
        return _left_open(report, brackets[-1])
    for words, rule in _RULES:
        if words in report.problem:
            return rule(report)
    return report.fault(f"not valid YAML: {report.problem}")


def _bad_start(report: _Report) -> Fault:
    char = report.line[report.mark.column : report.mark.column + 1]
    if char == "\t":
        return report.fault("a tab is used for indentation", "indent with spaces")
    return report.fault(f"an unquoted text cannot start with {char}", _QUOTE)


def _tab(report: _Report) -> Fault:
    return report.fault("a tab is used for indentation", "indent with spaces")


def _mark_of_anchor(report: _Report) -> Fault:
    if "alias" not in report.context and "anchor" not in report.context:
        return report.fault(f"not valid YAML: {report.problem}")
    at = report.context_mark
    char = report.line_at(at.line)[at.column : at.column + 1]
    return report.fault(f"an unquoted text cannot start with {char}", _QUOTE, at)


def _second_colon(report: _Report) -> Fault:
    """A colon where no key may stand: in a text, after `key:value`, or on a line too far right."""
    last = report.last
    if last is not None and last.start.line < report.mark.line:
        glued = _NO_SPACE.match(report.line_at(last.start.line))
        if glued and glued.end(1) > last.start.column:
            return _glued(report, last.start.line, glued)
        column = len(report.line) - len(report.line.lstrip())
        if column == last.start.column:
            return report.fault(_NO_PAIR, _CONTINUE, last.start)
        message = "this line is indented too far, as if it continued the text above"
        hint = "put the key under the first letter of the key above, or quote the text above"
        return report.fault_at(message, hint, report.mark.line, column)
    if ": " in report.line[: report.mark.column]:
        return report.fault("an unquoted text cannot contain ': '", _QUOTE)
    return report.fault("a key cannot stand here", "check the indentation")


def _glued(report: _Report, line: int, match: re.Match[str]) -> Fault:
    return report.fault_at("a space is missing after the colon", None, line, match.start(1))


def _no_key(report: _Report) -> Fault:
    """A line of a mapping that is no `key: value`."""
    at = report.context_mark
    glued = _NO_SPACE.match(report.line_at(at.line))
    if glued:
        return _glued(report, at.line, glued)
    dash = _GLUED_DASH.match(report.line_at(at.line))
    if dash:
        message = "a space is missing after the dash"
        return report.fault_at(message, None, at.line, dash.start(1))
    return report.fault(_NO_PAIR, _CONTINUE, at)


def _no_entry(report: _Report) -> Fault:
    """Something follows a finished value, or a line stands too far left."""
    last, line = report.last, report.line
    before = line[: report.mark.column].rstrip()
    if last is not None and before.endswith(("'", '"')) and last.end.line == report.mark.line:
        if last.end.line > last.start.line and _KEY_INSIDE.search(_raw(report, last)):
            return report.fault("this quote is never closed", "close it", last.start)
        hint = "quote the whole text, and write a quote inside it as \\\" or ''"
        return report.fault("text follows the closing quote", hint)
    if before.strip(" -"):
        return report.fault("this cannot stand here", _QUOTE)
    hint = "put it under the first letter of the line it belongs with"
    return report.fault("this line is not indented like the lines around it", hint)


def _raw(report: _Report, last: Scalar) -> str:
    return "\n".join(report.lines[last.start.line : last.end.line + 1])


def _unclosed_quote(report: _Report) -> Fault:
    return report.fault("this quote is never closed", "close it", report.context_mark)


def _unclosed_bracket(report: _Report) -> Fault:
    return _left_open(report, report.context_mark)


def _left_open(report: _Report, at: Mark) -> Fault:
    bracket = report.line_at(at.line)[at.column : at.column + 1]
    hint = "close it, put a comma between entries, or quote a text that starts with it"
    return report.fault(f"the {bracket} is never closed", hint, at)


def _unexpected(report: _Report) -> Fault:
    char = report.line[report.mark.column : report.mark.column + 1]
    what = f"{char} cannot stand here" if char.strip() else "a value is missing here"
    return report.fault(what, "quote a text that starts with it" if char.strip() else None)


def _after_block_sign(report: _Report) -> Fault:
    sign = report.line_at(report.context_mark.line)[report.context_mark.column :][:1]
    hint = f"start the text on the next line, or quote a text that starts with {sign}"
    return report.fault(f"only a line break may follow {sign}", hint, report.context_mark)


def _escape(report: _Report) -> Fault:
    column = max(report.line.rfind("\\", 0, report.mark.column + 1), 0)
    found = _ESCAPE.match(report.line, column)
    hint = "write \\\\ for a backslash, or use single quotes"
    message = f"{shown(found[0] if found else '')} means nothing in double quotes"
    return report.fault_at(message, hint, report.mark.line, column)


def _question_mark(report: _Report) -> Fault:
    return report.fault("an unquoted text cannot start with '? '", _QUOTE)


def _dash(report: _Report) -> Fault:
    hint = "start a list on its own line, or quote a text that starts with '- '"
    return report.fault("a list cannot start here", hint)


def _document(report: _Report) -> Fault:
    hint = "start the line with a key, or indent it if it continues the text above"
    return report.fault("this cannot stand outside of the set", hint)


def _directive(report: _Report) -> Fault:
    return report.fault(
        "a line cannot start with %", "quote the text, or leave the line out", report.context_mark
    )


_RULES: tuple[tuple[str, Callable[[_Report], Fault]], ...] = (
    ("cannot start any token", _bad_start),
    ("tab character", _tab),
    ("undefined tag handle", _bad_start),
    ("expected alphabetic or numeric", _mark_of_anchor),
    ("expected whitespace, comma", _mark_of_anchor),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_key),
    ("expected key", _no_entry),
    ("expected '-' indicator", _no_entry),
    ("unexpected end of stream", _unclosed_quote),
    ("unexpected document indicator", _unclosed_quote),
    ("expected ',' or", _unclosed_bracket),
    ("expected node content", _unexpected),
    ("unexpected ':'", _unexpected),
    ("expected comment or line break", _after_block_sign),
    ("unknown escape", _escape),
    ("hexdecimal", _escape),
    ("Unicode character escape", _escape),
    ("mapping keys are not allowed", _question_mark),
    ("block sequence entries are not allowed", _dash),
    ("incompatible YAML", _directive),
    ("document start", _document),
    ("directive", _directive),
    ("non-alphabetical character", _directive),
)
