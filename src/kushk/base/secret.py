"""The stand's own secret key, made on first use and kept beside its data, and hashes under it."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path


def secret_key(data: Path) -> str:
    """Return the key kept in ``data/secret-key``, making it (readable by the owner alone) when missing."""
    kept = data / "secret-key"
    if not kept.exists():
        data.mkdir(parents=True, exist_ok=True)
        fresh = data / f".secret-key-{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48), encoding="ascii")
        try:
            os.link(fresh, kept)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept.read_text(encoding="ascii").strip()


def keyed_hash(purpose: str, text: str) -> str:
    """Return a hash of a text that nobody can try out without the stand's key.

    Args:
        purpose: what it is for; the same text has another hash elsewhere.
        text: what is hidden.
    """
    from django.conf import settings  # they are made with the key of this module

    key = hashlib.sha256(f"kushk.{purpose}\0{settings.SECRET_KEY}".encode()).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
