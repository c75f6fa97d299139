"""Every page in both languages: marked, dated, counted, linked."""
# ruff: noqa: E501 - texts and expectations read best on one line

from __future__ import annotations

import json
import re
from urllib.parse import quote, unquote

import pytest
from tests.functional.reader.pages import page, stray_texts
from tests.functional.reader.places import every_path, path_of

from kushk.base.locale import CHOOSER, interface_name
from kushk.core.languages import direction_of
from kushk.library import api as library
from kushk.library.api import Related

pytestmark = pytest.mark.django_db

LANGUAGES = [("en", "ltr"), ("ar", "rtl")]


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_every_page_is_in_one_language_and_marks_every_other(client, stand, language, direction):
    for path in every_path(stand, language):
        answer = client.get(path)
        assert answer.status_code == (404 if "nowhere" in path else 200), path
        root = page(answer.content)
        html = root.one("html")
        assert (html.attributes["lang"], html.attributes["dir"]) == (language, direction)
        assert stray_texts(root) == [], path
        assert root.all("h1"), path


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_foreign_text_carries_its_direction(client, stand, language, direction):
    for path in every_path(stand, language):
        for element in page(client.get(path).content).walk():
            if "lang" in element.attributes and element.name != "a":
                assert "dir" in element.attributes or element.name in {"option", "bdi"}, path


def test_the_way_in_follows_the_cookie_then_the_browser(client):
    assert client.get("/")["Location"] == "/en/"
    assert client.get("/", headers={"accept-language": "ar-EG, en;q=0.4"})["Location"] == "/ar/"
    switched = client.get("/ar/about/?q=1&remember")
    assert switched["Location"] == "/ar/about/?q=1"
    assert switched.cookies["language"].value == "ar"
    assert switched["Cache-Control"] == "private, no-store"
    way_in = client.get("/", headers={"accept-language": "en"})
    assert way_in["Location"] == "/ar/"
    assert {"Accept-Language", "Cookie"} <= set(way_in["Vary"].replace(",", " ").split())
    client.cookies["language"] = "../evil"
    assert client.get("/")["Location"] == "/en/"


def test_the_language_switch_leads_to_the_same_page(client, stand, first):
    root = page(client.get(path_of(first, "en") + "?x=1").content)
    chooser = root.one("details", class_="languages")
    links = [link for link in chooser.all("a", rel="nofollow") if "hreflang" in link.attributes]
    assert [link.text for link in links] == [interface_name(tag) for tag in CHOOSER]
    assert [link.attributes["hreflang"] for link in links] == [link.attributes["lang"] for link in links]
    assert [link.attributes["dir"] for link in links] == [direction_of(tag) for tag in CHOOSER]
    arabic = client.get(links[1].attributes["href"])
    assert arabic["Location"] == path_of(first, "ar") + "?x=1"
    assert page(client.get(arabic["Location"]).content).one("html").attributes["lang"] == "ar"


def test_each_language_of_a_page_names_the_others(client, stand, first, settings):
    settings.STAND_URL = "https://stand.example"
    root = page(client.get(path_of(first, "en"), headers={"x-forwarded-host": "evil.example"}).content)
    alternates = {link.attributes["hreflang"]: link.attributes["href"] for link in root.all("link", rel="alternate")}
    assert list(alternates.values()) == [f"https://stand.example{path_of(first, tag)}" for tag in (*CHOOSER, "en")]
    assert list(alternates)[:2] == ["en", "ar"]
    assert list(alternates)[-1] == "x-default"
    assert root.one("link", rel="canonical").attributes["href"] == alternates["en"]


def test_a_story_page_says_what_a_newspaper_says(client, stand, first):
    root = page(client.get(path_of(first, "en")).content)
    article = root.one("article", class_="story")
    assert (article.attributes["lang"], article.attributes["dir"]) == ("en", "ltr")
    assert article.one("h1").text == first.headline
    assert article.one("p", class_="byline").text == "Nora Quill"
    assert article.one("p", class_="standfirst").text.startswith("After fifty years")
    assert article.one("time").attributes["datetime"] == "2026-11-19T07:30:00+00:00"
    assert article.one("time").text.replace("\u202f", " ") == "November 19, 2026 at 7:30 AM"
    assert article.text.count("The Ferry Gazette") == 1
    assert [link.attributes["href"] for link in article.one("p", class_="origin").all("a")] == [first.canonical_url]
    pictures = [image for image in article.all("img") if image.attributes["src"].startswith("/media/")]
    assert [image.attributes["alt"] for image in pictures] == ["", "Boats at a quay"]
    assert article.one("figcaption").text == "The quay at dawn. Photo: N. Quill"
    assert all(image.attributes["src"].startswith(("/media/", "/cards/")) for image in article.all("img"))


def test_every_block_of_a_story_has_its_place(client, stand, first):
    body = page(client.get(path_of(first, "en")).content).one("div", class_="body")
    names = [child.name for child in body.children if not isinstance(child, str)]
    assert names == ["p", "p", "h2", "ul", "blockquote", "figure", "div", "pre", "p", "figure", "hr", "p"]
    assert body.one("ol").attributes["start"] == "3"
    assert body.one("strong").text == "is new"
    assert body.one("caption").text == "Crossings a day"
    assert [cell.text for cell in body.all("th")] == ["Line", "Crossings"]
    assert body.one("p", lang="ar").attributes["dir"] == "rtl"
    assert body.one("pre").text.startswith("if tide > 3:")
    ids = {span.attributes["id"] for span in body.all("span") if "id" in span.attributes}
    assert ids >= {sentence.id for block in library.visible_document(first).blocks for sentence in block.sentences}


@pytest.mark.parametrize(
    ("minutes", "language", "eye", "ear"),
    [
        (1, "en", "1 min", "Reading time: 1 minute"),
        (8, "en", "8 min", "Reading time: 8 minutes"),
        (1, "ar", "دقيقة واحدة", "مدة القراءة: دقيقة واحدة"),
        (2, "ar", "دقيقتان", "مدة القراءة: دقيقتان"),
        (3, "ar", "3 دقائق", "مدة القراءة: 3 دقائق"),
        (11, "ar", "11 دقيقة", "مدة القراءة: 11 دقيقة"),
        (100, "ar", "ساعة و40 دقيقة", "مدة القراءة: ساعة و40 دقيقة"),
    ],
)
def test_the_reading_time_has_the_right_plural(client, stand, first, minutes, language, eye, ear):  # noqa: PLR0913, PLR0917
    type(first).objects.filter(pk=first.pk).update(reading_minutes=minutes)
    facts = page(client.get(path_of(first, language)).content).one("article", class_="story").one("p", class_="facts")
    assert facts.one("span", class_="count").text == eye
    assert facts.one("span", class_="for-ear").text == ear


def test_more_stories_are_related_ones_and_the_latest(client, stand, first):
    other = stand["bahr"].stories.first()
    Related.objects.create(story=first, other=other, rank=1)
    more = page(client.get(path_of(first, "en")).content).one("section", class_="more")
    cards = more.one("ul", class_="more__list").all("article", class_="card")
    assert [card.one("p", class_="card__reason").text for card in cards] == ["Same topic", "Latest"], (
        "the next story is named already"
    )
    card = cards[0]
    assert card.one("p", class_="card__reason").attributes["lang"] == "en"
    assert (card.attributes["lang"], card.attributes["dir"]) == ("ar", "rtl")
    assert card.one("p", class_="card__publication").text == "جريدة البحر"
    assert card.one("h3").text == other.headline
    assert card.one("p", class_="facts").attributes["lang"] == "en"
    assert card.one("time").text
    assert card.one("span", class_="for-ear").text.startswith("Reading time")
    assert first.headline not in more.text


def test_the_structured_data_is_true_and_complete(client, stand, first, settings):
    settings.STAND_URL = "https://stand.example"
    root = page(client.get(path_of(first, "en")).content)
    data = json.loads(root.one("script", type="application/ld+json").text)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == first.headline
    assert data["inLanguage"] == "en"
    assert data["datePublished"] == "2026-11-19T07:30:00+00:00"
    assert data["publisher"]["name"] == "The Ferry Gazette"
    assert data["author"] == [{"@type": "Person", "name": "Nora Quill"}]
    assert data["url"] == f"https://stand.example{path_of(first, 'en')}"
    assert data["image"][0].startswith("https://stand.example/cards/")
    assert data["image"][1].startswith("https://stand.example/media/")
    assert data["timeRequired"] == f"PT{first.reading_minutes}M"
    assert data["isAccessibleForFree"] is True
    properties = {
        meta.attributes["property"]: meta.attributes["content"]
        for meta in root.all("meta")
        if "property" in meta.attributes
    }
    assert properties["og:type"] == "article"
    assert properties["og:title"] == first.headline
    assert properties["article:published_time"] == "2026-11-19T07:30:00+00:00"


def test_a_story_without_date_shows_none(client, stand, first):
    type(first).objects.filter(pk=first.pk).update(published_text="")
    answer = client.get(path_of(first, "en"))
    assert not page(answer.content).one("article", class_="story").all("time")
    assert "published_time" not in answer.content.decode()


def test_an_address_with_other_words_leads_to_the_story(client, stand, first):
    for path in (f"/en/s/{first.public_id}/", f"/en/s/{first.public_id}/old-words/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (301, path_of(first, "en"))


def test_the_front_page_has_a_lead_in_the_readers_language(client, stand):
    for language, slug in (("en", "gazette"), ("ar", "bahr")):
        root = page(client.get(f"/{language}/").content)
        lead = root.one("div", class_="lead")
        assert lead.one("h2").text == stand[slug].stories.get(source_guid=f"{slug}-0").headline
        assert "loading" not in lead.one("img").attributes
        papers = root.one("ul", class_="rack").all("li")
        assert len(papers) == 6
        assert len(root.one("div", class_="seconds").all("article")) == 3
        headlines = [link.text for link in root.all("a") if "/s/" in link.attributes["href"]]
        assert len(headlines) == len(set(headlines)) == 9


def test_the_filters_are_links_that_narrow_the_list(client, stand):
    root = page(client.get("/en/latest/").content)
    by_language = root.one("ul", aria_labelledby="by-language")
    choice = next(link for link in by_language.all("a") if link.text == "العربية")
    narrowed = page(client.get(choice.attributes["href"]).content)
    cards = narrowed.one("ul", class_="rows").all("article")
    assert [card.attributes["lang"] for card in cards] == ["ar", "ar"]
    by_topic = narrowed.one("ul", aria_labelledby="by-topic")
    assert "Culture" in [link.text for link in by_topic.all("a")]
    for link in by_topic.all("a"):
        assert "language=ar" in link.attributes["href"]


def test_lists_are_paged(client, stand):
    seen = []
    source = stand["gazette"].sources.get()
    from tests.functional.reader.building import story

    arrivals = [
        library.Arrival(document=story("en", f"Story {number}", f"Dek {number}", ""), guid=f"many-{number}", url=f"https://gazette.example/many/{number}", published=f"2026-10-{number % 28 + 1:02}")
        for number in range(45)
    ]  # fmt: skip
    library.store_stories(stand["gazette"], source, arrivals)
    path = "/en/p/gazette/"
    while path:
        root = page(client.get(path).content)
        seen += [card.one("h2").text for card in root.one("main").all("article")]
        onward = root.all("a", rel="next")
        path = onward[0].attributes["href"] if onward else ""
    assert len(seen) == len(set(seen)) == 48


def test_a_publication_shows_sections_and_issues(client, stand):
    root = page(client.get("/ar/p/gazette/").content)
    sections = root.one("nav", class_="tabs").all("a")
    assert {link.text for link in sections[1:]} == {"News", "Kitchen"}
    news = next(link for link in sections if link.text == "News")
    assert len(page(client.get(news.attributes["href"]).content).one("main").all("article")) == 2
    (issue,) = root.one("ul", class_="issues").all("a")
    assert issue.text == "19 نوفمبر 2026"
    dated = page(client.get(issue.attributes["href"]).content)
    assert dated.one("h1").text == "عدد 19 نوفمبر 2026"


def test_what_does_not_exist_is_not_found(client, stand):
    for path in ("/en/p/none/", "/en/s/none/", "/en/p/gazette/issues/2026-02-30/", "/en/p/gazette/issues/2020-01-01/", "/en/p/gazette/sections/none/", "/xx/", "/zh-Hans/", "/pt-br/", "/media/../settings.py", "/media/a.svg", "/en/s/\x00/"):  # fmt: skip
        assert client.get(path).status_code == 404, path


def test_search_finds_marks_and_filters(client, stand):
    root = page(client.get("/en/search/?q=river").content)
    hits = root.one("ul", class_="rows").all("article")
    assert len(hits) == 3
    assert {mark.text.lower() for mark in root.all("mark")} == {"river"}
    assert root.one("p", class_="facts", role="status").text == "3 stories found"
    none = page(client.get("/en/search/?q=river&publication=bahr").content)
    assert "Nothing was found for river ." in none.text.replace(" .", " .")
    assert len(page(client.get("/en/search/?q=river&until=2026-11-17").content).all("article")) == 1
    arabic = page(client.get("/ar/search/?q=" + quote("البحر")).content)
    assert arabic.one("p", class_="facts", role="status").text == "نتيجتان"
    box = arabic.one("input", name="q")
    assert box.attributes["value"] == "البحر"


@pytest.mark.parametrize(
    "query", ["", " ", '"', "x" * 5000, "a AND (b OR", "\x00", "*", "ـ", "-", "NEAR(", "🦀", "' OR 1=1 --", "page=9&"]
)
def test_any_text_is_a_query(client, stand, query):
    answer = client.get(
        "/en/search/", {"q": query, "page": "-1", "since": "x", "publication": "none", "language": "e" * 99}
    )
    assert answer.status_code == 200
    page(answer.content)


def test_a_correction_is_told_and_shown(client, stand, first):
    before = library.document_of(first)
    from kushk.core.compose import compose
    from kushk.core.draft import paragraph

    after = compose(
        "en", [paragraph("The river was wild that morning. A sentence that is new.")], headline=before.headline.text
    )
    library.correct_story(first, after, note="An earlier version was wrong about the river.")
    story_page = page(client.get(path_of(first, "en")).content)
    box = story_page.one("section", class_="box")
    assert box.one("h2").text == "Correction"
    assert "An earlier version was wrong about the river." in box.text
    (link,) = box.all("a")
    changed = page(client.get(link.attributes["href"]).content)
    assert "calm" in [gone.text for gone in changed.all("del")]
    assert "wild" in [put.text for put in changed.all("ins")]
    assert "A sentence that is new." in [put.text for put in changed.all("ins")]
    assert "An earlier version was wrong about the river." in changed.text
    card = page(client.get("/en/p/gazette/").content).all("article", class_="card")[0]
    assert "Corrected" in card.text


def test_a_story_that_is_cut_leads_to_its_publisher(client, stand, first):
    library.set_rights(first.source, library.RightsTerms(extent="excerpt", excerpt_characters=60))
    answer = client.get(path_of(first, "en"))
    root = page(answer.content)
    box = root.one("section", class_="box")
    assert box.one("a").attributes["href"] == first.canonical_url
    assert "What comes next" not in answer.content.decode()
    assert not [image for image in root.all("img") if image.attributes["src"].startswith("/media/")]
    assert root.one("meta", name="robots").attributes["content"] == "noindex"


@pytest.mark.parametrize("act", [library.withhold_story, library.withdraw_story])
def test_a_story_that_was_taken_down_says_so(client, stand, first, act):
    act(first, "Taken down at the publisher’s wish.")
    for path in (path_of(first, "ar"), f"/ar/corrections/{first.public_id}/"):
        answer = client.get(path)
        assert answer.status_code == 410
        assert "private" in answer["Cache-Control"]
        text = answer.content.decode()
        assert "Taken down at the publisher’s wish." in text
        assert "The river was calm" not in text
        assert first.headline not in text


def test_an_empty_stand_says_what_to_do(client, db):
    root = page(client.get("/en/").content)
    assert "./kushk add" in root.text
    assert "الكشك مفتوح" in page(client.get("/ar/").content).text
    assert page(client.get("/en/search/?q=a").content)


def test_the_failure_page_needs_no_database(client, stand, django_assert_num_queries, rf):
    from kushk.reader.views.plain import broken

    with django_assert_num_queries(0):
        answer = broken(rf.get("/ar/x/"))
    root = page(answer.content)
    assert answer.status_code == 500
    assert root.one("h1").text == "حدث خطأ"
    assert root.one("html").attributes["dir"] == "rtl"


def test_a_hole_in_the_catalogue_is_marked_as_english(rf):
    from django.template import Context, Template

    from kushk.reader.interface import interface_named

    shown = Template('{% load stand %}{% say "Never translated" %}').render(Context({"ui": interface_named("ar")}))
    assert shown == '<span lang="en" dir="ltr">Never translated</span>'


def test_addresses_are_readable(client, stand):
    path = path_of(stand["bahr"].stories.first(), "ar")
    assert re.search(r"[\u0600-\u06ff]", unquote(path))
    assert client.get(path).status_code == 200
