"""Two spellings of one English word: British and American, and a slip of the pen."""

from __future__ import annotations

import re

_OUR = (
    "arbour ardour armour behaviour candour clamour colour demeanour endeavour favour fervour "
    "flavour glamour harbour honour humour labour neighbour odour parlour rancour rigour rumour "
    "saviour savour splendour succour tumour valour vapour vigour"
)
_DOUBLED = (
    "cancel channel counsel dial equal fuel initial jewel label level marvel model panel pedal "
    "pencil quarrel rival shovel signal spiral total travel tunnel"
)
_RULES = [
    (rf"({'|'.join(word[:-3] for word in _OUR.split())})our", r"\1or"),
    (rf"({'|'.join(_DOUBLED.split())})l(?=ed|ing|er|or|ation|ery|ous)", r"\1"),
    (r"(?<=.{3})([iy])z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)", r"\1s"),
    (r"(cent|lit|fib|theat|calib|spect|lust|meag|somb|met|manoeuv|maneuv)re(?=[ds]?$)", r"\1er"),
    (r"(defen|offen|preten|licen|practi)ce(?=[ds]?$)", r"\1se"),
    (r"(practi|licen)c(?=ing$)", r"\1s"),
    (r"(catal|dial|anal|monol|prol|epil)ogue", r"\1og"),
    (r"(enrol|fulfil|instal|distil)l(?=s?$|ment)", r"\1"),
    (r"(skil|wil)l(?=ful)", r"\1"),
    (r"(judg|acknowledg|lodg|abridg)e(?=ment)", r"\1"),
    (r"(?<=.)[ao]e(?=.{3})|^[ao]e(?=.{4})", "e"),
    (r"(burn|learn|spell|spill|smell|dwell|dream|lean|leap|spoil)(?:ed|t)$", r"\1t"),
    (r"sulph", "sulf"),
    (r"aluminium", "aluminum"),
]  # fmt: skip
_RULED = [(re.compile(pattern), put) for pattern, put in _RULES]
_OTHER_PAIRS = """
    grey|gray programme|program programmes|programs whilst|while amongst|among towards|toward
    afterwards|afterward ageing|aging artefact|artifact artefacts|artifacts sceptical|skeptical
    sceptic|skeptic jewellery|jewelry mould|mold moulds|molds plough|plow pyjamas|pajamas okay|ok
    spelt|spellt spilt|spillt smelt|smellt dwelt|dwellt cosy|cozy draught|draft
    draughts|drafts kerb|curb yoghurt|yogurt moustache|mustache percent|%
    teh|the hte|the adn|and taht|that wich|which thier|their
    connexion|connection inflexion|inflection gaol|jail adviser|advisor advisers|advisors
"""
_OTHERS = dict(pair.split("|") for pair in _OTHER_PAIRS.split())

# Words a letter apart that are two words, not one and a slip of it.
_TWO_WORDS_PAIRS = """
    causal|casual martial|marital united|untied trial|trail diary|dairy angle|angel silver|sliver
    sacred|scared unclear|nuclear personal|personnel complement|compliment stationary|stationery
    principal|principle discrete|discreet prescribe|proscribe prescribed|proscribed
    prescription|proscription moral|morale human|humane local|locale loose|lose desert|dessert
    adopt|adapt adopted|adapted adverse|averse casting|costing abduction|adduction
    dependent|dependant continual|continuous alternate|alternative barred|bared staring|starring
    planed|planned planing|planning hoping|hopping tiling|tilling scraping|scrapping
    diner|dinner later|latter super|supper coma|comma latent|patent expand|expend
    expansive|expensive respectfully|respectively perspective|prospective persecute|prosecute
    preceding|proceeding precede|proceed deprecate|depreciate elicit|illicit eminent|imminent
    insure|ensure insured|ensured affect|effect affects|effects emission|omission form|from
    medial|median median|medium board|broad quiet|quite bread|beard reserve|reverse
    converse|conserve filed|field sever|serve crate|carte
    calvary|cavalry parental|prenatal secret|secrete sulfate|sulfite sulfates|sulfites
    nitrate|nitrite nitrates|nitrites phosphate|phosphite chlorate|chlorite chloride|chlorite
    tired|tried split|spilt unite|untie beast|beats minute|minuet signed|singed barely|barley
    carvings|cravings planed|planted costal|coastal though|through stable|sable bolder|boulder
    breath|breathe filing|filling curse|cruse sheared|shared
    ethane|ethene methane|methene butane|butene propane|propene ligand|legend
"""
_TWO_WORDS = frozenset(frozenset(pair.split("|")) for pair in _TWO_WORDS_PAIRS.split())
_LEAST, _LONG = 5, 8  # letters of a word in which a slip is thought of, and a vowel for another
_VOWELS = frozenset("aeiouy")


def one_spelling(word: str) -> str:
    """The same text for British and American spellings of a lower-case word."""
    word = _OTHERS.get(word, word)
    if len(word) < _LEAST:
        return word
    for pattern, put in _RULED:
        word = pattern.sub(put, word)
    return word


def is_slip(one: str, other: str, *, one_known: bool, other_known: bool) -> bool:
    """Whether two lower-case words are one word and a misspelling of it, as far as can be told.

    `known` words stand elsewhere: two of those are two words. Letters swapped or doubled are
    slips; a letter left out, put in or changed is one only in a long word, where little else of
    that shape is a word, or where one of the two is known.
    """
    from rapidfuzz.distance import OSA

    shorter, longer = sorted((one, other), key=len)
    if len(longer) < _LEAST or len(shorter) < _LEAST - 1 or one[0] != other[0]:
        return False
    if not (one.isalpha() and other.isalpha()) or OSA.distance(one, other) != 1:
        return False
    if (one_known and other_known) or frozenset((one, other)) in _TWO_WORDS:
        return False
    if len(one) == len(other) and sorted(one) == sorted(other):
        return True
    if one[-1] != other[-1]:
        return False  # an ending
    if len(one) == len(other):
        a, b = next((a, b) for a, b in zip(one, other, strict=True) if a != b)
        return len(one) >= _LONG and ({a, b} <= _VOWELS or one_known != other_known)
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    doubled = longer[at] in (longer[at - 1], longer[at + 1 : at + 2])
    return doubled or len(longer) >= (_LONG if one_known == other_known else _LONG - 2)
