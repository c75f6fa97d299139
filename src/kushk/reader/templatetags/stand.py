"""What templates say, count, date and show. Every word, number and date goes through ``base.locale``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.template.context import Context

from kushk.base import locale
from kushk.core.document import Block, Sentence
from kushk.core.languages import direction_of
from kushk.library.api import Picture, Reasoned, Snippet, StoryCard
from kushk.reader import addresses, safe
from kushk.reader.blocks import rendered
from kushk.reader.safe import Html
from kushk.reader.styles import style_path
from kushk.reader.topics import TOPICS

register = template.Library()


def _tag(context: Context) -> str:
    return str(context["ui"].tag)


@register.simple_tag(takes_context=True)
def say(context: Context, msgid: str, meaning: str = "", **values: Any) -> Html:
    """Show a message of the interface; ``meaning`` is its context in the catalogue."""
    return safe.said(msgid, _tag(context), meaning, values)


@register.simple_tag(takes_context=True)
def words(context: Context, msgid: str, meaning: str = "", **values: Any) -> str:
    """Give a message as plain text, for titles and attributes, which cannot hold mark-up."""
    return locale.message(msgid, _tag(context), meaning, **values)


@register.simple_tag(takes_context=True)
def when(context: Context, value: str | date, style: str = "long") -> Html:
    """Show a date no more precise than its source."""
    return safe.moment(locale.date(value, _tag(context), style), locale.iso(value))


@register.simple_tag(takes_context=True)
def reading_time(context: Context, minutes: int) -> Html:
    """Show how long a story takes: a short unit for the eye, the whole words for the ear."""
    tag = _tag(context)
    ear = locale.message("Reading time: {duration}", tag, duration=locale.duration(minutes, tag))
    return safe.for_eye_and_ear(locale.duration(minutes, tag, "short"), ear)


@register.simple_tag
def headline(card: StoryCard) -> Html:
    """Show a story's headline in its own language."""
    return safe.foreign(card.headline, card.language)


@register.simple_tag
def style_sheet() -> str:
    """Give the address of the stand's style sheet."""
    return style_path()


@register.simple_tag(takes_context=True)
def reason(context: Context, more: Reasoned) -> Html:
    """Say why a story stands below another."""
    tag = _tag(context)
    if more.reason == "people":
        names = safe.joined([safe.name(each, more.card.language) for each in more.names], tag)
        return safe.said("Same people: {names}", tag, "reason", {"names": names})
    if more.reason == "topic":
        return safe.said("Same topic", tag, "reason", {})
    return safe.said("Latest", tag, "reason", {})


@register.simple_tag
def name(text: str, language: str) -> Html:
    """Show a name in its own language."""
    return safe.name(text, language)


@register.simple_tag(takes_context=True)
def language_name(context: Context, tag: str) -> str:
    """Name a language in the reader's."""
    return locale.language_name(tag, _tag(context))


@register.simple_tag
def autonym(tag: str) -> Html:
    """Name a language in itself."""
    return safe.name(locale.autonym(tag), tag)


@register.simple_tag(takes_context=True)
def country_name(context: Context, code: str) -> str:
    """Name a country in the reader's language."""
    return locale.country_name(code, _tag(context))


@register.simple_tag(takes_context=True)
def topic_name(context: Context, key: str) -> Html:
    """Name a topic; one that the stand does not know stands as the operator wrote it."""
    known = TOPICS.get(key.casefold())
    return safe.said(known, _tag(context), "topic", {}) if known else safe.name(key, "und")


@register.simple_tag(takes_context=True)
def story_path(context: Context, story: addresses.HasAddress) -> str:
    """Give the path of a story's page."""
    return addresses.story_path(_tag(context), story)


@register.simple_tag(takes_context=True)
def publication_path(context: Context, slug: str) -> str:
    """Give the path of a publication's page."""
    return addresses.publication_path(_tag(context), slug)


@register.simple_tag(takes_context=True)
def blocks(context: Context, value: Iterable[Block]) -> Html:
    """Show blocks of a document, each with the template of its kind."""
    return rendered(value, context)


@register.filter
def sentences(value: Iterable[Sentence]) -> Html:
    """Show sentences with their ids and marks."""
    return safe.assembled(safe.sentence(each) for each in value)


@register.filter
def alone(value: Block) -> tuple[Block]:
    """Give one block as a list of blocks."""
    return (value,)


@register.filter
def marked(value: Snippet) -> Html:
    """Show a search snippet with its matches marked."""
    return safe.snippet(value)


@register.filter
def html_language(tag: str) -> str:
    """Give a language tag as ``lang`` wants it."""
    return safe.html_language(tag)


@register.filter
def chosen_language(tag: str) -> str:
    """Give the tag of a language that readers choose as ``lang`` wants it: ``zh`` is written in simplified script."""
    return locale.html_tag(tag)


@register.filter
def web_address(address: str) -> bool:
    """Tell whether an address may be linked to."""
    return bool(addresses.outside(address))


@register.filter
def heading_level(block: Block) -> int:
    """Give the level of a heading below the headline, 2 to 6."""
    return min(max(block.level, 2), 6)


@register.filter
def direction(tag: str) -> str:
    """Give the direction in which a language is written."""
    return direction_of(tag)


@register.filter
def json_data(value: dict[str, Any]) -> Html:
    """Give structured data for a data script."""
    return safe.data_script(value)


@register.simple_tag(takes_context=True)
def picture(context: Context, source: str) -> Picture | None:
    """Find the kept picture that a block names; None when the stand does not have it."""
    kept: dict[str, Picture] = context.get("pictures") or {}
    return kept.get(source)
