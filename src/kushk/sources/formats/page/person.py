"""What is a person's name in a byline, and what only stands around it."""

from __future__ import annotations

import re

from kushk.sources.formats.dates import find_date, is_about_date
from kushk.sources.formats.page.phrases import BY, MINUTES

_JOINED = re.compile(
    r"\s*(?:,|;|/|\||、|،|؛|&|·|•|\n|\s(?:and|und|et|y|e|och|og|en|i|и|та|ve|dan|và|na|kai|και|und)\s|\sو(?=\S)|\sو\s|और|এবং|மற்றும்|和|与|與)\s*"
)
_NO_NAME = re.compile(
    r"https?:|www\.|[@<>»›:：]|^\W*$|\d{3}|^(?:admin|administrator|super ?user|site ?admin|user|users|root|"
    r"webmaster|editor|author|guest|unknown|none|null|"
    r"undefined|by|nbsp|anonymous|wordpress|name|your name|author name|firstname lastname|login|print|email|share|"
    r"发布于|发布时间|发表于|时间|日期|未知|佚名|匿名|不详|不詳|无|匿名用户|本站|网络\w{0,2}|網絡\w{0,2})$",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|writers?|columnists?|producers?|staff|contributors?|photographers?|critic|journalist|"
    r"chefredakteur\w*|redakteur\w*|korrespondent\w*|rédact\w+|journaliste|redactora?|corresponsal|periodista|jornalista|repórter|"
    r"giornalista|inviato|redaktör|journalist\w*)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s[-–—](?:\s|$)")
_HOST = re.compile(r"^[\w\-]+(?:\.[\w\-]+)*\.(?:[a-z]{2,4})$", re.IGNORECASE)
_NEXT_LABEL = re.compile(r"\s+[^\s:：]{1,12}[：:](?=\s|\S)|\s*[|｜]\s*")
_WRITTEN = re.compile(r"(?:作者|撰文|执笔|記者|记者)\s*[:：/]\s*")
_HOST_AFTER = re.compile(r"\s+[\w\-]+\.[a-z]{2,4}\b.*$")
_LONGEST = 70
_LONGEST_LINE = 200
_LONGEST_LIKELY = 48
_MOST_WORDS = 6
_BEFORE_DATE = frozenset("on at am um le el em il den på op w dnia dn dne du vom an der the il em in a в от".split())
_PARTICLES = frozenset(
    "de da do dos das di del della la le el al bin ibn van von der den ten ter zu zur zum und and et y e i och og en "
    "af av du des st".split()
)


def parts_of(value: str) -> list[str]:
    """Return the names that one text lists; a template's own placeholder with a mail address lists none."""
    if "://" in value or "@" in value:
        return []
    if value.count(",") == 0 and not _JOINED.search(value):
        return [value]
    parts = [_ASIDE.split(part)[0].strip() for part in _JOINED.split(value) if part]
    people = [part for part in parts if not _JOB.search(part)]
    return people or parts


def is_joint(between: str) -> bool:
    """Tell whether what stands before a name in a byline is nothing, a label such as "By", or "and"."""
    return (
        not BY.sub("", between.lstrip(" ,;&·|、"), count=1).strip()
        or not _JOINED.sub("", f" {between.strip()} ").strip()
    )


def is_name(name: str, most: int = _LONGEST) -> bool:
    """Tell whether a text may be the name of who wrote a story."""
    return 0 < len(name) <= most and not _NO_NAME.search(name) and not _HOST.match(name)


def is_likely_name(line: str) -> bool:
    """Tell whether a text after "By" is a name and no sentence: few words, each written as names are."""
    words = line.split()
    if not line or len(line) > _LONGEST_LIKELY or len(words) > _MOST_WORDS or not is_name(line):
        return False
    if line[-1] in ".?!。" or any(sign.isdigit() for sign in line):
        return False
    cased = line.lower() != line.upper()
    if not cased:
        return len(line) <= 12 and len(words) <= 4
    return all(word in _PARTICLES or word.upper() == word or word[0] != word[0].lower() for word in words)


def without_label(line: str) -> str:
    """Return a byline without "By", "Von", "作者：" and their like, dates, reading times and further labels."""
    line = " ".join(line.split())[:_LONGEST_LINE]
    dated = find_date(line)
    if dated is not None:
        start = dated[1][0]
        line = _without_end(line[:start]) if start > 2 else line[dated[1][1] :]
    line = MINUTES.sub("", line)
    written = _WRITTEN.search(line)
    if written:
        line = line[written.end() :]
    for _ in range(2):
        line = BY.sub("", line, count=1)
    line = _HOST_AFTER.sub("", line)
    following = _NEXT_LABEL.search(line)
    if following and following.start() > 0:
        line = line[: following.start()]
    return line.strip(" \t|·•-–—,:;/،、()")


def _without_end(line: str) -> str:
    """Cut off what belongs to the date that followed: "on", "am", a weekday."""
    while True:
        line = line.rstrip(" \t|·•-–—,:;/،、(")
        start, _, last = line.rpartition(" ")
        if not start or not (last.lower() in _BEFORE_DATE or is_about_date(last)):
            return line if last.lower() not in _BEFORE_DATE else ""
        line = start
