"""Words with a full stop that ends no sentence, by language.

All are lower case without their last stop, but single letters as they are written; `_` stands for a
space inside one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Abbreviations(NamedTuple):
    """How a full stop is read in a language.

    `leading` never end a sentence; `numbering` do not before a number, a letter or a Roman one;
    `closing` end one only before a word that begins sentences (`openers`). With `ordinals`, `3.`
    before a word may be `third`, unless one of the `openers` follows; `ordinal_after` are words
    after which it always is.
    """

    leading: frozenset[str]
    numbering: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]
    ordinals: bool = False
    ordinal_after: frozenset[str] = frozenset()


_LEADING = {
    "en": """e.g i.e vs cf viz dr mr mrs ms messrs mmes prof rev gen col sgt hon approx ca st mt ft
        resp incl excl lt capt cmdr cdr adm maj cpl pvt gov sen rep pres supt insp fr c d b
        temp ext tel dept univ assn""",
    "de": """z._b z.b d._h d.h i._d._r i._v._m i.v.m i._s._d i.d.r i.s.d u._a u.a v._a s._o s._u
        m._e m.e o._g m._a._w dr prof hr fr frl dipl ing ca inkl exkl bzw vgl ggf evtl gem lt sog
        allg insb insbes bspw zzgl abzgl mind max st anm d d._red geb gest hrsg mag jun sen u z b
        i v m o""",
    "es": """sr sra srta sres dr dra lic ing prof profa ud uds vd d dña av avda c p._ej p.ej
        ee aprox gral gob pdte mons fr sta sto""",
    "fr": "M mm mme mlle mgr dr me st ste p._ex p.ex env av j.-c c.-à-d cf vs éd",
    "it": "sig sig.ra sigg dott dott.ssa prof prof.ssa avv ing arch geom on gen col s p._es ca cfr",
    "pt": "sr sra srta dr dra prof profa eng exmo exma av d p._ex ex aprox gen cel",
    "nl": """dhr mevr mw mr dr drs ir ing prof bijv bv o.a d.w.z ca incl excl resp m.n t.o.v i.v.m
        z.g zgn evt max min vgl""",
    "pl": """dr hab prof inż mgr np tzn tj m.in ul al pl zob por ok św ks gen płk red tzw wg im
        lek""",
    "ru": """г ул пл пр д кв им см ср т._е т.е напр др проф акад гл тыс млн млрд руб коп стр рис
        табл св н._э т._н т.н т._к т.к и._о""",
    "cs": "např tzn tj mj ing mgr prof dr p sv ul čl resp příp cca",
    "sv": "t.ex bl.a d.v.s dvs s.k ca dr prof jfr resp inkl exkl f.d",
    "da": "f.eks bl.a dvs ca dr prof jf inkl ekskl hr fr",
    "hi": "डॉ श्री प्रो सं पं",
}
_NUMBERING = {
    "en": """nos nr fig figs p pp vol vols ch chap sec sect eq eqs tab art para ref refs ver v pt
        al min max est jan feb mar apr jun jul aug sep sept oct nov dec""",
    "de": """nr nrn abs art S bd bde kap abb tab abschn anl buchst ziff rn rdnr st str tel jan feb
        febr mär apr jun jul aug sep sept okt nov dez seite aufl lit hs ch""",
    "es": "art arts pág págs p pp núm núms fig figs cap caps vol vols tel apdo párr t",
    "fr": "p pp art fig figs chap vol no nos n tél éd al § t",
    "it": "pag pagg p pp art artt fig figg cap vol n nn tel tab",
    "pt": "pág págs p pp art arts fig figs cap vol n núm tel tab",
    "nl": """art blz afb nr nrs hfst fig tab p pp jan feb mrt apr jun jul aug sep sept okt nov dec
        lid""",
    "pl": "str art ust pkt rys tab nr nry t r rozdz tel poz par",
    "ru": "с п пп ст гл рис табл № т ч разд тел",
    "cs": "str č obr tab odst písm kap sv",
    "sv": "s nr kap fig tab art st",
    "da": "s nr kap fig tab art stk",
}
_CLOSING = {
    "en": """inc ltd co corp llc bros jr sr esq etc ave blvd rd yahoo seq""",
    "de": "usw etc u._ä u.ä o._ä o.ä ff f v._chr n._chr u._dgl dgl a._a._o",
    "es": "etc uu p._m a._m s.a cía",
    "fr": "etc cie ltd",
    "it": "ecc",
    "pt": "etc ltda cia",
    "nl": "enz etc e.d",
    "pl": "itd itp r w wł n.e p.n.e",
    "ru": "т._д т.д т._п т.п др пр гг г в вв",
    "cs": "atd apod aj",
    "sv": "osv m.m m.fl etc",
    "da": "osv m.m mv",
}
_OPENERS = {
    # words that start a sentence and no name: what tells "the U.S. The" from "the U.S. Army"
    "en": """a after all also although an and another as at because before both but by do does
        during each every few for from he hence her here his how however i if in is it its many more
        moreover most no not of on one only or our she since so some such that the their then there
        therefore these they this those though thus to two under until we what when where which
        while who why with without you your""",
    "de": """aber alle als also am an auch auf aus bei bis da dabei daher damit danach dann darum
        das dem den denn der des deshalb die dies diese dieser dieses doch dort du ein eine einer er
        es für hier ich ihr im in ist jede jeder jedes jetzt kein keine man mehr mit nach nicht nun
        nur ob oder sie sind so sonst trotzdem um und vom von vor wann warum was weil wenn wer wie
        wir wird wo zu zum zur""",
    "es": """a al aquí así como con cuando de después el ella ellos en entonces es esta este esto
        la las le lo los más no nos o para pero por que se si sin su sus también un una y ya""",
    "fr": """ainsi alors après au aussi avec ce cela ces cet cette dans de des donc elle elles en
        et il ils je la le les mais nous on ou par pour puis que qui sa sans ses si son sur tout
        tu un une vous y""",
    "it": "a anche che con da di e gli ha i il in la le lo ma nel non per poi se si sono un una",
    "pt": "a ao as com da de depois do e ela ele em eles mas na no não o os para por se um uma",
    "nl": """als daarna dan dat de deze die dit een en er het hij hier ik in is maar men niet nu of
        om op te toen van voor wat we wie wij ze zij zo""",
    "pl": """a ale bo by co do gdy i jak jest kto lub na nie niczego nic o od po potem przez się są
        tak tam ten to tu w we wtedy z za że""",
    "ru": """а без был в все всё вы где для его если и из или к как когда кто мы на не нет но о
        он она они оно от по после потом при с так там то только ты у что эта это этот я остальное
        хватит""",
    "cs": "a ale bez co do i je jak ještě k na ne o od po pod pro s se ta tak ten to u v z za že",
    "sv": "av de den det där efter en ett för han hon i jag med men och om på så till vi",
    "da": "af de den der det efter en et for han hun i jeg med men og om på så til vi",
}
_MONTHS_OF = {
    "de": """januar februar märz april mai juni juli august september oktober november dezember
        jahrhundert jahrtausend""",
}
_ORDINAL_AFTER = {
    "de": """am im vom zum der die das den dem des beim ab bis seit jeder jede jedes ein eine einen
        einem einer zur ihr ihre sein seine und""",
    "pl": "dnia z od do w po przed",
    "cs": "dne od do v ve po před",
    "da": "den d fra til",
    "sv": "den",
}
_ORDINALS = frozenset(("de", "pl", "cs", "da", "nb", "no", "fi", "hu", "hr", "sl"))
_DEFAULT = "en"


@lru_cache(maxsize=8)
def abbreviations(language: str) -> Abbreviations:
    """Those of a language, by its tag; English ones where the language is not known here."""
    name = language.partition("-")[0].lower()
    name = name if name in _LEADING else _DEFAULT
    return Abbreviations(
        _words(_LEADING[name]),
        _words(_NUMBERING.get(name, "")),
        _words(_CLOSING.get(name, "")),
        _words(_OPENERS.get(name, "")),
        name in _ORDINALS,
        _words(_ORDINAL_AFTER.get(name, "")),
    )


def _words(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())
