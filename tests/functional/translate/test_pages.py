"""Translated pages: their own address, their languages and directions, every sentence tied to its original."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.functional.reader.building import FULL

from kushk.library import api as library
from kushk.renditions.translation import api as translation
from kushk.renditions.translation.works import Works

pytestmark = pytest.mark.django_db


def path_of(story, target="ar", ui="ar", view=""):
    return f"/{ui}/s/{story.public_id}/in/{target}/" + (f"{view}/" if view else "")


def page_of(answer):
    return LexborHTMLParser(answer.content.decode())


def ids(page, scope=""):
    return [each.attributes.get("id") for each in page.css(f"{scope} [id^='s1-']")]


@pytest.mark.parametrize("view", ["", "side", "lines"])
@pytest.mark.parametrize("target", ["ar", "es", "zh"])
def test_every_sentence_is_there_once_under_the_id_of_its_original(complete, told, target, view):
    page = page_of(complete(path_of(told, target, "en", view)))
    article = page.css("article[data-story]")[0]
    assert article.attributes.get("lang") == {"zh": "zh-Hans"}.get(target, target)
    assert article.attributes.get("dir") == ("rtl" if target == "ar" else "ltr")
    wanted = [sentence.id for sentence in library.visible_document(told).sentences()]
    found = ids(page, "article")
    assert sorted(found) == sorted(wanted)
    assert not article.css(".pending")


def test_side_by_side_has_the_original_with_its_own_language(complete, told):
    page = page_of(complete(path_of(told, "ar", "en", "side")))
    pairs = page.css(".pair")
    assert pairs
    for pair in pairs:
        original = pair.css(".pair__original")[0]
        assert (original.attributes.get("lang"), original.attributes.get("dir")) == ("en", "ltr")
        ours = [
            each.removeprefix("o-") for each in (node.attributes.get("id") for node in original.css("[id^='o-s1-']"))
        ]
        assert ours == ids(pair, ".pair__translated")


def test_sentence_under_sentence_has_each_original_under_its_translation(complete, told):
    page = page_of(complete(path_of(told, "ar", "en", "lines")))
    lines = page.css(".body .line")
    assert lines
    texts = {sentence.id: sentence.text for sentence in library.visible_document(told).sentences()}
    for line in lines:
        original = line.css(".line__original")[0]
        assert original.attributes.get("lang") == "en"
        assert original.text().split() == texts[original.attributes.get("id").removeprefix("o-")].split()


def test_the_page_brings_the_originals_along(complete, told):
    page = page_of(complete(path_of(told)))
    held = json.loads(page.css_first("#originals").text())
    texts = {sentence.id: sentence.text for sentence in library.visible_document(told).sentences()}
    assert held["language"] == "en"
    assert held["sentences"]
    assert all(texts[name] == each[0] for name, each in held["sentences"].items())


def test_it_says_what_translated_it_and_leads_to_the_original(complete, told):
    answer = complete(path_of(told, "es", "en"))
    text = " ".join(page_of(answer).css(".standing")[0].text().split())
    assert "Machine translation from English by Null" in text
    assert page_of(answer).css(".standing a[data-original]")[0].attributes.get("href") == (
        f"/en/s/{told.public_id}/{told.slug}/"
    )


def test_search_engines_are_led_to_the_original_and_told_of_the_translation(complete, told):
    page = page_of(complete(path_of(told, "es", "es")))
    assert page.css("link[rel=canonical]")[0].attributes.get("href").endswith(f"/es/s/{told.public_id}/{told.slug}/")
    known = json.loads(page.css("script[type='application/ld+json']")[0].text())
    assert known["inLanguage"] == "es"
    assert known["translationOfWork"]["inLanguage"] == "en"
    assert known["translator"][0]["name"] == "Null"
    assert known["headline"] == " ".join(page.css("h1")[0].text().split())


def test_a_complete_page_is_for_everybody_and_made_once(complete, client, told, engine):
    answer = complete(path_of(told, "es", "es"))
    assert answer["Cache-Control"].startswith("public")
    assert "Set-Cookie" not in answer
    before = engine.translated
    again = client.get(path_of(told, "es", "es"))
    assert again.content == answer.content
    assert engine.translated == before


def test_links_of_the_story_are_in_its_translation(complete, told):
    page = page_of(complete(path_of(told, "es", "en")))
    wanted = {
        mark.href for sentence in library.visible_document(told).sentences() for mark in sentence.marks if mark.href
    }
    found = {link.attributes.get("href") for link in page.css(".body a[href]")}
    assert wanted
    assert wanted <= found


def test_the_stories_below_have_their_headlines_in_the_readers_language(complete, told):
    page = page_of(complete(path_of(told, "es", "en")))
    cards = page.css(".more .card__headline a")
    assert cards
    english = [card for card in cards if card.parent.parent.parent.attributes.get("lang") == "en"]
    assert all(card.css("span[lang=es]") for card in english)


def test_the_original_page_offers_the_readers_language_at_once(client, told):
    page = page_of(client.get(f"/ar/s/{told.public_id}/{told.slug}/"))
    button = page.css("a[data-tool=translate]")[0]
    assert button.attributes.get("href") == path_of(told, "ar", "ar")
    offered = [link.attributes.get("data-target") for link in page.css("#translate a[data-target]")]
    assert offered[0] == "ar"
    assert "en" not in offered
    assert len(offered) == len(set(offered))


def test_the_original_page_in_the_readers_own_language_offers_a_choice(client, told):
    page = page_of(client.get(f"/en/s/{told.public_id}/{told.slug}/"))
    assert page.css("button[data-tool=translate][popovertarget=translate]")
    assert not page.css("a[data-tool=translate]")


def test_a_language_that_is_missing_is_told_with_the_way_to_add_it(client, told, monkeypatch):
    monkeypatch.setattr(type(translation.roster().engines["null"]), "pairs", lambda self: frozenset({("en", "es")}))
    answer = client.get(f"/ar/s/{told.public_id}/{told.slug}/")
    assert "./kushk languages add en ar" in html.unescape(answer.content.decode())
    led = client.get(path_of(told, "ar", "ar"))
    assert led.status_code == 302
    assert led["Location"] == f"/ar/s/{told.public_id}/{told.slug}/#translate"


def test_rights_that_forbid_translation_switch_it_off(client, told, engine):
    library.set_rights(told.source, replace(FULL, translate=False))
    page = client.get(f"/es/s/{told.public_id}/{told.slug}/").content.decode()
    assert "data-target" not in page
    assert client.get(path_of(told, "es", "es")).status_code == 302
    assert client.get(f"/translations/{told.public_id}/es.json").status_code == 403
    assert client.get(f"/translations/{told.public_id}/es/progress.json").status_code == 403
    assert client.get(f"/audio/{told.public_id}/in/es/timeline.json").status_code == 403
    assert engine.translated == 0


def test_what_is_cut_is_cut_in_the_translation_too(complete, told):
    library.set_rights(told.source, replace(FULL, extent="excerpt", excerpt_characters=60))
    page = page_of(complete(path_of(told, "es", "es")))
    shown = library.visible_document(told)
    assert sorted(ids(page, "article")) == sorted(sentence.id for sentence in shown.sentences())


def test_a_withdrawn_story_is_gone_in_every_language(complete, client, told):
    complete(path_of(told, "es", "es"))
    library.withdraw_story(told)
    assert client.get(path_of(told, "es", "es")).status_code == 410
    assert client.get(f"/translations/{told.public_id}/es.json").status_code == 410
    assert client.get(f"/audio/{told.public_id}/in/es/timeline.json").status_code == 410


def test_its_own_language_is_the_original_page(client, told):
    answer = client.get(path_of(told, "en", "es"))
    assert answer.status_code == 301
    assert answer["Location"] == f"/es/s/{told.public_id}/{told.slug}/"


@pytest.mark.parametrize("bad", ["xx-", "e", "en'", "EN", "zz/../", "toolongtag"])
def test_an_address_that_names_no_language_is_not_found(client, told, bad):
    assert client.get(f"/en/s/{told.public_id}/in/{bad}/").status_code in {301, 302, 404}


def test_a_page_that_is_not_complete_says_so_and_is_kept_by_nobody(client, told, monkeypatch):
    class Never(Works):
        def of(self, name, total, make):
            work = super().of(name, total, lambda tell: None)
            work.wait(5)
            return work

    studio = translation._studio()
    monkeypatch.setattr(studio, "works", Never())
    answer = client.get(path_of(told, "es", "es"))
    assert answer["Cache-Control"] == "no-store"
    page = page_of(answer)
    assert page.css("[data-progress]")
    assert page.css(".pending")
    assert page.css("meta[name=robots][content=noindex]")
    told_of = client.get(page.css("[data-progress]")[0].attributes.get("data-progress")).json()
    assert told_of["total"] > told_of["done"] == 0
    assert not told_of["complete"]


def test_a_correction_gives_one_sentence_to_the_engine(complete, told, engine):
    complete(path_of(told, "es", "es"))
    before = engine.translated
    document = library.document_of(told)
    text = "The harbour master changed her mind on Friday."
    from kushk.core.identity import sentence_id

    first = document.blocks[0]
    changed = replace(first.sentences[0], id=sentence_id(text), text=text, marks=())
    corrected = document.with_blocks((replace(first, sentences=(changed, *first.sentences[1:])), *document.blocks[1:]))
    library.correct_story(told, corrected, note="test")
    page = page_of(complete(path_of(told, "es", "es")))
    assert engine.translated - before == 1
    assert sentence_id(text) in ids(page, "article")


def test_the_data_carry_where_each_sentence_comes_from(complete, client, told):
    complete(path_of(told, "es", "es"))
    data = client.get(f"/translations/{told.public_id}/es.json").json()
    assert data["complete"]
    assert data["document"]["language"] == "es"
    facts = next(iter(data["sentences"].values()))
    assert facts["engine"] == "null"
    assert facts["version"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", facts["made"])
    assert facts["reviewed"] is False
    assert client.get(f"/translations/{told.public_id}/tlh.json").status_code == 404


def test_the_translation_is_spoken_in_its_own_language(complete, client, told):
    assert client.get(f"/audio/{told.public_id}/in/es/timeline.json").status_code == 404
    page = page_of(complete(path_of(told, "es", "es")))
    address = page.css("article")[0].attributes.get("data-audio")
    said = client.get(address).json()
    assert said["language"] == "es"
    assert said["base"] == f"/audio/{told.public_id}/in/es/"
    assert said["page"] == f"/s/{told.public_id}/in/es/"
    assert {line["id"] for line in said["lines"] if line["id"]} <= set(ids(page, "article"))
    clip = client.get(f"{said['base']}{said['lines'][1]['clip']}.mp3")
    assert clip.status_code == 200
    own = client.get(f"/audio/{told.public_id}/timeline.json").json()
    assert own["lines"][0]["clip"] != said["lines"][0]["clip"]


def test_search_finds_a_story_by_its_translated_words(complete, client, told):
    page = page_of(complete(path_of(told, "es", "es")))
    word = max(page.css("h1")[0].text().split(), key=len).strip(".,")
    hits = library.search(word).hits
    assert [hit.card.public_id for hit in hits] == [told.public_id]
    assert library.translated_into(told) == {"es"}
    library.withdraw_story(told)
    assert not library.search(word).hits


def test_translations_outlive_a_correction_in_the_index(complete, told):
    complete(path_of(told, "es", "es"))
    complete(path_of(told, "ar", "ar"))
    assert library.translated_into(told) == {"es", "ar"}
    library.rebuild_search()
    assert library.translated_into(told) == {"es", "ar"}


def test_readers_of_other_languages_are_led_to_translations_that_are_there(complete, client, told):
    complete(path_of(told, "es", "es"))
    page = page_of(client.get(f"/en/s/{told.public_id}/{told.slug}/"))
    found = {link.attributes.get("hreflang"): link.attributes.get("href") for link in page.css("link[rel=alternate]")}
    assert found["es"].endswith(path_of(told, "es", "es"))
    assert found["en"].endswith(f"/en/s/{told.public_id}/{told.slug}/")
    assert found["ar"].endswith(f"/ar/s/{told.public_id}/{told.slug}/")
    assert found["x-default"] == found["en"]
