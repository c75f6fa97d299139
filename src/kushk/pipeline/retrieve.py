"""Bytes by address: which retriever an address calls for, and what each of them returns."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import unquote, urlsplit

from kushk.core.errors import KushkError
from kushk.library.api import Source
from kushk.pipeline.web import web
from kushk.sources import files
from kushk.sources.fetch.result import Fetched, NotModified, Validators
from kushk.sources.formats.parsed import Input

Kind = Literal["feed", "page", "image"]


class UnknownScheme(KushkError):
    """An address that no retriever is for."""

    code = "unknown-scheme"
    words = "“{url}” is not an address that stories can be fetched from."


class Retriever(Protocol):
    """Gets bytes by address; raises a ``KushkError`` that says why it cannot."""

    def get(self, url: str, *, kind: Kind = "page", conditional: Validators | None = None) -> Fetched | NotModified:
        """Return what is at ``url``."""


def as_input(found: Fetched) -> Input:
    """Return what was retrieved as the parsers take it."""
    return Input(found.body, url=found.url, media_type=found.media_type, headers=found.headers)


class SampleRetriever:
    """Answers for the sample stand: ``sample:`` addresses, and the made-up sites of its publications."""

    def __init__(self, folder: Traversable | None = None) -> None:
        self.folder = folder or resources.files("kushk") / "sample"
        self.stand: dict[str, Any] = json.loads((self.folder / "stand.json").read_text(encoding="utf-8"))
        self.sites = {entry["site"]: entry["folder"] for entry in self.stand["publications"]}

    def get(self, url: str, *, kind: Kind = "page", conditional: Validators | None = None) -> Fetched:
        """Return the file behind a sample address."""
        del kind, conditional
        path = url.removeprefix("sample:") if url.startswith("sample:") else self._below_a_site(url)
        file = self._file(path)
        if file is None:
            raise files.NoSuchFile(path=url, reason="the sample stand has no such file")
        return Fetched(file.read_bytes(), self._address(path), "")

    def _below_a_site(self, url: str) -> str:
        for site, folder in self.sites.items():
            if url.startswith(site):
                return f"{folder}/{unquote(urlsplit(url).path).lstrip('/')}"
        raise UnknownScheme(url=url)

    def _file(self, path: str) -> Traversable | None:
        parts = path.split("/")
        if not all(parts) or any(part in {".", ".."} or "\\" in part for part in parts):
            return None
        found = self.folder.joinpath(*parts)
        return found if found.is_file() else None

    def _address(self, path: str) -> str:
        """Return where the file would be on the publication's site, so that its links are resolved there."""
        folder, _, rest = path.partition("/")
        site = next((site for site, name in self.sites.items() if name == folder), "")
        return f"{site}{rest}" if site else f"sample:{path}"


def read_file(path: Path) -> Fetched:
    """Return a file that the operator named on the command line; raises as ``sources.files.read_file`` does."""
    return Fetched(files.read_file(path), "", "")


def retriever_for(url: str) -> Retriever:
    """Return what gets the bytes of such an address.

    Raises:
        UnknownScheme: nothing does.
    """
    scheme = url.partition(":")[0].lower()
    if scheme in {"http", "https"}:
        return web()
    if scheme == "sample":
        return sample()
    raise UnknownScheme(url=url)


@cache
def sample() -> SampleRetriever:
    """Return the retriever of the sample stand."""
    return SampleRetriever()


def retriever_of(source: Source | None) -> Retriever:
    """Return what gets the pages and pictures that a source's stories name."""
    return sample() if source is not None and source.url.startswith("sample:") else web()
