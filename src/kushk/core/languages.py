"""Language tags and the direction in which each language is written."""

from __future__ import annotations

import re
from functools import lru_cache

from kushk.core.language_codes import NAMED, NO_LANGUAGE, RENAMED, RENAMED_WHOLE, TWO_LETTER, codes

RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Syre", "Syrj", "Syrn", "Thaa"}
)
"""ISO 15924 codes of the living scripts that run from right to left."""

_RIGHT_TO_LEFT = codes(
    "acm acq aeb afb aii ajp apc apd ar arb arc arq ars ary arz ayl azb bal bcc bgn bqi brh bsk cja ckb dcc deh dv fa "
    "glk gwc hbo haz he jpr jrb khw ks lrc luz mzn nqo pbt pbu pga pnb prd prs ps rhg sam scl sd sdh shu skr syc syr "
    "trw tru ug ur ydd yi yih"
)
"""Languages whose usual script runs from right to left. Azerbaijani, Kurdish and Uzbek do so only in Arabic script."""

_ARABIC_SCRIPT_IN = codes(
    "az-IQ az-IR ha-SD kk-AF kk-CN kk-IR ku-IQ ku-IR ku-SY ky-CN ms-CC pa-PK tg-PK tk-AF tk-IR uz-AF uz-CN"
)
_OTHER_SCRIPT_IN = frozenset({"sd-IN", "ug-KZ", "ug-MN"})
"""Regions that use another script for the language than the rest of the world does (CLDR likely subtags)."""

_LONGEST = 64
_DASHES = str.maketrans(dict.fromkeys("_\u2010\u2011\u2012\u2013\u2212", "-"))
_SCRIPT_NAMES = {"latin": "latn", "cyrillic": "cyrl", "arabic": "arab", "devanagari": "deva"}


@lru_cache(maxsize=4096)
def normalise_tag(text: str) -> str:
    """Return the BCP 47 tag that a feed or a page means, empty when it means none.

    ``en_gb`` becomes ``en-GB``, ``eng`` ``en``, ``iw`` ``he``, ``Français`` ``fr``; the first of several wins. Script,
    region and variants are kept as stated and none is added: ``zh-CN`` stays so, since readers' fonts and voices are
    chosen by it. Extensions and private parts (``-u-``, ``-x-``) say how to format, not which language it is, and are
    left out. ``und``, ``mul`` and ``zxx`` name no language: empty.
    """
    wanted = text.strip().strip("\"'") if len(text) <= _LONGEST else ""
    if named := NAMED.get(wanted.casefold()):
        return named
    first = re.split(r"[\s,;]", wanted, maxsplit=1)[0]
    tag, _, modifier = first.translate(_DASHES).lower().partition("@")
    tag = tag.partition(".")[0].strip("-")
    language, *parts = RENAMED_WHOLE.get(tag, tag).lower().split("-")
    language = _language(language)
    if not language or language in NO_LANGUAGE:
        return ""
    if modifier in _SCRIPT_NAMES:
        parts.append(_SCRIPT_NAMES[modifier])
    return _joined(*language.lower().split("-"), *parts)


def _language(code: str) -> str:
    renamed = RENAMED.get(code, code)
    known = renamed in TWO_LETTER or "-" in renamed or re.fullmatch(r"[a-z]{3}", renamed)
    return renamed if known else ""


def _joined(language: str, *parts: str) -> str:
    """Put the parts of a tag in order and case; what is no part of a tag ends it."""
    script = region = ""
    variants = []
    for place, part in enumerate(parts):
        if re.fullmatch(r"[a-z]{3}", part) and place == 0:
            language = _language(part)  # an extended language: zh-yue is yue
        elif re.fullmatch(r"[a-z]{4}", part):
            script = script or part.title()
        elif re.fullmatch(r"[a-z]{2}|[0-9]{3}", part):
            region = region or ("GB" if part == "uk" else part.upper())
        elif re.fullmatch(r"[a-z0-9]{5,8}|[0-9][a-z0-9]{3}", part):
            variants.append(part)
        else:
            break
    return "-".join(part for part in (language, script, region, *variants) if part)


def base(language: str) -> str:
    """Return the language alone, without script and region: ``pt`` of ``pt-BR``, lower case."""
    return language.replace("_", "-").split("-", 1)[0].lower()


def script_of(language: str) -> str:
    """Return the script that a tag names (``Arab`` of ``pa-Arab-PK``), empty when it names none."""
    named = re.search(r"-([A-Za-z]{4})(?=-|$)", language.replace("_", "-"))
    return named[1].title() if named else ""


@lru_cache(maxsize=4096)
def direction_of(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag: by its script when it names one, else by language and region."""
    script = script_of(language)
    if script:
        return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    tag = normalise_tag(language)
    if tag in _ARABIC_SCRIPT_IN:
        return "rtl"
    return "rtl" if base(tag) in _RIGHT_TO_LEFT and tag not in _OTHER_SCRIPT_IN else "ltr"
