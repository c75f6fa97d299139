"""Which face a text is set in, and how large and how far apart its lines are: by script and language. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kushk.core.languages import base, script_of
from kushk.core.scripts import scripts_of

OWN = (
    "Kushk Serif",
    "Kushk Naskh",
    "Kushk Hebrew",
    "Kushk Devanagari",
    "Kushk Bengali",
    "Kushk Tamil",
    "Kushk Thai",
)


_CJK_FAMILIES = {
    "zh": "Noto Serif CJK SC,Source Han Serif SC,Songti SC,SimSun,Noto Sans CJK SC,PingFang SC,Microsoft YaHei",
    "zh-Hant": "Noto Serif CJK TC,Source Han Serif TC,Songti TC,PMingLiU,Noto Sans CJK TC,PingFang TC",
    "ja": "Noto Serif CJK JP,Source Han Serif JP,Hiragino Mincho ProN,Yu Mincho,Noto Sans CJK JP,Hiragino Sans",
    "ko": "Noto Serif CJK KR,Source Han Serif KR,Nanum Myeongjo,Batang,Noto Sans CJK KR,Apple SD Gothic Neo",
}


@dataclass(frozen=True, slots=True)
class Face:
    """How a script is set. Sizes are those of Latin text times ``scale``."""

    families: tuple[str, ...]
    weight: int = 640
    """Of headlines."""
    text_weight: int = 400
    scale: float = 1.0
    leading: float = 1.1
    """Distance of a headline's baselines, in sizes."""
    text_leading: float = 1.3
    tall: float = 1.0
    """Height of one line's ink, in sizes."""

    @property
    def names(self) -> str:
        """The families as Pango lists them: this script's, then ours for all that is mixed in."""
        return ",".join(dict.fromkeys((*self.families, *OWN, *_CJK_FAMILIES["zh"].split(","))))


_LATIN = Face(("Kushk Serif",))
_NASKH = Face(("Kushk Naskh",), 700, scale=1.08, leading=1.36, text_leading=1.6, tall=1.2)
_FACES = {
    "Arab": _NASKH,
    "Hebr": Face(("Kushk Hebrew",), 680, scale=1.0, leading=1.2, text_leading=1.4),
    "Deva": Face(("Kushk Devanagari",), 700, scale=0.98, leading=1.36, text_leading=1.5, tall=1.2),
    "Beng": Face(("Kushk Bengali",), 700, leading=1.38, text_leading=1.5, tall=1.2),
    "Taml": Face(("Kushk Tamil",), 700, scale=0.9, leading=1.38, text_leading=1.5, tall=1.2),
    "Thai": Face(("Kushk Thai",), 700, scale=1.0, leading=1.4, text_leading=1.5, tall=1.3),
}
_NASTALIQ = Face(("Kushk Nastaliq", "Kushk Naskh"), 700, scale=0.92, leading=1.86, text_leading=2.0, tall=2.1)
_OTHER = Face(("Kushk Serif", "Noto Serif"), 700, leading=1.4, text_leading=1.5, tall=1.4)
"""Of scripts that we have no face for: what the machine has, with room for whatever it is."""

_CJK = Face((), 700, scale=0.98, leading=1.32, text_leading=1.5)
_KNOWN_TO_LATIN = frozenset({"Latn", "Cyrl", "Grek"})


def face_for(text: str, language: str) -> Face:
    """Return the face for a text: by the letters it has most of, and by language where one script has two faces."""
    script = next(iter(scripts_of(text)), "Latn")
    if script == "Arab" and base(language) == "ur":
        return _NASTALIQ
    if script in {"Hani", "Kana", "Hang"}:
        return replace(_CJK, families=tuple(_CJK_FAMILIES[_cjk(script, language)].split(",")))
    return _LATIN if script in _KNOWN_TO_LATIN else _FACES.get(script, _OTHER)


def _cjk(script: str, language: str) -> str:
    if script == "Hang" or base(language) == "ko":
        return "ko"
    if script == "Kana" or base(language) == "ja":
        return "ja"
    traditional = script_of(language) == "Hant" or language.endswith(("-TW", "-HK", "-MO"))
    return "zh-Hant" if traditional else "zh"
