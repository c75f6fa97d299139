# ruff: noqa: E501 - whole interfaces of pages
"""Pages of a newsstand whose interface speaks a language, or uses words, that the parser has never been told."""

from __future__ import annotations

from dataclasses import dataclass

from tests.quality.pasted.pages import NAMES, Page, Story, stories


@dataclass(frozen=True)
class Wording:
    """An interface in words of its own. ``{p}`` is the publication, ``{n}`` the minutes."""

    menu: tuple[str, ...]
    trial: str
    more: str
    minutes: str
    tools: tuple[str, ...]
    day: str
    card_day: str


WORDINGS = [
    Wording(("Hejmo", "Gazetoj", "Revuoj", "Mia breto", "Ensaluti"), "Gustumu ORON - senpage", "Pliaj rakontoj el {p}", "{n} minutoj", ("Aŭskultu", "Tradukigu", "Diskonigu", "-", "+", "Ŝanĝu la tipargrandon"), "2025-06-12", "2025-06-09"),
    Wording(("Etxea", "Egunkariak", "Aldizkariak", "Nire apala"), "Dastatu URREA - doan", "{p} argitalpenaren kontu gehiago", "{n} min.", ("Entzun ahots gora", "Itzuli", "Zabaldu", "- +", "Letra handitu"), "2025-06-12", "2025-06-09"),
    Wording(("Heim", "Dagblöð", "Tímarit", "Hillan mín"), "Reyndu GULL - ókeypis", "Fleira úr {p}", "{n} mínútur", ("Hlusta", "Þýða", "Deila", "Breyta leturstærð"), "12. júní 2025", "9. júní 2025"),
    Wording(("Hafan", "Papurau", "Cylchgronau", "Fy silff"), "Rhowch gynnig ar AUR - am ddim", "Rhagor gan {p}", "{n} munud", ("Gwrando", "Cyfieithu", "Rhannu", "+", "-"), "2025-06-12", "2025-06-09"),
    Wording(("Kāinga", "Niupepa", "Maheni", "Taku whata"), "Whakamātauria te KOURA - Kore utu", "Ētahi atu kōrero nā {p}", "{n} meneti", ("Whakarongo", "Whakamāori", "Tohaina", "Huria te rahi momotuhi"), "Jun 12, 2025", "Jun 9, 2025"),
    Wording(("Ekhaya", "Amaphephandaba", "Omagazini", "Ishelufu lami"), "Zama iGOLIDE - Mahhala", "Ezinye izindaba ze-{p}", "imizuzu {n}", ("Lalela umbhalo", "Humusha", "Yabelana", "Shintsha usayizi wefonti"), "2025-06-12", "2025-06-09"),
    Wording(("Ilé", "Ìwé ìròyìn", "Ìwé àtìgbàdégbà"), "Dán WÚRÀ wò - Ọ̀fẹ́", "Àwọn ìtàn míràn láti {p}", "ìṣẹ́jú {n}", ("Gbọ́", "Túmọ̀", "Pín", "Yí ìwọ̀n lẹ́tà padà"), "2025-06-12", "2025-06-09"),
    Wording(("Gida", "Jaridu", "Mujallu", "Kantar karatuna"), "Gwada ZINARIYA - Kyauta", "Karin labarai daga {p}", "minti {n}", ("Saurara", "Fassara", "Yada", "Sauya girman rubutu"), "2025-06-12", "2025-06-09"),
    Wording(("Нүүр", "Сонин", "Сэтгүүл", "Миний тавиур"), "АЛТ-ыг туршаад үз - Үнэгүй", "{p} сонины бусад өгүүлэл", "{n} минут", ("Чагнах", "Хөрвүүлэх", "Түгээх", "Үсгийн хэмжээ солих"), "2025-06-12", "2025-06-09"),
    Wording(("მთავარი", "გაზეთები", "ჟურნალები", "ჩემი თარო"), "სცადე ოქრო - უფასოდ", "სხვა ამბები {p}-დან", "{n} წუთი", ("მოუსმინე", "თარგმნე", "გაუზიარე", "შრიფტის ზომის შეცვლა"), "2025-06-12", "2025-06-09"),
    Wording(("Գլխավոր", "Թերթեր", "Ամսագրեր", "Իմ դարակը"), "Փորձեք ՈՍԿԻՆ - Անվճար", "Այլ պատմություններ {p}-ից", "{n} րոպե", ("Լսել", "Թարգմանել", "Կիսվել", "Փոխել տառաչափը"), "2025-06-12", "2025-06-09"),
    Wording(("ទំព័រដើម", "កាសែត", "ទស្សនាវដ្ដី"), "សាក មាស - ឥតគិតថ្លៃ", "រឿងផ្សេងទៀតពី {p}", "{n} នាទី", ("ស្ដាប់", "បកប្រែ", "ចែករំលែក", "ប្ដូរទំហំអក្សរ"), "2025-06-12", "2025-06-09"),
    Wording(("ໜ້າຫຼັກ", "ໜັງສືພິມ", "ວາລະສານ"), "ລອງ ຄຳ - ບໍ່ເສຍຄ່າ", "ເລື່ອງອື່ນຈາກ {p}", "{n} ນາທີ", ("ຟັງ", "ແປ", "ແບ່ງປັນ", "ປ່ຽນຂະໜາດຕົວອັກສອນ"), "2025-06-12", "2025-06-09"),
    Wording(("ပင်မ", "သတင်းစာများ", "မဂ္ဂဇင်းများ"), "ရွှေ ကို စမ်းကြည့်ပါ - အခမဲ့", "{p} မှ အခြားသတင်းများ", "{n} မိနစ်", ("နားထောင်", "ဘာသာပြန်", "ဝေမျှ", "စာလုံးအရွယ် ပြောင်း"), "2025-06-12", "2025-06-09"),
    Wording(("गृह", "पत्रिकाहरू", "म्यागजिनहरू"), "सुन चलाई हेर्नुहोस् - सित्तैमा", "{p} का थप कथाहरू", "{n} मिनेट", ("सुन्नुस्", "उल्था गर्नुस्", "बाँड्नुस्", "अक्षर ठूलो सानो"), "2025-06-12", "2025-06-09"),
    Wording(("මුල් පිටුව", "පුවත්පත්", "සඟරා"), "රන් අත්හදා බලන්න - නොමිලේ", "{p} වෙතින් තවත් කතා", "මිනිත්තු {n}", ("සවන් දෙන්න", "පරිවර්තනය", "බෙදාගන්න", "අකුරු ප්‍රමාණය"), "2025-06-12", "2025-06-09"),
    Wording(("ഹോം", "പത്രങ്ങൾ", "മാസികകൾ"), "ഗോൾഡ് നോക്കൂ - സൗജന്യം", "{p} ൽ നിന്ന് ഇനിയും", "{n} മിനിറ്റ്", ("കേട്ടുനോക്കൂ", "മൊഴിമാറ്റം", "പങ്കിടൂ", "അക്ഷരവലിപ്പം മാറ്റൂ"), "2025-06-12", "2025-06-09"),
    Wording(("Front desk", "Dailies", "Weeklies", "Shelf"), "Have a go at GOLD - costs nothing", "Yet more out of {p}", "{n} mins", ("Hear it", "In my language", "Pass it on", "-", "+", "Letters bigger or smaller"), "Jun 12, 2025", "Jun 9, 2025"),
    Wording(("Kiosque", "Quotidiens", "Hebdos", "Ma pile"), "Goûtez à l'OR - pour rien", "Encore du {p}", "{n} mins", ("Faites-le-moi entendre", "Dans ma langue", "Faire passer", "Grossir les lettres"), "12 juin 2025", "9 juin 2025"),
    Wording(("Zum Stand", "Tagesblätter", "Hefte", "Mein Stapel"), "GOLD mal kosten - umsonst", "Noch mehr Lesestoff: {p}", "{n} Minütchen", ("Lass hören", "In meiner Sprache", "Weiterreichen", "Buchstaben größer oder kleiner"), "12. Juni 2025", "9. Juni 2025"),
    Wording(("Al puesto", "Diarios de hoy", "Semanarios", "Mi pila"), "Pruébalo: ORO sin pagar", "Todavía más de {p}", "{n} minutitos", ("Que me lo lean", "En mi idioma", "Pásalo", "Letra grande, letra chica"), "12 jun 2025", "9 jun 2025"),
    Wording(("الكشك", "الجرائد", "الدوريات", "رفي"), "ذق الذهبية - بلا مقابل", "ما زال لدى {p}", "{n} د", ("أسمعني", "بلغتي", "مررها", "كبر الحرف أو صغره"), "12 يونيو 2025", "9 يونيو 2025"),
    Wording(("דוכן", "יומונים", "שבועונים", "המדף"), "לטעום מהזהב - בחינם", "יש עוד ב{p}", "{n} דק'", ("השמיעו לי", "בשפה שלי", "להעביר הלאה", "אותיות גדולות או קטנות"), "12 ביוני 2025", "9 ביוני 2025"),
    Wording(("書報攤", "日報", "週報", "我的書架"), "試嚐黃金 - 不用錢", "{p}還有這些", "{n} 分", ("唸給我聽", "用我的語言", "傳下去", "字大字小"), "2025年6月12日", "2025年6月9日"),
    Wording(("Ларёк", "Газетки", "Еженедельники", "Моя полка"), "Отведайте ЗОЛОТО - даром", "И ещё кое-что: {p}", "{n} минутки", ("Почитайте вслух", "На моём языке", "Передать дальше", "Буквы крупнее или мельче"), "12 июня 2025", "9 июня 2025"),
    Wording(("Tezgâh", "Gündelikler", "Haftalıklar", "Rafım"), "ALTIN tadın - parasız", "{p} elinden daha başka", "{n} dk", ("Bana oku", "Benim dilimde", "Elden ele ver", "Harfi büyüt küçült"), "12 Haziran 2025", "9 Haziran 2025"),
    Wording(("Quầy báo", "Nhật báo", "Tuần báo", "Kệ của tôi"), "Nếm thử VÀNG - không mất tiền", "Thêm nữa của {p}", "{n} phút", ("Đọc tôi nghe", "Sang tiếng tôi", "Chuyền tay", "Chữ to chữ nhỏ"), "12 tháng 6, 2025", "9 tháng 6, 2025"),
    Wording(("売店", "日刊", "週刊", "わたしの棚"), "GOLDを味見 - ただ", "まだある{p}", "{n}分", ("読み聞かせ", "自分の言葉で", "回す", "字を大きく小さく"), "2025/06/12", "2025/06/09"),
]  # fmt: skip


def stand(story: Story, wording: Wording, layout: int) -> Page:
    """Return a story as one of four arrangements of the same newsstand shows it."""
    name = NAMES[story.language]
    head, tools = [*wording.menu, wording.trial], list(wording.tools)
    dated = [wording.day, name] if layout % 2 else [name, "|", wording.day]
    front = [story.headline, *dated, *([name] if layout == 1 else []), story.standfirst]
    body = [story.paragraphs[0], *([wording.trial] if layout == 2 else []), *story.paragraphs[1:]]
    cards: list[str] = []
    minutes: list[int | None] = []
    for at in range(9):
        title, dek = story.cards[at % 3]
        minutes += [at % 4 + 1] if at < 3 else []
        title = title if at < 3 else f"{title} ({at})"
        cards += [name, title, dek, wording.minutes.format(n=at % 4 + 1), wording.card_day]
    middle = tools if layout == 3 else []
    lines = [*head, *front, *middle, *body, *([] if middle else tools), wording.more.format(p=name), *cards, *head]
    wanted = [(title if at < 3 else f"{title} ({at})", dek) for at in range(9) for title, dek in [story.cards[at % 3]]]
    return Page(
        f"{story.language} in {wording.more}", "\n".join(lines), story, "2025-06-12", name, story.standfirst, wanted,
        [at % 4 + 1 for at in range(9)], "2025-06-09",
    )  # fmt: skip


def strange_pages() -> list[Page]:
    """Return a page for each wording, with the stories and arrangements in turn."""
    told = stories()
    return [stand(told[at % len(told)], wording, at % 4) for at, wording in enumerate(WORDINGS)]
