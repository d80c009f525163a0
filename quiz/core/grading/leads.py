"""Articles and prepositions in front of an answer, by language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quiz.core.grading.spellings.phrases import umlauts_spelt
from quiz.core.text.normal_form import fold

# Articles, and the words that may lead an answer without changing it, by the set's language.
_ARTICLES = {
    "en": "the a an",
    "de": "der die das den dem des ein eine einen einem einer eines",
    "fr": "le la les l un une des du",
    "es": "el la los las un una unos unas lo",
    "it": "il lo la i gli le un uno una l",
    "pt": "o a os as um uma",
    "nl": "de het een",
    "el": "ο η το οι τα τον την του της των",
}
_PREPOSITIONS = {
    "en": "in into inside on onto at to by of for as with from through via using within during",
    "de": "in im ins an am auf bei zu zum zur von vom mit durch für aus als",
    "fr": "à dans en par avec pour de au aux du",
    "es": "en a al de del por con para",
    "it": "in nel nella nei con per di del della da dal a al",
    "pt": "em no na nos nas de do da por com para",
    "nl": "in op aan bij van met door voor te",
}
_KINDRED = (
    frozenset(["in", "into", "inside", "within"]),
    frozenset(["by", "via", "through", "with", "using"]),
)
_NO_ARTICLE = frozenset(
    ["positive", "negative", "major", "minor", "flat", "sharp", "level", "side"]
)


def kindred(one: str, other: str) -> bool:
    """Whether two prepositions in front, either may be missing, say the same."""
    if not one or not other or one == other:
        return True
    return any(one in group and other in group for group in _KINDRED)


def without_lead(words: tuple[str, ...], language: str) -> tuple[str, tuple[str, ...]]:
    """The preposition in front, if any, and the words without it and without articles."""
    articles = _ARTICLES.get(language, "").split()
    prepositions = _folded_prepositions(language)
    words = _without_subject(words, language)
    rest = _without_article(words, articles)
    lead = ""
    if len(rest) > 1 and rest[0] in prepositions:
        lead, rest = rest[0], _without_article(rest[1:], articles)
    if language == "en":
        rest = tuple(w for at, w in enumerate(rest) if not _inner_article(rest, at)) or rest
    elif articles:
        before = {*prepositions, *_WITHOUT}
        rest = tuple(
            w for at, w in enumerate(rest) if not (at and w in articles and rest[at - 1] in before)
        )
    return lead, rest


@lru_cache(maxsize=8)
def _folded_prepositions(language: str) -> frozenset[str]:
    words = _PREPOSITIONS.get(language, "").split()
    return frozenset(fold(umlauts_spelt(word) if language == "de" else word) for word in words)


def _without_subject(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Without a pronoun in front, and the `is` behind it: `it rises` is `rises`."""
    rest = words[1:] if len(words) > 1 and words[0] in _SUBJECTS.get(language, ()) else words
    copula = language == "en" and len(rest) > 1 and rest[0] in ("is", "are")
    return rest[1:] if copula else rest


_SUBJECTS = {
    "en": ("it", "they", "he", "she"),
    "de": ("er", "sie", "es"),
    "fr": ("il", "elle", "ils", "elles"),
}
_WITHOUT = ("without", "ohne", "sans", "sin", "senza", "zonder", "sem")


_BEFORE_ARTICLE = frozenset(
    ("of", "in", "to", "for", "with", "from", "on", "at", "by", "before", "without")
)


def _inner_article(words: tuple[str, ...], at: int) -> bool:
    """Whether an English article stands there; the A of *vitamin A* is none."""
    if words[at] == "the":
        return True
    follows = at > 0 and words[at - 1] in _BEFORE_ARTICLE | {"after", "than", "as", "and", "or"}
    return words[at] in ("a", "an") and follows and at + 1 < len(words)


def _without_article(words: tuple[str, ...], articles: Sequence[str]) -> tuple[str, ...]:
    leads = len(words) > 1 and words[0] in articles and words[1] not in _NO_ARTICLE
    return words[1:] if leads else words
