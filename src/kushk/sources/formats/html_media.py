"""Pictures, films and embedded pages in outside HTML, as media beside the words."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from kushk.core.document import Media, MediaKind
from kushk.sources.formats.html_links import resolve

_LAZY = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-orig-file",
    "data-large-file",
    "data-full-src",
    "data-hi-res-src",
    "data-url",
    "data-image",
    "data-actualsrc",
    "data-echo",
    "data-img-src",
)
_LAZY_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.\-])(?:blank|spacer|pixel|transparent|placeholder|grey-placeholder|lazy|loading|loader|1x1|dummy)[\w\-]*\.(?:gif|png|svg|jpe?g|webp)|\.svg(?:$|\?)",
    re.IGNORECASE,
)
_TRACKER = re.compile(
    r"feedburner\.com/~|feedsportal\.com|pixel\.(?:wp|quantserve|facebook)\.|stats\.wordpress\.com|b\.gif\?|/pixel\.gif|"
    r"doubleclick\.net|scorecardresearch|google-analytics|googletagmanager|/piwik\.php|/matomo\.php|amazon-adsystem|"
    r"share-buttons|sharebutton|addtoany|addthis|feeds\.wordpress\.com/1\.0|gravatar\.com/avatar",
    re.IGNORECASE,
)
_BEST_WIDTH = 1600
"""Pixels: a candidate wider than this only costs time to fetch."""
_SMALLEST = 33
"""Pixels: smaller pictures are icons and counters."""
_DIGITS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$")
_DESCRIPTOR = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)[wx](?:,(.*))?$")
_AD_FRAME = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|adservice|amazon-adsystem|taboola|outbrain|disqus|recaptcha|"
    r"facebook\.com/plugins/(?:like|share|page|follow)|platform\.twitter\.com/widgets|addthis|sharethis|/ads?[/.?]|"
    r"newsletter|subscribe|about:blank|consent|cookie-?(?:consent|law|bot|notice)",
    re.IGNORECASE,
)
_YOUTUBE = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:embed/|v/|shorts/|watch\?(?:.*&)?v=)|youtu\.be/)([\w\-]{6,20})"
)
_VIMEO = re.compile(r"player\.vimeo\.com/video/(\d+)")
_DAILYMOTION = re.compile(r"dailymotion\.com/embed/video/(\w+)")


def pixels(value: str | None) -> int:
    """Return a ``width`` or ``height`` attribute as pixels, 0 when it is not a plain number."""
    match = _DIGITS.match(value or "")
    return int(match[1]) if match else 0


def picture(element: etree._Element, base: str) -> Media | None:
    """Return the picture that an ``img``, ``amp-img`` or ``picture`` shows, at its largest sensible size."""
    image = element if element.tag != "picture" else next(element.iter("img", "amp-img"), element)
    width, height = pixels(image.get("width")), pixels(image.get("height"))
    if (0 < width < _SMALLEST and height < _SMALLEST) or (0 < height < _SMALLEST and width < _SMALLEST):
        return None
    src = _best_source(element, image, base)
    if not src or _TRACKER.search(src):
        return None
    alt = " ".join((image.get("alt") or "").split())
    return Media(MediaKind.IMAGE, src, alt, width, height, title=" ".join((image.get("title") or "").split()))


def _best_source(element: etree._Element, image: etree._Element, base: str) -> str:
    candidates: list[tuple[float, str]] = []
    sources = [image, *(element.iter("source") if element.tag == "picture" else ())]
    for source in sources:
        for name in _LAZY_SETS:
            value = source.get(name)
            if value:
                candidates.extend(_candidates(value))
    sized = [(size, address) for size, address in candidates if not address.startswith("data:")]
    plain = [image.get(name) or "" for name in ("src", *_LAZY)]
    plain = [address for address in plain if address and not address.lstrip().lower().startswith("data:")]
    real = [address for address in plain if not _PLACEHOLDER.search(address)]
    if sized and (max(sized)[0] > 1 or not real):
        fitting = [pair for pair in sized if pair[0] <= _BEST_WIDTH] or [min(sized)]
        best = resolve(max(fitting, key=lambda pair: pair[0])[1], base)
        if best:
            return best
    return next((found for address in real if (found := resolve(address, base))), "")


def _candidates(srcset: str) -> list[tuple[float, str]]:
    """Return (width in pixels or a density, address) of each candidate of a ``srcset``."""
    found: list[tuple[float, str]] = []
    address = ""
    for token in srcset[:20_000].split()[:80]:
        size = _DESCRIPTOR.match(token)
        if address and size:
            found.append((float(size[1]), address))
            address = (size[2] or "").strip(",")
        else:
            if address:
                found.append((1.0, address))
            address = token.strip(",")
    if address:
        found.append((1.0, address))
    return found


def embedded(element: etree._Element, base: str) -> Media | None:
    """Return what an ``iframe``, ``video``, ``audio``, ``embed``, ``object`` or AMP player shows."""
    tag = str(element.tag)
    if tag in {"video", "audio", "amp-video", "amp-audio"}:
        return _player(element, base, MediaKind.AUDIO if tag.endswith("audio") else MediaKind.VIDEO)
    address = _amp_page(element) or next(
        (value for name in ("src", "data-src", "data-lazy-src", "data") if (value := element.get(name))), ""
    )
    address = resolve(address, base)
    tiny = 0 < pixels(element.get("width")) < 10 or 0 < pixels(element.get("height")) < 10
    if not address or tiny or _AD_FRAME.search(address):
        return None
    return Media(MediaKind.PAGE, page_of(address), title=" ".join((element.get("title") or "").split()))


def _player(element: etree._Element, base: str, kind: MediaKind) -> Media | None:
    for source in (element, *element.iter("source")):
        address = resolve(source.get("src") or source.get("data-src") or "", base)
        if address:
            title = " ".join((element.get("title") or "").split())
            width, height = pixels(element.get("width")), pixels(element.get("height"))
            return Media(kind, address, "", width, height, (source.get("type") or "").split(";")[0], title)
    return None


def _amp_page(element: etree._Element) -> str:
    name = str(element.tag)
    pages = {
        "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
        "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
        "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
        "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
        "amp-facebook": ("data-href", "{}"),
    }
    if name not in pages:
        return ""
    attribute, form = pages[name]
    value = element.get(attribute)
    return form.format(value) if value else ""


def page_of(address: str) -> str:
    """Return the page that a reader would open for the address of an embedded player."""
    if match := _YOUTUBE.search(address):
        return f"https://www.youtube.com/watch?v={match[1]}"
    if match := _VIMEO.search(address):
        return f"https://vimeo.com/{match[1]}"
    if match := _DAILYMOTION.search(address):
        return f"https://www.dailymotion.com/video/{match[1]}"
    parts = urlsplit(address)
    if parts.hostname and parts.hostname.endswith("facebook.com") and parts.path.startswith("/plugins/"):
        return parse_qs(parts.query).get("href", [address])[0]
    return address
