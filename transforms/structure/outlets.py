"""Names of publishers, told from other names by the words that publishers call themselves by."""

import re

from transforms.naming.given_names import is_given_name
from transforms.structure import agencies

BROADCASTERS = frozenset("ABC BBC CBC CBS CNBC CNN ESPN ITV MSNBC NBC NPR PBS RTE SBS VOA".split())
"""Public broadcasters and networks of the English-speaking world: their short names have no word for what they are."""

_OUTLET_END = re.compile(
    r"\b(?:news|press|times|post|magazine|journal|tribune|herald|gazette|media|network|chronicle|observer|daily|today|tv|television"
    r"|radio|wire|\w{2,20}wire|broadcasting|guardian|telegraph|reuters|weekly|monitor|express|examiner|standard|bulletin|sun|argus"
    r"|mail|online|insider|globe|inquirer|dispatch|courier|sentinel|ledger|digest)$|^[\w\-]+\.(?:com|org|net|co\.uk)$",
    re.IGNORECASE,
)
_STAFF_END = re.compile(
    r"(?<!\s)\s+(?:(?:news\s+)?staff|(?:staff\s+)?(?:reporters?|writers?|correspondents?)|(?:web|news|sports?)\s+desk|newsroom|team|agency)"
    r"(?:\s+writers?|\s+reporters?)?$",
    re.IGNORECASE,
)
# First words of what a person is, and of the desk that a person works for.
_RANKS = frozenset(
    "chief senior staff deputy political contributing former associate executive managing our own".split()
)
_DESKS = frozenset("sports sport business news foreign web city features".split())


def is_outlet(name: str) -> bool:
    """A capitalised name whose last word is one that publishers call themselves by (`Post`, `News`, `Tribune`, `.com`)."""
    words = name.split()
    titled = all(word[0].isupper() or word in ("of", "the", "and", "for", "de") for word in words)
    no_outlet = is_given_name(words[0]) or words[0].casefold() in _RANKS
    return titled and not no_outlet and _OUTLET_END.search(name) is not None


def employer(part: str) -> str | None:
    """`Reuters` of `Reuters Staff`, `Harbour Post` of `Harbour Post staff writer`; None where the words are a role alone."""
    staff = _STAFF_END.search(part)
    name = part[: staff.start()] if staff else ""
    if not name or name.split()[0].casefold() in _RANKS | _DESKS:
        return None
    fits = "staff" in part[len(name) :].lower() or agencies.is_known(name) or is_outlet(name) or name.isupper()
    return name if fits and not is_given_name(name.split()[0]) else None
