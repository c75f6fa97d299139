"""List the sources and how they are, or change one of them."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from kushk.config.setup import ready_stand

if TYPE_CHECKING:
    from kushk.pipeline.api import SourceHealth


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--pause", metavar="SOURCE", help="stop fetching it; its stories stay")
    change.add_argument("--resume", metavar="SOURCE", help="fetch it again")
    change.add_argument("--remove", metavar="SOURCE", help="never fetch it again; its stories stay")
    parser.add_argument("--withdraw", action="store_true", help="with --remove: take its stories down as well")


def run(parsed: argparse.Namespace) -> int:
    """Change one, or print the table."""
    ready_stand()
    from kushk.pipeline import api as pipeline

    if parsed.pause:
        pipeline.pause(parsed.pause)
    elif parsed.resume:
        pipeline.resume(parsed.resume)
    elif parsed.remove:
        pipeline.remove(parsed.remove, withdraw=parsed.withdraw)
    else:
        _print_table(pipeline.sources())
    return 0


def _print_table(sources: list[SourceHealth]) -> None:
    if not sources:
        print("No sources yet: ./kushk add URL brings one in.")
    for source in sources:
        print(_row(source))


def _row(source: SourceHealth) -> str:
    health = f"{source.error} [{source.error_code}], {source.failures} in a row" if source.error_code else "well"
    facts = [
        f"{source.id:>5}  {source.publication} — {source.title or source.url}",
        f"       {source.url}",
        f"       {source.kind}, {source.state}, rights {source.rights or 'undecided'}, {source.stories} stories",
        f"       {health}; last {_moment(source.last_success_at)}, next {_moment(source.next_fetch_at)}",
    ]
    return "\n".join(facts)


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "never"
