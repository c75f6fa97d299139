"""Names of languages and countries, in a reader's language and in their own."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from kushk.base.locale.cldr import cldr
from kushk.base.locale.tables import INTERFACES, well_formed

_AUTONYMS = {"he": "עברית", "sr-Latn": "srpski (latinica)", "und": ""}
"""Where CLDR's own name is missing or not how speakers write it."""

_SCRIPT_BY_COUNTRY = {
    "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans",
    "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant",
    "zh-TW": "zh-Hant",
}
"""Where the country stands for a script that readers care about."""

_SCRIPT = 4
"""Letters of a script in a language tag."""


@lru_cache(maxsize=2048)
def language_name(tag: str, in_locale: str) -> str:
    """Return the name of a language in another language, or the tag itself when nobody knows it.

    The script is named, the country is not: CLDR's names of national variants are glued in many languages
    ("الإنجليزية المملكة المتحدة"), and a reader wants to know what can be read, not where it was written.
    """
    known = _SCRIPT_BY_COUNTRY.get(tag) or _without_country(tag)
    return _named(known, cldr(in_locale)) or _named(known, cldr(INTERFACES[0])) or tag


@lru_cache(maxsize=512)
def autonym(tag: str) -> str:
    """Return the name by which speakers call their own language, fit to stand alone in a list."""
    own = cldr(tag)
    known = own.language == tag.split("-", maxsplit=1)[0].lower()
    name = _AUTONYMS.get(tag) or (_named(tag, own) if known else "") or language_name(tag, INTERFACES[0])
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def country_name(code: str, in_locale: str) -> str:
    """Return the name of an ISO 3166 country in a language, or the code itself when nobody knows it."""
    territories = cldr(in_locale).territories
    return territories.get(code.upper()) or cldr(INTERFACES[0]).territories.get(code.upper()) or code


def _without_country(tag: str) -> str:
    language, _, rest = tag.partition("-")
    return "-".join([language, *(part for part in rest.split("-")[:1] if len(part) == _SCRIPT and part.isalpha())])


def _named(tag: str, tables: Locale) -> str:
    if not well_formed(tag):
        return ""
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        name = tables.languages.get("_".join(parts[:length]))
        if name:
            return str(name)
    return ""
