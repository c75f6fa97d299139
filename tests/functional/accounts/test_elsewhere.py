"""Signing in with an OpenID Connect server, a real one on loopback, and everything that such a server may get wrong."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

pytestmark = pytest.mark.django_db
LOGIN, BACK = "/en/account/elsewhere/oidc/", "/en/account/elsewhere/oidc/callback/"
SECRET = "a secret that is long enough for a signature"


class Server:
    """An OpenID Connect server: who it says somebody is can be set, and so can what is wrong with it."""

    def __init__(self) -> None:
        self.claims: dict[str, object] = {}
        self.person = {"sub": "1", "email": "mona@mill.example", "email_verified": True}
        self.verifiers: list[str] = []
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()

    def token(self) -> str:
        now = int(time.time())
        claims = {"iss": self.url, "aud": "stand", "iat": now, "exp": now + 60, **self.person} | self.claims
        return jwt.encode(claims, SECRET, algorithm="HS256")

    def _handler(server) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self of its own
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                there = {
                    "/.well-known/openid-configuration": {
                        "issuer": server.url,
                        "authorization_endpoint": f"{server.url}/authorize",
                        "token_endpoint": f"{server.url}/token",
                        "userinfo_endpoint": f"{server.url}/userinfo",
                        "jwks_uri": f"{server.url}/keys",
                    },
                    "/userinfo": server.person,
                }
                self._send(there.get(urlsplit(self.path).path, {}))

            def do_POST(self) -> None:
                form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
                server.verifiers.append(form.get("code_verifier", ""))
                self._send({"access_token": "x", "token_type": "Bearer", "id_token": server.token()})

            def _send(self, value: object) -> None:
                body = json.dumps(value).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        return Handler


@pytest.fixture
def server(settings, monkeypatch):
    cache.clear()
    monkeypatch.setenv("KUSHK_ACCOUNTS", "yes")
    found = Server()
    monkeypatch.setenv("KUSHK_OIDC_URL", found.url)
    app = {"provider_id": "oidc", "name": "Town", "client_id": "stand", "secret": "s"}
    app["settings"] = {"server_url": found.url}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    yield found
    found.close()


def asked(client, **headers) -> dict[str, list[str]]:
    answer = client.post(LOGIN, headers=headers)
    assert answer.status_code == 302
    return parse_qs(urlsplit(answer["Location"]).query)


def back(client, **query: str):
    return client.get(f"{BACK}?{urlencode(query)}", follow=True)


def is_in(client) -> bool:
    return bool(client.get("/en/account/me.json").json()["signedIn"])


def test_somebody_signs_in_and_comes_again(client, server, settings):
    assert "Continue with Town" in client.get("/en/account/login/").content.decode()
    for each in (client, Client()):
        question = asked(each, host="127.0.0.1")
        assert question["redirect_uri"] == [settings.STAND_URL + BACK]
        assert question["code_challenge_method"] == ["S256"]
        back(each, code="c", state=question["state"][0])
        assert is_in(each)
    assert User.objects.count() == 1
    assert EmailAddress.objects.get().verified
    assert all(len(each) > 40 for each in server.verifiers)


@pytest.mark.parametrize("wrong", [{"iss": "http://evil.example"}, {"aud": "another"}, {"exp": 1}])
def test_a_token_that_is_not_for_the_stand_lets_nobody_in(client, server, wrong):
    server.claims = wrong
    back(client, code="c", state=asked(client)["state"][0])
    assert not is_in(client)
    assert not User.objects.exists()


def test_a_state_is_of_one_browser_and_holds_once(client, server):
    state = asked(client)["state"][0]
    stranger = Client()
    back(stranger, code="c", state=state)
    assert not is_in(stranger)
    for wrong in ("", "nonsense", state + "x"):
        back(client, code="c", state=wrong)
        assert not is_in(client)
    back(client, code="c", state=state)
    assert is_in(client)
    client.post("/en/account/logout/")
    back(client, code="c", state=state)
    assert not is_in(client)


def test_an_address_that_has_an_account_is_not_taken_over(client, server):
    account = User.objects.create_user("mona", "mona@mill.example", "sesame and salt 9")
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    page = back(client, code="c", state=asked(client)["state"][0])
    assert not is_in(client)
    assert page.status_code == 200
    assert User.objects.count() == 1


def test_an_address_that_the_server_does_not_stand_for_must_be_confirmed(client, server):
    server.person["email_verified"] = False
    back(client, code="c", state=asked(client)["state"][0])
    assert not is_in(client)
    assert not EmailAddress.objects.filter(verified=True).exists()


def test_somebody_who_changed_their_mind_is_led_back(client, server):
    state = asked(client)["state"][0]
    assert back(client, error="access_denied", state=state).status_code == 200
    assert not is_in(client)
    assert client.get(LOGIN).status_code == 200, "a link alone leads nowhere"


def test_a_form_may_lead_to_that_server_and_to_no_other(client, server):
    policy = client.get("/en/account/login/")["Content-Security-Policy"]
    assert f"form-action 'self' {server.url}" in policy
    assert server.url not in client.get("/en/")["Content-Security-Policy"]
