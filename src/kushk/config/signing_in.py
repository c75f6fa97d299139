"""Settings of the library that signs readers in, and of the mails that it sends."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from kushk.base.options import BadOption, option


def signing_in(stand: str, data: Path) -> dict[str, Any]:
    """Return the settings.

    Args:
        stand: public address of the stand.
        data: its data folder.

    Raises:
        BadOption: ``KUSHK_MAIL`` is no address of a mail server.
    """
    return {**_ACCOUNTS, **_mail(stand, data), **_verification(), **_elsewhere()}


_ACCOUNTS: dict[str, Any] = {
    "ACCOUNT_ADAPTER": "kushk.reader.signing_in.SigningIn",
    "ACCOUNT_FORMS": {"signup": "kushk.reader.signing_up.SignUp"},
    "ACCOUNT_LOGIN_METHODS": {"email"},
    "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
    "ACCOUNT_CHANGE_EMAIL": True,
    "ACCOUNT_PREVENT_ENUMERATION": True,
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
    "ACCOUNT_RATE_LIMITS": {
        "login": "60/m/ip",
        "login_failed": "10/15m/ip,10/15m/key",
        "signup": "60/h/ip",
        "change_password": "10/15m/user",
        "reauthenticate": "10/15m/user",
        "reset_password": "20/m/ip,5/h/key",
    },
    "ACCOUNT_REAUTHENTICATION_METHODS": {"password", "mfa"},
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": 600,
    "ACCOUNT_USER_DISPLAY": lambda user: user.email,
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "account_home",
    "MFA_ADAPTER": "kushk.accounts.secrets.Authenticators",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "SOCIALACCOUNT_STORE_TOKENS": False,
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": False,
    "SOCIALACCOUNT_LOGIN_ON_GET": False,
}


def _mail(stand: str, data: Path) -> dict[str, Any]:
    sender = option("MAIL_FROM") or f"noreply@{urlsplit(stand).hostname}"
    address = option("MAIL")
    if not address:
        folder = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": folder, "EMAIL_FILE_PATH": data / "mail", "DEFAULT_FROM_EMAIL": sender}
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadOption(name="KUSHK_MAIL", value=address, kind="an address like smtp://user:password@host:587")
    secure = parts.scheme == "smtps"
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if secure else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": not secure and parts.port != _PLAIN,
        "EMAIL_TIMEOUT": 15,
        "DEFAULT_FROM_EMAIL": sender,
    }


_PLAIN = 25
"""Port of a mail server on the same machine, which speaks without TLS."""


def _verification() -> dict[str, Any]:
    """An address must be proved where the stand can send mails; elsewhere nobody could."""
    return {"ACCOUNT_EMAIL_VERIFICATION": "mandatory" if option("MAIL") else "none"}


def _elsewhere() -> dict[str, Any]:
    if not option("OIDC_URL"):
        return {}
    app = {
        "provider_id": "oidc",
        "name": option("OIDC_NAME") or urlsplit(option("OIDC_URL")).hostname,
        "client_id": option("OIDC_CLIENT"),
        "secret": option("OIDC_SECRET"),
        "settings": {"server_url": option("OIDC_URL")},
    }
    return {"SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}}
