"""Documents to edit: the two real ones, and prose made from a seed."""

from __future__ import annotations

from functools import cache
from random import Random

from quiz.core.text.safe_text import sanitise
from tests import TOP

FOLDER = TOP / "questions" / "mesotherapy" / "documents"

_THINGS = """
    valve filter pump sensor cable housing gasket boiler motor spindle bearing panel relay lens
    nozzle clamp burner rotor tank membrane
""".split()  # noqa: SIM905
_GROUPS = "operator technician inspector apprentice supplier nurse pharmacist supervisor".split()  # noqa: SIM905
_DEEDS = """
    inspected cleaned replaced calibrated lubricated sealed stored tested labelled documented
""".split()  # noqa: SIM905
_PLACES = ["in the workshop", "near the outlet", "under the cover", "at the north gate", "on site"]
_WHEN = ["before the shift", "after each run", "every morning", "once a week", "during storage"]
_ENDS = [
    "because dust settles on the {b}",
    "so that the {b} stays dry",
    "unless the {c} has been shut down",
    "and the result is written on the card beside the {b}",
    "which keeps the {b} from wearing out",
    "“as found”, not as the {b}’s maker would wish",
]
_SHAPES = [
    "The {a} is {d} {p} by the {g} {e}.",
    "{W}, the {g} makes sure that the {a} has been {d} {e}.",
    "A {a} of {n} mm carries {m} kg {e}.",
    "Most {a}s last {n} weeks, but the {b} may need care after {m} hours.",
    "If the {a} shows {n} %, the {g} calls for help {p}.",
    "No {a} may be {d} {w} without the {g}’s consent.",
    "Warm {a}s are {d} first; cold ones wait {p} until the {b} allows it.",
]


@cache
def documents() -> tuple[str, ...]:
    """The two real documents and six made ones."""
    real = (sanitise(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.txt")))
    return (*real, *(made(seed) for seed in range(6)))


def made(seed: int) -> str:
    """A handbook with headings, paragraphs and lists; its sentences resemble one another."""
    random = Random(seed)
    sections = [_section(random, number) for number in range(1, random.randint(4, 9))]
    return "\n\n".join([f"Handbook {seed}", *sections])


def _section(random: Random, number: int) -> str:
    paragraphs = [_paragraph(random) for _ in range(random.randint(1, 3))]
    if random.random() < 0.5:
        items = random.sample(_THINGS, 4)
        paragraphs.append("\n".join(f"  • {item.title()}: {_sentence(random)}" for item in items))
    title = f"{number} {random.choice(_THINGS).title()} and {random.choice(_THINGS)}"
    return "\n\n".join([title, *paragraphs])


def _paragraph(random: Random) -> str:
    return " ".join(_sentence(random) for _ in range(random.randint(2, 6)))


def _sentence(random: Random) -> str:
    a, b, c = random.sample(_THINGS, 3)
    when = random.choice(_WHEN)
    end = random.choice(_ENDS).format(b=b, c=c)
    return random.choice(_SHAPES).format(
        a=a, b=b, e=end, g=random.choice(_GROUPS), d=random.choice(_DEEDS), w=when,
        p=random.choice(_PLACES), W=when.capitalize(), n=random.randint(2, 40),
        m=random.randint(41, 99),
    )  # fmt: skip
