"""Signing in at the desk: counted like everywhere else, and never past a second step."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from allauth.mfa.base.forms import BaseAuthenticateForm
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

from kushk.accounts.api import attempts_on

TOO_MANY = "Too many attempts. Please wait a quarter of an hour."
SECOND_STEP = (
    "This account has a second step: give a code of its app or a recovery code as well. "
    "If it has a passkey alone, sign in on the readers’ pages first, then come here."
)


class DeskForm(AdminAuthenticationForm):
    """Django's form with a field for the code of a second step; tries count here and on the readers' pages.

    A stand without readers' accounts has no other page to sign in on.
    """

    code = forms.CharField(
        required=False,
        max_length=32,
        label="Code",
        help_text="Only where the account has a second step.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse whoever tried too often, by address and by name; what succeeds is not counted."""
        key = attempts_on(str(self.cleaned_data.get("username", "")))
        if not ratelimit.consume(self.request, action="login_failed", key=key, dry_run=True):
            raise ValidationError(TOO_MANY, code="too_many")
        try:
            return super().clean()
        except ValidationError:
            ratelimit.consume(self.request, action="login_failed", key=key)
            raise

    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        """Refuse an account with a second step without its code: its password alone is half of what it asks for."""
        super().confirm_login_allowed(user)  # type: ignore[arg-type]  # Django's own user
        if not is_mfa_enabled(user):
            return
        second = BaseAuthenticateForm({"code": self.cleaned_data.get("code", "")}, user=user)
        if not second.is_valid():
            raise ValidationError(SECOND_STEP, code="second_step")
        second.authenticator.record_usage()
