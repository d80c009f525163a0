"""`quiz check`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from quiz.core.checking.findings import Severity
from quiz.core.checking.report import SetReport

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz check\n"
    "  quiz check training/fire.yaml --fail-on warning\n"
    "  quiz check --ignore no-feedback,no-explanation --format github"
)
FORMATS = ("text", "json", "github", "sarif")
FOUND = 1


@click.command(epilog=EXAMPLE, short_help="Find what is wrong with question sets.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print.")
@click.option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in Severity]),
    default="error",
    help="Exit with 1 from this severity on (error).",
)
@click.option("--select", metavar="RULE", multiple=True, help="Report only these rules.")
@click.option("--ignore", metavar="RULE", multiple=True, help="Do not report these rules.")
@click.option("--fix", is_flag=True, help="First mend what needs no judgement.")
@click.option("--no-cache", is_flag=True, help="Look at unchanged files, too.")
def command(
    paths: tuple[str, ...],
    form: str,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    no_cache: bool,
) -> int:
    """Check question sets: the format, every source in its document, and how questions are written.

    PATHs are files or folders of sets; without one, ./questions is checked, or the sets here that
    have a lock file, or else your own and the shipped ones. RULEs may be separated by commas;
    `quiz rules` explains them. A comment `# quiz: ignore[RULE] reason` on a line or above it
    silences a finding there.

    --fix writes ids that are missing, sources as they stand in the document where they differ in
    spaces, quotes or case only, what makes a source unique again, and the lock file that
    `quiz reanchor` needs. Nothing else in the file changes.

    Exit status: 0 nothing to report, 1 something (see --fail-on), 2 nothing could be checked.
    """
    from quiz.cli.authors.checked import reports_of
    from quiz.cli.authors.rule_names import chosen_rules

    wanted = chosen_rules(select, ignore)
    if fix:
        from quiz.cli.authors.fixing import fix_sets

        fix_sets(paths)
    reports = reports_of(paths, wanted, cached=not no_cache)
    _PRINTERS[form](reports)
    if form == "text":
        from quiz.cli.authors.checked import advice
        from quiz.cli.common.output import say

        for line in advice(reports):
            say(line)
    threshold = Severity(fail_on)
    found = (finding for report in reports for finding in report.findings)
    return FOUND if any(one.severity.reaches(threshold) for one in found) else 0


def _text(reports: Sequence[SetReport]) -> None:
    from quiz.cli.common.output import width
    from quiz.cli.common.painting import paint, painted
    from quiz.formats.findings_text import plain, to_text

    for line in to_text(reports, width=width(), paint=paint if painted() else plain):
        print(line)


def _json(reports: Sequence[SetReport]) -> None:
    from quiz.formats.findings_json import to_json

    print(to_json(reports))


def _github(reports: Sequence[SetReport]) -> None:
    from quiz.formats.findings_github import to_github

    for line in to_github(reports):
        print(line)


def _sarif(reports: Sequence[SetReport]) -> None:
    from quiz.formats.findings_sarif import to_sarif

    print(to_sarif(reports))


_PRINTERS: dict[str, Callable[[Sequence[SetReport]], None]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
