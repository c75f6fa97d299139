"""Dates told by their distance from today: two hours ago, yesterday, قبل يومين, 3日前."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kushk.sources.formats.dates.months import key

_WORDS_FOR_AGO = """ago before earlier hace atrás há fa vor il y a geleden sedan siden sitten
    önce назад тому temu před
    zpět zpet pred lalu yang yg lepas trước منذ قبل مضت پیش گذشته پہلے قبل לפני पहले पूर्व আগে முன் ముందు പിന്നെ પહેલા
    ਪਹਿਲਾਂ ที่แล้ว ที่ผ่านมา iliyopita zilizopita ago. पूर्वी urma acum în οπότε πριν πριν. преди пре prije fyrir for
    מזה över około 前 전 以前 temui տարի առաջ წინ qabaq əvvəl бұрын мурун oldin مخکې پێش ka"""
_AGO = frozenset(key(word) for word in _WORDS_FOR_AGO.split())
_UNITS: dict[int, str] = {
    0: """s sec secs second seconds m min mins minute minutes h hr hrs hour hours minuto minutos hora horas segundos
       minuti ore ora minute heure heures seconde secondes minuut minuten uur stunde stunden minuten std minut minuter
       timmar timme timer time minutter tuntia tunti minuuttia dakika saat saniye minutu минут минуты минуту час часа
       часов сек мин
       хвилин хвилини годин години godz godzin godziny minuty minutami hodin hodinami minutami jam menit
       minit jam. giờ phút دقيقة دقائق دقيقتين ساعة ساعات ساعتين ساعت دقیقه ثانیه گھنٹے گھنٹہ منٹ שעות שעה דקות שעתיים
       דקה मिनट घंटे घंटा मिनिट तास মিনিট ঘণ্টা ঘন্টা நிமிடங்கள் நிமிடம் மணி மணிநேரம் నిమిషాలు గంటలు นาที ชั่วโมง saa
       dakika 分 分钟 分鐘 小时 小時 時間 시간 분 초 ώρες ώρα λεπτά часа минути sata minuta""",
    1: """d day days día días dia dias jour jours tag tagen tage giorni giorno dag dagen dagar dager dage päivää päivä
       gün день дня дней дні днів dzień dni dny dnem dny hari ngày يوم أيام يومين روز دن ימים יום दिन দিন நாட்கள் நாள்
       రోజులు วัน siku 天 日 일 ημέρες μέρες дни ден dana zile zi""",
    7: """w wk wks week weeks semana semanas semaine semaines woche wochen settimana settimane week weken vecka veckor
       uke uker uge uger viikkoa viikko hafta неделя недели недель тиждень тижні тижнів tydzień tygodnie tygodni
       minggu tuần أسبوع أسابيع أسبوعين هفته
       ہفتے ہفتہ שבוע שבועות हफ़्ते सप्ताह সপ্তাহ வாரங்கள் வாரம் สัปดาห์ wiki 周 週間
       週 주""",
    30: """mo mos month months mes meses mês mois monat monate monaten mese mesi maand maanden månad månader måned
       måneder kuukautta kuukausi ay месяц месяца месяцев місяць місяці місяців miesiąc miesiące miesięcy bulan tháng
       شهر
       أشهر شهرين ماه مہینے ماہ חודש חודשים महीने মাস மாதங்கள் மாதம் เดือน mwezi miezi 个月 個月 か月 ヶ月 개월""",
    365: """y yr yrs year years año años ano anos an ans jahr jahre jahren anno anni jaar
       år vuotta vuosi yıl год года лет
       рік роки років rok lata lat tahun năm سنة سنوات عام سنتين سال שנה שנים साल वर्ष
       বছর ஆண்டுகள் ஆண்டு ปี mwaka miaka
       年 년""",
}
_DAY_OF = {key(word): days for days, words in _UNITS.items() for word in words.split()}
_ALONE = {
    key(word): days
    for days, words in {
        0: """today now just_now hoy ahora aujourd'hui heute jetzt oggi vandaag idag
       i_dag tänään bugün сегодня сьогодні
           dzisiaj dziś dnes hari_ini hôm_nay اليوم الآن امروز آج היום आज আজ இன்று วันนี้
       leo 今天 今日 오늘 hoje agora
           σήμερα днес danas azi 刚刚 たった今 방금 الان""",
        1: """yesterday ayer ontem hier gestern ieri gisteren igår i_går eilen dün вчера вчора wczoraj včera kemarin
           semalam hôm_qua أمس الأمس دیروز אתמול कल গতকাল நேற்று เมื่อวาน เมื่อวานนี้
       jana 昨天 昨日 어제 χθες jučer""",
    }.items()
    for word in words.split()
    for days in (days,)
}
_WORDS_FOR_ONE_OR_TWO = """دقيقتين ساعتين يومين أسبوعين شهرين سنتين שעתיים يوم ساعة دقيقة أسبوع شهر سنة un una a an
   one"""
_DUAL = frozenset(key(word) for word in _WORDS_FOR_ONE_OR_TWO.split())
_PIECE = re.compile(r"\d+|[^\W\d_][^\s\d,.;:|()]*")
_CJK = re.compile(
    r"(\d+)\s?(分钟|分鐘|分|小时|小時|時間|시간|분|초|秒|天|日|일|周|週間|週|주|个月|個月|か月|ヶ月|개월|年|년)\s?(?:前|전|以前)"
)
_MOST_PIECES = 7


def relative_days(text: str) -> int | None:
    """Return how many days a folded text lies back when it is nothing but such a distance, else None."""
    match = _CJK.fullmatch(text.strip())
    if match:
        return int(match[1][:5]) * _DAY_OF.get(key(match[2]), 0)
    pieces = _PIECE.findall(text)
    if not 0 < len(pieces) <= _MOST_PIECES:
        return None
    whole = key(" ".join(pieces))
    if whole in _ALONE:
        return _ALONE[whole]
    return _counted([key(piece) for piece in pieces])


def _counted(pieces: list[str]) -> int | None:
    """Read a number, a unit and a word for «ago», in any order and with nothing else beside them."""
    number, days, ago = 1, None, False
    told = False
    for piece in pieces:
        if piece.isdecimal():
            number, told = int(piece[:5]), True
        elif piece in _AGO and not (piece in _DAY_OF and days is None and told):
            ago = True
        elif piece in _DAY_OF:
            days, told = _DAY_OF[piece], told or piece in _DUAL
        elif piece in _DUAL:
            told = True
        else:
            return None
    return number * days if ago and told and days is not None else None


def read_relative(text: str, today: date) -> str:
    """Return the ISO date of a distance from ``today``, empty when the folded text is none."""
    days = relative_days(text)
    if days is None:
        return ""
    try:
        return (today - timedelta(days=days)).isoformat()
    except OverflowError:
        return ""
