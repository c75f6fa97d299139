"""Turn a feed, a page, pasted text or a list of feeds into stories: no stand and no database needed.

The format is told by the bytes. With --batch, each line of the input is {"file": PATH, "url": ADDRESS}
(either one or both) and is answered by one line of JSON, in order; a fault is {"error": {"code", "message"}}.
The JSON is described in docs/read-json.md.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any, TextIO

from kushk.config.speaking import speak
from kushk.config.translating import translated
from kushk.core.errors import KushkError
from kushk.core.markup import document_html
from kushk.pipeline.apart import Internal, read_input
from kushk.sources.files import LIMIT, NoSuchFile, read_file
from kushk.sources.formats.errors import TooLarge
from kushk.sources.formats.output import as_json
from kushk.sources.formats.parsed import FeedList, Input, Parsed, ParsedFeed, ParsedStory

LIMIT_SECONDS = 60
"""The longest that one input may take before it is given up."""


class BadRequest(KushkError):
    """A line of a batch that asks for nothing that can be read."""

    code = "bad-request"
    words = "Line {line} is not a JSON object with “file” or “url”."


class TookTooLong(KushkError):
    """An input that keeps a parser busy beyond all reason."""

    code = "took-too-long"
    words = "Reading this took more than {seconds} seconds."


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("input", nargs="?", default="-", metavar="FILE|URL|-", help="what to read; - is standard input")
    parser.add_argument(
        "--url", default="", metavar="BASE", help="the address it came from: relative links start there"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="everything, as JSON")
    form.add_argument("--text", dest="form", action="store_const", const="text", help="plain text (the default)")
    form.add_argument("--html", dest="form", action="store_const", const="html", help="clean, semantic HTML")
    form.add_argument("--audio", type=Path, metavar="OUT.mp3", help="speak it: an MP3 file, or WebM by its name's end")
    parser.add_argument("--to", default="", metavar="LANGUAGE", help="translate it, in any of these forms: ar, pt-BR")
    parser.add_argument("--voice", default="", metavar="VOICE", help="with --audio: one of ./kushk voices")
    parser.add_argument("--batch", action="store_true", help="read requests as JSON lines, answer one JSON line each")


def run(parsed: argparse.Namespace) -> int:
    """Read, parse, print."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if parsed.batch:
        return _batch(parsed.input)
    form = parsed.form or "text"
    try:
        with _deadline():
            result = read_input(_input(parsed.input, parsed.url))
        if parsed.to:
            result = translated(result, parsed.to)
    except KushkError as error:
        if form != "json":
            raise
        print(_line(_error_json(error)))
        return 1
    if parsed.audio:
        return speak(result, parsed.audio, parsed.voice)
    print(_FORMS[form](result))
    return 0


def _batch(source: str) -> int:
    with contextlib.ExitStack() as stack:
        lines: TextIO = sys.stdin if source == "-" else stack.enter_context(_open(source))
        for number, line in enumerate(lines, start=1):
            if line.strip():
                print(_line(_answer(number, line)), flush=True)
    return 0


def _open(path: str) -> TextIO:
    try:
        return Path(path).open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise NoSuchFile(path=path, reason=error.strerror) from None


def _answer(number: int, line: str) -> dict[str, Any]:
    """Answer one request; whatever goes wrong is an error with a code."""
    try:
        file, url = _request(number, line)
        with _deadline():
            return as_json(read_input(_input(file or url, url if file else "")))
    except KushkError as error:
        return _error_json(error)
    except (Exception, RecursionError, MemoryError) as error:  # noqa: BLE001 - a batch must outlive any one input
        return _error_json(Internal(kind=type(error).__name__))


def _request(number: int, line: str) -> tuple[str, str]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        raise BadRequest(line=number) from None
    if not isinstance(request, dict):
        raise BadRequest(line=number)
    file, url = request.get("file") or "", request.get("url") or ""
    if not (isinstance(file, str) and isinstance(url, str) and (file or url)):
        raise BadRequest(line=number)
    return file, url


def _input(target: str, base: str) -> Input:
    if target.startswith(("http://", "https://")):
        return _fetched(target, base)
    return Input(_typed() if target == "-" else read_file(Path(target)), url=base)


def _typed() -> bytes:
    body = sys.stdin.buffer.read(LIMIT + 1)
    if len(body) > LIMIT:
        raise TooLarge(limit=LIMIT)
    return body


def _fetched(url: str, base: str) -> Input:
    from kushk.pipeline.web import web
    from kushk.sources.fetch.errors import BadStatus
    from kushk.sources.fetch.result import Fetched

    found = web().get(url, kind="page", offered=True)
    if not isinstance(found, Fetched):
        raise BadStatus(url=url, status=304)
    return Input(found.body, url=base or found.url, media_type=found.media_type, headers=dict(found.headers))


@contextlib.contextmanager
def _deadline() -> Iterator[None]:
    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong(seconds=LIMIT_SECONDS)

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LIMIT_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _error_json(error: KushkError) -> dict[str, Any]:
    return {"error": {"code": error.code, "message": str(error)}}


def _line(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)


def _as_text(parsed: Parsed) -> str:
    if isinstance(parsed, ParsedFeed):
        return f"\n\n{'─' * 40}\n\n".join([parsed.title, *(_story_text(entry) for entry in parsed.entries)])
    if isinstance(parsed, FeedList):
        return "\n".join(f"{feed.url}\t{feed.title}" for feed in parsed.feeds)
    return _story_text(parsed)


def _story_text(story: ParsedStory) -> str:
    document = story.document
    standfirst = document.standfirst.text if document.standfirst else ""
    facts = " · ".join(part for part in (story.byline, story.publication, story.published) if part)
    return "\n\n".join(part for part in (story.title, standfirst, facts, document.text) if part)


def _as_html(parsed: Parsed) -> str:
    if isinstance(parsed, ParsedFeed):
        return "\n".join(document_html(entry.document) for entry in parsed.entries)
    if isinstance(parsed, FeedList):
        return _as_text(parsed)
    return document_html(parsed.document)


_FORMS = {
    "json": lambda result: json.dumps(as_json(result), ensure_ascii=False, indent=2),
    "text": _as_text,
    "html": _as_html,
}
