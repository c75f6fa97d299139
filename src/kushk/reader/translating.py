"""What a story's page says of translating it: into which languages, how it is shown, and where the words come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from kushk.base import locale
from kushk.base.locale import INTERFACES, html_tag
from kushk.core.languages import base, direction_of
from kushk.library import api as library
from kushk.reader.addresses import absolute, in_other_languages, story_path, translation_path, whole_path
from kushk.reader.safe import Html, code, joined, name, said
from kushk.renditions.translation import api as translation
from kushk.renditions.translation.units import IMPORT, PERSON

VIEWS = ("", "side", "lines")
"""How a translation is shown: by itself, beside the original, each sentence over its original."""


@dataclass(frozen=True, slots=True)
class Target:
    """A language that a story can be read in."""

    tag: str
    name: str
    """In itself."""
    known_as: str
    """In the reader's language."""
    address: str
    direction: str
    chosen: bool = False
    usual: bool = False
    """It is the language of the interface."""


@dataclass(frozen=True, slots=True)
class Translating:
    """What the button and the panel show."""

    targets: tuple[Target, ...] = ()
    refused: bool = False
    missing: Html | None = None
    """Why the reader's own language is not among them."""
    views: tuple[dict[str, Any], ...] = ()
    """Of a translation: the ways to show it."""
    original: str = ""
    """Of a translation: path of the original."""

    @property
    def direct(self) -> Target | None:
        """The language that the button leads to at once, None where it opens the panel."""
        return next((target for target in self.targets if target.usual and not target.chosen), None)

    @property
    def offered(self) -> bool:
        """Whether the toolbar has a button at all."""
        return bool(self.targets or self.refused or self.missing)


def translating(story: library.Story, ui: str, chosen: str = "", view: str = "", *, whole: bool = False) -> Translating:
    """Return what a story's page offers.

    Args:
        story: the story.
        ui: language of the interface.
        chosen: language that the page shows, empty for the original.
        view: how.
        whole: on the pages of those who may read to the end what not everybody may.
    """
    can = translation.possible(story)
    if can.refused or base(story.language) in {"und", "zxx", "mul"}:
        return Translating(refused=can.refused)
    tags = offered_tags(can.targets, ui)
    targets = [_target(story, tag, ui, (chosen, view), whole=whole) for tag in tags]
    targets.sort(key=lambda target: (not target.usual, target.known_as.casefold()))
    own = base(ui) == base(story.language) or any(target.usual for target in targets)
    return Translating(
        tuple(targets),
        missing=None if own else _missing(story, ui),
        views=_views(story, ui, (chosen, view), whole=whole) if chosen else (),
        original=(whole_path(ui, story) if whole else story_path(ui, story)) if chosen else "",
    )


def offered_tags(targets: Sequence[str], ui: str) -> list[str]:
    """Return each language once: as the interface names it, else without script and region."""
    known = {base(tag): tag for tag in INTERFACES if "-" not in tag or tag in targets or base(tag) in targets}
    known[base(ui)] = ui
    return list(dict.fromkeys(known.get(base(tag), base(tag)) for tag in targets))


def _target(story: library.Story, tag: str, ui: str, shown: tuple[str, str], *, whole: bool) -> Target:
    chosen, view = shown
    return Target(
        tag,
        locale.autonym(tag),
        locale.language_name(tag, ui),
        translation_path(ui, story, tag, view, whole=whole),
        direction_of(tag),
        chosen=base(tag) == base(chosen),
        usual=base(tag) == base(ui),
    )


def _views(story: library.Story, ui: str, shown: tuple[str, str], *, whole: bool) -> tuple[dict[str, Any], ...]:
    chosen, view = shown
    return tuple(
        {"name": each, "address": translation_path(ui, story, chosen, each, whole=whole), "current": each == view}
        for each in VIEWS
    )


def _missing(story: library.Story, ui: str) -> Html:
    command = f"./kushk languages add {base(story.language)} {base(ui)}"
    values = {"language": locale.language_name(story.language, ui), "command": code(command)}
    return said(
        "This stand cannot translate from {language} yet. Whoever runs it can add that: {command}", ui, "", values
    )


def standing(shown: translation.Translation, story: library.Story, ui: str, *, whole: bool = False) -> dict[str, Any]:
    """Return what is told above a translated story: origin, progress, what went wrong."""
    progress = "whole-translation-progress" if whole else "translation-progress"
    shown_units = [unit for unit in shown.units.values() if not unit.problems]
    fault = shown.fault
    return {
        "origins": [_origin(origin, story, ui) for origin in shown.origins[:1]],
        "via": _via(shown, ui),
        "reviewed": sum(unit.origin.reviewed for unit in shown_units),
        "failed": len(shown.failed),
        "complete": shown.complete,
        "running": shown.running,
        "ahead": shown.ahead,
        "done": shown.done,
        "total": shown.total,
        "fault": "" if fault is None else _fault(fault),
        "progress": reverse(f"reader:{progress}", args=[story.public_id, shown.target]),
    }


def _origin(origin: translation.Origin, story: library.Story, ui: str) -> Html:
    values: dict[str, Any] = {"language": locale.language_name(story.language, ui), "engine": name(origin.title, "en")}
    if origin.engine in {PERSON, IMPORT}:
        return said("Translated from {language}", ui, "", values)
    if origin.draft:
        return said("Draft machine translation from {language} by {engine}", ui, "", values)
    return said("Machine translation from {language} by {engine}", ui, "", values)


def _via(shown: translation.Translation, ui: str) -> Html | None:
    via = shown.origins[0].via if shown.origins else ()
    names = joined([locale.language_name(tag, ui) for tag in via], ui)
    return said("Translated by way of {languages}.", ui, "", {"languages": names}) if via else None


def _fault(fault: Exception) -> str:
    if isinstance(fault, translation.TranslationOverspent):
        return "budget"
    return "busy" if isinstance(fault, translation.TooManyTranslations) else "down"


def alternates(story: library.Story, ui: str) -> list[dict[str, str]]:
    """Return the page for readers of each language: translated where it is translated already, else as it is."""
    ready = library.translated_into(story)
    return [
        {
            "lang": html_tag(tag),
            "address": absolute(translation_path(tag, story, tag) if base(tag) in ready else path),
        }
        for tag, path in in_other_languages(story_path(ui, story))
    ]


def originals_of(shown: translation.Translation, ui: str) -> dict[str, Any]:
    """Return what a tap on a sentence shows: the original by the sentence's id, and who translated it."""
    titles = {unit.origin.title: name(unit.origin.title, "en") for unit in shown.units.values()}
    return {
        "language": shown.original.language,
        "direction": shown.original.direction,
        "engines": list(titles),
        "sentences": {
            sentence.id: [sentence.text, *_state(shown, sentence.id, list(titles))]
            for sentence in shown.original.sentences()
            if sentence.id in shown.units
        },
        "from": locale.language_name(shown.original.language, ui),
    }


def _state(shown: translation.Translation, sentence: str, titles: Sequence[str]) -> list[int]:
    """Return the number of the engine, and 0 for a machine's work, 1 for a person's, 2 for what failed."""
    unit = shown.units[sentence]
    state = 2 if unit.problems else int(unit.origin.reviewed)
    return [titles.index(unit.origin.title), state]
