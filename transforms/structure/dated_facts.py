"""World events whose mention says that a text cannot be older than they are.

Plain encyclopaedic facts: the phrase as news texts word it, and the day on which the event began or happened.
"""

import re
from datetime import date
from typing import NamedTuple


class Fact(NamedTuple):
    """An event, the day from which a text can mention it, the words that mention it, and hints: one stands in every mention."""

    name: str
    not_before: date
    hints: tuple[str, ...]
    mention: re.Pattern[str]


def _fact(name: str, not_before: date, hints: str, mention: str) -> Fact:
    return Fact(name, not_before, tuple(hints.split("|")), re.compile(mention))


FACTS = (
    _fact("the attacks of 11 September 2001", date(2001, 9, 11), "11 attacks", r"September 11 attacks|9/11 attacks|Sept\. 11 attacks"),
    _fact("the US-led invasion of Iraq", date(2003, 3, 20), "invasion of Iraq", r"invasion of Iraq in 2003|2003 invasion of Iraq"),
    _fact("Russia's annexation of Crimea", date(2014, 3, 18), "Crimea", r"annex(?:ed|ation of) Crimea"),
    _fact("the Brexit referendum", date(2016, 6, 23), "Brexit|the European Union", r"Brexit (?:referendum|vote)|vot(?:ed|e) to leave the European Union"),
    _fact("Britain's exit from the EU", date(2020, 1, 31), "Brexit", r"(?:since|after) Brexit took effect|post-Brexit Britain"),
    _fact("the COVID-19 pandemic", date(2020, 3, 11), "pandemic", r"(?:COVID-19|Covid-19|coronavirus) pandemic"),
    _fact("the attack on the US Capitol", date(2021, 1, 6), " 6 ", r"January 6 (?:attack|riot)|Jan\. 6 (?:attack|riot|insurrection)"),
    _fact("the Taliban's return to power", date(2021, 8, 15), "Taliban", r"Taliban(?:['’]s)? (?:returned to power|takeover|took over|seized Kabul)"),
    _fact(
        "Russia's invasion of Ukraine", date(2022, 2, 24), "Ukraine",
        r"(?:Russia|Moscow|Putin)(?:['’]s)? (?:invaded Ukraine|(?:full-scale )?invasion of Ukraine)|Russian invasion of Ukraine",
    ),
    _fact("the death of Queen Elizabeth II", date(2022, 9, 8), "Queen Elizabeth", r"death of Queen Elizabeth|since Queen Elizabeth(?: II)? died"),
    _fact("the coronation of Charles III", date(2023, 5, 6), "King Charles", r"coronation of King Charles|King Charles(?:['’]s)? coronation"),
    _fact(
        "the Hamas attack on Israel", date(2023, 10, 7), " 7 attack|Hamas",
        r"Hamas(?:['’]s?)? (?:October 7|Oct\. 7)? ?(?:attack on|attacked) (?:southern )?Israel|October 7 attacks?|Oct\. 7 attacks?",
    ),
    _fact("the fall of Bashar al-Assad", date(2024, 12, 8), "al-Assad", r"fall of (?:Bashar )?al-Assad|(?:ousting|overthrow) of Bashar al-Assad"),
)  # fmt: skip
