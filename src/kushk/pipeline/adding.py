"""Bring something new in: a feed, a site, a page, a list of feeds, or a file of any of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.text import slugify

from kushk.core.errors import KushkError
from kushk.library.api import (
    FULL_RIGHTS,
    Publication,
    Rights,
    RightsTerms,
    Source,
    SourceKind,
    SourceState,
    add_publication,
    add_source,
    resume_source,
    set_rights,
)
from kushk.pipeline.apart import read_feed, read_input
from kushk.pipeline.flow import BroughtIn, Run, bring_in
from kushk.pipeline.progress import Progress, silent
from kushk.pipeline.retrieve import as_input, read_file, retriever_for
from kushk.pipeline.rounds import bring_in_together
from kushk.sources.fetch.errors import BadStatus
from kushk.sources.fetch.result import Fetched
from kushk.sources.formats.discover import discover
from kushk.sources.formats.errors import NoStory
from kushk.sources.formats.parsed import FeedLink, FeedList, Parsed, ParsedFeed, ParsedStory

Extent = Literal["full", "excerpt", "link"]

_HOST = re.compile(r"(?i)[\w-]+(\.[\w-]+)+(:\d+)?([/?#].*)?")


class NothingToAdd(KushkError):
    """Neither an address nor a file."""

    code = "nothing-to-add"
    words = "“{target}” is neither a web address nor a file."


@dataclass(frozen=True, slots=True)
class AddedSource:
    """One source of an ``AddReport``."""

    source_id: int
    url: str
    title: str
    publication: str
    created: bool
    """False: it was there already."""
    rights: str
    """``full``, ``excerpt``, ``link``, or empty when nobody has decided."""
    brought_in: BroughtIn


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding came to."""

    sources: tuple[AddedSource, ...]
    others: tuple[FeedLink, ...] = ()
    """Further feeds that the site announces; none of them was added."""


def add(target: str, *, rights: Extent | None = None, evidence: str = "", progress: Progress = silent) -> AddReport:
    """Add what ``target`` names and bring its stories in.

    Args:
        target: a web address of a feed, a site, a page or a list of feeds; or the path of a file that holds one.
        rights: what the stand may do with the stories. Left out, a file of stories counts as the operator's own
            (full), and anything from the web stays undecided: headline, link and 200 characters.
        evidence: why; kept with the rights.
        progress: told how far it is.

    Raises:
        NothingToAdd: ``target`` is neither an address nor a file.
        KushkError: it cannot be fetched or read; nothing was added then.
    """
    adding = _Adding(rights, "", evidence, progress)
    path = Path(target).expanduser()
    if "://" in target:
        return adding.from_web(target)
    if path.exists():
        return adding.from_file(path)
    if _HOST.fullmatch(target):
        return adding.from_web(f"https://{target}")
    raise NothingToAdd(target=target)


@dataclass(frozen=True, slots=True)
class _Adding:
    rights: Extent | None
    """As the operator said."""
    otherwise: Extent | Literal[""]
    """Where neither the operator nor a record says anything."""
    evidence: str
    progress: Progress

    def from_web(self, url: str) -> AddReport:
        found = _found(url)
        parsed = _page_or_feed(found)
        if isinstance(parsed, ParsedFeed):
            return AddReport((self._feed(found.moved_to or url, parsed, found),))
        if isinstance(parsed, FeedList):
            return self._listed(parsed.feeds)
        feeds = discover(found.body, found.url)
        for place, link in enumerate(feeds):
            added = self._announced(link)
            if added is not None:
                return AddReport((added,), (*feeds[:place], *feeds[place + 1 :]))
        if isinstance(parsed, KushkError):
            raise parsed
        return AddReport((self._page(url, parsed),))

    def from_file(self, path: Path) -> AddReport:
        found = read_file(path)
        parsed = read_input(as_input(found))
        if isinstance(parsed, FeedList):
            return self._listed(parsed.feeds)
        return AddReport((replace(self, otherwise="full").file(path, parsed, found),))

    def _announced(self, link: FeedLink) -> AddedSource | None:
        """Add a feed that a page announces, unless it turns out to be none."""
        try:
            found = _found(link.url)
            parsed = read_feed(as_input(found))
        except KushkError:
            return None
        return self._feed(found.moved_to or link.url, parsed, found)

    def _listed(self, links: Sequence[FeedLink]) -> AddReport:
        """Add every feed of a list; one that cannot be fetched is added all the same and tried again later."""
        added = []
        for link in links:
            title = link.title or urlsplit(link.url).hostname or link.url
            source, created = _source(link.url, SourceKind.FEED, _Named(title, link.site))
            added.append((source, created, self._decide_rights(source)))
        reports = bring_in_together([source for source, _, _ in added], self.progress)
        return AddReport(tuple(_added(*facts, brought_in) for facts, brought_in in zip(added, reports, strict=True)))

    def _feed(self, url: str, feed: ParsedFeed, found: Fetched) -> AddedSource:
        title = feed.title or urlsplit(url).hostname or url
        publication = _Named(title, feed.url, feed.language, feed.description)
        return self._brought_in(*_source(url, SourceKind.FEED, publication), found)

    def _page(self, url: str, story: ParsedStory) -> AddedSource:
        """Add a page as a source of one story. It is fetched again, now as a crawler that obeys robots.txt."""
        if not story.document.blocks:
            raise NoStory
        parts = urlsplit(url)
        name = story.publication or parts.hostname or url
        publication = _Named(name, f"{parts.scheme}://{parts.netloc}/", story.document.language)
        found = _found(url, "page")
        return self._brought_in(*_source(url, SourceKind.PAGE, publication, story.title), found)

    def file(self, path: Path, parsed: ParsedFeed | ParsedStory, found: Fetched) -> AddedSource:
        """Add a file. What it says of itself names the source, so that a newer copy elsewhere is the same one."""
        if isinstance(parsed, ParsedFeed):
            identity = parsed.feed_url or f"{parsed.url}#{parsed.title}".removesuffix("#").removeprefix("#")
            publication = _Named(parsed.title or path.stem, parsed.url, parsed.language, parsed.description)
            title = ""
        else:
            identity = parsed.url
            publication = _Named(parsed.publication or path.stem, "", parsed.document.language)
            title = parsed.title
        address = f"file:{identity or path.resolve()}"
        return self._brought_in(*_source(address, SourceKind.FILE, publication, title), found)

    def _brought_in(self, source: Source, created: bool, found: Fetched) -> AddedSource:  # noqa: FBT001
        decided = self._decide_rights(source)
        run = Run(source, timezone.now(), progress=self.progress, found=found)
        return _added(source, created, decided, bring_in(run))

    def _decide_rights(self, source: Source) -> str:
        """Write the rights down where somebody has spoken; a default never overrules a record."""
        record = Rights.objects.filter(source=source).first()
        if self.rights is None and record is not None:
            return str(record.extent)
        wanted = self.rights or self.otherwise
        if not wanted or (record is not None and record.extent == wanted):
            return wanted
        today = timezone.localdate()
        evidence = self.evidence or f"operator, command line, {today.isoformat()}"
        terms = FULL_RIGHTS if wanted == "full" else RightsTerms(extent=wanted)
        set_rights(source, replace(terms, evidence=evidence, decided_on=today))
        return wanted


@dataclass(frozen=True, slots=True)
class _Named:
    """What is known of the publication that a new source belongs to."""

    name: str
    home: str = ""
    language: str = ""
    about: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.home).hostname or ""

    def publication(self) -> Publication:
        """Return the publication of that name and site, made when missing; a namesake elsewhere is another."""
        for same in Publication.objects.filter(name=self.name[:200]):
            if (urlsplit(same.homepage).hostname or "") == self.host:
                return same
        known = {"language": self.language or "und", "homepage": self.home, "description": self.about}
        made = add_publication(self.name, **known)
        if (made.name, urlsplit(made.homepage).hostname or "") == (self.name[:200], self.host):
            return made
        return add_publication(self.name, slug=slugify(f"{self.name} {self.host}", allow_unicode=True)[:80], **known)


def _source(url: str, kind: SourceKind, publication: _Named, title: str = "") -> tuple[Source, bool]:
    """Return the source at an address, added when it is new, and whether it was."""
    there = Source.objects.filter(url=url).select_related("publication").first()
    belongs_to = there.publication if there else publication.publication()
    source, created = add_source(belongs_to, url, kind=kind, title=title)
    if not created and source.state == SourceState.PAUSED:
        resume_source(source)
    return source, created


def _added(source: Source, created: bool, rights: str, brought_in: BroughtIn) -> AddedSource:  # noqa: FBT001
    return AddedSource(
        source_id=source.pk,
        url=source.url,
        title=source.title,
        publication=source.publication.name,
        created=created,
        rights=rights,
        brought_in=brought_in,
    )


def _found(url: str, kind: Literal["feed", "page"] = "feed") -> Fetched:
    """Fetch what the operator named; robots.txt is for crawlers, so only a page to be kept is asked about it."""
    found = retriever_for(url).get(url, kind=kind)
    if not isinstance(found, Fetched):
        raise BadStatus(url=url, status=304)
    return found


def _page_or_feed(found: Fetched) -> Parsed | KushkError:
    """Parse; a page that is no story may still lead to feeds, so its fault is not raised yet."""
    try:
        return read_input(as_input(found))
    except KushkError as fault:
        return fault
