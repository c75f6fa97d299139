"""Which interface a browser asks for."""

from __future__ import annotations

from kushk.base.locale.tables import INTERFACES, LONGEST_TAG, language_of
from kushk.core.languages import normalise_tag

_MOST_WISHES = 20

_NEAREST = {
    "acm aeb afb apc apd arq ars ary arz ayl": "ar",
    "prs": "fa",
    "bar gsw ksh lb nds": "de",
    "gan hak hsn nan wuu yue": "zh",
    "awa bho mag mai raj": "hi",
    "bew jv mad min su": "id",
    "swc": "sw",
    "zlm": "ms",
}
"""Languages without an interface whose writers mostly use one of these: better than English for them."""

_READ_INSTEAD = {tag: interface for tags, interface in _NEAREST.items() for tag in tags.split()}
_BY_TAG = {interface.lower(): interface for interface in INTERFACES}
_BY_LANGUAGE = {language_of(interface): interface for interface in reversed(INTERFACES)}


def best_interface(accept_language: str) -> str:
    """Return the interface language that an ``Accept-Language`` header asks for, else the fallback.

    Region and script are kept as far as an interface has them: ``pt`` and ``pt-PT`` are answered in ``pt-BR``, old
    codes (``iw``, ``in``) by what they stand for. Only the first 20 entries are read, so that a hostile header costs
    nothing.
    """
    wishes = []
    for place, entry in enumerate(accept_language.split(",", _MOST_WISHES)[:_MOST_WISHES]):
        tag, _, parameters = entry.strip().partition(";")
        wishes.append((-_quality(parameters), place, tag.strip()[:LONGEST_TAG]))
    refused = {_interface_for(tag) for quality, _, tag in wishes if quality == 0 and "-" not in tag}
    for quality, _, tag in sorted(wishes):
        found = _any_but(refused) if tag == "*" else _interface_for(tag)
        if found and quality < 0:
            return found
    return INTERFACES[0]


def _any_but(refused: set[str]) -> str:
    return next((interface for interface in INTERFACES if interface not in refused), "")


def _interface_for(wish: str) -> str:
    """Return the interface for one wish: the same tag, else the same language, else what its speakers read."""
    tag = normalise_tag(wish)
    language = language_of(tag)
    return _BY_TAG.get(tag.lower()) or _BY_LANGUAGE.get(language) or _READ_INSTEAD.get(language, "")


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0
