"""What makes two arrivals one story: the source's id, the link, or the text, each as a key that is unique.

A story collects keys: every id, link and text under which it ever came. They are hashes, so that their length
does not matter, and name the publication, since wire copy in two papers is two stories.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from kushk.core.document import CAPTIONED, Document
from kushk.library.links import canonical_link, names_one_page
from kushk.library.models import Publication, Source
from kushk.library.stored import digest
from kushk.library.values import Arrival

SHORT_TEXT = 80
"""Characters below which a text alone proves nothing ("Today's cartoon"): its date must agree as well."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one arrival; an empty one is not there."""

    guid: str
    link: str
    text: str

    def all(self) -> tuple[str, ...]:
        """Return the keys that are there, strongest first."""
        return tuple(key for key in (self.guid, self.link, self.text) if key)


def keys_of(publication: Publication, source: Source | None, arrival: Arrival, text_key: str) -> Keys:
    """Return what identifies an arrival in a publication."""
    origin = f"{publication.pk}"
    guid = digest(origin, "guid", source.canonical_url if source else "", arrival.guid) if arrival.guid else ""
    link = link_key(publication, arrival.url) if names_one_page(arrival.url) else ""
    return Keys(guid, link, text_identity(origin, arrival, text_key))


def link_key(publication: Publication, url: str) -> str:
    """Return the key of a link in a publication."""
    return digest(f"{publication.pk}", "link", canonical_link(url))


def text_identity(origin: str, arrival: Arrival, text_key: str) -> str:
    """Return the key of an arrival's text; a short one counts only together with its headline and date."""
    length = _length(arrival.document)
    if length >= SHORT_TEXT:
        return digest(origin, "text", text_key)
    if not length and (arrival.guid or names_one_page(arrival.url)):
        return ""
    headline = arrival.document.headline.text if arrival.document.headline else ""
    return digest(origin, "text", text_key, headline, arrival.published)


def _length(document: Document) -> int:
    """Return how long a document's text is, or, of a text that is not short, of its beginning."""
    length = 0
    for block in (block for top in document.blocks for block in top.walk()):
        if block.sentences and block.kind not in CAPTIONED:
            length += len(block.text) + (2 if length else 0)
        if length >= SHORT_TEXT:
            break
    return length


def public_id_of(publication: Publication, source: Source | None, arrival: Arrival, text_key: str) -> str:
    """Return twelve lower-case letters and digits (60 bits) that the story's identity gives it."""
    if arrival.guid:
        identity = ("guid", source.canonical_url if source else "", arrival.guid)
    elif names_one_page(arrival.url):
        identity = ("link", canonical_link(arrival.url), "")
    else:
        identity = ("text", text_key, arrival.published)
    whole = "\0".join((publication.slug, *identity)).encode("utf-8", "surrogatepass")
    return base64.b32encode(hashlib.blake2b(whole, digest_size=8).digest())[:12].decode().lower()
