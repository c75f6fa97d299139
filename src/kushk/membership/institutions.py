"""Institutions: who reads by one, where from, and how many at a time."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network

from django.core import signing
from django.db import transaction
from django.db.models import F, Q, QuerySet

from kushk.base.secret import keyed_hash
from kushk.membership.codes import plain_signs
from kushk.membership.models import Institution, InstitutionUse, LibraryCard, Pass, Sitting
from kushk.membership.passes import Holder, held_by
from kushk.membership.persons import plain_host

Network = IPv4Network | IPv6Network

CONNECTION_BITS = 64
"""Bits of an IPv6 address that one connection is given; the rest its owner changes at will."""
SEAT = timedelta(minutes=20)
"""A seat is free again after this time without a page."""
FEWEST_DIGITS = 4
"""Of a card's number: fewer are tried out by hand, and headings of lists have none."""
_BATCH = 500
PASSES_OF_A_CARD = 3
"""Devices and accounts that read by one card."""
_SALT = "kushk.visit"
_DAY = 24 * 3600
_LONGEST = 366 * _DAY


@dataclass(frozen=True, slots=True)
class Visit:
    """That a device was at an institution; it stands in a signed cookie. ``at`` in seconds since 1970."""

    institution: int
    at: int
    device: str

    def as_cookie(self) -> str:
        """Return it signed."""
        return signing.dumps([self.institution, self.at, self.device], salt=_SALT)


def visit_from(cookie: str) -> Visit | None:
    """Return the visit of a cookie; None where it is forged or broken."""
    try:
        institution, at, device = signing.loads(cookie, salt=_SALT, max_age=_LONGEST)
        return Visit(int(institution), int(at), str(device))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def at_network(address: str, now: datetime) -> list[Institution]:
    """Return the institutions in whose networks an address lies."""
    try:
        here = ipaddress.ip_address(address)
    except ValueError:
        return []
    return [each for each in _lasting(now) if any(here in network for network in _networks(each.networks))]


def of_address(mail: str, now: datetime) -> list[Institution]:
    """Return the institutions whose domain a proved e-mail address has."""
    domain = plain_host(mail.rpartition("@")[2])
    return [each for each in _lasting(now) if _has_domain(each, domain)] if domain else []


def _has_domain(institution: Institution, domain: str) -> bool:
    """Tell whether a domain is one of an institution's, or lies below one that begins with a dot."""
    known = [plain_host(each) for each in institution.domains.split()]
    return any(domain == each.lstrip(".") or (each.startswith(".") and domain.endswith(each)) for each in known)


def of_visit(visit: Visit | None, now: datetime) -> list[Institution]:
    """Return the institution that a device visited, while it may read elsewhere after that."""
    if visit is None:
        return []
    found = _lasting(now).filter(pk=visit.institution, roaming_days__gt=0)
    return [each for each in found if 0 <= now.timestamp() - visit.at < each.roaming_days * _DAY]


def has_seat(institution: Institution, device: str, now: datetime, *, opening: bool) -> bool:
    """Tell whether a device has a seat or can have one; one that opens a story takes it."""
    if not institution.seats:
        return True
    holder = keyed_hash("sitting", device)
    with transaction.atomic():
        Sitting.objects.filter(institution=institution, seen_at__lt=now - SEAT).delete()
        sitting = Sitting.objects.filter(institution=institution)
        if sitting.filter(holder=holder).update(seen_at=now):
            return True
        if sitting.count() >= institution.seats:
            return False
        if opening:
            Sitting.objects.create(institution=institution, holder=holder, seen_at=now)
        return True


def count_use(institution: Institution, day: date) -> None:
    """Count a story that was opened by an institution."""
    InstitutionUse.objects.get_or_create(institution=institution, day=day)
    InstitutionUse.objects.filter(institution=institution, day=day).update(stories=F("stories") + 1)


def number_of(typed: str) -> str:
    """Return a card number as it is hashed: letters and digits."""
    return "".join(filter(str.isalnum, plain_signs(typed)))


def add_cards(institution: Institution, text: str) -> tuple[int, int, int]:
    """Let these card numbers in, one a line.

    Returns:
        How many are new, were known, and are not taken because another institution has them: a number is all that a
        reader types, so it is one institution's.
    """
    hashes = _hashes(text)
    theirs: dict[str, int] = {}
    for part in _batched(hashes):
        found = LibraryCard.objects.filter(number_hash__in=part)
        theirs |= dict(found.values_list("number_hash", "institution_id"))
    rows = [LibraryCard(institution=institution, number_hash=each) for each in hashes if each not in theirs]
    LibraryCard.objects.bulk_create(rows, batch_size=_BATCH)
    own = sum(owner == institution.pk for owner in theirs.values())
    return len(rows), own, len(theirs) - own


def _batched(hashes: list[str]) -> Iterator[list[str]]:
    return (hashes[at : at + _BATCH] for at in range(0, len(hashes), _BATCH))


def _hashes(text: str) -> list[str]:
    """Return the hashes of the numbers in a list: the first column of each row, and no headings."""
    columns = (re.split(r"[;,\t]", line, maxsplit=1)[0] for line in text.splitlines())
    numbers = {number_of(each) for each in columns if sum(map(str.isdecimal, each)) >= FEWEST_DIGITS}
    return sorted(keyed_hash("card", each) for each in numbers)


def remove_cards(institution: Institution, text: str) -> int:
    """Let these card numbers in no more, nor whoever used them; return how many there were."""
    number = 0
    for part in _batched(_hashes(text)):
        found = LibraryCard.objects.filter(institution=institution, number_hash__in=part)
        number += found.count()
        found.delete()
    return number


def pass_of_card(typed: str, holder: Holder, now: datetime) -> Pass | None:
    """Return a pass, not yet kept, for whoever has a card; None where nobody gave out such a number.

    It takes the place of one that the holder has by the same card, and, where ``PASSES_OF_A_CARD`` others have one,
    of the oldest of these: a card is one person's, who may have several devices.
    """
    lasting = Q(institution__ends_at__isnull=True) | Q(institution__ends_at__gt=now)
    card = LibraryCard.objects.filter(lasting, number_hash=keyed_hash("card", number_of(typed)))
    found = card.select_related("institution__plan").first()
    if found is None:
        return None
    held_by(holder).filter(card=found).delete()
    others = found.passes.filter(ends_at__gt=now).order_by("-starts_at", "-pk").values_list("pk", flat=True)
    Pass.objects.filter(pk__in=list(others[PASSES_OF_A_CARD - 1 :])).delete()
    ends = now + timedelta(days=found.institution.card_days)
    return Pass(plan=found.institution.plan, kind=Pass.Kind.CARD, card=found, starts_at=now, ends_at=ends)


def _lasting(now: datetime) -> QuerySet[Institution]:
    return Institution.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now)).select_related("plan")


@lru_cache(maxsize=256)
def _networks(text: str) -> tuple[Network, ...]:
    return tuple(_connection(ipaddress.ip_network(line, strict=False)) for line in text.split())


def _connection(network: Network) -> Network:
    """Widen a part of an IPv6 connection to all of it: that is how a reader's address is told (``reader.asker``)."""
    narrow = isinstance(network, IPv6Network) and network.prefixlen > CONNECTION_BITS
    return network.supernet(new_prefix=CONNECTION_BITS) if narrow else network
