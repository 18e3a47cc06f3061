"""Is a run in quotation marks an utterance, or a scare quote, a nickname or the title of a work?"""

import re

_TITLE_LEAD = re.compile(
    r"\b(?:so-called|known as|nicknamed|dubbed|titled|entitled|named|called|subtitled|headlined|branded|billed as|starring in|"
    r"(?:the )?(?:word|words|term|terms|phrase|label|hashtag|film|movie|play|song|single|album|novel|book|show|series|sitcom|"
    r"musical|opera|painting|exhibition|podcast|documentary|programme|program|memoir|poem|essay|drama|comedy|on \w+[’']s))\s*,?\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an the of and in on for to with at by from or but is de la le les du des el los las der die das und et y".split()
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
SHORT = 5  # words; of shorter runs a quarter are no quotations (PolNeAR), of longer ones one in fifty


def n_words(text: str) -> int:
    """Words of a text, by runs of letters."""
    return len(_WORD.findall(text))


def is_title_like(inner: str, before: str) -> bool:
    """Whether the words inside the marks, after the text `before` them, look like a title of a work or a name."""
    words = _WORD.findall(inner)
    if not words or len(words) > 12:
        return False
    ends_like_speech = inner.rstrip().endswith((",", "?", "!"))
    named = _TITLE_LEAD.search(before[-40:]) is not None
    capitalised = _all_capitalised(inner)
    inside_sentence = before.rstrip()[-1:].isalnum() or before.rstrip().endswith(("’s", "'s"))
    if ends_like_speech and not (capitalised and inside_sentence and inner.rstrip().endswith(",")):
        return False
    return (named and len(words) <= 8) or capitalised


def _all_capitalised(inner: str) -> bool:
    words = _WORD.findall(inner)
    return len(words) > 1 and words[0][0].isupper() and all(w[0].isupper() for w in words if w.lower() not in _SMALL)


def is_scare(inner: str, before: str) -> bool:
    """Whether a run that no report claims is too short, or too plainly a mere expression, to be an utterance."""
    if is_title_like(inner, before) or (before.rstrip().endswith(",") and _all_capitalised(inner)):
        return True
    ends_like_speech = inner.rstrip().endswith((",", ".", "?", "!"))
    return n_words(inner) < SHORT and not (ends_like_speech and before.rstrip()[-1:] in ("", ".", ",", ":", "!", "?"))
