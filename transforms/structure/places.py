"""What the name of a place looks like at the head of a story, and what only looks like one.

No gazetteer: a town that nobody has heard of is where news happens. Letter case, the number of words, and the words that
open other things (labels, captions, crossheads, names of newspapers, acronyms) decide.
"""

import re

from transforms.structure.stand_alone import CITIES

_MOST_WORDS = 5  # of one place: "ABOARD THE USS CARL VINSON"
_MOST_PARTS = 4
_SHORTEST = 3  # letters of a town in capitals
# Words before a colon, a dash or a date that open an article and are no place.
_NO_PLACE = frozenset(
    "ABSTRACT ADVERTISEMENT ADVISORY ALERT ANALYSIS ANALYSIS/OPINION ANSWER AUDIO BACKGROUND BLOG BREAKING CAPTION CARTOON CHART CLOSE COLUMN "
    "COMMENT COMMENTARY CORRECTED CORRECTION CRITIC'S DEVELOPING DIARY EDITOR'S EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FACTBOX FACT FEATURE "
    "FILE FLASH GALLERY GRAPHIC GUEST HOST INSIGHT INTERVIEW KEY LETTER LETTERS LISTEN LIVE MAP MORE NEWS NEWSLETTER NOTE OBITUARY OPINION "
    "PHOTO PHOTOS PICTURE PICTURES PODCAST POLL PREVIEW PROFILE QUESTION QUIZ READ RECAP RECIPE REFILE REFILED REPORT RELATED REVIEW REWRITE ROUNDUP SPECIAL "
    "SPONSORED STORY SUBSCRIBE SUMMARY TABLE TAKE TIMELINE TOP TRANSCRIPT UPDATE UPDATED URGENT VIDEO VIEWPOINT WARNING WATCH WRAPUP "
    "BUT MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY TODAY TONIGHT YESTERDAY TOMORROW "
    "ON AT BY AFTER BEFORE SINCE UNTIL FROM WITH WHY WHAT HOW WHO WHEN WHERE WHICH IF AND BUT OR IT HE SHE THEY WE I THIS THAT".split()
)  # fmt: skip
# Words that stand in headlines and crossheads, not in the names of places.
_SENTENCE = frozenset(
    "TO FOR WITH FROM BY IN AS BE OVER ABOUT AFTER WHEN MEANS GET GETS IS ARE WAS WERE HAS HAVE HAD SAYS SAY SAID WILL WOULD CAN COULD NOT NO VS ITS HIS HER THEIR OUR YOUR MY WHAT WHO HOW WHY".split()
)
# Newspapers and broadcasters are named after places: the last word tells.
_PUBLISHER = frozenset(
    "POST TIMES NEWS TRIBUNE JOURNAL HERALD DAILY PRESS GAZETTE CHRONICLE OBSERVER STANDARD EXPRESS MAIL TELEGRAPH GUARDIAN TODAY "
    "MAGAZINE REVIEW REPORT RADIO TV STAR SUN GLOBE UNION".split()
)
# Acronyms that are read as words, and so look like towns in capitals.
_ACRONYMS = frozenset(
    "AIDS ASEAN COVID DACA ECOWAS FATCA FEMA FIFA GATT HAMAS IAEA ICANN INTERPOL ISIS ISIL MERCOSUR MERS NAFTA NASA NASDAQ NATO NOAA "
    "OPEC OSHA PETA SARS SOPA UEFA UNESCO UNICEF UNHCR USAID USATODAY YOLO EU UN US UK USA UAE USSR".split()
)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’`\-]*(?: (?:[^\W\d_a-z][\w.'’`\-]*|of|and|the|de|del|la|da|do)){0,3}")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝĀ-ɏ]")
_STARTS_ASCII = re.compile(r"[A-Z]")


def is_place(name: str) -> bool:
    """Every part before a comma or slash begins with a capital; the whole is no sentence and no label."""
    return _is_no_label(name) and all(
        part.strip()[:1].isupper() or part[:1] in "'’‘ae" for part in re.split(r"[,/]", name)
    )


def is_capitals(name: str) -> bool:
    """A town, or several, in capitals: no acronym, no crosshead, no newspaper."""
    if name != name.upper() or not _is_no_label(name):
        return False
    words = re.split(r"[ /]+", name)
    if any(word.endswith(("'S", "’S")) for word in words[:-1]):
        return False
    return (
        sum(map(str.isalpha, name)) >= _SHORTEST
        and not _SENTENCE.intersection(words)
        and words[-1] not in _PUBLISHER
        and any(map(_is_readable, words))
    )


def is_located(town: str, region: str) -> bool:
    """A town and its state or country, both in title case."""
    is_title_case = _NAME.fullmatch(town) is not None and _NAME.fullmatch(region) is not None and not town.isupper()
    return is_title_case and _is_no_label(town)


def is_stand_alone(name: str) -> bool:
    """One of the cities that are printed alone."""
    return name.casefold() in CITIES and name[:1].isupper()


def _is_no_label(name: str) -> bool:
    first = re.split(r"[ :,]", name, maxsplit=1)[0].upper().rstrip(".").replace("’", "'")
    parts = re.split(r"[,/]", name)
    if first in _NO_PLACE or any(part.strip().upper() in _NO_PLACE for part in parts):
        return False
    return len(parts) <= _MOST_PARTS and all(part.strip().count(" ") < _MOST_WORDS for part in parts)


def _is_readable(word: str) -> bool:
    """Not an acronym: longer than three letters with a vowel among them, and none of those that are read as words."""
    if word.strip(".") in _ACRONYMS:
        return False
    return len(word) > _SHORTEST and (_VOWEL.search(word) is not None or not _STARTS_ASCII.match(word))
