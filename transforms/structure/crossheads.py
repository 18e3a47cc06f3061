"""Crossheads inside a paragraph: web archives print a whole story as one, `… he said. GROWTH PAUSE Economists expect …`.

A crosshead is told by what stands around it: two to six words in capitals between the end of a sentence and the first word
of the next one. The same shape has a name set in capitals (`IBM CEO Ada Bell`, `BANK OF VELL Corp`), and whoever speaks in
a list of voices (`ADA BELL, ANALYST, VELL BANK “We expect …`): these are left where they are.
"""

import re
from collections.abc import Sequence

_SHORTEST_BLOCK = 1000  # characters; shorter paragraphs are such as an editor prints
_MOST_WORDS = 6
_CAPITALS = r"(?:U\.[SK]\.|[A-ZÀ-ÖØ-Þ0-9$£€][A-ZÀ-ÖØ-Þ0-9$£€%&'’,/\-–]{0,30})"
_FIRST_WORD = r"(?P<next>[A-ZÀ-ÖØ-Þ][a-zß-ÿ'’][\w'’]{0,30}|[AI] [a-z]|U\.S\. [a-z]|[A-Z]{2,5} [a-z])"
_HEAD = re.compile(
    rf"[.!?][\"”’')]{{0,2}} {{1,3}}(?P<head>[\"“‘']?{_CAPITALS}(?:(?: | -- ){_CAPITALS}){{1,9}}(?P<end>[?:]?[\"”’']?))"
    rf" {{1,3}}(?=(?P<quoted>[\"“‘'])?{_FIRST_WORD})"
)
_ABBREVIATED = re.compile(r"(?:^|\W)(?:[A-Z][a-z]{0,2}|Corp|Sens|Reps|Gens|Prof|Capt)\.$|[A-Z]\.[A-Z]\.$")
_BEFORE = 6  # characters that tell an abbreviation
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_OF_NEXT = re.compile(r" (?:[AI]|U\.S\.)$")  # the first word of the next sentence
_AROUND = 3000  # characters in which a name may be printed again
# What stands before a name or another noun, and so ends no title of its own.
_UNFINISHED = frozenset(
    """A AN THE OF AND OR TO IN ON FOR WITH BY AT FROM AS THAN CEO CFO COO CTO PLC INC CORP LLC LTD CO AG SA NV SE LP TV NEWS
    U.S. U.K. US UK EU UN""".split()
)
_FORMS = frozenset(
    """Corp Corporation Inc Incorporated Ltd Limited Plc Co Company Group Holdings Holding LLC AG SA NV SE LP Bancorp
    Partners""".split()
)
_OFFICES = frozenset(
    """MINISTER CHAIRMAN CHAIRWOMAN PRESIDENT CHANCELLOR GOVERNOR SECRETARY COMMISSIONER SENATOR DIRECTOR ANALYST ECONOMIST
    STRATEGIST TRADER SPOKESMAN SPOKESWOMAN CEO MANAGER""".split()
)


def crossheads(paragraph: str) -> Sequence[tuple[int, int]]:
    """The spans of the crossheads in a paragraph of 1,000 characters or more, in order; none in a list of voices."""
    if len(paragraph) < _SHORTEST_BLOCK:
        return ()
    found = [match for match in _HEAD.finditer(paragraph) if not _is_abbreviated(paragraph, match.start())]
    if any(_is_voice(match) for match in found):
        return ()
    return [_span(match) for match in found if _is_title(match)]


def _is_abbreviated(paragraph: str, stop: int) -> bool:
    """The full stop is that of `St.` or `U.S.`, and perhaps ends no sentence."""
    return _ABBREVIATED.search(paragraph[max(stop - _BEFORE, 0) : stop + 1]) is not None


def _is_voice(match: re.Match[str]) -> bool:
    """Names who says what follows: with a colon, or with an office before the name or behind a comma."""
    head = match["head"]
    commas = head.count(",")
    if ":" in match["end"] or head.endswith(",") or commas > 1:
        return True
    return match["quoted"] is not None and (commas == 1 or not _OFFICES.isdisjoint(head.split()))


def _is_title(match: re.Match[str]) -> bool:
    """Neither a name in capitals nor a part of a longer text in capitals."""
    title = match.string[slice(*_span(match))]
    words = title.strip("\"“”‘’'?").split()
    return (
        1 < len(words) <= _MOST_WORDS
        and _LONG_WORD.search(title) is not None
        and words[-1] not in _UNFINISHED
        and match["next"] not in _FORMS
        and not (match["next"].upper() in _OFFICES | {"CHIEF"} and _is_printed_again(match, words[-1]))
    )


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Without the last word where that opens the next sentence: `A`, `U.S.`, or a name (`GROWTH PAUSE MV Vell said …`)."""
    start, end = match.span("head")
    last = match["head"].rsplit(" ", 1)[-1]
    opens = _OF_NEXT.search(match["head"]) or (
        last.isalpha() and len(last) <= 5 and _is_printed_again(match, f"{last} {match['next']}")
    )
    return start, end - len(last) - 1 if opens else end


def _is_printed_again(match: re.Match[str], name: str) -> bool:
    """The name stands close before or behind the match as well."""
    start, end = match.span("head")
    text = match.string
    return name in text[max(start - _AROUND, 0) : start] or name in text[end : end + _AROUND]
