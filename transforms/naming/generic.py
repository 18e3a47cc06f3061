"""What the model takes for names and is none: bodies without their name, papers, currencies, amounts, leftovers of markup."""

from transforms.naming.name import Name
from transforms.naming.titles import is_title
from transforms.quotation.roles import ROLE_HEADS

# Bodies, papers and offices that are no names by themselves, days and months, abbreviations of common nouns, page furniture.
_COMMON = frozenset(
    """state interior justice court church executive education project chamber embassy institute university commission
    government ministry council board committee union federation group company bank agency department office bureau
    party club team health defence defense finance foreign energy economy economics labour labor agriculture
    transport tourism trade commerce environment culture industry media technology science intelligence customs
    police army navy bill act law constitution article treaty agreement protocol region territory district province
    city town village republic kingdom crown north south east west south-east north-east centre center
    school college hospital airport station society foundation association authority corporation fund programme
    program operations response opposition supreme medical secretariat service services house press
    professor chairman director president minister secretary general chief amir emir sheikh imam mp
    mps ceo cfo coo cto cro ngo ngos mou mous ipo ipos sms gdp vat gst fdi pcr hiv aids dna
    rna vip hrh diy faq pdf cctv gps usb ai ict sme smes covid gmt utc est edt pst bst am pm kg km mm cm usd eur gbp
    mr mrs ms dr sir madam lord lady prof gen col capt lt sgt eng adv hon photo file image video read more
    watch click advertisement share source the a an in on no not at by of for to and but or world monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring summer autumn winter god internet web n/a mon tue tues wed thu thur thurs
    fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec llc jr sr copy email turnout marine southern northern eastern""".split()
)


def is_name(name: Name) -> bool:
    """Whether a found span is a name at all: it has a capital letter, and is more than a common noun or an office with one."""
    surface = name.surface
    if surface.islower() and "." not in surface:
        return False
    if " " not in surface:
        return not is_common(surface) and not is_title(surface)
    return name.label == "PERSON" or not _is_office(surface)


def _is_office(surface: str) -> bool:
    """ "Minister of Health", "Registrar General of Companies"."""
    head, of, _ = surface.partition(" of ")
    return bool(of) and head.rsplit(" ", 1)[-1].lower() in ROLE_HEADS


def is_common(word: str) -> bool:
    """Whether a capitalised word is a common noun, a day, a month or an abbreviation of no name."""
    return word.lower().rstrip(".") in _COMMON
