"""The desk's own door: a second step is asked for there as well, with or without accounts of readers."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from tests.functional.accounts.test_signing_in import code_of, open_stand, text  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


def test_a_second_step_is_not_skipped_at_the_desk(client, admin_user):
    EmailAddress.objects.create(user=admin_user, email=admin_user.email, verified=True, primary=True)
    client.post("/desk/login/", {"username": "admin", "password": "password"})
    assert client.get("/desk/").status_code == 200
    Authenticator.objects.create(user=admin_user, type="totp", data={"secret": "x"})
    other = Client()
    other.post("/desk/login/", {"username": "admin", "password": "password"})
    assert other.get("/desk/").status_code == 302


def test_staff_give_the_code_of_their_second_step_at_the_desk_of_a_stand_without_accounts(
    client, admin_user, monkeypatch
):
    monkeypatch.setenv("KUSHK_ACCOUNTS", "no")
    secret = generate_totp_secret()
    TOTP.activate(admin_user, secret)
    (first, *_) = RecoveryCodes.activate(admin_user).get_unused_codes()
    known = {"username": "admin", "password": "password"}
    for code in ("", "000000", "nonsense"):
        page = text(client.post("/desk/login/", known | {"code": code}))
        assert "This account has a second step" in page, code
        assert client.get("/desk/").status_code == 302, code
    cache.clear()
    assert client.post("/desk/login/", known | {"code": first}).status_code == 302
    assert client.get("/desk/").status_code == 200
    other = Client()
    other.post("/desk/login/", known | {"code": first})
    assert other.get("/desk/").status_code == 302, "a recovery code holds once"
    other.post("/desk/login/", known | {"code": code_of(secret)})
    assert other.get("/desk/").status_code == 200
