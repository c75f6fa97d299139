"""List what this stand can translate, add a pair of languages or a model, or remove one.

./kushk languages                      the pairs, and how the engines are
./kushk languages add en es            English into Spanish, from wherever it is to be had
./kushk languages add FILE|DIR         a model: .argosmodel, OPUS-MT or NLLB converted to CTranslate2
./kushk languages add DIR --pair en ar the same, when neither its description nor its name tells the languages
./kushk languages remove NAME          take a model away again
./kushk languages export OUT.tmx       what was translated so far, for translators' programs
./kushk languages import IN.tmx        translations that people stand for; --machine: that nobody has looked at
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kushk.base.options import option
from kushk.config.downloading import download
from kushk.config.memories import read_memory, write_memory
from kushk.config.progress import Bar
from kushk.config.system import can_install
from kushk.config.system import install as install_packages
from kushk.core.errors import KushkError
from kushk.core.languages import normalise_tag
from kushk.engines.translation.apertium.engine import Apertium
from kushk.engines.translation.apertium.packages import packages_for
from kushk.engines.translation.interface import Engine, Pair
from kushk.engines.translation.neural.catalogue import Entry, model_for, read_catalogue
from kushk.engines.translation.neural.engine import CTranslate2
from kushk.engines.translation.neural.installing import install, remove
from kushk.engines.translation.neural.layouts import Model
from kushk.pipeline.web import web
from kushk.renditions.translation.roster import roster_of
from kushk.sources.fetch.errors import FetchError
from kushk.sources.fetch.result import Fetched

_ACTIONS = ("list", "add", "remove", "export", "import")
_NO_LICENCE = "licence not stated"
_MANY = 30
"""Pairs of one model from which on they are not listed one by one."""


class NoLanguageCatalogue(KushkError):
    """No catalogue of language models is set."""

    code = "no-language-catalogue"
    words = "KUSHK_LANGUAGES_CATALOGUE names no catalogue to look “{source}” into “{target}” up in."


class NotRoot(KushkError):
    """Debian's packages can only be installed by root, on a Debian."""

    code = "not-root"
    words = "Apertium has these languages; install them as root, on a Debian: apt install {packages}."


class NoLanguageNamed(KushkError):
    """The command needs a file, a folder, two languages or a model."""

    code = "no-language-named"
    words = "Say what to {action}: a file, a folder or two languages. ./kushk languages --help shows how."


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("action", nargs="?", choices=_ACTIONS, default="list")
    parser.add_argument("what", nargs="*", metavar="FILE|DIR|FROM TO|NAME")
    parser.add_argument("--pair", nargs=2, metavar=("FROM", "TO"), help="with add DIR and export: the languages")
    parser.add_argument("--licence", default="", help="with add FILE|DIR: the licence, as the model's makers say it")
    parser.add_argument("--place", choices=sorted(PLACES), help="with add FROM TO: where to look, and nowhere else")
    parser.add_argument("--reviewed", action="store_true", help="with export: only what people stand for")
    parser.add_argument("--machine", action="store_true", help="with import: nobody has looked at it yet")
    parser.add_argument("--yes", action="store_true", help="with add FROM TO: do not ask before downloading")


def run(parsed: argparse.Namespace) -> int:
    """List, add or remove."""
    if parsed.action == "list":
        return _list()
    what, given = parsed.what, _tags(*parsed.pair) if parsed.pair else None
    if parsed.action == "export" and len(what) == 1:
        return write_memory(Path(what[0]), given, reviewed=parsed.reviewed)
    if parsed.action == "import" and len(what) == 1:
        return read_memory(Path(what[0]), reviewed=not parsed.machine)
    if parsed.action == "remove" and len(what) == 1:
        remove(what[0], _folder())
        print(f"{what[0]} is gone.")
        _refresh_pages()
        return 0
    if parsed.action == "add" and len(what) == 1:
        path = Path(what[0])
        return _added(install(path, _folder(), pair=given, licence=parsed.licence, source=path.name))
    if parsed.action == "add" and len(what) == 2 and all(_tags(*what)):  # noqa: PLR2004 - from and into
        return 0 if _add_pair(_tags(*what), parsed.place, sure=parsed.yes) else 1
    raise NoLanguageNamed(action=parsed.action)


def _add_pair(pair: Pair, only: str | None, *, sure: bool) -> bool:
    """Add a pair from the first place that has it.

    Raises:
        KushkError: no place has it; what the last one says.
    """
    for name, place in PLACES.items():
        done = place(pair, sure=sure) if only in {None, name} else None
        if done is not None:
            return done
    raise NoLanguageCatalogue(source=pair[0], target=pair[1])


def _from_debian(pair: Pair, *, sure: bool) -> bool | None:  # noqa: ARG001 - Debian's packages are small and free
    """Install what Apertium needs for a pair, from Debian."""
    packages = packages_for(pair)
    engine = Apertium()
    if not packages:
        return None
    if pair not in engine.pairs():
        if not can_install():
            raise NotRoot(packages=" ".join(packages))
        if not install_packages(packages):
            return False
    if pair not in engine.pairs():
        return None
    via = f" by way of {' '.join(engine.via(pair))}" if engine.via(pair) else ""
    print(f"Apertium translates from {pair[0]} into {pair[1]}{via}.")
    _refresh_pages()
    return True


def _refresh_pages() -> None:
    """Let a stand that is there say what it can do from now on."""
    if (option("DATA") / "kushk.sqlite3").exists():
        from kushk.config.setup import ready_stand

        ready_stand()
        from kushk.config.able import refresh_pages_if_engines_changed

        refresh_pages_if_engines_changed()


def _from_catalogue(pair: Pair, *, sure: bool) -> bool | None:
    """Add a pair's model from the catalogue that is set."""
    address = option("LANGUAGES_CATALOGUE")
    if not address:
        return None
    entry = model_for(read_catalogue(_body(address), address), *pair)
    _show(entry, address)
    if not sure and not _agreed():
        print("Nothing was downloaded.")
        return False
    waiting = _folder() / ".downloads" / entry.file
    link = _fetch(entry, waiting)
    try:
        model = install(waiting, _folder(), licence=entry.licence, source=link, sha256=entry.sha256)
    finally:
        waiting.unlink(missing_ok=True)
    _added(model)
    return True


PLACES: dict[str, Callable[..., bool | None]] = {"debian": _from_debian, "catalogue": _from_catalogue}
"""Where a pair is looked for, in this order. Each adds it, or returns None when it has none; False is the user's no."""


def _show(entry: Entry, address: str) -> None:
    size = f"{entry.size / 1e6:.1f} MB" if entry.size else _size_at(entry.links[0])
    print(f"{entry.code}: {entry.pair[0]} into {entry.pair[1]}, version {entry.release or 'not stated'}, {size}")
    print(f"from {address}")
    print(f"licence: {entry.licence or 'not stated: ask its makers before you use it in public'}")


def _size_at(link: str) -> str:
    """Return the size that the server tells of a file when it is asked for its first byte."""
    try:
        found = web().get(link, kind="file", part=(0, 0))
    except FetchError:
        return "size not stated"
    told = found.headers.get("content-range", "").rpartition("/")[2] if isinstance(found, Fetched) else ""
    return f"{int(told) / 1e6:.1f} MB" if told.isascii() and told.isdigit() else "size not stated"


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    return input("Download it? [y/N] ").strip().lower() in {"y", "yes"}


def _fetch(entry: Entry, to: Path) -> str:
    """Download a model from the first of its addresses that gives it; return that one.

    Raises:
        FetchError: none gives it; what came so far stays for the next run.
    """
    for number, link in enumerate(entry.links, start=1):
        try:
            with Bar(entry.code) as bar:
                download(web(), link, to, size=entry.size, md5="", progress=bar)
        except FetchError:
            if number == len(entry.links):
                raise
        else:
            return link
    raise AssertionError("an entry has a link")


def _body(address: str) -> bytes:
    found = web().get(address, kind="file")
    return found.body if isinstance(found, Fetched) else b""


def _added(model: Model) -> int:
    pairs = sorted(model.pairs)
    shown = ", ".join(f"{one} into {other}" for one, other in pairs[:3])
    more = f" and {len(pairs) - 3} more pairs" if len(pairs) > 3 else ""  # noqa: PLR2004 - those shown
    print(f"{model.name} is added: {shown}{more}. {_licence_line(model.licence)}")
    _refresh_pages()
    return 0


def _licence_line(licence: str) -> str:
    return (
        f"Licence: {licence}." if licence else "Its licence is not stated: ask its makers before you use it in public."
    )


def _list() -> int:
    roster = roster_of(_folder())
    try:
        for engine in roster.engines.values():
            health = engine.check()
            print(f"{engine.name}: {'well' if health.ok else 'not usable'}, {health.detail}")
        for engine in roster.engines.values():
            _list_pairs(engine)
    finally:
        roster.close()
    return 0


def _list_pairs(engine: Engine) -> None:
    """Print an engine's pairs; those of a model of many languages in one line."""
    same: dict[str, list[Pair]] = {}
    for pair in sorted(engine.pairs()):
        licence = (engine.licence(pair) or _NO_LICENCE) if isinstance(engine, CTranslate2) else ""
        via = " ".join(engine.via(pair))
        told = [engine.name, engine.version(pair), licence, f"via {via}" if via else ""]
        same.setdefault(", ".join(filter(None, told)), []).append(pair)
    single = sorted((pair, told) for told, pairs in same.items() if len(pairs) <= _MANY for pair in pairs)
    for (source, target), told in single:
        print(f"  {source + ' > ' + target:16} {told}")
    for told, pairs in same.items():
        if len(pairs) > _MANY:
            print(f"  {' '.join(sorted({tag for pair in pairs for tag in pair}))}: {told}")


def _folder() -> Path:
    return Path(option("DATA")) / "languages"


def _tags(source: str, target: str) -> Pair:
    return normalise_tag(source), normalise_tag(target)
