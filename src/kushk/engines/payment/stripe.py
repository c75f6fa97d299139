"""Stripe, through its official client (``requirements/stripe.txt``): Checkout, subscriptions, the Customer Portal.

Calls and events are those of https://docs.stripe.com/api. An event's content is never used: the checkout is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kushk.engines.payment.interface import BadEvent, Checkout, Event, Movement, PaymentUnreachable, Seen, Wanted

if TYPE_CHECKING:
    from stripe import StripeClient

OLDEST_EVENT = 300
"""Seconds: what Stripe's own libraries allow."""
_LASTING = {"active", "trialing", "past_due"}
_OVER = {"canceled", "incomplete_expired"}
"""Of a subscription; what is ``incomplete``, ``unpaid`` or ``paused`` may still go on."""
_REVERSED = {"charge", "refund", "dispute"}
"""Kinds of things whose messages say that a payment may have been given back."""
GRACE = 3 * 24 * 3600
"""Seconds that a membership goes on whose next payment is not there: Stripe takes it, or tries it again, meanwhile."""
_LOCALES = {"pt-BR": "pt-BR", "zh": "zh", "en": "en", "fr": "fr", "es": "es", "de": "de", "ja": "ja", "ko": "ko"} | {
    "ms": "ms",
    "id": "id",
    "ru": "ru",
}
"""Languages of Stripe's pages; elsewhere the browser's decides."""


def has_client() -> bool:
    """Tell whether Stripe's client is installed."""
    return find_spec("stripe") is not None


class Stripe:
    """Takes payments by Stripe."""

    name = "stripe"

    def __init__(self, key: str, signing: str, address: str = "https://api.stripe.com") -> None:
        """Take the secret key, the secret that signs events, and where the API answers."""
        self.key, self.signing, self.address = key, signing, address
        self.live = key.startswith(("sk_live_", "rk_live_"))

    @cached_property
    def _client(self) -> StripeClient:
        import stripe

        return stripe.StripeClient(self.key, base_addresses={"api": self.address}, max_network_retries=2)

    def begin(self, wanted: Wanted) -> Checkout:
        """Make a Checkout session."""
        params: dict[str, Any] = {
            "mode": wanted.mode,
            "line_items": [_line(wanted)],
            "client_reference_id": wanted.number,
            "metadata": {"order": wanted.number},
            "success_url": wanted.done,
            "cancel_url": wanted.back,
            "locale": _LOCALES.get(wanted.language, "auto"),
        }
        if wanted.email:
            params["customer_email"] = wanted.email
        if wanted.mode == "subscription":
            trial = {"trial_period_days": wanted.trial_days} if wanted.trial_days else {}
            params["subscription_data"] = {"metadata": {"order": wanted.number}, **trial}
        else:
            params["customer_creation"] = "always"
        with _reaching():
            session = self._client.v1.checkout.sessions.create(
                params,  # type: ignore[arg-type]  # built by parts
                {"idempotency_key": f"order-{wanted.number}"},
            )
        return Checkout(session.id, session.url or "")

    def close(self, checkout: str) -> None:
        """Expire a session that is open."""
        with _reaching():
            if self._client.v1.checkout.sessions.retrieve(checkout).status == "open":
                self._client.v1.checkout.sessions.expire(checkout)

    def look(self, checkout: str) -> Seen:
        """Fetch a session, what was bought by it, and what was paid."""
        with _reaching():
            client = self._client
            session = client.v1.checkout.sessions.retrieve(checkout, {"expand": ["line_items", "subscription"]})
            return self._seen(client, session)

    def _seen(self, client: StripeClient, session: Any) -> Seen:
        bought = list(session.line_items.data) if session.line_items else []
        price = bought[0].price if len(bought) == 1 and bought[0].quantity == 1 else None
        subscription = session.subscription
        common = {
            "number": session.client_reference_id or "",
            "price": price.id if price else "",
            "amount": (price.unit_amount or 0) if price else 0,
            "currency": (price.currency if price else session.currency or "").upper(),
            "mode": session.mode,
            "live": bool(session.livemode),
            "customer": session.customer or "",
        }
        if subscription is None:
            return Seen(**common, **_once(client, session))
        return Seen(**common, **_again(client, subscription))

    def charges(self, payment: str) -> list[str]:
        """Return the payment itself, and the invoices that it paid."""
        with _reaching():
            wanted = {"payment": {"type": "payment_intent", "payment_intent": payment}}
            paid = self._client.v1.invoice_payments.list(wanted)  # type: ignore[arg-type]  # plain data
            return [payment, *(str(each.invoice) for each in paid.auto_paging_iter())]

    def event(self, payload: bytes, signature: str) -> Event:
        """Check who sent a message and read what to look at."""
        import stripe

        try:
            told = stripe.Webhook.construct_event(payload, signature, self.signing, tolerance=OLDEST_EVENT)
        except (ValueError, stripe.SignatureVerificationError):
            raise BadEvent from None
        thing = told["data"]["object"]
        kind = str(thing["object"])
        subscription = thing["id"] if kind == "subscription" else _subscription_of(thing)
        checkout = thing["id"] if kind == "checkout.session" else ""
        payment = _get(thing, "payment_intent") if kind in _REVERSED else None
        named = (str(each or "") for each in (checkout, subscription, payment, _get(told, "account")))
        return Event(str(told["id"]), *named)

    def portal(self, customer: str, back: str) -> str:
        """Open the Customer Portal."""
        with _reaching():
            return self._client.v1.billing_portal.sessions.create({"customer": customer, "return_url": back}).url

    def cancel(self, subscription: str) -> None:
        """Cancel a subscription at the end of its period."""
        with _reaching():
            found = self._client.v1.subscriptions.retrieve(subscription)
            if found.status not in _OVER and not found.cancel_at_period_end:
                self._client.v1.subscriptions.update(subscription, {"cancel_at_period_end": True})


def _line(wanted: Wanted) -> dict[str, Any]:
    """Return what is bought: Stripe refuses to take a price once that is made to be paid again."""
    if wanted.mode == "subscription":
        return {"price": wanted.price, "quantity": 1}
    product = {"name": wanted.title}
    priced = {"currency": wanted.currency.lower(), "unit_amount": wanted.amount, "product_data": product}
    return {"price_data": priced, "quantity": 1}


def _get(thing: Any, name: str) -> Any:
    return thing[name] if name in thing else None  # noqa: SIM401 - the client's objects have no get


def _subscription_of(thing: Any) -> str:
    """Return the subscription that an invoice or session names, in the API's shapes before and since 2025."""
    direct = _get(thing, "subscription")
    if direct:
        return str(direct)
    parent = _get(thing, "parent")
    details = _get(parent, "subscription_details") if parent else None
    return str(_get(details, "subscription") or "") if details else ""


def _once(client: StripeClient, session: Any) -> dict[str, Any]:
    paid = session.payment_status == "paid"
    movements: list[Movement] = []
    if paid and session.payment_intent:
        currency = str(session.currency).upper()
        charge = Movement("charge", session.payment_intent, session.amount_total or 0, currency, session.created)
        movements = [charge, *_refunds(client, session.payment_intent)]
    back = sum(each.amount for each in movements if each.kind == "refund")
    ended = session.status == "expired" or bool(movements and back >= movements[0].amount)
    return {
        "paid": paid,
        "trial": False,
        "ended": ended,
        "renews": False,
        "paid_until": 0,
        "movements": tuple(movements),
    }


def _again(client: StripeClient, subscription: Any) -> dict[str, Any]:
    lasting = subscription.status in _LASTING
    movements: list[Movement] = []
    paid_for = [int(_get(subscription, "trial_end") or 0)]
    for invoice in client.v1.invoices.list({"subscription": subscription.id, "status": "paid"}).auto_paging_iter():
        if not invoice.amount_paid:
            continue
        charge = Movement("charge", invoice.id or "", invoice.amount_paid, invoice.currency.upper(), invoice.created)
        back = list(_refunds_of(client, charge.reference))
        movements += [charge, *back]
        if sum(each.amount for each in back) < charge.amount:
            paid_for.append(max((int(line.period.end) for line in invoice.lines.data), default=0))
    return {
        "paid": any(each.kind == "charge" for each in movements),
        "trial": subscription.status == "trialing",
        "ended": subscription.status in _OVER,
        "renews": lasting and not subscription.cancel_at_period_end,
        "paid_until": _until(subscription, max(paid_for)),
        "subscription": subscription.id,
        "movements": tuple(movements),
    }


def _refunds_of(client: StripeClient, invoice: str) -> Iterator[Movement]:
    for made in client.v1.invoice_payments.list({"invoice": invoice, "status": "paid"}).auto_paging_iter():
        if made.payment.type == "payment_intent" and made.payment.payment_intent:
            yield from _refunds(client, str(made.payment.payment_intent))


def _until(subscription: Any, paid_for: int) -> int:
    """Return until when it lasts, in seconds since 1970; 0 where nothing was paid or tried.

    A new period begins before its payment is taken, and goes on where the payment fails: it lasts a few days beyond
    what was paid, and no longer (https://docs.stripe.com/billing/invoices/overview).

    Args:
        subscription: as the API has it.
        paid_for: end of the last period that was paid and not given back, or of the trial.
    """
    if not paid_for:
        return 0
    item = subscription["items"].data[0]
    if subscription.status in _LASTING:
        period = int(_get(item, "current_period_end") or _get(subscription, "current_period_end") or paid_for)
        return max(paid_for, min(period, paid_for + GRACE))
    return min(int(_get(subscription, "ended_at") or paid_for), paid_for)


def _refunds(client: StripeClient, intent: str) -> Iterator[Movement]:
    """Return what was given back of a payment: by the stand, or by the buyer's bank after a dispute that was lost."""
    for refund in client.v1.refunds.list({"payment_intent": intent}).auto_paging_iter():
        if refund.status == "succeeded":
            yield Movement("refund", refund.id, refund.amount, refund.currency.upper(), refund.created)
    for dispute in client.v1.disputes.list({"payment_intent": intent}).auto_paging_iter():
        if dispute.status == "lost":
            yield Movement("refund", dispute.id, dispute.amount, dispute.currency.upper(), dispute.created)


@contextmanager
def _reaching() -> Iterator[None]:
    import stripe

    try:
        yield
    except stripe.StripeError as error:
        raise PaymentUnreachable from error
