"""From a sentence of a page to what a newsreader would say: one pass for each kind of writing, in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.document import Mark
from kushk.core.spoken.amounts import amounts_said
from kushk.core.spoken.figures import decimals_said, plain_figures
from kushk.core.spoken.form import Spoken, rewritten
from kushk.core.spoken.hush import heard
from kushk.core.spoken.links import addresses_said
from kushk.core.spoken.moments import moments_said, years_said
from kushk.core.spoken.ranges import ranges_said
from kushk.core.spoken.romans import romans_said
from kushk.core.spoken.shorthand import ordinals_said, shorthand_said
from kushk.core.spoken.signs import signs_said, strokes_said

_PASSES = (
    plain_figures,
    addresses_said,
    ranges_said,
    moments_said,
    signs_said,
    amounts_said,
    shorthand_said,
    romans_said,
    ordinals_said,
    strokes_said,
    years_said,
    decimals_said,
)
"""Each goes by what the ones before it have left."""

_LONGEST = 20_000
"""Characters. What is longer is no sentence: it is silenced where it must be, and otherwise said as it is."""

_SPACE = re.compile(r"\s{2,}|^\s|\s\Z|[^\S ]|\s(?=[,.;!?…)])|\(\s?\)")


def spoken(text: str, language: str, marks: Sequence[Mark] = ()) -> Spoken:
    """Return what is said of a text: plain text with nothing in it that an engine could take as markup.

    Numbers stay digits, which engines read well, but for ordinals. Of a link the host alone is said. Emoji, deleted
    words and the numbers of footnotes are not said at all.

    Args:
        text: the page's, of any length and content.
        language: BCP 47 tag; in languages without tables, much is left to the engine.
        marks: the text's own.
    """
    form = heard(text, marks, _LONGEST)
    if len(text) <= _LONGEST:
        for said in _PASSES:
            form = said(form, language)
        form = rewritten(form, _SPACE, _spaced)
    return form


def _spaced(match: re.Match[str]) -> list[tuple[str, int, int]]:
    at_an_end = match.start() == 0 or match.end() == len(match.string)
    before_a_stop = match.string[match.end() : match.end() + 1] in set(",.;!?…)")
    return [("" if at_an_end or before_a_stop else " ", match.start(), match.end())]
