"""Which person of the article a role phrase means: "the former secretary of state", "the Vermont senator", "the billionaire"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.quotation.cast import Cast, Person
from transforms.quotation.focus import Focus, gender_of
from transforms.quotation.linear import softmax
from transforms.quotation.offices import NATIVE, Office, is_land, office, same_place, shared_keys
from transforms.quotation.pronouns import standings
from transforms.quotation.roles import (
    ANONYMOUS_HEADS,
    EPITHET_HEADS,
    FEMALE_HEADS,
    KIN_HEADS,
    MALE_HEADS,
    PARTISAN_HEADS,
    PERSON_HEADS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

# Signal → weight. Bearers have a printed office like the phrase's; the others are in focus.
WEIGHTS = {
    "same_office": 1.5,  # for one family; twice for one noun
    "same_epithet": 1.0,  # the same for an epithet, which fits many
    "shared_word": 0.4,
    "no_such_office": -1.0,
    "other_office": -0.5,  # offices are printed of the person, none of them against the phrase
    "former_only": -1.0,
    "same_place": 1.5,
    "other_place": -4.0,
    "same_party": 0.7,
    "other_party": -4.0,
    "other_trade": -1.0,  # an office is printed that hardly goes with the phrase's
    "standing": 0.7,  # for each point that a pronoun in the phrase's place would give
}
LEAST = -2.5
_SHARE = (
    0.3  # likelihood, by standing alone, from which a person may be meant by a phrase that no printed office explains
)
_POLITICAL = frozenset(
    """#foreign #defence #government #vice #state #finance #justice #mayor #governor #senator #house #member #lawmaker
    #leader""".split()
)
_UNPARTISAN = frozenset("#press #judge #prosecutor #police #police_officer #speech #aide #head".split())
_PUBLIC = _POLITICAL | {"#contender", "#wealth", "#screen"}
_BACK, _AHEAD = 16, 4  # printed offices of one kind looked at before and after the phrase
_SUBJECT_HERE = -4.0  # standing of its own sentence's subject: "Holt said the mayor was late"
_FAR, _LATER = -3.0, -5.5  # standing of a person named long before the phrase, and of one named only after it
_LEAD = 4  # first paragraphs of an article, headline and standfirst among them
# Offices that are one person's at a time in the world of an article: without a match they mean somebody else.
_OWN = frozenset(("president", "pope", "queen", "king", "chancellor", "premier", "minister", "secretary"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role phrase: where it starts, its head noun, the office that it names, and its gender where the noun tells it."""

    position: int
    head: str
    office: Office
    gender: str | None
    bare: bool


def role_bearer(members: Cast, focus: Focus, position: int, head: Token) -> tuple[Person | None, str]:
    """The person whose printed office a definite singular phrase names (`role`), else the one in focus (`focus`), else None.

    Plural and indefinite phrases mean nobody in particular, but for one custom of leads: "a prosecutor said" before the only
    prosecutor is named (`lead`).
    """
    if head.tag_ in ("NNS", "NNPS") or (head.lower_ not in PERSON_HEADS and not head.text[0].isupper()):
        return None, ""
    if (phrase := _phrase(head, position)) is None:
        return None, ""
    if _indefinite(head):
        return _lead(members, phrase)
    if not _definite(head):
        return None, ""
    scored = _scored(members, focus, phrase)
    if not scored:
        return None, ""
    _, entity, matched = max(scored)
    best, unnamed = members.persons[entity], members.stage.last_unnamed(phrase.head, phrase.position)
    newer = unnamed is not None and unnamed > _last_named(members, best, phrase.position)
    if newer or (not matched and _needs_office(head, phrase)):
        return None, ""
    return best, "role" if matched else "focus"


def _needs_office(head: Token, phrase: Phrase) -> bool:
    """Whether only a printed office shows whom a phrase means: "her aide", "the spokesman", "the president"."""
    anonymous = phrase.head in (ANONYMOUS_HEADS | KIN_HEADS) - EPITHET_HEADS
    proper = (
        head.text[0].isupper()
        and head.i > head.left_edge.i + 1
        and not (phrase.office.parties or phrase.head == NATIVE)
    )
    return anonymous or proper or _owned(head) or (phrase.head in _OWN and phrase.bare)


def _phrase(head: Token, position: int) -> Phrase | None:
    doc, start = head.doc, head.left_edge.i
    end = min(head.right_edge.i + 1, head.i + 8, len(doc))
    before = doc[max(start, head.i - 12) : head.i + 1].text
    found = office(f"{before}{doc[head.i + 1 : end].text_with_ws and ' ' + doc[head.i + 1 : end].text}")
    if found is None:
        return None
    position -= head.idx - head.left_edge.idx
    gender = "f" if found.head in FEMALE_HEADS else "m" if found.head in MALE_HEADS else None
    return Phrase(position, found.head, found, gender, not found.places and len(found.words) == 1)


def _indefinite(head: Token) -> bool:
    return any(child.lower_ in ("a", "an", "one", "another") for child in head.lefts)


def _definite(head: Token) -> bool:
    marks = ("the", "that", "this")
    return (
        _owned(head) or any(child.lower_ in marks for child in head.lefts) or head.doc[head.left_edge.i].lower_ in marks
    )


def _owned(head: Token) -> bool:
    return any(child.dep_ == "poss" for child in head.lefts)


def _lead(members: Cast, phrase: Phrase) -> tuple[Person | None, str]:
    """The only bearer of an office that the article's first sentences leave without a name."""
    if phrase.head in ANONYMOUS_HEADS or members.stage.paragraph_of(phrase.position) >= _LEAD:
        return None, ""
    ranked = sorted(((_likeness(phrase, person), person.name_id) for person in _bearers(members, phrase)), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None, ""
    best = members.persons[ranked[0][1]]
    return (best, "lead") if _last_named(members, best, phrase.position) < 0 else (None, "")


def _likeness(phrase: Phrase, person: Person) -> tuple[float, int]:
    """How much a printed office is the phrase's, and how many words they share; the best of the person's."""
    return max(
        (shared_keys(phrase.office, office), len(phrase.office.words & office.words))
        for office in person.offices[:_BACK]
    )


def _bearers(members: Cast, phrase: Phrase) -> list[Person]:
    """Persons with a printed office like the phrase's, the nearest ones only, so that the cost is bounded."""
    found = {}
    for key in phrase.office.keys:
        if (bearers := members.bearers.get(key)) is None:
            continue
        middle = bisect_left(bearers.starts, phrase.position)
        for entity, _ in bearers.persons[max(0, middle - _BACK) : middle + _AHEAD]:
            found[entity] = members.persons[entity]
    return list(found.values())


def _scored(members: Cast, focus: Focus, phrase: Phrase) -> list[tuple[float, str, bool]]:
    """(sum of the signals, name_id, whether a printed office matches) of each person that reaches LEAST."""
    subjects = _subjects_here(members, focus, phrase.position)
    standing = {
        entity: points + (_SUBJECT_HERE if entity in subjects else 0.0)
        for entity, points in standings(members, focus, phrase.position).items()
    }
    likely = dict(zip(standing, softmax(standing.values()), strict=True))
    bearers = [person for person in _bearers(members, phrase) if _gender_fits(phrase, person, focus)]
    found = []
    for person in {p.name_id: p for p in [*bearers, *_in_focus(members, focus, phrase, standing)]}.values():
        signals, matched = _office_signals(phrase, person)
        clash = not matched and _contradicts(phrase, person)
        # Who says more than "the nurse" speaks of somebody known.
        told = phrase.head not in PARTISAN_HEADS and members.real_places(phrase.office.places)
        if matched or (likely.get(person.name_id, 0.0) >= _SHARE and (told or not clash)):
            far = _FAR if _last_named(members, person, phrase.position) >= 0 else _LATER
            signals["standing"] = max(far, standing.get(person.name_id, far))
            signals["other_trade"] = float(clash)
            found.append((_sum(signals | _fit(members, phrase, person)), person.name_id, matched))
    return [entry for entry in found if entry[0] >= LEAST]


def _in_focus(members: Cast, focus: Focus, phrase: Phrase, standing: dict[str, float]) -> list[Person]:
    named = [members.persons[entity] for entity in standing if entity in members.persons]
    return [person for person in named if _gender_fits(phrase, person, focus)]


def _office_signals(phrase: Phrase, person: Person) -> tuple[dict[str, float], bool]:
    held = person.offices[:_BACK]
    match = max((shared_keys(phrase.office, office) for office in held), default=0.0)
    if not match:
        return {"no_such_office": 1.0, "other_office": float(bool(held))}, False
    like = [office for office in held if shared_keys(phrase.office, office) == match]
    words = max(len(phrase.office.words & office.words) - 1 for office in like)
    over = all(office.former for office in like) and not phrase.office.former
    name = "same_epithet" if phrase.head in EPITHET_HEADS else "same_office"
    return {name: match, "shared_word": float(max(0, min(words, 3))), "former_only": float(over)}, True


def _subjects_here(members: Cast, focus: Focus, position: int) -> set[str]:
    """Who was a subject, or spoke, in the sentence before the phrase, and after any marks."""
    sentence = members.stage.sentence_start(position)
    marked = members.stage.marked_before(position)
    start = max(sentence, marked[1]) if marked else sentence
    return {event.name_id for event in focus.between(start, position, _BACK)}


def _contradicts(phrase: Phrase, person: Person) -> bool:
    """Whether what is printed about a person tells that the phrase means another.

    A party's or a candidate's epithet fits no judge or reporter, one of wealth or fame no officeholder, an office nobody who
    is printed with another one.
    """
    if phrase.head in EPITHET_HEADS - PARTISAN_HEADS or phrase.office.former:
        return False
    jobs = [held for held in person.offices if held.head not in EPITHET_HEADS | KIN_HEADS]
    families = {family for held in person.offices for family in held.families}
    if phrase.head in PARTISAN_HEADS:
        return bool(families & _UNPARTISAN) and not families & _PUBLIC
    if phrase.office.families & {"#wealth", "#screen"}:
        return bool(families & _POLITICAL)
    return bool(jobs) and not (phrase.office.places & person.places)


def _gender_fits(phrase: Phrase, person: Person, focus: Focus) -> bool:
    known = gender_of(person, focus)
    return phrase.gender is None or known in (None, phrase.gender)


def _fit(members: Cast, phrase: Phrase, person: Person) -> dict[str, float]:
    """Party and place of the phrase against those printed about the person."""
    found: dict[str, float] = {}
    wanted, known = members.real_places(phrase.office.places), person.places
    if wanted and known:
        same = any(same_place(one, other) for one in wanted for other in known)
        lands = any(map(is_land, wanted)) and any(map(is_land, known))  # who is from a town is from its country too
        found |= {"same_place": float(same), "other_place": float(lands and not same)}
    parties = phrase.office.parties
    if parties and (own := person.parties - {"@independent"}):
        found["same_party" if parties & own else "other_party"] = 1.0
    return found


def _last_named(members: Cast, person: Person, position: int) -> int:
    """Where the person was last named before an offset; -1 if nowhere."""
    places = members.places[person.name_id]
    index = bisect_left(places, position) - 1
    return places[index] if index >= 0 else -1


def _sum(found: dict[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in found.items())
