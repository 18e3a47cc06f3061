"""What is equal in two printings of one name: case, accents, dots, hyphens and titles folded away."""

import re
from dataclasses import dataclass
from functools import lru_cache

from transforms.naming.titles import FORMS
from transforms.places.folding import unaccented

_UMLAUT = re.compile(r"([aou])e(?=[bcdfghjkmnpqrstvwxz]|l(?![as]?\b))")  # "Mueller" for "Müller", but not "Michael"
_ARTICLE = re.compile(r"(?<![\w-])(?:al|el|ad|ar|as|ash|at|az)-(?=\w)")  # "al-Assad" is called "Assad" too
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENDING = re.compile(r"(?:iy|yy|ij)$")  # of Slavic names: "Zelenskiy", "Zelenskyy", "Zelensky"
_NICKNAME = re.compile(r"\s[\"“‘(][^\"“”’()]{1,30}[\"”’)](?=\s)")
_LETTERS_AFTER = re.compile(r",?\s(?:M\.?D|Ph\.?D|D\.?D\.?S|MP|MSP|QC|KC|OBE|MBE|CBE|Esq|R\.?N)\.?$")
_PAIR_OF_INITIALS = re.compile(r"\b[A-Z]{2}\b(?=\s+[A-Z][a-z])")
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
TITLE_WORDS = FORMS | {"duke", "duchess", "saint", "st"}
# Of these, the ones that begin given names or royal ones: "Director Comey" is a surname, "Prince Harry" is not.
_BEFORE_GIVEN_NAMES = frozenset(
    """dame lord lady judge major maj officer private first crown late special chief coach commander rev reverend father sister
    brother pastor imam rabbi bishop archbishop cardinal pope king queen prince princess duke duchess emperor empress sultan sheikh
    shaikh sheikha emir ayatollah uncle aunt aunty auntie saint st""".split()
)
_OFFICES = TITLE_WORDS - _BEFORE_GIVEN_NAMES


@dataclass(frozen=True, slots=True)
class PersonKey:
    """The folded words of a person's name, and "jr", "sr", "ii" … where printed."""

    words: tuple[str, ...]
    generation: str | None = None


@lru_cache(maxsize=1 << 16)
def person_key(surface: str) -> PersonKey:
    """The key under which printings of one person's name are equal: "Dr. JOSÉ M. RUIZ" and "Jose M Ruiz".

    Initials are words of their own ("J.K." and "JK" alike), titles and letters after a name are
    dropped. A name without a letter or digit is its own only word.
    """
    plain = surface if surface.isupper() else _PAIR_OF_INITIALS.sub(lambda pair: " ".join(pair.group()), surface)
    words = [_word(word) for word in _WORD.findall(_ARTICLE.sub("", _folded(_without_additions(plain))))]
    generation = words.pop() if len(words) > 1 and words[-1] in _GENERATIONS else None
    while len(words) > 1 and words[0] in (TITLE_WORDS if len(words) > 2 else _OFFICES):
        words.pop(0)
    return PersonKey(tuple(words) or (surface,), generation)


@lru_cache(maxsize=1 << 16)
def body_key(surface: str) -> str:
    """The key under which printings of a body's or place's name are equal: "the U.S." and "US", "AT&T" and "AT and T"."""
    folded = _folded(surface).replace(".", "").replace("&", " and ").replace("'", "")
    words = _WORD.findall(folded)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words) or surface


def _without_additions(surface: str) -> str:
    return _LETTERS_AFTER.sub("", _NICKNAME.sub("", surface))


def _folded(surface: str) -> str:
    return unaccented(surface.casefold().replace("’", "'"))


def _word(word: str) -> str:
    return _ENDING.sub("y", _UMLAUT.sub(r"\1", word.replace("'", "")))
