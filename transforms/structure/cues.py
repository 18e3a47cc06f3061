"""Words that give a line away as no part of the story: adverts, share buttons, captions. Credits are in `notes`.

The cues are words and shapes that web pages of any publisher use; there are no rules for single publishers. Each table
row is one regular expression in lower case, for a lower-cased line: without IGNORECASE most lines fail at their first
character, which takes a third of the time.
"""

import re

from transforms.structure import interface
from transforms.structure.byline import byline
from transforms.structure.dates import is_date_line
from transforms.structure.hints import holds
from transforms.structure.shape import is_prose

_NETWORKS = (
    r"face ?book|twitter|x|linked ?in|whats ?app|pinterest|reddit|telegram|instagram|youtube|tumblr|flipboard|messenger"
    r"|tweet|pin|snapchat|tik ?tok|bluesky|threads|mastodon|google\+?|e-?mail|print|share|more"
)
_WHOLE_LINES = (
    r"advertisements?|ads?|sponsored(?: content)?|story continue[sd]? below.*|continue reading.*",
    r"read (?:more|next|also|full story).*|more|see (?:also|more|all.*)|go deeper|watch(?: now| live| more)?",
    r"related(?: (?:article|stor|link|content|video|topic|coverage|news|post|item)\w*)?",
    r"(?:most|top|latest|more|popular|trending|recommended|breaking|recent) (?:read|viewed|popular|stor\w+|news|posts?|articles?)",
    r"(?:most|top|latest|more|popular|trending|recommended|breaking|recent) (?:videos?|headlines|shared|commented|recent|now)",
    r"(?:more|most|latest|trending|top) (?:for you|(?:from|on|in|by|about) .*)|trending.*|popular|recommended.*|up next",
    r"editors?['’]?s? (?:picks?|choice)|back to top.*|(?:scroll )?to (?:the )?top.*|(?:skip|jump) to .*|skip past .*",
    r"after newsletter promotion|share(?: this.*| on.*| via.*|\W.*)?|leave a (?:comment|reply).*|post a comment.*",
    r"join the conversation.*|copy(?: link| url)?|link|rss|save|gift|bookmark|like|comment|home|menu|search|sections?",
    r"close|log ?in|sign ?(?:in|up|out)|register|subscribe|donate|contact(?: us)?|about(?: us| me)?|tags?:?|topics?:?",
    r"comments?|join|next|previous|play|pause|loading\W*(?:\w+\W*){0,2}|live|videos?|photos|gallery|audio|listen|accept|ok|yes|no|help|faq",
    r"careers|jobs|archive|feedback|advertise|options|follow|something is loading\W*(?:\w+\W*){0,2}|view (?:image|gallery|comments).*",
    rf"(?:{_NETWORKS})(?:\W+(?:{_NETWORKS}))*",
    r"\d+(?:[.,]\d+)?[km]? (?:comments?|shares?|views|likes|votes|images?).*|(?:slideshow|gallery|photos?)\W.*images.*",
    r"(?:image|photo|picture|slide) \d{1,3} (?:of|/) \d{1,3}|view \d{1,3} (?:images|photos|pictures)|duration\W+[\d:]{3,8}|video\W+[\d: ]{3,16}",
    r"(?:this (?:article|story) is )?more than \d{1,2} (?:month|year)s? old|\d{1,2} (?:minute|hour|day|week|month|year)s? ago|photo|featured image",
    r"(?:analysis|opinion|commentary|photos?|video)(?:/\w+)?:|\[?pullquote\]?",
    r"[\W\d_]{1,40}",
)
# Words that open a call of the page's own, and open sentences of stories too: those with a full stop are believed to be the latter.
_WORD_STARTS = (
    r"advertisement\b|loading\b|copyright\b|source:|published in \w+|posted in\b|note:.{0,60}warrant|subscribe\b",
    r"get (?:the|our|breaking|more|free)\b.{0,80}(?:inbox|newsletter|alerts?|news|app)\b",
    r"for (?:more|the latest|further) .{2,60}(?:visit|contact|follow|click|subscribe|see)\b",
)
_LINE_STARTS = (
    r"click here\b|sign up\b|already (?:a )?(?:subscri|member)|enter your e-?mail|let our news\b",
    r"follow (?:us|me|@|\w+ on|[\w ]{2,30} on (?:twitter|facebook|instagram|x))\b|like us\b|join (?:our|us)\b",
    r"(?:more|read|see also|watch|related|also read|read also|listen|recommended|don['’]t miss|click)\s?[:|]",
    r"read more\b|see also\b|share this\b|scroll (?:down|to)\b|download (?:the|our)\b|related video\b|watch live\b",
    r"visit .{2,60}(?:home ?page|for more)|support (?:our|independent)\b|you (?:may|might) also\b",
    r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by )|all rights reserved|https?://\S+$|www\.\S+$",
    r"this (?:site|website|story|article|page|material|content) (?:is protected|uses|was (?:originally|first) published)",
    r"this (?:site|website|story|article|page|material|content) (?:has not been edited|may not be|contains|is (?:part|auto))",
    r"\(this (?:story|article|report) (?:has not|is|was)|we use cookies|(?:all|your) .{0,40}\bprivacy (?:policy|notice)",
    r"just watched\b|must watch\b|replay more videos\b|(?:read or )?share this (?:story|article)\b|this article (?:was )?tagged under\b|got a (?:news )?tip\b",
    r"get in touch\b|for more (?:stories|news|like this)\b|stay (?:up[ -]to[ -]date|informed|tuned|connected|in the know)\b",
    r"you can (?:e-?mail|contact|reach|write to|follow)\b|read more of\b|do you have a (?:story|tip|question)\b",
    r"by (?:signing|clicking|continuing|using|subscribing)\b.{0,80}\b(?:agree|accept)\b|the (?:opinions|views) expressed\b",
    r"filed (?:under|to|in)\b|tags?:|topics:|categor(?:y|ies):|trends:|authors?:",
    r"thank(?:s| you) for (?:reading|subscrib)|help us\b.{0,40}\b(?:improve|report)|something to consider",
    r"(?:(?:media|press) )?contacts?:|tel(?:ephone)?[:.]|phone:|story highlights$|what do you think|tell us what|have (?:a|something) (?:tip|to say)",
)
_INSIDE = (
    "all rights reserved", "to your inbox", "our newsletter", "privacy policy", "terms of use", "terms of service",
    "click here to", "sign up for our", "sign up to our", "sign up for the", "may not be published", "may not be reproduced",
    "may not be redistributed", "for subscription options", "enable javascript", "cookie policy", "without attribution to",
    "'s newsletters", "’s newsletters",
)  # fmt: skip
_INSIDE_HINTS = (
    "rights reserved", "your inbox", "newsletter", "policy", "terms of", "click here", "sign up", "may not be", "subscription options",
    "javascript", "attribution to",
)  # fmt: skip
_CAPTION_STARTS = (
    r"featured image\b|file ?[-–—:]|file photo|image (?:copyright|caption|source|credit)|media (?:caption|playback)|enlarge (?:this )?image",
    r"(?:photo|image|picture|photograph|video)s?(?: by| credit| courtesy| illustration)?\s?:|toggle caption",
    r"facebook twitter pinterest|play video|view image in",
    r"[^—–:]{3,40}+[—–] ?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d\d?:",
)
# How captions end, with the words of which one must stand in the end of the line (in lower case) for the form to be tried.
_CAPTION_ENDS = (
    (("photo", "image", "pic", "credit"), r"\b(?:photo|photograph|image|picture|credit|pic)s?(?: by| credit| courtesy(?: of)?)?\s?:\s?(?:[^.]|(?<=[ (][a-z])\.(?= [a-z])){2,80}"),
    (
        ("photo", "image", "pic", "illustration", "graphic", "video"),
        r"\b(?:photo|photograph|image|picture|illustration|graphic|video)s? (?:by|courtesy of) [a-z][^.]{2,80}",
    ),
    (("via ",), r"(?:image|pic|credit|/| by | for |courtesy)(?s:.{0,100})via (?:ap|reuters)"),
    (("getty", "photo"), r"via (?:getty images|ap|reuters)|/? ?getty images|\b(?:ap|afp|reuters|epa) photo(?:/[\w .]{2,40})?"),
    (("/",), r"/(?:ap|afp|reuters|epa|efe|getty|pool|shutterstock|bloomberg|\w+ photo)|[(\[][\w .'’\-]{2,50}/[\w .'’\-]{2,40}"),
)  # fmt: skip
_CAPTION_WORDS = frozenset(word for hints, _ in _CAPTION_ENDS for word in hints)
_CLOSE = re.compile(r"CLOSE (?=[A-Z“\"])")  # the button over a picture, glued to its caption
_PHOTOGRAPHER = re.compile(
    r"[.’”] (?![^\n]*[”\"])[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){1,2} for (?:[Tt]he )?[A-Z][\w&.' ]{2,30}\W{0,3}$"
)


def _any(rows: tuple[str, ...], end: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(rows)}){end}")


_WHOLE, _START, _WORD_START = _any(_WHOLE_LINES, r"\W*"), _any(_LINE_STARTS), _any(_WORD_STARTS)
_CAPTION_START = _any(_CAPTION_STARTS)
_CAPTION_END = tuple((hints, _any((form,), r"\W{0,3}$")) for hints, form in _CAPTION_ENDS)
# A link to another story, its label glued to it: "Still open:The harbour is dredged at last".
_LINK = re.compile(r"[A-Z][^.:\n]{2,44}:[A-Z‘“\"'][^\n]{8,150}[^\s.!?”\"]")
_BULLETS = "-–—•*> "
_LONGEST_CALL = 160
_LONGEST_WHOLE = 90
_LONGEST_CUE = 420
_CAPTION_TAIL = 110


def line_kind(line: str) -> str | None:
    """`date`, `boilerplate` or `caption` when the line says so by its own words, else None; at most 420 characters."""
    if len(line) > _LONGEST_CUE:
        return None
    if is_date_line(line) and not byline(line):
        return "date"
    folded = line.lower()
    if len(line) <= _LONGEST_WHOLE and _WHOLE.fullmatch(folded):
        return "boilerplate"
    if _CAPTION_START.match(folded) or _CLOSE.match(line) or _ends_as_caption(line, folded):
        return "caption"
    bare = folded.lstrip(_BULLETS)
    if _is_call(line, folded) or _START.match(bare) or (_WORD_START.match(bare) and not _is_told(line)):
        return "boilerplate"
    return "boilerplate" if ":" in line and _LINK.fullmatch(line.lstrip(_BULLETS)) else None


def _is_told(line: str) -> bool:
    """A sentence that does not speak to the reader of the page."""
    return is_prose(line) and not interface.signs(line)


def _is_call(line: str, folded: str) -> bool:
    """A phrase of the page's own stands in the line; in a paragraph it must not stand alone."""
    inside = (holds(folded, _INSIDE_HINTS) and holds(folded, _INSIDE)) or folded.endswith("read more")
    return inside and (len(line) <= _LONGEST_CALL or interface.signs(line) >= interface.PLAIN)


def _ends_as_caption(line: str, folded: str) -> bool:
    tail = folded[-_CAPTION_TAIL:]
    if " for " in tail and _PHOTOGRAPHER.search(line, max(len(line) - _CAPTION_TAIL, 0)):
        return True
    present = {word for word in _CAPTION_WORDS if word in tail}
    return any(form.search(tail) for hints, form in _CAPTION_END if not present.isdisjoint(hints)) if present else False
