"""Large files through the guarded fetcher: part by part, taken up again where they broke off, checked at the end."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kushk.core.errors import KushkError
from kushk.pipeline.progress import Progress, silent
from kushk.sources.fetch.client import Fetcher
from kushk.sources.fetch.errors import BadAnswer, BadStatus
from kushk.sources.fetch.result import Fetched

PART = 4 << 20
"""Bytes asked for at a time."""
MOST_BYTES = 512 << 20
"""Of a file whose size was not announced."""
_NO_MORE = 416
"""RFC 9110: the part that was asked for lies behind the end."""


class WrongChecksum(KushkError):
    """What arrived is not what was announced."""

    code = "wrong-checksum"
    words = "“{url}” arrived damaged or changed: its checksum is another one. Nothing was kept."


def download(  # noqa: PLR0913 - where from, where to, what to expect
    fetcher: Fetcher, url: str, to: Path, *, size: int, md5: str, progress: Progress = silent
) -> None:
    """Fetch a file into a folder; what a broken run left in ``NAME.part`` is kept and gone on with.

    Args:
        fetcher: the guarded one.
        url: where it is.
        to: the file.
        size: bytes, as announced; 0 when unknown.
        md5: as announced; empty when unknown.
        progress: told the bytes.

    Raises:
        WrongChecksum: it is not what was announced.
        FetchError: as the fetcher says; what came so far stays for the next run.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(f"{to.name}.part")
    have = part.stat().st_size if part.exists() else 0
    while have < (size or MOST_BYTES):
        try:
            found = fetcher.get(url, kind="file", part=(have, have + PART - 1))
        except BadStatus as error:
            if error.status == _NO_MORE and have and not size:
                break
            raise
        if not isinstance(found, Fetched):
            raise BadAnswer(host=url)
        whole = found.status == 200  # noqa: PLR2004 - a server without parts
        with part.open("wb" if whole else "ab") as file:
            file.write(found.body)
        have = len(found.body) if whole else have + len(found.body)
        progress(have, size, to.name)
        if whole or len(found.body) < PART:
            break
    if (size and have != size) or (md5 and _md5(part) != md5):
        part.unlink()
        raise WrongChecksum(url=url)
    part.replace(to)


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
