"""Sign-offs: what stands after the story to say who handled it and that it ends."""

import re
from functools import lru_cache
from typing import NamedTuple

from transforms.structure import agencies

_VERBS = (
    r"(?:additional |further |extra )?(?:reporting|writing|editing|compiled|compilation|translated|translation|produced|"
    r"edited|written|reported|rewritten)"
)
_CREDITS = re.compile(rf"[(\[]\s*{_VERBS}\b[^()]{{0,40}}?\bby\b", re.IGNORECASE)
_CREDIT_LINE = re.compile(rf"{_VERBS}(?: and {_VERBS})? by:?\s[^.]{{3,200}}\.?", re.IGNORECASE)
_LONGEST_CREDITS = 900
_INITIALS = re.compile(
    r"\(?[a-z]{1,5}(?:[-/][a-z]{1,5}){1,4}\)?"  # pav/ks, bur-abc/def/gh
    r"|\([A-Za-z]{2,5}[-/\\]+[a-z]{1,5}\)"
    r"|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}"
)
_END = re.compile(
    r"[-–—=#*(\s]{0,4}(?:ends?|enditem|end item|endit|30|reuters?|fin)[-–—=#*).\s]{0,4}|#{2,}|-+\s?0\s?-+",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\(?[\w.+\-]{1,40}@[\w.\-]{3,60}\.[a-z]{2,6}\)?")
_DRESSED = re.compile(
    r"[-–—=(\[/\s]{0,4}(?P<name>[^\W\d_][\w.\-]{1,15})(?P<desk>(?: [A-Za-z]{1,5}){0,4})[)\]/=.\s]{0,4}"
)
_END_WORDS = re.compile(r"(?<=[.!?\"”])\s+(?P<token>Enditem|\(?ENDS?\)?|REUTERS?|Reuters?)$")
_TAIL = 60


class SignOff(NamedTuple):
    """A sign-off within the text that was searched, and the rule that found it."""

    start: int
    end: int
    rule: str
    confidence: float


def sign_off_line(line: str, agency: str | None) -> SignOff | None:
    """A line that is a sign-off as a whole: initials, an end mark, an agency's name, or credits of the desk."""
    if len(line) <= _TAIL:
        for form, rule in ((_INITIALS, "initials"), (_END, "end_mark"), (_MAIL, "mail_address")):
            if form.fullmatch(line):
                return SignOff(0, len(line), rule, 0.9)
        match = _DRESSED.fullmatch(line)
        if (
            match
            and _is_agency(match["name"], agency)
            and (not match["desk"] or match["desk"].islower() or match["desk"].isupper())
        ):
            return SignOff(0, len(line), "agency_line", 0.95)
    opened = line.startswith(("(", "[")) and _CREDITS.match(line) is not None and line.rstrip(".").endswith((")", "]"))
    if len(line) <= _LONGEST_CREDITS and (opened or _CREDIT_LINE.fullmatch(line)):
        return SignOff(0, len(line), "desk_credits", 0.95)
    return None


def trailing_sign_off(paragraph: str, agency: str | None) -> SignOff | None:
    """The sign-off inside the end of a paragraph: `(Reporting by …)`, or the agency's name after the last sentence."""
    return _trailing_credits(paragraph) or _trailing_token(paragraph, agency)


def _trailing_credits(paragraph: str) -> SignOff | None:
    offset = max(len(paragraph) - _LONGEST_CREDITS, 0)
    tail = paragraph[offset:]
    last = None
    for match in _CREDITS.finditer(tail):
        last = last or match
        if ")" in tail[last.start() : match.start()].rstrip(") "):
            last = match
    if last is None or not tail.rstrip(" .").endswith((")", "]")):
        return None
    return SignOff(offset + last.start(), len(paragraph), "desk_credits", 0.95)


def _trailing_token(paragraph: str, agency: str | None) -> SignOff | None:
    offset = max(len(paragraph) - _TAIL, 0)
    tail = paragraph[offset:]
    match = _trailing_agency(agency.casefold()).search(tail) if agency else None
    if match:
        return SignOff(offset + match.start("token"), len(paragraph), "agency_token", 0.95)
    end = _END_WORDS.search(tail)
    return SignOff(offset + end.start("token"), len(paragraph), "end_mark", 0.9) if end else None


@lru_cache(maxsize=256)
def _trailing_agency(agency: str) -> re.Pattern[str]:
    """The name after the end of a sentence, in brackets, or with the initials of the desk: a sentence may end on it too."""
    name = re.escape(agency)
    return re.compile(
        rf"(?:(?<=[.!?\"”’…])\s*|\s)(?P<token>[(\[/]{name}[)\]/]|(?:(?<=[.!?\"”’…]\s)|(?<=[.!?\"”]))[-–—= ]{{0,4}}{name}"
        rf"|(?-i:{re.escape(agency.upper())}(?: [A-Z]{{2,4}}){{1,4}}))\s*$",
        re.IGNORECASE,
    )


def _is_agency(name: str, agency: str | None) -> bool:
    return agencies.is_known(name) or (agency is not None and name.casefold() == agency.casefold())
