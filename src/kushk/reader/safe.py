"""The only module that calls text safe for HTML. Each function escapes what it is given, then marks it up."""
# ruff: noqa: S308, TID251 - this is that module

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from kushk.base.locale import INTERFACES, listing, wording
from kushk.base.locale.icu import formatted
from kushk.base.locale.tables import pinned
from kushk.core.document import Sentence
from kushk.core.languages import direction_of
from kushk.core.markup import Markup, sentence_html
from kushk.library.api import Snippet
from kushk.reader.paired import Mirrored, Shown

Html = SafeString
"""Text that was escaped and marked up here: templates show it as it is."""

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters around the number of a value while ICU places it."""

_WITH_IDS = Markup(sentence_ids=True)
_JSON_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def name(text: str, language: str) -> Html:
    """Return a name that is written in a language of its own: isolated, marked, never translated."""
    tag = html_language(language)
    direction = f' dir="{direction_of(tag)}"' if tag else ' dir="auto"'
    return mark_safe(f'<bdi lang="{escape(tag)}"{direction} translate="no">{escape(text)}</bdi>')


def key_caps(*keys: str) -> Html:
    """Return keys of the keyboard, isolated from the words around them."""
    return mark_safe(" ".join(f'<kbd dir="ltr" translate="no">{escape(key)}</kbd>' for key in keys))


def code(text: str) -> Html:
    """Return what is typed as it stands, isolated from the words around it."""
    return mark_safe(f'<code dir="ltr" translate="no">{escape(text)}</code>')


def foreign(text: str, language: str) -> Html:
    """Return words in a language of their own as a block in its direction."""
    tag = html_language(language)
    direction = direction_of(tag) if tag else "auto"
    return mark_safe(f'<bdi class="foreign" lang="{escape(tag)}" dir="{direction}">{escape(text)}</bdi>')


def html_language(tag: str) -> str:
    """Return a language tag as HTML wants it: empty when the language is unknown."""
    return "" if tag in {"und", "zxx", "mul"} else tag


def said(msgid: str, interface: str, context: str, values: dict[str, Any]) -> Html:
    """Return a message of the interface as HTML. Safe values keep their mark-up, all else is escaped.

    A message that the catalogue lacks is shown in English and says so to screen readers and tests.
    """
    words = wording(msgid, interface, context)
    marked: list[str] = []
    placed = {key: _placed(value, marked) for key, value in values.items()}
    html = str(escape(formatted(words.text, pinned(words.language), placed)))
    for place, markup in enumerate(marked):
        html = html.replace(f"{_OPEN}{place}{_CLOSE}", markup)
    if words.language != interface:
        html = f'<span lang="{INTERFACES[0]}" dir="ltr">{html}</span>'
    return mark_safe(html)


def _placed(value: Any, marked: list[str]) -> Any:
    if not hasattr(value, "__html__"):
        return value
    marked.append(value.__html__())
    return f"{_OPEN}{len(marked) - 1}{_CLOSE}"


def joined(parts: Sequence[str], interface: str) -> Html:
    """Return a list as the interface language joins one; safe parts keep their mark-up."""
    return mark_safe(listing([conditional_escape(part) for part in parts], interface))


def sentence(value: Sentence) -> Html:
    """Return a sentence of a document with its id, its marks, and the space after it."""
    breaks = "<br>" * value.tail.count("\n")
    return mark_safe(f"{_spanned(value)}{breaks or escape(value.tail)}")


def _spanned(value: Sentence) -> str:
    """Return the element of a sentence; in a translation it says how it stands, and may have its original under it."""
    if isinstance(value, Mirrored):
        return f'<span id="o-{escape(value.id)}">{sentence_html(value)}</span>'
    if not isinstance(value, Shown) or not (value.state or value.original):
        return sentence_html(value, _WITH_IDS)
    state = f' class="{escape(value.state)}"' if value.state else ""
    own = f'<span id="{escape(value.id)}"{state}>{sentence_html(value)}</span>'
    if value.original is None:
        return own
    tag = html_language(value.language)
    where = f'id="o-{escape(value.id)}" lang="{escape(tag)}" dir="{direction_of(value.language)}"'
    return f'<span class="line">{own}<span class="line__original" {where}>{sentence_html(value.original)}</span></span>'


def snippet(value: Snippet) -> Html:
    """Return a stretch of text with what a search matched in ``<mark>``."""
    return stretches(value.text, value.marks, "mark")


def stretches(text: str, spans: Iterable[tuple[int, int]], element: Literal["mark", "ins", "del"]) -> Html:
    """Return a text with each of these spans inside an element; spans that overlap or lie outside are left out."""
    html, at = "", 0
    for start, end in sorted(spans):
        if at <= start < end <= len(text):
            html += f"{escape(text[at:start])}<{element}>{escape(text[start:end])}</{element}>"
            at = end
    return mark_safe(html + escape(text[at:]))


def paragraphs(parts: Iterable[str]) -> Html:
    """Return parts as paragraphs; safe ones keep their mark-up."""
    return mark_safe("".join(f'<p dir="auto">{conditional_escape(part)}</p>' for part in parts))


def data_script(value: dict[str, Any]) -> Html:
    """Return JSON that can stand inside a ``<script type="application/ld+json">``."""
    return mark_safe(json.dumps(value, ensure_ascii=False).translate(_JSON_ESCAPES))


def qr_code(text: str) -> Html:
    """Return a QR code as SVG: a secret that is shown once has no address of its own."""
    import segno

    return mark_safe(segno.make(text, error="m").svg_inline(scale=4, border=4, dark="#000", light="#fff"))


def assembled(parts: Iterable[str]) -> Html:
    """Return rendered parts one after the other."""
    return mark_safe("".join(conditional_escape(part) for part in parts))


def moment(shown: str, machine: str) -> Html:
    """Return a date as ``<time>``, empty when there is none."""
    return mark_safe(f'<time datetime="{escape(machine)}">{escape(shown)}</time>' if shown else "")


def for_eye_and_ear(eye: str, ear: str) -> Html:
    """Return a short text to look at and a whole one to hear."""
    heard = f'<span class="for-ear">{conditional_escape(ear)}</span>'
    return mark_safe(f'<span class="count" aria-hidden="true">{escape(eye)}</span>{heard}')
