"""Whether time tells if an address has an account: signing in, signing up and asking for a new password."""

from __future__ import annotations

import time
from statistics import mean, median

KNOWN = "known@stand.example"
WRONG = "no sesame, no salt"
PAIRS = {"login/": 250, "signup/": 250, "password/reset/": 1000}
_UNLIMITED = {
    "ACCOUNT_RATE_LIMITS": False,
    "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
    "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
    "ALLOWED_HOSTS": ["*"],
}
Times = tuple[float, float]
"""Seconds that passed, and seconds of processor time."""


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table. It works on an empty stand, however many stories are asked for."""
    del stories
    import os

    os.environ["KUSHK_ACCOUNTS"] = "yes"
    from kushk.config.setup import gather_static, ready_stand

    ready_stand()
    gather_static()
    from allauth.account.models import EmailAddress
    from django.contrib.auth.models import User
    from django.test.utils import override_settings

    account = User.objects.create_user("known", KNOWN, "sesame and salt 9")
    EmailAddress.objects.create(user=account, email=KNOWN, verified=True, primary=True)
    with override_settings(**_UNLIMITED):
        return [_row(page, pairs) for page, pairs in PAIRS.items()]


def _row(page: str, pairs: int) -> dict[str, object]:
    _tried(page, KNOWN), _tried(page, "first@elsewhere.example")
    found = [(_tried(page, KNOWN), _tried(page, f"nobody{each}@elsewhere.example")) for each in range(pairs)]
    known, unknown = [one for one, _ in found], [other for _, other in found]
    return {
        "page": page,
        "tries": 2 * pairs,
        "known, ms": f"{1000 * mean(t[0] for t in known):.1f}",
        "unknown, ms": f"{1000 * mean(t[0] for t in unknown):.1f}",
        "gap of the means, ms": f"{1000 * abs(mean(t[0] for t in known) - mean(t[0] for t in unknown)):.1f}",
        "gap of the medians, ms": f"{1000 * abs(median(t[0] for t in known) - median(t[0] for t in unknown)):.1f}",
        "gap of processor time, ms": f"{1000 * abs(mean(t[1] for t in known) - mean(t[1] for t in unknown)):.1f}",
    }


def _tried(page: str, address: str) -> Times:
    """Ask as a new browser does; what a page is asked for and does not know, it leaves alone."""
    from django.test import Client

    client = Client()
    data = {"login": address, "password": WRONG, "email": address, "password1": WRONG}
    began, worked = time.perf_counter(), time.thread_time()
    answer = client.post(f"/en/account/{page}", data)
    passed = time.perf_counter() - began, time.thread_time() - worked
    if answer.status_code not in {200, 302}:
        raise RuntimeError(f"{page} answered {answer.status_code}.")
    return passed
