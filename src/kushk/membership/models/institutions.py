"""Libraries, schools and offices whose people read as members."""

from __future__ import annotations

import ipaddress
import re

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from kushk.membership.models.plans import Plan
from kushk.membership.persons import plain_host

_WIDEST = {4: 8, 6: 16}
"""Bits of a network's address, by the version of the protocol."""
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def are_networks(text: str) -> None:
    """Refuse lines that are no network or address.

    Raises:
        ValidationError: one is none, or half the world is in it.
    """
    for line in text.split():
        try:
            network = ipaddress.ip_network(line, strict=False)
        except ValueError:
            raise ValidationError(
                "“%(line)s” is no network. Write 192.0.2.0/24 or 2001:db8::/32, one a line.", params={"line": line}
            ) from None
        if network.prefixlen < _WIDEST[network.version]:
            raise ValidationError("“%(line)s” is wider than any institution’s network.", params={"line": line})


def are_domains(text: str) -> None:
    """Refuse lines that are no domain of e-mail addresses.

    Raises:
        ValidationError: one is none.
    """
    for line in text.split():
        if not _DOMAIN.fullmatch(plain_host(line).removeprefix(".")):
            raise ValidationError("“%(line)s” is no domain. Write school.example, one a line.", params={"line": line})


class Institution(models.Model):
    """A library, school or office from whose network everybody reads as a member."""

    name = models.CharField(max_length=120, unique=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="institutions")
    networks = models.TextField(
        blank=True, validators=[are_networks], help_text="One a line: 192.0.2.0/24 or 2001:db8::/32."
    )
    domains = models.TextField(
        "e-mail domains",
        blank=True,
        validators=[are_domains],
        help_text="One a line: whoever proved such an address. “.school.example” lets in what is below it as well.",
    )
    roaming_days = models.PositiveIntegerField(
        default=0, validators=[MaxValueValidator(366)], help_text="Days after a visit that a device reads elsewhere."
    )
    card_days = models.PositiveIntegerField(
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(366)],
        help_text="Days that a card number opens on a device.",
    )
    seats = models.PositiveIntegerField(default=0, help_text="Readers at one time; 0: no limit.")
    ends_at = models.DateTimeField("until", null=True, blank=True, help_text="Empty: without end.")

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class LibraryCard(models.Model):
    """A card number that an institution gave out; only a keyed hash of it is kept."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="cards")
    number_hash = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"card of {self.institution}"


class Sitting(models.Model):
    """Somebody who reads by an institution now, as far as its seats need it."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="sittings")
    holder = models.CharField(max_length=64)
    """A hash of a random number that the device has for this alone."""
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("institution", "holder"), name="one_seat_each"),)

    def __str__(self) -> str:
        return f"seat at {self.institution}"


class InstitutionUse(models.Model):
    """How many stories were opened by an institution on a day. Nobody is named."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="uses")
    day = models.DateField()
    stories = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day",)
        constraints = (models.UniqueConstraint(fields=("institution", "day"), name="one_count_a_day"),)

    def __str__(self) -> str:
        return f"{self.institution} {self.day}: {self.stories}"
