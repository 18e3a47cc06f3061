"""How much a phrase says of an article: how often, how early and how long, after C-value and YAKE.

C-value (Frantzi, Ananiadou and Mima 2000, "Automatic recognition of multi-word terms"): longer phrases weigh more, and a
phrase that stands within a longer one counts where it stands alone. YAKE (Campos et al. 2020, "YAKE! Keyword extraction
from single documents"): the earlier the sentence, the heavier. What a phrase is (a name, an office, a general noun) weighs
too; these factors are ours, chosen by eye and by the two measures that docs/key-phrases.md names.
"""

from collections.abc import Sequence
from math import log
from operator import itemgetter

from transforms.phrases.candidates import Candidate
from transforms.phrases.words import is_dull, is_office

_SENTENCE = 80  # code points: how far into the text a sentence's worth lies
_POOL = 40  # candidates among which the phrases are chosen
_OF_LABEL = {"PERSON": 0.9, "ORG": 0.9, "PLACE": 0.6, "MISC": 0.5}
_OF_LENGTH = (0.0, 0.7, 1.4, 1.6, 1.7)
_OFFICE = 0.3
_ONCE = 0.55
_LEAST = 0.15


def weightiest(candidates: Sequence[Candidate], most: int) -> list[tuple[float, Candidate]]:
    """The phrases that say most with their weights, weightiest first; of phrases within one another those that stand alone.

    A general noun alone is none, and one that weighs little beside the first is not worth its row.
    """
    weighed = [(_weight(candidate), candidate) for candidate in candidates if not is_dull(candidate.phrase)]
    weighed.sort(key=itemgetter(0), reverse=True)  # stable: of equal weights the one that the text has first
    chosen = _standing_alone(weighed[:_POOL])[:most]
    return [pair for pair in chosen if pair[0] >= _LEAST * chosen[0][0]]


def _weight(candidate: Candidate) -> float:
    n = len(candidate.spans)
    frequency = log(1 + n) if n > 1 else _ONCE
    return frequency * _kind(candidate) / log(2.7 + candidate.spans[0][0] / _SENTENCE)


def _kind(candidate: Candidate) -> float:
    if candidate.label:
        return _OF_LABEL[candidate.label]
    length = _OF_LENGTH[candidate.phrase.count(" ") + 1]
    return length * _OFFICE if is_office(candidate.phrase) else length


def _standing_alone(pool: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """A pool without the phrases that seldom stand outside a longer one of it, and those used once around a chosen one."""
    keys = [f" {candidate.phrase} " for _, candidate in pool]
    counts = [len(candidate.spans) for _, candidate in pool]
    together = "|".join(keys)
    chosen: list[int] = []
    for number, key in enumerate(keys):
        n, longer = counts[number], 0
        if together.count(key) > 1:
            around_it = (place for place, other in enumerate(keys) if key in other and place != number)
            longer = max((counts[place] for place in around_it if counts[place] > 1 or place < number), default=0)
        around = n < 2 and any(keys[other] in key for other in chosen)
        if not around and (not longer or (n - longer > 1 and n >= 2 * longer)):
            chosen.append(number)
    return [pool[number] for number in chosen]
