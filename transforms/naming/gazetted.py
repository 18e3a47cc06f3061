"""Names that are known from the rest of an article, or from beyond it, found in texts that the model does not read well."""

import re
from collections.abc import Iterable, Iterator

from transforms.naming.generic import is_common
from transforms.naming.known import known
from transforms.naming.lookup import Lookup, Words, stands_alone
from transforms.naming.name import Name
from transforms.naming.titles import is_title

Span = tuple[int, int, str]  # start, end, label

_MOST_WORDS = 4  # of a known name
_ANY, _TOWN, _REGION, _COUNTRY = 0.5, 1.2, 2.5, 3.0  # how surely known: any town, a large town, a region, a country
_SHORT = 3  # letters of a name that is also a word in capitals: US, OR, NO
_SHORTEST_OWN = 3  # letters of an article's own name that is looked for in capitals
_CAPITALS_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][A-Z'’-]+) $")
_REACH = 30
_LEADS = (" in ", " at ", " near ", " from ", " of ", ", ")


def lookup_in_any_case(names: Iterable[Name], surnames: Iterable[str]) -> Lookup:
    """The names of an article and the surnames of its persons, as printed and in capitals."""
    meanings = dict.fromkeys(surnames, "PERSON")
    meanings.update((name.surface, name.label) for name in names if len(name.surface) >= _SHORTEST_OWN)
    return Lookup({surface.upper(): label for surface, label in meanings.items()} | meanings)


def head_names(text: str, words: Words, sought: Lookup) -> list[Span]:
    """Names in a dateline or date line, where any town may stand; `sought` are those of the article."""
    return _completed(text, sought.find(text, words), _known_in(text, words, _ANY))


def known_names(text: str, words: Words, sought: Lookup) -> list[Span]:
    """Names in a caption, crosshead or headline in capitals; `sought` are those of the article."""
    beyond = (span for span in _known_in(text, words, _TOWN) if _is_meant(text, span))
    return _completed(text, sought.find(text, words), beyond)


def _completed(text: str, own: Iterable[Span], beyond: Iterable[Span]) -> list[Span]:
    """Both, apart: of names that overlap the first, of those that begin together the longest, and the article's own."""
    apart: list[Span] = []
    for span in sorted(
        [*(_with_given_name(text, span) for span in own), *beyond], key=lambda span: (span[0], -span[1])
    ):
        if not apart or apart[-1][1] <= span[0]:
            apart.append(span)
    return apart


def _with_given_name(text: str, span: Span) -> Span:
    """A surname in capitals with the word before it: "ANNA HOLT" where the body calls her Holt."""
    start, end, label = span
    if label == "PERSON" and " " not in text[start:end] and text[start:end].isupper():
        before = _CAPITALS_BEFORE.search(text, max(0, start - _REACH), start)
        if before and not is_common(before.group(1)) and not is_title(before.group(1)):
            return before.start(1), end, label
    return span


def _known_in(text: str, words: Words, sure: float) -> Iterator[Span]:
    """Names of up to four capitalised words that are known at least so surely; the longest at each place."""
    after = -1
    for index, (word, start) in enumerate(words):
        if start < after or not word[0].isupper():
            continue
        for length in range(min(_MOST_WORDS, len(words) - index), 0, -1):
            last, last_start = words[index + length - 1]
            if not last[0].isupper():
                continue
            end = last_start + len(last)
            end += len(last) == 1 and text.startswith(".", end)
            found = known(text[start:end])
            if found and found[1] >= sure and not is_common(word) and stands_alone(text, start, end):
                yield start, end, found[0]
                after = end
                break


def _is_meant(text: str, span: Span) -> bool:
    """Whether a name is surely meant: towns only where a preposition or another place leads to them, short forms hardly ever."""
    start, end, _ = span
    if text[max(0, start - 6) : start].lower().endswith(_LEADS):
        return True
    found = known(text[start:end])
    asked = _COUNTRY if end - start <= _SHORT and "." not in text[start:end] else _REGION
    return found is not None and found[1] >= asked
