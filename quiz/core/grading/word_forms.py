"""One spelling for words that are written in two ways, and the singular of a word in the plural.

Rules for the regular differences between British and American English, a list for the others. Both
sides are brought into one form, so a rule only has to keep different words apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Word parts in which `ae` and `oe` are `e` in America; elsewhere they stand for themselves (poet).
_E_PARTS = """
    haem aemi aesthe aethe aetio paed faec caec caesar gynaec archaeo palaeo mediaev naev caesi
    oestr oedem oesoph foet rrhoea coeli coelom homoeo amoeb manoeuv pnoea encyclopaed orthopaed
    primaev praesid haemo leucaem uraem aeon synaes kinaes pharmacopoe oecolog paleo anaesth
    chimaer hyaen caen oedip defaec taenia dyspnoe
"""
_OUR = """
    arb arm behavi cand clam col demean endeav enam fav ferv flav glam harb hon hum lab neighb od
    parl ranc rig rum sav splend succ tum val vap vig dol misbehavi
"""
_RE = """
    centre fibre litre metre theatre calibre lustre sombre spectre meagre sabre ochre louvre mitre
    sceptre sepulchre goitre titre nitre philtre accoutre reconnoitre
"""
_OG = "catal anal dial monol prol epil homol demag travel ped mystag apol"
_SINGLE_L = "enrol fulfil distil instil appal instal enthral annul"

# British and American, word parts as they stand at the start of a word.
_LISTED = """
    grey gray|plough plow|programme program|aluminium aluminum|sulph sulf
    mould mold|moult molt|smoulder smolder|sceptic skeptic|cosy cozy|draught draft
    pyjama pajama|ageing aging|judgement judgment|acknowledgement acknowledgment|jewellery jewelry
    whisky whiskey|yoghurt yogurt|doughnut donut|disc disk|artefact artifact|gramme gram
    speciality specialty|orientated oriented|learnt learned|burnt burned|spelt spelled
    dreamt dreamed|leapt leaped|spoilt spoiled|towards toward|afterwards afterward|forwards forward
    backwards backward|upwards upward|downwards downward|whilst while|amongst among
    liquorice licorice|moustache mustache|furore furor|chilli chili|gaol jail|omelette omelet
    defence defense|offence offense|licence license|pretence pretense|practise practice
    likeable likable|sizeable sizable|enquir inquir|glycerine glycerin|cypher cipher
    dyke dike|mollusc mollusk|skilful skillful|wilful willful|pedlar peddler
    tsar czar|woollen woolen|waggon wagon|rouble ruble|mum mom|phial vial
    carburettor carburetor|marvellous marvelous|counsellor counselor|jeweller jeweler
    councillor councilor|instalment installment|enrolment enrollment|fulfilment fulfillment
    maths math|aeroplane airplane
    paralyse paralyze|connexion connection|inflexion inflection|reflexion reflection
    manoeuvre maneuver|manoeuvring maneuvering|cauldron caldron|behove behoove|bannister banister
    hiccough hiccup|mediaeval medieval
    nought naught|racoon raccoon|snowplough snowplow
    syphon siphon|tranquillity tranquility|tranquilliser tranquilizer|centred centered
    centring centering|metred metered
    haulier hauler|titbit tidbit|woolly wooly
"""
_ISE = re.compile(r"(?<=[^\W_]{4})z(?=(?:e|es|ed|er|ers|ing|ings|able|ation|ations|ational)$)")
_DOUBLE_L = re.compile(
    r"^(.*(?:[aeiouy][^aeiouy\W]+.*[aeiou]|ue|ia))ll(?=(?:ed|ing|ings|er|ers|or|ors|ous|ously|ery|able)$)"
)


def _pairs() -> dict[str, str]:
    pairs = _LISTED.replace("\n", "|").split("|")
    return dict(pair.split() for pair in pairs if pair.strip())


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of word parts and what they become; compiled when something is first typed."""
    listed = _pairs()
    starts = "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
    in_re = "|".join(sorted(_RE.split(), key=len, reverse=True))
    e_parts = "|".join(sorted(set(_E_PARTS.split()), key=len, reverse=True))
    return (
        (
            re.compile(
                rf"^(?:{starts})(?=(?:s|es|d|ed|ing|er|ers|ly|ness|ty|y|ities|ation|bag|ic|al|ally|ism|ur|ide|ate|ism)?$)"
            ),
            "listed",
        ),
        (re.compile(e_parts), "e"),
        (re.compile(rf"\b(mis|dis|un|multi|re|dis)?({'|'.join(_OUR.split())})our"), r"\1\2or"),
        (
            re.compile(rf"({in_re})(?=s?$|d$|glass$|board$|fold$|piece$)"),
            "er",
        ),
        (re.compile(rf"^({'|'.join(_OG.split())})ogue(?=s?$|d$)"), r"\1og"),
        (re.compile(rf"^({'|'.join(_SINGLE_L.split())})l?(?=s?$|ment|ed|ing)"), r"\1l"),
    )


@lru_cache(maxsize=4096)
def one_spelling(word: str) -> str:
    """The form that the British and the American spelling of a folded word share."""
    listed, e_part, our, er, og, single = _rules()
    word = listed[0].sub(lambda match: _pairs()[match[0]], word)
    word = e_part[0].sub(lambda match: match[0].replace("ae", "e").replace("oe", "e"), word)
    word = word.replace("sulph", "sulf").replace("leuco", "leuko")
    word = our[0].sub(our[1], word)
    word = er[0].sub(lambda match: match[0][:-2] + "er", word)
    word = og[0].sub(og[1], word)
    word = single[0].sub(lambda match: match[1].removesuffix("l") + "l", word)
    word = re.sub(r"yz(?=(?:e|es|ed|er|ers|ing)$)", "ys", word)
    word = _ISE.sub("s", word)
    return _DOUBLE_L.sub(r"\1l", word)


_IRREGULAR_WORDS = """
    men|man women|woman lives|life children|child feet|foot teeth|tooth mice|mouse geese|goose
    lice|louse oxen|ox data|datum genera|genus corpora|corpus viscera|viscus dice|die pence|penny
    """
_IRREGULAR = dict(pair.split("|") for pair in _IRREGULAR_WORDS.split())
_PLURAL_IN_A = """
    bacterium stratum ovum medium spectrum serum septum atrium cranium cerebellum curriculum
    memorandum referendum symposium quantum addendum erratum aquarium stadium labium sternum ischium
    ilium endometrium epithelium endothelium mycelium flagellum cilium maximum minimum optimum
    plasmodium sporangium diverticulum rectum sacrum criterion phenomenon mitochondrion automaton
    taxon polyhedron ganglion spermatozoon protozoon dictum capitulum operculum
    """
_IRREGULAR |= {f"{word[:-2]}a": word for word in _PLURAL_IN_A.split()}
_IRREGULAR |= {"foramina": "foramen", "lumina": "lumen"}
# Words in -s that are no plural, or mean something else without it.
_NO_PLURAL_WORDS = """
    news means goods customs series species lens gas bus physics arms pants spectacles iris kudos
    rabies scabies herpes diabetes mars venus texas wales brass athens paris honduras cyprus
    naples tropics odds thanks
    """
_NO_PLURAL = frozenset(_NO_PLURAL_WORDS.split())


def singulars(word: str) -> frozenset[str]:
    """What a folded word may be the plural of, and itself."""
    found = {word}
    if word in _IRREGULAR:
        found.add(_IRREGULAR[word])
    if len(word) >= 4 and word not in _NO_PLURAL and not word[0].isdigit():
        found.update(_regular(word))
    return frozenset(found)


def _regular(word: str) -> set[str]:
    found: set[str] = set()
    for ending, singular_endings in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            found.update(word[: -len(ending)] + end for end in singular_endings)
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) and len(word) >= 4:
        found.add(word[:-1])
    if word.endswith(("ches", "shes", "xes", "sses", "zes", "oes", "uses")):
        found.add(word[:-2])
    return found


_ENDINGS = (
    ("ies", ("y",)),
    ("ves", ("f", "fe")),
    ("ses", ("sis",)),
    ("xes", ("xis",)),
    ("ices", ("ex", "ix")),
    ("ae", ("a",)),
    ("i", ("us",)),
    ("ata", ("a",)),
    ("men", ("man",)),
)


_PLURALS = {
    "de": (("nen", ""), ("en", ""), ("n", ""), ("s", "")),
    "fr": (("aux", "al"), ("aux", "ail"), ("x", "")),
    "es": (("es", ""),),
    "it": (("i", "o"), ("i", "e"), ("e", "a")),
    "nl": (("en", ""), ("s", "")),
    "pt": (("oes", "ao"), ("es", "")),
}


def plural_of(word: str, language: str) -> frozenset[str]:
    """What a folded word may be the plural of in a language, where the ending tells little else."""
    ends = _PLURALS.get(language, ())
    return frozenset(
        word.removesuffix(end) + put
        for end, put in ends
        if word.endswith(end) and len(word) - len(end) >= 3
    )
