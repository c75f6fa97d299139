"""Every address says who may keep its answer, what may run on it, and which methods it takes."""

from __future__ import annotations

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.urls import get_resolver, reverse

from kushk.library import api as library
from kushk.reader.addresses import card_path
from kushk.reader.styles import style_version
from kushk.renditions.narration import api as narration
from kushk.renditions.translation import api as translation

pytestmark = pytest.mark.django_db

SHARED = "public, max-age=60, stale-while-revalidate=600"
NOBODY = "private, no-store"
FOR_EVER = "public, max-age=31536000, immutable"

CLASSES = {
    "home": SHARED,
    "publications": SHARED,
    "latest": SHARED,
    "search": SHARED,
    "about": SHARED,
    "saved": SHARED,
    "offline": SHARED,
    "manifest": SHARED,
    "publication": SHARED,
    "section": SHARED,
    "issue": SHARED,
    "story": SHARED,
    "changes": SHARED,
    "settings": NOBODY,
    "access": NOBODY,
    "whole": NOBODY,
    "whole-timeline": NOBODY,
    "whole-clip": NOBODY,
    "whole-narration": NOBODY,
    "whole-audio": NOBODY,
    "whole-translation": NOBODY,
    "whole-translation-view": NOBODY,
    "whole-translation-progress": "no-store",
    "whole-translated-timeline": NOBODY,
    "whole-translated-clip": NOBODY,
    "whole-translated-narration": NOBODY,
    "whole-translated-audio": NOBODY,
    "reading": "private, no-cache",
    "styles": FOR_EVER,
    "rack-colours": SHARED,
    "colours": SHARED,
    "media": FOR_EVER,
    "card": "public, max-age=86400",
    "quote-card": "public, max-age=86400",
    "qr": "public, max-age=86400",
    "timeline": "public, max-age=10",
    "clip": "public, max-age=86400",
    "narration": "public, max-age=86400",
    "audio": "public, max-age=60",
    "translation": SHARED,
    "translation-view": SHARED,
    "translated-timeline": "public, max-age=10",
    "translated-clip": "public, max-age=86400",
    "translated-narration": "public, max-age=86400",
    "translated-audio": "public, max-age=60",
    "translation-data": "public, max-age=60",
    "translation-progress": "no-store",
    "silence": FOR_EVER,
    "listen-issue": "public, max-age=60",
    "robots": "public, max-age=3600",
    "icon": "public, max-age=86400",
    "story-short": NOBODY,
    "worker": "no-cache",
    "way-in": NOBODY,
    "health": NOBODY,
}
"""Who may keep the answer of each named address of the reader's pages."""

SENT_TO = {"plans", "give", "gift", "note-reading", "payment-event"}
"""Addresses that take forms, or need more than a story: tests/functional/membership looks at them."""


@pytest.fixture
def places(stand, first, monkeypatch):
    monkeypatch.setenv("KUSHK_TRANSLATION", "null")
    translation.forget_engines()
    section = library.sections_of(stand["gazette"])[0]
    spoken = narration.narration_of(first)
    translated = translation.whole(first, "es")
    said = narration.narration_of(first, translated.document)
    arguments = {
        "translation": ["en", first.public_id, "es"],
        "translation-view": ["en", first.public_id, "es", "side"],
        "translated-timeline": [first.public_id, "es"],
        "translated-clip": [first.public_id, "es", said.plans[0].key, "mp3"],
        "translated-narration": [first.public_id, "es", said.version, "mp3"],
        "translated-audio": [first.public_id, "es", "mp3"],
        "translation-data": [first.public_id, "es"],
        "translation-progress": [first.public_id, "es"],
        "publication": ["en", "gazette"],
        "section": ["en", "gazette", section.slug],
        "issue": ["en", "gazette", "2026-11-19"],
        "story": ["en", first.public_id, first.slug],
        "story-short": ["en", first.public_id],
        "whole": ["en", first.public_id],
        "whole-timeline": [first.public_id],
        "whole-clip": [first.public_id, spoken.plans[0].key, "mp3"],
        "whole-narration": [first.public_id, spoken.version, "mp3"],
        "whole-audio": [first.public_id, "mp3"],
        "whole-translation": ["en", first.public_id, "es"],
        "whole-translation-view": ["en", first.public_id, "es", "side"],
        "whole-translation-progress": [first.public_id, "es"],
        "whole-translated-timeline": [first.public_id, "es"],
        "whole-translated-clip": [first.public_id, "es", said.plans[0].key, "mp3"],
        "whole-translated-narration": [first.public_id, "es", said.version, "mp3"],
        "whole-translated-audio": [first.public_id, "es", "mp3"],
        "changes": ["en", first.public_id],
        "colours": ["gazette"],
        "styles": [style_version()],
        "card": card_path(first).removeprefix("/cards/").replace(".", "/").split("/"),
        "quote-card": [first.public_id, library.visible_document(first).headline.sentences[0].id],
        "qr": [first.public_id],
        "timeline": [first.public_id],
        "clip": [first.public_id, spoken.plans[0].key, "mp3"],
        "narration": [first.public_id, spoken.version, "mp3"],
        "audio": [first.public_id, "mp3"],
        "silence": [2],
        "listen-issue": ["bahr", "2026-11-19"],
        "media": [library.picture_of(first.picture).src.removeprefix("/media/")],
    }
    no_language = {"way-in", "robots", "icon", "health", "worker", "rack-colours", "reading"}
    yield {
        name: reverse(f"reader:{name}", args=arguments.get(name, [] if name in no_language else ["en"]))
        for name in CLASSES
    }
    translation.forget_engines()


def got(client, path):
    """Return the answer, its file closed if it has one."""
    return closed(client.get(path))


def closed(answer):
    """Close an answer's file without what Django does after a request: it would close the test's own connection."""
    request_finished.disconnect(close_old_connections)
    try:
        answer.close()
    finally:
        request_finished.connect(close_old_connections)
    return answer


def test_every_address_has_declared_who_may_keep_its_answer():
    _, reader = get_resolver().namespace_dict["reader"]
    named = {name for name in reader.reverse_dict if isinstance(name, str)}
    assert named == set(CLASSES) | SENT_TO


def test_every_answer_keeps_to_its_class(client, places):
    for name, path in places.items():
        answer = got(client, path)
        assert answer.status_code in {200, 301, 302}, path
        assert answer["Cache-Control"] == CLASSES[name], path
        shared = answer["Cache-Control"].startswith("public")
        assert not (shared and {"Cookie", "Accept-Language"} & set(answer.get("Vary", "").split(", "))), path
        assert not (shared and answer.cookies), path


def test_every_answer_says_what_may_run_on_it(client, places):
    for path in [*places.values(), "/nowhere/", "/en/nowhere/", "/desk/", "/desk/login/"]:
        answer = got(client, path)
        assert "default-src 'none'" in answer["Content-Security-Policy"], path
        assert "unsafe-" not in answer["Content-Security-Policy"], path
        assert answer["X-Content-Type-Options"] == "nosniff", path
        assert answer["Referrer-Policy"] == "same-origin", path
        assert answer["X-Frame-Options"] == "DENY", path
        if answer["Content-Type"].startswith("text/html"):
            assert answer["Cross-Origin-Resource-Policy"] == answer["Cross-Origin-Opener-Policy"] == "same-origin", path


def test_nothing_can_be_sent_to_what_is_only_read(client, places):
    client.handler.enforce_csrf_checks = True
    for path in (path for name, path in places.items() if name not in {"settings", "access"}):
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"):
            answer = client.generic(method, path)
            assert answer.status_code == 405, (method, path)
            assert answer["Allow"] == "GET, HEAD", (method, path)
            assert answer["Cache-Control"] == NOBODY, (method, path)
            assert not answer.content, (method, path)


def test_a_head_answer_is_the_page_without_its_bytes(client, places):
    for path in places.values():
        whole, head = got(client, path), client.head(path)
        assert (head.status_code, head["Cache-Control"]) == (whole.status_code, whole["Cache-Control"]), path
        assert not b"".join(head), path
        closed(head)


def test_a_page_that_has_not_changed_is_not_sent_again(client, places):
    for name in ("home", "story", "publication", "search", "robots"):
        tag = client.get(places[name])["ETag"]
        for known in (tag, f"W/{tag}", f'"other", {tag}'):
            again = client.get(places[name], headers={"if-none-match": known})
            assert (again.status_code, again.content) == (304, b""), name
        assert client.get(places[name], headers={"if-none-match": '"other"'}).status_code == 200


def test_a_head_answer_of_a_page_names_the_same_version(client, places):
    for name in ("home", "story", "publication", "search"):
        assert client.head(places[name])["ETag"] == client.get(places[name])["ETag"]
