"""Secrets of authenticator apps, encrypted where they lie."""

from __future__ import annotations

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings


class Authenticators(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """Keeps the secrets of authenticator apps and recovery codes under a key of the stand."""

    def encrypt(self, text: str) -> str:
        """Return a secret as the database keeps it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret again."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """Name the stand in authenticator apps."""
        return str(settings.STAND_NAME)

    def build_totp_svg(self, url: str) -> str:  # noqa: ARG002
        """Return nothing: the page draws the code itself."""
        return ""


def _cipher() -> Fernet:
    key = hashlib.sha256(b"kushk.authenticators\0" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
