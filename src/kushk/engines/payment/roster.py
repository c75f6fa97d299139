"""Which engines the stand can be paid by, as its settings say."""

from __future__ import annotations

from functools import lru_cache

from kushk.engines.payment.interface import PaymentEngine
from kushk.engines.payment.stripe import Stripe, has_client

STRIPE = Stripe.name
MANUAL = "manual"
"""By invoice or bank transfer, confirmed at the desk: no engine at all."""


@lru_cache(maxsize=4)
def engine_named(name: str, *, key: str, signing: str, address: str) -> PaymentEngine | None:
    """Return the engine of an order; None where the stand has no key for it, or where none is needed."""
    if name == STRIPE and key and has_client():
        return Stripe(key, signing, address)
    return None
