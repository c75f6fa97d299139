"""Signing up, which tells nobody by its time whether an address has an account already."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import SignupForm
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from kushk.reader.origin import own_page
from kushk.reader.signing_in import AFTER


class SignUp(SignupForm):  # type: ignore[misc]  # the library has no types
    """The library's form, as slow for an address that it knows as for a new one."""

    def try_save(self, request: HttpRequest) -> Any:
        """Make an account, or write to whoever has one: either way one password is hashed."""
        request.session[AFTER] = own_page(request.POST.get("next", ""))  # a mail comes between, and leads elsewhere
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)
