"""Accounts as a reader meets them: signing up, in and out, what is kept, what is given out and deleted."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone

from kushk.accounts import api as accounts
from kushk.accounts.keeping import MOST, PLACE_DAYS, now_ms
from kushk.accounts.models import Kept, Session
from kushk.base.locale import INTERFACES
from kushk.membership.models import Pass, Plan
from kushk.reader import account_urls

pytestmark = pytest.mark.django_db
PASSWORD = "sesame and salt 9"
ADDRESS = "mona@mill.example"


@pytest.fixture(autouse=True)
def open_stand(monkeypatch, settings, tmp_path):
    monkeypatch.setenv("KUSHK_ACCOUNTS", "yes")
    settings.DATA = tmp_path
    cache.clear()


@pytest.fixture
def mona(db) -> User:
    account = User.objects.create_user("mona", ADDRESS, PASSWORD)
    EmailAddress.objects.create(user=account, email=ADDRESS, verified=True, primary=True)
    return account


def at(page: str, ui: str = "en") -> str:
    return f"/{ui}/account/{page}"


def sign_in(client, password: str = PASSWORD, address: str = ADDRESS):
    return client.post(at("login/"), {"login": address, "password": password})


def confirm(client) -> None:
    """Say once more who it is: what changes how one signs in asks for that."""
    assert client.post(at("confirm/"), {"password": PASSWORD}).status_code == 302


def link_in(message) -> str:
    return re.search(r"http://\S+?(/\S+)", message.body).group(1)


def text(answer) -> str:
    return answer.content.decode()


def test_signing_up_asks_to_confirm_the_address_then_signs_in(client):
    answer = client.post(at("signup/"), {"email": ADDRESS, "password1": PASSWORD})
    assert answer.status_code == 302
    (message,) = mail.outbox
    assert message.to == [ADDRESS]
    assert client.get(at("")).status_code == 302
    path = link_in(message)
    assert path.startswith("/en/account/email/confirm/")
    assert ADDRESS in text(client.get(path))
    client.post(path)
    assert EmailAddress.objects.get().verified
    assert sign_in(client).status_code == 302
    assert ADDRESS in text(client.get(at("")))


def test_signing_up_leads_back_to_the_story_though_a_mail_comes_between(client):
    client.post(at("signup/"), {"email": ADDRESS, "password1": PASSWORD, "next": "/en/whole/abc/"})
    client.post(link_in(mail.outbox[0]))
    assert sign_in(client)["Location"] == "/en/whole/abc/"
    other = Client()
    other.post(at("signup/"), {"email": "b@mill.example", "password1": PASSWORD, "next": "//evil.example"})
    other.post(link_in(mail.outbox[-1]))
    assert sign_in(other, address="b@mill.example")["Location"] == at("")


def test_mails_are_in_the_language_of_the_page_and_lead_to_the_stands_own_address(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(at("signup/", "ar"), {"email": ADDRESS, "password1": PASSWORD}, headers={"host": "evil.example"})
    (message,) = mail.outbox
    assert "evil" not in message.body
    assert f"{settings.STAND_URL}/ar/account/email/confirm/" in message.body
    assert re.search(r"[\u0600-\u06ff]", message.subject)


def test_nobody_learns_who_has_an_account(client, mona):
    told = []
    for address in (ADDRESS, "nobody@mill.example"):
        client.cookies.clear()
        answer = client.post(at("signup/"), {"email": address, "password1": PASSWORD}, follow=True)
        reset = client.post(at("password/reset/"), {"email": address}, follow=True)
        wrong = sign_in(client, "wrong wrong wrong", address)
        pages = (text(answer), text(reset), text(wrong))
        told.append([re.sub(r'value="[^"]*"', "", page) for page in pages])
    for one, other in zip(*told, strict=True):
        assert one == other.replace("nobody@mill.example", ADDRESS)
    assert [message.to[0] for message in mail.outbox] == [
        ADDRESS,
        ADDRESS,
        "nobody@mill.example",
        "nobody@mill.example",
    ]


@pytest.mark.parametrize(
    ("page", "fields"),
    [("login/", {"login": "{}", "password": "wrong"}), ("signup/", {"email": "{}", "password1": PASSWORD})],
)
def test_a_known_address_costs_one_hashing_as_an_unknown_one_does(client, mona, monkeypatch, page, fields):
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(1) or encode(*given))
    for address in (ADDRESS, "nobody@mill.example"):
        hashed.clear()
        Client().post(at(page), {name: value.format(address) for name, value in fields.items()})
        assert len(hashed) == 1, address


@pytest.mark.parametrize("bad", ["short", "password123", "1234567890", "mona@mill.example"])
def test_weak_passwords_are_refused_in_the_stands_words(client, bad):
    answer = client.post(at("signup/"), {"email": ADDRESS, "password1": bad})
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in text(answer)
    assert not User.objects.exists()


def test_a_password_is_set_anew_by_a_link_that_holds_once(client, mona):
    client.post(at("password/reset/"), {"email": ADDRESS})
    path = link_in(mail.outbox[0])
    page = client.get(path, follow=True)
    there = page.redirect_chain[-1][0]
    assert client.post(there, {"password1": "another one 77", "password2": "another one 77"}).status_code == 302
    assert sign_in(client, "another one 77").status_code == 302
    assert "does not hold" in text(Client().get(path, follow=True))


def test_ten_wrong_passwords_and_no_more(client, mona):
    for _ in range(10):
        assert sign_in(client, "wrong wrong wrong").status_code == 200
    answer = sign_in(client)
    assert "Too many attempts" in text(answer)
    assert not Session.objects.filter(account_id=mona.pk).exists()


def test_the_desk_counts_wrong_passwords_as_well(client, admin_user):
    for _ in range(10):
        client.post("/desk/login/", {"username": "admin", "password": "wrong wrong"})
    client.post("/desk/login/", {"username": "admin", "password": "password"})
    assert client.get("/desk/").status_code == 302


def test_signing_out_everywhere_ends_every_session_at_once(client, mona):
    others = [Client(), Client()]
    for each in (client, *others):
        sign_in(each)
        assert each.get(at("")).status_code == 200
    assert client.get(at("everywhere/")).status_code == 405
    client.post(at("everywhere/"))
    for each in (client, *others):
        assert each.get(at("")).status_code == 302


def test_a_new_password_ends_the_other_sessions(client, mona):
    other = Client()
    sign_in(client)
    sign_in(other)
    new = "quite another one 5"
    assert (
        client.post(at("password/"), {"oldpassword": PASSWORD, "password1": new, "password2": new}).status_code == 302
    )
    assert client.get(at("")).status_code == 200
    assert other.get(at("")).status_code == 302
    assert "was changed" in mail.outbox[-1].body


def test_a_closed_account_has_no_session_any_more(client, mona):
    sign_in(client)
    User.objects.update(is_active=False)
    assert client.get(at("")).status_code == 302


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(client, mona) -> str:
    sign_in(client)
    assert "/account/confirm/" in client.get(at("security/app/add/"))["Location"]
    confirm(client)
    page = text(client.get(at("security/app/add/")))
    assert "<svg" in page
    secret = re.search(r"<code[^>]*>([A-Z2-7]{16,})</code>", page).group(1)
    assert client.post(at("security/app/add/"), {"code": code_of(secret)}).status_code == 302
    return secret


def test_half_signed_in_is_not_signed_in(client, mona):
    secret = with_app(client, mona)
    kept = json.dumps(Authenticator.objects.get(type="totp").data)
    assert secret not in kept
    other = Client()
    assert sign_in(other)["Location"].startswith(at("security/second/"))
    for page in ("", "following/", "family/", "security/", "delete/"):
        assert other.get(at(page)).status_code == 302, page
    assert not other.get(at("me.json")).json()["signedIn"]
    assert "wrong or too old" in text(other.post(at("security/second/"), {"code": "000000"}))
    cache.clear()
    codes = re.findall(r"<li[^>]*>(\w{4,})</li>", text(client.get(at("security/codes/"))))
    assert other.post(at("security/second/"), {"code": codes[0]}).status_code == 302
    assert other.get(at("")).status_code == 200
    third = Client()
    sign_in(third)
    third.post(at("security/second/"), {"code": codes[0]})
    assert third.get(at("")).status_code == 302, "a recovery code holds once"


OPEN = {
    "account_login", "account_signup", "account_logout", "account_inactive", "account_reset_password", "account_me",
    "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
    "account_email_verification_sent", "account_confirm_email", "mfa_authenticate", "mfa_login_webauthn",
    "account_kept", "socialaccount_login_cancelled", "socialaccount_login_error", "socialaccount_signup",
    "openid_connect_login", "openid_connect_callback", "account_everywhere", "account_export",
}  # fmt: skip
"""Addresses that somebody has who did not sign in, or that are only sent to. All others lead to signing in."""

ARGUMENTS = {
    "account_confirm_email": {"key": "abc"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "abc-def"},
    "mfa_remove_webauthn": {"pk": 1},
    "openid_connect_login": {"provider_id": "oidc"},
    "openid_connect_callback": {"provider_id": "oidc"},
    "account_follow": {"slug": "gazette"},
    "account_follow_section": {"slug": "gazette", "section_slug": "news"},
    "account_order": {"number": "5f7e4b9e-7a52-4dc7-8a3e-6a8f0d1c2b3a"},
    "account_propose": {"public_id": "abc", "target": "es"},
}


def every_address() -> dict[str, str]:
    named = [each for each in (*account_urls.own, *account_urls.signing) if isinstance(each, URLPattern)]
    return {each.name: reverse(each.name, kwargs=ARGUMENTS.get(each.name, {})) for each in named}


def test_every_address_of_accounts_is_private_and_knows_who_may_have_it(client):
    for name, path in every_address().items():
        answer = client.get(path)
        assert answer["Cache-Control"].startswith(("private, no-store", "max-age=0, no-cache, no-store")), name
        assert answer["X-Frame-Options"] == "DENY", name
        if name not in OPEN:
            assert answer.status_code == 302, name
            assert "/account/login/" in answer["Location"], name


def test_nothing_changes_without_a_token_of_the_stand(mona):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(mona)
    for name, path in every_address().items():
        assert careful.post(path, {"email": "x@y.example"}).status_code in {403, 404, 405, 410}, name
    assert Client(enforce_csrf_checks=True).post(at("login/"), {"login": ADDRESS}).status_code == 403


def test_a_stand_without_accounts_has_none_of_it(client, monkeypatch):
    monkeypatch.setenv("KUSHK_ACCOUNTS", "auto")
    for path in every_address().values():
        assert client.get(path).status_code == client.post(path).status_code == 404, path
    home = text(client.get("/en/"))
    assert "account" not in home.replace("accounts", "")
    assert client.get("/en/plans/").status_code == 404
    Plan.objects.create(name="GOLD", trial_days=7)
    assert client.get(at("login/")).status_code == 200
    assert client.get("/en/plans/").status_code == 200


@pytest.mark.parametrize("ui", INTERFACES)
def test_every_page_speaks_the_language_of_its_address(client, mona, ui):
    for page in ("login/", "signup/", "password/reset/"):
        answer = client.get(at(page, ui))
        assert answer.status_code == 200
        assert f'href="/{ui}/account/' in text(answer), page
    sign_in(client)
    Plan.objects.create(name="GOLD", trial_days=7, seats=5)
    for page in ("", "security/", "email/", "password/", "following/", "delete/", "security/passkeys/"):
        assert client.get(at(page, ui)).status_code in {200, 302}, page


REDIRECTS = (
    *(
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "\\/evil.example",
        "/%09/evil",
    ),
    *("///evil.example", "/en/\\..\\evil", "http:evil.example", "data:text/html,x", " //evil.example", "/en\r\n/x"),
)


@pytest.mark.parametrize("target", REDIRECTS)
def test_signing_in_never_leads_off_the_stand(client, mona, target):
    answer = client.post(at("login/"), {"login": ADDRESS, "password": PASSWORD, "next": target})
    assert answer.status_code == 302
    assert answer["Location"] == at("")


def test_signing_in_leads_back_to_the_story(client, mona):
    answer = client.post(at("login/"), {"login": ADDRESS, "password": PASSWORD, "next": "/ar/whole/abc/"})
    assert answer["Location"] == "/ar/whole/abc/"


def test_fields_that_no_form_has_change_nothing(client):
    more = {"is_staff": "1", "is_superuser": "true", "username": "root", "id": "1", "groups": "1", "user": "1"}
    client.post(at("signup/"), {"email": ADDRESS, "password1": PASSWORD, **more})
    account = User.objects.get()
    assert (account.is_staff, account.is_superuser) == (False, False)
    assert account.username.startswith("reader-")


class TestKept:
    def sent(self, client, items, since=0):
        body = json.dumps({"since": since, "items": items})
        return client.post(at("kept.json"), body, content_type="application/json")

    def item(self, key="abc", at=None, data=None, kind="saved"):
        return {"kind": kind, "key": key, "data": {"headline": "x"} if data is None else data, "at": at or now_ms()}

    def test_what_one_device_saves_another_hears_of(self, client, mona):
        other = Client()
        client.force_login(mona)
        other.force_login(mona)
        first = self.sent(client, [self.item(), self.item("s", kind="place", data={"ids": ["s1-a"], "share": 0.5})])
        told = self.sent(other, []).json()
        assert {each["key"] for each in told["items"]} == {"abc", "s"}
        gone = self.item(at=now_ms()) | {"data": None}
        self.sent(other, [gone], told["cursor"])
        (heard,) = [
            each for each in self.sent(client, [], first.json()["cursor"] + 1).json()["items"] if each["key"] == "abc"
        ]
        assert heard["data"] is None

    def test_the_later_change_stands_in_whatever_order_they_come(self, client, mona):
        client.force_login(mona)
        now = now_ms()
        for order in ((1, 2, 3), (3, 2, 1), (2, 3, 1)):
            Kept.objects.all().delete()
            for number in order:
                self.sent(client, [self.item(at=now - 10 + number, data={"n": number})])
            assert Kept.objects.get().data == {"n": 3}

    def test_a_clock_that_runs_ahead_wins_nothing_for_ever(self, client, mona):
        client.force_login(mona)
        self.sent(client, [self.item(at=now_ms() + 10**10, data={"n": 1})])
        time.sleep(0.01)
        self.sent(client, [self.item(at=now_ms(), data={"n": 2})])
        assert Kept.objects.get().data == {"n": 2}

    @pytest.mark.parametrize(
        "body",
        ["", "[]", "{}", '{"items": 1}', '{"items": [1]}', '{"items": [{"kind": "x"}]}', "nonsense", '{"items": null}',
         '{"items": [{"kind": "saved", "key": "../x y", "data": {}, "at": 1}]}',
         '{"items": [{"kind": "saved", "key": "a", "data": [], "at": 1}]}',
         '{"items": [{"kind": "saved", "key": "a", "data": {}, "at": -1}]}',
         '{"items": [], "since": "x"}',
         json.dumps({"items": [{"kind": "saved", "key": "a", "data": {"x": "y" * 9000}, "at": 1}]})],
    )  # fmt: skip
    def test_nonsense_is_refused_and_changes_nothing(self, client, mona, body):
        client.force_login(mona)
        assert client.post(at("kept.json"), body, content_type="application/json").status_code == 400
        assert not Kept.objects.exists()

    def test_only_so_much_is_kept_and_places_for_a_month(self, client, mona):
        client.force_login(mona)
        now = now_ms()
        most = MOST[Kept.Kind.PLACE]
        self.sent(client, [self.item(f"s{n}", now - n, {"ids": []}, "place") for n in range(most + 50)])
        assert Kept.objects.count() == most
        assert not Kept.objects.filter(key=f"s{most + 1}").exists()
        assert accounts.drop_old(now + PLACE_DAYS * 24 * 3600 * 1000 + 1000) == most

    def test_nobody_has_what_is_anothers(self, client, mona):
        client.force_login(mona)
        self.sent(client, [self.item()])
        stranger = Client()
        stranger.force_login(User.objects.create_user("other", "other@mill.example"))
        assert self.sent(stranger, []).json()["items"] == []
        assert self.sent(Client(), []).status_code == 403


def test_everything_that_is_kept_comes_in_one_archive_without_secrets(client, mona):
    with_app(client, mona)
    accounts.put(mona, Kept.Kind.FOLLOW, "gazette", {})
    plan = Plan.objects.create(name="GOLD")
    now = timezone.now()
    Pass.objects.create(account=mona, plan=plan, starts_at=now, ends_at=now + timedelta(days=3))
    answer = client.post(at("export/"))
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    held = {name: json.loads(archive.read(name)) for name in archive.namelist()}
    assert held["account.json"]["email"] == ADDRESS
    assert held["kept.json"][0]["key"] == "gazette"
    assert held["memberships.json"][0]["plan"] == "GOLD"
    assert {each["kind"] for each in held["sign_in.json"]} == {"totp", "recovery_codes"}
    whole = json.dumps(held)
    for secret in (mona.password, *(json.dumps(each.data) for each in Authenticator.objects.all())):
        assert secret not in whole


def test_an_account_that_is_deleted_is_gone_with_everything(client, mona):
    sign_in(client)
    accounts.put(mona, Kept.Kind.FOLLOW, "gazette", {})
    other = Client()
    sign_in(other)
    assert client.get(at("delete/")).status_code == 200
    confirm(client)
    client.post(at("delete/"))
    assert not User.objects.exists()
    assert not Kept.objects.exists()
    assert not EmailAddress.objects.exists()
    assert other.get(at("")).status_code == 302
    assert not sign_in(Client()).has_header("Location")


def test_deleting_asks_once_more_who_it_is(client, mona):
    sign_in(client)
    answer = client.post(at("delete/"))
    assert answer.status_code == 302
    assert "/account/confirm/" in answer["Location"]
    assert User.objects.exists()


def test_the_staff_delete_themselves_at_the_desk(client, admin_user):
    client.force_login(admin_user)
    client.post(at("delete/"))
    assert User.objects.exists()
    with pytest.raises(accounts.StaffAccount):
        accounts.delete(admin_user)


def test_cookies_of_a_secure_stand_belong_to_its_host_alone(monkeypatch):
    from kushk.base.cookies import cookie_name, keep_cookie

    monkeypatch.setenv("KUSHK_URL", "https://stand.example")
    assert cookie_name("session") == "__Host-session"
    answer = HttpResponse()
    keep_cookie(answer, cookie_name("meter"), "1", 60)
    kept = answer.cookies["__Host-meter"]
    assert (kept["secure"], kept["httponly"], kept["samesite"], kept["path"]) == (True, True, "Lax", "/")
    assert not kept["domain"]
    monkeypatch.setenv("KUSHK_URL", "")
    assert cookie_name("session") == "session"


def test_the_page_of_plans_has_the_head_of_every_page(client, monkeypatch):
    monkeypatch.setenv("KUSHK_ACCOUNTS", "auto")
    Plan.objects.create(name="GOLD", trial_days=7)
    page = text(client.get("/en/plans/"))
    assert 'class="masthead__door"' in page
    assert 'href="/en/account/"' in page
    assert "7 days for nothing" in page
