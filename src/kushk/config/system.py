"""Parts of the operating system that single features need, and how each one is had."""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SystemPart:
    """Something that no Python package brings: how to see it, Debian's packages for it, what is skipped without."""

    name: str
    present: Callable[[], bool]
    packages: tuple[str, ...]
    without: str


def _library(name: str) -> Callable[[], bool]:
    return lambda: ctypes.util.find_library(name) is not None


_MODES = "/usr/share/apertium/modes/{}.mode"

CHROMIUM = SystemPart(
    "Chromium", lambda: shutil.which("chromium") is not None, ("chromium",), "the browser tests are skipped"
)
FONTS = SystemPart(
    "fonts for all scripts",
    lambda: os.path.isdir("/usr/share/fonts/truetype/noto") and os.path.isdir("/usr/share/fonts/opentype/noto"),  # noqa: PTH112
    ("fonts-noto-core", "fonts-noto-cjk"),
    "pictures of pages show boxes in some scripts",
)
NGINX = SystemPart(
    "nginx",
    lambda: shutil.which("nginx") is not None or os.path.exists("/usr/sbin/nginx"),  # noqa: PTH110
    ("nginx-light",),
    "pages cannot be measured beside a file server",
)
WRK = SystemPart("wrk", lambda: shutil.which("wrk") is not None, ("wrk",), "pages cannot be measured")
OPUS = SystemPart(
    "libopus", _library("opus"), ("libopus0",), "listening starts a little later, takes twice the bytes and needs MP3"
)
APERTIUM = SystemPart(
    "Apertium with English, Spanish and French",
    lambda: shutil.which("apertium-wblank-mode") is not None and os.path.exists(_MODES.format("eng-spa")),  # noqa: PTH110
    ("apertium", "apertium-eng-spa", "apertium-fr-es"),
    "the stand translates only with engines that you add",
)
FOR_TESTS = (CHROMIUM, FONTS, OPUS, APERTIUM)


def provide(parts: Sequence[SystemPart]) -> None:
    """Install the parts that are missing, where this is a Debian and we are root; else say what to install."""
    missing = [part for part in parts if not part.present()]
    if not missing:
        return
    if not can_install() or not install([package for part in missing for package in part.packages]):
        for part in missing:
            _say(f"{part.name} is missing (Debian: apt install {' '.join(part.packages)}); meanwhile {part.without}")


def can_install() -> bool:
    """Tell whether this is a Debian and we are root."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> bool:
    """Install packages; say what went wrong and return False where that fails."""
    _say(f"installing {', '.join(packages)} (this can take a minute)")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *command], env=environment, capture_output=True, text=True, check=False)  # noqa: S607
        if done.returncode:
            _say(f"apt-get {command[0]} failed: {' '.join(done.stderr.split())[-300:]}")
            return False
    return True


def _say(words: str) -> None:
    print(f"kushk: {words}", file=sys.stderr)
