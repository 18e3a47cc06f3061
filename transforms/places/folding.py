"""One spelling for the many that a place name is printed in: the keys of the gazetteer."""

import unicodedata

_MARKS = {ord(mark): None for mark in ".'’‘`´ʻʼʿ‛"} | {ord(mark): " " for mark in "-‐‑–—/_\u00a0"}
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"})
_WORDS = {"saint": "st", "sainte": "ste", "mt": "mount", "ft": "fort", "&": "and"}
_ACRONYM = 5  # letters at most of an abbreviation in capitals: US, UAE, DRC


def folded(name: str) -> str:
    """The name without case, diacritics, full stops and apostrophes, with hyphens as spaces and "Saint" as "St"."""
    plain = name.casefold().translate(_MARKS)
    if not plain.isascii():  # one sign may stand for capitals and marks: "℀", "℡"
        plain = unaccented(plain).casefold().translate(_MARKS)
    words = plain.split()
    return " ".join([_WORDS.get(word, word) for word in words]) if len(words) > 1 else "".join(words)


def unaccented(text: str) -> str:
    """A casefolded text without diacritics, ligatures and barred letters."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def abbreviation(name: str) -> str | None:
    """The key of a name that means a place only as it is printed, or None for any other.

    In capitals with or without full stops ("U.S." and "US", not "us"), and short forms with a full stop ("Calif.").
    """
    letters = name.replace(".", "")
    if letters.isupper() and letters.isalpha() and len(letters) <= _ACRONYM:
        return f"={letters}"
    return f"={name}" if name.endswith(".") and name[0].isupper() else None
