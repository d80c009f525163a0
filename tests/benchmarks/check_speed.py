"""How long `quiz check` takes, as ratios: python -m tests.benchmarks.check_speed.

All in one run on one machine, each the best CPU time (user and system) of whole processes:
a set of 5,000 questions with sources into 20 documents against bare `yaml.compose` with the C
loader on the same file, fresh and unchanged; the shipped sets against `import yaml, click`.
"""

from __future__ import annotations

import os
import random
import resource
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.processes import run_python

QUESTIONS, DOCUMENTS, SENTENCES = 5000, 20, 400
COMPOSE = "import sys, yaml; yaml.compose(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"
PEAK = (
    "import resource, sys; from quiz.cli.main import run; run(sys.argv[1:]); "
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
)


def write_set(folder: Path) -> Path:
    """A large set and its documents, the same ones every time."""
    chance = random.Random(4)
    letters = "abcdefghijklmnoprstuvw"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 10))) for _ in range(3000)]

    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    (folder / "documents").mkdir(parents=True)
    documents = [[some(chance.randint(8, 22)) for _ in range(SENTENCES)] for _ in range(DOCUMENTS)]
    for number, sentences in enumerate(documents):
        text = ".\n\n".join(sentence.capitalize() for sentence in sentences)
        (folder / "documents" / f"d{number}.txt").write_text(text, "utf-8")
    path = folder / "large.yaml"
    with path.open("w", encoding="utf-8") as file:
        file.write("id: large\ntitle: Large\ndocuments:\n")
        file.writelines(f"  d{n}: documents/d{n}.txt\n" for n in range(DOCUMENTS))
        file.write("questions:\n")
        for number in range(QUESTIONS):
            key = number % DOCUMENTS
            quoted = " ".join(chance.choice(documents[key]).split()[1:8])
            file.write(_question(number, f"d{key}", quoted, some))
    return path


def _question(number: int, document: str, quoted: str, some: Callable[[int], str]) -> str:
    wrong = "".join(f"      - text: {some(3)}\n        feedback: {some(9)}.\n" for _ in range(3))
    return (
        f"  - id: q{number}\n    type: single-choice\n    stem: What is said of {some(9)}?\n"
        f"    answer: {some(3)}\n    distractors:\n{wrong}"
        f"    explanation: >-\n      {some(16)}\n      {some(10)}.\n"
        f"    sources:\n      - document: {document}\n        exact: {quoted}\n"
        "    tags: [one, two]\n"
    )


def cpu(args: Sequence[str], home: Path, times: int) -> float:
    """Seconds of the quickest of several runs."""
    return min(_once(args, home) for _ in range(times))


def _once(args: Sequence[str], home: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # as installed: with compiled modules, wherever they may be kept
    environment = {**os.environ, "QUIZ_HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "pyc")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run_python(*args, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    shipped = str(Path(__file__).parent.parent.parent / "questions")
    with tempfile.TemporaryDirectory() as name:
        home, large = Path(name) / "home", str(write_set(Path(name) / "sets"))
        check = ["-m", "quiz", "check"]
        compose = cpu(["-c", COMPOSE, large], home, 3)
        fresh = cpu([*check, "--no-cache", large], home, 3)
        _once([*check, large, shipped], home)
        known = cpu([*check, large], home, 3)
        base = cpu(["-c", "import yaml, click"], home, 15)
        small = cpu([*check, "--no-cache", shipped], home, 15)
        small_known = cpu([*check, shipped], home, 15)
        peak = run_python("-c", PEAK, "check", "--no-cache", large).stderr.split()[-1]
    print(f"5,000 questions, 20 documents: {fresh / compose:.2f} x yaml.compose ({compose:.2f} s)")
    print(f"  the same again, unchanged:   {known / compose:.2f} x")
    print(f"  peak memory:                 {int(peak) / 1024:.0f} MB")
    print(f"shipped sets: {small / base:.2f} x `import yaml, click` ({base * 1000:.0f} ms)")
    print(f"  again, unchanged: {small_known / base:.2f} x")


if __name__ == "__main__":
    main()
