"""What a word may do in a phrase: end it, only stand within it, or break it. English.

The lists are general: function words, verbs and adverbs of news prose, and nouns that say nothing when they stand alone.
"""

import re
from functools import lru_cache
from typing import NamedTuple

BREAKS, WITHIN, ENDS = 0, 1, 2

_STOP = frozenset(
    """a about above according across actually after afterward afterwards again against ago all almost alone along already also although always am among amid an and
    another any anybody anyone anything anyway anywhere are around as at away back be became because become been before began
    behind being below beside besides best better between beyond both but by came can cannot could despite did do does doing
    done down due during each early earlier either else enough especially etc even ever every everybody everyone everything
    everywhere far few fewer first following for former formerly forward from further gave get gets getting give given gives go
    goes going gone got had half has have having he hello hence her here hers herself him himself his how however i if in
    inc including indeed instead into is it its itself just keep kept last late later latest latter least less let lets like
    likely little long longer made main mainly make makes making many may maybe me mean meanwhile might mine more moreover most
    mostly much must my myself near nearly need needs neither never nevertheless new next no nobody none nor not nothing now
    nowhere of off often oh old on once one ones only onto or other others otherwise our ours ourselves out outside over overall
    own part per perhaps put quite rather really recent recently right same saw say saying says second see seem seems seen
    several shall she should since so some somebody someone something sometimes somewhat somewhere soon still such take taken
    takes taking than that the their theirs them themselves then there thereby therefore these they third this those though
    through throughout thus till to today together told tomorrow tonight too took toward towards two under unless unlike until
    up upon us use used uses using usually various versus very via vs was way ways we well went were what whatever when whenever
    where whereas wherever whether which whichever while whilst who whoever whole whom whose why will with within without
    would yeah yes yesterday yet you your yours yourself yourselves said certain able available current different full good
    great big bigger biggest large larger largest small smaller smallest greater greatest high higher highest low lower lowest major minor key important many own possible previous real
    recent significant similar top total true upcoming whole bad worse worst short three four five six seven eight nine ten eleven twelve
    dozen dozens hundred hundreds thousand thousands million millions billion billions trillion trillions percent cent cents pct
    point points cts shr shrs mths qtr avg pct bln mln am pm est gmt et monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
    year years month months week weeks weekend day days daily weekly monthly annual annually yearly hour hours minute minutes
    morning afternoon evening night decade decades century moment time times quarter
    mr mrs ms miss mx dr sir sen rep gov gen ltd co corp plc llc gmbh don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't
    couldn't shouldn't haven't hasn't hadn't it's that's there's he's she's i'm i've i'd i'll we're we've we'll we'd you're
    you've you'll they're they've they'll let's what's who's here's dont doesnt didnt isnt
    read click subscribe advertisement newsletter photo photos image images video videos file getty
    thing things lot lots kind kinds sort sorts number numbers amount amounts bit couple pair rest series variety range
    """.split()
)
_VERBS = frozenset(
    """accept accuse achieve act add admit affect agree aim allow announce appear apply approve argue arrest arrive ask avoid ban
    bear beat become begin believe blame block boost break bring build buy call carry cause change choose claim climb close come
    confirm consider contain continue cost create cut deal decide decline defend demand deny describe develop die discuss draw
    drive drop earn eat edge end enter expect explain express extend face fail fall feel fight fill find finish follow force form
    gain get give go grow hail happen hear help hit hold hope hurt identify ignore improve include increase inform insist introduce
    invite involve join jump keep kill know lack land lead learn leave lift live look lose love make mark meet miss move name
    need note occur offer open order pay pick plan play pledge plunge point post praise predict prepare prevent produce promise
    propose protect provide publish pull push raise reach receive recognise recognize reduce refuse reject release remain
    remember remove reply report represent require respond return reveal rise run save say see seek seem sell send serve set show
    sign slam slip soar speak spend stand start stay stop suggest support surge take talk tell tend think threaten tout travel
    treat try turn urge vow wait walk want warn watch wear win wish work worry write
    """.split()
)
_VERBS_IN_PAST = frozenset(
    """ate beaten began begun bore born bought broke broken brought built came caught chose chosen drawn drew driven drove eaten
    fallen fell felt flew forgotten fought found gave given gone grew grown heard held kept knew known laid learnt led left lost
    meant met paid ran risen rode rose sat sent shot shown slept sold sought spent spoke spoken stood stuck struck taught
    thought threw thrown took understood went won wore worn written wrote
    """.split()
)
# "plans", "offers", "reports": as often things as doings, so only the rest of the verbs breaks a phrase with its "s".
_ALSO_NOUNS = frozenset(
    """act aim ban beat block boost break call cause change claim climb close cost cut deal decline demand drive drop edge end
    fall fight force form gain help hit hold hope increase jump kill lack land lead lift look love mark miss move name need note
    offer order pay pick plan play pledge point post praise promise push raise release report return rise run save show sign
    slip stand start stay stop support surge talk travel treat turn vow wait walk watch win wish work worry
    """.split()
)
_ADJECTIVES = frozenset(
    """afraid aware bitter black blue bold brief bright broad broken busy calm central cheap civil clean clear close cold common
    complete concerned confident correct cruel dark dead deadly deep democratic direct dry dual easy eastern economic electric
    empty entire equal exact expensive extra extreme fair false familiar famous fast federal fierce final financial fine firm
    flat foreign formal free fresh general global golden gradual grand green grey happy hard harsh healthy heavy historic hot huge
    human illegal independent industrial initial inner internal international joint legal liberal light live local loud lucky
    medical mental mere mild military mixed mobile modern moral narrow national native natural negative neutral nice
    northern nuclear odd open original outer pale past perfect permanent personal physical plain poor popular positive
    presidential private prominent proper proud public pure quick quiet rapid rare raw ready red regional regular
    religious rich rough royal rural sad safe separate severe sexual sharp sick silent simple single slow social soft solid
    southern special specific stable steady strange strict strong stupid sudden supreme sure sweet tall technical temporary
    terrible thick thin tight tiny tough traditional typical unable unusual upper urban usual vast vital warm weak western
    white wide wild wise wrong young younger older bigger larger smaller greater stronger weaker senior chief deputy
    """.split()
)
_DOING = frozenset(
    """advertising banking beating boxing briefing broadcasting building bombing camping ceiling clothing coaching counting
    cycling crossing drilling drinking driving earning ending engineering evening farming fencing filing financing finding
    fighting fishing funding gambling gathering golfing greeting hearing holding housing hunting killing king landing learning
    lending listing living lobbying logging manufacturing marketing meeting mining morning offering opening painting parking
    planning pricing printing processing programming proceeding publishing racing rating reading recycling refining ring
    ruling rowing sailing saving screening sentencing setting shipping shooting shopping sibling sightseeing skating skiing
    smoking spending spring string swimming testing thing trading trafficking training tweeting uprising vaping voting
    warming warning wedding wing wrestling writing stabbing policing
    """.split()
)
_DULL = frozenset(
    """ability access account action addition administration adult advantage advice age agency agent agreement aim air analyst answer
    approach area argument article aspect attempt attention attorney author authority average base basis behavior behaviour
    beginning benefit body book boss boy brother business car care case cause center centre chance change character chief child
    choice circumstance city claim colleague comment commentary community company concern condition content control
    conversation correspondent cost countries country course critic customer data date dad daughter deal debate decision degree
    demand department detail development difference difficulty director discussion district doubt edge editor effect effort
    end era event evidence example executive experience expert expectation eye face fact factor family fan father favor favour
    feature feeling field figure focus folk force form founder friend front fund future gain game general girl goal government
    governor ground group growth guy hand head headline help history hit hold home hope house husband idea impact incident increase
    individual industry information inquiry interest interview investigation issue item job journalist kid killing kind
    lack lady lawmaker lawyer leader level life light line link list location loss love majority man manager manner mark matter
    measure media meeting member men mention message method mind minister mistake mom money mood mother move name nation news
    newspaper note notice offer office officer official operation opinion opportunity option order organisation organization
    outcome owner package page pain parent part partner party past path pattern people percentage performance period person
    perspective picture piece place plan player plenty point police policy position possibility post practice presence
    president press pressure price problem process product production professor profile program programme progress project property
    proposal public purpose quality question quote rate reaction reader reality reason record regard region relation
    relationship release report reporter representative request research researcher resident resource response responsibility
    result return review rise risk role room rule run sale scale scene scheme secretary section sector sense service session
    set share shift side sign single sister site situation size society solution son source speaker speech spokesman
    spokesperson spokeswoman spot staff stage standard start state statement status step stop story strategy street
    strength structure student study stuff style subject success support surprise system talk target task team term test text theme
    tie title topic town trend trip trouble truth turn type unit user value version victim view viewer visit voice volume vote
    wake wall water wife win woman women word work worker world writer call chance course day demand deal move
    challenge threat activity thought understanding addition arrangement
    """.split()
)
_OFFICES = frozenset(
    """adviser advisor ambassador analyst chairman chairwoman chancellor chief coach commander commissioner congressman
    congresswoman correspondent councillor director economist editor executive general governor head lawmaker lawyer leader
    manager mayor member minister officer official president professor prosecutor reporter representative researcher
    secretary senator speaker spokesman spokesperson spokeswoman strategist
    """.split()
)
_NO_PAST = (
    "breed",
    "deed",
    "feed",
    "need",
    "peed",
    "seed",
    "weed",
    "family",
    "assembly",
    "supply",
    "monopoly",
    "anomaly",
    "italy",
)
_PLURAL_ONLY = frozenset("news species means headquarters lens gas bus plus campus virus crisis basis texas".split())
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "people", "wives": "wife", "lives": "life",
              "knives": "knife", "crises": "crisis", "analyses": "analysis"}  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """A word in lower case without its possessive ending, as a singular, and what it may do where the tagger does not say.

    `stops` words break any phrase, whatever the tagger says.
    """

    plain: str
    singular: str
    standing: int
    stops: bool


@lru_cache(maxsize=65_536)
def word(printed: str) -> Word:
    """What is to be known of a word as printed."""
    plain = _POSSESSIVE.sub("", printed.lower())
    stops = plain in _STOP or len(plain) < 2 or not plain[0].isalpha() or plain.endswith(("n't", "n’t"))
    return Word(plain, singular(plain), BREAKS if stops else _standing(plain), stops)


def singular(plain: str) -> str:
    """A lower-case noun without the ending of a regular plural: "taxes", "parties", "rates"; others as they are."""
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if len(plain) < 4 or plain in _PLURAL_ONLY or not plain.endswith("s") or plain.endswith(("ss", "us", "is", "ics")):
        return plain
    if plain.endswith("ies"):
        return plain[:-3] + "y" if len(plain) > 4 else plain[:-1]
    return plain[:-2] if plain.endswith(("sses", "ches", "shes", "xes", "zzes")) else plain[:-1]


def is_dull(phrase: str) -> bool:
    """Whether a folded phrase says nothing by itself: one general noun ("company", "plan")."""
    return phrase in _DULL


def is_office(phrase: str) -> bool:
    """Whether a folded phrase names an office ("prime minister"): who acts, rather than what it is about."""
    return phrase.rpartition(" ")[2] in _OFFICES


def _standing(plain: str) -> int:
    """BREAKS (a verb or adverb), WITHIN (an adjective) or ENDS (a noun, or a word that is not known)."""
    if plain in _VERBS_IN_PAST or _is_verb(plain):
        return BREAKS
    if plain in _ADJECTIVES or plain.endswith(("ous", "ful", "less", "able", "ible")):
        return WITHIN
    return ENDS


def _is_verb(plain: str) -> bool:
    if plain in _VERBS and plain not in _ALSO_NOUNS:
        return True
    if plain.endswith("s") and plain[:-1] in _VERBS:
        return plain[:-1] not in _ALSO_NOUNS
    if plain.endswith("ing"):
        return plain not in _DOING
    return len(plain) > 4 and plain.endswith(("ly", "ed")) and not plain.endswith(_NO_PAST)
