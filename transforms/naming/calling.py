"""Who of several persons is meant by a short form: "Ruiz", "President Ruiz", "Mrs. Ruiz", "García Márquez"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest

from transforms.naming.titles import SHORT_TITLES

_NEAR = 400  # code points after which a name that was printed in full is no longer what a short form goes back to
_PRINCIPAL = 2  # times as often as any other must a person be named to be meant by a headline before all of them
_TITLE = re.compile(
    r"(?<!\w)(President|Prime Minister|Premier|Chancellor|Minister|Secretary|Senator|Sen|Representative|Rep|Congressman|"
    r"Congresswoman|Governor|Gov|Mayor|Judge|Justice|General|Gen|Professor|Prof|Dr|Rev|Pope|King|Queen|Prince|Princess)\.?\s$"
)
_SHORT = {"Prof": "Professor", "Congressman": "Representative", "Congresswoman": "Representative"} | {
    short.capitalize(): full.capitalize() for short, full in SHORT_TITLES.items()
}
_BACK = 16
Forms = tuple[frozenset[tuple[str, ...]], ...]  # surnames and partial names; given names; middle names
# What a person may be called by: folded words (a generation may be their last), and the gender of the honorific before them.
Called = tuple[tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class People:
    """The full names of an article: what each may be called by, gender, how often each is printed, and who is but kin.

    `titled` has the persons that a title is printed before ("Senator"), `younger` those who are a "Jr.".
    """

    forms: Mapping[str, Forms]
    gender: Mapping[str, str | None]
    count: Mapping[str, int]
    secondary: frozenset[str]
    titled: Mapping[str, frozenset[str]]
    younger: frozenset[str]


@dataclass(slots=True)
class _Register:
    """The persons who may be meant by a short form: the one named last, and where; all of the article; the two named most.

    What somebody was called by whose full name the article does not print (the husband of whom it does) is in `others`.
    """

    recent: dict[Called, tuple[str, int]] = field(default_factory=dict)
    bearers: dict[Called, set[str]] = field(default_factory=lambda: defaultdict(set))
    others: set[Called] = field(default_factory=set)
    leading: dict[tuple[Called, str | None], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Calling:
    """What is known of short forms while the names are read in order; surnames are asked before given and middle names."""

    people: People
    registers: tuple[_Register, ...]

    def remember(self, full: str, position: int) -> None:
        """The person is named here; kin take no bare surname from whoever bore it before."""
        for number, called in _callings(full, self.people):
            recent = self.registers[number].recent
            before = recent.get(called, ("", 0))[0]
            taken = bool(before) and before != full and before not in self.people.secondary
            if not (taken and number == 0 and called[1] is None and full in self.people.secondary):
                recent[called] = full, position

    def bearer(self, called: Called, position: int, title: str | None) -> str | None:
        """Who is meant here by a short form, after a title; None where nobody, or one of several, is."""
        for register in self.registers:
            if called in register.bearers:
                full = self._meant(register, called, position, title)
                if full is not None:
                    register.recent[called] = full, position
                return full
        return None

    def is_borne(self, called: Called) -> bool:
        """Whether somebody of the article may be called so."""
        return any(called in register.bearers for register in self.registers)

    def _meant(self, register: _Register, called: Called, position: int, title: str | None) -> str | None:
        first, *others = self._leading(register, called, None)
        if not others:
            if self._of_another(register, called, first, title):
                register.others.add(called)
            return None if called in register.others else first
        titled = self._leading(register, called, title) if title in self.people.titled else ()
        if len(titled) == 1:
            return titled[0]
        second, count, kin = others[0], self.people.count, self.people.secondary
        last, where = register.recent.get(called, ("", 0))
        if last and position - where <= _NEAR and not (title and last in kin):
            return last
        if last:
            return first if count[first] > count[second] or second in kin else last
        return first if count[first] > _PRINCIPAL * count[second] or (second in kin and first not in kin) else None

    def _of_another(self, register: _Register, called: Called, sole: str, title: str | None) -> bool:
        """Whether the sole full name is that of kin named later, or of the son of whom a title is printed of."""
        if register is not self.registers[0]:
            return False
        if sole in self.people.secondary:
            return called not in register.recent
        return title is not None and sole in self.people.younger and sole not in self.people.titled.get(title, ())

    def _leading(self, register: _Register, called: Called, title: str | None) -> tuple[str, ...]:
        """The two bearers, with a title if one is given, who are named most, kin last; found once for each short form."""
        if (called, title) not in register.leading:
            fitting = register.bearers[called]
            if title:
                fitting = fitting & self.people.titled[title]
            count, kin = self.people.count, self.people.secondary
            ranked = nsmallest(2, fitting, key=lambda full: (full in kin, -count[full], full))
            register.leading[called, title] = tuple(ranked)
        return register.leading[called, title]


def calling(people: People) -> Calling:
    """The registers before any name is read: who may be called what."""
    registers = tuple(_Register() for _ in range(3))
    for full in people.forms:
        for number, called in _callings(full, people):
            registers[number].bearers[called].add(full)
    return Calling(people, registers)


def title_before(text: str, start: int) -> str | None:
    """The title printed right before a name, spelled out ("Senator" for "Sen."); None for other words."""
    found = _TITLE.search(text, max(0, start - _BACK), start)
    return _SHORT.get(found.group(1), found.group(1)) if found else None


def _callings(full: str, people: People) -> Iterator[tuple[int, Called]]:
    """(register, what the person may be called by): each short form, alone and after an honorific that may be theirs."""
    gender = people.gender.get(full)
    fitting = (gender,) if gender else ("f", "m")
    for register, forms in enumerate(people.forms[full]):
        for words in forms:
            for sign in (None, *fitting):
                yield register, (words, sign)
