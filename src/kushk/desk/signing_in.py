"""Signing in at the desk: counted like everywhere else, and never past a second step."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

from kushk.accounts.api import attempts_on

TOO_MANY = "Too many attempts. Please wait a quarter of an hour."
SECOND_STEP = "This account has a second step. Sign in on the readers’ pages first, then come here."


class DeskForm(AdminAuthenticationForm):
    """Django's form, for accounts that need no more than a password; tries count here and on the readers' pages."""

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
        """Refuse an account with a second step: its password alone is half of what it asks for."""
        super().confirm_login_allowed(user)  # type: ignore[arg-type]  # Django's own user
        if is_mfa_enabled(user):
            raise ValidationError(SECOND_STEP, code="second_step")
