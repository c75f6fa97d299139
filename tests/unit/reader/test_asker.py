"""Whom an address stands for: what the operator's own proxy says, one household for one connection."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from kushk.reader.asker import address_of


def asked(direct: str, told: str = "") -> str:
    headers = {"X-Forwarded-For": told} if told else {}
    return address_of(RequestFactory().get("/", REMOTE_ADDR=direct, headers=headers))


@pytest.mark.parametrize(
    ("direct", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_a_connection_is_one_address(direct, address):
    assert asked(direct) == address


def test_what_a_client_claims_is_not_believed():
    assert asked("192.0.2.7", "198.51.100.1") == "192.0.2.7"


@pytest.mark.parametrize("told", ["198.51.100.9, 192.0.2.7", "198.51.100.9, ::ffff:192.0.2.7"])
def test_the_last_of_the_operators_proxies_is(monkeypatch, told):
    monkeypatch.setenv("KUSHK_PROXIES", "1")
    assert asked("127.0.0.1", told) == "192.0.2.7"
