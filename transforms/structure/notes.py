"""Lines that speak about the story or its author: editor's notes and corrections, and the credits beneath it."""

import re

from transforms.structure.hints import holds

_LONGEST_NOTE = 1200
_NOTE_HEAD = 90  # characters in which a note says what it is
_LONGEST_CREDIT = 700

_STORY = (
    r"(?:story|article|report|post|piece|column|page|essay|op-ed|version|headline|item|transcript|interview|list|blog)"
)
_CHANGED = r"(?:corrected|updated|clarified|amended|edited|revised|changed|modified|removed|republished|refiled)"
_NOTES = (
    # Wire: "(Corrects paragraph 3 …)", "(Updates with …)", "(This version of the story corrects …)", "(Refiles to …)".
    r"[(\[]\s?(?:corrects|updates|refiles|recasts|adds|repeats|removes|rewrites|fixes|clarifies|releads|embeds|inserts|changes)\b.*",
    r"(?:corrects|refiles|recasts|releads|clarifies) (?:to |spelling|name|headline|paragraph|quote|byline|date|attribution|typo|figure).*",
    rf"\W{{0,3}}this (?:\w+ ){{0,2}}{_STORY}\b.{{0,60}}?\b(?:corrects|updates|refiles|(?:has been|was|is being|will be) (?:\w+ )?{_CHANGED}|fixes)\b.*",
    rf"\W{{0,3}}(?:an?|the) (?:earlier|previous|prior|original|initial) (?:version of (?:this|the)|(?:{_STORY}|photo caption|caption)).{{0,80}}"
    r"\b(?:incorrect|misstat|mis|wrong|error|said|stated|gave|referred|omitted|corrected|attribut|published|reported|identified).*",
    # Newspapers and web pages: a label, or the sentence that a story was changed.
    r"\W{0,3}(?:editor(?:[’']s|s[’']|ial|s)?|author[’']s|publisher[’']s|reader[’']s) note\b.*",
    r"\W{0,3}(?:corrections?|clarifications?|corrections and clarifications)(?: (?:appended|\(?[a-z]{3,9}\.? \d)[^:]{0,40}[:—–-].*|\s?[:—–-] .*| appended.*|\W*)",
    r"\W{0,3}(?:updated?|last updated)\b\s?(?:\d\s?)?(?:\([^)]{2,40}\)\s?)?(?:[:—–-]\s.*|at \d{1,2}[:.]\d\d.*|\d{1,2}[:.]\d\d .*|with (?:additional|more|new|details|comment).*)",
    rf"\W{{0,3}}note(?: to readers?)?\s?[:—–-] .*\b(?:(?:this|the|an?) (?:\w+ )?{_STORY}|{_CHANGED})\b.*",
    r"\W{0,3}(?:content warning|trigger warning|spoiler alert|disclosure|full disclosure)\s?:.*",
    rf"\W{{0,3}}we(?:[’']ve| have)? {_CHANGED} (?:this|the|our) {_STORY}\b.*",
    r"\W{0,3}this is a (?:developing|breaking)(?: news)? story.*",
)
# The forms are in lower case and read a lower-cased line: without IGNORECASE a branch fails at its first letter.
_NOTE = re.compile("|".join(f"(?:{note})" for note in _NOTES), re.DOTALL)
_REGRET = re.compile(
    rf".{{0,400}}\b(?:regrets? the (?:error|mistake)s?|(?:{_STORY}|we) (?:has|have) since been {_CHANGED})\W*",
    re.DOTALL,
)
_REGRET_HINTS = ("regret", "since been")
_NOTE_HINTS = (
    "correct", "updat", "note", "refile", "recast", "(adds", "(repeats", "(removes", "(rewrites", "(fixes", "clarif", "version", "releads",
    "warning:", "disclosure:", "spoiler", "regret", "earlier ", "developing", "breaking", "amended", "(inserts", "(changes", "original ",
)  # fmt: skip

_NAMES = r"[^\W\d_a-z][\w.'’\-]+(?:,? (?:and |& |of |the |in |de )?[^\W\d_a-z][\w.'’\-]*){1,24}"
_TRADE = (
    r"(?:reporter|correspondent|columnist|contributor|editor|writer|journalist|author|fellow|professor|lecturer|analyst|host|anchor"
    r"|producer|commentator|strategist|historian|scholar|blogger|critic|novelist|freelancer?|bureau chief)s?"
)
_MAIL = r"[\w.+\-]{1,40}@[\w.\-]{3,40}"
# Lower-case forms that open the line.
_OPENED_CREDITS = (
    rf"(?:write|e-?mail|contact|reach|tweet|send|let us know|tell us)\b.{{0,80}}{_MAIL}.{{0,120}}",
    rf"(?:an?|the)? ?(?:\w+ )?(?:version|part|portion)s? of this {_STORY} .{{0,30}}\b(?:appeared|published|ran)\b.{{0,160}}",
    rf"this {_STORY} (?:(?:has|was|is|is being)\s)?(?:\w+ )?(?:appeared|appears|published|produced|written|reported|compiled|republished|reprinted)\b.{{0,200}}",
    r"(?:with (?:(?:inputs?|files) from|reporting by|additional reporting|agenc\w+)|(?:additional )?material from|h/t\b).{0,120}",
)
_OPENED_CREDIT = re.compile(rf"\W{{0,4}}(?:{'|'.join(_OPENED_CREDITS)})")
# The other forms with the words of which one must stand in the line (in lower case) for them to be tried at all.
_CREDITS = (
    (
        ("contribut",),
        rf"(?i:\W{{0,4}}.{{0,260}}\bcontribut(?:ed|ing)(?: \w+)? (?:to|from|for) (?:this|the) {_STORY}\b.{{0,160}})"
        rf"|\W{{0,4}}{_NAMES} (?:also )?contributed(?: reporting)?(?: (?:from|in) [^.]{{2,60}})?\.(?: Updated at .{{4,30}})?"
        r"|(?i:\W{0,4}contributing\s?:.{2,160}|.{0,100}\bcontributed reporting\b.{0,60})",
    ),
    (("reported from",), rf"\W{{0,4}}{_NAMES} reported from [^.]{{2,100}}\..{{0,300}}|.{{0,80}} reported from .{{2,80}}\. .{{0,300}}\bcontributed\b.{{0,300}}"),
    (
        ("follow ", "tweet ", "reach "),
        r"\W{0,4}(?i:(?:you can )?(?:follow|tweet|reach)) (?:him|her|them|the authors?|(?:[A-Z][\w.’'\-]+ ?){1,4}) ?(?:(?:on|at|via) )?(?i:twitter|facebook|x\b|instagram|@).{0,110}"
        r"|\W{0,4}(?i:follow (?!us\b|me\b|our\b)[^.]{2,60} on (?:twitter|facebook|x|instagram)\b).{0,110}"
        r"|.{0,550}\b[Ff]ollow (?:him|her|them) (?i:(?:on|at|via) (?:twitter|facebook|x\b|instagram|@)).{0,110}",
    ),
    (("can be ", "may be "), rf"(?:.{{0,400}}[.,] )?.{{0,100}}\b(?i:(?:can|may) be (?:reached|contacted|followed)(?: \w+)? (?:on|at|via|by) (?:twitter|\[?e-?mail|@|\(?\d{{3}}|{_MAIL})).{{0,120}}"),
    ((" is ", " are ", " was "), rf"\W{{0,4}}{_NAMES},? (?:\([^)]{{2,40}}\) |@\w+,? )?(?:is|are|was)(?: currently| also)? (?:(?:an?|the) )?(?:[\w’'&.,\-]+ ){{0,7}}?{_TRADE}\b.{{0,600}}"),
)  # fmt: skip
_CREDIT_FORMS = tuple((hints, re.compile(form)) for hints, form in _CREDITS)


def editor_note(line: str) -> bool:
    """A line in which the editors speak of the story: a correction, an update, a note, a warning; at most 1,200 characters.

    The forms are the wires' (`(Corrects spelling in paragraph 3)`) and the newspapers' (`Editor's note:`, `CLARIFICATION:`,
    `An earlier version of this article misstated …`, `Updated at 4:04 p.m. ET`).
    """
    if len(line) > _LONGEST_NOTE:
        return False
    folded = line.lower()
    if holds(folded, _REGRET_HINTS) and _REGRET.fullmatch(folded):
        return True
    return _NOTE.fullmatch(folded) is not None and holds(folded[:_NOTE_HEAD], _NOTE_HINTS)


def credit_line(line: str) -> bool:
    """A line beneath the story on who made it: helpers, the author's life and address, where it appeared; 700 characters at most.

    A paragraph of the story can open as an author's life does (`Ada Bell is a writer who …`): the caller knows by the place.
    """
    if len(line) > _LONGEST_CREDIT:
        return False
    folded = line.lower()
    if _OPENED_CREDIT.fullmatch(folded):
        return True
    return any(holds(folded, hints) and form.fullmatch(line) for hints, form in _CREDIT_FORMS)
