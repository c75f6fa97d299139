"""What serves the reader's device: the saved and offline pages, the manifest, the service worker."""

from __future__ import annotations

import io
import json
import re

import pytest
from django.contrib.staticfiles import finders
from PIL import Image
from tests.functional.reader.pages import page

from kushk.base.locale import INTERFACES, html_tag, message
from kushk.reader import offline
from kushk.reader.scripting import WORDS, script_words
from kushk.reader.views.device import DESCRIPTION

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", INTERFACES)
def test_the_manifest_installs_the_stand_in_the_language_of_its_address(client, settings, language):
    settings.STAND_NAME = "Kiosk “Nord” <&>"
    answer = client.get(f"/{language}/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    told = json.loads(answer.content)
    assert (told["name"], told["lang"]) == (settings.STAND_NAME, html_tag(language))
    assert told["dir"] == {"ar": "rtl", "fa": "rtl", "he": "rtl", "ur": "rtl"}.get(language, "ltr")
    assert (told["start_url"], told["scope"], told["id"]) == (f"/{language}/", "/", "/")
    assert told["description"] == message(DESCRIPTION, language, stand=settings.STAND_NAME)
    assert told["display"] == "standalone"
    assert "short_name" not in told


def test_the_icons_are_what_the_manifest_says(client):
    told = client.get("/en/manifest.webmanifest").json()
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in told["icons"]:
        with open(finders.find(icon["src"].removeprefix("/static/")), "rb") as file:  # noqa: PTH123
            picture = Image.open(io.BytesIO(file.read()))
        assert f"{picture.width}x{picture.height}" == icon["sizes"]
        assert icon["type"] == "image/png"


@pytest.mark.parametrize("language", INTERFACES)
@pytest.mark.parametrize("name", ["saved", "offline"])
def test_the_pages_are_the_same_for_everybody_and_not_for_search_engines(client, admin_client, language, name):
    answer = client.get(f"/{language}/{name}/")
    assert answer.content == admin_client.get(f"/{language}/{name}/").content
    root = page(answer.content)
    assert root.one("meta", name="robots").attributes["content"] == "noindex"
    assert len(root.all("h1")) == 1
    hidden = [each for each in root.all("section") if "data-kept-pages" in each.attributes]
    assert all("hidden" in each.attributes for each in hidden)


def test_every_page_names_its_manifest_and_script(client):
    for path in ("/en/", "/ar/saved/", "/ar/nowhere/"):
        root = page(client.get(path).content)
        language = path.split("/")[1]
        assert root.one("link", rel="manifest").attributes["href"] == f"/{language}/manifest.webmanifest"
        assert root.one("html").attributes["data-locale"].startswith(language)


def test_the_worker_stands_over_the_whole_stand_and_is_asked_for_anew(client):
    answer = client.get("/worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Service-Worker-Allowed"] == "/"
    again = client.get("/worker.js", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "worker-src 'self'" in client.get("/en/")["Content-Security-Policy"]


def test_the_worker_knows_every_script_and_style_of_the_pages(client):
    text = client.get("/worker.js").content.decode()
    stand = json.loads(re.match(r"const STAND = (.*);\n", text)[1])
    assert stand["languages"] == list(INTERFACES)
    for path in ("/en/saved/", "/en/offline/"):
        root = page(client.get(path).content)
        used = [each.attributes["href"] for each in root.all("link", rel="stylesheet")]
        used += [each.attributes["src"] for each in root.all("script") if "src" in each.attributes]
        assert set(used) - {"/reading.css"} <= set(stand["assets"])  # that one differs by reader
    assert "/static/reader/js/saved_list.js" in stand["assets"]


def test_the_worker_is_a_new_one_when_anything_changes(monkeypatch):
    versions = {version_of(offline.worker_script())}
    monkeypatch.setattr(offline, "MOST_PAGES", 7)
    versions.add(version_of(offline.worker_script()))
    monkeypatch.setattr(offline, "static", lambda name: f"/static/{name}?new")
    versions.add(version_of(offline.worker_script()))
    monkeypatch.setattr(offline, "_text", lambda: "nothing")
    versions.add(version_of(offline.worker_script()))
    assert len(versions) == 4
    assert version_of(offline.worker_script()) in versions


def version_of(text):
    return re.search(r'const VERSION = "([0-9a-f]+)";', text)[1]


def test_the_scripts_find_every_word_that_they_ask_for():
    folder = offline._FILES / "reader" / "js"
    asked = {key for file in folder.glob("*.js") for key in re.findall(r'\bword\("(\w+)"', file.read_text("utf-8"))}
    assert asked <= set(WORDS)
    for language in INTERFACES:
        for key, (msgid, _) in WORDS.items():
            placeholders = re.findall(r"\{(\w+)\}", msgid)
            assert sorted(re.findall(r"\{(\w+)\}", script_words(language)[key])) == sorted(placeholders)
