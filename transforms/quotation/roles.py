"""Nouns that stand for speakers: offices and roles, unnamed people, institutions, documents.

The lists are general English, grouped by what a newsroom would call such a source. Families join different phrases for one
office ("the head of US diplomacy" is the secretary of state).
"""

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
    """port city town village county province district country nation state embassy trust resort resorts hotel website site outlet
    magazine tabloid daily publication broadcaster media press organization organisation panel force movement industry pac
    alliance league chamber tank lobby""".split()
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
    bulletin prospectus guidelines index ad ads advert adverts advertisement commercial editorial poll polls tally average
    filing filings returns excerpt excerpts missive summary column inscription readout factsheet dossier""".split()
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
# Seats of power and trades that speak for whoever sits there; a place name that speaks is one by its label.
METONYMS = frozenset(
    (
        "white house", "kremlin", "downing street", "pentagon", "elysee", "élysée", "wall street", "city hall", "capitol hill",
        "capitol", "foggy bottom", "whitehall", "westminster", "holyrood", "number 10", "no 10", "no. 10",
        "buckingham palace", "palace", "vatican", "holy see", "silicon valley", "hollywood", "fleet street", "blue house",
        "élysée palace", "elysee palace", "quai d’orsay", "statehouse", "oval office", "crown",
    )
)  # fmt: skip
FEMALE_HEADS = frozenset(
    """woman spokeswoman chairwoman congresswoman councilwoman businesswoman actress queen princess mother widow wife daughter
    sister mrs ms miss dame lady""".split()
)
MALE_HEADS = frozenset(
    """man spokesman chairman congressman councilman businessman king prince father husband son brother mr sir lord pope
    fisherman priest actor""".split()
)
# What any officeholder may be called besides: age, party, belief, candidacy, origin, fortune of the day.
EPITHET_HEADS = frozenset(
    """nominee candidate frontrunner hopeful contender challenger favourite favorite standardbearer incumbent underdog rival
    opponent foe winner loser victor politician statesman stateswoman lawmaker legislator newcomer outsider
    maverick hero icon legend firebrand upstart veteran socialist conservative liberal progressive moderate populist
    nationalist libertarian republican democrat tory independent centrist hardliner native resident old octogenarian
    septuagenarian nonagenarian teenager man woman boy girl immigrant refugee grandmother grandfather suspect defendant
    accused plaintiff dissident fugitive lady""".split()
)
# Of these, the ones that are said of people in politics.
PARTISAN_HEADS = frozenset(
    """nominee candidate frontrunner hopeful contender challenger standardbearer incumbent politician lawmaker legislator
    republican democrat tory""".split()
)
# Trades and parts in public life that the list of offices lacks.
_TRADES = frozenset(
    """mogul tycoon magnate millionaire heir heiress star celebrity idol developer financier showman host personality
    businessperson shooter gunman convict felon defector neurosurgeon comedian comic anchor presenter pundit commentator columnist blogger correspondent pollster operative
    lobbyist consultant donor fundraiser surrogate loyalist ally confidant staffer staff adviser-in-chief delegate organiser
    organizer magistrate lecturer academic scholar educator pastor minister preacher evangelist rapper model beautician
    linguist psychologist psychiatrist therapist dentist pharmacist chemist physicist mathematician astronomer sociologist
    philosopher theologian criminologist climatologist ecologist botanist zoologist oceanographer statistician demographer
    accountant banker broker trader builder carpenter plumber electrician mechanic welder miner butcher grocer tailor
    shopkeeper landlord landlady publican bartender barista waiter waitress cook chief-of-staff butler maid nanny janitor
    guard constable officer cop trooper marine soldier sailor airman paratrooper lieutenant corporal private brigadier
    marshal ranger firefighter fireman paramedic midwife vet veterinarian surgeon gp consul attache attaché chancellor
    taoiseach emir sultan sheikh shah tsar emperor empress duke duchess earl baron baroness count countess lord lady knight
    monarch ruler dictator strongman warlord rebel commander-in-chief chieftain elder deacon monk nun sister brother bishop
    archdeacon patriarch ayatollah mullah cleric chaplain lama boxer wrestler golfer cyclist swimmer sprinter runner jockey
    skipper quarterback pitcher goalie winger defender midfielder batsman bowler referee umpire athlete olympian gymnast
    skier racer footballer cricketer rower sailor soloist pianist violinist cellist guitarist drummer vocalist tenor soprano
    dancer ballerina sculptor photographer cameraman producer screenwriter showrunner novelist essayist biographer
    translator critic reviewer publisher librarian archivist clerk secretary-general registrar bursar provost headmaster
    headmistress tutor instructor undergraduate graduate postgraduate intern trainee apprentice pensioner retiree
    housewife homemaker caregiver carer babysitter trucker cabbie courier postman mailman gardener florist beekeeper
    farmhand rancher winemaker brewer distiller forester logger hunter angler shepherd vicepresident congressmember
    assemblyman assemblywoman selectman alderman alderwoman comptroller controller coroner bailiff barrister notary
    paralegal litigator defender arbitrator ombudswoman watchman whip backbencher frontbencher peer premier-elect envoy
    warden caretaker steward stewardess attendant conductor stationmaster signalman pilot astronaut cosmonaut programmer
    coder hacker developer inventor technician technologist futurist strategist planner surveyor realtor
    undertaker hairdresser barber stylist jeweller jeweler potter weaver blacksmith""".split()
)
KIN_HEADS = frozenset(
    """wife husband partner spouse fiance fiancé fiancee fiancée mother father mum mom dad parent stepmother stepfather son
    daughter stepson stepdaughter child brother sister twin sibling uncle aunt nephew niece cousin grandmother grandfather
    grandson granddaughter friend colleague boss neighbour neighbor girlfriend boyfriend roommate classmate widow widower
    inlaw""".split()
)
# Sources that a newsroom leaves without a name: a definite phrase of these goes on with the one introduced before.
ANONYMOUS_HEADS = frozenset(
    """official source person insider aide adviser advisor spokesman spokeswoman spokesperson staffer operative witness friend
    neighbour neighbor resident voter caller user commenter questioner reader viewer heckler protester narrator announcer
    moderator interviewer worker employee supporter member fan passenger bystander demonstrator""".split()
)
PERSON_HEADS = (
    ROLE_HEADS
    | EPITHET_HEADS
    | _TRADES
    | KIN_HEADS
    | ANONYMOUS_HEADS
    | ((FEMALE_HEADS | MALE_HEADS) - {"mr", "mrs", "ms", "miss", "sir"})
)


def is_role_word(word: str) -> bool:
    """Whether a word may stand in a title right before a name ("deputy harbour minister Ana Ruiz")."""
    return word.lower() in ROLE_HEADS or word.lower() in _MODIFIERS or word[:1].isupper()
