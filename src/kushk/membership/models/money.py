"""Orders, what was paid for them, and what payment engines told. Nothing of the ledger is ever changed."""

from __future__ import annotations

import uuid
from typing import Literal

from django.conf import settings
from django.db import models
from django.utils import timezone

from kushk.membership.codes import new_reference
from kushk.membership.models.plans import Plan, Price, Voucher


class Order(models.Model):
    """What somebody wanted to buy, written down before anybody was asked to pay."""

    class State(models.IntegerChoices):
        """How far it is. A state only ever grows."""

        OPEN = 1
        PAID = 2
        ENDED = 3
        REFUNDED = 4

    class Kind(models.TextChoices):
        """What it gives."""

        MEMBERSHIP = "membership"
        GIFT = "gift"

    number = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=9, unique=True, default=new_reference, editable=False)
    """Its number as people write it on a bank transfer."""
    language = models.CharField(max_length=12, blank=True)
    """Of the interface in which it was made: mails about it are written in it."""
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="orders")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="orders")
    price = models.ForeignKey(Price, models.SET_NULL, null=True, related_name="orders")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.MEMBERSHIP)
    engine = models.CharField(max_length=12)
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    interval = models.CharField(max_length=5, choices=Price.Interval.choices)
    engine_price = models.CharField(max_length=80, blank=True)
    trial_days = models.PositiveIntegerField(default=0)
    state = models.IntegerField(choices=State.choices, default=State.OPEN)
    renews = models.BooleanField(default=True)
    """False once it was cancelled: it lasts until what was paid for is over."""
    story = models.CharField(max_length=16, blank=True)
    """Public id of the story before whose wall it began."""
    checkout = models.CharField(max_length=120, unique=True, null=True)  # noqa: DJ001 - unique or none
    subscription = models.CharField(max_length=120, unique=True, null=True)  # noqa: DJ001
    customer = models.CharField(max_length=120, blank=True)
    voucher = models.OneToOneField(Voucher, models.PROTECT, null=True, related_name="gift_order")
    trouble = models.CharField(max_length=60, blank=True)
    """Code of what did not agree with the order, for the desk."""
    created = models.DateTimeField(auto_now_add=True)
    paid_until = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created", "-pk")

    def __str__(self) -> str:
        return f"{self.plan} {self.amount} {self.currency} {self.created:%Y-%m-%d}"

    @property
    def over(self) -> bool:
        """Whether it was a membership that lasts no longer."""
        return self.paid_until is not None and self.paid_until <= timezone.now()

    @property
    def mode(self) -> Literal["payment", "subscription"]:
        """How it is paid: once, or again each interval."""
        return "payment" if self.kind == self.Kind.GIFT else "subscription"


class LedgerEntry(models.Model):
    """Money that moved. Rows are added; the database refuses to change or delete one."""

    class Kind(models.TextChoices):
        """Which way."""

        CHARGE = "charge"
        REFUND = "refund"

    order = models.ForeignKey(Order, models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    engine = models.CharField(max_length=12)
    reference = models.CharField(max_length=120)
    """The engine's own name of the movement: an invoice, a refund, a bank statement's line."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name_plural = "ledger"
        constraints = (models.UniqueConstraint(fields=("engine", "kind", "reference"), name="money_moves_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.currency}"


class PaymentEvent(models.Model):
    """That an engine said something had changed. It is looked at once; what it says is never believed."""

    engine = models.CharField(max_length=12)
    reference = models.CharField(max_length=120)
    received = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("engine", "reference"), name="event_once"),)

    def __str__(self) -> str:
        return self.reference
