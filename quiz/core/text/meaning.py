"""Signs that an edited sentence no longer says the same: numbers, negation, quantity, opposites.

A guard against lookalikes, not an understanding. The word lists are English, with the commonest
negations of a few neighbours; numbers are compared in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, product, starmap

from quiz.core.text.late_pattern import LatePattern
from quiz.core.text.normal_form import unify

_UNITS = """
    nm µm μm um mm cm dm m km in ft ng µg μg mcg mg g kg lb oz µl μl ml mL dl dL l L ms s sec min h
    hr hrs d wk mo yr Hz kHz MHz GHz mV V kV µA μA mA A kA mW W kW MW J mJ kJ cal kcal K C F Pa kPa
    MPa bar mbar mmHg mol mmol nmol nM µM μM mM M IU U ppm ppb dB Ω kΩ MΩ second seconds minute
    minutes hour hours day days week weeks month months year years percent degrees times fold
"""
_NUMBER = LatePattern(
    r"(?P<sign>(?<![\w)])[−+±<>≤≥~-]\s?)?(?P<number>\d+(?:[.,:/]\d+)*)"
    rf"(?:[\s-]?(?P<unit>(?:{'|'.join(_UNITS.split())})\b|%|‰|°\s?[CFK]?))?"
)
_WORD = re.compile(r"[^\W_]+(?:['.,:/-][^\W_]+)*")
_NOT = re.compile(r"n't$")

# Words that count, deny, time or allow: as many of each class have to be there as before.
_CLASSES = {
    "not": """not no non never none nor neither cannot without nobody nothing nowhere hardly
        scarcely barely lack lacks nicht kein keine keinen keiner nie niemals ohne pas jamais sans
        aucun aucune nunca sin senza не нет ни без никогда δεν μη χωρίς""",
    "except": "except unless excluding other",
    "rarely": "rarely seldom",
    "sometimes": "sometimes occasionally",
    "often": "often frequently usually generally typically commonly normally",
    "always": "always invariably",
    "all": "all every each everyone everything any entire entirely",
    "some": "some several few certain",
    "many": "many most mostly majority",
    "only": "only solely exclusively",
    "both": "both either",
    "or": "or",
    "more": """more greater higher larger longer increase increases increased increasing rise rises
        raise raises raised above over exceeds maximum maximal best stronger thicker faster""",
    "less": """less least fewer lower smaller shorter decrease decreases decreased decreasing reduce
        reduces reduced fall falls below under minimum minimal worst weaker thinner slower""",
    "before": "before prior previously",
    "after": "after following afterwards subsequently",
    "seconds": "second seconds",
    "minutes": "minute minutes",
    "hours": "hour hours hourly",
    "days": "day days daily",
    "weeks": "week weeks weekly",
    "months": "month months monthly",
    "years": "year years yearly annual annually",
    "left": "left",
    "right": "right",
    "must": "must shall should required requires mandatory",
    "may": "may might can could possibly perhaps",
    "good": "true correct safe permitted allowed recommended indicated effective",
    "bad": "false incorrect wrong unsafe forbidden prohibited contraindicated ineffective",
}
_COUNTS = """
    zero one once two twice double three four five six seven eight nine ten eleven twelve dozen
    twenty thirty forty fifty hundred thousand million billion half third quarter
"""
# unified as the words of a text are: a final sigma is like any other
_CLASS_OF = {
    word: name for name, members in _CLASSES.items() for word in unify(members).split()
} | {word: word for word in _COUNTS.split()}


def _pairs(text: str) -> set[frozenset[str]]:
    return {frozenset(pair.replace("_", "").split("|")) for pair in text.split()}


# Beginnings and ends that make a word its opposite, or another thing; `_` stands for nothing.
_OPPOSED_HEADS = _pairs("""
    _|un _|in _|im _|ir _|il _|non _|non- _|dis _|a _|an _|mis _|anti _|anti- _|de hyper|hypo
    inter|intra in|de in|ex im|ex pre|post ab|ad a|e micro|macro micro|milli micro|nano milli|nano
    endo|exo endo|ecto up|down over|under max|min supra|infra sub|super in|out ante|anti inner|outer
""")
_OPPOSED_TAILS = _pairs("ful|less _|less _|free _|-free er|ee")
_STEM = 3  # characters two words have to share to be opposites by head or tail

_OPPOSED_CLASSES = (
    {"more", "less"},
    {"before", "after"},
    {"left", "right"},
    {"good", "bad"},
    {"always", "rarely"},
    {"often", "rarely"},
)

# Words that begin so and deny nothing.
_NO_DENIAL = (
    *("impuls", "implant", "improv", "import", "impress", "inform", "inside", "income", "input"),
    *("indeed", "around", "along", "away", "alike", "aware", "discover", "display", "distribut"),
    *("until", "under", "uni"),
)

# Words whose coming and going says nothing.
_EMPTY_WORDS = """
    a an the that which this these those of to and also then so as is are was were be been its it
    very quite indeed
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def same_meaning(old: str, new: str) -> bool:
    """Whether nothing tells that the two texts state different things.

    Numbers with sign and unit, negations, quantifiers and the like have to be the same, and no
    word may have changed places or into an opposite. In a script the lists know nothing of, no
    word may differ at all.
    """
    if numbers(old) != numbers(new) or _signs(old) != _signs(new):
        return False
    changes = list(word_changes(old, new))
    removed = {word for gone, _ in changes for word in gone}
    added = {word for _, come in changes for word in come}
    moved = (removed & added) - _EMPTY
    unlisted = any(map(_unlisted_script, removed | added))
    return not (moved or unlisted or any(starmap(opposed, product(removed, added))))


def opposites(one: str, other: str) -> bool:
    """Whether two texts are the same but for one word: a negation more, or its opposite.

    What is denied in other words (`no pain`, `painless`) is not looked through.
    """
    if not (" " in one or " " in other or _may_oppose(one.lower(), other.lower())):
        return False
    before, after = _telling_words(one), _telling(words(other))
    if abs(len(before) - len(after)) > 1:
        return False
    gone, come = _one_change(before, after)
    if max(len(gone), len(come)) != 1:
        return False
    if not (gone and come):
        return _CLASS_OF.get(*gone, *come) == "not"
    if any(word.startswith(_NO_DENIAL) for word in (*gone, *come)):
        return False
    classes = {_CLASS_OF.get(*gone), _CLASS_OF.get(*come)}
    return opposed(*gone, *come) or classes in _OPPOSED_CLASSES


def _one_change(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """What is left of each without the words with which both begin and end."""
    start = _shared(before, after)
    gone, come = before[start:], after[start:]
    while gone and come and gone[-1] == come[-1]:
        gone, come = gone[:-1], come[:-1]
    return gone, come


def _may_oppose(one: str, other: str) -> bool:
    """Whether two words have what opposed ones have: a beginning or an end, or both a class."""
    alike = one[:_STEM] == other[:_STEM] or one[-_STEM:] == other[-_STEM:]
    return alike or (one in _CLASS_OF and other in _CLASS_OF)


@lru_cache(maxsize=16)
def _telling_words(text: str) -> list[str]:
    return _telling(words(text))


def same_words(old: str, new: str, known: Callable[[str], bool]) -> bool:
    """Whether the texts differ in empty words, spelling and spacing only.

    `known` tells a word that stands elsewhere in the document: it is no misspelling.
    """
    for gone, come in word_changes(old, new):
        if _joined(gone) == _joined(come):
            continue
        gone, come = _telling(gone), _telling(come)
        if len(gone) != len(come):
            return False
        if not all(_respelled(a, b, known) for a, b in zip(gone, come, strict=True)):
            return False
    return True


def numbers(text: str) -> Counter[str]:
    """How often each number stands in a text, with sign and unit; units by their exact letters."""
    return Counter(
        (m["sign"] or "").strip().replace("−", "-")
        + m["number"]
        + (m["unit"] or "").replace("μ", "µ")
        for m in _NUMBER.finditer(text)
    )


def words(text: str) -> list[str]:
    """The words of a text in lower case, numbers and hyphenated words as one each."""
    folded = unify(text)
    found = folded.split()
    return found if "".join(found).isalnum() else _WORD.findall(folded)


def word_changes(old: str, new: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each place where the words differ: what stood there and what stands there now."""
    from rapidfuzz.distance import Levenshtein

    before, after = words(old), words(new)
    for differ, run in groupby(Levenshtein.opcodes(before, after), lambda s: s.tag != "equal"):
        steps = list(run)
        if differ:
            first, last = steps[0], steps[-1]
            gone = before[first.src_start : last.src_end]
            yield gone, after[first.dest_start : last.dest_end]


def _signs(text: str) -> Counter[str]:
    return Counter(name for name in map(word_class, words(text)) if name)


def word_class(word: str) -> str:
    """What a word counts, denies, times or allows (`not`, `all`, `more`, …); '' for most words."""
    return _CLASS_OF.get("not" if _NOT.search(word) else word, "")


def opposed(a: str, b: str) -> bool:
    """Whether a stem that two words share has opposed heads or tails, `micro-` and `macro-`."""
    same_ends = range(_STEM, _shared(a[::-1], b[::-1]) + 1)
    same_starts = range(_STEM, _shared(a, b) + 1)
    return any(frozenset((a[:-n], b[:-n])) in _OPPOSED_HEADS for n in same_ends) or any(
        frozenset((a[n:], b[n:])) in _OPPOSED_TAILS for n in same_starts
    )


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """How many characters two words, or words two texts, have in common from the start."""
    same = (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y)
    return next(same, min(len(a), len(b)))


def _unlisted_script(word: str) -> bool:
    """Whether a word has letters beyond Latin, Greek, Cyrillic and Armenian."""
    return any(c >= "\u0590" and not "\u1e00" <= c <= "\u1fff" for c in word)


def _joined(parts: Sequence[str]) -> str:
    return "".join(parts).replace("-", "")


def _telling(parts: Sequence[str]) -> list[str]:
    return [word for word in parts if word not in _EMPTY]


def _respelled(a: str, b: str, known: Callable[[str], bool]) -> bool:
    """Whether one word is the other in the plural or with a slip: two in eight letters or more."""
    from rapidfuzz.distance import OSA

    if f"{a}s" == b or f"{b}s" == a:
        return True
    shorter = min(len(a), len(b))
    slips = 0 if shorter < 4 else 1 if shorter < 8 else 2
    return OSA.distance(a, b, score_cutoff=slips) <= slips and not known(a)
