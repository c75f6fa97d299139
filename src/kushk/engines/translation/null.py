"""An engine that needs nothing and whose translations are known beforehand: words of the other language's letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kushk.engines.translation.interface import (
    Brief,
    Capabilities,
    Health,
    Link,
    Pair,
    Segment,
    Span,
    Translated,
    refuse_unfit,
)

_LATIN = "aeioulmnrstbdk"
_ALPHABETS = {
    "ar": "ابتدرسعفقلمنهوي",
    "fa": "ابتدرسعفقلمنهوی",
    "ur": "ابتدرسعفقلمنہوی",
    "he": "אבגדהוחטילמנסרש",
    "hi": "कगचजतदनपबमरलवसह",
    "ta": "கசடதபமயரலவனண",
    "th": "กขคงจชดตทนบปมรล",
    "ru": "авгдеиклмнопрсту",
    "zh": "天地人水火山木石田土日月",
    "ja": "あいうえおかきくけこさしすせそ",
    "ko": "가나다라마바사아자차카타파하",
}
_LENGTHS = {"zh": 0.33, "ja": 0.45, "ko": 0.5, "th": 0.95, "ar": 0.85, "he": 0.8, "hi": 0.75, "ta": 0.9}
"""Letters of a translation for each of an English text, about (facts of NTREX); 1 for all other languages."""

_SIGNS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f\u0bbe-\u0bcd\u0e31-\u0e4e"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_SIGNS}]|[’'](?=[^\W\d_]))*")
_EVERYWHERE = tuple("ar de en es fa fr he hi id ja ko ms pt ru sw ta th tr ur zh".split())


class NullEngine:
    """Puts a made-up word in place of each word and leaves all else. For tests and trials, never a stand's choice."""

    name = "null"
    title = "Null"
    capabilities = Capabilities(spans=True, align=True, stream=True, quick=True)

    def __init__(self, languages: Sequence[str] = _EVERYWHERE) -> None:
        """Take the languages between which it pretends to translate."""
        self._pairs = frozenset((one, other) for one in languages for other in languages if one != other)
        self.translated = 0
        """Segments translated so far."""
        self.calls = 0

    def pairs(self) -> frozenset[Pair]:
        """Return every pair of its languages."""
        return self._pairs

    def version(self, pair: Pair) -> str:  # noqa: ARG002 - the same for each
        """Return the version of the words."""
        return "2"

    def via(self, pair: Pair) -> tuple[str, ...]:  # noqa: ARG002 - none ever
        """Return nothing: all is done in one step."""
        return ()

    def translate(self, segments: Sequence[Segment], brief: Brief) -> Iterator[Translated]:
        """Yield each segment with other words."""
        refuse_unfit(self, segments, brief)
        self.calls += 1
        for segment in segments:
            self.translated += 1
            yield _other(segment, brief)

    def check(self) -> Health:
        """Say that it can."""
        return Health(ok=True, detail=f"makes words up, {len(self._pairs)} pairs")

    def close(self) -> None:
        """Do nothing: nothing was started."""


def _other(segment: Segment, brief: Brief) -> Translated:
    parts: list[str] = []
    links: list[Link] = []
    at = length = 0
    for found in _WORD.finditer(segment.text):
        between, word = segment.text[at : found.start()], _word(found[0], brief)
        links.append(Link(found.start(), found.end(), length + len(between), length + len(between) + len(word)))
        parts += [between, word]
        length += len(between) + len(word)
        at = found.end()
    text = "".join(parts) + segment.text[at:]
    spans = tuple(Span(span.id, *_moved(span, links)) for span in segment.spans)
    return Translated(text, spans, tuple(links))


def _word(word: str, brief: Brief) -> str:
    alphabet = _ALPHABETS.get(brief.target, _LATIN)
    share = _LENGTHS.get(brief.target, 1.0) / _LENGTHS.get(brief.source, 1.0)
    letters = max(1, round(len(word) * share))
    made = "".join(alphabet[(ord(word[place % len(word)]) * 7 + place) % len(alphabet)] for place in range(letters))
    return made.capitalize() if word[0].isupper() else made


def _moved(span: Span, links: Sequence[Link]) -> tuple[int, int]:
    """Return where a stretch is: what is no word keeps its distance to the word before it."""

    def place(old: int) -> int:
        before = [link for link in links if link.start < old]
        if not before:
            return old
        last = before[-1]
        return last.target_end + old - last.end if old >= last.end else last.target_start

    def end_of(old: int) -> int:
        inside = next((link for link in links if link.start < old < link.end), None)
        return inside.target_end if inside else place(old)

    return place(span.start), end_of(span.end)
