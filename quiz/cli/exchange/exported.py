"""Export a set, and tell what was written and what was lost."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quiz.cli.common.opening import count
from quiz.cli.common.output import say, warn
from quiz.cli.common.workspace import now_ms
from quiz.cli.exchange.named import has_none, named_set
from quiz.cli.exchange.placing import STANDARD, place_for, put
from quiz.formats.outgoing.losses import Loss
from quiz.formats.writers import writer


class Exported(NamedTuple):
    """What became of a set: its file, the file written (`-` for standard output), what was lost.

    `drafts`: how many questions were left out because nothing proves them yet.
    """

    set_file: Path
    output: str
    format: str
    written: int
    losses: tuple[Loss, ...]
    drafts: int = 0

    @property
    def gone(self) -> int:
        """How many questions stayed behind."""
        return sum(loss.gone for loss in self.losses)

    @property
    def changed(self) -> int:
        """How many questions lost something."""
        return len({loss.question for loss in self.losses if not loss.gone})


def export(name: str, to: str, output: str | None, *, force: bool, drafts: bool) -> Exported:
    """Write the set that a name means; raises QuizError."""
    from quiz.study.authoring.outgoing import outgoing_bank

    chosen = writer(to)
    with named_set(name, drafts=drafts) as (library, entry):
        target = place_for(output, entry.id + chosen.form.suffix, force=force)
        bank = outgoing_bank(library, entry.id, made=now_ms() // 1000, drafts=drafts)
        if not bank.questions:
            raise has_none(entry, "export")
        written = chosen.write(bank)
    put(target, written.content)
    exported, losses = written.exported, written.losses
    return Exported(entry.path, target, chosen.form.name, exported, losses, len(entry.drafts))


def say_report(report: Exported, form: str) -> None:
    """The losses, each at its place, and a line that sums up; beside a file on standard output."""
    if form == "json":
        _tell(report, _json(report))
        return
    for (line, question), whats in _by_question(report.losses).items():
        _tell(report, f"{report.set_file}:{line}: {question}: {'; '.join(whats)}")
    where = "" if report.output == STANDARD else f" to {report.output}"
    losses = f", {report.changed} with losses" if report.changed else ""
    gone = f", {report.gone} not exported" if report.gone else ""
    _tell(report, f"{count(report.written, 'question')} exported{where}{losses}{gone}")
    if report.drafts:
        _tell(report, f"{count(report.drafts, 'draft')} left out; --drafts exports them, too")


def _by_question(losses: Iterable[Loss]) -> dict[tuple[int, str], list[str]]:
    found: dict[tuple[int, str], list[str]] = {}
    for loss in losses:
        found.setdefault((loss.line, loss.question), []).append(loss.what)
    return found


def _tell(report: Exported, text: str) -> None:
    (warn if report.output == STANDARD else say)(text)


def _json(report: Exported) -> str:
    from quiz.formats.json_text import json_text

    losses = [
        {"question": x.question, "line": x.line, "what": x.what, "exported": not x.gone}
        for x in report.losses
    ]
    return json_text(
        {
            "set": str(report.set_file),
            "file": None if report.output == STANDARD else report.output,
            "format": report.format,
            "exported": report.written,
            "changed": report.changed,
            "not_exported": report.gone,
            "drafts_left_out": report.drafts,
            "losses": losses,
        }
    )
