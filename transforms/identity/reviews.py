"""A person's corrections, laid over what was found: they are kept by names, so they hold whatever comes or is read anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.identity.names import OWN, Entity, Member, Review, folded, located

_BY_NAME = tuple[str, str]


@dataclass(slots=True, eq=False)
class SplitOff(Entity):
    """An entity that a review made; `target` is what the split called it, whatever it is called since."""

    target: str = ""


def reviewed(entities: Sequence[Entity], reviews: Iterable[Review]) -> list[Entity]:
    """The entities after the corrections, one after the other. One whose names are not there changes nothing.

    `merge`: the entity with the name becomes the target's. `split`: what one article, or any, calls so becomes an entity
    called the target. `rename`: the entity is called the target.
    """
    overlay = _Overlay(list(entities))
    for review in reviews:
        if review.action == "merge":
            overlay.merge(review)
        elif review.action == "split":
            overlay.split(review)
        else:
            overlay.call(review)
    return [entity for entity in overlay.entities if entity.members]


class _Overlay:
    """The entities, and which of them has a name: one whose own it is before those that are only called so for short.

    Of several, the one with most articles by it.
    """

    def __init__(self, entities: list[Entity]) -> None:
        self.entities = entities
        self._by_name: dict[_BY_NAME, Entity] = {}
        best: dict[_BY_NAME, tuple[bool, int]] = {}
        for entity in entities:
            for member in entity.members:
                claim = (member.basis in OWN, member.name.n_articles)
                for key in ((entity.type, name) for name in _names(member)):
                    if key not in best or claim > best[key]:
                        best[key] = claim
                        self._by_name[key] = entity

    def merge(self, review: Review) -> None:
        """All names of the one entity go to the other."""
        one, other = self._of(review, review.name), self._of(review, review.target)
        if one and other and one is not other:
            other.members += [_by_review(member) for member in one.members]
            one.members = []
            for key in [key for key, entity in self._by_name.items() if entity is one]:
                self._by_name[key] = other

    def split(self, review: Review) -> None:
        """The names meant go to the entity called the target, which is there or is made."""
        entity = self._of(review, review.name)
        moved = [member for member in entity.members if _is_meant(member, review)] if entity else []
        if entity is None or not moved:
            return
        target = self._of(review, folded(review.target))
        if target is None or target is entity:
            target = SplitOff(review.type, called=review.target, target=review.target)
            self.entities.append(target)
            self._by_name[review.type, folded(review.target)] = target
        target.members += [_by_review(member) for member in moved]
        entity.members = [member for member in entity.members if member not in moved]
        if review.article_id is None:
            self._by_name[review.type, review.name] = target

    def call(self, review: Review) -> None:
        """Only the name changes, not the identifier."""
        if entity := self._of(review, review.name):
            entity.called = review.target
            self._by_name.setdefault((review.type, folded(review.target)), entity)

    def _of(self, review: Review, name: str) -> Entity | None:
        return self._by_name.get((review.type, name))


def _names(member: Member) -> Iterable[str]:
    yield folded(member.name.name)
    if member.name.geonames_id:
        yield located(member.name.geonames_id)


def _is_meant(member: Member, review: Review) -> bool:
    if review.article_id:
        return member.name.article_id == review.article_id
    return folded(member.name.name) == review.name


def _by_review(member: Member) -> Member:
    return Member(member.name, "review", 1.0)
