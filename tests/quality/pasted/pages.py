# ruff: noqa: E501 - words of many scripts in tables
"""Pasted pages put together from own stories: layouts of newsstands and news sites, interface languages, odd bytes."""

import textwrap
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from icu4py.messageformat import MessageFormat

NAMES = {
    "en": "The Harbour Chronicle", "ar": "صحيفة الميناء", "es": "El Faro del Puerto", "fr": "La Gazette du Port",
    "hi": "तट समाचार पत्र", "zh": "海岸日报", "ja": "海岸新聞", "ko": "해안일보", "ru": "Портовая газета",
    "de": "Hafen-Anzeiger", "pt": "Gazeta do Porto", "fa": "روزنامه ساحل", "ur": "روزنامہ بندرگاہ", "he": "עיתון הנמל",
    "ta": "துறைமுக நாளிதழ்", "sw": "Gazeti la Bandari", "id": "Harian Pelabuhan", "th": "ข่าวท่าเรือ", "tr": "Liman Gazetesi",
}  # fmt: skip
AUTHORS = {"en": "By Ana Morrow", "es": "Por Ana Morro", "fr": "Par Anne Morrot", "de": "Von Anna Morr", "ar": "بقلم آنا مرو",
           "pt": "Por Ana Morro", "id": "Oleh: Ana Moro", "ru": "Автор: Анна Морова", "tr": "Yazan: Ana Moro"}  # fmt: skip


@dataclass
class Chrome:
    """The words of an interface."""

    language: str
    listen: str
    translate: str
    share: str
    font: str
    trial: str
    more: str
    label: str
    minutes: str
    sign_in: str
    menu: tuple[str, ...]
    foot: tuple[str, ...]
    advert: str


CHROMES = [
    Chrome("en", "Listen", "Translate", "Share", "Change font size", "Try GOLD - Free", "MORE STORIES FROM {p}",
           "time to read", "{n} mins", "Sign In", ("Home", "Newspapers", "Magazines", "My Library"),
           ("About us", "Privacy Policy", "© 2025 Stand. All rights reserved."), "Advertisement"),
    Chrome("ar", "استمع", "ترجمة", "مشاركة", "تغيير حجم الخط", "يحاول ذهب - حر", "المزيد من القصص من {p}",
           "مدة القراءة", "{n} دقائق", "تسجيل الدخول", ("الرئيسية", "الصحف", "المجلات", "مكتبتي"),
           ("من نحن", "سياسة الخصوصية", "جميع الحقوق محفوظة © 2025"), "إعلان"),
    Chrome("es", "Escuchar", "Traducir", "Compartir", "Cambiar tamaño de fuente", "Prueba GOLD - Gratis",
           "Más historias de {p}", "tiempo de lectura", "{n} minutos", "Iniciar sesión",
           ("Inicio", "Periódicos", "Revistas", "Mi biblioteca"),
           ("Quiénes somos", "Aviso legal", "© 2025 Kiosco. Todos los derechos reservados."), "Publicidad"),
    Chrome("fr", "Écouter", "Traduire", "Partager", "Modifier la taille de la police", "Essayez GOLD - Gratuit",
           "Plus d'histoires de {p}", "temps de lecture", "{n} min", "Se connecter",
           ("Accueil", "Journaux", "Magazines", "Ma bibliothèque"),
           ("Mentions légales", "Contact", "© 2025 Kiosque. Tous droits réservés."), "Publicité"),
    Chrome("hi", "सुनें", "अनुवाद करें", "शेयर करें", "फ़ॉन्ट का आकार बदलें", "GOLD आज़माएं - मुफ़्त",
           "{p} की और कहानियाँ", "पढ़ने का समय", "{n} मिनट", "साइन इन करें", ("होम", "अखबार", "पत्रिकाएं", "मेरी लाइब्रेरी"),
           ("हमारे बारे में", "गोपनीयता नीति", "© 2025 सर्वाधिकार सुरक्षित"), "विज्ञापन"),
    Chrome("zh", "收听", "翻译", "分享", "更改字体大小", "试用GOLD - 免费", "来自{p}的更多故事", "阅读时间", "{n}分钟", "登录",
           ("首页", "报纸", "杂志", "我的书架"), ("关于我们", "隐私政策", "© 2025 版权所有"), "广告"),
    Chrome("ru", "Слушать", "Перевести", "Поделиться", "Изменить размер шрифта", "Попробуйте GOLD - бесплатно",
           "Больше историй от {p}", "время чтения", "{n} мин", "Войти", ("Главная", "Газеты", "Журналы", "Моя библиотека"),
           ("О нас", "Контакты", "© 2025 Все права защищены"), "Реклама"),
    Chrome("ja", "聴く", "翻訳", "共有", "フォントサイズを変更", "GOLDを試す - 無料", "{p}のその他のストーリー", "読了時間", "{n}分",
           "ログイン", ("ホーム", "新聞", "雑誌", "マイライブラリ"), ("会社概要", "利用規約", "© 2025 無断転載を禁じます"), "広告"),
    Chrome("sw", "Sikiliza", "Tafsiri", "Shiriki", "Badilisha ukubwa wa fonti", "Jaribu GOLD - Bure",
           "Hadithi zaidi kutoka {p}", "muda wa kusoma", "dakika {n}", "Ingia", ("Nyumbani", "Magazeti", "Majarida", "Maktaba yangu"),
           ("Kuhusu sisi", "Sera ya faragha", "© 2025 Haki zote zimehifadhiwa"), "Tangazo"),
    Chrome("fa", "بشنوید", "ترجمه", "هم‌رسانی", "تغییر اندازه قلم", "امتحان رایگان GOLD", "مطالب بیشتر از {p}",
           "زمان مطالعه", "{n} دقیقه", "ورود", ("خانه", "روزنامه‌ها", "مجله‌ها", "کتابخانه من"),
           ("درباره ما", "تماس با ما", "© ۱۴۰۴ تمامی حقوق محفوظ است"), "تبلیغات"),
]  # fmt: skip


@dataclass
class Story:
    """A story of stories.txt."""

    language: str
    headline: str = ""
    standfirst: str = ""
    paragraphs: list[str] = field(default_factory=list)
    cards: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Page:
    """A paste with what must be read from it. ``minutes`` is empty where the cards show none."""

    name: str
    source: str | bytes
    story: Story
    published: str = ""
    publication: str = ""
    standfirst: str = ""
    cards: list[tuple[str, str]] = field(default_factory=list)
    minutes: list[int | None] = field(default_factory=list)
    card_date: str = ""


def stories() -> list[Story]:
    found: list[Story] = []
    for line in Path(__file__).with_name("stories.txt").read_text(encoding="utf-8").splitlines():
        mark, words = line[:1], line[2:].strip()
        if mark == "@":
            found.append(Story(words))
        elif mark == "=":
            found[-1].headline = words
        elif mark == "-":
            found[-1].standfirst = words
        elif mark == "+":
            title, _, dek = words.partition(" | ")
            found[-1].cards.append((title, dek))
        elif line and mark != "#":
            found[-1].paragraphs.append(line)
    return found


def dated(language: str, day: datetime, pattern: str = "::yMMMMd") -> str:
    calendar = {"fa": "-u-ca-persian", "th": "-u-ca-buddhist"}.get(language, "")
    return MessageFormat(f"{{at,date,{pattern}}}", language + calendar).format({"at": day})


DAY = datetime(2025, 6, 12, 12, tzinfo=UTC)
CARD_DAY = datetime(2025, 6, 9, 12, tzinfo=UTC)


def newsstand(story: Story, chrome: Chrome) -> Page:
    name = NAMES[story.language]
    lines = [*chrome.menu, chrome.trial, story.headline, name, "|", dated(chrome.language, DAY), story.standfirst]
    lines += [story.paragraphs[0], story.paragraphs[1], chrome.advert, story.paragraphs[2], chrome.sign_in]
    lines += [chrome.more.format(p=name)]
    minutes = [1, 2, 14]
    for (title, dek), count in zip(story.cards, minutes, strict=True):
        lines += [
            name,
            name,
            title,
            dek,
            chrome.label,
            chrome.minutes.format(n=count),
            dated(chrome.language, CARD_DAY),
        ]
    lines += [chrome.listen, chrome.translate, chrome.share, "- +", chrome.font]
    return Page(
        "newsstand", "\n".join(lines), story, "2025-06-12", name, story.standfirst, story.cards, minutes, "2025-06-09"
    )


def site(story: Story, chrome: Chrome) -> Page:
    name = NAMES[story.language]
    byline = AUTHORS.get(story.language, "")
    lines = [f"{story.headline} | {name}", *chrome.menu, chrome.sign_in, story.headline, story.standfirst]
    lines += [byline] * bool(byline) + [f"{dated(story.language, DAY)} | {chrome.minutes.format(n=3)}"]
    lines += [chrome.share, "Facebook", "WhatsApp", "Photo: Reuters", *story.paragraphs[:2], chrome.advert]
    lines += [story.paragraphs[2], chrome.more.format(p=name)]
    for title, _ in story.cards:
        lines += [title]
    lines += list(chrome.foot)
    return Page(
        "site", "\n\n".join(lines), story, "2025-06-12", name, story.standfirst, [(t, "") for t, _ in story.cards]
    )


def cards_first(story: Story, chrome: Chrome) -> Page:
    name = NAMES[story.language]
    lines = [chrome.more.format(p=name)]
    for title, dek in story.cards:
        lines += [title, dek, f"{chrome.minutes.format(n=4)} • {dated(chrome.language, CARD_DAY)}"]
    lines += [story.headline, name, dated(chrome.language, DAY), *story.paragraphs, chrome.listen, chrome.share]
    return Page("cards first", "\n".join(lines), story, "2025-06-12", name, "", story.cards, [4, 4, 4], "2025-06-09")


def unheaded(story: Story, chrome: Chrome) -> Page:
    """Cards without a heading that anybody knows, the date above each title."""
    name = NAMES[story.language]
    lines = [name, story.headline, dated(chrome.language, DAY), story.standfirst, chrome.listen, chrome.share]
    lines += [*story.paragraphs, chrome.translate]
    for title, dek in story.cards:
        lines += [title, dek, chrome.minutes.format(n=5)]
    return Page("unheaded", "\n\n".join(lines), story, "2025-06-12", name, story.standfirst, story.cards, [5, 5, 5])


def alone(story: Story, chrome: Chrome) -> Page:
    return Page("alone", "\n\n".join([story.headline, *story.paragraphs]), story)


def mailed(story: Story, chrome: Chrome) -> Page:
    wrapped = ["\n".join(textwrap.wrap(paragraph, 72)) for paragraph in story.paragraphs]
    return Page("mailed", "\n\n".join([story.headline, *wrapped]), story)


LAYOUTS = (newsstand, site, cards_first, unheaded, alone)
_UNWRITTEN = {"zh", "ja", "th"}
"""Languages without spaces between words, which no mail program wraps."""


def _crlf(text: str) -> str | bytes:
    return text.replace("\n", "\r\n")


def _wide(text: str) -> str | bytes:
    return text.encode("utf-16")


def _marked(text: str) -> str | bytes:
    return "\n".join(f"\u200f{line}\u200e" for line in text.split("\n"))


def _spaced(text: str) -> str | bytes:
    return ("\ufeff" + text.replace("\n", "  \n\u00a0\n")).encode()


def _separated(text: str) -> str | bytes:
    return text.replace("\n", "\u2028")


def _as_is(text: str) -> str | bytes:
    return text


MUTATIONS = (_as_is, _crlf, _wide, _marked, _spaced, _separated)


def pages() -> list[Page]:
    """Return every story in every layout, the interface's language and the bytes changing from page to page."""
    made: list[Page] = []
    for number, story in enumerate(stories()):
        layouts = [*LAYOUTS, *([] if story.language in _UNWRITTEN else [mailed])]
        for place, layout in enumerate(layouts):
            page = layout(story, CHROMES[(number + 3 * place) % len(CHROMES)])
            mutation = _as_is if layout is mailed else MUTATIONS[(number + place) % len(MUTATIONS)]
            page.source = mutation(page.source)
            page.name = f"{story.language} {page.name} {mutation.__name__}"
            made.append(page)
    return made
