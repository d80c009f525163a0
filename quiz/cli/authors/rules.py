"""`quiz rules`."""

from __future__ import annotations

import click

from quiz.cli.common.output import say
from quiz.core.checking.explained.rates import RATES
from quiz.core.checking.registry import RULES, Rule

EXAMPLE = "\b\nExamples:\n  quiz rules\n  quiz rules vague-term"


@click.command(epilog=EXAMPLE, short_help="Show what `quiz check` looks for.")
@click.argument("names", metavar="[RULE]...", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(names: tuple[str, ...], form: str) -> int:
    """List the rules of `quiz check`, or explain a RULE with a bad and a good example."""
    from quiz.cli.authors.rule_names import known_rule
    from quiz.cli.common.output import say_json

    chosen = [RULES[known_rule(name)] for name in names]
    if form == "json":
        say_json([_json(rule) for rule in chosen or RULES.values()])
    elif chosen:
        for rule in chosen:
            _explain(rule)
    else:
        _list()
    return 0


def _list() -> None:
    from quiz.cli.common.output import table

    rows = [(rule.name, _level(rule), _wrong(rule), rule.summary) for rule in RULES.values()]
    for line in table(("rule", "level", "wrong", "reports"), rows, "llrl"):
        say(line)
    say("\nwrong: findings that were wrong, for 100 questions of other people.")


def _wrong(rule: Rule) -> str:
    """How many findings were wrong for 100 questions, where that was measured."""
    return f"{RATES[rule.name].wrong:.2f}" if rule.name in RATES else ""


def _level(rule: Rule) -> str:
    return f"{rule.level} or {rule.stronger}" if rule.stronger else str(rule.level)


def _json(rule: Rule) -> dict[str, object]:
    from quiz.core.checking.explained.explained import explained

    said = explained(rule.name)
    return {
        "rule": rule.name,
        "level": _level(rule),
        "summary": rule.summary,
        "why": said.why,
        "per_100_questions": dict(RATES[rule.name]._asdict()) if rule.name in RATES else None,
        "bad": said.bad,
        "good": said.good,
    }


def _explain(rule: Rule) -> None:
    from textwrap import fill, indent

    from quiz.cli.common.output import width
    from quiz.core.checking.explained.example import DOCUMENT
    from quiz.core.checking.explained.explained import explained

    said = explained(rule.name)
    columns = min(width(), 100)
    say(f"{rule.name} ({_level(rule)}): {rule.summary}")
    say()
    say(fill(said.why, columns))
    if rule.name in RATES:
        found, wrong, count = RATES[rule.name]
        measured = f"Of 100 questions {found:.2f} had this, {wrong:.2f} of them wrongly"
        say(fill(f"{measured} ({count:,} questions of other people).", columns))
    for title, example in (("Bad", said.bad), ("Good", said.good)):
        if example:
            say(f"\n{title}:\n")
            say(indent(example.rstrip("\n"), "    "))
    if "document: water" in said.bad:
        say("\nThe document of the examples says:\n")
        say(indent(DOCUMENT.rstrip("\n"), "    "))
    say(f"\nTo silence it on a line, write there or above: # quiz: ignore[{rule.name}] reason\n")
