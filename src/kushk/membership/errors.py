"""What can go wrong, each with a code."""

from __future__ import annotations

from kushk.core.errors import KushkError


class BadVoucher(KushkError):
    """A code is none, is used up, or came too late. Which of these is not told: it would help those who guess."""

    code = "bad-voucher"
    words = "This code cannot be used. Check its letters and digits."


class AlreadyMember(KushkError):
    """Somebody has a plan that renews by itself: another one would never begin. Nothing was used up or ordered."""

    code = "already-member"
    words = "You have {plan} already, and it renews by itself."


class AlreadyPaid(KushkError):
    """A gift was paid once, and gives one code."""

    code = "already-paid"
    words = "This gift is paid already."


class NobodysOrder(KushkError):
    """The account of an order was deleted: nobody would have what is paid."""

    code = "nobodys-order"
    words = "The account of this order was deleted. Nothing was entered; give the money back."


class OrderOver(KushkError):
    """The money of an order was given back: it takes no payment any more."""

    code = "order-over"
    words = "This order is over. What is paid now needs a new order."


class NothingToRefund(KushkError):
    """More would be given back than was paid."""

    code = "nothing-to-refund"
    words = "So much was not paid, or is given back already."


class TooManyTries(KushkError):
    """So many codes were tried from an address today that no more are looked at."""

    code = "too-many-tries"
    words = "Too many codes were tried from here today. Try again tomorrow."


class TrialUsed(KushkError):
    """Somebody has tried a plan before: one person tries once."""

    code = "trial-used"
    words = "You have tried {plan} before."


class NoTrial(KushkError):
    """A plan has no trial, or the account may have none: its address is not confirmed."""

    code = "no-trial"
    words = "There is no trial of this plan."


class NoGiftsLeft(KushkError):
    """A member gave away as many stories this month as may be given."""

    code = "no-gifts-left"
    words = "You have given away all of this month’s stories."


class NoSeatsLeft(KushkError):
    """A family has no seat left."""

    code = "no-seats-left"
    words = "All places of your family are taken."


class NoSuchPrice(KushkError):
    """A price was asked for that the plan does not have, or not with this way to pay."""

    code = "no-such-price"
    words = "This price is not offered."


class ReferenceUsed(KushkError):
    """A bank statement's reference was entered for another order."""

    code = "reference-used"
    words = "The reference {reference} was entered for another order already."
