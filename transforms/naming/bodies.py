"""Which names of organisations, places and other things in an article are one: acronyms, company forms, spellings."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from transforms.naming.keys import body_key
from transforms.naming.name import Name

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z][A-Za-z]{1,4}[A-Z]")
SMALL_WORDS = frozenset("of the and for de du la des der von und y e al in on".split())
COMPANY_FORMS = frozenset(
    "inc incorporated corp corporation co company ltd limited plc llc llp lp ag sa se nv bv gmbh spa oyj asa ab pty kk".split()
)
# Words that the name of a body is often printed without: "the Treasury Department", "Deutsche Bank".
_DROPPED_HEADS = frozenset("department airlines airways bank motors pharmaceuticals technologies industries".split())
_NO_NAME_ALONE = frozenset(
    """national federal central world united general first royal international american british european african asian
    foreign public north south east west northern southern eastern western new state commercial development people""".split()
)
_NO_INITIALS = frozenset(("gop",))  # too well known to be those of something else
_DISTRICT = re.compile(r"^(washington),? d ?c$")
_Labelled = tuple[str, str]  # label and surface


def body_names(names: Sequence[Name], text: str) -> dict[_Labelled, str]:
    """(label, surface) of each name that is no person's → the fullest form of it in the article.

    "IAEA" is the agency that stands before it with the acronym in brackets, else the one with those initials; "Apple" and
    "Apple Inc." are one, called by what has no company form. Names with different labels are never one.
    """
    counts = Counter((name.label, name.surface) for name in names if name.label != "PERSON")
    printed: dict[_Labelled, list[str]] = defaultdict(list)
    for label, surface in counts:
        printed[label, _key(label, surface)].append(surface)
    called = {
        key: min(surfaces, key=lambda surface: _rank(surface, counts[key[0], surface]))
        for key, surfaces in printed.items()
    }
    longer = _initials(called) | _bracketed(names, text) | _headless(called)
    return {(label, surface): _full((label, _key(label, surface)), longer, called) for label, surface in counts}


def _key(label: str, surface: str) -> str:
    key = body_key(surface)
    if label == "PLACE":
        district = _DISTRICT.match(key)
        return district.group(1) if district else key
    words = key.split()
    while label == "ORG" and len(words) > 1 and words[-1] in COMPANY_FORMS:
        words.pop()
    return " ".join(words)


def _rank(surface: str, count: int) -> tuple[bool, bool, int, int, str]:
    """Spelling of the text before capitals, no company form before one, then the most frequent and longest."""
    words = body_key(surface).split()
    return surface.isupper() or surface.islower(), words[-1] in COMPANY_FORMS, -count, -len(surface), surface


def _full(key: _Labelled, longer: Mapping[_Labelled, _Labelled], called: Mapping[_Labelled, str]) -> str:
    target = longer.get(key, key)
    return called.get(target, called[key])


def _initials(called: Mapping[_Labelled, str]) -> dict[_Labelled, _Labelled]:
    """Acronym → the name of the same label with those initials; with several such, the shortest."""
    by_initials: dict[_Labelled, _Labelled] = {}
    for (label, key), surface in sorted(called.items(), key=lambda item: (len(item[1]), item[1]), reverse=True):
        words = key.split()
        if len(words) > 1:
            for letters in ([w for w in words if w not in SMALL_WORDS], words):
                by_initials[label, "".join(word[0] for word in letters)] = (label, key)
            full = body_key(surface).split()
            by_initials[label, "".join(word[0] for word in full if word not in SMALL_WORDS)] = (label, key)
    return {
        (label, key): by_initials[label, key]
        for (label, key), surface in called.items()
        if " " not in key and key not in _NO_INITIALS and ACRONYM.fullmatch(surface) and (label, key) in by_initials
    }


def _bracketed(names: Sequence[Name], text: str) -> dict[_Labelled, _Labelled]:
    """Acronym → the name that it stands after in brackets, or that stands in brackets after it: "PKK" needs no initials."""
    found: dict[_Labelled, _Labelled] = {}
    for one, other in pairwise(names):
        if one.label != other.label or one.label == "PERSON" or text[one.end : other.start] not in (" (", " (the "):
            continue
        if text[other.end : other.end + 1] != ")":
            continue
        for short, long in ((other, one), (one, other)):
            if ACRONYM.fullmatch(short.surface) and " " in long.surface and _may_shorten(short, long):
                found.setdefault(
                    (one.label, _key(one.label, short.surface)), (one.label, _key(one.label, long.surface))
                )
    return found


def _may_shorten(short: Name, long: Name) -> bool:
    """A body may have the acronym of its name in another language; a place or a work has its own letters."""
    return short.label == "ORG" or short.surface[0].lower() == body_key(long.surface)[:1]


def _headless(called: Mapping[_Labelled, str]) -> dict[_Labelled, _Labelled]:
    """ "Treasury" → "Treasury Department", where it is the only such name and no place of the article."""
    longer: dict[str, list[str]] = defaultdict(list)
    for label, key in called:
        words = key.split()
        if label == "ORG" and len(words) == 2 and words[1] in _DROPPED_HEADS:
            longer[words[0]].append(key)
    return {
        ("ORG", first): ("ORG", keys[0])
        for first, keys in longer.items()
        if len(keys) == 1
        and first not in _NO_NAME_ALONE
        and ("ORG", first) in called
        and ("PLACE", first) not in called
    }
