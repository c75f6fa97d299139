"""Addresses in a text and in its translation: the same ones have to be there, and no other."""

from __future__ import annotations

import re
from collections.abc import Collection

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
"""What follows an address without a space: Thai, Burmese, Khmer, Chinese, Japanese, and Korean particles."""

_INSIDE = rf"[^\s\"'<>«»“”‘’„`|\\^{{}}\[\]{_UNSPACED}]"
_DOMAINS = "com|org|net|edu|gov|info|int|biz|io|ly|me|tv|co|app|dev|eu|uk|de|fr|es|it|ru|cn|jp|in|br|tr|ir|il|id|sa|ae"
_ADDRESS = re.compile(
    rf"[a-z][a-z0-9+.-]{{1,20}}://{_INSIDE}{{0,4000}}"
    rf"|(?<![\w.])www\.{_INSIDE}{{1,4000}}"
    rf"|(?:mailto:)?(?<![\w.+-])[\w.+-]{{1,64}}@(?:[\w-]{{1,63}}\.){{1,6}}[a-z]{{2,24}}"
    rf"|(?<![\w.@/-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,5}}(?:{_DOMAINS})(?![\w-]|\.\w)(?:/{_INSIDE}{{0,4000}})?"
    r"|(?:javascript|data|vbscript):[^\s]{1,4000}",
    re.IGNORECASE | re.ASCII,
)
_WIDE_HOST = re.compile(rf"(?:https?|ftp)://[{_UNSPACED}][^\s]{{0,4000}}", re.IGNORECASE)
_MAY_BE = re.compile(r"[.:@](?=[^\s0-9])")
"""What every address has; most sentences have none of it, but at their end."""

_TRAILING = ".,;:!?)'*_،؛؟।。、！？…"
_ENDING = re.compile(r"[-:'’]?[^\W\d_]{0,8}")
"""What grammar may hang on to an address: example.com'da, example.com-on."""


def addresses(text: str) -> list[str]:
    """Return the addresses of pages and mailboxes in a text, without the punctuation after them, in order."""
    found: list[str] = []
    if not _MAY_BE.search(text):
        return found
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_TRAILING)
        if address.count("(") > address.count(")") and match[0][len(address) :].startswith(")"):
            address += ")"
        found.append(address)
    return found + [match[0].rstrip(_TRAILING) for match in _WIDE_HOST.finditer(text)]


def without(text: str) -> str:
    """Return a text with a space in place of each address."""
    if not _MAY_BE.search(text):
        return text
    return _WIDE_HOST.sub(" ", _ADDRESS.sub(" ", text))


def differing(source: str, target: str) -> tuple[list[str], list[str]]:
    """Return the addresses of the source that the target lacks, and those that only the target has."""
    theirs, ours = addresses(source), addresses(target)
    if not theirs and not ours:
        return [], []
    return [one for one in theirs if not _is_among(one, ours)], [one for one in ours if not _comes_from(one, theirs)]


def _is_among(address: str, others: Collection[str]) -> bool:
    return any(_is_it(other, address) for other in others)


def _comes_from(address: str, others: Collection[str]) -> bool:
    return any(_is_it(address, other) for other in others)


def _is_it(ours: str, theirs: str) -> bool:
    ours, theirs = _plain(ours), _plain(theirs)
    if ours == theirs:
        return True
    if not ours.startswith(theirs):
        return False
    ending = ours[len(theirs) :]
    inflected = ending[0] in "-:'’" or not ending.isascii()
    return inflected and bool(_ENDING.fullmatch(ending))


_HOST = re.compile(r"[^/?#]*(?://[^/?#]*)?")


def _plain(address: str) -> str:
    """Return an address with its host in small letters and nothing at its end."""
    return _HOST.sub(lambda host: host[0].casefold(), address, count=1).rstrip("/")
