"""Text settings without a script and without an account: chosen on a page, kept in one cookie, shown by one sheet."""

from __future__ import annotations

import pytest
from tests.functional.reader.pages import page

from kushk.reader.preferences import COOKIE

pytestmark = pytest.mark.django_db

PAGE = "/en/settings/"
ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/en/",
    "/en/\\evil",
    "/desk/",
    "javascript:alert(1)",
    "/en/\r\nSet-Cookie: a=b",
    "x" * 5000,
]
FOREIGN = [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"sec-fetch-site": "same-site"}]


def chosen_on(answer) -> dict[str, str]:
    form = page(answer.content).one("form", class_="settings")
    radios = {
        field.attributes["name"]: field.attributes["value"]
        for field in form.all("input")
        if "checked" in field.attributes
    }
    sizes = [option.attributes["value"] for option in form.all("option") if "selected" in option.attributes]
    return {**radios, "size": sizes[0]}  # fmt: skip


def test_the_form_shows_what_is_chosen(client):
    assert chosen_on(client.get(PAGE))["theme"] == "auto"
    client.cookies[COOKIE] = "theme-dark_size-150"
    shown = chosen_on(client.get(PAGE))
    assert (shown["theme"], shown["size"], shown["line"]) == ("dark", "150", "normal")


def test_what_is_sent_is_kept_and_shown_everywhere(client, stand):
    answer = client.post(PAGE, {"theme": "sepia", "size": "200", "line": "wide", "next": "/en/latest/"})
    assert answer.status_code == 303
    assert answer["Location"] == "/en/settings/?next=%2Fen%2Flatest%2F&applied="
    assert answer.cookies[COOKIE].value == "size-200_line-wide_theme-sepia"
    told = page(client.get(answer["Location"]).content).one("p", class_="choosing__done")
    assert told.one("a").attributes["href"] == "/en/latest/"
    sheet = client.get("/reading.css").content.decode()
    assert "--line-more:1.2" in sheet
    assert "--paper:#f4ecd8" in sheet


def test_no_page_but_the_settings_depends_on_the_choices(client, stand, first):
    before = client.get("/en/").content
    client.cookies[COOKIE] = "theme-dark_size-300"
    assert client.get("/en/").content == before
    assert "Cookie" not in client.get("/en/").get("Vary", "")


def test_a_step_of_size_leads_back_to_the_story(client):
    answer = client.post(PAGE, {"step": "larger", "next": "/en/latest/?language=ar"})
    assert (answer.status_code, answer["Location"]) == (303, "/en/latest/?language=ar")
    assert answer.cookies[COOKIE].value == "size-112.5"
    answer = client.post(PAGE, {"step": "smaller", "next": "/en/latest/"})
    assert answer.cookies[COOKIE].value == ""


def test_a_step_keeps_every_other_choice(client):
    client.cookies[COOKIE] = "theme-dark_face-sans"
    answer = client.post(PAGE, {"step": "larger", "next": "/en/"})
    assert answer.cookies[COOKIE].value == "size-112.5_face-sans_theme-dark"


def test_the_defaults_come_back(client):
    client.cookies[COOKIE] = "theme-dark"
    answer = client.post(PAGE, {"reset": "yes", "theme": "dark"})
    assert answer.cookies[COOKIE].value == ""


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_led_off_the_stand(client, address):
    answer = client.post(PAGE, {"step": "larger", "next": address})
    assert answer["Location"].startswith("/en/settings/?next=&")
    root = page(client.get(PAGE, {"next": address, "applied": ""}).content)
    assert root.one("input", name="next").attributes["value"] == ""
    assert not root.one("p", class_="choosing__done").all("a")


@pytest.mark.parametrize("headers", FOREIGN)
def test_another_site_changes_nothing(client, headers):
    answer = client.post(PAGE, {"theme": "dark"}, headers=headers)
    assert answer.status_code == 303
    assert COOKIE not in answer.cookies


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {}])
def test_the_stands_own_forms_are_taken(client, headers):
    assert client.post(PAGE, {"theme": "dark"}, headers=headers).cookies[COOKIE].value == "theme-dark"


def test_hostile_values_are_dropped(client):
    answer = client.post(PAGE, {"theme": "};*{x:y", "size": "99999", "face": "sans", "other": "1"})
    assert answer.cookies[COOKIE].value == "face-sans"


def test_the_sheet_of_a_reader_is_for_that_reader_alone(client):
    client.cookies[COOKIE] = "theme-dark"
    answer = client.get("/reading.css")
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Content-Type"].startswith("text/css")
    again = client.get("/reading.css", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    client.cookies[COOKIE] = "theme-sepia"
    assert client.get("/reading.css", headers={"if-none-match": answer["ETag"]}).status_code == 200


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_form_speaks_the_readers_language(client, language):
    root = page(client.get(f"/{language}/settings/").content)
    legends = [legend.text for legend in root.all("legend")]
    assert len(legends) == 9
    assert all(option.text or option.one("bdi") for option in root.all("label", class_="option"))
    assert root.one("html").attributes["lang"] == language


def test_the_stands_style_sheet_is_kept_for_ever_under_its_own_address(client, stand):
    address = page(client.get("/en/").content).all("link", rel="stylesheet")[0].attributes["href"]
    answer = client.get(address)
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    text = answer.content.decode()
    assert "@media print" in text
    assert "/*" not in text
    assert 'url("fonts/' not in text
    assert client.get("/styles/000000000000.css")["Cache-Control"].startswith("public, max-age=60")
