"""Synthetic stories in several languages: the same ones on every machine, with words as unevenly used as real ones.

Made words from each script's own letters, drawn by Zipf's law behind the language's commonest words.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import accumulate

SHARES = (("en", 6), ("ar", 3), ("es", 3), ("fr", 2), ("ru", 2), ("zh", 2), ("hi", 1), ("fa", 1))
"""Languages and how many of twenty stories are in each."""

VOCABULARY = 40_000
"""Words of a language."""

_COMMON = {
    "en": "the of and to in a is that for it was on as with be by at from this have",
    "ar": "في من على إلى أن التي الذي هذا هذه كان عن مع بعد قبل كل بين قد لم لا ما",
    "es": "de la que el en y a los se del las un por con no una su para es al",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au",
    "ru": "и в не на что он с как это по но к из у за от до же так о",
    "zh": "的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国 我 以 要 他",
    "hi": "के में है की से को का और पर ने यह कि एक हैं भी था लिए कर इस तो",
    "fa": "و در به از که این است را با برای آن یک خود تا کرد بر هم نیز شده می",
}
_LETTERS = {
    "en": ("bcdfghklmnprstvw", "aeiou", ("", "s", "ed", "ing", "er")),
    "es": ("bcdfglmnprstvz", "aeiou", ("", "s", "ción", "ado", "a")),
    "fr": ("bcdfglmnprstvj", "aeiou", ("", "s", "ée", "é", "ment")),
    "ru": ("бвгджзклмнпрстфхц", "аеиоу", ("", "а", "ов", "ами", "ый")),
    "ar": ("بتثجحخدذرزسشصضطعغفقكلمنه", "اوي", ("", "ة", "ات", "ين", "ها")),
    "fa": ("بپتجچحخدرزسشصطعفقکگلمنه", "اوی", ("", "ها", "ی", "ان", "تر")),
    "hi": ("कखगघचछजटडतथदधनपबभमयरलवसह", "ािीुेो", ("", "ों", "ी", "ा", "े")),
}
_BEFORE = {"ar": ("", "", "ال", "و", "وال", "ب")}
_STOPS = {"zh": "。", "hi": "।"}
_BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SyntheticStory:
    """A made story."""

    number: int
    language: str
    headline: str
    standfirst: str
    paragraphs: tuple[str, ...]
    url: str
    published: str


def stories(count: int, *, first: int = 0) -> Iterator[SyntheticStory]:
    """Yield stories ``first`` to ``first + count - 1``; each depends on its number alone."""
    languages = [language for language, share in SHARES for _ in range(share)]
    for number in range(first, first + count):
        yield story(number, languages[number % len(languages)])


def story(number: int, language: str) -> SyntheticStory:
    """Return the story of that number: about 400 words (in Chinese 900 characters) in 6 to 12 paragraphs."""
    chance = random.Random(number)
    paragraphs = tuple(
        " ".join(sentence(chance, language) for _ in range(chance.randint(2, 5))) for _ in range(chance.randint(6, 12))
    )
    return SyntheticStory(
        number=number,
        language=language,
        headline=sentence(chance, language, 5, 9).rstrip(".。।"),
        standfirst=sentence(chance, language),
        paragraphs=paragraphs,
        url=f"https://{language}.example.org/stories/{number}",
        published=(_BEGIN + timedelta(minutes=7 * number)).isoformat(),
    )


def sentence(chance: random.Random, language: str, least: int = 6, most: int = 22) -> str:
    """Return one sentence of made words."""
    words, weights = vocabulary(language)
    chosen = chance.choices(words, cum_weights=weights, k=chance.randint(least, most))
    if language == "zh":
        return "".join(chosen) + _STOPS["zh"]
    return (" ".join(chosen) + _STOPS.get(language, ".")).capitalize()


def word_of_rank(language: str, rank: int) -> str:
    """Return a language's word by how common it is, 0 the commonest."""
    return vocabulary(language)[0][rank]


def rank_at_share(language: str, share: float) -> int:
    """Return the rank up to which the commonest words make that share of all text."""
    weights = vocabulary(language)[1]
    return bisect(weights, weights[-1] * share)


@lru_cache
def vocabulary(language: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the words of a language, commonest first, and their cumulated weights."""
    chance = random.Random(language)
    words = dict.fromkeys(_COMMON[language].split())
    while len(words) < VOCABULARY:
        words.setdefault(_made_word(chance, language))
    return tuple(words), tuple(accumulate(_weight(rank) for rank in range(len(words))))


def _weight(rank: int) -> float:
    """Return how often a word is used: by Zipf's law, and beyond the words that everybody knows by its square.

    Two regimes with the bend at some thousands of words, as Ferrer i Cancho and Sole (2001) found in large corpora.
    """
    return 1 / (rank + 2.7) if rank < _KNOWN else _KNOWN / rank**2


_KNOWN = 6000


def _made_word(chance: random.Random, language: str) -> str:
    if language == "zh":
        return "".join(chr(0x4E00 + int(3000 * chance.random() ** 2)) for _ in range(chance.choice((1, 2, 2, 2, 3))))
    consonants, vowels, endings = _LETTERS[language]
    syllables = chance.choice((1, 2, 2, 3))
    core = "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(syllables)) + chance.choice(
        consonants
    )
    return chance.choice(_BEFORE.get(language, ("",))) + core + chance.choice(endings)
