"""What an article says of its persons and organisations: title, role, affiliation, gender, country, each with its words.

Everything is read from the words right before and after a name, in any paragraph, parsed or not; `docs/extract.md` lists
the rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transforms.language.pipeline import Paragraph
from transforms.naming.appositions import facts_after
from transforms.naming.countries import body_countries
from transforms.naming.gender_evidence import OF_PRONOUN, hinted_otherwise, honorific_gender, sole_person_gender
from transforms.naming.offices_before import facts_before
from transforms.naming.page import Fact, Page, pages
from transforms.records import Article, Mention, NameAttribute, Row, as_row

VERSION = 1
_RESOLVED = 0.9  # confidence of a pronoun that was resolved as a speaker
_ONE_ONLY = ("gender", "country")  # a name has one of these: what speaks for another lowers the confidence of both
_CONFLICT = 0.5


def attributes(
    article: Article, paragraphs: Sequence[Paragraph], entities: Sequence[Mention], mentions: Sequence[Mention]
) -> tuple[NameAttribute, ...]:
    """The surest evidence for each (name, attribute, value), the earliest of equals, in order of the text."""
    found: dict[tuple[str, str, str], NameAttribute] = {}
    for record in [*_printed(paragraphs, entities), *_pronouns(mentions)]:
        key = record.name_id, record.attribute, record.value.casefold()
        if key not in found or record.confidence > found[key].confidence:
            found[key] = record
    kept = _doubted(found.values())
    return tuple(
        sorted(kept, key=lambda record: (record.char_start, record.char_end, record.attribute, record.name_id))
    )


def rows(article: Article, records: Sequence[NameAttribute]) -> dict[str, list[Row]]:
    """Rows of the table name_attributes."""
    return {"name_attributes": [as_row(article.article_id, record) for record in records]}


def _printed(paragraphs: Sequence[Paragraph], entities: Sequence[Mention]) -> Iterator[NameAttribute]:
    for page in pages(paragraphs, entities):
        for name in page.names:
            for fact in _facts(page, name):
                yield _record(page, name, fact)
        for name, fact in sole_person_gender(page):
            yield _record(page, name, fact)


def _facts(page: Page, name: Mention) -> Iterator[Fact]:
    if name.label == "PERSON":
        yield from facts_before(page, name)
        yield from facts_after(page, name)
        yield from honorific_gender(page, name)
    elif name.label == "ORG":
        yield from body_countries(page, name)


def _record(page: Page, name: Mention, fact: Fact) -> NameAttribute:
    start, end = page.char_start + fact.start, page.char_start + fact.end
    return NameAttribute(name.name_id, fact.attribute, fact.value, start, end, fact.rule, fact.confidence)


def _pronouns(mentions: Sequence[Mention]) -> Iterator[NameAttribute]:
    """The pronouns that the quotation station took for a person."""
    for mention in mentions:
        gender = OF_PRONOUN.get(mention.surface.lower()) if mention.kind == "pronoun" else None
        if gender and mention.label == "PERSON" and not hinted_otherwise(mention, gender):
            yield NameAttribute(
                mention.name_id, "gender", gender, mention.char_start, mention.char_end, "speaker_pronoun", _RESOLVED
            )


def _doubted(records: Iterable[NameAttribute]) -> list[NameAttribute]:
    """The records, with half the confidence where an article says two things of which only one can be."""
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in (kept := list(records)):
        values[record.name_id, record.attribute].add(record.value)
    return [
        replace(record, confidence=round(record.confidence * _CONFLICT, 2))
        if record.attribute in _ONE_ONLY and len(values[record.name_id, record.attribute]) > 1
        else record
        for record in kept
    ]
