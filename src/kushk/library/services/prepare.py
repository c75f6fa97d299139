"""Arrivals made ready to be stored: everything that needs no database, so that no lock is held for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kushk.core.compose import text_key
from kushk.library.identity import Keys, keys_of, public_id_of
from kushk.library.links import canonical_link
from kushk.library.models import Publication, Source
from kushk.library.storable import is_storable, storable_arrival
from kushk.library.stored import compressed, digest, encoded
from kushk.library.values import Arrival

SHARED_BY = 3
"""From so many different headlines on, a link that items of one batch share is no story's own."""


@dataclass
class Prepared:
    """One arrival with its keys and its stored form."""

    arrival: Arrival
    keys: Keys
    text_key: str
    public_id: str
    form: bytes

    @cached_property
    def packed(self) -> bytes:
        """The document as a revision keeps it."""
        return compressed(self.form)

    @cached_property
    def document_key(self) -> str:
        """Hash of everything that arrived: equal means that nothing has to be done."""
        return digest(self.form, repr(_particulars(self.arrival)))


def _particulars(arrival: Arrival) -> tuple[Any, ...]:
    """Return what a story's row keeps beside its document."""
    picture = arrival.picture.src if arrival.picture else ""
    return (
        arrival.url,
        arrival.published,
        arrival.modified,
        arrival.section,
        arrival.issue,
        arrival.categories,
        picture,
        arrival.attachments,
        arrival.excerpt,
    )


def prepared(publication: Publication, source: Source | None, arrivals: Sequence[Arrival]) -> list[Prepared]:
    """Return the arrivals made ready, in their order."""
    junk = _shared_links(arrivals)
    return [
        _prepared(publication, source, arrival, junk_link=canonical_link(arrival.url) in junk) for arrival in arrivals
    ]


def _prepared(publication: Publication, source: Source | None, arrival: Arrival, *, junk_link: bool) -> Prepared:
    form = encoded(arrival.document)
    if not is_storable(form, arrival):
        arrival = storable_arrival(arrival)
        form = encoded(arrival.document)
    key = text_key(arrival.document)
    identified = replace(arrival, url="") if junk_link else arrival
    return Prepared(
        arrival=arrival,
        keys=keys_of(publication, source, identified, key),
        text_key=key,
        public_id=public_id_of(publication, source, identified, key),
        form=form,
    )


def _shared_links(arrivals: Sequence[Arrival]) -> set[str]:
    """Return the links under which one batch brings many different headlines: a front page, a show's own page."""
    headlines: defaultdict[str, set[str]] = defaultdict(set)
    for arrival in arrivals:
        if arrival.url and arrival.document.headline:
            headlines[canonical_link(arrival.url)].add(arrival.document.headline.text)
    return {link for link, found in headlines.items() if len(found) >= SHARED_BY}
