"""A catalogue of translation models in the format of the Argos package index. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from kushk.core.errors import KushkError
from kushk.core.languages import base
from kushk.engines.translation.interface import Pair
from kushk.engines.translation.neural.codes import tag_of

MOST_BYTES = 8 << 20
"""Of a catalogue; that of Argos has 40 kB for a hundred pairs."""
_MOST_ENTRIES = 20_000
_MOST_LINKS = 8
_LONGEST = 2_000
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")


class BadLanguageCatalogue(KushkError):
    """What was fetched is no catalogue of language models."""

    code = "bad-language-catalogue"
    words = "There is no catalogue of language models at “{url}”."


class PairNotInCatalogue(KushkError):
    """The catalogue has no model for the pair of languages."""

    code = "pair-not-in-catalogue"
    words = "The catalogue has no model from {source} into {target}. From {source} it has: {targets}."


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of a catalogue."""

    pair: Pair
    code: str
    """Its name there."""
    release: str
    links: tuple[str, ...]
    """Addresses of the same file, http or https."""
    licence: str
    """As stated; empty when it is not."""
    size: int
    """Bytes; 0 when not stated."""
    sha256: str
    """Empty when not stated."""

    @property
    def newness(self) -> tuple[int, ...]:
        """The release as numbers, by which a newer one is the greater."""
        return tuple(int(number) for number in re.findall(r"[0-9]{1,9}", self.release)[:6])

    @property
    def file(self) -> str:
        """Name for the file while it is on its way: another one for another release."""
        return f"{self.code}-{'.'.join(map(str, self.newness))}.argosmodel"


def read_catalogue(data: bytes, url: str) -> list[Entry]:
    """Return the models of a catalogue; entries that name no pair or no link are passed over.

    Args:
        data: as it was fetched.
        url: from where; links may be relative to it.

    Raises:
        BadLanguageCatalogue: it is none.
    """
    try:
        found = json.loads(data) if len(data) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or len(found) > _MOST_ENTRIES:
        raise BadLanguageCatalogue(url=url)
    entries = [entry for facts in found if isinstance(facts, dict) and (entry := _entry(facts, url))]
    if found and not entries:
        raise BadLanguageCatalogue(url=url)
    return entries


def model_for(entries: Sequence[Entry], source: str, target: str) -> Entry:
    """Return the newest model for a pair; one for the language alone serves a tag with script or region.

    Raises:
        PairNotInCatalogue: there is none.
    """
    for pair in ((source, target), (base(source), target), (base(source), base(target))):
        found = [entry for entry in entries if entry.pair == pair]
        if found:
            return max(found, key=lambda entry: (entry.newness, entry.code))
    known = ", ".join(sorted({entry.pair[1] for entry in entries if entry.pair[0] == base(source)}))
    raise PairNotInCatalogue(source=source, target=target, targets=known or "nothing")


def _entry(facts: dict[str, Any], url: str) -> Entry | None:
    pair = tag_of(_text(facts, "from_code")), tag_of(_text(facts, "to_code"))
    links = _links(facts.get("links"), url)
    if not all(pair) or base(pair[0]) == base(pair[1]) or not links or _text(facts, "type") not in {"", "translate"}:
        return None
    code, size, checksum = _text(facts, "code"), facts.get("size"), _text(facts, "sha256")
    return Entry(
        pair,
        code if _CODE.fullmatch(code) else f"translate-{pair[0]}-{pair[1]}",
        _text(facts, "package_version")[:40],
        links,
        (_text(facts, "license") or _text(facts, "licence"))[:200],
        size if type(size) is int and size > 0 else 0,
        checksum if _SHA256.fullmatch(checksum) else "",
    )


def _text(facts: dict[str, Any], name: str) -> str:
    value = facts.get(name)
    return value if isinstance(value, str) else ""


def _links(value: Any, url: str) -> tuple[str, ...]:
    given = (
        [link for link in value if isinstance(link, str) and len(link) <= _LONGEST] if isinstance(value, list) else []
    )
    whole = dict.fromkeys(link for each in given[:_MOST_LINKS] if (link := _whole(url, each)))
    return tuple(whole)


def _whole(url: str, link: str) -> str:
    """Return a link's whole address, empty when it is not one of the web."""
    try:
        address = urljoin(url, link)
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""
