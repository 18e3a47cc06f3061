"""Names that the model ran together with the words before or after them: "Defeat Holt", "Holt White House", "Holt Administration"."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from transforms.naming.given_names import is_given_name
from transforms.naming.known import known
from transforms.naming.name import Name
from transforms.naming.titles import is_title

_OF_PERSON = frozenset("administration campaign presidency cabinet doctrine era".split())


def without_run_ons(names: Sequence[Name], surnames: Collection[str], lines: Sequence[Sequence[str]]) -> list[Name]:
    """The names, the run-on ones cut to the person or body in them; `lines` are the words of each paragraph."""
    firsts = _firsts(names)
    seen = {word for words in lines for word in words} if any(map(_is_doubtful, firsts.values())) else set()
    return [part for name in names for part in _parts(name, surnames, firsts, seen)]


def _firsts(names: Sequence[Name]) -> dict[str, Counter[str]]:
    """Last word → how often each word begins a person's name of two words that ends in it."""
    firsts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.label == "PERSON" and name.surface.count(" ") == 1:
            first, last = name.surface.split()
            firsts[last][first] += 1
    return firsts


def _is_doubtful(firsts: Counter[str]) -> bool:
    return len(firsts) > 1


def _parts(
    name: Name, surnames: Collection[str], firsts: Mapping[str, Counter[str]], seen: Collection[str]
) -> Iterator[Name]:
    first, _, rest = name.surface.partition(" ")
    if not rest or is_title(rest) or name.end - name.start != len(name.surface):
        yield name
    elif name.label == "PERSON" and _is_word_before(first, firsts.get(rest), seen):
        yield replace(name, start=name.end - len(rest), surface=rest)
    elif name.label in ("ORG", "MISC") and first in surnames and rest.lower() in _OF_PERSON:
        yield replace(name, end=name.start + len(first), surface=first, label="PERSON")
    elif name.label == "ORG" and first in surnames and (body := known(rest)) and body[0] == "ORG":
        yield replace(name, end=name.start + len(first), surface=first, label="PERSON")
        yield replace(name, start=name.end - len(rest), surface=rest)
    else:
        yield name


def _is_word_before(first: str, others: Counter[str] | None, seen: Collection[str]) -> bool:
    """Whether the first of two words is one that the text has in small letters, once before a surname that others bear."""
    return (
        others is not None
        and _is_doubtful(others)
        and others[first] == 1
        and first.lower() in seen
        and not is_given_name(first)
    )
