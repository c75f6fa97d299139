"""What CLDR 48 leaves in English, abbreviates in its long form, or words otherwise than papers do.

Every other number, date and unit is CLDR's own. Each entry stands here because somebody read the golden file.
"""

from __future__ import annotations

MINUTES = {
    ("ar", "long"): "{n, plural, one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
    ("ckb", "long"): "{n, plural, one {# خولەک} other {# خولەک}}",
    ("ckb", "short"): "{n, number} خ",
    ("he", "long"): "{n, plural, one {דקה אחת} two {שתי דקות} other {# דקות}}",
    ("ja", "long"): "{n, number}分",
    ("ja", "short"): "{n, number}分",
    ("ms", "short"): "{n, number} min.",
    ("ta", "long"): "{n, plural, one {# நிமிடம்} other {# நிமிடங்கள்}}",
    ("yo", "long"): "ìṣẹ́jú {n, number}",
    ("yo", "short"): "ìṣẹ́jú {n, number}",
}
"""A count of minutes by language and width. Japanese papers set no space between number and unit."""

HOURS = {
    ("he", "long"): "{n, plural, one {שעה אחת} two {שעתיים} other {# שעות}}",
    ("id", "short"): "{n, number} jam",
    ("ja", "long"): "{n, number}時間",
    ("ja", "short"): "{n, number}時間",
    ("ms", "short"): "{n, number} jam",
    ("ta", "long"): "{n, number} மணிநேரம்",
}
"""A count of hours; the short “j” of Malay and Indonesian and Tamil's long “ம.” are letters that nobody reads."""

HOURS_AND_MINUTES = {
    ("fa", "short"): "{0} و {1}",
    ("id", "short"): "{0} {1}",
    ("ja", "long"): "{0}{1}",
    ("ja", "short"): "{0}{1}",
    ("ms", "short"): "{0} {1}",
}
"""How hours and minutes are joined."""

AGO = {
    ("ja", "minute"): "{n, number}分前",
    ("ja", "hour"): "{n, number}時間前",
    ("ta", "hour"): "{n, number} மணிநேரத்திற்கு முன்",
    ("ur", "hour"): "{n, plural, one {# گھنٹے پہلے} other {# گھنٹے پہلے}}",
}
"""How long ago: what stands before the postposition is in the oblique case in Tamil and Urdu."""

BYTES_IN_FULL = frozenset({"ar", "fa", "sw"})
"""Languages whose short units of storage are cryptic (“م.ب”), in Latin letters, or half translated."""

BYTES = {
    ("he", "kilobyte"): "{n, number, ::.#} kB",
    ("he", "megabyte"): "{n, number, ::.#} MB",
    ("he", "gigabyte"): "{n, number, ::.#} GB",
}
"""An amount of storage; CLDR turns Hebrew's one around (“MB1”)."""

SPELLED_OUT = frozenset({"ar"})
"""Languages whose papers write minutes out, where CLDR's short form is one cryptic letter ("8 د")."""

FIRST_OF_MONTH = {"fr": "1er", "pt": "1º"}
"""The first day of a month where it alone is an ordinal number."""

DATES = {
    ("de", "time"): "{d, date,d. MMMM y 'um' HH:mm 'Uhr'}",
    ("fa", "full"): "{d, date,EEEE d MMMM y}",
    ("hi", "time"): "{d, date, ::yMMMMdBhm}",
    ("id", "full"): "{d, date, ::yMMMMEEEEd}",
    ("ms", "time"): "{d, date, ::yMMMMdBhm}",
    ("ta", "time"): "{d, date, ::yMMMMdBhm}",
    ("ur", "time"): "{d, date,d MMMM، y کو B h:mm بجے}",
}
"""A whole date by language and style: "Uhr", the part of the day in place of a Latin "PM", no "04", and Persian's
order of weekday, day, month, year, which the Persian calendar of CLDR does not have."""
