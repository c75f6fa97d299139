"""Compile the interface catalogues; check them, make a new one, or bring them in step with the pages."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kushk.config.catalogues import Changed


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--check", nargs="*", metavar="TAG", help="say what is wrong, in these languages or in every one")
    one.add_argument("--new", metavar="TAG", help="make a catalogue without translations from the English one")
    one.add_argument("--update", action="store_true", help="add what the pages say, remove what nothing says any more")


def run(parsed: argparse.Namespace) -> int:
    """Do one of these things."""
    from kushk.base.locale.catalogue import FOLDER, compile_all

    if parsed.check is not None:
        return _check(parsed.check)
    if parsed.new:
        from kushk.config.catalogues import new_catalogue

        print(f"{new_catalogue(parsed.new, FOLDER)}\nIts tag belongs into INTERFACES in base/locale/tables.py as well.")
        return 0
    if parsed.update:
        from kushk.config.catalogues import update_catalogues
        from kushk.config.messages import messages

        _print_changes(update_catalogues(messages(), FOLDER))
        return 0
    for path in compile_all():
        print(path.parents[1].name, path.name)
    return 0


def _check(tags: list[str]) -> int:
    from kushk.base.locale import INTERFACES
    from kushk.base.locale.catalogue import FOLDER
    from kushk.base.locale.checks import catalogue, check
    from kushk.config.messages import messages

    english = catalogue(INTERFACES[0])
    said, known = messages(), set(english.by_key)
    unsaid = [f"missing: {msgid!r} [{context}]: a page says it" for context, msgid in said - known]
    unsaid += [f"superfluous: {msgid!r} [{context}]: no page says it" for context, msgid in known - said]
    faults = 0
    for tag in tags or INTERFACES:
        if not (FOLDER / tag).is_dir():
            print(f"{tag}: there is no such catalogue")
            faults += 1
            continue
        complaints = [str(complaint) for complaint in check(catalogue(tag), english)]
        complaints += unsaid if tag == INTERFACES[0] else []
        print(f"{tag}: {f'{len(complaints)} complaints' if complaints else 'well'}")
        for complaint in sorted(complaints):
            print(f"  {complaint}")
        faults += len(complaints)
    return 1 if faults else 0


def _print_changes(changes: Iterable[Changed]) -> None:
    for change in changes:
        print(f"{change.tag}: {len(change.added)} added, {len(change.removed)} removed")
        for sign, keys in (("+", change.added), ("-", change.removed)):
            for context, msgid in keys:
                print(f"  {sign} {msgid!r}{f' [{context}]' if context else ''}")
