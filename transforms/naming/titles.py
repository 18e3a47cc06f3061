"""Forms of address, ranks and offices that are printed with a capital before a person's name and are no part of it.

General English, with the forms of South Asia, West Africa and the Malay world that English-language news prints. What a role
phrase may be made of besides is in `transforms.naming.role_phrases`.
"""

import re

from transforms.quotation.roles import ROLE_HEADS

# Forms of address that name no office.
HONORIFICS = frozenset("mr mrs ms miss mx dr prof sir dame lord lady rev hon fr".split())
# As printed without its full stop → spelled out.
SHORT_TITLES = {
    "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "col": "colonel", "capt": "captain",
    "cap": "captain", "lt": "lieutenant", "sgt": "sergeant", "maj": "major", "adm": "admiral", "det": "detective",
    "supt": "superintendent", "insp": "inspector", "cmdr": "commander", "amb": "ambassador", "atty": "attorney",
    "cllr": "councillor", "pres": "president", "cpl": "corporal", "pvt": "private", "brig": "brigadier",
}  # fmt: skip
FORMS = (
    HONORIFICS
    | SHORT_TITLES.keys()
    | frozenset(
        """professor president vice vice-president prime minister premier pm deputy mayor governor senator congressman congresswoman
        representative secretary chancellor judge justice captain general colonel lieutenant sergeant major brigadier admiral
        commander corporal private officer constable king queen prince princess emperor empress sultan sheikh shaikh
        sheikha emir ayatollah pope bishop archbishop cardinal reverend father sister brother pastor imam rabbi coach chief detective
        inspector superintendent commissioner sheriff ambassador councillor attorney counsel advocate adv honourable honorable madam madame
        uncle aunt aunty auntie grandmother grandfather grandma grandpa shri smt datuk datin dato alhaji hajia engr eng former acting
        interim late majesty highness excellency first crown envoy special spokesman spokeswoman spokesperson director chairman
        chairwoman chairperson ceo mp mps translator""".split()
    )
)
_TITLES = ROLE_HEADS | FORMS
# Of these, the ones that are given names or surnames too, and so stand before one word as part of the name: "Son Heung-min".
_ALSO_NAMES = frozenset("baker brother cook dean driver farmer hunter major son".split())
_WORD = re.compile(r"([A-Z][\w-]{0,30})\.?\s{1,3}")
_SURE = re.compile(
    r"(?<![\w-])(?:Mr|Mrs|Ms|Dr|President|Prime Minister|Chancellor|Sen|Senator|Rep|Gov|Governor|Justice|Judge|Prof|Professor)\.?\s$"
)
_MOST = 5
_BACK = 20


def after_titles(text: str, start: int, end: int) -> int:
    """Where the name itself starts in text[start:end]; `start` where nothing would be left of it."""
    begin = start
    for _ in range(_MOST):
        match = _WORD.match(text, begin, end)
        if not match or not is_title(match.group(1)):
            break
        if match.group(1).lower() in _ALSO_NAMES and " " not in text[match.end() : end]:
            break
        begin = match.end()
    return begin if begin < end else start


def is_title(word: str) -> bool:
    """Whether a word, in any case, is a form of address, rank or office."""
    return word.lower().rstrip(".") in _TITLES


def is_titled(text: str, start: int) -> bool:
    """Whether a title that nothing but a person has ("Mr.", "President") is printed right before a position."""
    return _SURE.search(text, max(0, start - _BACK), start) is not None
