# ruff: noqa: PLR2004 - the numbers of hours, days, months and digits explain themselves
"""Names of months and weekdays in all languages: ICU's, with the spellings that newspapers use besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from icu4py.messageformat import MessageFormat

from kushk.sources.formats.dates.calendars import written
from kushk.sources.formats.dates.fold import fold

_LOCALES = (
    "en es pt fr de ru it nl tr pl uk ar ar-LB ar-MA ar-DZ fa fa-AF he hi ur bn id ms vi th ta te mr gu kn ml pa sw "
    "sv da nb nn fi cs sk sl hu ro el bg sr sr-Latn hr bs mk ca eu gl lt lv et is fo ga cy br gd mt sq hy ka az "
    "az-Cyrl "
    "kk ky uz uz-Cyrl tk tt tg mn ps ckb ku sd ug ne si or as my km lo am ti om so ha ig yo zu xh af rw mg eo fy lb "
    "rm de-AT fil jv su be tn sn ln wo ak bm ff qu ht sc oc co hsb dsb kl fr-CA kok mai mni sat"
)
LOCALES = tuple(_LOCALES.split())
"""The order is that of trust: where two languages give one name to different months, the first one decides."""

_CALENDARS = {
    "persian": ("fa", "fa-AF", "ps", "en", "ckb"),
    "islamic-umalqura": ("ar", "fa", "ur", "en", "id", "ms", "tr", "bn", "fr", "ckb"),
    "ethiopic": ("am", "ti", "en"),
}

_MORE = {
    "en": "jan feb mar apr may jun jul aug sept oct nov dec",
    "fr": "janv fév mars avr mai juin juill août sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago setiembre oct nov dic",
    "de": "jänner feber mrz apr mai juno julei aug sept okt nov dez",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "id": "jan peb mar apr mei jun jul agt sep okt nop des",
    "nl": "jan feb mrt apr mei jun jul aug sept okt nov dec",
    "ru": "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "ar": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-MA": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "ar-EG": "يناير فبراير مارس إبريل مايو يونية يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "ar-LB": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "fa": "ژانویه فوریه مارچ آپریل می جون جولای آگوست سپتامبر اکتوبر نوامبر دسامبر",
    "hi": "जनवरी फरवरी मार्च अप्रेल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
    "hi-short": "जन फर मार्च अप्रैल मई जून जुला अग सित अक्टू नव दिस",
    "bn": "জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "bn-nukta": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "mr": "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்டு செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "he-short": "ינו פבר מרס אפר מאי יונ יול אוג ספט אוק נוב דצמ",
    "ckb": "کانوونی_دووەم شوبات ئازار نیسان ئایار حوزەیران تەمموز ئاب ئەیلوول تشرینی_یەکەم تشرینی_دووەم کانوونی_یەکەم",
    "ku": "rêbendan sibat adar nîsan gulan hezîran tîrmeh tebax îlon cotmeh mijdar berfanbar",
    "et": "jaan veebr märts apr mai juuni juuli aug sept okt nov dets",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentyabr oktyabr noyabr dekabr",
}
"""Twelve names each, in the order of the months; a space inside a name is written as an underscore."""

_MORE_CALENDARS = {
    "persian": (
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
        "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب",
        "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
    ),
    "islamic-umalqura": (
        "محرم صفر ربيع_الأول ربيع_الثاني جمادى_الأولى جمادى_الثانية رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة",
        "المحرم صفر ربيع_الاول ربيع_الآخر جمادى_الأول جمادى_الآخرة رجب شعبان رمضان شوال ذي_القعدة ذي_الحجة",
        (
            "محرم_الحرام صفر_المظفر ربیع_الاول ربیع_الثانی جمادی_الاول جمادی_الثانی رجب_المرجب شعبان_المعظم "
            "رمضان_المبارک شوال_المکرم ذوالقعدہ ذوالحجہ"
        ),
        "muharam safar rabiulawal rabiulakhir jamadilawal jamadilakhir rejab syaaban ramadan syawal zulkaedah zulhijah",
    ),
}


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar that a name may mean in a language."""

    calendar: str
    number: int
    language: str


@lru_cache(maxsize=1)
def month_names() -> dict[str, tuple[Month, ...]]:
    """Return what each folded name of a month may mean, the likelier meaning first."""
    found: dict[str, list[Month]] = {}
    for locale in LOCALES:
        for number, names in enumerate(_gregorian(locale), start=1):
            _add(found, names, Month("gregorian", number, locale.split("-", maxsplit=1)[0]))
    for locale, line in _MORE.items():
        for number, name in enumerate(line.split(), start=1):
            _add(found, [name], Month("gregorian", number, locale.split("-", maxsplit=1)[0]))
    for calendar, locales in _CALENDARS.items():
        for locale in locales:
            _add_calendar(found, calendar, locale)
    for calendar, lines in _MORE_CALENDARS.items():
        for line in lines:
            for number, name in enumerate(line.split(), start=1):
                _add(found, [name], Month(calendar, number, ""))
    return {name: tuple(months) for name, months in found.items()}


@lru_cache(maxsize=1)
def weekday_names() -> frozenset[str]:
    """Return the folded names of the days of the week."""
    days = [datetime(2024, 1, day, 12, tzinfo=UTC) for day in range(1, 8)]
    names: set[str] = set()
    for locale in LOCALES:
        pattern = MessageFormat("{at,date,EEEE|cccc|EEE|ccc}", locale)
        for day in days:
            names.update(word for name in pattern.format({"at": day}).split("|") for word in key(name).split())
    return frozenset(names) | {"金", "木", "水", "火", "月", "土", "日", "금", "목", "수", "화", "월", "토", "일"}


def key(name: str) -> str:
    """Return the form under which a name is looked up: folded, without dots and direction marks."""
    return " ".join(fold(name).replace(".", "").replace("_", " ").replace("-", " ").split())


def _gregorian(locale: str) -> list[list[str]]:
    pattern = MessageFormat("{at,date,MMMM|LLLL|MMM|LLL}", locale)
    days = (datetime(2024, month, 15, 12, tzinfo=UTC) for month in range(1, 13))
    return [pattern.format({"at": day}).split("|") for day in days]


def _add_calendar(found: dict[str, list[Month]], calendar: str, locale: str) -> None:
    pattern = MessageFormat("{at,date,MMMM|LLLL|MMM}", f"{locale}-u-ca-{calendar}")
    first = datetime(2023, 1, 1, 12, tzinfo=UTC)
    for week in range(0, 366, 5):
        day = first + timedelta(days=week)
        number = written(calendar, day)[1]
        _add(found, pattern.format({"at": day}).split("|"), Month(calendar, number, locale.split("-", maxsplit=1)[0]))


def _add(found: dict[str, list[Month]], names: list[str], month: Month) -> None:
    for name in {key(name) for name in names}:
        if len(name) < 2 or any(character.isdigit() for character in name):
            continue
        meanings = found.setdefault(name, [])
        if month not in meanings:
            meanings.append(month)
