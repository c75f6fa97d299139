"""The vocabularies of feeds: which namespace addresses, prefixes and spellings mean the same element."""

from __future__ import annotations

from functools import lru_cache

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
BASE = f"{{{XML_NAMESPACE}}}base"
LANG = f"{{{XML_NAMESPACE}}}lang"
RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"

_FAMILIES: dict[str, tuple[str, ...]] = {
    "": (
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/2.0/",
        "http://purl.org/net/rss1.1#",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd",
        "http://backend.userland.com/rss",
        "http://backend.userland.com/rss091",
        "http://backend.userland.com/rss092",
        "http://backend.userland.com/rss093",
        "http://backend.userland.com/rss094",
        "http://backend.userland.com/rss2",
        "http://blogs.law.harvard.edu/tech/rss",
        "http://cyber.law.harvard.edu/rss/rss.html",
        "http://www.rssboard.org/rss-specification",
        "http://madskills.com/public/xml/rss/module/",
        "http://example.com/newformat#",
        "http://example.com/necho",
    ),
    "atom": ("http://www.w3.org/2005/atom", "http://purl.org/atom/ns#", "https://www.w3.org/2005/atom"),
    "rdf": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#",),
    "dc": ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/", "http://purl.org/dc/elements/1.1"),
    "dcterms": ("http://purl.org/dc/terms/",),
    "content": ("http://purl.org/rss/1.0/modules/content/",),
    "media": (
        "http://search.yahoo.com/mrss/",
        "http://search.yahoo.com/mrss",
        "http://video.search.yahoo.com/mrss",
        "http://video.search.yahoo.com/mrss/",
        "http://tools.search.yahoo.com/mrss/",
        "https://search.yahoo.com/mrss/",
        "http://www.rssboard.org/media-rss",
    ),
    "itunes": ("http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd"),
    "googleplay": ("http://www.google.com/schemas/play-podcasts/1.0",),
    "sy": ("http://purl.org/rss/1.0/modules/syndication/",),
    "xhtml": (XHTML_NAMESPACE, "http://www.w3.org/tr/rec-html40"),
    "feedburner": ("http://rssnamespace.org/feedburner/ext/1.0",),
    "pheedo": ("http://www.pheedo.com/namespace/pheedo",),
    "app": ("http://www.w3.org/2007/app", "http://purl.org/atom/app#"),
    "thr": ("http://purl.org/syndication/thread/1.0",),
    "history": ("http://purl.org/syndication/history/1.0",),
    "yandex": ("http://news.yandex.ru", "http://turbo.yandex.ru"),
    "georss": ("http://www.georss.org/georss",),
    "enc": ("http://purl.oclc.org/net/rss_2.0/enc#",),
    "slash": ("http://purl.org/rss/1.0/modules/slash/",),
    "wfw": ("http://wellformedweb.org/commentapi/",),
    "cc": ("http://backend.userland.com/creativecommonsrssmodule", "http://web.resource.org/cc/"),
    "admin": ("http://webns.net/mvcb/",),
    "image": ("http://purl.org/rss/1.0/modules/image/",),
    "prism": ("http://prismstandard.org/namespaces/basic/2.0/", "http://prismstandard.org/namespaces/1.2/basic/"),
}

_BY_ADDRESS = {address.rstrip("/#"): family for family, addresses in _FAMILIES.items() for address in addresses}

KNOWN_PREFIXES = {family: addresses[0] for family, addresses in _FAMILIES.items() if family} | {
    "rss": "",
    "atom": "http://www.w3.org/2005/Atom",
    "a10": "http://www.w3.org/2005/Atom",
    "atom10": "http://www.w3.org/2005/Atom",
    "dct": "http://purl.org/dc/terms/",
    "xhtml": XHTML_NAMESPACE,
    "turbo": "http://turbo.yandex.ru",
}
"""What a prefix stands for where the feed forgot to declare it."""


@lru_cache(maxsize=4096)
def key(tag: str, prefix: str | None = None, home: str = "") -> str:
    """Return ``family:local`` in lower case, ``local`` alone for plain RSS elements, for a tag in Clark notation.

    Args:
        tag: ``{address}local`` or ``local``.
        prefix: how the feed wrote it; decides where the address is unknown.
        home: the address that stands for plain RSS in this document; so does an unknown one without a prefix.
    """
    address, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    local = local.lower()
    if not address or address == home:
        return local
    family = _BY_ADDRESS.get(address.lower().rstrip("/#"))
    if family is None and prefix:
        family = prefix.lower() if prefix.lower() in _FAMILIES else f"?{prefix}"
    return f"{family}:{local}" if family else local
