"""Names of news agencies: public facts, written as the agencies write their own credits.

An agency that is not listed is still learned from the form of its dateline; see `transforms.structure.dateline`.
"""

import re

_LONG_NAMES = {
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "agencia efe": "EFE",
    "anadolu agency": "Anadolu",
    "asian news international": "ANI",
    "associated press": "AP",
    "the associated press": "AP",
    "canadian press": "CP",
    "the canadian press": "CP",
    "deutsche presse-agentur": "dpa",
    "press association": "PA",
    "press trust of india": "PTI",
    "thomson reuters": "Reuters",
    "united press international": "UPI",
    "xinhua news agency": "Xinhua",
    "yonhap news agency": "Yonhap",
}
_SHORT_NAMES = (
    "AAP", "AFP", "AGI", "ANP", "ANSA", "AP", "APA", "ANI", "ATS", "Anadolu", "BELGA", "Bernama", "BNS", "Bloomberg", "CNA",
    "CNN", "CP", "CTK", "EFE", "IANS", "IPS", "Interfax", "IRNA", "JTA", "Kyodo", "LUSA", "MENA", "MTI", "NTB", "NAN",
    "PA", "PAP", "PNA", "PTI", "Reuters", "RIA", "SAPA", "SPA", "STT", "TASS", "TT", "Tanjug", "UNI", "UPI", "VNA",
    "Xinhua", "Yonhap", "dpa", "Ritzau", "ANTARA",
)  # fmt: skip
_SHORT_BY_FOLDED = {name.casefold(): name for name in _SHORT_NAMES} | {"reuter": "Reuters"}
_KNOWN = frozenset(_SHORT_BY_FOLDED) | frozenset(_LONG_NAMES)
# Parentheses after a place that name a party, a time zone or a role, never an agency.
_NEVER = frozenset(
    "r d i ind lab con snp gmt bst est edt pst pdt utc left right l centre center file photo ap photo".split()
)
_FORM = re.compile(r"[^\W\d_](?:[\w.&'’]|[ /\-](?=\w)){1,29}")


def is_known(name: str) -> bool:
    """The name, in any case, is one of the listed agencies (short or full name)."""
    return name.casefold() in _KNOWN


def short_name(name: str) -> str | None:
    """The agency's own short credit (`Agence France-Presse` is `AFP`, `REUTER` is `Reuters`); None when it is not listed."""
    folded = name.casefold().strip(" .")
    return _LONG_NAMES.get(folded) or _SHORT_BY_FOLDED.get(folded)


def is_possible(name: str) -> bool:
    """Could be an agency's credit in a dateline: one to three words, at least one capital."""
    return (
        _FORM.fullmatch(name) is not None
        and name.count(" ") <= 2
        and (is_known(name) or name.casefold() not in _NEVER)
        and (is_known(name) or any(map(str.isupper, name)) or "/" in name)
    )
