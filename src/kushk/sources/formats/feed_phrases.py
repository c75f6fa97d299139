"""The words with which feeds send a reader on to the page, by language; each is the beginning of such a line."""

from __future__ import annotations

import re

_MORE = (
    # English
    "(?:click here to )?(?:read|continue|keep) (?:more|on|reading|the (?:rest|full|whole|original)|full|it here)",
    "(?:see|view|learn|find out|show) more",
    "full (?:story|article)",
    "view (?:original|full)",
    # Romance languages
    "lire (?:la suite|plus|l[’']article|l[’']intégralité)",
    "en savoir plus",
    "la suite",
    "(?:seguir|sigue|continuar|continúa|sigue) (?:leyendo|lendo|a ler)",
    "leer (?:más|artículo|noticia)",
    "(?:ler|leia|saiba|ver) mais",
    "(?:leggi|continua a leggere)(?: tutto| di più| l[’']articolo| ancora| altro)?",
    "llegeix més",
    "citește (?:mai mult|mai departe|în continuare|tot)",
    # Germanic languages
    "weiterlesen",
    "mehr (?:lesen|erfahren)",
    "zum artikel",
    "lesen sie (?:mehr|weiter)",
    "lees (?:meer|verder)",
    "läs (?:mer|hela|vidare)",
    "les (?:mer|hele|videre)",
    "læs (?:mere|hele|videre)",
    # Finnish, Hungarian, Slavic and Greek
    "lue lisää",
    "tovább(?: olvas\\w*)?",
    "czytaj (?:więcej|dalej|całość)",
    "(?:více zde|celý článek|číst (?:více|dál))",
    "читать (?:далее|полностью|дальше|ещё|еще)",
    "подробнее",
    "читати (?:далі|більше)",
    "прочети (?:още|повече)",
    "διαβάστε (?:περισσότερα|τη συνέχεια|ολόκληρο)",
    # Turkish, Indonesian, Vietnamese, Swahili
    "devamını oku",
    "devamı",
    "baca (?:selengkapnya|selanjutnya|lebih lanjut)",
    "selengkapnya",
    "(?:xem|đọc) (?:thêm|tiếp)",
    "soma zaidi",
    # Arabic script and Hebrew
    "(?:اقرأ|إقرأ|قراءة) (?:المزيد|بقية|الخبر|المقال)",
    "(?:لقراءة|للمزيد|المزيد|تابع القراءة|أكمل القراءة)",
    "(?:ادامه (?:مطلب|خبر|نوشته)|بیشتر بخوانید)",
    "مزید پڑھیں",
    "(?:קרא(?:ו)? עוד|להמשך קריאה|המשך קריאה)",
    # Indian languages and Thai
    "(?:और|आगे|पूरा|पूरी) (?:पढ़ें|पढ़ें|खबर)",
    "(?:আরও|আরো) পড়ুন",
    "மேலும் (?:படிக்க|வாசிக்க)",
    "อ่าน(?:ต่อ|เพิ่มเติม)",
    # Chinese, Japanese, Korean
    "(?:閱讀|阅读)(?:更多|全文|原文)",
    "查看(?:全文|更多|原文|详情)",
    "(?:繼續閱讀|继续阅读|(?:点击|點擊)(?:查看|閱讀|阅读))",
    "(?:続きを読む|続きはこちら|もっと(?:見る|読む)|記事全文)",
    "(?:더 ?보기|계속 ?읽기|자세히 ?보기|더 ?읽기)",
)

_FIRST_ON = (
    ".+\\bwas originally published in\\b.+\\bon medium\\b",
    "the post\\b.+\\b(?:appeared first on|first appeared on)\\b",
    "this (?:article|post|story)\\b.*\\b(?:appeared first|first appeared|originally appeared)\\b",
    "(?:l[’']article|cet article)\\b.+\\best apparu en premier",
    "(?:der|dieser) (?:beitrag|artikel)\\b.+\\b(?:erschien zuerst|ist zuerst erschienen)",
    "la entrada\\b.+\\b(?:se publicó primero|aparece primero|apareció primero)",
    "o (?:post|conteúdo)\\b.+\\b(?:apareceu primeiro|aparece primeiro)",
    "(?:l[’']articolo|il post)\\b.+\\b(?:proviene da|sembra essere il primo)",
    "het bericht\\b.+\\bverscheen eerst",
    "(?:запись|сообщение)\\b.+\\b(?:впервые появилась|появились сначала|появилась сначала)",
    "artykuł\\b.+\\bpochodzi z",
    "příspěvek\\b.+\\bpochází z",
    "inlägget\\b.+\\bdök först upp",
    "(?:ظهرت|ظهر)\\b.+(?:أولاً|أولا)\\b",
    ".+\\byazısı ilk önce\\b",
    ".+最(?:早出现在|先出現於)",
    ".+は.+に最初に表示されました",
)

_ANY = "|".join((*_MORE, "more|全文|更多"))

READ_MORE = re.compile(rf"[\s\[(«‹.…|:→-]*+(?:{_ANY})[\s\])»›>→⇒….!:-]*+", re.IGNORECASE)
"""A whole line that says no more than that."""

READ_MORE_OF = re.compile(rf"[\s\[(«‹.…|:→-]*+(?:{_ANY})(?!\w).{{0,120}}", re.IGNORECASE | re.DOTALL)
"""A line that says it and of what; only where it is a link."""

ENDS_WITH_MORE = re.compile(rf"(?<=[.…\]!?。؟।])\s*+\[?\s*+(?:{'|'.join(_MORE)})[\s\]…→»>.⇒]*+$", re.IGNORECASE)
"""The same words after the last sentence of a text; sought in its last characters only."""

APPEARED_FIRST = re.compile("|".join(_FIRST_ON), re.IGNORECASE | re.DOTALL)
"""What blog software writes under a post in its feed; matched at the start of a short line."""
