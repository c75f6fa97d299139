"""What a publisher reserves, as machines are told: RSL, TDMRep, AIPREF ``Content-Usage``, robots directives. Pure.

Each function reads one place; ``strictest`` joins them. Nothing here decides: the values go into the source's
rights record, where an operator sees them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

CONTENT_USAGE_DRAFT = "draft-ietf-aipref-attach-05"
"""The state of the unfinished AIPREF specification that ``usage`` follows."""

_MOST_VALUES = 20
"""Licences or uses that are kept of one answer."""

_LICENSE_LINE = re.compile(r"(?im)^[ \t]*license[ \t]*:[ \t]*([^\s#]+)")
_LINK = re.compile(r"<([^<>]{1,2000})>([^<]{0,1000})")
_USAGE = re.compile(r"\A[a-z][a-z0-9-]{0,40}\Z")
_USE_NAMES = {"ai-train": "train-ai", "ai-input": "ai-use"}
"""Names of the older ``Content-Signal`` in those of AIPREF."""


@dataclass(frozen=True, slots=True)
class Reservations:
    """What is reserved; an empty value reserves nothing."""

    tdm: bool | None = None
    """TDMRep: text and data mining is reserved (True) or open (False); None when nothing is said."""
    tdm_policy: str = ""
    """Address of the terms under which mining is licensed."""
    licenses: tuple[str, ...] = ()
    """Addresses of RSL licences."""
    usage: tuple[tuple[str, bool], ...] = ()
    """AIPREF: (use, allowed), such as ``("train-ai", False)``, sorted."""
    no_ai: bool = False
    no_archive: bool = False
    no_snippet: bool = False


NOTHING_RESERVED = Reservations()


def from_headers(headers: Mapping[str, str], url: str = "") -> Reservations:
    """Return what response headers (lower-case names) reserve; ``url`` is what their links are relative to."""
    words = _robot_words(headers.get("x-robots-tag", ""))
    said = headers.get("tdm-reservation", "").strip()
    return Reservations(
        tdm=_tdm(said),
        tdm_policy=_joined(url, headers.get("tdm-policy", "").strip()),
        licenses=_licenses_linked(headers.get("link", ""), url),
        usage=_usage(headers.get("content-usage", "")),
        **_directives(words),
    )


def from_robots(text: str, url: str = "") -> Reservations:
    """Return what a robots.txt reserves for the group that applies (see ``robots.our_part``)."""
    licenses = tuple(_joined(url, address) for address in _LICENSE_LINE.findall(text)[:_MOST_VALUES])
    usage: dict[str, bool] = {}
    for line in text.splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        if name.strip().lower() in {"content-usage", "content-signal"}:
            words = value.strip()
            if words.startswith("/"):  # a preference for one path: whoever reserves a part is asked about the whole
                words = words.partition(" ")[2]
            usage = dict(_stricter(usage, dict(_usage(words))))
    return Reservations(licenses=licenses, usage=tuple(sorted(usage.items())))


def from_page(html: str, url: str = "") -> Reservations:
    """Return what a page's own ``meta`` and ``link`` elements reserve."""
    tree = LexborHTMLParser(html)
    metas: dict[str, str] = {}
    for node in tree.css("meta[name][content]"):
        name = (node.attributes.get("name") or "").strip().lower()
        metas[name] = ", ".join(filter(None, (metas.get(name, ""), node.attributes.get("content") or "")))
    links = (
        node.attributes.get("href") or ""
        for node in tree.css('link[rel~="license"][href]')
        if (node.attributes.get("type") or "").strip().lower() == "application/rsl+xml"
    )
    return Reservations(
        tdm=_tdm(metas.get("tdm-reservation", "").strip()),
        tdm_policy=_joined(url, metas.get("tdm-policy", "").strip()),
        licenses=tuple(_joined(url, link) for link in links)[:_MOST_VALUES],
        usage=_usage(metas.get("content-usage", "")),
        **_directives(_robot_words(metas.get("robots", ""))),
    )


def from_tdmrep(text: str, path: str, url: str = "") -> Reservations:
    """Return what ``/.well-known/tdmrep.json`` reserves for a path: its first rule that fits (TDMRep 6.1)."""
    try:
        rules = json.loads(text)
    except (ValueError, RecursionError):
        return NOTHING_RESERVED
    for rule in rules if isinstance(rules, list) else []:
        if isinstance(rule, dict) and _fits(str(rule.get("location", "")), path):
            policy = rule.get("tdm-policy", "")
            return Reservations(
                tdm=_tdm(str(rule.get("tdm-reservation", ""))),
                tdm_policy=_joined(url, policy) if isinstance(policy, str) else "",
            )
    return NOTHING_RESERVED


def strictest(*found: Reservations) -> Reservations:
    """Return everything that is reserved in any place.

    Of text and data mining, the first place that says anything counts (TDMRep: the header before the file, so give
    them in that order); of all the rest, the stricter word wins.
    """
    says = next((one for one in found if one.tdm is not None), NOTHING_RESERVED)
    usage: Mapping[str, bool] = {}
    for one in found:
        usage = _stricter(usage, dict(one.usage))
    return Reservations(
        tdm=says.tdm,
        tdm_policy=says.tdm_policy,
        licenses=tuple(dict.fromkeys(address for one in found for address in one.licenses)),
        usage=tuple(sorted(usage.items())),
        no_ai=any(one.no_ai for one in found),
        no_archive=any(one.no_archive for one in found),
        no_snippet=any(one.no_snippet for one in found),
    )


def _tdm(said: str) -> bool | None:
    return {"1": True, "0": False}.get(said)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if address else ""
    except ValueError:
        return ""


def _licenses_linked(header: str, url: str) -> tuple[str, ...]:
    return tuple(
        _joined(url, address)
        for address, parameters in _LINK.findall(header)[:_MOST_VALUES]
        if re.search(r"(?i)\brel\s*=\s*\"?[^\";]*\blicense\b", parameters)
        and "application/rsl+xml" in parameters.lower()
    )


def _usage(text: str) -> tuple[tuple[str, bool], ...]:
    """Read a dictionary such as ``train-ai=n, search=y``; what is not plainly yes or no says nothing."""
    uses: dict[str, bool] = {}
    for part in text.split(",")[:_MOST_VALUES]:
        name, _, value = part.partition(";")[0].partition("=")
        use = _USE_NAMES.get(name.strip().lower(), name.strip().lower())
        allowed = {"y": True, "yes": True, "n": False, "no": False}.get(value.strip().lower())
        if _USAGE.match(use) and allowed is not None:
            uses = dict(_stricter(uses, {use: allowed}))
    return tuple(sorted(uses.items()))


def _stricter(one: Mapping[str, bool], other: Mapping[str, bool]) -> Mapping[str, bool]:
    return {use: one.get(use, True) and other.get(use, True) for use in {*one, *other}}


def _robot_words(text: str) -> frozenset[str]:
    """Return the directives of an ``X-Robots-Tag`` or a robots meta; those for a crawler by name count as ours too."""
    return frozenset(word for word in re.split(r"[,\s]+", text.lower()) if word)


def _directives(words: Iterable[str]) -> dict[str, bool]:
    return {
        "no_ai": not {"noai", "noimageai"}.isdisjoint(words),
        "no_archive": not {"noarchive", "nocache"}.isdisjoint(words),
        "no_snippet": "nosnippet" in words,
    }


def _fits(location: str, path: str) -> bool:
    """Tell whether a TDMRep location (``*`` matches anything, ``$`` ends, as in robots.txt) fits a path."""
    pieces = location.removesuffix("$").split("*")
    if not location.startswith(("/", "*")) or not path.startswith(pieces[0]):
        return False
    position = len(pieces[0])
    for piece in pieces[1:]:
        found = path.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    return not location.endswith("$") or position == len(path) or path.endswith(pieces[-1])
