"""What a page tells beside its text: its own address, its description, whom it leads to, and what it leaves unsaid."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.functional.reader.building import FULL
from tests.functional.reader.pages import page

from kushk.core.compose import compose
from kushk.core.draft import paragraph
from kushk.library import api as library

pytestmark = pytest.mark.django_db


def path_of(told, language: str) -> str:
    return reverse("reader:story", args=[language, told.public_id, told.slug])


@pytest.fixture
def invented(db):
    """A story from a host that cannot exist, as the sample stories are."""
    paper = library.add_publication("Marsa", slug="marsa", language="en-GB", homepage="https://marsa.example/")
    source, _ = library.add_source(paper, "https://marsa.example/feed")
    library.set_rights(source, FULL)
    plain = compose("en-GB", [paragraph("The river was calm. " * 40)], headline="A calm river")
    arrival = library.Arrival(document=plain, guid="1", url="https://marsa.example/1")
    library.store_stories(paper, source, [arrival])
    return paper.stories.get()


def test_nobody_is_led_to_a_host_that_cannot_exist(client, invented):
    for path in (path_of(invented, "en"), "/ar/p/marsa/"):
        assert "marsa.example" not in client.get(path).content.decode()
    library.set_rights(invented.source, library.RightsTerms(extent="excerpt", excerpt_characters=60))
    cut = page(client.get(path_of(invented, "en")).content)
    assert cut.one("section", class_="box").one("h2").text == "The whole story is at the publisher"
    assert not cut.one("section", class_="box").all("a")


def test_a_host_stands_apart_from_the_words_before_it(client, stand, first):
    link = page(client.get(path_of(first, "en")).content).one("p", class_="origin").one("a")
    assert "".join(child if isinstance(child, str) else child.text for child in link.children) == (
        "The original at gazette.news-of-nowhere.org"
    )
    arabic = page(client.get(path_of(first, "ar")).content).one("p", class_="origin").one("a")
    assert arabic.text == "المقال الأصلي في gazette.news-of-nowhere.org"


def test_the_language_is_named_only_where_it_is_not_the_readers(client, stand, invented, first):
    def facts(told, language):
        return (
            page(client.get(path_of(told, language)).content)
            .one("article", class_="story")
            .one("p", class_="facts")
            .text
        )

    assert "English" not in facts(first, "en")
    assert "English" not in facts(invented, "en")
    assert "الإنجليزية" in facts(invented, "ar")
    assert "المملكة" not in facts(invented, "ar")
    type(first).objects.filter(pk=first.pk).update(language="und")
    assert "لغة" not in facts(first, "ar")


def test_only_a_whole_story_has_an_end_mark(client, first):
    def classes():
        return page(client.get(path_of(first, "en")).content).all("article", class_="story")[0].attributes["class"]

    assert classes() == "story"
    library.set_rights(first.source, library.RightsTerms(extent="excerpt", excerpt_characters=60))
    assert classes() == "story story--cut"


def test_a_pages_own_address_has_no_campaign_in_it(client, stand, first, settings):
    settings.STAND_URL = "https://stand.example"
    for asked, own in (
        (f"{path_of(first, 'en')}?utm_source=x&fbclid=y", path_of(first, "en")),
        ("/en/latest/?language=ar&utm_medium=z", "/en/latest/?language=ar"),
        ("/en/search/?q=%26+a&x=1", "/en/search/?q=%26+a"),
    ):
        root = page(client.get(asked).content)
        assert root.one("link", rel="canonical").attributes["href"] == f"https://stand.example{own}"
        assert all("utm" not in link.attributes["href"] for link in root.all("link", rel="alternate"))


def test_every_page_describes_itself_once(client, stand, first):
    described = {}
    for path in ("/en/", "/ar/about/", "/en/p/gazette/", "/en/p/plaza/", path_of(first, "en")):
        described[path] = page(client.get(path).content).one("meta", name="description").attributes["content"]
    assert described["/en/"].startswith("Kushk is a newsstand")
    assert described["/ar/about/"].startswith("يجمع Kushk الصحف")
    assert described["/en/p/gazette/"] == "News from both banks."
    assert described["/en/p/plaza/"] == "La Plaza Mayor"
    assert described[path_of(first, "en")] == first.dek


def test_titles_say_what_is_on_the_page(client, stand, first):
    titles = {
        path: page(client.get(path).content).one("title").text
        for path in ("/en/search/?q=tea", "/en/", path_of(first, "en"))
    }
    assert list(titles.values()) == [
        "tea · Search · Kushk",
        "Kushk · Front page",
        f"{first.headline} · The Ferry Gazette",
    ]


def test_a_publications_own_stories_do_not_repeat_its_name(client, stand, first):
    latest = page(client.get(path_of(first, "en")).content).one("section", class_="more").all("ul")[-1]
    assert latest.all("article")
    assert not latest.all("p", class_="card__publication")


def test_a_table_that_is_reached_by_tab_has_the_name_of_its_caption(client, stand, first):
    body = page(client.get(path_of(first, "en")).content).one("div", class_="body")
    table = body.one("div", class_="table")
    (named,) = [each for each in body.walk() if each.attributes.get("id") == table.attributes["aria-labelledby"]]
    assert named.text == "Crossings a day"


def test_every_page_takes_few_queries(client, stand, first, django_assert_max_num_queries):
    section = library.sections_of(stand["gazette"])[0]
    for path, most in (
        ("/en/publications/", 5),
        ("/en/search/?q=river", 7),
        (reverse("reader:section", args=["en", "gazette", section.slug]), 7),
        ("/en/p/gazette/issues/2026-11-19/", 7),
        (f"/en/corrections/{first.public_id}/", 4),
        ("/en/about/", 1),
        ("/colours/rack.css", 1),
    ):
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200
