"""What feeds put at the end of a story that is none of it: "read more" links, "[…]", "appeared first on"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from kushk.core.document import BlockKind, Mark, MarkKind
from kushk.core.draft import DraftBlock, RichText

_ELLIPSIS = re.compile(r"\s*(?:[\[(（【]\s*(?:…|\.{2,}|&hellip;|⋯{1,2}|……)\s*[\])）】])\s*$")
_DOTS = re.compile(r"(?:…|\.{3,}|……|⋯⋯?)\s*$")
_MORE = re.compile(
    r"[\s\[(«‹.…|:-]*(?:"
    r"(?:click here to )?(?:read|continue|keep) (?:more|on|reading|the (?:rest|full|whole|original)|full|it here)\b.{0,120}"
    r"|(?:see|view|learn|find out|show) more(?: at\b.{0,60}| here| about this)?|more|full (?:story|article)|view (?:original|full)\b.{0,40}"
    r"|lire (?:la suite|plus|l[’'](?:article|intégralité)).{0,80}|en savoir plus.{0,40}|la suite"
    r"|weiterlesen.{0,100}|mehr lesen|mehr erfahren|zum artikel|lesen sie (?:mehr|weiter).{0,60}"
    r"|(?:seguir|sigue|continuar|continúa) (?:leyendo|lendo|a ler).{0,100}|leer (?:más|artículo|noticia).{0,80}"
    r"|(?:ler|leia|saiba|ver) mais.{0,60}|leggi (?:tutto|di più|l[’']articolo|ancora|altro).{0,60}|continua a leggere.{0,80}"
    r"|lees (?:meer|verder).{0,60}|läs (?:mer|hela|vidare).{0,60}|les (?:mer|hele|videre).{0,60}|læs (?:mere|hele|videre).{0,60}|lue lisää.{0,60}"
    r"|czytaj (?:więcej|dalej|całość).{0,60}|více zde|celý článek|číst (?:více|dál).{0,60}|tovább.{0,40}|citește (?:mai mult|mai departe|în continuare).{0,60}"
    r"|devamını oku.{0,60}|devamı.{0,40}|baca (?:selengkapnya|juga|selanjutnya|lebih lanjut).{0,60}|selengkapnya.{0,40}|xem thêm.{0,60}|đọc (?:thêm|tiếp).{0,60}"
    r"|читать (?:далее|полностью|дальше|ещё|еще).{0,80}|подробнее.{0,60}|далее|читати (?:далі|більше).{0,60}|прочети (?:още|повече).{0,60}"
    r"|διαβάστε (?:περισσότερα|τη συνέχεια|ολόκληρο).{0,60}|περισσότερα|συνέχεια"
    r"|(?:اقرأ|إقرأ|قراءة) (?:المزيد|أيضا|بقية|الخبر|المقال).{0,60}|لقراءة المزيد.{0,60}|للمزيد.{0,60}|المزيد|التفاصيل|تابع القراءة.{0,60}|أكمل القراءة.{0,60}"
    r"|ادامه (?:مطلب|خبر|نوشته).{0,60}|بیشتر بخوانید.{0,60}|مزید پڑھیں.{0,60}|קרא (?:עוד|את).{0,60}|להמשך קריאה.{0,60}|המשך קריאה.{0,60}"
    r"|(?:और|आगे|पूरा|पूरी) (?:पढ़ें|पढ़ें|खबर).{0,60}|আরও পড়ুন.{0,40}|আরো পড়ুন.{0,40}|மேலும் (?:படிக்க|வாசிக்க).{0,40}|อ่านต่อ.{0,60}|อ่านเพิ่มเติม.{0,60}"
    r"|(?:閱讀|阅读)(?:更多|全文|原文).{0,40}|查看(?:全文|更多|原文|详情).{0,40}|繼續閱讀.{0,60}|继续阅读.{0,60}|(?:点击|點擊|點此).{0,20}|全文|更多"
    r"|続きを読む.{0,60}|続きは.{0,60}|もっと(?:見る|読む).{0,40}|記事全文.{0,40}|더 ?보기.{0,40}|계속 ?읽기.{0,60}|자세히 ?보기.{0,40}|더 ?읽기.{0,40}|soma zaidi.{0,60}"
    r")[\s\])»›→>….!⇒➔:-]*",
    re.IGNORECASE,
)
_FIRST_ON = re.compile(
    r"(?:the post\b.+\b(?:appeared first on|first appeared on)\b|this (?:article|post|story)\b.*\b(?:appeared first|first appeared|originally appeared)\b"
    r"|(?:l[’']article|cet article)\b.+\best apparu en premier|(?:der|dieser) (?:beitrag|artikel)\b.+\b(?:erschien zuerst|ist zuerst erschienen)"
    r"|la entrada\b.+\b(?:se publicó primero|aparece primero|apareció primero)|o (?:post|conteúdo)\b.+\b(?:apareceu primeiro|aparece primeiro)"
    r"|(?:l[’']articolo|il post)\b.+\b(?:proviene da|sembra essere il primo)|het bericht\b.+\bverscheen eerst|(?:запись|сообщение)\b.+\b(?:впервые появилась|появились сначала|появилась сначала)"
    r"|artykuł\b.+\bpochodzi z|příspěvek\b.+\bpochází z|inlägget\b.+\bdök först upp|artikkelen\b.+\bdukket først opp"
    r"|.+\byazısı ilk önce\b|(?:ظهرت|أول ظهور|ظهر).+(?:أولاً|أولا)|.+(?:最早出现在|最先出現於|は).{0,80}(?:に最初に表示されました)?)",
    re.IGNORECASE | re.DOTALL,
)
_STOPS = tuple(".!?…。！？؟۔।॥")
_SHORT = 160
"""Characters beyond which a closing line is no "read more"."""


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A body without its trailers; ``cut`` when one of them said that there is more."""

    blocks: tuple[DraftBlock, ...]
    cut: bool = False


def trim(blocks: Sequence[DraftBlock], url: str, title: str) -> Trimmed:
    """Take away what a feed adds after the story's end.

    Args:
        blocks: the body.
        url: the entry's own address: a closing line that is but a link to it means "read more" in any language.
        title: its headline: a closing line with that and two links is the "appeared first on" of blog software.
    """
    kept, cut = list(blocks), False
    while kept and kept[-1].kind is BlockKind.PARAGRAPH and not kept[-1].children:
        last = kept[-1].content
        if _is_more(last, url):
            cut = True
        elif not _is_origin_note(last, url, title):
            break
        kept.pop()
    if kept and kept[-1].kind is BlockKind.PARAGRAPH:
        content, ended = _without_tail(kept[-1].content, url)
        if ended:
            kept[-1:] = [replace(kept[-1], content=content)] if content else []
            cut = True
    return Trimmed(tuple(kept), cut)


def trim_text(text: str) -> tuple[str, bool]:
    """Do the same to a summary in plain text; also tells whether it was cut."""
    content, cut = _without_tail(RichText(text), "")
    return content.text, cut or bool(_DOTS.search(content.text))


def _links(content: RichText) -> list[Mark]:
    return [mark for mark in content.marks if mark.kind is MarkKind.LINK]


def _is_more(content: RichText, url: str) -> bool:
    text = content.text.strip()
    if not text or len(text) > _SHORT:
        return False
    links = _links(content)
    if _MORE.fullmatch(text):
        return bool(links) or len(text) < _SHORT // 2
    whole = len(links) == 1 and links[0].end - links[0].start >= len(text.strip(" .…[]→»>()")) - 1
    return whole and _same_page(links[0].href, url) and not text.startswith(("http://", "https://"))


def _is_origin_note(content: RichText, url: str, title: str) -> bool:
    text = content.text.strip()
    links = _links(content)
    if len(links) in (1, 2) and title and title in text and len(text) < len(title) + _SHORT:
        own = [mark for mark in links if _same_page(mark.href, url)]
        home = [mark for mark in links if mark not in own and _same_site(mark.href, url)]
        if own and (home or _FIRST_ON.match(text)):
            return True
    return bool(_FIRST_ON_PLAIN.match(text)) and len(text) < len(title) + 2 * _SHORT


_FIRST_ON_PLAIN = re.compile(r"the post\b.+\b(?:appeared first on|first appeared on)\b", re.IGNORECASE | re.DOTALL)


def _same_page(href: str, url: str) -> bool:
    if not href or not url:
        return False
    one, other = _split(href), _split(url)
    return one == other and one != ("", "")


def _split(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")


def _same_site(href: str, url: str) -> bool:
    return bool(url) and _split(href)[0] == _split(url)[0]


def _without_tail(content: RichText, url: str) -> tuple[RichText, bool]:
    """Cut "[…]" and a trailing "Read more" link off the end of a paragraph; a mere "…" is the author's own."""
    text = content.text.rstrip()
    ended = False
    for mark in reversed(_links(content)):
        inner = text[mark.start : mark.end]
        if mark.end >= len(text) - 3 and len(inner) <= _SHORT and mark.start > 0:  # noqa: PLR2004  # "…]" may follow
            if _MORE.fullmatch(inner.strip()) or (_same_page(mark.href, url) and len(inner) < _SHORT // 2):
                text, ended = text[: mark.start].rstrip(" \t\n([|-–—"), True
        break
    plain = _plain_more(text) if not ended else None
    if plain is not None:
        text, ended = plain, True
    bracket = _ELLIPSIS.search(text[-40:])
    if bracket:
        text, ended = text[: len(text) - len(bracket[0])].rstrip(), True
        text += "" if text.endswith(_STOPS) else "…"
    if not ended:
        return content, False
    return _shortened(content, text), True


_PLAIN_MORE = re.compile(
    r"(?<=[.…\]!?。])\s*(?:\[\s*)?(?:read more|continue reading|read the full (?:story|article)|lire la suite|weiterlesen|leer más|ler mais|leia mais"
    r"|leggi tutto|читать далее|اقرأ المزيد|阅读全文|閱讀全文|続きを読む)\s*[\]…→»>.]*\s*$",
    re.IGNORECASE,
)


def _plain_more(text: str) -> str | None:
    start = max(0, len(text) - 60)
    match = _PLAIN_MORE.search(text, start)
    return text[: match.start()].rstrip() if match else None


def _shortened(content: RichText, text: str) -> RichText:
    end = len(text)
    marks = tuple(replace(mark, end=min(mark.end, end)) for mark in content.marks if mark.start < end)
    return RichText(text, marks)
