"""From the wall to a member and out again, in a real browser: try, pay, give, cancel, take everything, leave."""

from __future__ import annotations

import io
import json
import re
import zipfile
from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.db import connection
from tests.browser.checks.axe import axe
from tests.browser.test_members import kept, page_of, shows_all  # noqa: F401 - a fixture
from tests.stripe.server import KEY, SIGNING, LocalStripe

from kushk.accounts.models import Kept
from kushk.library import api as library
from kushk.membership import api as membership

ledger = import_module("kushk.membership.migrations.0003_ledger_only_grows")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("made_up")]
PASSWORD = "sesame and salt 9"
ADDRESS = "mona@mill.example"
STEP = {
    "en": {
        "whole": "Read the whole story", "try": "Try GOLD free", "make": "Make an account", "confirm": "Confirm",
        "sign in": "Sign in", "card": "Pay by card", "paid": "Paid. Thank you.", "give": "Give this story away",
        "link": "Make the link", "cancel": "Cancel the membership", "download": "Download all of it",
        "delete": "Delete the account",
    },
    "ar": {
        "whole": "قراءة المقال كاملًا", "try": "تجربة GOLD مجانًا", "make": None, "confirm": None, "sign in": None,
        "card": None, "paid": None, "give": None, "link": None, "cancel": None, "download": None, "delete": None,
    },
}  # fmt: skip
"""What is pressed. Arabic words that no oracle holds are the catalogue's."""


def word(ui: str, step: str) -> str:
    from kushk.base import locale

    return STEP[ui][step] or locale.message(STEP["en"][step], ui)


@pytest.fixture(autouse=True)
def at_home(settings, live_server):
    settings.STAND_URL = live_server.url
    cache.clear()


@pytest.fixture
def stripe(monkeypatch):
    found = LocalStripe()
    monkeypatch.setenv("KUSHK_STRIPE_KEY", KEY)
    monkeypatch.setenv("KUSHK_STRIPE_SIGNING", SIGNING)
    monkeypatch.setenv("KUSHK_STRIPE_URL", found.url)
    yield found
    found.close()


@pytest.fixture
def gold(kept, stripe):  # noqa: F811
    plan = membership.Plan.objects.get()
    plan.trial_days, plan.seats = 14, 5
    plan.save()
    membership.Price.objects.create(plan=plan, currency="EUR", amount=490, stripe_price=stripe.price(490, "EUR"))
    library.refresh_pages()
    yield plan
    with connection.schema_editor() as editor:  # the ledger only grows, and the next test wants an empty one
        ledger.release(None, editor)
        membership.LedgerEntry.objects.all().delete()
        ledger.guard(None, editor)


def reader() -> User:
    account = User.objects.create_user("mona", ADDRESS, PASSWORD)
    EmailAddress.objects.create(user=account, email=ADDRESS, verified=True, primary=True)
    return account


def signed_in(trip, ui: str = "en"):
    page = trip.go(f"/{ui}/account/login/")
    page.fill("[name=login]", ADDRESS)
    page.fill("[name=password]", PASSWORD)
    page.click("form.account__form button")
    page.wait_for_url(f"**/{ui}/account/")
    return page


def eventually(page, holds) -> None:
    """Wait until something is so that a page brings about in its own time."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(100)
    assert holds()


def press(page, ui: str, step: str, role: str = "button") -> None:
    page.locator("main").get_by_role(role, name=word(ui, step), exact=True).first.click()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("ui", ["en", "ar"])
def test_from_the_wall_to_a_trial(visit, kept, gold, ui, script):  # noqa: F811
    trip = visit(390, 844, java_script_enabled=script)
    page = trip.go(page_of(kept["members"], ui))
    page.locator(".wall").get_by_role("link", name=word(ui, "try")).click()
    page.wait_for_url(f"**/{ui}/plans/**")
    press(page, ui, "try")
    page.wait_for_url("**/account/signup/**")
    if script:
        assert axe(page) == []
    page.fill("[name=email]", ADDRESS)
    page.fill("[name=password1]", PASSWORD)
    press(page, ui, "make")
    page.wait_for_url("**/account/email/sent/")
    (path,) = re.findall(r"http\S+", mail.outbox[0].body)
    page.goto(path)
    press(page, ui, "confirm")
    page.wait_for_url("**/account/login/**")
    page.fill("[name=login]", ADDRESS)
    page.fill("[name=password]", PASSWORD)
    press(page, ui, "sign in")
    page.wait_for_url(f"**/{ui}/plans/?story={kept['members'].public_id}")
    press(page, ui, "try")
    page.wait_for_url(f"**/{ui}/whole/**")
    assert shows_all(page)
    assert "GOLD" in page.locator(".entry").inner_text()
    assert trip.complaints == []


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_member_pays_gives_cancels_takes_everything_and_leaves(visit, kept, gold, ui):  # noqa: F811
    reader()
    trip = visit()
    page = signed_in(trip, ui)
    trip.go(f"/{ui}/plans/?story={kept['members'].public_id}")
    assert axe(page) == []
    press(page, ui, "card")
    page.wait_for_url("**/account/orders/**")
    assert word(ui, "paid") in page.locator("main").inner_text()
    assert axe(page) == []
    order = page.url

    trip.go(f"/{ui}/whole/{kept['members'].public_id}/")
    assert shows_all(page)
    press(page, ui, "give", "link")
    page.wait_for_url("**/gift/of/**")
    press(page, ui, "link")
    link = page.locator("#link").input_value()
    assert axe(page) == []
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy]").click()
    eventually(page, lambda: page.evaluate("navigator.clipboard.readText()") == link)
    friend = visit()
    other = friend.go(link.removeprefix(trip.page.url.split(f"/{ui}/")[0]))
    assert shows_all(other)
    assert not shows_all(friend.go(page_of(kept["members"], ui)))

    page.goto(order)
    press(page, ui, "cancel")
    page.get_by_role("button", name=word(ui, "cancel")).wait_for(state="detached")
    assert not membership.Order.objects.get().renews

    trip.go(f"/{ui}/account/")
    assert axe(page) == []
    with page.expect_download() as got:
        press(page, ui, "download")
    archive = zipfile.ZipFile(io.BytesIO(got.value.path().read_bytes()))
    assert json.loads(archive.read("orders.json"))[0]["amount"] == 490

    press(page, ui, "delete", "link")
    press(page, ui, "delete")
    page.wait_for_url("**/account/confirm/**")
    page.fill("[name=password]", PASSWORD)
    page.click("form.account__form button")
    page.wait_for_url(f"**/{ui}/")
    assert not User.objects.exists()
    assert membership.LedgerEntry.objects.count() == 1
    assert membership.Order.objects.get().account is None


def test_a_history_begins_when_somebody_wants_it(visit, kept, gold):  # noqa: F811
    reader()
    trip = visit()
    page = signed_in(trip)
    trip.go("/en/account/history/")
    page.get_by_role("button", name="Start a history").click()
    page.get_by_text("Nothing yet.").wait_for()
    assert axe(page) == []
    trip.go(f"/en/whole/{kept['metered'].public_id}/")
    trip.go("/en/account/history/")
    assert page.locator(".account__day .card__headline").inner_text() == kept["metered"].headline
    assert axe(page) == []
    page.get_by_role("button", name="Remove").click()
    page.get_by_text("Nothing yet.").wait_for()
    page.get_by_role("button", name="Stop and delete the history").click()
    page.get_by_role("button", name="Start a history").wait_for()


def test_what_is_saved_on_one_device_is_there_on_another(visit, kept, gold):  # noqa: F811
    reader()
    one, other = visit(), visit()
    page = signed_in(one)
    one.go(page_of(kept["metered"], "en"))
    page.locator("[data-tool=save]").click()
    eventually(page, lambda: Kept.objects.filter(kind="saved").exists())
    second = signed_in(other)
    other.go("/en/saved/")
    second.locator(".rows h2 a").wait_for()
    assert second.locator(".rows h2 a").inner_text() == kept["metered"].headline
    assert Kept.objects.filter(kind="saved").count() == 1
    second.locator(".rows .card__off").click()
    eventually(second, lambda: Kept.objects.get(kind="saved").data is None)


def test_signing_out_leaves_nothing_of_the_account_on_the_device(visit, kept, gold):  # noqa: F811
    reader()
    trip = visit()
    page = signed_in(trip)
    trip.go(page_of(kept["metered"], "en"))
    page.locator("[data-tool=save]").click()
    eventually(page, lambda: Kept.objects.filter(kind="saved").exists())
    trip.go("/en/account/")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/en/")
    eventually(page, lambda: page.evaluate("localStorage.getItem('kushk.saved')") is None)
    trip.go("/en/saved/")
    assert page.locator(".rows li").count() == 0
    signed_in(trip)
    trip.go("/en/saved/")
    page.locator(".rows h2 a").wait_for()


def test_text_settings_from_before_signing_in_are_there_on_other_devices(visit, kept, gold):  # noqa: F811
    reader()
    one, other = visit(), visit()
    one.choose(theme="dark", size="125")
    page = signed_in(one)
    eventually(page, lambda: Kept.objects.filter(kind="settings").exists())
    second = signed_in(other)
    eventually(second, lambda: "theme-dark" in second.evaluate("document.cookie"))
    assert "size-125" in second.evaluate("document.cookie")


def test_nobody_who_did_not_sign_in_is_asked_who_they_are(visit, kept, gold):  # noqa: F811
    trip = visit()
    trip.go(page_of(kept["metered"], "en"))
    trip.page.wait_for_timeout(500)
    assert not [address for address in trip.asked if "/account/" in address]


def test_a_passkey_is_made_and_signs_in_alone(visit, kept, gold):  # noqa: F811
    reader()
    trip = visit()
    page = signed_in(trip)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(page.url.replace("127.0.0.1", "localhost"))
    page = signed_in_at(page, page.url)
    page.goto(page.url.split("/en/")[0] + "/en/account/security/passkeys/add/")
    page.fill("[name=password]", PASSWORD)
    page.click("form.account__form button")
    page.wait_for_url("**/passkeys/add/")
    page.check("[name=passwordless]")
    page.fill("[name=name]", "Phone")
    page.locator("main").get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/security/**codes/**")
    base = page.url.split("/en/")[0]
    page.goto(base + "/en/account/")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/en/")
    page.goto(base + "/en/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/en/account/")
    assert ADDRESS in page.locator("main").inner_text()


def signed_in_at(page, address: str):
    """Sign in under the name that passkeys want: they hold for a domain, never for an address."""
    base = address.split("/en/", maxsplit=1)[0]
    page.goto(base + "/en/account/login/")
    if page.locator("[name=login]").count():
        page.fill("[name=login]", ADDRESS)
        page.fill("[name=password]", PASSWORD)
        page.click("form.account__form button")
        page.wait_for_url("**/en/account/")
    return page


@pytest.mark.parametrize("ui", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_accounts_fits_and_is_for_everybody(visit, kept, gold, ui, width):  # noqa: F811
    account = reader()
    trip = visit(width, 800)
    for path in ("login/", "signup/", "password/reset/"):
        page = trip.go(f"/{ui}/account/{path}")
        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page = signed_in(trip, ui)
    membership.start_trial(account, gold)
    for path in ("account/", "account/security/", "account/email/", "account/password/", "account/following/",
                 "account/family/", "account/delete/", "plans/", "access/", "account/follow/toll/"):  # fmt: skip
        page = trip.go(f"/{ui}/{path}")
        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        small = page.evaluate(
            "[...document.querySelectorAll('main a, main button, main input:not([type=hidden], [type=checkbox])')]"
            ".filter(e => e.getClientRects().length && e.closest('.account__parts, form'))"
            ".filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
        )
        assert small == [], path
    assert trip.complaints == []
