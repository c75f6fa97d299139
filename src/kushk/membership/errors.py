"""What can go wrong, each with a code."""

from __future__ import annotations

from kushk.core.errors import KushkError


class BadVoucher(KushkError):
    """A code is none, is used up, or came too late. Which of these is not told: it would help those who guess."""

    code = "bad-voucher"
    words = "This code cannot be used. Check its letters and digits."


class TooManyTries(KushkError):
    """So many codes were tried from an address today that no more are looked at."""

    code = "too-many-tries"
    words = "Too many codes were tried from here today. Try again tomorrow."
