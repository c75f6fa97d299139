"""The service worker's script: its own text, and above it what this stand hands to it."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path

from django.templatetags.static import static

from kushk.base.locale import INTERFACES
from kushk.reader.styles import style_path

MOST_BYTES = 50_000_000
"""What offline copies may take on a reader's device."""

MOST_PAGES = 300
"""How many pages a device keeps."""

PARTS = ("kept.js", "limits.js", "answers.js", "tasks.js")
"""The parts of the worker, in order. They are one script: not every browser lets a service worker import."""

_COMMENT = re.compile(r"^ *(?://|/\*\*).*\n", re.MULTILINE)
"""A comment on lines of its own; the parts have no others that begin a line."""

_FILES = Path(__file__).parent / "static"


def worker_script() -> str:
    """Return the service worker's script.

    Its version follows from its own text and the names of the files that it keeps, which follow from theirs: any
    change makes browsers take the new one.
    """
    stand = {"assets": assets(), "languages": INTERFACES, "bytes": MOST_BYTES, "pages": MOST_PAGES}
    told = json.dumps(stand, sort_keys=True)
    version = hashlib.blake2b(f"{told}{_text()}".encode(), digest_size=8).hexdigest()
    return f'const STAND = {told};\nconst VERSION = "{version}";\n{_text()}'


def assets() -> list[str]:
    """Return the addresses of the style sheet and every script. Faces are kept as they are used."""
    scripts = sorted(_FILES.glob("reader/js/*.js"))
    return [style_path(), *(static(script.relative_to(_FILES).as_posix()) for script in scripts)]


@lru_cache(maxsize=1)
def _text() -> str:
    """Return the parts as one text, without the comments, which a device need not fetch."""
    parts = ((_FILES / "reader" / "worker" / part).read_text(encoding="utf-8") for part in PARTS)
    return _COMMENT.sub("", "\n".join(parts))
