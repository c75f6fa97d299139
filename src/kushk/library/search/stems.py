"""Light stemming: inflection off the end (and in Arabic and Hebrew off the front) of folded words.

Snowball was measured first: 20-50 microseconds a new word in pure Python, a quarter to half of all the time a
story may take to store, and it changes 55-85 % of the words, which doubles the index. Taking off plurals, cases and
articles alone costs about one microsecond. Stems only add to what a word finds; the word itself counts more.

Each table maps an ending, as ``analyzer.folded`` leaves it, to what takes its place. The longest ending that leaves
enough of the word goes, once per pass.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Rules:
    """How one language inflects."""

    passes: tuple[dict[str, str], ...]
    least: int = 3
    """Characters that must be left of the word."""
    prefixes: tuple[str, ...] = ()
    doubled: str = ""
    """Letters that an ending doubles before itself."""
    lengths: tuple[dict[str, tuple[int, ...]], ...] = ()
    """Of each pass: by the last letter of a word, how long the endings are that it may have, the longest first."""

    def stem(self, word: str) -> str:
        """Return the stem of a folded word."""
        if len(word) <= self.least or word.isdecimal():
            return word
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= self.least:
                word = word[len(prefix) :]
                break
        for endings, lengths in zip(self.passes, self.lengths, strict=True):
            for length in lengths.get(word[-1], ()):
                replacement = endings.get(word[-length:]) if len(word) - length >= self.least else None
                if replacement is not None:
                    word = word[:-length] + replacement
                    break
        if len(word) > self.least and word[-1] == word[-2] and word[-1] in self.doubled:
            word = word[:-1]
        return word


def _rules(*passes: str, least: int = 3, prefixes: str = "", doubled: str = "") -> _Rules:
    """Return rules from texts: endings parted by spaces, ``ending>replacement`` where something takes its place."""
    tables = tuple(
        {ending: replacement for ending, _, replacement in (entry.partition(">") for entry in text.split())}
        for text in passes
    )
    return _Rules(tables, least, tuple(prefixes.split()), doubled, tuple(map(_lengths, tables)))


def _lengths(table: dict[str, str]) -> dict[str, tuple[int, ...]]:
    """Return how long the endings of a table are, by their last letter, the longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for ending in table:
        found[ending[-1]].add(len(ending))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


_NORDIC = "erne ene arna erna orna ens ets ers ar er or en et na e a s"
_RULES: dict[str, _Rules] = {
    "en": _rules("ies>y ied>y sses>ss ss>ss us>us is>is s ing ed", "e", doubled="bdgmnprt"),
    "fr": _rules("aux>al s x", "ees ee es e er"),
    "es": _rules("ces>z es s", "o a e"),
    "pt": _rules("oes>ao aes>ao ais>al eis>el ns>m es s", "o a e"),
    "it": _rules("chi>c che>c ghi>g ghe>g ie ia io i e o a"),
    "ro": _rules("urilor urile ilor elor ului ile lor uri ul ea ii ei le a e i u"),
    "ca": _rules("ces>c es s", "o a e"),
    "de": _rules("innen>in ern em er en es e n s", least=4),
    "nl": _rules("heden>heid en s e", doubled="bdfgklmnprst"),
    "sv": _rules(_NORDIC),
    "da": _rules(_NORDIC),
    "no": _rules(_NORDIC),
    "nb": _rules(_NORDIC),
    "nn": _rules(_NORDIC),
    "fi": _rules("issa ista ille ilta illa ssa sta lla lta lle ien jen iden en in n t a"),
    "hu": _rules("ban ben nak nek val vel bol rol tol hoz hez okat eket at et ot ok ek ak k t", "i a e"),
    "ru": _rules(
        "иями ями ами ого его ому ему ыми ими ией иях ий ый ой ей ая яя ое ее ые ие ых их ую юю ом ем ам ям ах ях "
        "ов ев ия ии ию а я о е у ю ы и ь й"
    ),
    "uk": _rules("ями ами ого ього ому ьому ими іми ій ий ої ею ою ах ях ів їв ам ям ом ем а я о е у ю и і ї ь й"),
    "bg": _rules("ият ите ата ято ета ът ят та то те а я о е и"),
    "pl": _rules("owie ami ach owi ego emu ych ich ymi imi iej om ow em ej ie a e i o u y"),
    "cs": _rules("ami emi ech ach ich ych ove ou em um ho mu a e i o u y"),
    "el": _rules("εισ εωσ ουσ ων οσ ησ εσ ασ οι ου α η ο ε ι υ"),
    "tr": _rules("nin nun dan den tan ten da de ta te in un yi yu ya ye i u a e", "larin lerin lari leri lar ler"),
    "id": _rules("nya lah kah pun ku mu"),
    "ms": _rules("nya lah kah pun ku mu"),
    "ar": _rules("ها ان ات ون ين هم يه ه ي", least=3, prefixes="وال بال كال فال ولل ال لل و"),
    "he": _rules("ים ות", least=3, prefixes="וה שה בה ה ו ב ל מ ש"),
    "fa": _rules("هايي هاي ها ترين تر ات"),
    "ur": _rules("ون ين يان ات ي ا ه و"),
    "hi": _rules("ियों ियां ियाँ ाओं ाएं ों ें ां ीं े ी ा ो ि", least=2),
}

LANGUAGES = frozenset(_RULES)
"""First parts of the language tags that have rules."""


class _Memory(dict[str, str]):
    """Stems of the words that were met last; when there are too many, they become the old ones, looked at once more."""

    def __init__(self, rules: _Rules) -> None:
        super().__init__()
        self.rules = rules
        self.old: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        """Work out the stem of a word that was not met lately."""
        if len(self) >= _GENERATION:
            self.old = dict(self)
            self.clear()
        found = self[word] = self.old.get(word) or self.rules.stem(word)
        return found


_GENERATION = 1 << 14
"""Words of a language: most of those of any story, in one or two megabytes."""

_MEMORIES = {language: _Memory(rules) for language, rules in _RULES.items()}


def stem(word: str, language: str) -> str:
    """Return the stem of a folded word, the word itself where the language has no rules or none applies.

    Args:
        word: as ``analyzer.words`` gives it.
        language: first part of a BCP 47 tag.
    """
    memory = _MEMORIES.get(language)
    return memory[word] if memory is not None else word


def further_stems(words: set[str], language: str) -> set[str]:
    """Return the stems of these words that are none of the words themselves."""
    memory = _MEMORIES.get(language)
    if memory is None:
        return set()
    return set(map(memory.__getitem__, words)) - words
