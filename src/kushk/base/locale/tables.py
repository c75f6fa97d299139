"""What is pinned for each locale: digits, calendar, and which languages the interface speaks."""

from __future__ import annotations

import re
from functools import lru_cache

from kushk.base.options import option

INTERFACES: tuple[str, ...] = (
    *("en", "ar", "fr", "es", "hi", "zh", "ms", "id", "ur"),
    *("fa", "he", "ta", "sw", "ru", "pt-BR", "de", "ja", "ko"),
)
"""Languages of the interface, the first one being the fallback. Each has a folder under ``kushk/locale``, and its
tag stands in the addresses of its pages."""

PSEUDO = ("en-XA", "ar-XB")
"""Made-up languages that show text which no catalogue knows (``pseudo.py``)."""

SPOKEN: frozenset[str] = frozenset(INTERFACES) | frozenset(PSEUDO if option("PSEUDO") else ())
"""What may stand in an address: the interfaces, and the made-up ones when they are switched on."""

HTML_TAGS = {"zh": "zh-Hans"}
"""How ``lang`` and ``hreflang`` name an interface that its address names in short. Chinese says its script there:
fonts, voices and search engines choose by it."""

_DJANGO_TAGS = {"zh": "zh-hans", "en-XA": "en", "ar-XB": "ar"}

DIGITS = {
    "ar-EG": "arab",
    "ar-SA": "arab",
    "bn": "beng",
    "ckb": "arab",
    "fa": "arabext",
    "mr": "deva",
    "my": "mymr",
    "ps": "arabext",
}
"""Digits by locale where they are not Latin, as CLDR 48 has them.

They are always written out: what a bare tag means changed between ICU 72 and 78, and browsers follow their own.
"""

CALENDARS = {"fa": "persian", "ps": "persian", "th": "buddhist"}
"""Calendars in which readers date their papers where it is not the Gregorian one."""

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")
LONGEST_TAG = 35


def well_formed(tag: str) -> bool:
    """Tell whether the text is fit to be handed to ICU as a language tag."""
    return len(tag) <= LONGEST_TAG and _TAG.fullmatch(tag) is not None


def by_locale(table: dict[str, str], tag: str, default: str) -> str:
    """Return the table's entry for the longest beginning of the tag that it has."""
    parts = tag.split("-")
    prefixes = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((table[prefix] for prefix in prefixes if prefix in table), default)


def language_of(tag: str) -> str:
    """Return the language alone, without script and region: ``pt`` of ``pt-BR``."""
    return tag.split("-", maxsplit=1)[0].lower()


def html_tag(interface: str) -> str:
    """Return an interface's tag as ``lang`` and ``hreflang`` have it."""
    return HTML_TAGS.get(interface, interface)


def django_tag(interface: str) -> str:
    """Return the language of Django's own catalogues that goes with an interface."""
    return _DJANGO_TAGS.get(interface, interface.lower())


@lru_cache(maxsize=256)
def pinned(tag: str, calendar: str = "") -> str:
    """Return the ICU locale for a language tag, with calendar, digits and time zone written out.

    Args:
        tag: a BCP 47 tag without extensions; one that is no tag counts as the fallback language.
        calendar: a calendar to use in place of the locale's own.
    """
    known = tag if well_formed(tag) else INTERFACES[0]
    shown = calendar or by_locale(CALENDARS, known, "gregory")
    return f"{known}-u-ca-{shown}-nu-{by_locale(DIGITS, known, 'latn')}-tz-utc"
