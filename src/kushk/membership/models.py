"""What the stand knows of membership: plans, passes of devices, vouchers, institutions. No person is named."""

from __future__ import annotations

import ipaddress

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from kushk.library.api import Publication


def are_networks(text: str) -> None:
    """Refuse lines that are no network or address.

    Raises:
        ValidationError: one is none.
    """
    for line in text.split():
        try:
            ipaddress.ip_network(line, strict=False)
        except ValueError:
            raise ValidationError(
                "“%(line)s” is no network. Write 192.0.2.0/24 or 2001:db8::/32, one a line.", params={"line": line}
            ) from None


class Plan(models.Model):
    """What members have: all publications of the stand, or some."""

    name = models.CharField(max_length=60, default="GOLD", unique=True)
    """A brand name, which no language translates."""
    publications = models.ManyToManyField(Publication, blank=True, related_name="+", help_text="None: all of them.")

    def __str__(self) -> str:
        return self.name


class Voucher(models.Model):
    """A code that makes a device a member for some days. Only a hash of it is kept."""

    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="vouchers")
    label = models.CharField(max_length=120, blank=True)
    """For whom or what: shown at the desk alone."""
    days = models.PositiveIntegerField(default=30, validators=[MinValueValidator(1)])
    """How long a membership lasts that it begins."""
    uses = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])
    used = models.PositiveIntegerField(default=0, editable=False)
    ends_at = models.DateTimeField("redeem until", null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-created", "-pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(used__lte=models.F("uses")), name="voucher_not_overused"),
        )

    def __str__(self) -> str:
        return f"{self.label or self.plan.name} {self.used}/{self.uses}"


class Pass(models.Model):
    """A membership of one device. Its key lies in a cookie there; only a hash of it is kept."""

    key_hash = models.CharField(max_length=64, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="passes")
    voucher = models.ForeignKey(Voucher, models.SET_NULL, null=True, blank=True, related_name="passes")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ("-starts_at",)
        verbose_name_plural = "passes"

    def __str__(self) -> str:
        return f"{self.plan.name}, {self.starts_at:%Y-%m-%d} – {self.ends_at:%Y-%m-%d}"


class Institution(models.Model):
    """A library, school or office from whose network everybody reads as a member."""

    name = models.CharField(max_length=120, unique=True)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="institutions")
    networks = models.TextField(validators=[are_networks], help_text="One a line: 192.0.2.0/24 or 2001:db8::/32.")
    ends_at = models.DateTimeField("until", null=True, blank=True, help_text="Empty: without end.")

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
