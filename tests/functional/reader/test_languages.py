"""Every page in every language of the interface, without a word of another."""

from __future__ import annotations

import re

import pytest
from django.test import RequestFactory
from tests.functional.reader.pages import page, stray_texts
from tests.functional.reader.places import every_path, path_of

from kushk.base.locale import INTERFACES, html_tag
from kushk.base.locale.checks.allowed import ENGLISH_WORDS, NOT_ENGLISH
from kushk.core.languages import direction_of
from kushk.reader.context import interface
from kushk.reader.interface import interface_named

pytestmark = pytest.mark.django_db


def own_words(root, language: str) -> set[str]:
    """Return the words that a page says in its own language."""
    texts = [
        child
        for element in root.one("body").walk()
        if element.nearest("lang") == language and element.nearest("translate") != "no" and element.name != "script"
        for child in element.children
        if isinstance(child, str)
    ]
    return {word.lower() for word in re.findall(r"[^\W\d_]+", " ".join(texts))}


@pytest.mark.parametrize("tag", INTERFACES)
def test_every_page_speaks_one_language(client, stand, tag):
    for path in every_path(stand, tag):
        root = page(client.get(path).content)
        html = root.one("html").attributes
        assert html["lang"] in {tag, html_tag(tag)}
        assert html["dir"] == direction_of(tag)
        assert stray_texts(root) == [], path
        if tag != "en":
            assert [span.text for span in root.all("span", lang="en")] == [], path
            english = own_words(root, html["lang"]) & set(ENGLISH_WORDS.split()) - NOT_ENGLISH.get(tag, frozenset())
            assert english == set(), path


def test_chinese_says_its_script_wherever_it_is_named(client, stand, first):
    root = page(client.get(path_of(first, "zh")).content)
    assert root.one("html").attributes["lang"] == "zh-Hans"
    assert "zh-Hans" in {link.attributes["hreflang"] for link in root.all("link", rel="alternate")}
    assert "zh-Hans" in {link.attributes.get("lang") for link in root.all("a", rel="nofollow")}
    assert "zh" not in {element.attributes.get("lang") for element in root.walk()}


def test_templates_know_how_to_name_each_language():
    asked = RequestFactory().get("/pt-BR/latest/", {"topic": "food", "utm": "x"})
    known = interface(asked)
    assert (known["ui"].tag, known["ui"].lang, known["ui"].direction) == ("pt-BR", "pt-BR", "ltr")
    assert known["ui"].name == "Português (Brasil)"
    chinese = next(language for language in known["languages"] if language["tag"] == "zh")
    assert (chinese["lang"], chinese["dir"], chinese["name"]) == ("zh-Hans", "ltr", "中文（简体）")
    assert chinese["switch"] == "/zh/latest/?topic=food&utm=x&remember"
    assert chinese["address"].endswith("/zh/latest/?topic=food")
    assert [language["tag"] for language in known["languages"]][:2] == ["en", "ar"]


def test_an_interface_that_nobody_made_is_the_fallback():
    assert interface_named("tlh") == interface_named("en")
    assert interface_named("zh").lang == "zh-Hans"


def test_browsers_are_led_to_their_language(client):
    for wish, path in (("pt-PT,pt;q=0.9", "/pt-BR/"), ("zh-TW", "/zh/"), ("iw", "/he/"), ("fi", "/en/")):
        assert client.get("/", headers={"accept-language": wish})["Location"] == path
    client.cookies["language"] = "zh"
    assert client.get("/", headers={"accept-language": "de"})["Location"] == "/zh/"
