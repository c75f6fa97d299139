"""Who is one person, where something may happen once to each."""

from __future__ import annotations

import unicodedata
from contextlib import suppress


def same_mailbox(address: str) -> str:
    """Return an address as its mailbox is named: without capitals, and without what follows a plus sign.

    However its host is written, it is one host (IDNA, RFC 5891).
    """
    local, _, host = unicodedata.normalize("NFKC", address.strip()).casefold().rpartition("@")
    return f"{local.split('+', 1)[0]}@{plain_host(host)}"


def plain_host(host: str) -> str:
    """Return a host's name in ASCII and small letters, however it is written (IDNA, RFC 5891)."""
    host = unicodedata.normalize("NFKC", host.strip()).casefold()
    with suppress(UnicodeError):  # no host has such a name, and it is itself alone
        below = "." if host.startswith(".") else ""
        host = below + host.strip(".").encode("idna").decode()
    return host
