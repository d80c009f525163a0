"""The battery of typed answers by class: python -m tests.core.grading [FILE].

A FILE of one's own has the lines of `typed_cases.txt`: class, language, key, right, near, wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from quiz.core.questions.short_answer import ShortAnswer
from tests.core.grading.test_typed_cases import FOLDER, Case, verdict, words


def judged(case: Case) -> str:
    """What becomes of a typed answer: right, near or wrong."""
    question = ShortAnswer(id="q", stem="?", answer=case.key, language=case.language)
    return verdict(question, case.given)


def main(table: Path) -> None:
    """A line for each class, and each answer that is not judged as wanted."""
    cases = list(words(table))
    found = [(case, judged(case)) for case in cases]
    alike = Counter(case.kind for case, seen in found if seen == case.wanted)
    for kind, count in Counter(case.kind for case in cases).items():
        print(f"{kind:12} {alike[kind]:5} of {count:5} as wanted")
    for wanted in ("right", "near", "wrong"):
        verdicts = Counter(seen for case, seen in found if case.wanted == wanted)
        counts = ", ".join(f"{verdicts[name]} {name}" for name in ("right", "near", "wrong"))
        print(f"wanted {wanted:6} {verdicts.total():5}: {counts}")
    for case, seen in found:
        if seen != case.wanted:
            print(f"{case.kind}: {case.key!r}, typed {case.given!r}, is {seen}, not {case.wanted}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER / "typed_cases.txt")
