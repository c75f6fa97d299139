"""How signing in fits the stand: addresses from its settings, mails in the reader's language, its own proxies."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse

from kushk.accounts.api import attempts_on
from kushk.membership import api as membership
from kushk.reader.addresses import absolute
from kushk.reader.asker import address_of
from kushk.reader.interface import interface_of

AFTER = "after"
"""In a session: where to go once an account was made and its address confirmed."""


class SigningIn(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """What the library that signs readers in asks the stand."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Tell whether anybody may make an account."""
        return membership.accounts_open()

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Write a mail in the language of the page that asked for it."""
        ui = interface_of(context["request"])
        known = {"ui": ui, "stand": settings.STAND_NAME, "home": absolute(reverse("account_home"))}
        message: EmailMessage = super().render_mail(template_prefix, email, context | known, headers)
        return message

    def format_email_subject(self, subject: str) -> str:
        """Leave a subject as its template has it."""
        return subject

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:  # noqa: ARG002
        """Return the address that a mail asks to open: never made of what a request claims about its host."""
        return absolute(reverse("account_confirm_email", args=[emailconfirmation.key]))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the address on which a new password is set."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return absolute(path.replace("UID-KEY", key))

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return where a request comes from, as every budget of the stand counts it."""
        return address_of(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:  # noqa: ARG002
        """Count wrong passwords of one account together, whatever a request calls its host."""
        return attempts_on(str(credentials.get("email") or credentials.get("username") or ""))

    def populate_username(self, request: HttpRequest, user: User) -> None:  # noqa: ARG002
        """Give an account a name that nobody reads and nobody types."""
        from secrets import token_hex

        user.username = f"reader-{token_hex(8)}"

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where signing in leads: to where somebody was when they made the account, else to the account."""
        return str(request.session.pop(AFTER, "")) or reverse("account_home")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Return where signing out leads."""
        return reverse("reader:home", args=[interface_of(request).tag])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Return where a new password leads."""
        return reverse("account_home")

    def is_safe_url(self, url: str) -> bool:
        """Tell whether an address to go on to is a page of the stand's own."""
        from kushk.reader.origin import own_page

        return bool(own_page(url or ""))
