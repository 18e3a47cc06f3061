"""The model's names, each trimmed to the bare name and mended where the model cut it short or let it run on."""

import re
from collections.abc import Iterable

from transforms.language.pipeline import Paragraph
from transforms.naming.extents import bare, whole
from transforms.naming.name import Name, name_at
from transforms.naming.titles import after_titles
from transforms.naming.trades import TRADES

# spaCy's OntoNotes labels. Facilities are places to a reader of news; dates, amounts and ordinals are no names.
_LABELS = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "MISC", "EVENT": "MISC",
    "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
_EDGE = re.compile(r"^(?:[\s\"“”‘«»'’(\[,;:.–—-]|(?:[Tt]he|[Aa]n?)\s)+|(?:[\s\"“”«»(\[,;:–—-]|['’]s?)+$")
_TRADES = re.compile(rf"(?:{'|'.join(sorted(trade.capitalize() for trade in TRADES))})\s+(?=[A-Z])")
_SENTENCE_END = re.compile(
    r"(?<=[a-z]{3})[.!?](?=\s)|\n\s*\n|\s[-–—/|]\s|\s\((?![^)]{0,80}\))"
)  # the model's names sometimes run on
_HONOURED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? (?=[A-Z])")
_STOCK_CODE = re.compile(r"[(<\[]\s?[A-Za-z0-9]{1,9}\.[A-Z]{1,2}(?![\w.])")  # "(ACME.N)"
_BARE_CODE = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,2}")
_Found = tuple[int, int, str]  # where a name starts and ends, and spaCy's label
_ARTICLES = ("The ", "A ", "An ")
_SHORTEST = 2
_CODE = 10  # letters of a share's code at most, with its bracket


def trim_name(surface: str) -> tuple[int, int]:
    """Offsets within `surface` of the bare name: no leading article or mark, no trailing possessive, one sentence."""
    start, end = 0, len(surface)
    if surface[:1].isupper() and surface.replace(" ", "").isalpha() and not surface.startswith(_ARTICLES):
        return start, end
    if broken := _SENTENCE_END.search(surface):
        end = broken.start()
    while match := _EDGE.search(surface[start:end]):
        start, end = (start + match.end(), end) if match.start() == 0 else (start, start + match.start())
        if start >= end:
            return 0, 0
    return start, end


def model_names(number: int, paragraph: Paragraph) -> Iterable[Name]:
    """The names that the model found in a paragraph, in order, with our labels."""
    text = paragraph.text
    found = _joined(text, [(e.start_char, e.end_char, e.label_) for e in paragraph.doc.ents if e.label_ in _LABELS])
    begins = [*(begin for begin, _, _ in found), len(text)][1:]
    limit = 0
    for (begin, until, kind), next_begin in zip(found, begins, strict=True):
        label = "PERSON" if _HONOURED.match(text, begin) else _LABELS[kind]
        start, end = _bare(text, label, begin, until)
        if end - start < _SHORTEST or not any(map(str.isalpha, text[start:end])) or _is_code(text, start, end):
            continue
        if paragraph.in_segment == "body":
            start, end = whole(text, label, (start, end), (limit, next_begin))
        if label == "PERSON":
            end = _once(text, start, end)
        limit = end
        yield name_at((start, end), label, number, paragraph)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether a span is a user's handle or lies in the code of a share."""
    if text[start] == "@" or text[start - 1 : start] == "@" or _BARE_CODE.fullmatch(text, start, end):
        return True
    bracket = max(text.rfind(opening, max(0, start - _CODE), start) for opening in "(<[")
    code = _STOCK_CODE.match(text, bracket) if bracket >= 0 else None
    return code is not None and end <= code.end()


def _once(text: str, start: int, end: int) -> int:
    """Where a name of two words ends that is begun once more, as links and captions do: "Ana Ruiz Ana María Ruiz"."""
    words = text[start:end].split(" ")
    return start + len(words[0]) + 1 + len(words[1]) if len(words) > 2 and words[2] == words[0] else end


def _joined(text: str, found: list[_Found]) -> list[_Found]:
    """A person's name that the model found in two parts is one."""
    joined: list[_Found] = []
    for begin, until, kind in found:
        goes_on = joined and kind == joined[-1][2] == "PERSON" and text[joined[-1][1] : begin] == " "
        if goes_on and text[begin:until].split(None, 1)[:1] == text[joined[-1][0] : begin].split(None, 1)[:1]:
            continue  # the same name once more: "Ana Ruiz Ana María Ruiz"
        joined.append((joined.pop()[0] if goes_on else begin, until, kind))
    return joined


def _bare(text: str, label: str, begin: int, until: int) -> tuple[int, int]:
    first, last = trim_name(text[begin:until])
    start, end = bare(text, label, (begin + first, begin + last))
    if label == "PERSON":
        return after_titles(text, start, end), end
    trade = _TRADES.match(text, start, end) if label == "ORG" else None
    return trade.end() if trade else start, end
