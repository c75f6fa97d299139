"""Hostile text in every place where a page shows something."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse
from tests.functional.reader.building import FULL
from tests.functional.reader.pages import page

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Mark, MarkKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.library import api as library

pytestmark = pytest.mark.django_db

EVIL = "\"><img src=x onerror=alert(1)></script><script>alert(2)</script>'{{ 7*7 }}{% load x %}\ue0000\ue001"


@pytest.fixture
def hostile(db, client):
    paper = library.add_publication(
        slug="evil",
        name=EVIL[:100],
        native_name=EVIL[:100],
        language="en",
        topic=EVIL[:60],
        country="XX",
        homepage="javascript:alert(1)",
        description=EVIL,
        licence=EVIL,
    )
    source, _ = library.add_source(paper, "https://evil.example/feed")
    library.set_rights(source, FULL)
    cell = DraftBlock(BlockKind.CELL, RichText(EVIL), level=1, columns=2)
    blocks = [
        DraftBlock(
            BlockKind.PARAGRAPH,
            RichText(
                EVIL,
                (
                    Mark(MarkKind.LINK, 0, 9, "javascript:alert(1)"),
                    Mark(MarkKind.LINK, 10, 20, 'https://e.example/"onmouseover="alert(1)'),
                    Mark(MarkKind.LANGUAGE, 2, 6, language='"><b>'),
                ),
            ),
        ),
        DraftBlock(BlockKind.PARAGRAPH, RichText("x"), language='"><script>'),
        DraftBlock(BlockKind.HEADING, RichText(EVIL), level=99),
        DraftBlock(BlockKind.LIST, ordered=True, start=-5, children=(DraftBlock(BlockKind.ITEM, RichText(EVIL)),)),
        DraftBlock(BlockKind.QUOTE, RichText(EVIL), children=(paragraph(EVIL),)),
        DraftBlock(BlockKind.TABLE, RichText(EVIL), children=(DraftBlock(BlockKind.ROW, children=(cell,)),)),
        DraftBlock(BlockKind.CODE, RichText(EVIL)),
        DraftBlock(
            BlockKind.FIGURE,
            RichText(EVIL),
            media=Media(MediaKind.IMAGE, "javascript:alert(1)", alt=EVIL, title=EVIL),
            credit=EVIL,
        ),
        DraftBlock(
            BlockKind.EMBED,
            RichText(EVIL),
            media=Media(MediaKind.PAGE, "javascript://youtube.com/%0Aalert(1)", title=EVIL),
        ),
    ]
    arrival = library.Arrival(
        document=compose("en", blocks, headline=EVIL, standfirst=EVIL, byline=EVIL),
        guid="1",
        url="javascript:alert(1)",
        published="2026-11-01",
        section=EVIL,
        categories=(EVIL,),
    )
    library.store_stories(paper, source, [arrival])
    return paper.stories.get()


def sinks(root):
    for element in root.walk():
        yield from (name for name in element.attributes if name.startswith("on"))
        for name in ("href", "src", "action"):
            address = element.attributes.get(name, "")
            if address and not address.startswith(("/", "#", "https://", "http://")):
                yield address
        data = element.attributes.get("type") in {"application/ld+json", "application/json"}
        own = element.attributes.get("src", "").startswith("/static/") and not element.text
        if element.name == "script" and not data and not own:
            yield "script"
        if (
            element.name in {"iframe", "object", "embed", "form"}
            and element.attributes.get("action", "/").startswith("/") is False
        ):
            yield element.name


def test_hostile_text_stays_text_on_every_page(client, hostile):
    story = (
        reverse("reader:story", args=["en", hostile.public_id, hostile.slug])
        if hostile.slug
        else f"/en/s/{hostile.public_id}/"
    )
    library.correct_story(hostile, compose("en", [paragraph(EVIL + " new")], headline=EVIL), note=EVIL)
    section = hostile.section
    paths = [
        story,
        "/en/",
        "/ar/",
        "/en/latest/",
        "/en/publications/",
        "/en/p/evil/",
        f"/en/corrections/{hostile.public_id}/",
        reverse("reader:section", args=["en", "evil", section.slug]),
    ]
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        root = page(answer.content)
        assert list(sinks(root)) == [], path
        assert "onerror=alert(1)" in answer.content.decode(), path
        assert "49" not in root.one("main").text.replace("2049", ""), path


def test_the_data_script_cannot_be_left(client, hostile):
    path = reverse("reader:story", args=["en", hostile.public_id, hostile.slug])
    root = page(client.get(path).content)
    data = json.loads(root.one("script", type="application/ld+json").text)
    assert data["headline"].split() == hostile.headline.split()
    assert "isBasedOn" not in data


def test_hostile_addresses_and_queries_stay_text(client, hostile):
    for path in (
        f"/en/search/?q={EVIL}",
        f"/en/?language={EVIL}&topic={EVIL}&country={EVIL}",
        f"/en/latest/?after={EVIL}",
        f"/en/{EVIL}/",
        f"/{EVIL}",
        f"/en/search/?q=a&publication={EVIL}&since={EVIL}",
    ):
        answer = client.get(path.replace("{", "%7B").replace("#", ""))
        assert list(sinks(page(answer.content))) == [], path


def test_the_language_switch_never_leaves_the_stand(client, db):
    for path in (
        "/en//evil.example/?remember",
        "/en/\\evil.example?remember",
        "/en/%2f%2fevil.example/?remember",
        "/en/https:/evil.example/?remember",
        "/en/%0d%0aLocation:evil/?remember",
        "/en/..//evil.example?remember",
    ):
        answer = client.get(path)
        assert answer["Location"].startswith("/en/"), path
        assert "\n" not in answer["Location"]


def test_links_never_come_from_the_host_header(client, hostile, settings):
    settings.STAND_URL = "https://stand.example"
    settings.ALLOWED_HOSTS = ["*"]
    plain = client.get("/en/p/evil/").content
    assert client.get("/en/p/evil/", headers={"host": "attacker.example"}).content == plain
    assert b"attacker.example" not in plain


def test_a_foreign_host_is_refused(client, db):
    assert client.get("/en/", headers={"host": "attacker.example"}).status_code == 400


def test_an_unknown_kind_of_block_is_skipped(rf):
    from dataclasses import replace

    from django.template import Context

    from kushk.core.document import Block, Sentence
    from kushk.reader.blocks import rendered
    from kushk.reader.interface import interface_named

    known = Block(BlockKind.PARAGRAPH, (Sentence("s1-a", "seen"),))
    unknown = replace(known, kind=BlockKind.HEADLINE, sentences=(Sentence("s1-b", "unseen"),))
    shown = rendered([unknown, known], Context({"ui": interface_named("en")}))
    assert "seen" in shown
    assert "unseen" not in shown


def test_blocks_nested_beyond_reason_lose_no_text(rf):
    from django.template import Context

    from kushk.core.document import Block, Sentence
    from kushk.reader.blocks import rendered
    from kushk.reader.interface import interface_named

    block = Block(BlockKind.PARAGRAPH, (Sentence("s1-deep", "the deepest words"),))
    for number in range(60):
        block = Block(BlockKind.QUOTE, (Sentence(f"s1-{number}", f"said {number}"),), (block,))
    shown = page(rendered([block], Context({"ui": interface_named("en")})))
    assert "the deepest words" in shown.text
    assert all(f"said {number}" in shown.text for number in range(60))
