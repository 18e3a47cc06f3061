"""Words that name the channel of an utterance: where, or through what, it was said. General English, by channel.

The channels are those that media researchers tell apart as routine and enterprise channels of news (Sigal 1973: official
proceedings, press releases, press conferences, interviews …), brought up to date with what is printed today.
"""

from collections.abc import Iterable

_NOUNS = {
    "statement": """statement|release|news release|press release|communique|communiqué""",
    "press_conference": """news conference|press conference|media conference|briefing|press briefing|news briefing|media
        briefing|presser|media availability|press availability|press call""",
    "interview": """interview|phone interview|telephone interview|question-and-answer session|q&a""",
    "broadcast": """broadcast|show|programme|program|podcast|radio|television|tv|newscast|telecast|documentary|video|video
        message|video address|livestream|webcast""",
    "speech": """speech|address|remarks|lecture|sermon|eulogy|toast|keynote|rally|campaign stop|town hall|floor|podium|stump
        speech|commencement|inauguration""",
    "debate": "debate",
    "meeting": """meeting|summit|forum|gathering|conference|fundraiser|reception|convention|roundtable|seminar|panel
        discussion|symposium|workshop|event|ceremony|vigil|luncheon|dinner|breakfast|town meeting""",
    "testimony": "testimony|hearing|deposition|trial|court|oath|inquest|inquiry|cross-examination|tribunal",
    "court_filing": """filing|court filing|lawsuit|suit|affidavit|indictment|petition|motion|ruling|judgment|judgement|
        verdict|complaint|court papers|court documents|legal brief|subpoena""",
    "letter": "letter|note|memo|memorandum|postcard|open letter",
    "email": "email|e-mail|e mail|newsletter",
    "message": "text|text message|voicemail|voice mail|whatsapp|message",
    "phone_call": """phone call|telephone call|conference call|video call|phone|telephone|teleconference|phone
        conversation|telephone conversation""",
    "post": """tweet|retweet|post|blog|blog post|blog entry|posting|thread|twitter|facebook|instagram|youtube|linkedin|
        tiktok|telegram|weibo|reddit|snapchat|mastodon|bluesky|truth social|social media|facebook page|website""",
    "publication": """op-ed|op ed|editorial|column|essay|article|opinion piece|book|memoir|autobiography|biography|manifesto|
        pamphlet|commentary|foreword|preface""",
    "report": "report|study|survey|audit|white paper|paper|journal|review|analysis|filing report|annual report",
    "advertisement": "ad|advert|advertisement|commercial|tv ad|campaign ad",
}
_CHANNEL_OF = {" ".join(noun.split()): name for name, nouns in _NOUNS.items() for noun in nouns.split("|")}
_VERBS = {
    "post": "tweet retweet post blog",
    "email": "email e-mail",
    "message": "text",
    "phone_call": "phone telephone",
    "testimony": "testify",
}
_CHANNEL_OF_VERB = {verb: name for name, verbs in _VERBS.items() for verb in verbs.split()}
# Channels that follow "on"; "comment on a report" and "call on a meeting" name a subject.
_ON = frozenset(("post", "broadcast", "phone_call"))
_PREPOSITIONS = frozenset("in at during via through by over under on into".split())
# Names of stations, and nouns that take "on" though their channel does not.
_STATIONS = frozenset("CNN MSNBC NBC CBS ABC PBS NPR C-SPAN CNBC BBC ITV Fox Sky Al-Jazeera Euronews".split())
_ON_NOUNS = frozenset(("floor", "podium"))
# Nouns that are a channel only with somebody: "a call with reporters", not "a call for peace".
_WITH_COMPANY = {"call": "phone_call", "conversation": "interview"}
# Nouns through which the channel is reached: "in a series of tweets", "at the start of the hearing".
PARTS = frozenset(
    """series string flurry barrage start beginning opening end close conclusion middle part portion section hour minute
    minutes course sidelines margins transcript excerpt excerpts copy draft version appearance edition episode recording""".split()
)
# Channels named so plainly that a phrase with one counts wherever the parser hangs it.
PLAIN = frozenset(("statement", "press_conference", "interview", "email", "post", "phone_call"))


def channel_of_noun(noun: str, modifiers: Iterable[str] = ()) -> str | None:
    """The channel that a noun names, alone or after one of its modifiers ("news conference")."""
    forms = (noun.lower(), noun.lower().removesuffix("s"))
    joined = [f"{modifier.lower()} {form}" for modifier in modifiers for form in forms]
    return next((_CHANNEL_OF[words] for words in (*joined, *forms) if words in _CHANNEL_OF), None)


def channel_of_verb(lemma: str) -> str | None:
    """The channel that a verb of speech implies ("tweeted")."""
    return _CHANNEL_OF_VERB.get(lemma)


def leads_to(preposition: str, channel: str, noun: str) -> bool:
    """Whether "preposition … noun" says through what a thing was said, rather than what it was about."""
    word = preposition.lower()
    return channel in _ON or noun.lower() in _ON_NOUNS if word == "on" else word in _PREPOSITIONS


def is_station(word: str) -> bool:
    """Whether a word is a name under which a broadcaster goes on air ("on CNN", "on ABC’s …")."""
    return word in _STATIONS


def channel_with_company(noun: str) -> str | None:
    """The channel that a noun names only with somebody ("a call with reporters", not "a call for peace")."""
    return _WITH_COMPANY.get(noun.lower())
