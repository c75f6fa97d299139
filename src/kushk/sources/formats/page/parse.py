"""From a page to its story: read the head, the shown metadata, the body; choose; put together."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from itertools import islice

from lxml import etree

from kushk.core.compose import compose
from kushk.core.detect import detect
from kushk.core.document import BlockKind
from kushk.core.draft import DraftBlock
from kushk.sources.formats.charset import decode
from kushk.sources.formats.discover import discover
from kushk.sources.formats.errors import EmptyInput, NoStory, TooLarge
from kushk.sources.formats.html import html_blocks
from kushk.sources.formats.html_links import resolve
from kushk.sources.formats.html_tree import LARGEST, parse_html
from kushk.sources.formats.page.body import (
    Body,
    agreement,
    is_unsure,
    library_body,
    plain,
    read_body,
    told_body,
    weight,
)
from kushk.sources.formats.page.head import Head, read_head
from kushk.sources.formats.page.headline import find_headline, folded, shown_text
from kushk.sources.formats.page.jsonld import LinkedData, linked_data
from kushk.sources.formats.page.language import as_tag, declared_language
from kushk.sources.formats.page.measure import weigh
from kushk.sources.formats.page.moments import date_in_address, find_moments
from kushk.sources.formats.page.names import Role
from kushk.sources.formats.page.people import find_people
from kushk.sources.formats.page.pictures import find_picture
from kushk.sources.formats.page.publisher import find_publication, site_names
from kushk.sources.formats.page.refine import refine
from kushk.sources.formats.page.related import find_related
from kushk.sources.formats.page.standfirst import find_standfirst
from kushk.sources.formats.page.state import state_text
from kushk.sources.formats.page.survey import Survey, survey
from kushk.sources.formats.parsed import FeedLink, Input, ParsedStory

_LEAST = 60
"""Weight of text below which a page has no story."""
_FRONT = 700
"""Weight of text below which an undated page with very many links has no story."""
_LINKS = 2_000
_LINKS_BESIDE = 6
_TOLD = 400
_HEAD = 60_000
"""Characters at a page's beginning in which its feeds are announced."""
_TELLING = 1500
"""Characters from which a language is told."""
_OPENING = 80
"""Weight of a paragraph above the text that is worth keeping."""


@dataclass(slots=True)
class _Page:
    """A page with what is known of it."""

    text: str
    root: etree._Element
    url: str
    base: str
    head: Head
    data: LinkedData
    language: str


def parse_page(input: Input) -> ParsedStory:  # noqa: A002 the contract's name
    """Return the story of a web page.

    Raises:
        EmptyInput: there is nothing in the page.
        NoStory: the page has no running text of its own, as a front page.
        TooLarge: the page is longer than any that is worth reading.
    """
    page = _read(input)
    names = site_names(page.head, page.data, page.url)
    title, shown = _headline(page, names)
    seen = survey(page.root, shown)
    byline, authors = find_people(seen, page.head, page.data, names, page.language)
    published, modified = find_moments(seen, page.head, page.data, shown, page.language)
    published = published or date_in_address(page.url) or date_in_address(_canonical(page))
    standfirst, dek = find_standfirst(seen, page.head, page.data, title, shown)
    related = find_related(seen, page.base, page.language, title)
    lead = _lead_figure(shown)
    body = _body(page)
    opening = _opening(seen, shown, dek, body.element)
    blocks = refine((*opening, *body.blocks), title, standfirst, authors, page.language)
    if standfirst and dek is not None and weight(blocks) < _LEAST:
        blocks, standfirst = body.blocks, ""
    if weight(blocks) < _LEAST or (not published and _is_front(page, body, weight(blocks))):
        raise NoStory
    if lead is not None and _is_above(seen, lead, body.element):
        blocks = _with_lead(lead, blocks, page)
    language = detect("\n".join((title, standfirst, plain(blocks)))[:_TELLING], page.language)
    return ParsedStory(
        format="page",
        document=compose(language, blocks, headline=title, standfirst=standfirst, byline=byline),
        url=_canonical(page),
        title=title,
        byline=byline,
        authors=authors,
        published=published,
        modified=modified,
        publication=find_publication(page.head, page.data, page.url, title),
        section=_section(page),
        summary=page.head.first("og:description", "description", "twitter:description"),
        excerpt=_is_cut(page.data),
        categories=_categories(page),
        picture=find_picture(page.head, page.data, blocks, page.base),
        related=related,
        feeds=_feeds(page),
        warnings=body.warnings,
    )


def _read(input: Input) -> _Page:  # noqa: A002
    if not input.body.strip():
        raise EmptyInput
    if len(input.body) > LARGEST:
        raise TooLarge(limit=LARGEST)
    text = decode(input.body, input.media_type).text
    root = parse_html(text)
    head = read_head(root)
    url = input.url or resolve(head.first("og:url"), "") or resolve(next(iter(head.links.get("canonical", ())), ""), "")
    named = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    base = resolve(named or "", url) or url
    data = linked_data(root, url)
    language = declared_language(head, data) or as_tag(input.headers.get("content-language", ""))
    return _Page(text, root, url, base, head, data, language)


def _headline(page: _Page, names: list[str]) -> tuple[str, etree._Element | None]:
    told = [
        *page.data.texts("headline")[:1],
        *page.head.every("og:title")[:1],
        *page.head.every("twitter:title", "dc.title", "title", "headline", "sailthru.title", "parsely-title")[:2],
        page.head.title,
    ]
    return find_headline(page.root, [unescape(title) for title in told if title], names)


def _body(page: _Page) -> Body:
    told = max(page.data.texts("articleBody", "text", "reviewBody", "transcript"), key=len, default="")
    raw = page.data.story.get("articleBody")
    drawn_by_scripts = state_text(page.root) if _is_bare(page.root) else ""
    own = read_body(page.root, page.base, page.language)
    best = own
    if is_unsure(own) and own.linked < _LINKS_BESIDE * own.lost:
        other = library_body(page.text, page.base, page.language)
        if weight(other.blocks) > 2 * weight(own.blocks):
            best = other
    if weigh(told) > _TOLD:
        known, covered = agreement(plain(best.blocks), told)
        if covered < 0.5 or (known < 0.35 and covered < 0.9):
            from_data = told_body(raw if isinstance(raw, str) else told, page.base, page.language)
            if from_data.blocks:
                best = from_data
    if weight(best.blocks) < _LEAST:
        drawn = told_body(drawn_by_scripts, page.base, page.language)
        best = drawn if weight(drawn.blocks) > _TOLD / 2 else best
    return Body(best.blocks, own.element, 0, best.warnings, own.linked)


def _is_bare(root: etree._Element) -> bool:
    """Tell whether a page shows next to nothing without its scripts."""
    return sum(weigh(shown_text(element)) for element in islice(root.iter("p", "article", "h1"), 20)) < _TOLD


def _is_front(page: _Page, body: Body, held: int) -> bool:
    """Tell whether a page leads to stories and is none: little text of its own among many links, and no sign of one."""
    told = page.data.story or "article" in page.head.first("og:type")
    return not told and held < _FRONT and body.linked > max(_LINKS, _LINKS_BESIDE * held)


def _lead_figure(shown: etree._Element | None) -> etree._Element | None:
    """Return the figure that a page shows with its headline, above the text."""
    if shown is None:
        return None
    for above in list(shown.iterancestors())[:4]:
        if above.tag in {"body", "html"}:
            return None
        figure = next(above.iter("figure"), None)
        if figure is not None:
            return figure
    return None


def _is_above(seen: Survey, lead: etree._Element, body: etree._Element | None) -> bool:
    """Tell whether a figure stands above the text and belongs to the story."""
    beside = Role.RELATED | Role.COMMENTS
    return body is not None and seen.place[lead] < seen.place.get(body, 0) and not seen.within(lead, beside)


def _opening(
    seen: Survey, shown: etree._Element | None, dek: etree._Element | None, body: etree._Element | None
) -> list[DraftBlock]:
    """Return paragraphs that stand between the headline and the element that holds the text."""
    if shown is None or body is None or body.tag == "body" or any(above is body for above in shown.iterancestors()):
        return []
    first, last = seen.place.get(shown, 0), seen.place.get(body, 0)
    found: list[DraftBlock] = []
    for holder in list(body.iterancestors())[:6]:
        for element in holder.iter("p"):
            if not first < seen.place.get(element, 0) < last or element is dek or weigh(shown_text(element)) < _OPENING:
                continue
            if seen.role(element) or any(
                above is dek or above.tag in {"figure", "blockquote", "li", "template"}
                for above in element.iterancestors()
            ):
                continue
            found.extend(block for block in html_blocks(element).blocks if block.kind is BlockKind.PARAGRAPH)
        if found or holder.tag in {"article", "main", "body"}:
            break
    return found[:3]


def _with_lead(lead: etree._Element, blocks: tuple[DraftBlock, ...], page: _Page) -> tuple[DraftBlock, ...]:
    if any(block.kind is BlockKind.FIGURE for block in blocks[:2]):
        return blocks
    figures = [block for block in html_blocks(lead, page.base, page.language).blocks if block.kind is BlockKind.FIGURE]
    known = {block.media.src for block in blocks if block.media is not None}
    first = next((block for block in figures if block.media is not None and block.media.src not in known), None)
    return (first, *blocks) if first is not None else blocks


def _feeds(page: _Page) -> tuple[FeedLink, ...]:
    """Return the feeds that the page's head announces."""
    if not page.head.links.get("alternate") and not page.head.links.get("feed"):
        return ()
    end = page.text.find("<body")
    return discover(page.text[: min(end if end > 0 else _HEAD, _HEAD)], page.base)


def _canonical(page: _Page) -> str:
    told = next(iter(page.head.links.get("canonical", ())), "") or page.head.first("og:url")
    return resolve(told, page.base) or page.url


def _section(page: _Page) -> str:
    return page.head.first(
        "article:section", "section", "parsely-section", "sailthru.section", "og:section"
    ) or page.data.text("articleSection")


def _categories(page: _Page) -> tuple[str, ...]:
    told = [
        *page.data.texts("keywords"),
        *page.head.every("article:tag", "parsely-tags", "sailthru.tags", "news_keywords", "keywords"),
    ]
    words = [
        word.strip()
        for text in told
        for word in text.replace("،", ",").replace("、", ",").replace("，", ",").split(",")
    ]
    found: dict[str, str] = {}
    for word in words:
        if word and len(word) < 80:
            found.setdefault(folded(word), word)
    return tuple(found.values())[:30]


def _is_cut(data: LinkedData) -> bool:
    """Tell whether the page says that only its subscribers get the whole story."""
    return str(data.story.get("isAccessibleForFree", "")).lower() == "false"
