"""Signs of measures, ICU's names of them, and what CLDR words otherwise than a speaker."""

from __future__ import annotations

UNITS = {
    "km/h": "speed-kilometer-per-hour", "kmh": "speed-kilometer-per-hour", "kph": "speed-kilometer-per-hour",
    "m/s": "speed-meter-per-second", "mph": "speed-mile-per-hour", "°C": "temperature-celsius", "℃": "temperature-celsius",
    "°F": "temperature-fahrenheit", "℉": "temperature-fahrenheit", "ºC": "temperature-celsius", "°": "angle-degree",
    "km²": "area-square-kilometer", "km2": "area-square-kilometer", "m²": "area-square-meter", "m2": "area-square-meter",
    "m³": "volume-cubic-meter", "m3": "volume-cubic-meter", "km": "length-kilometer", "m": "length-meter",
    "cm": "length-centimeter", "mm": "length-millimeter", "kg": "mass-kilogram", "g": "mass-gram", "mg": "mass-milligram",
    "ha": "area-hectare", "ml": "volume-milliliter", "l": "volume-liter", "L": "volume-liter", "kWh": "energy-kilowatt-hour",
    "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt", "Hz": "frequency-hertz", "MHz": "frequency-megahertz",
    "GHz": "frequency-gigahertz", "kB": "digital-kilobyte", "MB": "digital-megabyte", "GB": "digital-gigabyte",
    "TB": "digital-terabyte", "‰": "concentr-permille",
}  # fmt: skip
"""ICU's unit by sign."""
_CYRILLIC = {
    "км/ч": "km/h", "м/с": "m/s", "км²": "km²", "м²": "m²", "м³": "m³", "км": "km", "м": "m", "см": "cm", "мм": "mm",
    "кг": "kg", "г": "g", "га": "ha", "л": "l", "кВт": "kW", "МВт": "MW", "°С": "°C",
}  # fmt: skip
UNITS_BY_LANGUAGE = {
    "ru": {sign: UNITS[latin] for sign, latin in _CYRILLIC.items() if sign != "г"},
    "en": {"ft": "length-foot", "lb": "mass-pound", "lbs": "mass-pound", "oz": "mass-ounce"},
    "ar": {"كم/س": UNITS["km/h"], "كم/ساعة": UNITS["km/h"], "كم²": UNITS["km²"], "كم": UNITS["km"], "كلم": UNITS["km"],
           "كغ": UNITS["kg"], "كغم": UNITS["kg"], "سم": UNITS["cm"], "°م": UNITS["°C"]},
    "he": {'ק"מ': UNITS["km"], "ק״מ": UNITS["km"], 'קמ"ש': UNITS["km/h"], "קמ״ש": UNITS["km/h"], 'ק"ג': UNITS["kg"],
           "ק״ג": UNITS["kg"], 'ס"מ': UNITS["cm"], "ס״מ": UNITS["cm"], 'מ"ר': UNITS["m²"], "מ״ר": UNITS["m²"]},
    "hi": {"किमी": UNITS["km"], "कि.मी.": UNITS["km"], "किग्रा": UNITS["kg"], "कि.ग्रा.": UNITS["kg"], "सेमी": UNITS["cm"]},
    "ta": {"கி.மீ": UNITS["km"], "கி.மீ.": UNITS["km"], "கிமீ": UNITS["km"], "கி.கி": UNITS["kg"]},
    "id": {"km/jam": UNITS["km/h"]},
    "ms": {"km/jam": UNITS["km/h"]},
    "tr": {"km/sa": UNITS["km/h"]},
    "fr": {"min": "duration-minute"},
}  # fmt: skip
"""Signs of one language."""
UNUSED = {"ar": {"m", "g", "l"}}

PERCENT = "concentr-percent"
SAID = {
    ("zh", PERCENT): ("百分之", ""),
    ("ko", PERCENT): ("", " 퍼센트"),
    ("ar", PERCENT): ("", " بالمئة"),
    ("tr", UNITS["km/h"]): ("saatte ", " kilometre"),
    ("ta", UNITS["km/h"]): ("மணிக்கு ", " கிலோமீட்டர்"),
}
"""What is said before and after the number where CLDR writes rather than speaks."""
