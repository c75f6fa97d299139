"""Large inputs are parsed in a process of their own, with an end to its memory and time.

Small ones cannot need much and stay in this process, which is quicker. What the parsers refuse by themselves (depth,
entities, counts) does not depend on this: it is the second wall, for what nobody thought of.
"""

from __future__ import annotations

import os
import pickle
import resource
import subprocess
import sys
from typing import Literal

import structlog

from kushk.core.errors import KushkError
from kushk.sources.formats import parse, parse_feed
from kushk.sources.formats.parsed import Input, Parsed, ParsedFeed, ParsedStory

log = structlog.get_logger()

Wanted = Literal["any", "feed", "page"]
Answer = tuple[type[KushkError] | None, dict[str, object], Parsed | None]
"""What the other process hands back: a fault and its data, or what it read."""

LARGE = 1 << 20
"""Bytes from which an input is parsed apart."""
MEMORY = 1 << 30
"""Bytes of address space, the interpreter and its libraries included."""
CPU_SECONDS = 30
WALL_SECONDS = 90


class Internal(KushkError):
    """A fault of Kushk's own: it is kept in one line and everything else goes on."""

    code = "internal"
    words = "Kushk failed on this ({kind}): please report it."


class TooCostly(KushkError):
    """Reading it needed more memory or time than an input of that kind may have."""

    code = "too-costly"
    words = "Reading this took more than {megabytes} MB of memory or {seconds} seconds, so it was given up."


def read_input(given: Input, wanted: Wanted = "any") -> Parsed:
    """Return what the parsers make of an input.

    Raises:
        TooCostly: it used up its memory or time.
        FormatError: as the parsers say.
    """
    return _read(given, wanted) if len(given.body) < LARGE else _read_apart(given, wanted)


def read_page(given: Input) -> ParsedStory:
    """Return the story of a page; see ``read_input``."""
    story = read_input(given, "page")
    assert isinstance(story, ParsedStory)  # noqa: S101 - that is what "page" means
    return story


def read_feed(given: Input) -> ParsedFeed:
    """Return a feed; see ``read_input``."""
    feed = read_input(given, "feed")
    assert isinstance(feed, ParsedFeed)  # noqa: S101 - that is what "feed" means
    return feed


def _read(given: Input, wanted: Wanted) -> Parsed:
    """Parse; a fault of a parser's own becomes one line, so that a source or a command can go on."""
    try:
        return _parsed(given, wanted)
    except KushkError:
        raise
    except MemoryError:
        raise TooCostly(megabytes=MEMORY >> 20, seconds=CPU_SECONDS) from None
    except Exception as fault:
        log.exception("parser-failed", url=given.url)
        raise Internal(kind=type(fault).__name__) from fault


def _parsed(given: Input, wanted: Wanted) -> Parsed:
    if wanted == "page":
        from kushk.sources.formats.page import parse_page  # heavy, and many workers never need it

        return parse_page(given)
    return parse_feed(given) if wanted == "feed" else parse(given)


def _read_apart(given: Input, wanted: Wanted) -> Parsed:
    try:
        done = subprocess.run(
            [sys.executable, "-c", "from kushk.pipeline.apart import main; main()"],
            input=pickle.dumps((given, wanted, MEMORY, CPU_SECONDS)),
            stdout=subprocess.PIPE,
            timeout=WALL_SECONDS,
            check=False,
        )
        answer: Answer | None = pickle.loads(done.stdout) if done.returncode == 0 else None  # noqa: S301 - written by our own process
    except (subprocess.TimeoutExpired, EOFError, pickle.UnpicklingError):
        answer = None
    if answer is None:
        raise TooCostly(megabytes=MEMORY >> 20, seconds=CPU_SECONDS)
    fault, data, parsed = answer
    if fault is not None:
        raise fault(**data)
    if parsed is None:
        raise Internal(kind="no answer")
    return parsed


def main() -> None:
    """Read one pickled input from standard input and write what came of it to standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to the log, not into the answer
    given, wanted, memory, seconds = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer: Answer = (None, {}, _read(given, wanted))
    except KushkError as fault:
        answer = (type(fault), fault.data, None)
    with answers:
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
