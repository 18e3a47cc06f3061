"""Names of news agencies: public facts, written as the agencies write their own credits.

An agency that is not listed is still learned from the form of its dateline; see `transforms.structure.dateline`.
"""

import re

# Short credit: the long names that stand for it in bylines, credits and copyright lines (without "the").
_AGENCIES: dict[str, str] = {
    "AAP": "australian associated press",
    "ABNA": "",
    "ACN": "agencia cubana de noticias",
    "ADN": "",
    "AFP": "agence france-presse|agence france presse",
    "AGERPRES": "",
    "AGI": "agenzia giornalistica italia",
    "AKI": "adnkronos international",
    "Adnkronos": "",
    "Anadolu": "anadolu agency|anadolu ajansı|anadolu ajansi",
    "ANI": "asian news international",
    "ANP": "algemeen nederlands persbureau",
    "ANSA": "agenzia ansa",
    "ANTARA": "antara news",
    "AP": "associated press",
    "APA": "austria presse agentur|austria press agency",
    "APP": "associated press of pakistan",
    "APS": "algérie presse service|algerie presse service",
    "ATA": "albanian telegraphic agency",
    "ATS": "agence télégraphique suisse",
    "Azertac": "",
    "Belga": "belga news agency",
    "BelTA": "",
    "Bernama": "",
    "BNA": "bahrain news agency",
    "BNS": "baltic news service",
    "Bloomberg": "bloomberg news",
    "BSS": "bangladesh sangbad sangstha",
    "BTA": "bulgarian news agency|bulgarian telegraph agency",
    "CMC": "caribbean media corporation",
    "CNA": "central news agency",
    "CNN": "",
    "CNS": "city news service|china news service",
    "CP": "canadian press|la presse canadienne",
    "ČTK": "czech news agency",
    "CTK": "",
    "dapd": "",
    "ddp": "",
    "dpa": "deutsche presse-agentur|german press agency",
    "EFE": "agencia efe",
    "ENA": "ethiopian news agency",
    "epd": "evangelischer pressedienst",
    "Europa Press": "",
    "FANA": "",
    "Fides": "agenzia fides",
    "FNA": "fars news agency",
    "GNA": "ghana news agency",
    "HINA": "",
    "IANS": "indo-asian news service",
    "IFR": "",
    "ILNA": "",
    "INA": "iraqi news agency",
    "Interfax": "",
    "IPS": "inter press service",
    "IRNA": "islamic republic news agency",
    "ISNA": "iranian students' news agency",
    "ITAR-TASS": "",
    "Jiji": "jiji press",
    "JTA": "jewish telegraphic agency",
    "KBC": "",
    "KCNA": "korean central news agency",
    "Keystone-SDA": "",
    "Kyodo": "kyodo news",
    "KNA": "katholische nachrichten-agentur|kenya news agency",
    "KUNA": "kuwait news agency",
    "LaPresse": "",
    "LETA": "",
    "LUSA": "agência lusa",
    "MAP": "maghreb arabe presse",
    "Mehr": "mehr news agency",
    "MENA": "middle east news agency",
    "MNA": "",
    "MTI": "",
    "NAN": "news agency of nigeria",
    "NHK": "",
    "NNA": "national news agency",
    "Notimex": "",
    "NTB": "norsk telegrambyrå",
    "NZPA": "new zealand press association",
    "ONA": "oman news agency",
    "PA": "press association|pa media",
    "PANA": "panafrican news agency",
    "PAP": "polska agencja prasowa",
    "Petra": "jordan news agency",
    "PNA": "philippine news agency",
    "Prensa Latina": "",
    "PTI": "press trust of india",
    "QNA": "qatar news agency",
    "Reuters": "thomson reuters|reuters news agency|reuter",
    "RIA": "ria novosti",
    "Ritzau": "",
    "RNS": "religion news service",
    "SANA": "syrian arab news agency",
    "SAPA": "south african press association",
    "SDA": "schweizerische depeschenagentur",
    "SID": "sport-informations-dienst",
    "Sputnik": "",
    "SPA": "saudi press agency",
    "STA": "slovenian press agency",
    "STT": "",
    "SUNA": "",
    "Tanjug": "",
    "TAP": "tunis afrique presse",
    "TASR": "",
    "Tasnim": "tasnim news agency",
    "TASS": "russian news agency tass",
    "TCA": "tribune content agency",
    "Télam": "",
    "TNS": "tribune news service",
    "TT": "tidningarnas telegrambyrå",
    "UKRINFORM": "",
    "UNI": "united news of india",
    "UNIAN": "",
    "UPI": "united press international",
    "VNA": "vietnam news agency",
    "WAFA": "",
    "WAM": "emirates news agency",
    "WENN": "",
    "Xinhua": "xinhua news agency",
    "Yonhap": "yonhap news agency",
}
_LONG_NAMES = {long: short for short, longs in _AGENCIES.items() for long in longs.split("|") if long}
_SHORT_BY_FOLDED = {name.casefold(): name for name in _AGENCIES}
_KNOWN = frozenset(_SHORT_BY_FOLDED) | frozenset(_LONG_NAMES)
# Short credits that are also words or given names: they stand for the agency in capitals only.
_ALSO_WORDS = frozenset(
    "ap app ata ena fana fides hina ina kbc map mehr pa pap petra sana sid spa sta suna tap uni".split()
)
# Parentheses after a place that name a party, a time zone or a role, never an agency.
_NEVER = frozenset(
    {"ap photo", *"r d i ind lab con snp gmt bst est edt pst pdt utc left right l centre center file photo".split()}
)
_FORM = re.compile(r"[^\W\d_](?:[\w.&'’]|[ /\-](?=\w)){1,29}")


def is_known(name: str) -> bool:
    """The name is one of the listed agencies, short or full; in any case, but for those that are also words (`MAP`, `SPA`)."""
    folded = _folded(name)
    return folded in _KNOWN and (folded not in _ALSO_WORDS or name.isupper())


def short_name(name: str) -> str | None:
    """The agency's own short credit (`Agence France-Presse` is `AFP`, `REUTER` is `Reuters`); None when it is not listed."""
    name = name.strip(" .")
    if not is_known(name):
        return None
    folded = _folded(name)
    return _LONG_NAMES.get(folded) or _SHORT_BY_FOLDED.get(folded)


def is_possible(name: str) -> bool:
    """Could be an agency's credit in a dateline: one to three words, at least one capital."""
    known = is_known(name)
    return (
        _FORM.fullmatch(name) is not None
        and name.count(" ") <= 2
        and (known or name.casefold() not in _NEVER)
        and (known or any(map(str.isupper, name)) or "/" in name)
    )


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ")
