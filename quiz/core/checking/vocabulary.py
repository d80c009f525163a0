"""English words that give answers away, and those that say nothing. Other languages have none yet.

The cue words follow the usual item-writing guides (Haladyna; NBME): vague frequency words sit on
keys, absolute ones on distractors.
"""

from __future__ import annotations

import re
from functools import cache

from quiz.core.text.late_pattern import LatePattern


def is_english(language: str) -> bool:
    """Whether the rules about English words apply to a set with this language tag."""
    return language.lower().split("-")[0] == "en"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VAGUE = _words(
    """
    often usually generally typically frequently commonly normally mostly mainly largely usual
    probably possibly perhaps sometimes occasionally
    """
)
VAGUE_PHRASES = (
    "tend to",
    "tends to",
    "in general",
    "as a rule",
    "in most cases",
    "for the most part",
)
"""Hedges, folded."""

ABSOLUTE = _words(
    """
    never entirely completely totally absolutely exclusively solely invariably
    """
)
ABSOLUTE_PHRASES = ("without exception", "under no circumstances")
"""Words that allow no exception, folded: those that distractors really have oftener than keys."""

WEAKENING = _words("nearly almost not hardly practically virtually")
"""Words that take an absolute word's force away, before it."""

NEGATIONS = _words("not except never least")
"""What turns a question round."""


@cache
def negation() -> re.Pattern[str]:
    """A negation that neither capitals nor emphasis make stand out."""
    return re.compile(r"(?<![*_\w])(?:not|except|never|least|[a-z]+n['’]t)(?![*_\w])")


@cache
def harmless() -> re.Pattern[str]:
    """Quotations, and phrases whose negation turns nothing round."""
    quoted = r"\"[^\"]*\"|“[^”]*”|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)|`[^`]*`"
    phrases = r"\b(?i:(?:at|but not) least|not (?:only|just|merely|yet)|(?:or|if|why) not)\b"
    return re.compile(f"{quoted}|{phrases}")


_REASON = LatePattern(
    r"\b(?:why|how come|what if|what (?:happens|will happen|would happen))\b", re.I
)
_BOTH = LatePattern(r",? and (?=(?:what|which|who|where)\b)", re.I)
_CLAUSE = LatePattern(
    r"[,;:(]|\b(?:if|when|where|while|because|since|so that|that|but|whether|who|whom|whose|and|to"
    r"|unless|although|though|for|by|with|without|from|before|after|until|do you|would you|can you"
    r"|should you)\b",
    re.I,
)


def turned_round(stem: str) -> str:
    """The part of a stem in which a negation turns the question round; '' where none can.

    It is the main clause of the last sentence that asks, or the words after `except`.
    """
    text = _BOTH.sub(" ", harmless().sub("", stem))
    sentences = [one for one in re.split(r"(?<=[.!?])\s+", text.strip()) if one.strip()]
    asking = next(
        (one for one in reversed(sentences) if "?" in one), sentences[-1:] and sentences[-1]
    )
    if not asking or _REASON.search(asking):
        return ""
    at_end = re.search(r"\b(?:except|but not)\b[^,;.]{0,20}[?:.…]*\s*$", asking, re.I)
    if at_end:
        return at_end[0]
    first = re.search(r"\b(?:which|what|who|where|when|how)\b", asking, re.I)
    start = first.end() if first is not None else 0
    clause = _CLAUSE.search(asking, start)
    return asking[start : clause.start()] if clause is not None else asking[start:]


REFERRING = _words(
    """
    all any each both two most none neither not no option options answer answers choice choices
    """
)
"""The first words of options that refer to other options."""

_OTHERS = r"(?:the |these |those )?(?:above|others?|options|answers|choices|previous|preceding)"
_WHICH = rf"(?:{_OTHERS}|these|those|them)(?: (?:options|answers|choices|statements))?"
_RIGHT = r"(?: (?:is|are|apply|applies|may|can)(?: (?:correct|right|true|wrong|false|be .*))?)?"
_LETTER = r"(?:options? |answers? |choices? )?[a-e1-5]"


@cache
def all_above() -> re.Pattern[str]:
    """The words of a whole option that says that other options are right."""
    return re.compile(
        rf"(?:all|any|each|both|two|most) (?:of )?{_WHICH}{_RIGHT}"
        rf"|both {_LETTER} and {_LETTER}{_RIGHT}"
        rf"|(?:options|answers|choices) {_LETTER} and {_LETTER}{_RIGHT}"
        rf"|{_LETTER} and {_LETTER} (?:only|are (?:correct|right|true))"
    )


@cache
def none_above() -> re.Pattern[str]:
    """The words of a whole option that says that other options are wrong."""
    return re.compile(
        rf"(?:none|neither|not any) (?:of )?{_WHICH}{_RIGHT}"
        r"|(?:none|neither) of (?:these|those|the) (?:\w+ )?\w+"
        rf"|no (?:other |of these |of the above )?(?:option|answer|choice)(?: (?:is|applies).*)"
        rf"|neither {_LETTER} nor {_LETTER}{_RIGHT}"
    )


IRREGULAR_PLURALS = _words(
    "people men women children teeth feet mice data bacteria criteria phenomena media nuclei"
)
SINGULAR_ENDS = ("ss", "us", "is", "ics", "news", "series", "species", "lens", "gas", "diabetes")
"""Ends in s that make no plural."""


@cache
def vowel_sound() -> re.Pattern[str]:
    """What `an` stands before; folded."""
    consonants = r"uni(?:[cfqtv]|on|so|lat)|us[aeiu]|ut[ei]|ur[aeio]|ub[io]|uk|eu|ewe|onc?e\b"
    return re.compile(rf"(?!{consonants})[aeiou]|hour|hono|heir|8|1[18](?![\d.,])")


STOP_WORDS = _words(
    """
    about above according across after again against almost alone along already although always
    among another anyone anything around article articles author authors answer answers became
    because become becomes before behind being below beside besides between beyond called cannot
    chapter choose claim claims complete correct could describe described describes
    describing document documents doing during either enough especially every everyone everything
    example except explain explains false first following follows former found further give given
    gives giving happen happens having hence however including instead itself kinds known later
    latter least likely little maybe makes making match meant means mention mentioned mentions might
    mostly names named neither never nobody nothing number often option options order other others
    ought passage perhaps place point question questions quite rather really reason reasons regard
    right second section sections sentence sentences several shall should since something sometimes
    speak speaks stand stands state stated statement statements states still story taken takes tells
    their theirs themselves there therefore these thing things third those though three through
    throughout together toward towards trying under unless until usually using wants whatever
    whenever where whereas wherever whether which while whole whose within without wrong words would
    write written yours
    """
)
"""Words of five letters and more that any question may share with any option."""
