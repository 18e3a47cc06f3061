"""Sentences with which a page speaks to its reader: about accounts, newsletters, cookies, buttons, and what failed to load.

They are prose by their shape, and stand between the paragraphs of a story. Told by what they are about together with whom
they address; one sign alone is never enough, because news is written about newsletters and accounts too.
"""

import re
from collections.abc import Iterable

_LONGEST = 40  # words
_LONGEST_CALL = 420  # characters
# The forms are in lower case and read a lower-cased line: without IGNORECASE they take a third of the time. Each begins with
# a letter, at the start of a word.
_FIXED_FORMS = (
    r"failed to load\b", r"ha(?:s|ve) not (?:been )?loaded\b", r"oops went wrong\b", r"something went wrong\b", r"there was an error\b",
    r"please try again\b", r"try again later\b", r"refresh(?:ing)? (?:your|the) (?:browser|page)\b", r"your inbox\b",
    r"your (?:article|story|video) (?:continues|will (?:resume|begin|play))", r"terms (?:of (?:use|service)|and conditions)\b",
    r"privacy (?:policy|notice|statement)\b", r"affiliate (?:links?|commissions?)\b", r"junk folder\b", r"spam folder\b",
    *(rf"{verb} (?:an? |some )?(?:small )?(?:affiliate )?(?:commissions?|share of the sale)\b" for verb in ("earn", "receive", "get")),
    r"independently (?:selected|reviewed|chosen)\b", r"opt[- ](?:in|out)\b.{0,20}\bbox\b",
    *(rf"{word} (?:for|to) (?:our )?(?:subscribers|members)\b" for word in ("reserved", "exclusive", "only")),
    r"unlock (?:this|more|all|every)\b.{0,20}\b(?:articles?|stor(?:y|ies)|content)\b", r"open this photo in gallery\b",
    r"create (?:an|your) (?:free )?account\b", r"editorial (?:code of conduct|error)\b", r"javascript\b",
)  # fmt: skip
_ACT_FORMS = (
    r"sign(?:ed|ing)?[ -](?:in|up|out)\b", r"log(?:ged|ging)?[ -]?(?:in|out|on)\b", r"regist(?:er|ered|ering)\b",
    r"subscri(?:be|bed|bing)\b", r"unsubscri(?:be|bed|bing)\b", r"unlock\b", r"bookmark\b", r"click\b", r"tap\b", r"download\b",
    r"browse\b", r"opt[- ](?:in|out)\b",
)  # fmt: skip
_THING_FORMS = (
    r"newsletters?\b", r"inbox\b", r"e-?mail (?:address|updates?|alerts?)\b", r"password\b", r"accounts?(?! (?:for|of)\b)\b",
    r"display name\b", r"browser\b", r"cookies\b", r"ad[- ]?block", r"notifications\b", r"subscriptions?\b", r"subscribers?\b",
    r"e-?paper\b", r"free trial\b", r"bookmarks\b", r"comment(?:s|ing|ers)? (?:section|community|policy|guidelines)\b",
    r"community guidelines\b", r"moderat(?:ors|ion)\b", r"podcast app\b", r"breaking news alerts\b", r"crossword\b",
    r"personali[sz]ed\b", r"personal news feed\b", r"articles per month\b",
)  # fmt: skip


def _any(forms: tuple[str, ...]) -> re.Pattern[str]:
    """One of the forms. At the start of a word one branch a letter is tried, not one a form: twice as fast."""
    letters = sorted({form[0] for form in forms})
    branches = (letter + _choice(form[1:] for form in forms if form[0] == letter) for letter in letters)
    return re.compile(rf"\b(?=[{''.join(letters)}])" + _choice(branches))


def _choice(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(forms)})"


_FIXED, _ACTS, _THINGS = _any(_FIXED_FORMS), _any(_ACT_FORMS), _any(_THING_FORMS)
_SIGN = _any(_FIXED_FORMS + _ACT_FORMS + _THING_FORMS)
_READER = re.compile(r"\b(?:you|your|yours|us|our|we)\b")
_CALLS = re.compile(
    r"(?:get|sign|subscribe|register|enter|join|click|tap|please|try|create|support|follow|download|check|browse|enjoy|access|log|unlock|already|thanks?|don['’]t|want|interested|stay|keep|unlimited|contact|send|visit)\b",
)
_TOLD = re.compile(r"[“”\"«»]|\b(?:said|says|told|asked|added|according)\b")


PLAIN, PAGE = 3, 2
"""How many signs are enough: in a text that is nothing but an article, and on a rendered page."""


def signs(line: str) -> int:
    """How many signs say that the line speaks to the reader of the page, about the page; 0 where somebody is quoted."""
    if len(line) > _LONGEST_CALL or line.count(" ") >= _LONGEST:
        return 0
    folded = line.lower()
    if not _is_in(folded, _SIGN):
        return 0
    found = 2 * _is_in(folded, _FIXED) + _is_in(folded, _ACTS) + _is_in(folded, _THINGS)
    found += _is_in(folded, _READER) + (_CALLS.match(folded) is not None)
    return found if found > PLAIN or not _is_in(folded, _TOLD) else 0


def _is_in(folded: str, form: re.Pattern[str]) -> bool:
    return form.search(folded) is not None
