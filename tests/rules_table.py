"""The table of all rules in docs/question-sets.md; `python -m tests.rules_table` writes it."""

from __future__ import annotations

from quiz.core.checking.registry import RULES, Rule
from tests import TOP

PAGE = TOP / "docs" / "question-sets.md"
START, END = (
    "<!-- rules: `python -m tests.rules_table` writes this table -->\n",
    "<!-- end of rules -->",
)


def rules_table() -> str:
    """A Markdown table, in the order of the registry."""
    rows = [f"| `{rule.name}` | {_level(rule)} | {rule.summary} |\n" for rule in RULES.values()]
    return "".join(["| rule | level | reports |\n", "|---|---|---|\n", *rows])


def _level(rule: Rule) -> str:
    return f"{rule.level} or {rule.stronger}" if rule.stronger else str(rule.level)


def written(page: str) -> str:
    """The page with the table as it has to be."""
    before, rest = page.split(START)
    after = rest.split(END)[1]
    return f"{before}{START}{rules_table()}{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
