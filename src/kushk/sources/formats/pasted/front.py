# ruff: noqa: PLR2004 - small sizes in words, lines and letters, each at the one place that it decides
"""The front of a story: its headline, publication, date, byline and standfirst."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kushk.sources.formats.dates import find_date, parse_date
from kushk.sources.formats.pasted.headline import MARKED, META, SITE, THIN, bases, find_headline
from kushk.sources.formats.pasted.items import Item, Kind
from kushk.sources.formats.pasted.run import Run
from kushk.sources.formats.pasted.words import plain

_LONGEST_PERSON = 4
_PRESS = tuple("报報闻聞刊社网網보")
_NAME_WIDTH = 42
_NAME_WORDS = 6
_STANDFIRST = 26
_LONGEST_STANDFIRST = 420
_NEAR = 4
_ABOVE = 8
_LONGEST_META = 120
_MAY_HOLD_DATE = frozenset({Kind.TEXT, Kind.BYLINE, Kind.BUTTON})


@dataclass
class Front:
    """What stands above the body. ``used`` are the places of the lines that these parts were taken from."""

    headline: str = ""
    publication: str = ""
    published: str = ""
    byline: str = ""
    standfirst: str = ""
    at: int = -1
    """Place of the headline."""
    body: int = 0
    """Place of the first line of the body."""
    used: set[int] = field(default_factory=set)


def find_front(items: Sequence[Item], publication: str, language: str, *, page: bool, run: Run | None = None) -> Front:
    """Return the front of a story.

    Args:
        items: the lines without the lists of cards.
        publication: the publication, where the cards or an edition line name it.
        language: that of the story, for dates in numbers.
        page: whether this is a page with an interface around the story; a text alone may be all body.
        run: the main run of the page, where it is known.
    """
    front = Front(publication=publication, body=run.start if run else _body_start(items))
    front.at = find_headline(items, front.body, publication, page=page)
    if front.at < 0:
        front.body = 0 if not page else front.body
    else:
        headline = items[front.at].text
        front.headline = MARKED.sub("", headline, count=1) if headline.startswith("#") else headline
        front.used.add(front.at)
        front.body = max(front.body, front.at + 1)
        front.body = _past_meta(items, front.body)
    if page or front.at >= 0:
        _read_meta(items, front, language)
        _find_publication(items, front)
        _find_standfirst(items, front)
    return front


def _body_start(items: Sequence[Item]) -> int:
    for at, item in enumerate(items):
        if item.kind is Kind.TEXT and item.long and not item.tail and not item.text.startswith("#"):
            return at
    return len(items)


def _past_meta(items: Sequence[Item], start: int) -> int:
    """Step over a first paragraph that date or byline part from the next one: it is the standfirst."""
    at = start + 1
    while at < len(items) and not (items[at].kind is Kind.TEXT and items[at].long):
        at += 1
    parted = any(item.kind in {Kind.DATE, Kind.META, Kind.BYLINE} for item in items[start + 1 : at])
    return at if start < len(items) and at < len(items) and parted and at - start <= 12 else start


def _read_meta(items: Sequence[Item], front: Front, language: str) -> None:
    """Take date and byline, those after the headline before those right above it."""
    places = [*range(front.at + 1, front.body), *range(front.at - 1, max(-1, front.at - _ABOVE), -1)]
    for at in places:
        item = items[at]
        for part in item.parts or (item,):
            _read_part(part, front, language)
        if item.kind in META:
            front.used.add(at)
    if not front.published:
        lines = (items[at] for at in places if items[at].kind in _MAY_HOLD_DATE and items[at].width <= _LONGEST_META)
        front.published = next((found[0] for item in lines if (found := find_date(item.text, language))), "")


def _read_part(part: Item, front: Front, language: str) -> None:
    if part.kind is Kind.DATE and not front.published:
        front.published = parse_date(part.text, language)
    elif part.kind is Kind.BYLINE and not front.byline:
        front.byline = part.value
    elif part.kind is Kind.EDITION:
        front.published = front.published or parse_date(part.text, language)


def _find_publication(items: Sequence[Item], front: Front) -> None:
    _from_title(items, front)
    _from_rights(items, front)
    near = _names_at_date(items, front)
    people = [(at, name) for at, name in near if _is_person(name) and not name.endswith(_PRESS)]
    near = [found for found in near if found not in people]
    known = plain(front.publication)
    if not known and near:
        counted = Counter(plain(item.text) for item in items)
        best = max(near, key=lambda pair: counted[plain(pair[1])])
        front.publication = best[1]
        known = plain(front.publication)
    for at in range(front.body):
        if plain(items[at].text) in {known, plain(front.headline)} - {""}:
            front.used.add(at)
    for at, name in near + people:
        if (
            plain(name) != known
            and not front.byline
            and (2 <= len(name.split()) <= 4 or _is_person(name))
            and at not in front.used
        ):
            front.byline = name
            front.used.add(at)


def _from_title(items: Sequence[Item], front: Front) -> None:
    """A page's title repeats the headline and adds the publication: Headline | Publication."""
    headline = front.headline
    if not headline:
        return
    for at in range(front.body):
        text = items[at].text
        if headline in bases(text):
            front.used.add(at)
            front.publication = front.publication or SITE.sub("", text[len(headline) :], count=1).strip()


_RIGHTS = re.compile(
    r"(?:©|ⓒ|\(c\)|copyright)[\s©]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*,?\s*(?P<name>[^\d.,|©]{2,60})", re.IGNORECASE
)


def _from_rights(items: Sequence[Item], front: Front) -> None:
    """A name that stands at the top of the page and in the line about rights is the publication's."""
    if front.publication:
        return
    rights = " ".join(plain(match["name"]) for item in items if item.tail and (match := _RIGHTS.search(item.text)))
    for item in items[: front.body]:
        if item.kind is Kind.TEXT and _is_name(item) and rights and plain(item.text) in rights:
            front.publication = item.text
            return


def _is_person(name: str) -> bool:
    """Whether a name in Chinese signs or Korean syllables is as short as a person's."""
    bare = name.replace(" ", "")
    return len(bare) <= _LONGEST_PERSON and all(
        "\u3400" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in bare
    )


def _names_at_date(items: Sequence[Item], front: Front) -> list[tuple[int, str]]:
    """Return the short lines beside the date, and the short parts of the line that holds it, with their places."""
    found: list[tuple[int, str]] = []
    reach = range(_top(items, front), front.body)
    for at in reach:
        if items[at].kind is Kind.META:
            found += [(at, part.text) for part in items[at].parts if part.kind is Kind.TEXT and _is_name(part)]
    for at in reach:
        if items[at].kind is Kind.TEXT and at != front.at and _is_name(items[at]) and _beside_meta(items, at):
            found.append((at, items[at].text))
    return found or _masthead(items, front)


def _top(items: Sequence[Item], front: Front) -> int:
    """Return the place from which on only dates, names and buttons stand above the headline."""
    at = front.at
    while at > 0 and front.at - at < 2 * _NEAR:
        above = items[at - 1]
        if above.kind not in META | THIN and not (above.kind is Kind.TEXT and _is_name(above)):
            break
        at -= 1
    return max(at, 0)


def _masthead(items: Sequence[Item], front: Front) -> list[tuple[int, str]]:
    """The first words of a page, right above its headline, are the publication's name."""
    above = [at for at in range(front.at) if items[at].kind is Kind.TEXT]
    if len(above) != 1 or not _is_name(items[above[0]]):
        return []
    near = all(item.kind in THIN for item in items[above[0] + 1 : front.at])
    return [(above[0], items[above[0]].text)] if near else []


def _is_name(item: Item) -> bool:
    return (
        item.width <= _NAME_WIDTH and len(item.text.split()) <= _NAME_WORDS and not item.ends and " - " not in item.text
    )


def _beside_meta(items: Sequence[Item], at: int) -> bool:
    for step in (1, -1):
        near = at + step
        while 0 <= near < len(items) and items[near].kind in THIN and abs(near - at) <= 2:
            near += step
        if 0 <= near < len(items) and items[near].kind in {Kind.DATE, Kind.META, Kind.BYLINE}:
            return True
    return False


def _find_standfirst(items: Sequence[Item], front: Front) -> None:
    if front.at < 0 or (front.body >= len(items) and not front.published):
        return
    for at in range(front.at + 1, front.body):
        item = items[at]
        if (
            item.kind is Kind.TEXT
            and at not in front.used
            and not item.tail
            and item.width >= _STANDFIRST
            and _is_sentence(items, at)
        ):
            front.standfirst = item.text
            front.used.add(at)
            return
    if front.body < len(items) and _is_standfirst(items, front):
        front.standfirst = items[front.body].text
        front.used.add(front.body)


def _is_sentence(items: Sequence[Item], at: int) -> bool:
    """Whether a line says more than a name or a place does, and is no caption and no button among buttons.

    Scripts without spaces are told by their length.
    """
    text, beside = items[at].text, (items[at - 1].kind, items[min(at + 1, len(items) - 1)].kind)
    if not items[at].ends and (beside[1] is Kind.CREDIT or all(kind in THIN for kind in beside)):
        return False
    return len(text.split()) > 4 or len(text) > 3 * _STANDFIRST or text[-1] > "\u0e00"


def _is_standfirst(items: Sequence[Item], front: Front) -> bool:
    """Whether the first paragraph sums the story up rather than begins it."""
    first = items[front.body]
    following = [item for item in items[front.body + 1 :] if item.kind is Kind.TEXT and item.long and not item.tail]
    if len(following) < 2 or first.width > _LONGEST_STANDFIRST or _dateline(first.text):
        return False
    after = items[front.body + 1]
    if after.kind in {Kind.BYLINE, Kind.DATE, Kind.META, Kind.MINUTES}:
        return True
    if not first.ends and sum(item.ends for item in following) > len(following) / 2:
        return True
    if _dateline(following[0].text):
        return True
    sentences = [len(_ENDS.findall(item.text)) for item in following]
    widths = sorted(item.width for item in following)
    usual = widths[len(widths) // 2]
    return len(_ENDS.findall(first.text)) <= 1 and sum(sentences) / len(sentences) > 1.5 and first.width < 0.6 * usual


_ENDS = re.compile(r"[.!?](?=[\"'”’»)]*(?:\s|$))|[。！？۔؟।]")
_DATELINE = re.compile(
    r"[^\W\d_][^.!?:;]{1,40}?(?:\s?[(（][^()（）]{2,30}[)）])?\s?(?:[-–—−]{1,2}\s|:\s|\s?／)|【[^】]{2,20}】|[(（][^()（）]{2,30}[)）]\s?[-–—]"
)


def _dateline(text: str) -> bool:
    """Whether a paragraph begins with where it was written, as NAIROBI (Reuters) does."""
    match = _DATELINE.match(text)
    if not match:
        return False
    place = match[0].rstrip(" -–—−:／")
    return not match[0].endswith(": ") or place == place.upper()
