"""Which publication a page belongs to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kushk.sources.formats.page.head import Head
from kushk.sources.formats.page.headline import folded, site_part
from kushk.sources.formats.page.jsonld import LinkedData, types_of

_HOST = re.compile(r"^(?:https?://)?[\w\-]+(?:\.[\w\-]+)+/?$")
_YEARS = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?"
_RIGHTS = re.compile(
    rf"\s*(?:版权所有|版權所有|all rights reserved|(?:copyright|\(c\)|©|&copy;)+\s*(?:{_YEARS}\s*)?|"
    rf"\b{_YEARS}\s*$)[.,]?\s*",
    re.IGNORECASE,
)
_NO_SITE = re.compile(
    r"^[\W\d_]*(?:home(?: ?page)?|blog|news|support|start(?:seite)?|accueil|inicio|início|index|"
    r"article|artikel|archives?|"
    r"aktuell(?:es)?|actualit[ée]s?|noticias|notizie|首页|首頁|新闻|新聞|ホーム|ニュース|홈|뉴스|главная|новости|الرئيسية|أخبار)?[\W\d_]*$",
    re.IGNORECASE,
)
"""What a title has beside the headline that names a part of any site, not the site."""
_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|edition|web|news)\.", re.IGNORECASE)


def host_of(url: str) -> str:
    """Return an address's host without ``www.``."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return _PREFIX.sub("", host)


def site_names(head: Head, data: LinkedData, url: str) -> list[str]:
    """Return every name that the page has for its site, the best first."""
    names = [
        *head.every("og:site_name"),
        *data.plain(data.story.get("publisher")),
        *[
            name
            for node in data.nodes
            if {"website", "newsmediaorganization"} & set(types_of(node))
            for name in data.plain(node.get("name"))
        ],
        *head.every(
            "application-name",
            "apple-mobile-web-app-title",
            "al:ios:app_name",
            "dc.publisher",
            "citation_journal_title",
            "copyright",
        ),
    ]
    host = host_of(url)
    names.extend(name for name in (host, host.split(".")[0]) if name)
    return list(dict.fromkeys(name for name in names if 1 < len(name) < 80))


def find_publication(head: Head, data: LinkedData, url: str, headline: str) -> str:
    """Return the publication's name."""
    told = [
        *head.every("og:site_name")[:1],
        *data.plain(data.story.get("publisher"))[:1],
        *[name for node in data.nodes if "website" in types_of(node) for name in data.plain(node.get("name"))][:1],
        *[
            name
            for node in data.nodes
            if "newsmediaorganization" in types_of(node)
            for name in data.plain(node.get("name"))
        ][:1],
        *head.every("application-name", "apple-mobile-web-app-title", "dc.publisher", "citation_journal_title")[:1],
        site_part(head.title, headline),
        head.first("publisher", "copyright"),
    ]
    told = [_RIGHTS.sub("", name.lstrip(" ,.@#")).strip(" ,©") for name in told if name]
    told = [
        name for name in told if 1 < len(name) < 80 and folded(name) != folded(headline) and not _NO_SITE.match(name)
    ]
    proper = [name for name in told if not _HOST.match(name)]
    return next(iter(proper or told), "") or host_of(url)
