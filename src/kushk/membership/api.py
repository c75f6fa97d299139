"""Membership's only door. One function decides who may read a story to its end, and what they get is cut already.

decide(story, viewer, *, opening=False, now=None) -> Decision       which part, why, what is left
document_for(story, decision, form="page") -> Document              cut to that part
accounts_open() -> bool; offered_plan() -> Plan | None              what pages offer
redeem(code, address, holder) -> (Pass | Seat, key)                 raises BadVoucher, AlreadyMember, TooManyTries
passes_of(viewer, now) -> passes; until(viewer, held)               of a device and an account
holds(keys) -> bool; good_keys(keys); last_day(keys, now); forget(keys)    of a device
plan_for(publication) -> Plan | None
make_vouchers(plan, number, *, days=30, uses=1, label="", ends_at=None) -> codes
start_trial(account, plan, story="") -> Pass; may_try(account, plan)
place_order(...) -> Order; checkout(order, way) -> url; cancel(order); reconcile()
confirm(order, reference, at); refund(order, reference, amount)     what came and went by bank
receive(engine, payload, signature)                                 raises BadEvent, PaymentUnreachable
give(account, story, now) -> (Gift, token); given(...); unwrap(token, held, now); gifts_left(account, now)
invite(owner, now) -> code; seats_of(owner); take_back(owner, seat)
export(account) -> dict; close(account)                             raises PaymentUnreachable
note_reading(...); tidy(now)
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, Q
from django.utils import timezone

from kushk.base.options import option
from kushk.core.document import Document
from kushk.library import api as library
from kushk.membership import vouchers
from kushk.membership.bank import confirm, refund
from kushk.membership.deciding import Decision, Reason, Viewer, budget, decide, passes_of, until
from kushk.membership.errors import (
    AlreadyMember,
    AlreadyPaid,
    BadVoucher,
    NoGiftsLeft,
    NoSeatsLeft,
    NoSuchPrice,
    NothingToRefund,
    NoTrial,
    OrderOver,
    ReferenceUsed,
    TooManyTries,
    TrialUsed,
)
from kushk.membership.family import family_pass, invite, seats_of, take_back, take_seat
from kushk.membership.gifts import gift_of, gifts_left, give, given, unwrap
from kushk.membership.handing_over import gift_code
from kushk.membership.institutions import CONNECTION_BITS, SEAT, Visit, add_cards, remove_cards, visit_from
from kushk.membership.metering import forget_months, meter_of
from kushk.membership.models import (
    MOST_DAYS,
    Gift,
    Institution,
    InstitutionUse,
    LedgerEntry,
    Order,
    Pass,
    Plan,
    Price,
    Reading,
    Seat,
    Sitting,
    Trial,
    Voucher,
)
from kushk.membership.orders import (
    Way,
    cancel,
    checkout,
    look_again,
    place_order,
    receive,
    reconcile,
    unended,
)
from kushk.membership.passes import MOST_KEYS, Holder, forget, good_keys, holds, last_day
from kushk.membership.selling import (
    Offers,
    accounts_open,
    can_try,
    is_sold,
    offers,
    payment_engine,
    prices_for,
    ways_to_pay,
)
from kushk.membership.statement import events_of, note_reading, seconds_of, shared, statement, write_events
from kushk.membership.trials import may_try, person_of, start_trial
from kushk.membership.vouchers import make_vouchers
from kushk.renditions.budget import Overspent

__all__ = [
    "CONNECTION_BITS",
    "MOST_DAYS",
    "MOST_KEYS",
    "AlreadyMember",
    "AlreadyPaid",
    "BadVoucher",
    "Decision",
    "Gift",
    "Holder",
    "Institution",
    "InstitutionUse",
    "LedgerEntry",
    "NoGiftsLeft",
    "NoSeatsLeft",
    "NoSuchPrice",
    "NoTrial",
    "NothingToRefund",
    "Offers",
    "Order",
    "OrderOver",
    "Pass",
    "Plan",
    "Price",
    "Reading",
    "Reason",
    "ReferenceUsed",
    "Seat",
    "TooManyTries",
    "Trial",
    "TrialUsed",
    "Viewer",
    "Visit",
    "Voucher",
    "Way",
    "accounts_open",
    "add_cards",
    "can_try",
    "cancel",
    "checkout",
    "close",
    "confirm",
    "decide",
    "document_for",
    "events_of",
    "export",
    "family_pass",
    "forget",
    "gift_code",
    "gift_of",
    "gifts_left",
    "give",
    "given",
    "good_keys",
    "holds",
    "invite",
    "is_sold",
    "last_day",
    "look_again",
    "make_vouchers",
    "may_give",
    "may_note",
    "may_try",
    "meter_of",
    "note_reading",
    "offered_plan",
    "offers",
    "passes_of",
    "payment_engine",
    "person_of",
    "place_order",
    "plan_for",
    "prices_for",
    "receive",
    "reconcile",
    "redeem",
    "refund",
    "remove_cards",
    "seats_of",
    "seconds_of",
    "shared",
    "start_trial",
    "statement",
    "take_back",
    "tidy",
    "until",
    "unwrap",
    "visit_from",
    "ways_to_pay",
    "write_events",
]


def document_for(story: library.Story, decision: Decision, form: library.Form = "page") -> Document:
    """Return the part of a story that was decided on, cut by its source's rights as well.

    Raises:
        library.NotPermitted: the form is not allowed at all.
    """
    return library.member_document(story, form) if decision.whole else library.visible_document(story, form)


def redeem(code: str, address: str, holder: Holder, now: datetime | None = None) -> tuple[Pass | Seat, str]:
    """Use a code: a voucher's, a library card's, or an invitation into a family.

    Args:
        code: as it was typed.
        address: from where: so many wrong ones may be tried there in a day.
        holder: who gets what it gives: an account, or without one the device, by the key that is returned.
        now: the moment.

    Raises:
        BadVoucher: it cannot be used.
        AlreadyMember: it could, but what its holder has goes on by itself; the code is as good as before.
        TooManyTries: too many were tried from this address today.
    """
    tries = budget()
    try:
        tries.spend(1, {"tries": address})
    except Overspent:
        raise TooManyTries from None
    guessed = False
    try:
        return _redeemed(code, holder, now)
    except BadVoucher:
        guessed = True
        raise
    finally:
        if not guessed:  # a class may enter its codes from one address; who guesses is wrong
            tries.give_back(1, {"tries": address})


def _redeemed(code: str, holder: Holder, now: datetime | None) -> tuple[Pass | Seat, str]:
    try:
        return vouchers.redeem(code, holder, now)
    except BadVoucher:
        if holder.account is None:
            raise
        return take_seat(holder.account, code), ""


def plan_for(publication: library.Publication) -> Plan | None:
    """Return a plan that covers a publication, one for it alone before one for all."""
    some = Plan.objects.filter(Q(publications=publication) | Q(everything=True)).distinct()
    return some.order_by(F("publications__pk").desc(nulls_last=True), "pk").first()


def offered_plan() -> Plan | None:
    """Return the plan that every page offers: the first one that can be tried or bought."""
    return offers().plan


def may_give(story: library.Story, viewer: Viewer, now: datetime | None = None) -> bool:
    """Tell whether somebody may give a story away: members who signed in, and what they read as members."""
    now = now or timezone.now()
    if viewer.account is None or not library.is_gated(story) or not option("GIFTS"):
        return False
    return decide(story, viewer, now=now).reason in {Reason.PASS, Reason.FAMILY, Reason.STAFF}


def may_note(address: str, what: str) -> bool:
    """Count a note of reading against the day of its address; tell whether it is still believed.

    Args:
        address: from where it comes; many may read there.
        what: was read or heard: one thing is believed some times a day alone.
    """
    try:
        budget().spend(1, {"notes": address, "same": f"{address} {what}"})
    except Overspent:
        return False
    return True


def export(account: User) -> dict[str, Any]:
    """Return everything that membership holds of an account, without what would let somebody in."""
    passes = Pass.objects.filter(account=account).select_related("plan")
    orders = Order.objects.filter(account=account).select_related("plan").prefetch_related("entries")
    return {
        "memberships": [
            {"plan": each.plan.name, "kind": each.kind, "from": _iso(each.starts_at), "until": _iso(each.ends_at)}
            for each in passes
        ],
        "trials": [
            {"plan": each.plan.name if each.plan else "", "began": _iso(each.started_at), "story": each.story}
            for each in Trial.objects.filter(account=account).select_related("plan")
        ],
        "orders": [_exported(order) for order in orders],
        "opened_this_month": list(meter_of(account, timezone.now()).opened),
        "gifts": [
            {"story": each.story, "made": _iso(each.made_at), "until": _iso(each.ends_at), "devices": each.devices}
            for each in Gift.objects.filter(account=account)
        ],
        "reads_with_a_family": hasattr(account, "seat"),
        "family": [{"place": each.pk, "taken": each.account_id is not None} for each in seats_of(account)],
    }


def _exported(order: Order) -> dict[str, Any]:
    return {
        "number": str(order.number),
        "reference": order.reference,
        "began_before_story": order.story,
        "language": order.language,
        "customer_at_the_payment_service": order.customer,
        "plan": order.plan.name,
        "kind": order.kind,
        "amount": order.amount,
        "currency": order.currency,
        "interval": order.interval,
        "state": Order.State(order.state).name.lower(),
        "placed": _iso(order.created),
        "paid_until": _iso(order.paid_until) if order.paid_until else None,
        "payments": [
            {
                "kind": each.kind,
                "amount": each.amount,
                "currency": each.currency,
                "at": _iso(each.at),
                "reference": each.reference,
            }
            for each in order.entries.all()
        ],
    }


def _iso(moment: datetime) -> str:
    return moment.isoformat()


def close(account: User) -> None:
    """End what an account pays for, before it is deleted. Orders and the ledger stay, without a name.

    Raises:
        PaymentUnreachable: a subscription could not be ended, so nothing must be deleted yet.
    """
    for order in unended(account):
        cancel(order)


def tidy(now: datetime) -> None:
    """Forget what is over: months that were metered, seats that were left, gifts long since opened."""
    forget_months(now)
    Sitting.objects.filter(seen_at__lt=now - SEAT).delete()
    Gift.objects.filter(ends_at__lt=now - timedelta(days=62)).delete()
