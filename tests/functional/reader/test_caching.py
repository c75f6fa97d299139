"""What shared caches may keep, and that it is the same for everybody."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from kushk.library import api as library

pytestmark = pytest.mark.django_db

ODD_HEADERS = {
    "cookie": "sessionid=x; csrftoken=y; language=ar",
    "accept-language": "ar",
    "user-agent": "Mozilla/5.0 (iPhone)",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "10.0.0.1",
    "x-original-url": "/desk/",
    "x-rewrite-url": "/desk/",
    "x-ghost-preview": "1",
    "x-requested-with": "XMLHttpRequest",
    "referer": "https://evil.example/",
    "origin": "https://evil.example",
    "authorization": "Basic eDp5",
    "purpose": "prefetch",
    "save-data": "on",
    "dnt": "1",
    "range": "bytes=0-10",
    "x-http-method-override": "DELETE",
}


@pytest.fixture
def public(stand, first) -> list[str]:
    return [
        "/en/",
        "/ar/",
        "/en/publications/",
        "/en/latest/",
        "/en/p/gazette/",
        reverse("reader:story", args=["en", first.public_id, first.slug]),
        f"/en/corrections/{first.public_id}/",
        "/en/search/?q=river",
        "/ar/about/",
        "/colours/rack.css",
        "/colours/p/gazette.css",
    ]


def test_public_pages_may_be_kept_a_minute_and_asked_for_again(client, public):
    for path in public:
        answer = client.get(path)
        assert answer["Cache-Control"] == "public, max-age=60, stale-while-revalidate=600"
        assert "Set-Cookie" not in answer
        assert not answer.cookies
        again = client.get(path, headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path


def test_a_public_page_is_the_same_whoever_asks(client, public):
    for path in public:
        plain = client.get(path)
        assert "Cookie" not in plain.get("Vary", "")
        assert "Accept-Language" not in plain.get("Vary", "")
        for name, value in ODD_HEADERS.items():
            odd = client.get(path, headers={name: value})
            assert odd.content == plain.content, (path, name)
            assert odd["ETag"] == plain["ETag"]


def test_a_reader_who_is_signed_in_sees_the_same_page(client, admin_client, public):
    for path in public:
        assert admin_client.get(path).content == client.get(path).content


def test_the_etag_changes_with_the_page(client, stand, first):
    path = "/en/p/gazette/"
    before = client.get(path)["ETag"]
    library.withdraw_story(first)
    assert client.get(path)["ETag"] != before


def test_all_that_is_not_public_is_private(client, stand, first):
    for path in (
        "/",
        "/nowhere/",
        "/en/nowhere/",
        "/healthz",
        "/desk/",
        "/desk/login/",
        "/en/?remember",
        f"/en/s/{first.public_id}/",
    ):
        answer = client.get(path)
        assert "no-store" in answer["Cache-Control"], path
        assert "private" in answer["Cache-Control"], path


def test_no_page_allows_scripts_styles_or_anything_from_elsewhere(client, public):
    for path in [*public, "/", "/nowhere/", "/desk/login/"]:
        policy = client.get(path)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert ("require-trusted-types-for 'script'" in policy) is (path != "/desk/login/"), path
        assert "http" not in policy


def test_a_kept_picture_cannot_run(client, stand, first):
    address = f"/media/{first.picture.file}"
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer["Cache-Control"]
    answer.close()


@pytest.mark.parametrize(
    "name",
    [
        "x.svg",
        "x.html",
        "%2e%2e/kushk.sqlite3",
        "..%2f..%2fsecret.key",
        "a/../../x.png",
        "x.png/",
        ".hidden.png",
        "x.webp%00.html",
    ],
)
def test_nothing_else_is_served_as_media(client, stand, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_health_tells_whether_the_database_answers(client, db):
    assert client.get("/healthz").json() == {"ok": True}


def test_robots_are_told_what_is_not_for_them(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /desk/" in text


def test_pages_take_few_queries(client, stand, first, django_assert_max_num_queries):
    for path, most in (
        ("/en/", 7),
        (reverse("reader:story", args=["en", first.public_id, first.slug]), 12),
        ("/en/p/gazette/", 6),
        ("/en/latest/", 4),
    ):
        client.get(path)
        with django_assert_max_num_queries(most):
            client.get(path)


def test_a_story_page_weighs_little(client, stand, first):
    path = reverse("reader:story", args=["en", first.public_id, first.slug])
    weight = len(gzip.compress(client.get(path).content))
    for name in ("type.css", "base.css", "stand.css", "story.css"):
        weight += len(gzip.compress(Path(finders.find(f"reader/{name}")).read_bytes()))
    assert weight <= 50 * 1024


def test_a_broken_session_cookie_is_not_answered_on_a_shared_page(client, public):
    for path in public:
        answer = client.get(path, headers={"cookie": "sessionid=x; messages=y; csrftoken=z"})
        assert not answer.cookies, path
        assert "Cookie" not in answer.get("Vary", "")
