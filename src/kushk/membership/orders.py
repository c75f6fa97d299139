"""Orders: written down first, paid at an engine, and given only what the engine itself says now and the order wanted.

What an engine's messages say is never believed: each only means "look again". The checkout is fetched, its number,
price, amount, currency, mode and kind of money are compared with the order, and only then does something change, under
one lock and never backwards. So messages may come twice, late or shuffled.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kushk.engines.payment.interface import Event, Movement, PaymentEngine, PaymentUnreachable, Seen, Wanted
from kushk.engines.payment.roster import MANUAL, STRIPE
from kushk.membership.errors import AlreadyMember, NoSuchPrice, TrialUsed
from kushk.membership.handing_over import hand_over
from kushk.membership.models import LedgerEntry, Order, PaymentEvent, Price
from kushk.membership.selling import payment_engine, ways_to_pay
from kushk.membership.trials import may_try, note_trial

_OPEN_DAYS = 4
"""Days after which nobody pays an order any more that was left open."""
_CHECKOUT_LASTS = timedelta(hours=20)
"""An order that nobody paid is taken up again for so long: Stripe's checkouts last a day."""
_TRANSFER_TAKES = timedelta(days=60)
"""One that is paid by bank, for so long: nobody needs a second number because the first transfer is slow."""
_PRESSED_TWICE = timedelta(minutes=10)
"""A gift by bank that is ordered again so soon is the same; later it is for somebody else."""
_REFUND_DAYS = 180
"""Days in which a payment may still be given back: longer ago, card networks take no refund any more."""


@dataclass(frozen=True, slots=True)
class Way:
    """A buyer's pages: where to come back to, and their language."""

    done: str
    back: str
    language: str


def place_order(  # noqa: PLR0913 - the order, all but what and how by name
    account: User,
    price: Price,
    engine: str,
    *,
    gift: bool = False,
    trial: bool = False,
    story: str = "",
    language: str = "",
) -> Order:
    """Write an order down, or return the same one that is still open: who presses twice wants one.

    What it costs is the price's own, whatever a form says.

    Raises:
        NoSuchPrice: it cannot be paid that way.
        AlreadyMember: a membership is wanted by somebody whose own renews by itself.
        TrialUsed: a trial by card is wanted by somebody who had one.
    """
    if engine not in ways_to_pay(price) or (trial and (engine == MANUAL or gift)):
        raise NoSuchPrice
    if trial and not may_try(account, price.plan):
        raise TrialUsed(plan=price.plan.name)
    running = Order.objects.filter(account=account, plan=price.plan, state=Order.State.PAID, renews=True)
    if not gift and running.exists():
        raise AlreadyMember(plan=price.plan.name)
    wanted = {
        "account": account,
        "plan": price.plan,
        "price": price,
        "kind": Order.Kind.GIFT if gift else Order.Kind.MEMBERSHIP,
        "engine": engine,
        "amount": price.amount,
        "currency": price.currency,
        "interval": price.interval,
        "engine_price": price.stripe_price if engine == STRIPE and not gift else "",
        "trial_days": price.plan.trial_days if trial else 0,
    }
    with transaction.atomic():
        by_bank = _PRESSED_TWICE if gift else _TRANSFER_TAKES
        lately = timezone.now() - (by_bank if engine == MANUAL else _CHECKOUT_LASTS)
        again = Order.objects.filter(**wanted, state=Order.State.OPEN, trouble="", created__gt=lately).first()
        if again:
            return again
        renews = engine != MANUAL and not gift
        order = Order.objects.create(**wanted, renews=renews, story=story[:16], language=language)
    if not gift:
        _let_go_others(order)
    return order


def _let_go_others(order: Order) -> None:
    """Close what an account began to pay for the same plan before, so that nobody pays twice for it."""
    begun = Order.objects.filter(_begun(timezone.now()), account=order.account, plan=order.plan, kind=order.kind)
    for other in begun.exclude(pk=order.pk):
        with suppress(PaymentUnreachable):  # then it is seen at night, as any order
            cancel(other)


def _begun(now: datetime) -> Q:
    """Return what tells an order that somebody may still pay at an engine."""
    return Q(state=Order.State.OPEN, checkout__isnull=False, created__gt=now - timedelta(days=_OPEN_DAYS))


def checkout(order: Order, way: Way) -> str:
    """Return the address at which an order is paid: an engine's, or the order's own page.

    Raises:
        PaymentUnreachable: the engine did not answer. The order stays open and nothing was charged.
    """
    engine = payment_engine(order.engine)
    if engine is None:
        return way.done
    made = engine.begin(
        Wanted(
            number=str(order.number),
            price=order.engine_price,
            mode=order.mode,
            email=order.account.email if order.account else "",
            trial_days=order.trial_days,
            title=order.plan.name,
            amount=order.amount,
            currency=order.currency,
            done=way.done,
            back=way.back,
            language=way.language,
        )
    )
    Order.objects.filter(pk=order.pk, checkout__isnull=True).update(checkout=made.reference)
    return made.url


def receive(engine_name: str, payload: bytes, signature: str) -> None:
    """Take a message of an engine: look again at the order that it is about. The same message twice is one.

    Raises:
        BadEvent: it does not come from the engine.
        PaymentUnreachable: what it is about could not be fetched; the engine should tell it again.
    """
    engine = payment_engine(engine_name)
    if engine is None:
        return
    event = engine.event(payload, signature)
    if event.account or PaymentEvent.objects.filter(engine=engine_name, reference=event.reference).exists():
        return
    for order in _meant(engine, event):
        look_again(order)
    PaymentEvent.objects.get_or_create(engine=engine_name, reference=event.reference)


def _meant(engine: PaymentEngine, event: Event) -> list[Order]:
    """Return the orders that a message is about."""
    if event.checkout:
        wanted = Q(checkout=event.checkout)
    elif event.subscription:
        wanted = Q(subscription=event.subscription)
    elif event.payment:
        wanted = Q(entries__kind="charge", entries__reference__in=engine.charges(event.payment))
    else:
        return []
    return list(Order.objects.filter(wanted, engine=engine.name).distinct())


def look_again(order: Order) -> Order:
    """Bring an order to where it stands at its engine.

    Raises:
        PaymentUnreachable: it could not be fetched.
    """
    engine = payment_engine(order.engine)
    if engine is None or not order.checkout:
        return order
    seen = engine.look(order.checkout)
    return _applied(order.pk, seen, live=engine.live)


@transaction.atomic
def _applied(pk: int, seen: Seen, *, live: bool) -> Order:
    order = Order.objects.select_for_update().get(pk=pk)
    trouble = _disagreement(order, seen, live=live)
    paid = order.state >= Order.State.PAID
    if not trouble and seen.trial and not _trial_noted(order):
        trouble = "trial-used"
    if trouble not in _NOT_OURS:
        order.subscription = order.subscription or seen.subscription or None
        order.customer = order.customer or seen.customer
    if trouble and (trouble in _NOT_OURS or not paid):
        order.trouble = trouble
        order.save(update_fields=["trouble", "subscription", "customer"])
        return order
    if _older(order, seen, "charge"):
        return order  # it was fetched before what is known by now
    news = sum(each.kind == "charge" for each in seen.movements) > order.entries.filter(kind="charge").count()
    older = _older(order, seen, "refund") and not news  # a refund may fail after all, and then it is known no more
    _entered(order, seen.movements)
    order.trouble = trouble
    order.state = max(order.state, _state(order, seen))
    order.renews = seen.renews and order.state == Order.State.PAID
    order.paid_until = _until(order, seen, longer=not (trouble or older))
    order.save()
    hand_over(order)
    return order


_NOT_OURS = {"number", "account", "subscription"}
"""What differs where a checkout is of something else. With any other difference a paid order gets no longer, but what
went back or ended is still seen."""


def _older(order: Order, seen: Seen, kind: str) -> bool:
    """Tell whether what was seen knows less of the money than the ledger."""
    return sum(each.kind == kind for each in seen.movements) < order.entries.filter(kind=kind).count()


def _until(order: Order, seen: Seen, *, longer: bool) -> datetime | None:
    """Return until when a membership lasts: as long as was paid, or less than before where that was given back."""
    known = order.paid_until
    nothing = known is None and not seen.paid_until
    if order.kind == Order.Kind.GIFT or order.state < Order.State.PAID or nothing:
        return known
    until = datetime.fromtimestamp(seen.paid_until, UTC) if seen.paid_until else timezone.now()
    longer = longer and order.state == Order.State.PAID
    return until if longer and seen.paid_until else min(known or until, until)


def _state(order: Order, seen: Seen) -> int:
    moved = order.entries.all()
    charged = sum(each.amount for each in moved if each.kind == "charge")
    back = sum(each.amount for each in moved if each.kind == "refund")
    if charged and back >= charged and (seen.ended or order.kind == Order.Kind.GIFT):
        return Order.State.REFUNDED
    if seen.ended:
        return Order.State.ENDED
    return Order.State.PAID if seen.paid or seen.trial else Order.State.OPEN


def _trial_noted(order: Order) -> bool:
    """Write down that a trial by card has begun; tell whether it is this order's and the first of its person."""
    if order.state >= Order.State.PAID:
        return True
    if order.account is None or not order.trial_days:
        return False
    try:
        note_trial(order.account, order.plan, order.story, timezone.now())
    except TrialUsed:
        return False
    return True


def _disagreement(order: Order, seen: Seen, *, live: bool) -> str:
    """Return the first thing in which a checkout is not what the order wanted, empty when it is all of it."""
    charges = {each.amount for each in seen.movements if each.kind == "charge"}
    later = order.state >= Order.State.PAID  # an operator may raise the price of what goes on
    charged = all(each >= order.amount for each in charges) if later else charges <= {order.amount}
    checks = {
        "number": seen.number == str(order.number),
        "price": order.kind == Order.Kind.GIFT or seen.price == order.engine_price,
        "amount": seen.amount == order.amount and charged,
        "currency": seen.currency == order.currency and all(each.currency == order.currency for each in seen.movements),
        "mode": seen.mode == order.mode,
        "account": seen.live == live,
        "subscription": order.subscription in (None, seen.subscription),
    }
    return next((name for name, good in checks.items() if not good), "")


def _entered(order: Order, movements: tuple[Movement, ...]) -> None:
    for each in movements:
        LedgerEntry.objects.get_or_create(
            engine=order.engine,
            kind=each.kind,
            reference=each.reference,
            defaults={
                "order": order,
                "amount": each.amount,
                "currency": each.currency,
                "at": datetime.fromtimestamp(each.at, UTC),
            },
        )


def cancel(order: Order) -> Order:
    """Let a membership end when what was paid for is over, and let nobody pay what is open.

    Raises:
        PaymentUnreachable: the engine did not answer; nothing changed.
    """
    if order.checkout:
        engine = payment_engine(order.engine)
        if engine is None:
            raise PaymentUnreachable  # its key is gone, and it goes on charging
        engine.close(order.checkout)
        order = look_again(order)
        if order.subscription:
            engine.cancel(order.subscription)
            return look_again(order)
    Order.objects.filter(pk=order.pk).update(renews=False)
    order.refresh_from_db()
    return order


def unended(account: User) -> QuerySet[Order]:
    """Return the orders of an account that may still be paid at an engine, now or once more."""
    now = timezone.now()
    lately = now - timedelta(days=_OPEN_DAYS)
    going_on = Q(state=Order.State.PAID) & (Q(renews=True) | Q(subscription__isnull=False, paid_until__gt=lately))
    return Order.objects.filter(_begun(now) | going_on, account=account)


def reconcile(now: datetime | None = None) -> tuple[int, int]:
    """Look again at every order that may have changed; return how many did, and how many could not be fetched."""
    now = now or timezone.now()
    memberships = Q(kind=Order.Kind.MEMBERSHIP, state=Order.State.PAID)
    refundable = now - timedelta(days=_REFUND_DAYS)
    closed = ~Q(state=Order.State.OPEN) & (Q(created__gt=refundable) | Q(paid_until__gt=refundable))
    recent = _begun(now) | memberships | closed
    changed = failed = 0
    for order in Order.objects.filter(recent, checkout__isnull=False).iterator():
        before = (order.state, order.paid_until, order.renews, order.trouble)
        try:
            after = look_again(order)
        except PaymentUnreachable:
            failed += 1
            continue
        changed += before != (after.state, after.paid_until, after.renews, after.trouble)
    return changed, failed


__all__ = [
    "Way",
    "cancel",
    "checkout",
    "look_again",
    "place_order",
    "receive",
    "reconcile",
    "unended",
]
