"""What the stand sells, and how it can be paid: nothing is offered that nobody can buy or try."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from kushk.base.options import option
from kushk.engines.payment.interface import PaymentEngine
from kushk.engines.payment.roster import MANUAL, STRIPE, engine_named
from kushk.membership.models import Plan, Price


@dataclass(frozen=True, slots=True)
class Offers:
    """What every page offers: accounts, and a plan that can be bought or, where it ``tries``, tried."""

    accounts: bool
    plan: Plan | None = None
    tries: bool = False


def payment_engine(name: str) -> PaymentEngine | None:
    """Return the engine that takes payments under a name; None where there is none, or none is needed."""
    return engine_named(name, key=option("STRIPE_KEY"), signing=option("STRIPE_SIGNING"), address=option("STRIPE_URL"))


def ways_to_pay(price: Price) -> list[str]:
    """Return the engines by which a price can be paid, the usual one first."""
    by_card = [STRIPE] if price.stripe_price and _takes_cards() else []
    return by_card + ([MANUAL] if option("BANK") else [])


def prices_for(plan: Plan, country: str) -> list[Price]:
    """Return what a plan costs in a country; what it costs elsewhere where it has no price of its own."""
    own = list(plan.prices.filter(country=country)) if country else []
    return own or list(plan.prices.filter(country=""))


def can_try(plan: Plan) -> bool:
    """Tell whether a plan has a trial that can begin: one that asks for a payment method needs a price by card."""
    return _tries(plan, by_card=_takes_cards() and plan.prices.exclude(stripe_price="").exists())


def _takes_cards() -> bool:
    return payment_engine(STRIPE) is not None


def _tries(plan: Plan, *, by_card: bool) -> bool:
    return bool(plan.trial_days) and (by_card or not plan.trial_by_card)


def is_sold(plan: Plan) -> bool:
    """Tell whether a plan can be tried or bought."""
    return can_try(plan) or any(ways_to_pay(price) for price in plan.prices.all())


def offers() -> Offers:
    """Return what every page offers, in one question to the database."""
    wanted = option("ACCOUNTS")
    if wanted == "no":
        return Offers(accounts=False)
    prices = Price.objects.filter(plan=OuterRef("pk"))
    by_card = Exists(prices.exclude(stripe_price=""))
    plans = list(Plan.objects.annotate(priced=Exists(prices), by_card=by_card).order_by("pk"))
    for plan in plans:
        card = plan.by_card and _takes_cards()
        tries = _tries(plan, by_card=card)
        if tries or card or (plan.priced and option("BANK")):
            return Offers(accounts=True, plan=plan, tries=tries)
    return Offers(accounts=wanted == "yes" or bool(plans))


def accounts_open() -> bool:
    """Tell whether readers can make accounts."""
    return offers().accounts
