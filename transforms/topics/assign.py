"""Topics of a text: up to three top terms with their scores, and terms of the second level where the lexicon finds them."""

from collections.abc import Iterator
from dataclasses import replace

from transforms.records import ArticleTopic
from transforms.topics.classifier import Model, Numbers
from transforms.topics.evidence import Evidence, evidence, lexicon_of
from transforms.topics.scores import scores
from transforms.topics.vocabulary import BROADER, EVERY_LABEL, TOP
from transforms.topics.words import Piece

_MOST_TOPICS = 3
_LEAST_SCORE = 0.1
# Nothing fits where no phrase of the lexicon stands and the classifier is in doubt, or where the first topic is a guess.
_LEAST_EVIDENCE = 1.0
_SURE_ALONE = 0.6
_LEAST_FIRST = 0.2
# A narrower topic takes two strong phrases or one in the headline, and a good part of what its broader topic has.
_LEAST_NARROWER = 5.0
_NARROWER_DOUBT = 2.0
_LEAST_NARROWER_SHARE = 0.4
_MOST_NARROWER = 3


def assigned(piece: Piece, model: Model) -> tuple[ArticleTopic, ...]:
    """The IPTC topics of a text in English, strongest first; none when nothing fits. Ranks count top terms first.

    A top term's score is the chance that it is the main topic, a narrower one's that times its share of the evidence for its
    siblings. `method` is what spoke loudest: `lexicon`, `classifier`, or `section_map` where the printed section stands alone.
    """
    found = evidence(piece, lexicon_of(model))
    given, learnt = scores(found, model)
    if not _fits(found, learnt) or given.max() < _LEAST_FIRST:
        return ()
    order = sorted(range(len(TOP)), key=lambda number: (-given[number], number))[:_MOST_TOPICS]
    tops = [
        _topic(TOP[number], float(given[number]), _method(found, learnt, number), model)
        for number in order
        if given[number] >= _LEAST_SCORE
    ]
    narrower = sorted(
        (topic for top in tops for topic in _narrower(found, top)), key=lambda topic: (-topic.score, topic.topic_id)
    )
    ranked = (replace(topic, rank=rank) for rank, topic in enumerate([*tops, *narrower[:_MOST_NARROWER]], start=1))
    return tuple(sorted(ranked, key=lambda topic: (-topic.score, topic.rank)))


def _topic(topic_id: str, score: float, method: str, model: Model) -> ArticleTopic:
    return ArticleTopic(topic_id, round(score, 4), 0, method, EVERY_LABEL[topic_id], model.version)


def _fits(found: Evidence, learnt: Numbers) -> bool:
    told = max([*found.text.values(), *found.section.values()], default=0.0)
    return told >= _LEAST_EVIDENCE or bool(learnt.max() >= _SURE_ALONE)


def _method(found: Evidence, learnt: Numbers, number: int) -> str:
    topic_id = TOP[number]
    printed, told = found.section.get(topic_id, 0.0), found.text.get(topic_id, 0.0)
    if told >= _LEAST_EVIDENCE:
        return "lexicon"
    return "section_map" if printed else "classifier"


def _narrower(found: Evidence, top: ArticleTopic) -> Iterator[ArticleTopic]:
    siblings = {name: weight for name, weight in found.text.items() if BROADER.get(name) == top.topic_id}
    whole = sum(siblings.values()) + _NARROWER_DOUBT
    for name, weight in siblings.items():
        if weight >= _LEAST_NARROWER and weight >= _LEAST_NARROWER_SHARE * whole:
            score = round(top.score * weight / whole, 4)
            yield replace(top, topic_id=name, score=score, method="lexicon", label=EVERY_LABEL[name])
