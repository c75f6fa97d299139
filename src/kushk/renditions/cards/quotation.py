"""Quotation marks, as each language sets them (Unicode CLDR, ``delimiters``). Pure."""

from __future__ import annotations

from kushk.core.languages import base

_ENGLISH = ("“", "”")
_MARKS: dict[str, str] = {
    "” “": "ar ur",
    "” ”": "he fi sv",
    "„ “": "de cs sk sl bg is lt et ka sq mk hr sr bs lb",
    "„ ”": "pl hu ro",
    "« »": "it pt-PT ca el ru uk be kk hy fa no nb nn gl eu am az-Cyrl",
    "«\u00a0 \u00a0»": "fr",
    "「 」": "ja zh-Hant",
    "‘ ’": "nl",
}
"""Where they are other than in English; French keeps a space that does not break inside."""

_BY_LANGUAGE = {tag: tuple(pair.split(" ")) for pair, tags in _MARKS.items() for tag in tags.split()}
_OPENING, _CLOSING = '“„«‹「『‘‚"”', '”“»›」』’"„'


def quotation_marks(language: str) -> tuple[str, str]:
    """Return the opening and the closing mark of a language, English ones where it has none of its own."""
    opening, closing = _BY_LANGUAGE.get(_key(language), _ENGLISH)
    return opening, closing


def _key(language: str) -> str:
    if language in _BY_LANGUAGE:
        return language
    if language.endswith(("-TW", "-HK", "-MO")):
        return "zh-Hant"
    return base(language)


def unquoted(text: str) -> str:
    """Return a sentence without quotation marks that enclose all of it."""
    inner = text[1:-1].strip()
    enclosed = len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING  # noqa: PLR2004 - two marks and a letter
    return inner if enclosed and not any(mark in inner for mark in (text[0], text[-1])) else text
