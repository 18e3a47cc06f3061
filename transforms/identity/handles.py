"""Which names can have a say in whose a name is: those that share a handle with it, directly or through others."""

from collections.abc import Iterator

from transforms.identity.names import Name, Review, folded, located
from transforms.identity.organisations import body_of, ties
from transforms.identity.surnames import first_word, key_of
from transforms.identity.types import surname, words
from transforms.naming.keys import body_key


def handles(name: Name) -> set[str]:
    """The handles of a name. Names that are tied by none, over any number of others, never change each other's resolution."""
    found = {folded(name.name), words(name.name), body_of(name.name), body_key(name.name).removesuffix("s")}
    if name.geonames_id:
        found.add(located(name.geonames_id))
    if name.type == "ORG":
        found.update(ties(name))
    return found | set(_surnames(name)) if name.type == "PERSON" else found


def tied(review: Review) -> set[str]:
    """The handles that a correction ties together."""
    return {review.name, folded(review.target)}


def _surnames(name: Name) -> Iterator[str]:
    """What a person may be called by, as folded and as printed."""
    key = key_of(name)
    yield key.words[-1]
    yield words(surname(name.name))
    yield from first_word(key, name)
