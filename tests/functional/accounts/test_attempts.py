"""How often a password may be tried, whatever a request calls itself; and that the counts name nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from kushk.accounts import api as accounts
from kushk.accounts.models import Session

pytestmark = pytest.mark.django_db
LOGIN = "/en/account/login/"
ADDRESS = "mona@mill.example"
TOO_MANY = "Too many attempts"
TRIES = 10


@pytest.fixture(autouse=True)
def mona(monkeypatch) -> User:
    monkeypatch.setenv("KUSHK_ACCOUNTS", "yes")
    cache.clear()
    account = User.objects.create_user("mona", ADDRESS, "sesame and salt 9", is_staff=True)
    EmailAddress.objects.create(user=account, email=ADDRESS, verified=True, primary=True)
    return account


def tried(number: int, path: str = LOGIN, name: str = ADDRESS, **how) -> str:
    """Try a wrong password, each time from another address."""
    fields = {"login": name, "username": name, "password": "wrong wrong wrong"}
    return Client().post(path, fields, REMOTE_ADDR=f"192.0.2.{number}", **how).content.decode()


def test_the_name_of_the_host_makes_no_new_count():
    for number in range(TRIES):
        assert TOO_MANY not in tried(number, HTTP_HOST=f"localhost:{8000 + number}")
    assert TOO_MANY in tried(TRIES, HTTP_HOST="127.0.0.1:9")


def test_the_desk_and_the_readers_pages_count_together():
    for number in range(TRIES):
        path = LOGIN if number % 2 else "/desk/login/"
        assert TOO_MANY not in tried(number, path, ADDRESS if number % 3 else ADDRESS.upper())
    assert TOO_MANY in tried(TRIES, "/desk/login/", "mona")
    assert TOO_MANY in tried(TRIES + 1)


def test_many_others_do_not_wash_a_count_away():
    for number in range(TRIES):
        tried(number)
    for number in range(400):
        Client().post(
            "/en/account/password/reset/",
            {"email": f"n{number}@mill.example"},
            REMOTE_ADDR=f"198.51.100.{number % 200}",
        )
    assert TOO_MANY in tried(TRIES)


def test_the_counts_name_nobody_and_go_when_they_are_over():
    tried(77)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, expires FROM attempts")
        rows = cursor.fetchall()
        assert rows
        assert not any("192.0.2" in key or "mona" in key for key, _ in rows)
        cursor.execute("UPDATE attempts SET expires = %s", ["2020-01-01 00:00:00"])
    Session.objects.create(session_key="over", session_data="", expire_date=timezone.now() - timedelta(days=1))
    assert accounts.drop_old() == len(rows) + 1
    assert not Session.objects.exists()
