# ruff: noqa: PLR2004 - small sizes in words, lines and letters, each at the one place that it decides
"""The words of interfaces in many languages: what a line that holds nothing but such a word is."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from kushk.sources.formats.dates.fold import fold

_FILE = Path(__file__).with_name("interface.txt")
_SIGNS = re.compile(r"[^\w\s{}\u0300-\u036f\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1200-\u17ff]+|_")
_NUMBER = re.compile(r"(?<![^\W\d])\d+(?:[.,]\d+)*\s?[kmb]?(?![^\W\d])")
_TRIM = r"[\s.,:;!?<>«»‹›→|…#*_-]*"
_SLOT = re.compile(r"\\?\{([pdx])\\?\}")


def plain(text: str) -> str:
    """Return the form in which words are compared: folded, without signs, with single spaces."""
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


@lru_cache(maxsize=1)
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    kind = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[] ")
        elif line and not line.startswith("#"):
            terms = line.split(":", maxsplit=1)[1].split("|")
            sections.setdefault(kind, []).extend(term.strip() for term in terms if term.strip())
    return sections


@lru_cache(maxsize=16)
def terms(kind: str) -> frozenset[str]:
    """Return the terms of a kind that have no slot, in the form of ``plain``."""
    return frozenset(found for term in _sections()[kind] if "{" not in term and (found := plain(term)))


@lru_cache(maxsize=16)
def raw_prefixes(kind: str) -> tuple[str, ...]:
    """Return the terms of a kind folded, the longer first, signs kept."""
    return tuple(sorted({fold(term) for term in _sections()[kind]}, key=len, reverse=True))


@lru_cache(maxsize=16)
def patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    """Return the terms of a kind that have slots, as patterns over a folded text."""
    slots = {"p": r"(?P<p>\S.{0,78}?)", "d": r"(?P<d>\S.{1,38}?)", "x": r"(?P<x>\S.{0,38}?)"}
    found = []
    for term in _sections()[kind]:
        if "{" in term:
            body = _SLOT.sub(lambda slot: slots[slot[1]], re.escape(fold(term)).replace(r"\ ", r"\s+"))
            found.append(re.compile(rf"{_TRIM}{body}{_TRIM}"))
    return tuple(found)


_LONGEST_TERM = 60
_MOST_WORDS = 6


@lru_cache(maxsize=8192)
def is_button(text: str) -> bool:
    """Whether a short line is nothing but words of an interface: one term, a pattern of one, or a row of them."""
    if len(text) > 3 * _LONGEST_TERM:
        return False
    said = plain(text)
    counted = " ".join(_NUMBER.sub(" ", said).split())
    buttons = terms("button")
    if said in buttons or (counted and counted in buttons):
        return True
    folded = fold(text).strip()
    if len(folded) <= _LONGEST_TERM and any(_fits(pattern, folded) for pattern in patterns("button")):
        return True
    return _is_row(counted or said)


def _fits(pattern: re.Pattern[str], folded: str) -> bool:
    match = pattern.fullmatch(folded)
    return match is not None and all(len(part.split()) <= _MOST_WORDS for part in match.groups())


def _is_row(said: str) -> bool:
    """Whether a line is two or more terms one after the other: Listen Translate Share."""
    words = said.split()
    if not 2 <= len(words) <= 24:
        return False
    at = 0
    buttons, sections = terms("button"), terms("section")
    while at < len(words):
        for width in range(min(5, len(words) - at), 0, -1):
            term = " ".join(words[at : at + width])
            if term in buttons or term in sections:
                at += width
                break
        else:
            return False
    return True


def is_section(text: str) -> bool:
    """Whether a line is the name of a section that every newspaper has: News, Sport, Opinion."""
    return len(text) <= _LONGEST_TERM and plain(text) in terms("section")


@lru_cache(maxsize=4096)
def related_heading(text: str) -> str | None:
    """Return the publication that a heading over related stories names, empty when it names none, None for others."""
    if len(text) > 2 * _LONGEST_TERM:
        return None
    said = plain(text)
    if said in terms("related"):
        return ""
    folded = fold(text)
    bare = folded.strip()
    start = len(folded) - len(folded.lstrip())
    for pattern in patterns("related"):
        match = pattern.fullmatch(bare)
        if match and not bare.endswith((".", "?", "!")):
            found = match.groupdict().get("p") or ""
            if len(found.split()) > 8:
                continue
            return text[start + match.start("p") : start + match.end("p")] if found else ""
    return None


def aside(text: str) -> str | None:
    """Return the title that a line such as "Also read: A title" points to; None for other lines."""
    folded = fold(text[:400])
    for term in raw_prefixes("aside"):
        if folded.startswith(term):
            rest = text[len(term) :]
            sign = re.match(r"\s?[:：|»>]\s?|\s[-–—]\s", rest)
            if sign and rest[sign.end() :].strip():
                return rest[sign.end() :].strip()
    return None


def edition(text: str) -> tuple[str, str] | None:
    """Return date and publication of a line such as "This story is from the … edition of …"."""
    if len(text) > 250:
        return None
    folded = fold(text)
    for pattern in patterns("edition"):
        match = pattern.fullmatch(folded)
        if match:
            date, publication = text[slice(*match.span("d"))], text[slice(*match.span("p"))]
            return date.strip(" .,"), publication.strip(" .,。")
    return None


def after_prefix(text: str, kind: str, joins: str) -> str | None:
    """Return what follows a prefix of a kind and a sign of ``joins`` (a pattern); None when no prefix stands there."""
    folded = fold(text)
    for prefix in raw_prefixes(kind):
        if folded.startswith(prefix):
            sign = re.match(joins, text[len(prefix) :])
            if sign:
                return text[len(prefix) + sign.end() :].strip()
    return None


@lru_cache(maxsize=4096)
def is_tail(text: str) -> bool:
    """Whether a line begins as notices at the foot of a page do: rights, tags, sign-up, cookies."""
    folded = fold(text)
    return any(folded.startswith(prefix) and _ends_there(prefix, folded) for prefix in raw_prefixes("tail"))


def _ends_there(prefix: str, folded: str) -> bool:
    """A single word must stand alone or before a colon, since sentences begin with it as well."""
    rest = folded[len(prefix) :].lstrip()
    if prefix[-1] >= "\u2e80" or not prefix[-1].isalnum():
        return True
    if " " not in prefix:
        return not rest or rest[0] in ":|/,#©ⓒ0123456789"
    return not folded[len(prefix) : len(prefix) + 1].isalpha()


_COUNT_IN_SIGNS = re.compile(r"[\d\s()（）\[\]:：,.+-]+")


@lru_cache(maxsize=4096)
def is_comments(text: str) -> bool:
    """Whether a line is a heading over what readers wrote: Comments, 12 Kommentare, 网友评论."""
    if len(text) > _LONGEST_TERM:
        return False
    said = plain(_COUNT_IN_SIGNS.sub(" ", text))
    return said in terms("comments")
