"""The model `pronoun`, fitted without labels on any articles.

Wherever persons of both genders stand before a "he" or a "she", those of its gender together are right and the others wrong;
gender itself is no feature. What the weights then say of two persons of one gender is judged by hand labels
(`benchmarks.speakers`).
"""

from collections.abc import Iterator, Sequence

from benchmarks.fitting import Case
from benchmarks.known import Known
from transforms.language.pipeline import Paragraph
from transforms.quotation.cast import Cast, cast
from transforms.quotation.focus import SPEAKER, SUBJECT, Focus, is_unnamed
from transforms.quotation.pronouns import GENDER_OF_PRONOUN, rival_features
from transforms.quotation.reports import reports
from transforms.quotation.resolve import resolve


def cases(known: Known) -> Iterator[Case]:
    """A case for each pronoun of an article with rivals of both genders, persons of unknown gender left out."""
    members = cast(known.paragraphs, known.entities)
    focus = focus_of(known.paragraphs, members)
    for actor in members.stage.actors:
        gender = GENDER_OF_PRONOUN.get(actor.head.lower_)
        rivals = rival_features(members, focus, actor.position) if gender else {}
        genders = {
            entity: person.gender
            for entity in rivals
            if not is_unnamed(entity) and (person := members.persons[entity]).gender in ("m", "f")
        }
        if len(set(genders.values())) > 1:
            yield Case([rivals[e] for e in genders], [genders[e] == gender for e in genders], known.gold.publisher)


def focus_of(paragraphs: Sequence[Paragraph], members: Cast) -> Focus:
    """Subjects and speakers of an article, read paragraph by paragraph."""
    focus = Focus()
    for paragraph in paragraphs:
        offset = paragraph.char_start
        for mention in members.named_between(offset, offset + len(paragraph.text)):
            if members.stage.parts.get(mention.char_start) == "subject" and not members.stage.is_marked(
                mention.char_start
            ):
                focus.note(mention.char_start, mention.name_id, SUBJECT)
        inside = [members.stage.is_marked(offset + token.idx) for token in paragraph.doc]
        for report in reports(paragraph.doc, inside) if paragraph.parsed else []:
            if report.start < report.end:
                speaker = resolve(paragraph, (report.start, report.end, report.head), (members, focus), report.rule)
                if speaker.kind == "named_person" and speaker.name_id and speaker.char_start is not None:
                    focus.note(speaker.char_start, speaker.name_id, SPEAKER)
    return focus
