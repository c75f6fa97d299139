"""Language tags (BCP 47) and the direction in which each language is written."""

# ruff: noqa: SIM905 - tables of codes read best as lines of words
from __future__ import annotations

import re
from functools import lru_cache

RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})

_RIGHT_TO_LEFT = frozenset(
    "ar arc arq ary arz apc acm ajp ayl azb bal bgn bqi ckb dv fa glk haz he jpr khw ks lrc luz mzn nqo pnb prs "
    "ps rhg sd sdh skr syr ug ur yi".split()
)
"""Languages that are written from right to left unless their tag names another script (CLDR likely subtags)."""

_RIGHT_TO_LEFT_IN = frozenset({"az-IR", "ku-IQ", "ku-IR", "pa-PK", "uz-AF", "kk-CN", "tk-AF", "ms-CC"})

_SHORTER = dict(
    pair.split("=")
    for pair in (
        "afr=af amh=am ara=ar aze=az bel=be ben=bn bos=bs bul=bg cat=ca ces=cs cze=cs cym=cy wel=cy dan=da deu=de ger=de "
        "ell=el gre=el eng=en est=et eus=eu baq=eu fas=fa per=fa fin=fi fra=fr fre=fr gle=ga glg=gl guj=gu hau=ha heb=he "
        "hin=hi hrv=hr hun=hu hye=hy arm=hy ibo=ig ind=id isl=is ice=is ita=it jpn=ja kan=kn kat=ka geo=ka kaz=kk khm=km "
        "kor=ko kur=ku lao=lo lav=lv lit=lt mal=ml mar=mr mkd=mk mac=mk mon=mn msa=ms may=ms mya=my bur=my nep=ne nld=nl "
        "dut=nl nor=no ori=or pan=pa pol=pl por=pt pus=ps ron=ro rum=ro rus=ru sin=si slk=sk slo=sk slv=sl som=so spa=es "
        "sqi=sq alb=sq srp=sr swa=sw swe=sv tam=ta tel=te tgl=tl tha=th tir=ti tur=tr uig=ug ukr=uk urd=ur uzb=uz vie=vi "
        "yor=yo zho=zh chi=zh cmn=zh zul=zu arb=ar pes=fa zsm=ms swh=sw iw=he in=id ji=yi mo=ro sh=sr jp=ja cn=zh ua=uk"
    ).split()
)
"""Three-letter, withdrawn and mistaken codes, and what they stand for today."""

_NAMED = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "francais": "fr",
    "spanish": "es", "español": "es", "espanol": "es", "italian": "it", "italiano": "it", "portuguese": "pt",
    "português": "pt", "dutch": "nl", "nederlands": "nl", "russian": "ru", "русский": "ru", "arabic": "ar",
    "العربية": "ar", "عربي": "ar", "chinese": "zh", "中文": "zh", "japanese": "ja", "日本語": "ja", "korean": "ko",
    "한국어": "ko", "hindi": "hi", "हिन्दी": "hi", "हिंदी": "hi", "turkish": "tr", "türkçe": "tr", "polish": "pl",
    "persian": "fa", "farsi": "fa", "فارسی": "fa", "urdu": "ur", "اردو": "ur", "hebrew": "he", "עברית": "he",
    "indonesian": "id", "swedish": "sv", "greek": "el", "vietnamese": "vi", "thai": "th", "ukrainian": "uk",
}  # fmt: skip
"""Names that feeds and pages give where a tag belongs."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}(?![a-z0-9]))?(?:-(?P<script>[a-z]{4})(?![a-z0-9]))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3})(?![a-z0-9]))?(?:-.*)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def normalise_tag(text: str) -> str:
    """Return the BCP 47 tag that ``text`` means (language, script and region only), or ``""``.

    Takes what feeds and pages write: ``en_us`` is ``en-US``, ``ARA`` is ``ar``, ``iw`` is ``he``, ``English``
    is ``en``. The region is kept: ``zh-CN`` stays ``zh-CN``.
    """
    wanted = text.strip().strip("\"'").replace("_", "-").split(",")[0].split(";")[0].split(".")[0].strip()
    if named := _NAMED.get(wanted.casefold()):
        return named
    match = _TAG.fullmatch(wanted)
    if not match or wanted.lower() in {"und", "mul", "zxx", "mis", "xx"}:
        return ""
    language = match["language"].lower()
    parts = [_SHORTER.get(language, language)]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    return "-".join(parts)


def base(tag: str) -> str:
    """Return the language subtag alone: ``pt-BR`` is ``pt``."""
    return tag.split("-", 1)[0].lower()


@lru_cache(maxsize=4096)
def direction_of(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag; a script subtag outweighs the language."""
    parts = language.replace("_", "-").split("-")
    scripts = [part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()]  # noqa: PLR2004 - ISO 15924
    if scripts:
        return "rtl" if scripts[0] in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    tag = normalise_tag(language)
    return "rtl" if base(tag) in _RIGHT_TO_LEFT or tag in _RIGHT_TO_LEFT_IN else "ltr"
