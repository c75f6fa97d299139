"""What members have, what it costs, and who has it now."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from kushk.library.api import Publication

MOST_DAYS = 3660
"""That a code opens: ten years."""


class Plan(models.Model):
    """What members have: all publications of the stand, or some."""

    name = models.CharField(max_length=60, default="GOLD", unique=True)
    """A brand name, which no language translates."""
    publications = models.ManyToManyField(Publication, blank=True, related_name="+", help_text="None: all of them.")
    everything = models.BooleanField(default=True, editable=False)
    """Whether it is for all publications. A plan whose only publication is deleted is for none, not for all."""
    trial_days = models.PositiveIntegerField(
        default=0, validators=[MaxValueValidator(366)], help_text="0: there is no trial."
    )
    trial_by_card = models.BooleanField("trial needs a payment method", default=False)
    seats = models.PositiveIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(50)], help_text="5: the owner and four others."
    )

    def __str__(self) -> str:
        return self.name


def narrow(instance: Plan, action: str, **_: object) -> None:
    """Note that a plan is for some publications once it has some. What receives ``m2m_changed`` of these."""
    if action == "post_add" and isinstance(instance, Plan):
        instance.everything = False
        Plan.objects.filter(pk=instance.pk).update(everything=False)


class Price(models.Model):
    """What a plan costs in a country."""

    class Interval(models.TextChoices):
        """How often it is paid."""

        MONTH = "month"
        YEAR = "year"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="prices")
    country = models.CharField(
        max_length=2, blank=True, validators=[RegexValidator(r"^[A-Z]{2}$")], help_text="ISO code; empty: elsewhere."
    )
    currency = models.CharField(max_length=3, validators=[RegexValidator(r"^[A-Z]{3}$")], help_text="EUR, USD, KWD, …")
    amount = models.PositiveIntegerField(
        validators=[MinValueValidator(1)], help_text="In the smallest unit: 490 is 4.90 euros, 4900 is 4.900 dinars."
    )
    interval = models.CharField(max_length=5, choices=Interval.choices, default=Interval.MONTH)
    stripe_price = models.CharField(max_length=80, blank=True, help_text="price_… at Stripe; empty: not sold there.")

    class Meta:
        ordering = ("plan", "country", "interval")
        constraints = (models.UniqueConstraint(fields=("plan", "country", "interval"), name="one_price_a_country"),)

    def __str__(self) -> str:
        return f"{self.plan} {self.amount} {self.currency}/{self.interval} {self.country}".rstrip()


class Voucher(models.Model):
    """A code that makes a device a member for some days. Only a hash of it is kept."""

    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="vouchers")
    label = models.CharField(max_length=120, blank=True)
    """For whom or what: shown at the desk alone."""
    days = models.PositiveIntegerField(default=30, validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)])
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
    """A membership: of a device, whose cookie has the key that is kept as a hash here, or of an account."""

    class Kind(models.TextChoices):
        """Where it comes from."""

        VOUCHER = "voucher"
        TRIAL = "trial"
        ORDER = "order"
        CARD = "card"

    key_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001 - unique or none
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="passes", editable=False
    )
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="passes")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.VOUCHER, editable=False)
    voucher = models.ForeignKey(Voucher, models.SET_NULL, null=True, blank=True, related_name="passes")
    card = models.ForeignKey("LibraryCard", models.CASCADE, null=True, related_name="passes", editable=False)
    order = models.OneToOneField("Order", models.CASCADE, null=True, blank=True, related_name="grant", editable=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ("-starts_at",)
        verbose_name_plural = "passes"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(key_hash__isnull=False) | models.Q(account__isnull=False), name="pass_of_somebody"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan.name}, {self.starts_at:%Y-%m-%d} – {self.ends_at:%Y-%m-%d}"


class Seat(models.Model):
    """A place in somebody's family: an invitation until somebody takes it."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="seats_given")
    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="seat")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"seat {self.pk}"


class Trial(models.Model):
    """That somebody tried a plan. It outlasts the account, as a hash of the address, so that one is once."""

    person_hash = models.CharField(max_length=64, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.SET_NULL, null=True, related_name="trials")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="trials")
    story = models.CharField(max_length=16, blank=True)
    """Public id of the story before whose wall it began."""
    started_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"trial of {self.plan} {self.started_at:%Y-%m-%d}"
