"""Nouns that stand for speakers: offices and roles, unnamed people, institutions, documents.

The lists are general English, grouped by what a newsroom would call such a source. Families join different phrases for one
office ("the head of US diplomacy" is the secretary of state).
"""

import re

_OFFICES = """president minister premier chancellor secretary mayor governor senator congressman congresswoman lawmaker
legislator representative councillor councilman councilwoman councilmember speaker leader chief head director chair chairman
chairwoman chairperson executive ceo cfo founder cofounder owner manager coach captain player striker goalkeeper midfielder
champion professor doctor surgeon nurse physician scientist researcher economist analyst strategist teacher principal
headteacher rector dean judge justice lawyer attorney prosecutor solicitor barrister detective inspector superintendent
sheriff commissioner commander general admiral colonel major sergeant officer ambassador envoy diplomat counterpart king queen
prince princess pope bishop archbishop cardinal imam rabbi priest pastor vicar author writer novelist poet actor actress singer
musician director filmmaker artist painter curator candidate nominee incumbent deputy aide adviser advisor negotiator mediator
spokesman spokeswoman spokesperson organiser organizer activist campaigner farmer fisherman driver pilot engineer architect
student mother father widow husband wife son daughter brother sister survivor victim witness resident neighbour neighbor
veteran billionaire businessman businesswoman entrepreneur investor chairholder whistleblower journalist reporter editor
broadcaster republican democrat mp msp treasurer auditor ombudsman regulator harbourmaster harbormaster meteorologist
forecaster geologist volcanologist seismologist biologist epidemiologist virologist historian archaeologist trainer
conductor composer choreographer playwright designer chef baker"""
ROLE_HEADS = frozenset(_OFFICES.split())
_MODIFIERS = frozenset(
    """of for and the prime foreign deputy vice chief senior former interim acting new state national general executive managing
    finance defence defense interior health education justice labour labor trade energy environment transport home treasury
    press city county regional party opposition union club team head assistant associate first lead long-time longtime
    outgoing incoming then 41-year-old top world""".split()
)
UNNAMED_HEADS = frozenset(
    """official officials source sources person people insider insiders aide aides spokesman spokeswoman spokesperson spokespeople
    analyst analysts expert experts critic critics witness witnesses resident residents neighbour neighbours neighbor neighbors
    investigator investigators detective detectives prosecutor prosecutors lawyer lawyers lawmaker lawmakers diplomat diplomats
    executive executives employee employees worker workers teacher teachers doctor doctors nurse nurses researcher researchers
    scientist scientists economist economists activist activists supporter supporters opponent opponents fan fans parent parents
    student students survivor survivors relative relatives passenger passengers trader traders observer observers authorities
    man woman men women others some many those everyone member members leader leaders minister ministers farmers rescuers medics
    campaigners organisers organizers engineers officers soldiers commanders villagers fishermen crews republicans democrats
    voters users customers investors forecasters historians colleagues friend friends""".split()
)
ORGANISATION_HEADS = frozenset(
    """government ministry police company firm agency authority department court bank party union council university school hospital
    committee commission board group club federation association charity institute parliament senate administration office
    service army military navy regulator airline operator newspaper station network museum church foundation team prosecution
    watchdog regime coalition opposition fund ngo campaign brigade coastguard developer publisher manufacturer exchange ring brokerage carmaker shipbuilder retailer team bureau""".split()
)
# Bodies, and places that speak through whoever governs them ("the port said"); unlike the list above these words are common
# in names, so they tell nothing about what a name is of.
BODY_HEADS = frozenset(
    "port city town village county province district country nation state embassy trust resort resorts hotel".split()
)
# Other people that local news quotes without a name.
BYSTANDER_HEADS = frozenset(
    """clerk clerks cop cops vet vets deckhand deckhands shopper shoppers shopkeeper shopkeepers commuter commuters tenant tenants
    landlord landlords tourist tourists visitor visitors volunteer volunteers pensioner pensioners""".split()
)
DOCUMENT_HEADS = frozenset(
    """statement report study survey poll letter document documents email emails release filing papers paper law bill article
    tweet post message memo note ruling judgment verdict indictment complaint lawsuit affidavit sign banner book diary poster
    communique communiqué data figures records transcript review audit leaflet manifesto declaration notice
    bulletin prospectus guidelines index""".split()
)
# Common nouns that do not speak, however often "say" or "show" follows them: no person is meant.
INANIMATE_HEADS = frozenset(
    """side sides time times move moves decision decisions price prices market markets share shares stock stocks idea ideas
    plan plans fact facts result results case cases issue issues history evidence experience nothing everything something
    anything nobody silence size success failure attack absence presence thing things way ways year years month months week weeks
    day days night morning world weather event events situation deal talks vote votes number numbers rate rates cost costs
    war story stories book picture pictures video videos image images footage photo photos name names word words rule rules
    system systems policy policies theory model models test tests analysis research science technology software website site
    page screen map label clause treaty agreement contract estimate estimates forecast forecasts projection projections
    trend trends change changes law laws rumour rumours rumor rumors voice voices email inscription placard graffiti""".split()
)
METONYMS = frozenset(
    ("white house", "kremlin", "downing street", "pentagon", "elysee", "élysée", "wall street", "city hall")
)
FEMALE_HEADS = frozenset(
    """woman spokeswoman chairwoman congresswoman councilwoman businesswoman actress queen princess mother widow wife daughter
    sister mrs ms miss dame lady""".split()
)
MALE_HEADS = frozenset(
    """man spokesman chairman congressman councilman businessman king prince father husband son brother mr sir lord pope
    fisherman priest actor""".split()
)
# Different words for one office. Sources: common usage of English-language agencies.
_FAMILIES = {
    "#foreign": r"secretary of state|foreign (?:minister|secretary)|(?:top|chief) diplomat|head of (?:\w+ )?diplomacy|foreign affairs",
    "#defence": r"defen[cs]e (?:minister|secretary|chief)|pentagon (?:chief|head)",
    "#government": r"prime minister|premier|head of (?:the )?government|chancellor",
    "#state": r"president|head of state|commander in chief",
    "#finance": r"finance (?:minister|secretary|chief)|treasury (?:secretary|chief)|chancellor of the exchequer",
    "#company": r"chief executive|ceo|managing director|boss",
    "#mayor": r"mayor|head of (?:the )?city",
    "#police": r"police (?:chief|commissioner|captain)|chief constable|chief of police",
    "#club": r"(?:head )?coach|manager|trainer",
    "#speech": r"spokes(?:man|woman|person)",
    "#head": r"head|leader|chief|chair|chairman|chairwoman|boss|director",
}
_FAMILY_PATTERNS = {tag: re.compile(rf"\b(?:{pattern})\b") for tag, pattern in _FAMILIES.items()}
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_EMPTY_WORDS = frozenset("the a an of for and in at to his her its their who is was former then new".split())


def role_words(role: str) -> frozenset[str]:
    """The telling words of a role phrase, lower-case, with the tags of its families of offices."""
    folded = " ".join(role.lower().split())
    words = {word.removesuffix("’s").removesuffix("'s") for word in _WORD.findall(folded)} - _EMPTY_WORDS
    return frozenset(words | {tag for tag, pattern in _FAMILY_PATTERNS.items() if pattern.search(folded)})


def qualifiers(role: str) -> frozenset[str]:
    """Capitalised words of a role phrase that name no office: "Chinese", "US", "Norwegian"."""
    return frozenset(w for w in _WORD.findall(role) if w[0].isupper() and w.lower() not in ROLE_HEADS | _MODIFIERS) - {
        "The",
        "A",
    }


def is_role_word(word: str) -> bool:
    """Whether a word may stand in a title right before a name ("deputy harbour minister Ana Ruiz")."""
    return word.lower() in ROLE_HEADS or word.lower() in _MODIFIERS or word[:1].isupper()
