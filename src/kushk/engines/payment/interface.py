"""What the stand asks of whoever takes payments, and what it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from kushk.core.errors import KushkError

Mode = Literal["subscription", "payment"]


class PaymentUnreachable(KushkError):
    """The engine did not answer, or answered that it could not."""

    code = "payment-unreachable"
    words = "The payment service cannot be reached. Nothing was charged. Please try again later."


class BadEvent(KushkError):
    """A message that claims to come from an engine and does not, or is too old."""

    code = "bad-payment-event"
    words = "This message does not come from the payment service."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody is to pay, as the stand's own order has it.

    Attributes:
        number: of the order.
        price: the engine's own name of the price.
        mode: paid again each interval, or once.
        email: of the buyer.
        trial_days: before the first payment.
        title: of what is paid once; ``amount`` in the smallest unit of ``currency`` is what it costs. What is paid
            again each interval has a price of the engine's own.
        done: address to which the buyer comes back who paid.
        back: address to which the buyer comes back who did not.
        language: BCP 47 tag of the buyer's pages.
    """

    number: str
    price: str
    mode: Mode
    email: str
    done: str
    back: str
    language: str
    trial_days: int = 0
    title: str = ""
    amount: int = 0
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Checkout:
    """Where the buyer pays."""

    reference: str
    url: str


@dataclass(frozen=True, slots=True)
class Movement:
    """Money that moved; ``amount`` in the currency's smallest unit, ``at`` in seconds since 1970."""

    kind: Literal["charge", "refund"]
    reference: str
    amount: int
    currency: str
    at: int


@dataclass(frozen=True, slots=True)
class Seen:
    """How a checkout stands at the engine now.

    Attributes:
        number: of the order that it says it is for.
        price: the engine's name of the price.
        amount: what is paid each time, in the currency's smallest unit.
        currency: ISO code, in capitals.
        mode: paid again each interval, or once.
        live: real money moves.
        paid: something was paid.
        trial: it is in a trial, before the first payment.
        ended: nothing more will be paid, and what was is over.
        renews: it will be paid again.
        paid_until: seconds since 1970; 0 where nothing is.
        subscription: the engine's name of what is paid again.
        customer: the engine's name of the buyer.
        movements: all money that moved for it.
    """

    number: str
    price: str
    amount: int
    currency: str
    mode: str
    live: bool
    paid: bool
    trial: bool
    ended: bool
    renews: bool
    paid_until: int
    subscription: str = ""
    customer: str = ""
    movements: tuple[Movement, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Event:
    """That something changed: what to look at again. Nothing else that a message says is used."""

    reference: str
    checkout: str = ""
    subscription: str = ""
    payment: str = ""
    """One that was given back or is disputed."""
    account: str = ""
    """Of another owner on the same engine; empty where it is the stand's own."""


class PaymentEngine(Protocol):
    """Takes payments."""

    name: str
    live: bool
    """Whether its key moves real money."""

    def begin(self, wanted: Wanted) -> Checkout:
        """Make a place to pay. The same order is given the same place.

        Raises:
            PaymentUnreachable: it did not answer.
        """

    def close(self, checkout: str) -> None:
        """Let nobody pay at a place any more; nothing happens where somebody has.

        Raises:
            PaymentUnreachable: it did not answer.
        """

    def look(self, checkout: str) -> Seen:
        """Tell how a checkout stands now.

        Raises:
            PaymentUnreachable: it did not answer.
        """

    def charges(self, payment: str) -> list[str]:
        """Return the references of the charges that a payment was: what ``look`` names them by.

        Raises:
            PaymentUnreachable: it did not answer.
        """

    def event(self, payload: bytes, signature: str) -> Event:
        """Read a message that claims to come from the engine.

        Raises:
            BadEvent: it does not, or is older than five minutes.
        """

    def portal(self, customer: str, back: str) -> str:
        """Return the address at which a buyer changes how they pay, sees bills and cancels.

        Raises:
            PaymentUnreachable: it did not answer.
        """

    def cancel(self, subscription: str) -> None:
        """Let a subscription end when what was paid for is over; nothing happens to one that has ended.

        Raises:
            PaymentUnreachable: it did not answer.
        """
