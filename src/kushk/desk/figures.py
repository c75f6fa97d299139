"""Figures of membership for the desk: plain numbers, and the same as bars."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Max, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from kushk.base import locale
from kushk.membership.api import LedgerEntry, Order, Pass, Trial, Voucher

MONTHS = 12
WIDTH, HEIGHT, BASE = 720, 220, 180
"""Of a chart, in its own units; bars stand on ``BASE``."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart with its words, and the few of them that stand on it."""

    label: str
    shown: str
    brief: str
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """Where its words stand."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Chart:
    """One series by month: the bars, and the table beside them that says the same."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = BASE


def months_before(day: date, number: int = MONTHS) -> list[date]:
    """Return the first days of this month and those before it, the earliest first."""
    months = [day.year * 12 + day.month - 1 - back for back in range(number)]
    return [date(month // 12, month % 12 + 1, 1) for month in reversed(months)]


def chart(key: str, title: str, values: Sequence[tuple[date, int, str]]) -> Chart:
    """Return a chart of one value a month.

    Args:
        key: for ids.
        title: what it shows.
        values: month, value, and the value as people read it.
    """
    highest = max([value for _, value, _ in values] or [0]) or 1
    step = WIDTH // max(1, len(values))
    bars = []
    for at, (month, value, shown) in enumerate(values):
        tall = round(max(value, 0) / highest * (BASE - 24))
        bars.append(Bar(f"{month:%b %Y}", shown, shown.partition(",")[0], at * step + 6, BASE - tall, step - 12, tall))
    return Chart(key, title, tuple(bars))


def charts(now: datetime) -> list[Chart]:
    """Return the charts of the desk's page of figures."""
    months = months_before(now.date())
    return [_members(months), *_revenue(months), _trials(months), _vouchers(months)]


def _members(months: Iterable[date]) -> Chart:
    values = []
    for month in months:
        after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        had = Pass.objects.exclude(kind=Pass.Kind.CARD).filter(starts_at__date__lt=after, ends_at__date__gte=month)
        lasting = had.values("account", "key_hash").distinct().count()
        values.append((month, lasting, str(lasting)))
    return chart("members", "Members in the month", values)


def _revenue(months: Sequence[date]) -> list[Chart]:
    sums: dict[str, Counter[date]] = defaultdict(Counter)
    rows = LedgerEntry.objects.annotate(month=TruncMonth("at")).values("month", "currency", "kind")
    for row in rows.annotate(sum=Sum("amount")):
        sign = 1 if row["kind"] == "charge" else -1
        sums[row["currency"]][row["month"].date()] += sign * row["sum"]
    return [
        chart(
            f"revenue-{currency}",
            f"Revenue by month, {currency}",
            [(month, got[month], locale.money(got[month], currency, "en")) for month in months],
        )
        for currency, got in sorted(sums.items())
    ]


def _trials(months: Sequence[date]) -> Chart:
    begun: Counter[date] = Counter()
    converted: Counter[date] = Counter()
    charges = LedgerEntry.objects.filter(kind=LedgerEntry.Kind.CHARGE)
    last = dict(charges.values_list("order__account").annotate(last=Max("at")))
    for trial in Trial.objects.all():
        month = trial.started_at.date().replace(day=1)
        begun[month] += 1
        paid = last.get(trial.account_id) if trial.account_id else None
        converted[month] += paid is not None and paid >= trial.started_at
    values = [(month, begun[month], f"{begun[month]}, of which {converted[month]} paid later") for month in months]
    return chart("trials", "Trials begun", values)


def _vouchers(months: Sequence[date]) -> Chart:
    used: Counter[date] = Counter()
    rows = Pass.objects.filter(voucher__isnull=False).annotate(month=TruncMonth("starts_at")).values("month")
    for row in rows.annotate(number=Count("pk")):
        used[row["month"].date()] = row["number"]
    return chart("vouchers", "Vouchers used", [(month, used[month], str(used[month])) for month in months])


def stories_that_convert(limit: int = 20) -> list[tuple[str, int, int]]:
    """Return public ids of stories before whose wall trials and orders began, with the number of each."""
    trials = Counter(Trial.objects.exclude(story="").values_list("story", flat=True))
    paid = Order.objects.filter(entries__kind=LedgerEntry.Kind.CHARGE, kind=Order.Kind.MEMBERSHIP).exclude(story="")
    paid = paid.distinct()
    orders = Counter(story for _, story in paid.values_list("pk", "story"))
    most = (trials + orders).most_common(limit)
    return [(story, trials[story], orders[story]) for story, _ in most]


def vouchers_left() -> tuple[int, int]:
    """Return uses of vouchers, and uses that are left to those that can still be redeemed."""
    used = Voucher.objects.aggregate(sum=Sum("used"))["sum"] or 0
    good = Voucher.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now()))
    return used, good.aggregate(sum=Sum(F("uses") - F("used")))["sum"] or 0
