"""The command line: one module a command in ``config/commands``, found by its name."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from kushk import __version__
from kushk.config.logs import log_to_stderr
from kushk.core.errors import KushkError

COMMANDS: dict[str, str] = {
    "up": "set everything up, start the stand and its background work; Ctrl-C stops it",
    "test": "run every test and check",
    "read": "turn a feed, page, pasted text or list of feeds into stories, without a stand",
    "add": "bring in a feed, a site, a page or a list of feeds",
    "sources": "list the sources and how they are",
    "fetch": "fetch the sources that are due, or one of them, now",
    "export": "write the sources as an OPML list",
    "staff": "make or change an account for the desk",
    "voices": "list the voices, or add one",
    "languages": "list what can be translated, or add languages",
    "backup": "write the whole stand into one file",
    "restore": "bring a backup back",
    "bench": "measure speed and quality, beside the libraries underneath",
    "docs": "write the reference pages of docs/ from the code",
    "strings": "compile, check, make or update the catalogues of the interface",
    "work": "run background work alone (“up” does this by itself)",
    "manage": "run one of Django's own commands",
}

PASS_ON = frozenset({"test", "manage"})
"""Commands whose arguments are another program's."""

_EXAMPLES = """examples:
  ./kushk up                                 open the stand on this machine
  ./kushk add https://example.org/feed.xml   bring a publication in
  ./kushk read page.html --json              one page as a story, in JSON
  pbpaste | ./kushk read -                   pasted text as a story

Settings are environment variables (KUSHK_DATA, KUSHK_PORT, ...): docs/settings.md lists them."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of ``./kushk``; a command's own module is imported only when it is asked for."""
    parser = argparse.ArgumentParser(
        prog="./kushk",
        description="Kushk, an open, self-hosted, multilingual newsstand.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Kushk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, purpose in COMMANDS.items():
        commands.add_parser(name, help=purpose, add_help=False)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name and return its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        parser = build_parser()
        parser.parse_args(arguments or ["--help"])
        return 2
    name, rest = arguments[0], list(arguments[1:])
    command = importlib.import_module(f"kushk.config.commands.{name}")
    parser = argparse.ArgumentParser(
        prog=f"./kushk {name}", description=command.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command.configure(parser)
    if name in PASS_ON and rest[:1] not in (["-h"], ["--help"]):
        return _guarded(command, argparse.Namespace(arguments=rest))
    return _guarded(command, parser.parse_args(rest))


def _guarded(command: object, parsed: argparse.Namespace) -> int:
    try:
        log_to_stderr()
        return int(command.run(parsed))  # type: ignore[attr-defined]
    except KushkError as error:
        print(f"kushk: {error} [{error.code}]", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (head, less): nothing is left to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
