"""Names of languages and countries, in a reader's language and in their own."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from kushk.base.locale.cldr import cldr
from kushk.base.locale.pseudo import NAME_FORMS
from kushk.base.locale.tables import INTERFACES, well_formed

_AUTONYMS = {
    "he": "עברית",
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    "sr-Latn": "srpski (latinica)",
    "und": "",
}
"""Where CLDR's own name is missing or not how speakers write it."""

_INTERFACE_NAMES = {
    "zh": "中文（简体）",
    "pt-BR": "Português (Brasil)",
    "en-XA": "Accented English",
    "ar-XB": "Mirrored English",
}
"""Interfaces that are one of several ways to write their language, which a story need not tell."""

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
    if in_locale in NAME_FORMS:
        return NAME_FORMS[in_locale](language_name(tag, INTERFACES[0]))
    known = _SCRIPT_BY_COUNTRY.get(tag) or _without_country(tag)
    return _named(known, cldr(in_locale)) or _named(known, cldr(INTERFACES[0])) or tag


@lru_cache(maxsize=512)
def autonym(tag: str) -> str:
    """Return the name by which speakers call their own language, fit to stand alone in a list."""
    own = cldr(tag)
    known = own.language == tag.split("-", maxsplit=1)[0].lower()
    name = _AUTONYMS.get(tag) or (_named(tag, own) if known else "") or language_name(tag, INTERFACES[0])
    return name[:1].upper() + name[1:]


def interface_name(interface: str) -> str:
    """Return the name of an interface in its own language, for the list in which a reader chooses one."""
    return _INTERFACE_NAMES.get(interface) or autonym(interface)


def _in_the_choosers_order() -> tuple[str, ...]:
    first, second, *others = INTERFACES
    return first, second, *sorted(others, key=lambda interface: (interface_name(interface).casefold(), interface))


@lru_cache(maxsize=1024)
def country_name(code: str, in_locale: str) -> str:
    """Return the name of an ISO 3166 country in a language, or the code itself when nobody knows it."""
    if in_locale in NAME_FORMS:
        return NAME_FORMS[in_locale](country_name(code, INTERFACES[0]))
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


CHOOSER: tuple[str, ...] = _in_the_choosers_order()
"""The interfaces as the chooser lists them: the fallback and the stand's second language, then by their own names."""
