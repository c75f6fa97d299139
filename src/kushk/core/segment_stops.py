"""Whether a single full stop ends a sentence or an abbreviation, an initial or an ordinal number."""

from __future__ import annotations

import re

from kushk.core.segment_marks import ARABIC, SPACES
from kushk.core.segment_place import Place, next_starts, next_word, word_before


def full_stop_ends(place: Place) -> bool:
    """Judge a full stop before a word that could begin a sentence."""
    word = word_before(place, place.stop)
    if word.isdigit():
        return _number_ends(place, word)
    folded, rules = word.casefold(), place.rules
    if folded in rules.either or _abbreviated(word):
        return _abbreviation_ends(place, folded)
    numbered = folded in rules.numbered or folded.endswith(_STREET)
    if folded in rules.titles or (numbered and _numeral_follows(place)):
        return False
    if len(word) == 1 or _SYLLABLE.fullmatch(word):
        return _letter_ends(place, word)
    return not (rules.language in _ORDINALS and _ROMAN.fullmatch(word)) or next_starts(place)


_STREET = "str"
"""End of German street names, which a number follows."""

_SYLLABLE = re.compile(
    "[\u0b85-\u0bb9\u0c05-\u0c39\u0c85-\u0cb9\u0d05-\u0d3a][\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbe-\u0ccd\u0d3e-\u0d4d]"
)
"""A syllable of Tamil, Telugu, Kannada or Malayalam: an initial, as a single letter is elsewhere."""

_ROMAN = re.compile(r"[IVX]{2,6}")
_NUMERAL = re.compile(r"\d|[IVXLC]+(?!\w)")
_LONGEST_PART = 3


def _abbreviated(word: str) -> bool:
    """Say whether a word has full stops inside, as U.S or z.B do and a host or file name does not."""
    return "." in word and not word[-1].isdigit() and all(len(part) <= _LONGEST_PART for part in word.split("."))


def _numeral_follows(place: Place) -> bool:
    return bool(_NUMERAL.match(place.text, place.next, place.next + 8))


_NEVER = frozenset(
    {"e.g", "i.e", "z.b", "d.h", "u.a", "p.ex", "p.ej", "t.ex", "bl.a", "f.eks", "m.in", "b.v", "a.k.a", "т.е", "т.к"}
)
_CLOCK = frozenset({"a.m", "p.m"})
_ZONE = re.compile(
    r"(?:[EPCM][SD]?T|GMT|UTC|BST|CES?T|IST|Eastern|Pacific|Central|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_DATED = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_CLOSING = frozenset(
    {"etc", "usw", "u.s.w", "ecc", "enz", "osv", "o.s.v", "atd", "apod", "itd", "itp", "jne", "stb", "vb", "vs", "dll"}
    | {"dsb", "uu", "ee.uu", "т.д", "т.п", "κλπ", "κ.λπ"}
)
"""Abbreviations that end what they stand in: after them a capital begins a sentence."""

_OPENING_PHRASE = 20
"""Characters of an opening phrase such as "At 5 a.m." that its sentence follows."""


def _abbreviation_ends(place: Place, folded: str) -> bool:
    """Judge abbreviations that may end a sentence: they do when a word follows that sentences begin with."""
    rules, first = place.rules, place.text[place.next]
    if folded in _NEVER or (folded in rules.titles and folded not in rules.either):
        return False
    if folded in _DATED or folded in _CLOSING:
        return first.isupper()
    if first.isdigit():
        return folded not in rules.numbered
    if folded in _CLOCK and first.isupper():
        zoned = _ZONE.match(place.text, place.next, place.next + 12)
        begun = next_starts(place) and next_word(place) != "i"
        return not zoned and (begun or place.stop - place.start > _OPENING_PHRASE)
    if not first.isupper():
        return len(folded) > _LONGEST_PART and "." not in folded
    return next_starts(place)


_LETTERED = frozenset(
    {"plan", "vitamin", "group", "grade", "class", "type", "hepatitis", "option", "exhibit", "appendix", "section"}
    | {"category", "team", "block", "gate", "point", "figure", "channel", "title", "schedule", "division", "part"}
)
"""Words after which a capital letter is a name of its own, not an initial."""

_NAMES = frozenset("אבגדהוזחטיכלמנסעפצקרשת") | frozenset("அஆஇஈஉஊஎஏஐஒஓ") | frozenset(map(chr, range(0x10D0, 0x10F1)))
"""Letters of scripts without capitals that stand for names: Hebrew, Tamil, Georgian."""


_DEGREES = re.compile(r"""[\w.,\u00b0\u2032\u2033'"]*\d[\u00b0\u2032\u2033'"]+""")
"""What a point of the compass follows in coordinates: 74.006\u00b0 W, 12\u2032 N."""


def _letter_ends(place: Place, word: str) -> bool:
    """Judge a single letter: an initial ("J. Smith"), an item ("a. The"), or a word of its own ("you and I.")."""
    before = word_before(place, place.stop - len(word))
    if not before:
        return False
    if word == "I" and place.rules.language == "en":
        return before.islower()
    if word.isupper() and not _DEGREES.fullmatch(before):
        alone = before.islower() and place.text[place.next + 1 : place.next + 2] != "."
        return before.casefold() in _LETTERED or ((alone or before[-1].isdigit()) and next_starts(place))
    if word.islower():
        return (before[-1].isdigit() or (word in "дп" and before.endswith("."))) and next_starts(place)
    if ARABIC.match(word):
        return before[-1].isdigit()
    return len(word) == 1 and word not in _NAMES


_ORDINALS = frozenset(
    {"az", "bs", "cs", "da", "de", "dsb", "et", "eu", "fi", "fo", "hr", "hsb", "hu", "is", "lb", "nb", "nn", "no"}
    | {"pl", "sk", "sl", "sr", "tr"}
)
"""Languages in which a full stop after a number makes it an ordinal: "am 3. Oktober", "II. Abdülhamid"."""

_LONGEST_ORDINAL = 2
_LONGEST_ITEM = 3
_BEFORE_ITEM = SPACES.replace("\\u2000-\\u200a", "") + "\u2022\u25cf\u25aa\u2013\u2014-*("
_CAPITALISED = frozenset({"de", "lb"})
_BEFORE_ORDINAL = frozenset(
    {
        "am",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "zum",
        "zur",
        "vom",
        "im",
        "beim",
        "bis",
        "ab",
        "seit",
        "vor",
        "nach",
    }
    | {
        "und",
        "oder",
        "jeder",
        "jede",
        "jedes",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "ihr",
        "ihre",
        "ihren",
        "ihrem",
    }
    | {"sein", "seine", "seinen", "seinem", "mein", "meine", "dieser", "diese", "diesem", "diesen", "auf", "in", "von"}
)
_AFTER_ORDINAL = frozenset(
    {
        "januar",
        "jänner",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
    }
    | {"dezember", "jan", "feb", "mär", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez", "jahrhundert"}
    | {
        "jahrhunderts",
        "jh",
        "weltkrieg",
        "weltkriegs",
        "bundesliga",
        "liga",
        "klasse",
        "stock",
        "etage",
        "platz",
        "runde",
    }
    | {"minute", "tag", "spieltag", "bezirk", "geburtstag", "todestag", "etappe", "auflage", "kapitel", "stelle"}
    | {"ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık"}
)


def _number_ends(place: Place, word: str) -> bool:
    """Judge a number: that of a list item or an ordinal goes on, any other ends its sentence."""
    before = place.text[max(place.start, place.stop - len(word) - _LONGEST_ITEM) : place.stop - len(word)]
    if len(word) <= _LONGEST_ITEM and place.stop - place.start <= 2 * _LONGEST_ITEM and not before.strip(_BEFORE_ITEM):
        return False
    if place.rules.language not in _ORDINALS or len(word) > _LONGEST_ORDINAL:
        return True
    if next_word(place) in _AFTER_ORDINAL:
        return False
    preceding = word_before(place, place.stop - len(word)).casefold()
    counted = place.rules.language in _CAPITALISED and preceding in _BEFORE_ORDINAL
    return not counted or next_starts(place)
