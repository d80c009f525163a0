"""Two spellings of one English word: British and American."""

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
    metre|meter metres|meters kilometre|kilometer kilometres|kilometers centimetre|centimeter
    centimetres|centimeters millimetre|millimeter millimetres|millimeters tyre|tire tyres|tires
    orientated|oriented axe|ax enquiry|inquiry enquiries|inquiries enquire|inquire omelette|omelet
    gramme|gram grammes|grams likeable|likable sizeable|sizable speciality|specialty
    specialities|specialties cheque|check cheques|checks storey|story storeys|stories
    connexion|connection inflexion|inflection gaol|jail adviser|advisor advisers|advisors
"""
_OTHERS = dict(pair.split("|") for pair in _OTHER_PAIRS.split())
_CIRCUMFLEX = re.compile("(?<=[aoe])î|(?<=o)û")  # of French as it is spelt since 1990 or before
_LEAST = 5  # letters of a word that the rules speak of


def one_spelling(word: str) -> str:
    """The same text for British and American spellings of a lower-case word."""
    word = _OTHERS.get(word, word)
    if len(word) < _LEAST:
        return word
    if "î" in word or "û" in word:
        return _CIRCUMFLEX.sub(lambda match: "i" if match[0] == "î" else "u", word)
    for pattern, put in _RULED:
        word = pattern.sub(put, word)
    return word
