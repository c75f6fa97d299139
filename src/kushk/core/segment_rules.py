"""Whether a mark ends its sentence, from what stands before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kushk.core.abbreviations import EITHER, NUMBERED, STARTERS, TITLES
from kushk.core.segment_marks import (
    ALWAYS,
    ARABIC,
    FULL_WIDTH,
    HAN_OR_KANA,
    NEXT,
    SPACES,
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language knows about its full stops."""

    language: str
    titles: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]
    ordinals: bool
    """A number with a full stop is an ordinal: German "am 3. Oktober"."""


_ORDINALS = frozenset(
    {
        "de",
        "lb",
        "da",
        "no",
        "nb",
        "nn",
        "is",
        "fo",
        "fi",
        "et",
        "cs",
        "sk",
        "sl",
        "hr",
        "bs",
        "sr",
        "hu",
        "tr",
        "az",
        "eu",
        "hsb",
        "dsb",
    }
)
_RELATED = {
    "nb": "no",
    "nn": "no",
    "lb": "de",
    "bs": "hr",
    "gl": "pt",
    "ast": "es",
    "be": "ru",
    "ne": "hi",
    "mk": "bg",
    "az": "tr",
}
_EMPTY: frozenset[str] = frozenset()


@lru_cache(maxsize=256)
def rules_for(language: str) -> Rules:
    """Return the rules of a language; one that is not known has those which all share."""
    kin = _RELATED.get(language, language)
    either = EITHER[""] | EITHER.get(kin, _EMPTY)
    numbered = NUMBERED[""] | NUMBERED.get(kin, _EMPTY)
    return Rules(
        language=language,
        titles=(TITLES[""] | TITLES.get(kin, _EMPTY)) - EITHER.get(kin, _EMPTY) - NUMBERED.get(kin, _EMPTY),
        numbered=numbered,
        either=either,
        starters=STARTERS.get(kin, STARTERS["en"]),
        ordinals=language in _ORDINALS,
    )


_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_NOT_BEFORE = frozenset(",;:)]}\u060c\u061b\uff0c\uff1b\uff1a\u3001\u201d\u300d\u300f\uff09\u300b/=")
"""What never begins a sentence: a mark before it is inside one."""


def ends_sentence(text: str, start: int, match: re.Match[str], end: int, rules: Rules) -> bool:
    """Return whether the sentence that began at ``start`` ends where ``match`` ends, well before ``end``."""
    after = match.end()
    mark = match["mark"]
    if not text[after].isspace():
        return _ends_unspaced(text, match, end, rules)
    if mark[-1] in FULL_WIDTH:
        return not _said_after(text, match, end)
    following = NEXT.match(text, after, end)
    first = following[1] if following else ""
    if not first or first in _NOT_BEFORE:
        return False
    if mark[-1] in ALWAYS and not match["closers"]:
        return True
    at = following.end() - 1 if following else end
    if first.islower() and not _capital_inside(text, at):
        return False
    return _ends_before(text, start, match, at, rules)


def _ends_before(text: str, start: int, match: re.Match[str], at: int, rules: Rules) -> bool:
    mark, closers = match["mark"], match["closers"]
    if mark == "." and not closers.strip(")]"):
        return _full_stop_ends(text, start, match.start(), at, rules)
    if mark in {"!", "?"} and text[match.start() - 1] == "(":
        return False
    if closers and _attributed(text, at, rules):
        return False
    if mark == "!" and text[max(match.start() - 8, start) : match.start()].endswith(_SHOUTING):
        return _word_at(text, at) in rules.starters
    if mark[0] in "\u2026." and len(mark) > 1 or mark == "\u2026":
        return not (
            rules.language == "en" and _word_at(text, at).split("'")[0] == "i" and len(mark.replace(" ", "")) < 4
        )
    return True


_SHOUTING = ("Yahoo", "Jeopardy", "Yum", "Joomla", "Oklahoma", "Wham")
"""Names that are written with an exclamation mark."""

_SAID = {
    "en": re.compile(
        r"(?:(?:[A-Z][\w.'\u2019-]*|the|a|an)\s+){1,4}(?:said|says|asked|asks|replied|added|wrote|told|shouted|cried|wondered|exclaimed|tweeted)\b"
    ),
    "ko": re.compile(r"(?:\uc774?\ub77c\uace0|\uc774?\ub77c\uba70|\uace0 |\uba70 |\ub77c\ub294|\ub77c\uba74\uc11c)"),
}


def _attributed(text: str, at: int, rules: Rules) -> bool:
    """Say whether words of saying follow a quote: "Why?" Smith asked."""
    said = _SAID.get(rules.language)
    return bool(said and said.match(text, at, at + 60))


def _capital_inside(text: str, at: int) -> bool:
    """Say whether a word is a name like iPhone or eBay, with which a sentence may begin."""
    return text[at : at + 1].islower() and text[at + 1 : at + 2].isupper()


def _word_at(text: str, at: int) -> str:
    word = _WORD.match(text, at, at + 24)
    return word[0].replace("\u2019", "'").casefold() if word else ""


def _starts(text: str, at: int, rules: Rules) -> bool:
    word = _word_at(text, at)
    return word in rules.starters or word.partition("'")[0] in rules.starters


def _word_before(text: str, start: int, stop: int) -> str:
    words = text[max(start, stop - 32) : stop].split()
    return (
        words[-1].lstrip("\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb([{\u00bf\u00a1-\u2013\u2014") if words else ""
    )


def _full_stop_ends(text: str, start: int, stop: int, at: int, rules: Rules) -> bool:
    """Judge a single full stop before a word that could begin a sentence."""
    word = _word_before(text, start, stop)
    if not word:
        return True
    folded = word.casefold()
    if word.isdigit():
        return not (
            _only_number(text, start, stop, word) or rules.ordinals and _ordinal(text, start, stop, word, at, rules)
        )
    if folded in rules.numbered and _numeral_at(text, at):
        return False
    if folded in rules.either or "." in word:
        return _dotted_ends(text, start, stop, folded, at, rules)
    if folded in rules.titles:
        return False
    if len(word) == 1 or len(word) == 2 and word[1] in "\u0640":
        return _letter_ends(text, start, stop, word, at, rules)
    if rules.language in _ROMAN_ORDINALS and _ROMAN.fullmatch(word):
        return _starts(text, at, rules)
    return True


_ROMAN = re.compile(r"[IVX]{2,6}")
_ROMAN_ORDINALS = frozenset({"de", "tr", "cs", "sk", "pl", "hu", "hr", "sl", "sr", "bs", "da", "no", "nb", "fi", "et"})


def _only_number(text: str, start: int, stop: int, word: str) -> bool:
    """Say whether the number is all that the sentence has: the number of a list item."""
    return len(word) <= 3 and not text[start : stop - len(word)].strip(SPACES_AND_BULLETS)


SPACES_AND_BULLETS = " \t\u00a0\u2022\u25cf\u25aa\u2013\u2014-*("


def _numeral_at(text: str, at: int) -> bool:
    return text[at].isdigit() or bool(_NUMERAL.match(text, at, at + 8))


_NUMERAL = re.compile(r"[IVXLC]+(?!\w)")

_CLOCK = frozenset({"a.m", "p.m"})
_NEVER = frozenset({"e.g", "i.e", "z.b", "d.h", "u.a", "p.ex", "p.ej", "t.ex", "bl.a", "f.eks", "m.in", "b.v", "a.k.a"})


def _dotted_ends(text: str, start: int, stop: int, folded: str, at: int, rules: Rules) -> bool:
    """Judge abbreviations that end a sentence or not: they do when a word follows that sentences begin with."""
    if folded in _NEVER or folded in rules.titles and folded not in rules.either:
        return False
    if text[at].isdigit():
        return folded not in rules.numbered and folded not in _MONTHS
    if folded in _CLOCK and text[at].isupper():
        return not _ZONE.match(text, at, at + 12) and stop - start > _SHORT_PHRASE
    if not (text[at].isupper() or text[at].islower()):
        return len(folded) > 3 and "." not in folded
    return _starts(text, at, rules)


_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_ZONE = re.compile(
    r"(?:E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|GMT|UTC|BST|CES?T|IST|Eastern|Pacific|Central|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SHORT_PHRASE = 20
"""Characters of an opening phrase such as "At 5 a.m." that its name follows."""

_LETTERED = frozenset(
    "plan vitamin group grade class type hepatitis option exhibit appendix section category team block gate point figure channel title schedule division part phase level".split()
)


def _letter_ends(text: str, start: int, stop: int, word: str, at: int, rules: Rules) -> bool:
    """Judge a single letter: an initial ("J. Smith"), an item ("a. The"), or a word of its own ("you and I.")."""
    before = _word_before(text, start, stop - len(word))
    if not before:
        return False
    if word == "I" and rules.language == "en":
        return before.islower() and not before.endswith(".")
    if word.isupper():
        return before.casefold() in _LETTERED or before[-1].isdigit() and _starts(text, at, rules)
    if ARABIC.match(word):
        return before[-1].isdigit()
    if not word.islower():
        return bool(HAN_OR_KANA.match(word)) or word not in _CASELESS_INITIALS
    return _starts(text, at, rules) and before[-1].isdigit()


_CASELESS_INITIALS = (
    frozenset(
        "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05db\u05dc\u05de\u05e0\u05e1\u05e2\u05e4\u05e6\u05e7\u05e8\u05e9\u05ea"
    )
    | frozenset("\u0b85\u0b86\u0b87\u0b88\u0b89\u0b8a\u0b8e\u0b8f\u0b90\u0b92\u0b93")
    | frozenset(chr(code) for code in range(0x10D0, 0x10F1))
)
"""Letters of scripts without capitals that stand for names: Hebrew, Tamil vowels, Georgian."""

_BEFORE_ORDINAL = frozenset(
    "am der die das dem den des zum zur vom im beim bis ab seit vor nach und oder jeder jede jedes ein eine einen einem einer ihr ihre ihren ihrem sein seine seinen seinem mein meine dieser diese diesem diesen auf in an platz nr dieses von".split()
)
_AFTER_ORDINAL = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts jh weltkrieg weltkriegs bundesliga liga klasse stock etage platz runde minute tag spieltag bezirk geburtstag todestag etappe auflage kapitel stelle januára ledna února ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık yüzyıl".split()
)


def _ordinal(text: str, start: int, stop: int, word: str, at: int, rules: Rules) -> bool:
    if len(word) > 2:
        return False
    following = _word_at(text, at)
    if following in _AFTER_ORDINAL:
        return True
    before = _word_before(text, start, stop - len(word)).casefold()
    return rules.language in {"de", "lb"} and before in _BEFORE_ORDINAL and following not in rules.starters


_ABBREVIATED = re.compile(rf"[^\W\d_][{SPACES}.]*+$")


def _ends_unspaced(text: str, match: re.Match[str], end: int, rules: Rules) -> bool:
    """Judge a mark with no space after it: Chinese and Japanese always, a script's own marks before a letter."""
    mark, after = match["mark"], match.end()
    following = text[after]
    if following in _NOT_BEFORE:
        return False
    before = text[match.start() - 1]
    wide = HAN_OR_KANA.match(before)
    if (
        mark[-1] in FULL_WIDTH
        or wide
        and mark[-1] in "!?."
        and mark[0] not in "\u2026."
        or wide
        and HAN_OR_KANA.match(following)
    ):
        return not _said_after(text, match, end)
    if mark[-1] in ALWAYS:
        return following.isalpha() or following in "\u00ab\u201c\u2018(\u201e" and not match["closers"]
    if ARABIC.match(following) and ARABIC.match(before) and not match["closers"]:
        return len(_word_before(text, max(0, match.start() - 32), match.start())) > 2 and "." not in _word_before(
            text, max(0, match.start() - 32), match.start()
        )
    return False


_CONTINUED = re.compile(
    r"(?:\u3068|\u3063\u3066|\u306a\u3069|\u306e|\u304c(?![\u3001])|\u3092|\u306b|\u3067(?![\u306f\u3082\u3059])|\u3084|\u3078|\u304b\u3089|\u307e\u3067|\u306a\u3093\u3066|\u3060\u3068|\u3068\u3044\u3046|\u3082(?!\u3057|\u3063\u3068|\u3046)|\u306f(?!\u3044))"
)
"""Japanese particles after a closing quote: the sentence that holds the quote goes on."""

_SAYING = re.compile(
    r"[^\uff0c\u3002\uff01\uff1f\uff1a:,.\s\u201c]{0,8}?(?:\u8bf4|\u8aaa|\u9053|\u95ee|\u554f|\u8868\u793a|\u79f0|\u7a31|\u7b54|\u558a|\u53eb|\u5199\u9053|\u5beb\u9053|\u8865\u5145|\u88dc\u5145|\u56de\u5e94|\u56de\u61c9)"
)


def _said_after(text: str, match: re.Match[str], end: int) -> bool:
    """Say whether what follows a quote belongs to it: words of saying in Chinese, a particle in Japanese."""
    if not match["closers"]:
        return text[match.end()] in "\u306e\u3092"
    if match["closers"][-1] in ")\uff09":
        return bool(_CONTINUED.match(text, match.end(), end))
    return bool(
        _CONTINUED.match(text, match.end(), end) or _SAYING.match(text, match.end(), min(end, match.end() + 12))
    )
