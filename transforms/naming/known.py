"""What is known of a name beyond its article: the gazetteer's places and demonyms, bodies and statesmen that news seldom spells out."""

from collections.abc import Iterator
from functools import lru_cache

from transforms.naming.evidence import Vote
from transforms.naming.given_names import is_given_name
from transforms.places.gazetteer import is_demonym, known_places

# Label, votes that stand for themselves, and votes for each mention that the model found.
Known = tuple[str, float, float]

CERTAIN = 3.0  # of a country, a demonym, or a body that everybody knows
_KINDS: dict[str, tuple[float, float]] = {
    "country": (3.0, 1.5), "continent": (3.0, 1.5), "region": (2.5, 1.0), "admin1": (2.0, 0.6), "admin2": (1.0, 0.1),
    "water": (2.0, 0.5), "mountain": (2.0, 0.5),
}  # fmt: skip
_LARGE = 100_000  # inhabitants of a town that comes to mind before a person of its name
_TOWNS = ((500_000, (1.5, 0.6)), (100_000, (1.2, 0.3)), (0, (0.7, 0.0)))
# Bodies and things that news names without saying what they are.
_BODIES = frozenset(
    """UN U.N. EU E.U. NATO WHO IMF WTO OPEC OECD IAEA UNESCO UNICEF UNHCR UNRWA ASEAN ECOWAS BRICS G7 G20 G-7 G-20 FIFA UEFA IOC NBA
    NFL NHL FBI CIA NSA NASA FDA CDC EPA SEC FCC FAA TSA IRS DHS DOJ NYPD LAPD BBC CNN NBC CBS ABC PBS NPR MSNBC AFP AP UPI IBM BMW
    HSBC ISIS ISIL Hamas Hezbollah Hizbollah Taliban Fatah PLO ANC BJP GOP NHS RAF IRA PKK YPG FARC HRW ICC ICJ ICRC GCC AU
    Congress Bundestag Nasdaq NASDAQ S&P GM JPMorgan Citigroup Euronext Eurostat Comcast VW
    Politico POLITICO Axios BuzzFeed FiveThirtyEight Vox C-SPAN Volkswagen Walmart Wal-Mart
    Kremlin Pentagon Interpol Europol Greenpeace Reuters Xinhua Twitter Facebook Google YouTube Instagram
    Microsoft Boeing Airbus Netflix TikTok WhatsApp""".split()
) | {
    "Islamic State", "al Qaeda", "al-Qaeda", "Al-Qaeda", "Al Qaeda", "Boko Haram", "al-Shabaab", "Al-Shabaab", "Federal Reserve",
    "U.S. Federal Reserve", "European Union", "United Nations", "African Union", "Red Cross", "World Bank", "Supreme Court",
    "Amnesty International", "Human Rights Watch", "Associated Press", "Al Jazeera", "Agence France-Presse", "Wall Street Journal",
    "Financial Times", "New York Times", "Washington Post", "Der Spiegel", "Deutsche Bank", "Goldman Sachs", "Morgan Stanley",
    "Dow Jones", "House of Representatives", "House of Commons", "House of Lords", "Getty Images", "Thomson Reuters", "Fox News",
    "J.P. Morgan", "JP Morgan", "Edward Jones", "Charles Schwab", "Merrill Lynch", "Lehman Brothers", "Bear Stearns", "Wells Fargo",
    "Johns Hopkins", "Eli Lilly", "Philip Morris", "Lockheed Martin", "Louis Vuitton", "Deutsche Welle",
    "Red Crescent", "Sinn Fein", "Muslim Brotherhood", "Khmer Rouge", "White House", "Security Council",
}  # fmt: skip
_THINGS = frozenset(
    """Covid Covid-19 COVID COVID-19 Covid19 Coronavirus Ebola Zika HIV AIDS Brexit Olympics Olympic Paralympics Ramadan Christmas Easter Eid Diwali
    Hanukkah Islam Christianity Judaism Hinduism Buddhism Bible Koran Quran Torah Oscar Oscars Grammy Bitcoin Android iPhone
    Christian Christians Muslim Muslims Jew Jews Jewish Catholic Catholics Protestant Protestants Hindu
    Hindus Sikh Sikhs Buddhist Buddhists Sunni Sunnis Shiite Shiites Shia Islamist Islamists Islamic Republican Republicans Democrat
    Democrats Democratic Dem Dems Congressional Obamacare ObamaCare DACA Medicare Medicaid iPad iPads iPod Conservatives Liberals Tory Tories Communist Communists Socialist Socialists Nazi Nazis""".split()
)
# Bodies called after a person, whose bearers an article may name too.
_NAMESAKES = frozenset("Bloomberg Breitbart Fitch Gallup Getty Quinnipiac Nielsen Forbes".split())
# Heads of state and government of the last hundred years whom news calls by the surname alone.
_STATESMEN = frozenset(
    """Trump Obama Biden Putin Merkel Macron Netanyahu Erdogan Zelensky Zelenskiy Zelenskyy Modi Assad Gaddafi Qaddafi Maduro Bolsonaro
    Thatcher Hitler Stalin Mussolini Churchill Gorbachev Yeltsin Mandela Nehru Mao Khomeini Arafat Mugabe Berlusconi Sarkozy""".split()
)
_ABBREVIATIONS = frozenset("US USA UK UAE DRC PNG NSW UP".split())  # that mean a place, unlike OR and IN
_ABBREVIATION = 3  # letters at most


@lru_cache(1 << 14)
def known(surface: str) -> Known | None:
    """What a name is known as, whatever the article: None for most."""
    if surface in _BODIES:
        return "ORG", 3.0, 1.0
    if surface in _NAMESAKES:
        return "ORG", 2.0, 1.0
    if surface in _STATESMEN:
        return "PERSON", 2.0, 1.0
    if len(surface) <= _ABBREVIATION and surface.isalpha() and surface.isupper() and surface not in _ABBREVIATIONS:
        return None
    if surface in _THINGS or is_demonym(surface):
        return "MISC", 3.0, 1.5
    places = known_places(surface)
    if not places:
        return None
    first = places[0]
    if first.kind == "city" and first.population < _LARGE and is_given_name(surface):
        return None
    weights = _KINDS.get(first.kind) or next(weights for least, weights in _TOWNS if first.population >= least)
    return "PLACE", *weights


def is_certain(surface: str) -> bool:
    """Whether a name is a country's, a demonym, or of a body that everybody knows."""
    found = known(surface)
    return found is not None and found[1] >= CERTAIN


def known_signs(surface: str, mentions: int) -> Iterator[Vote]:
    """Votes for a name that the model found so many times."""
    if found := known(surface):
        label, once, each = found
        yield label, once + mentions * each
