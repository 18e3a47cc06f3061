"""Sentences with which a page speaks to its reader: about accounts, newsletters, cookies, buttons, and what failed to load.

They are prose by their shape, and stand between the paragraphs of a story. Told by what they are about together with whom
they address; one sign alone is never enough, because news is written about newsletters and accounts too.
"""

import re

_LONGEST = 40  # words
_LONGEST_CALL = 420  # characters
# The forms are in lower case and read a lower-cased line: three times as fast as with IGNORECASE.
_FIXED_FORMS = (
    r"failed to load\b|ha(?:s|ve) not (?:been )?loaded\b|oops went wrong\b|something went wrong\b|there was an error\b|please try again\b|try again later\b|refresh(?:ing)? (?:your|the) (?:browser|page)\b"
    r"|your (?:article|story|video) (?:continues|will (?:resume|begin|play))|your inbox\b|terms (?:of (?:use|service)|and conditions)\b|privacy (?:policy|notice|statement)\b"
    r"|(?:earn|receive|get) (?:an? |some )?(?:small )?(?:affiliate )?(?:commissions?|share of the sale)\b|affiliate (?:links?|commissions?)\b"
    r"|junk folder\b|spam folder\b|independently (?:selected|reviewed|chosen)\b|opt[- ](?:in|out)\b.{0,20}\bbox\b"
    r"|(?:reserved|exclusive|only) (?:for|to) (?:our )?(?:subscribers|members)\b|unlock (?:this|more|all|every)\b.{0,20}\b(?:articles?|stor(?:y|ies)|content)\b"
    r"|open this photo in gallery\b|create (?:an|your) (?:free )?account\b|editorial (?:code of conduct|error)\b|javascript\b"
)  # fmt: skip
_ACTS_FORMS = r"sign(?:ed|ing)?[ -](?:in|up|out)|log(?:ged|ging)?[ -]?(?:in|out|on)|logout|regist(?:er|ered|ering)|(?:un)?subscri(?:be|bed|bing)|unlock|bookmark|click|tap|download|browse|opt[- ](?:in|out)"
_THINGS_FORMS = (
    r"newsletters?|inbox|e-?mail (?:address|updates?|alerts?)|password|accounts?(?! (?:for|of)\b)|display name|browser|cookies|ad[- ]?block\w*|(?:push )?notifications|subscriptions?|subscribers?|"
    r"e-?paper|free trial|bookmarks|comment(?:s|ing|ers)? (?:section|community|policy|guidelines)|community guidelines|moderat(?:ors|ion)|podcast app|breaking news alerts|crossword|personali[sz]ed|personal news feed|articles per month"
)
_FIXED, _ACTS, _THINGS = (
    re.compile(rf"\b(?:{forms})") for forms in (_FIXED_FORMS, rf"(?:{_ACTS_FORMS})\b", rf"(?:{_THINGS_FORMS})\b")
)
_ANY = re.compile(rf"\b(?:{_FIXED_FORMS}|(?:{_ACTS_FORMS}|{_THINGS_FORMS})\b)")
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
    if not _is_in(folded, _ANY):
        return 0
    found = 2 * _is_in(folded, _FIXED) + _is_in(folded, _ACTS) + _is_in(folded, _THINGS)
    found += _is_in(folded, _READER) + (_CALLS.match(folded) is not None)
    return found if found > PLAIN or not _is_in(folded, _TOLD) else 0


def _is_in(folded: str, form: re.Pattern[str]) -> bool:
    return form.search(folded) is not None
