"""What the stand knows of membership."""

from kushk.membership.models.institutions import Institution, InstitutionUse, LibraryCard, Sitting
from kushk.membership.models.money import LedgerEntry, Order, PaymentEvent
from kushk.membership.models.plans import MOST_DAYS, Pass, Plan, Price, Seat, Trial, Voucher
from kushk.membership.models.reading import Gift, Opened, Reading

__all__ = [
    "MOST_DAYS",
    "Gift",
    "Institution",
    "InstitutionUse",
    "LedgerEntry",
    "LibraryCard",
    "Opened",
    "Order",
    "Pass",
    "PaymentEvent",
    "Plan",
    "Price",
    "Reading",
    "Seat",
    "Sitting",
    "Trial",
    "Voucher",
]
