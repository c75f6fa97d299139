"""Which of espeak-ng's voices are offered, and what is to be said of them."""

from __future__ import annotations

UNUSABLE = frozenset({"ja", "fo", "kaa"})
"""Japanese spells kanji out as "Chinese letter"; Faroese and Karakalpak come without their dictionaries."""

NOT_OFFERED = frozenset(
    "chr eo grc ia io jbo la lfn nci piqd py qdb qya quc sjn xex an bpy cv gn haw ht mto smj tt".split()
)
"""Constructed, ancient or experimental ones, which no newsroom writes or which nobody of ours has listened to."""

PREFERRED = {
    "en": "en-gb",
    "es": "es",
    "fr": "fr-fr",
    "zh": "cmn",
    "pt": "pt",
    "vi": "vi",
    "hy": "hy",
    "ca": "ca",
    "no": "nb",
    "nn": "nb",
    "tl": "",
}
"""Voice of a language whose region is not told, where its own tag is not the voice's."""

REGIONS = {
    "en-us": "en-us",
    "en-ca": "en-us",
    "es-mx": "es-419",
    "es-ar": "es-419",
    "es-co": "es-419",
    "es-cl": "es-419",
    "es-pe": "es-419",
    "es-us": "es-419",
    "es-419": "es-419",
    "pt-br": "pt-br",
    "fr-be": "fr-be",
    "fr-ch": "fr-ch",
    "zh-hk": "",
    "zh-mo": "",
}
"""Voices for regional tags; an empty one means that the region's speech differs and has no voice here."""

NOTES = {
    "ar": "Arabic is written without short vowels; this voice reads what is written and guesses few of them.",
    "fa": "Persian is written without short vowels; this voice guesses few of them.",
    "he": "Hebrew is written without vowels; this voice guesses few of them.",
    "th": "Thai is read letter by letter in places; hard to follow.",
    "ur": "Urdu is written without short vowels; this voice guesses few of them.",
    "ko": "Sounds change less at the joins of syllables than a speaker would change them.",
}
"""By base language: what a listener should expect. Heard as phonemes, not by native speakers."""
