"""What the shipped sets are worth, in figures: python -m tests.shipped.

How far guessers get who know no answer, how the claims of the documents are asked, which questions
give each other away or ask the same, and which typed phrasings get the verdict they deserve.
"""

from __future__ import annotations

from collections import Counter

from tests.shipped.claims import Asked, claims, how_asked
from tests.shipped.guessers import RULES, chance, multiples, rate, singles, skimmer
from tests.shipped.leaks import leaks
from tests.shipped.test_typed import part_of, phrasings, typed_questions
from tests.shipped.twins import twins


def main() -> None:
    """Print all of it."""
    print(f"Single choice, {len(singles())} questions; chance is {chance():.1%}")
    for name, rule in RULES.items():
        print(f"  {name:36} {rate(rule):6.1%} {rate(rule) - chance():+6.1%}")
    print(f"Multiple choice, {len(multiples())} questions; ticking what stands in the documents")
    for standing in (0.3, 0.5, 0.7, 1.0):
        print(f"  {standing:.0%} of its words: {skimmer(standing):16.1%}")
    ways = Counter(how_asked(claim) for claim in claims())
    print(f"Claims of the documents: {ways.total()}")
    for way in Asked:
        print(f"  {way:36} {ways[way]:4} {ways[way] / ways.total():6.1%}")
    print(f"Pairs that give each other away: {len(leaks())}")
    print(f"Pairs that ask the same fact: {len(list(twins()))}")
    known, asked = typed_questions(), list(phrasings())
    for wanted, what in ((True, "right"), (False, "wrong")):
        judged = [part_of(known[n], at, typed).right for n, at, typed, ok in asked if ok is wanted]
        as_wanted = judged.count(wanted)
        print(f"Typed phrasings that are {what}: {as_wanted} of {len(judged)} judged so")


if __name__ == "__main__":
    main()
