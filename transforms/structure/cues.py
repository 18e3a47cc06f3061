"""Words that give a line away as no part of the story: adverts, share buttons, captions, credits.

The cues are words and shapes that web pages of any publisher use; there are no rules for single publishers. Each table
row is one regular expression; where a row begins with a literal, so that most lines fail at their first character.
"""

import re

_NETWORKS = (
    r"face ?book|twitter|x|linked ?in|whats ?app|pinterest|reddit|telegram|instagram|youtube|tumblr|flipboard|messenger"
    r"|tweet|pin|snapchat|tik ?tok|bluesky|threads|mastodon|google\+?|e-?mail|print|share|more"
)
_WHOLE_LINES = (
    r"advertisements?|ads?|sponsored(?: content)?|story continues? below.*|continue reading.*",
    r"read (?:more|next|also|full story).*|more|see (?:also|more|all.*)|go deeper|watch(?: now| live| more)?",
    r"related(?: (?:article|stor|link|content|video|topic|coverage|news|post|item)\w*)?",
    r"(?:most|top|latest|more|popular|trending|recommended|breaking|recent) (?:read|viewed|popular|stor\w+|news|posts?|articles?)",
    r"(?:most|top|latest|more|popular|trending|recommended|breaking|recent) (?:videos?|headlines|shared|commented|recent|now)",
    r"(?:more|most|latest|trending|top) (?:for you|(?:from|on|in|by|about) .*)|trending.*|popular|recommended.*|up next",
    r"editors?['’]?s? (?:picks?|choice)|back to top.*|(?:scroll )?to (?:the )?top.*|(?:skip|jump) to .*|skip past .*",
    r"after newsletter promotion|share(?: this.*| on.*| via.*|\W.*)?|leave a (?:comment|reply).*|post a comment.*",
    r"join the conversation.*|copy(?: link| url)?|link|rss|save|gift|bookmark|like|comment|home|menu|search|sections?",
    r"close|log ?in|sign ?(?:in|up|out)|register|subscribe|donate|contact(?: us)?|about(?: us| me)?|tags?:?|topics?:?",
    r"comments?|join|next|previous|play|pause|loading.*|live|videos?|photos|gallery|audio|listen|accept|ok|yes|no|help|faq",
    r"careers|jobs|archive|feedback|advertise|options|follow|something is loading.*|view (?:image|gallery|comments).*",
    rf"(?:{_NETWORKS})(?:\W+(?:{_NETWORKS}))*",
    r"\d+(?:[.,]\d+)?[km]? (?:comments?|shares?|views|likes|votes|images?).*|(?:slideshow|gallery|photos?)\W.*images.*",
    r"\W{1,12}|[\W\d]{1,12}",
)
_LINE_STARTS = (
    r"advertisement\b|click here\b|sign up\b|subscribe\b|already (?:a )?(?:subscri|member)|enter your e-?mail",
    r"get (?:the|our|breaking|more|free)\b.{0,80}(?:inbox|newsletter|alerts?|news|app)\b|let our news\b",
    r"follow (?:us|me|@|\w+ on|[\w ]{2,30} on (?:twitter|facebook|instagram|x))\b|like us\b|join (?:our|us)\b",
    r"(?:more|read|see also|watch|related|also read|read also|listen|recommended|don['’]t miss|click)\s?:",
    r"read more\b|see also\b|share this\b|scroll (?:down|to)\b|download (?:the|our)\b|loading\b|related video\b|watch live\b",
    r"visit .{2,60}(?:home ?page|for more)|support (?:our|independent)\b|you (?:may|might) also\b",
    r"for (?:more|the latest|further) .{2,60}(?:visit|contact|follow|click|subscribe|see)\b",
    r"©|\(c\) ?\d{4}|copyright\b|all rights reserved|https?://\S+$|www\.\S+$",
    r"this (?:site|website|story|article|page|material|content) (?:is protected|uses|was (?:originally|first) published)",
    r"this (?:site|website|story|article|page|material|content) (?:has not been edited|may not be|contains|is (?:part|auto))",
    r"\(this (?:story|article|report) (?:has not|is|was)|we use cookies|(?:all|your) .{0,40}\bprivacy (?:policy|notice)",
    r"by (?:signing|clicking|continuing|using|subscribing)\b.{0,80}\b(?:agree|accept)\b|the (?:opinions|views) expressed\b",
    r"published in \w+|posted in\b|filed (?:under|to|in)\b|tags?:|topics:|categor(?:y|ies):|trends:|source:|authors?:",
    r"thank(?:s| you) for (?:reading|subscrib)|help us\b.{0,40}\b(?:improve|report)|note:.{0,60}warrant|something to consider",
    r"(?:(?:media|press) )?contacts?:|tel(?:ephone)?[:.]|phone:|story highlights$|what do you think|tell us what|have (?:a|something) (?:tip|to say)",
)
_INSIDE = (
    "all rights reserved", "to your inbox", "our newsletter", "privacy policy", "terms of use", "terms of service",
    "click here to", "sign up for our", "sign up to our", "sign up for the", "may not be published", "may not be reproduced",
    "may not be redistributed", "for subscription options", "enable javascript", "cookie policy", "without attribution to",
    "'s newsletters", "’s newsletters",
)  # fmt: skip
_CAPTION_STARTS = (
    r"FILE ?[-–—:]|FILE PHOTO|image (?:copyright|caption|source|credit)|media (?:caption|playback)|enlarge (?:this )?image",
    r"(?:photo|image|picture|photograph|video)s?(?: by| credit| courtesy| illustration)?\s?:|toggle caption",
    r"facebook twitter pinterest|play video|view image in",
    r"[^—–:]{3,40}[—–] ?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d\d?:",
)
_CAPTION_ENDS = (
    r"(?:photo|photograph|image|picture|credit|pic)s?(?: by| credit| courtesy(?: of)?)?\s?:\s?[^.]{2,80}",
    r"via (?:getty images|ap|reuters)|/? ?getty images|\b(?:ap|afp|reuters|epa) photo(?:/[\w .]{2,40})?",
    r"/(?:ap|afp|reuters|epa|efe|getty|pool|shutterstock|bloomberg|\w+ photo)|[(\[][\w .'’\-]{2,50}/[\w .'’\-]{2,40}",
)
_CAPTION_WORDS = ("photo", "getty", "image", "pic", "credit", "/")
_CREDITS = (
    r".{0,200}\bcontribut(?:ed|ing)(?: \w+)? (?:to|from) (?:this|the) (?:report|story|article|post|piece)\b.{0,60}",
    r".{0,100}\bcontributed reporting\b.{0,40}|contributing:.{2,120}|.{0,80} reported from .{2,80}\. .{0,300}contributed\b.*",
    r"(?:write|e-?mail) (?:to )?.{2,60} at \S+@\S+.*|e-?mail:? \S+@\S+|follow .{2,60} on (?:twitter|facebook|x|instagram)\b.{0,60}",
    r".{0,60}\bcan be (?:reached|contacted) (?:at|on|via)\b.{0,80}|this (?:article|story|report) (?:was )?compiled from\b.{2,80}",
    r".{3,60} is (?:a|an|the) (?:[\w\-]+ ){0,5}(?:reporter|correspondent|columnist|contributor|contributing editor"
    r"|staff writer|freelance\w*|senior editor)\b.{0,300}",
)
_CREDIT_WORDS = ("contribut", "@", "can be ", "compiled", " is a", " is the ", "follow ")


def _any(rows: tuple[str, ...], end: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(rows)}){end}", re.IGNORECASE)


_WHOLE, _START = _any(_WHOLE_LINES, r"\W*"), _any(_LINE_STARTS)
_CAPTION_START, _CAPTION_END, _CREDIT = _any(_CAPTION_STARTS), _any(_CAPTION_ENDS, r"\W{0,3}$"), _any(_CREDITS)
_LONGEST_WHOLE = 90
_LONGEST_CUE = 420
_CAPTION_TAIL = 110


def line_kind(line: str) -> str | None:
    """`boilerplate`, `caption` or `credit` when the line says so by its own words, else None; at most 420 characters."""
    if len(line) > _LONGEST_CUE:
        return None
    if len(line) <= _LONGEST_WHOLE and _WHOLE.fullmatch(line):
        return "boilerplate"
    folded = line.lower()
    if _CAPTION_START.match(line) or _ends_as_caption(line, folded):
        return "caption"
    if any(word in folded for word in _CREDIT_WORDS) and _CREDIT.fullmatch(line):
        return "credit"
    inside = any(phrase in folded for phrase in _INSIDE) or folded.endswith("read more")
    return "boilerplate" if inside or _START.match(line) else None


def _ends_as_caption(line: str, folded: str) -> bool:
    tail = folded[-_CAPTION_TAIL:]
    return any(word in tail for word in _CAPTION_WORDS) and _CAPTION_END.search(line, len(line) - len(tail)) is not None
