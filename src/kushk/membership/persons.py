"""Hashes of what names a person: kept where something may happen once to each, under a key that the stand alone has."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from contextlib import suppress

from django.conf import settings


def keyed_hash(purpose: str, text: str) -> str:
    """Return a hash of a text that nobody can try out without the stand's key.

    Args:
        purpose: what it is for; the same text has another hash elsewhere.
        text: what is hidden.
    """
    key = hashlib.sha256(f"kushk.{purpose}\0{settings.SECRET_KEY}".encode()).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def same_mailbox(address: str) -> str:
    """Return an address as its mailbox is named: without capitals, and without what follows a plus sign.

    However its host is written, it is one host (IDNA, RFC 5891).
    """
    local, _, host = unicodedata.normalize("NFKC", address.strip()).casefold().rpartition("@")
    with suppress(UnicodeError):  # no host has such a name, and it is itself alone
        host = host.rstrip(".").encode("idna").decode()
    return f"{local.split('+', 1)[0]}@{host}"
