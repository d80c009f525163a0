"""Units as people type them: one symbol for every spelling, and what converts into what.

Factors are exact by definition (SI Brochure, 9th edition, 2019; the international yard and pound
agreement of 1959) except where marked.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from quiz.core.text.late_pattern import LatePattern

_PREFIXES = {
    "Y": 24, "Z": 21, "E": 18, "P": 15, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "da": 1,
    "d": -1, "c": -2, "m": -3, "µ": -6, "n": -9, "p": -12, "f": -15, "a": -18,
}  # fmt: skip
_PREFIX_NAMES = {
    "yotta": 24, "zetta": 21, "exa": 18, "peta": 15, "tera": 12, "giga": 9, "mega": 6, "kilo": 3,
    "hecto": 2, "deca": 1, "deka": 1, "deci": -1, "centi": -2, "milli": -3, "micro": -6,
    "nano": -9, "pico": -12, "femto": -15, "atto": -18,
}  # fmt: skip

# symbol | kind | factor to the kind's base | takes prefixes | names and other symbols
_TABLE = """
m|length|1|y|metre meter mtr
g|mass|0.001|y|gram gramme gm
s|time|1|y|second sec
A|current|1|y|ampere amp
K|kelvin|1|y|kelvin
mol|amount|1|y|mole
cd|light|1|y|candela
Hz|frequency|1|y|hertz
N|force|1|y|newton
Pa|pressure|1|y|pascal
J|energy|1|y|joule
W|power|1|y|watt
C|charge|1|y|coulomb
V|voltage|1|y|volt
F|capacity|1|y|farad
Ω|resistance|1|y|ohm Ohm
S|conductance|1|y|siemens
T|induction|1|y|tesla
H|inductance|1|y|henry
lm|flux|1|y|lumen
lx|lux|1|y|lux
Bq|activity|1|y|becquerel
Gy|dose|1|y|gray
Sv|dose-equivalent|1|y|sievert
L|volume|0.001|y|litre liter l ℓ
eV|energy|0.0000000000000000001602176634|y|electronvolt
Wh|energy|3600|y|
B|bytes|1|y|byte
bit|bits|1|y|
bar|pressure|100000|y|
cal|energy|4.184|y|calorie
t|mass|1000|n|tonne
min|time|60|n|minute mins
h|time|3600|n|hour hr hrs
d|time|86400|n|day
wk|time|604800|n|week wks
month|months|1|n|mo
y|years|1|n|year yr yrs
in|length|0.0254|n|inch inches
ft|length|0.3048|n|foot feet
yd|length|0.9144|n|yard yds
mi|length|1609.344|n|mile
nmi|length|1852|n|
Å|length|0.0000000001|n|ångström angstrom ångstrom
oz|mass|0.028349523125|n|ounce
lb|mass|0.45359237|n|pound lbs
st|mass|6.35029318|n|stone
ha|area|10000|n|hectare
acre|area|4046.8564224|n|
gal|gallons|1|n|gallon
pt|pints|1|n|pint
mmHg|pressure|133.322387415|n|
atm|pressure|101325|n|atmosphere
psi|pressure|6894.757293168|n|
dB|level|1|n|decibel
rpm|turns|1|n|
mph|speed|0.44704|n|
kt|speed|0.5144444444444444|n|knot
%|share|0.01|n|percent percents pct
‰|share|0.001|n|permille
ppm|share|0.000001|n|
°|angle|1|n|degree deg degrees º ˚
rad|radians|1|n|radian
°C|celsius|1|n|celsius centigrade degC ℃
°F|fahrenheit|1|n|fahrenheit degF ℉
IU|iu|1|n|
$|usd|1|n|dollar USD
€|eur|1|n|euro EUR
£|gbp|1|n|GBP
¢|cent|1|n|cent
tbsp|tablespoons|1|n|tablespoon
tsp|teaspoons|1|n|teaspoon
"""


_KM_PER_HOUR = Decimal(1000) / Decimal(3600)


class Unit(NamedTuple):
    """A unit: its one symbol, its kind (such as `length` or `mass1 time-2`), and its factor."""

    symbol: str
    kind: str
    factor: Decimal


@lru_cache(maxsize=1)
def _units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Symbols by their exact letters, and names in lower case."""
    symbols: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    for line in _TABLE.split("\n"):
        if not line:
            continue
        symbol, kind, factor, prefixed, also = line.split("|")
        base = Unit(symbol, kind, Decimal(factor))
        for prefix, power in {"": 0, **(_PREFIXES if prefixed == "y" else {})}.items():
            scaled = Unit(prefix + symbol, kind, base.factor.scaleb(power))
            symbols.setdefault(prefix + symbol, scaled)
            for other in also.split():
                if len(other) <= 2:
                    symbols.setdefault(prefix + other, scaled)
        for prefix, power in {"": 0, **(_PREFIX_NAMES if prefixed == "y" else {})}.items():
            for name in also.split():
                if len(name) > 2:
                    _name(names, prefix, name, symbol, base, power)
    names |= dict.fromkeys(("kilo", "kilos"), symbols["kg"])
    symbols |= {f"{prefix}b": symbols[f"{prefix}bit"] for prefix in "kMGT"}
    symbols["mcg"] = symbols["µg"]
    symbols["um"] = symbols["µm"]
    symbols["ug"] = symbols["µg"]
    symbols |= dict.fromkeys(("cc", "ccm"), symbols["mL"])
    symbols["ul"] = symbols["µL"]
    names |= dict.fromkeys(("kmh", "kph"), Unit("h-1 km", "speed", _KM_PER_HOUR))
    names |= {f"{prefix.lower()}bs": symbols[f"{prefix}B"] for prefix in "kMGT"}
    names |= {f"{name}s": symbols[name] for name in ("km", "cm", "mm", "kg", "mg", "lb", "oz")}
    names |= {f"{prefix}ohm{s}": symbols[f"{prefix}Ω"] for prefix in "kM" for s in ("", "s")}
    return symbols, names


def _name(
    names: dict[str, Unit], prefix: str, name: str, symbol: str, base: Unit, power: int
) -> None:
    short = next((p for p, value in _PREFIXES.items() if value == power), "") if prefix else ""
    unit = Unit(short + symbol, base.kind, base.factor.scaleb(power))
    names.setdefault(prefix + name.lower(), unit)
    names.setdefault(prefix + name.lower() + "s", unit)


def plain_unit(text: str) -> Unit | None:
    """A unit without exponents, by symbol (its letters exactly) or by name."""
    symbols, names = _units()
    text = text.strip().removesuffix(".").replace("μ", "µ")
    found = symbols.get(text) or names.get(text.casefold())
    if found is None and len(text) > 1:
        low = text[0].lower() + text[1:]
        found = symbols.get(low) or symbols.get(text.lower())
    return found


_FACTOR = LatePattern(r"([^\W\d_°%]+\.?|[°º˚%‰$€£¢]\s?[CFcf]?|℃|℉)\s*\^?\s*([-−+]?\d+)?")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWERS = {"square": 2, "sq": 2, "squared": 2, "cubic": 3, "cu": 3, "cubed": 3}


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> Unit | None:
    """Read `mm`, `m/s²`, `m s^-2`, `metres per second`, `degrees Celsius`; None if unknown."""
    text = " ".join(text.translate(_RAISED).split()).removesuffix(".")
    text = re.sub(r"(?i)\b(\w*watt)[ -]hours?\b", _watt_hours, text)
    text = re.sub(r"\bmm Hg\b", "mmHg", text)
    whole = _temperature(text) or plain_unit(text)
    if whole is not None:
        return whole
    text = re.sub(r"\bper\b", "/", text)
    text = re.sub(r"[()]", " ", text)
    above, *below = text.split("/")
    parts = [*_factors(above, 1), *(part for one in below for part in _factors(one, -1))]
    return _product(parts)


def _watt_hours(match: re.Match[str]) -> str:
    unit = plain_unit(match[1])
    return f"{unit.symbol}h" if unit is not None else match[0]


def _temperature(text: str) -> Unit | None:
    match = re.fullmatch(
        r"(?:degrees?|deg\.?|[°º˚])\s*(c|f|celsius|centigrade|fahrenheit)", text, re.I
    )
    if match is None:
        return None
    return _units()[0]["°C" if match[1].lower()[0] == "c" else "°F"]


def _factors(text: str, sign: int) -> list[tuple[Unit | None, int]]:
    words = re.sub(r"[·⋅×*]", " ", text).split()
    found: list[tuple[Unit | None, int]] = []
    power = 1
    for word in words:
        if word.lower() in ("square", "sq", "cubic", "cu"):
            power = _POWERS[word.lower()]
        elif word.lower() in ("squared", "cubed") and found:
            found[-1] = (found[-1][0], sign * _POWERS[word.lower()])
        else:
            match = _FACTOR.fullmatch(word)
            if match is None:
                return [(None, 1)]
            exponent = int(match[2].replace("−", "-")) if match[2] else power
            found.append((plain_unit(match[1]), sign * exponent))
            power = 1
    return found or [(None, 1)]


def _product(parts: list[tuple[Unit | None, int]]) -> Unit | None:
    kinds: dict[str, int] = {}
    symbols: dict[str, int] = {}
    factor = Decimal(1)
    for unit, exponent in parts:
        if unit is None or abs(exponent) > 9:
            return None
        kind, times = ("length", 3) if unit.kind == "volume" else (unit.kind, 1)
        kind, times = ("length", 2) if unit.kind == "area" else (kind, times)
        kinds[kind] = kinds.get(kind, 0) + exponent * times
        symbols[unit.symbol] = symbols.get(unit.symbol, 0) + exponent
        factor *= unit.factor**exponent
    kind = " ".join(f"{name}{n}" for name, n in sorted(kinds.items()) if n)
    kind = {"length3": "volume", "length2": "area", "length1 time-1": "speed"}.get(kind, kind)
    if kind.endswith("1") and " " not in kind and not kind[-2].isdigit() and kind[-2] != "-":
        kind = kind[:-1]
    symbol = " ".join(f"{s}{n if n != 1 else ''}" for s, n in sorted(symbols.items()))
    return Unit(symbol, kind, factor)


def clash(one: str, other: str) -> bool:
    """Whether two texts hold different units, or are such, that only differ in capitals."""
    if one.casefold() != other.casefold():
        return False
    symbols = _units()[0]
    mine, theirs = _SYMBOL.findall(one), _SYMBOL.findall(other)
    pairs = [*zip(mine, theirs, strict=False), *([(one, other)] if len(one) > 1 else [])]
    return any(a in symbols and b in symbols and symbols[a] != symbols[b] for a, b in pairs)


_SYMBOL = LatePattern(r"(?<![^\W\d_])\d(?:[\d.,]*\d)?\s?([^\W\d_]+)")
