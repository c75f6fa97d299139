"""The pages of ``docs/`` that are written from the code: settings, error codes, commands, translations."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator

import kushk
from kushk.base.options import OPTIONS, ROOT
from kushk.config.cli import COMMANDS
from kushk.config.translations import translations_page
from kushk.core.errors import KushkError


def settings_page() -> str:
    """Return ``docs/settings.md``."""
    rows = "".join(
        f"| `KUSHK_{option.name}` | {_default(option.default)} | {option.kind} | {option.help} |\n"
        for option in OPTIONS
    )
    return (
        "# Settings\n\nEvery setting is an environment variable. None is needed to start.\n\n"
        f"| Variable | When unset | Kind | What it is for |\n| --- | --- | --- | --- |\n{rows}"
    )


def _default(text: str) -> str:
    shown = text.replace(str(ROOT), "the checkout")
    return f"`{shown}`" if shown else "nothing"


def errors_page() -> str:
    """Return ``docs/errors.md``."""
    rows = "".join(
        f"| `{error.code}` | {error.words} | {(error.__doc__ or '').splitlines()[0]} |\n"
        for error in sorted(set(error_classes()), key=lambda error: error.code)
    )
    return (
        "# Errors\n\nEvery fault that Kushk reports has a code that does not change. The words are\n"
        "an example in English; what stands in braces is filled in.\n\n"
        f"| Code | Words | When |\n| --- | --- | --- |\n{rows}"
    )


def error_classes() -> Iterator[type[KushkError]]:
    """Yield every error class of the package, those that only group others left out."""
    for module in pkgutil.walk_packages(kushk.__path__, "kushk."):
        if not module.name.endswith(("__main__", ".wsgi")) and ".migrations" not in module.name:
            importlib.import_module(module.name)
    yield from _leaves(KushkError)


def _leaves(error: type[KushkError]) -> Iterator[type[KushkError]]:
    if "code" in vars(error):
        yield error
    for narrower in error.__subclasses__():
        yield from _leaves(narrower)


def commands_page() -> str:
    """Return ``docs/commands.md``."""
    rows = "".join(f"| `./kushk {name}` | {purpose} |\n" for name, purpose in COMMANDS.items())
    return f"# Commands\n\nEach one explains itself with `--help`.\n\n| Command | What it does |\n| --- | --- |\n{rows}"


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "errors.md": errors_page,
    "commands.md": commands_page,
    "translations.md": translations_page,
}


def write_pages() -> list[str]:
    """Write the pages anew and return the names of those that changed."""
    changed = []
    for name, page in PAGES.items():
        path = ROOT / "docs" / name
        text = page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return changed
