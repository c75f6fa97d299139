"""The translation memory as a TMX file, out and in: ``./kushk languages export`` and ``import``."""

from __future__ import annotations

from pathlib import Path

from kushk.base.options import option
from kushk.config.progress import Bar
from kushk.config.speaking import CannotWrite
from kushk.engines.translation.interface import Pair
from kushk.renditions.translation.memory import FILE, Memory
from kushk.renditions.translation.tmx import read_tmx, write_tmx
from kushk.sources.files import read_file

_AT_ONCE = 1_000


def write_memory(out: Path, pair: Pair | None, *, reviewed: bool) -> int:
    """Write what was translated so far into a file, whole or not at all.

    Raises:
        CannotWrite: the file cannot be written.
    """
    memory = Memory(option("DATA") / FILE)
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("wb") as file:
            count = write_tmx(memory.units(*(pair or ("", "")), reviewed=reviewed), file)
        part.replace(out)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise CannotWrite(path=out, reason=fault.strerror) from None
    finally:
        memory.close()
    print(f"{out}: {count} translation units")
    return 0


def read_memory(path: Path, *, reviewed: bool) -> int:
    """Take the units of a TMX file into the memory; every page with a translation is made anew.

    Raises:
        NotTmx: it is none. What was read before the fault is kept.
        NoSuchFile: there is no such file.
    """
    from kushk.config.setup import ready_stand

    ready_stand()
    from kushk.library import api as library

    memory = Memory(option("DATA") / FILE)
    count, batch = 0, []
    try:
        with Bar("importing") as bar:
            for unit in read_tmx(read_file(path), reviewed=reviewed):
                batch.append(unit)
                if len(batch) == _AT_ONCE:
                    memory.keep(batch)
                    count, batch = count + len(batch), []
                    bar(count, 0, path.name)
    finally:
        memory.keep(batch)
        memory.close()
    library.note_translations()
    print(f"{path}: {count + len(batch)} translation units")
    return 0
