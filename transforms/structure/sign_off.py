"""Sign-offs: what stands after the story to say who handled it and that it ends."""

import re
from functools import lru_cache
from typing import NamedTuple

from transforms.structure import agencies

_VERBS = (
    r"(?:additional |further |extra )?(?:reporting|writing|editing|compil(?:ed|ation)|complied|translat(?:ed|ion)|produced|edited"
    r"|written|reported|rewritten|polling|graphics?)"
)
_CREDIT_LINE = re.compile(
    rf"[-–—•*⦁\s]{{0,4}}{_VERBS}(?: and (?:{_VERBS}|analysis))? by:?\s[^.]{{3,200}}\.?", re.IGNORECASE
)
_LONGEST_CREDITS = 1500
# Brackets that close a story: who reported, wrote and edited it, the desk with its telephone, the reporter's address.
_DESK = re.compile(
    rf"[(\[]\s*(?:(?:with )?{_VERBS}\b[^()]{{0,60}}?\bby\b|(?:with )?(?:additional|further|reporting|report|editing) (?:report(?:ing)? )?(?:by\b|from\b|(?-i:[A-Z]))"
    r"|(?-i:[A-Z])[^();]{2,120};\s{0,2}(?:additional reporting|reporting|editing|writing) by\b"
    r"|[^()@]{3,60}\b(?:newsroom\b|desk(?=\s*[;)]|\sfor\s))|[\w.+\-]{1,40}@[\w\-]{1,40}(?:\.[\w\-]{1,20}){1,3}\s*[)\]])",
    re.IGNORECASE,
)
_GROUP = re.compile(r"[(\[][^()\[\]]*[)\]]")
_INITIALS_OF_NAMES = 4  # full stops in a bracket that is never closed; prose has more
_LOOSE = 30  # characters outside of brackets, between and after those of the desk
_CONTRIBUTED = re.compile(
    r"(?P<who>[—–-]{0,2}\s?(?:The )?[A-Z][^.!?\"”]{2,240}?) contributed(?: reporting)?(?: to (?:this|the) (?:report|story|article|post|piece))?\.?$"
)
_INITIALS = re.compile(
    r"\(?(?=[a-z-]*/)[a-z]{1,5}(?:[-/][a-z]{1,5}){1,4}\)?"  # pav/ks, bur-abc/def/gh
    r"|\([A-Za-z]{2,5}[-/\\]+[a-z]{1,5}\)"
    r"|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}"
)
_SIGNED_INITIALS = re.compile(rf"(?:{_INITIALS.pattern})\s(?P<name>[^\W\d_][\w.]{{1,15}})")
_END = re.compile(
    r"[-–—=#*(\s]{0,4}(?:ends?|enditem|end item|endit|reuters?|fin)[-–—=#*).\s]{0,4}|[-–—=#*(]{1,4}\s?30\s?[-–—=#*)]{1,4}"
    r"|#{2,}|-+\s?0\s?-+",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[Ee]nd|[Ff]in")  # what parts of a series are called as well
_PLAIN_INITIALS = re.compile(r"[a-z]{1,5}(?:[-/][a-z]{1,5}){1,4}")
# Words that are written with a stroke between them (`he/she`, `and/or`): no initials.
_STROKE_WORDS = frozenset(
    """a am and any both but day each east either fail father go he her hers him his if in it its live man me men mom dad mother
    new night no none not off old on one or our out pass pm she sir some start stop that the their them then there they this true
    false uk up down us via was were west what when where who win lose with woman women yes you your""".split()
)
_MAIL = re.compile(r"\(?[\w.+\-]{1,40}@[\w.\-]{3,60}\.[a-z]{2,6}\)?")
_DRESSED = re.compile(
    r"[-–—=(\[/\s]{0,4}(?P<name>[^\W\d_][\w.\-]{1,15})(?P<desk>(?: [A-Za-z]{1,5}){0,4})[)\]/=.\s]{0,4}"
)
_END_WORDS = re.compile(r"(?<=[.!?\"”])\s+(?P<token>Enditem|\(?ENDS?\)?|REUTERS?|Reuters?)$")
_DASHED_NAME = re.compile(r"(?<=[.!?\"”»])\s+(?P<token>[—–-]{1,2}\s?[A-Z]{2,6})$")
_SENTENCE_START = re.compile(r"(?<=[a-z0-9%)\"”’])[.!?][\"”’]?\s*(?=[A-Z—–-])")
_END_INITIALS = re.compile(r"(?<=[.!?\"”])\s+(?P<token>[a-z]{2,4}(?:[-/][a-z]{2,4}){1,3})$")
_TAIL = 60
_AMBIGUOUS = 0.9  # confidence of what has neither a known agency nor names in it
_LONGEST_CONTRIBUTION = 300


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
                return SignOff(0, len(line), rule, _AMBIGUOUS)
        signed = _SIGNED_INITIALS.fullmatch(line)
        if signed and _is_agency(signed["name"], agency):
            return SignOff(0, len(line), "initials", 0.95)
        match = _DRESSED.fullmatch(line)
        if (
            match
            and _is_agency(match["name"], agency)
            and (not match["desk"] or match["desk"].islower() or match["desk"].isupper())
        ):
            return SignOff(0, len(line), "agency_line", 0.95)
    opened = line.startswith(("(", "[")) and _DESK.match(line) is not None and line.rstrip(".").endswith((")", "]"))
    if len(line) <= _LONGEST_CREDITS and (opened or _CREDIT_LINE.fullmatch(line)):
        return SignOff(0, len(line), "desk_credits", 0.95)
    return None


def is_end(line: str) -> bool:
    """The line ends an article wherever it stands: `AM/PM`, `he/she`, `End` may be sign-offs, but of the last block only."""
    found = sign_off_line(line, None)
    if found is None or found.confidence > _AMBIGUOUS:
        return found is not None
    if found.rule == "initials" and line[0] != "(":
        return _PLAIN_INITIALS.fullmatch(line) is not None and _STROKE_WORDS.isdisjoint(re.split("[-/]", line))
    return not _HEADING.fullmatch(line)


def trailing_sign_off(paragraph: str, agency: str | None) -> SignOff | None:
    """The sign-off inside the end of a paragraph: `(Reporting by …)`, `… contributed to this report.`, or the agency's name."""
    return (
        _trailing_credits(paragraph)
        or _trailing_token(paragraph, agency)
        or (_trailing_contribution(paragraph) if "contributed" in paragraph[-_LONGEST_CONTRIBUTION:] else None)
    )


def _trailing_credits(paragraph: str) -> SignOff | None:
    """The first of the brackets at the end that name a desk or its people; rates and notes may stand among them.

    Inner brackets are often left open or closed twice, so that no pairs are counted: what matters is that no prose follows.
    """
    offset = max(len(paragraph) - _LONGEST_CREDITS, 0)
    tail = paragraph[offset:]
    start = next((match.start() for match in _DESK.finditer(tail) if _is_all_brackets(tail[match.start() :])), None)
    return SignOff(offset + start, len(paragraph), "desk_credits", 0.95) if start is not None else None


def _is_all_brackets(text: str) -> bool:
    outside = _GROUP.sub("", _GROUP.sub("", text)).strip()
    return len(outside) <= _LOOSE or (outside[0] in "([" and outside.count(".") <= _INITIALS_OF_NAMES)


def _trailing_contribution(paragraph: str) -> SignOff | None:
    """`… the group said.The Associated Press contributed to this report.`: the last sentence, glued to the story."""
    offset = max(len(paragraph) - _LONGEST_CONTRIBUTION, 0)
    tail = paragraph[offset:]
    starts = [match.end() for match in _SENTENCE_START.finditer(tail)]
    found = next((start for start in reversed(starts) if _CONTRIBUTED.match(tail, start)), None)
    return SignOff(offset + found, len(paragraph), "contribution", 0.85) if found is not None else None


def _trailing_token(paragraph: str, agency: str | None) -> SignOff | None:
    offset = max(len(paragraph) - _TAIL, 0)
    tail = paragraph[offset:]
    match = _trailing_agency(agency.casefold()).search(tail) if agency else None
    if match:
        start = match.end("token") - len(match["token"].lstrip())
        return SignOff(offset + start, len(paragraph), "agency_token", 0.95)
    initials = _END_INITIALS.search(tail) if agency else None
    if initials:
        return SignOff(offset + initials.start("token"), len(paragraph), "initials", 0.85)
    for form, rule in ((_END_WORDS, "end_mark"), (_DASHED_NAME, "agency_by_form")):
        end = form.search(tail)
        if end:
            return SignOff(offset + end.start("token"), len(paragraph), rule, 0.85)
    return None


@lru_cache(maxsize=256)
def _trailing_agency(agency: str) -> re.Pattern[str]:
    """The name after the end of a sentence, in brackets, or with the initials of the desk: a sentence may end on it too."""
    name = re.escape(agency)
    return re.compile(
        rf"(?:(?<=[.!?\"”’…»›」])\s*|\s)(?P<token>[(\[/]{name}[)\]/]|(?:(?<=[.!?\"”’…»›」]\s)|(?<=[.!?\"”»]))[-–—= ]{{0,4}}{name}"
        rf"|(?-i:{re.escape(agency.upper())}(?: [A-Z]{{2,4}}){{1,4}}))\s*$",
        re.IGNORECASE,
    )


def _is_agency(name: str, agency: str | None) -> bool:
    return agencies.is_known(name) or (agency is not None and name.casefold() == agency.casefold())
