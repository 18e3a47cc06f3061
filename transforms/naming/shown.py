"""Names that the text itself gives away, whatever the model made of them: persons by what stands beside, bodies by their last word.

The signs are those of news English: a name after a speech verb or before its bearer's age or ", who"; an office before a
name; a capitalised phrase that ends in a word for a body ("Port Ellery Harbour Authority").
"""

import re
from collections.abc import Iterable

from transforms.naming.given_names import is_given_name
from transforms.naming.titles import is_title
from transforms.quotation.roles import ORGANISATION_HEADS, ROLE_HEADS, UNNAMED_HEADS

_WORD = r"[A-Z][a-zà-öø-ÿ’'-]+(?:[A-Z][a-zà-öø-ÿ]+)?"
_NAME = rf"(?<![\w’'-]){_WORD}(?: [A-Z]\.)?(?: {_WORD}){{1,2}}(?![\w’'-])"
_SPEECH = r"(?:said|says|added|told|asked|replied|explained|recalled|wrote)"
_AFTER = re.compile(rf"({_NAME})(?=, who\b|, \d{{1,2}},|, aged \d|, whose\b)")
_SPOKEN = re.compile(rf"\b{_SPEECH} ({_NAME})(?=, (?:who|whose|a|an|the|of|\d{{1,2}})\b)")
_OFFICE = re.compile(rf"\b([a-z]{{3,20}}),? ({_NAME})(?=, | {_SPEECH}\b)")
_APPOSED = re.compile(rf"({_NAME}), ((?:[\w’'-]+ ){{0,5}}[a-z]{{3,20}})(?=[,.]| (?:of|for|at|in) )")
_PAIR = re.compile(rf"(?<![\w’'-])(?=({_WORD} ({_WORD}))(?![\w’'-]))")
_PLAIN = re.compile(rf"(?<![\w’'&-])({_WORD}) ({_WORD})(?![\w’'-]| [A-Z&])")
_SURNAME = re.compile(rf"(?<![\w’'-])(?:Mr|Mrs|Ms|Dr)\.? ({_WORD})(?![\w’'-])|(?<![\w’'-])({_WORD}), who\b")
_SINGULAR_OFFICES = ROLE_HEADS - {"police", "republican", "democrat"}
# Words that end, or stand in, names of places, bodies and things, and those that begin a sentence before another name.
_NO_PERSON = frozenset(
    """street road avenue square island islands city county state river lake mountain valley bay sea ocean park bridge house
    hall tower airport station harbour harbor port cup prize award act bill law war day week times post news journal tribune
    gazette herald network channel magazine the a an this that these those his her their our its in on at as for and but or if
    when while after before since last next earlier late mr mrs ms dr north south east west northern southern eastern western
    new united national international central federal royal saint st monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december president minister mayor senator
    governor secretary judge sir lord lady prime chief former white black young old many most some all no not asked among
    like unlike both either neither nor though although because since yet still then however meanwhile instead later once until
    unless where why how what who which did does do has have had was were is are can could will would should may might must also
    perhaps so too here there now today even only one two three four five six seven eight nine ten""".split()
)
_BODIES = frozenset(
    """authority association council commission committee agency ministry department union federation institute university
    college foundation corporation bureau parliament assembly tribunal""".split()
)
_CAPITALISED = re.compile(r"(?<![\w’'&-])(?:[A-Z][\w’'-]*|&)(?![\w’'-])")
_GOES_ON = re.compile(r" (?:(?:of|for|and) (?:the )?)?[A-Z]")
_OPENERS = frozenset("the a an in at on under by for from with but and if as state-run &".split())
_POSSESSIVES = ("'s", "’s")
_MOST_WORDS = 7  # of a body's name


def shown_persons(text: str) -> set[str]:
    """Names of two or three words, and lone surnames, that the text shows to be persons."""
    full = {match.group(1) for pattern in (_AFTER, _SPOKEN) for match in pattern.finditer(text)}
    full.update(match.group(2) for match in _OFFICE.finditer(text) if match.group(1) in _SINGULAR_OFFICES)
    full.update(match.group(1) for match in _APPOSED.finditer(text) if match.group(2).split()[-1] in _SINGULAR_OFFICES)
    full.update(match.group() for match in _PLAIN.finditer(text) if is_given_name(match.group(1)))
    full = {name for name in map(_without_titles, full) if looks_like_person(name)}
    surnames = {_unowned(match.group(1) or match.group(2)) for match in _SURNAME.finditer(text)}
    return full | set(_bearers(surnames, text))


def looks_like_person(name: str) -> bool:
    """Whether no word of a capitalised name is one that names of places, bodies, groups and days are made of."""
    return bool(name) and not any(_unowned(word).lower() in _OTHER_WORDS for word in name.split())


def _without_titles(name: str) -> str:
    """The name without the office or form of address that it begins with; empty when one word is left."""
    words = _unowned(name).split()
    while words and is_title(words[0]):
        words.pop(0)
    return " ".join(words) if len(words) > 1 else ""


def _unowned(name: str) -> str:
    """The name without the possessive that ends it."""
    return name.removesuffix("'s").removesuffix("’s")


_OTHER_WORDS = _NO_PERSON | ORGANISATION_HEADS | UNNAMED_HEADS | _BODIES


def _bearers(surnames: set[str], text: str) -> Iterable[str]:
    """Full names in the text that end in a surname which a title or ", who" shows."""
    for match in _PAIR.finditer(text):
        if match.group(2) in surnames and looks_like_person(match.group(1)):
            yield match.group(1)


def shown_bodies(text: str) -> Iterable[tuple[int, int]]:
    """Spans of two to seven capitalised words of which the last is a word for a body and no "of …" goes on with the name."""
    words: list[re.Match[str]] = []
    for match in _CAPITALISED.finditer(text):
        joined = words and text[words[-1].end() : match.start()] == " " and not words[-1].group().endswith(_POSSESSIVES)
        words = [*(words if joined else ()), match][-_MOST_WORDS:]
        if match.group().lower() in _BODIES and not _GOES_ON.match(text, match.end()):
            start = next(word.start() for word in words if word.group().lower() not in _OPENERS)
            if start < match.start():
                yield start, match.end()
