"""Words of one tail behind two beginnings, `Anfuhr` and `Abfuhr`: never a slip of each other."""

from __future__ import annotations

from functools import lru_cache

LEAST = 3
"""Letters of the tail."""
# Latin and Greek beginnings, which every language has, and what part of a word is one in medicine.
_LEARNED = """
    tachy brady poly oligo endo epi peri myo ecto exo meso hemi para quadri tetra tri di bi mono
    uni ante retro antero eu dys intra inter extra sub supra infra trans ana cata hyper hypo macro
    micro hypokal hypocalc hyponatr hypoglyc hyperkal hypercalc hypernatr hyperglyc super vaso
    broncho homo hetero iso aniso ortho meta auto allo pro pre post syn anti leuko lympho erythro
    thrombo granulo osteo chondro hemo hepato nephro neuro gastro
    """
_FAMILIES = {
    "de": """an ab auf aus ein zu hin her vor nach ueber uber unter ober be ent er ver zer um mit
        bei durch los weg fort ur un miss gegen wider innen aussen zwischen hoch tief hinter rueck
        ruck neben mehr minder gut schlecht voll leer""",
    "fr": """in de des re ex em sur sous sou super avant apres pre post de ad ab af ef per con
        contre dis mal bien entre trans sub sup inf""",
    "es": """hiper hipo poli taqui in des de re ex e em sobre sub bajo pre pos post contra entre
        trans mal bien con per ad ab as an im""",
    "it": """iper ipo poli in dis s de re ex sopra sotto pre post contro tra tras con per ad ab""",
    "pt": """hiper hipo in des re ex sobre sub pre pos contra entre trans per ad""",
    "nl": """in uit op af aan bij toe over onder voor na ver be ont her mis on binnen buiten mee weg
        terug door""",
    "en": """over under up down in out on off fore after with pre post inter intra non un dis mis de
        re ex im em en""",
}
_ALIKE = [
    frozenset(("in", "im", "i")),
    frozenset(("en", "em", "im", "in")),
    frozenset(("de", "des")),
]
"""Beginnings that are mixed up in writing, and mean the same."""


@lru_cache(maxsize=16)
def _family(language: str) -> tuple[str, ...]:
    words = {*_LEARNED.split(), *_FAMILIES.get(language, "").split()}
    return tuple(sorted(words, key=len, reverse=True))


def other_beginning(one: str, other: str, language: str) -> bool:
    """Whether the same tail stands behind two beginnings of the language; both words folded."""
    beginnings = _family(language)
    for a in beginnings:
        tail = one[len(a) :]
        if len(tail) < LEAST or not one.startswith(a) or not other.endswith(tail):
            continue
        b = other[: len(other) - len(tail)]
        if a != b and b in beginnings and not any({a, b} <= group for group in _ALIKE):
            return True
    return False
