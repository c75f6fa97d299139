"""What can go wrong, each with a code."""

from __future__ import annotations

from kushk.core.errors import KushkError


class UnreadableKept(KushkError):
    """A device sent something that is no list of things to keep."""

    code = "unreadable-kept"
    words = "What was sent is not a list of things to keep."


class TooMuchKept(KushkError):
    """A device sent more than is kept."""

    code = "too-much-kept"
    words = "That is more than the stand keeps for a reader."


class StaffAccount(KushkError):
    """Somebody of the staff wanted to delete their own account."""

    code = "staff-account"
    words = "An account of the staff is deleted at the desk."
