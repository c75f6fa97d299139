"""Bring something in: the address of a feed, a site, a page or a list of feeds (OPML), or a file with one of these.

Doing it again adds nothing twice, and brings in what has changed meanwhile.

Rights: stories from the web stay undecided until you decide (headline, link and 200 characters are shown). With
--rights full you say that the stand may show, translate and speak the whole of them. A file of stories counts
as your own.
"""

from __future__ import annotations

import argparse

from kushk.config.progress import Bar
from kushk.config.report import brought_in_line
from kushk.config.setup import ready_stand


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("target", metavar="URL|FILE", help="what to bring in")
    parser.add_argument("--rights", choices=("full", "excerpt", "link"), help="what the stand may show of the stories")
    parser.add_argument("--evidence", default="", help="why it may: a licence, an agreement; kept with the rights")


def run(parsed: argparse.Namespace) -> int:
    """Add it and say what came of it; status 1 when nothing could be brought in."""
    ready_stand()
    from kushk.pipeline import api as pipeline

    with Bar("Bringing in") as progress:
        report = pipeline.add(parsed.target, rights=parsed.rights, evidence=parsed.evidence, progress=progress)
    for source in report.sources:
        known = "Added" if source.created else "Known already"
        print(f"{known}: {source.publication} — {source.title or source.url}")
        print(f"  {brought_in_line(source.brought_in)}")
        print(f"  rights: {source.rights or 'undecided: headline, link and 200 characters (see --rights)'}")
    for other in report.others:
        print(f"The site has another feed: {other.title or 'untitled'} {other.url}")
    return 0 if any(not source.brought_in.error_code for source in report.sources) else 1
