"""The names of an article: the model's, mended by what the text shows and what is known, one label a surface, none missed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.language.pipeline import Paragraph
from transforms.naming.acronyms import explained_acronyms
from transforms.naming.capitals import reread
from transforms.naming.elsewhere import names_elsewhere, persons_elsewhere
from transforms.naming.gazetted import lookup_in_any_case
from transforms.naming.generic import is_name
from transforms.naming.known import is_certain
from transforms.naming.labels import agreed_labels
from transforms.naming.lookup import Lookup, Words, words_of
from transforms.naming.missed import all_words, as_in_body, repeated, surnames_of, telling
from transforms.naming.name import Name, name_at, without_overlaps
from transforms.naming.reading import model_names, trim_name
from transforms.naming.run_ons import without_run_ons
from transforms.naming.shown import shown_bodies, shown_persons
from transforms.naming.titles import after_titles
from transforms.records import Article

__all__ = ["Name", "consistent_names", "trim_name"]


def consistent_names(paragraphs: Sequence[Paragraph], article: Article) -> list[Name]:
    """The names of an article in order of the text: one surface has one label, and what names it once is found everywhere.

    The paragraphs are those of the headline, subhead and body; names in datelines, captions and crossheads come from what is
    known elsewhere, and have the `paragraph_no` of the paragraph before them. No paragraphs, no names.
    """
    if not paragraphs:
        return []
    words = [words_of(paragraph.text) for paragraph in paragraphs]
    lines = [all_words(paragraph.text) for paragraph in paragraphs]
    found = list(_found(paragraphs, words))
    labels = agreed_labels(found, article.text)
    captioned = persons_elsewhere(article)
    full = {name.surface for name in found if labels[name.surface] == "PERSON"}
    surnames = surnames_of(full | {as_in_body(name.surface) for name in captioned}, lines)
    agreed = [_labelled(name, labels[name.surface], surnames, article.text) for name in found]
    agreed = without_run_ons(agreed, surnames, lines)
    agreed = without_overlaps(agreed, explained_acronyms(agreed, paragraphs))
    everywhere = telling(agreed, lines) | dict.fromkeys(surnames, "PERSON")
    complete = without_overlaps(agreed, repeated(everywhere, paragraphs, words))
    names = reread(complete, surnames, paragraphs, words)
    sought = lookup_in_any_case(names, surnames)
    return without_overlaps(names, names_elsewhere(article, paragraphs, sought, captioned))


def _found(paragraphs: Sequence[Paragraph], words: Sequence[Words]) -> Iterator[Name]:
    """The model's names, corrected by those that the text gives away; no common nouns."""
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    persons = Lookup(dict.fromkeys(shown_persons(text), "PERSON"))
    for number, paragraph in enumerate(paragraphs):
        modelled = list(filter(is_name, model_names(number, paragraph)))
        spans = persons.find(paragraph.text, words[number])
        shown = [name_at((start, end), label, number, paragraph) for start, end, label in spans]
        shown = _outside(shown, [name for name in modelled if name.label == "PERSON"])
        bodies = [name_at(span, "ORG", number, paragraph) for span in shown_bodies(paragraph.text)]
        sure = [*shown, *_free_bodies(bodies, [*shown, *modelled])]
        yield from without_overlaps(sure, modelled) if sure else modelled


def _outside(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names that no other is around."""
    ends = {name.start: name.end for name in others}
    starts = sorted(ends)
    before = [bisect_right(starts, name.start) - 1 for name in names]
    return [name for name, index in zip(names, before, strict=True) if index < 0 or ends[starts[index]] < name.end]


def _free_bodies(bodies: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The bodies, in order and apart, that hold the whole of every other name that they touch, none of them a person's."""
    starts = [body.start for body in bodies]
    cut = set()
    for other in others:
        for index in range(max(0, bisect_right(starts, other.start) - 1), bisect_left(starts, other.end)):
            body = bodies[index]
            holds = other.label != "PERSON" and body.start <= other.start and other.end <= body.end
            if other.start < body.end and not holds:
                cut.add(index)
    return [body for index, body in enumerate(bodies) if index not in cut]


def _labelled(name: Name, label: str, surnames: set[str], text: str) -> Name:
    """The name with the label of its surface: a surname of the article is a person's unless a country is called so."""
    if as_in_body(name.surface) in surnames and (label == "PERSON" or not is_certain(name.surface)):
        label = "PERSON"
    start = after_titles(text, name.start, name.end) if label == "PERSON" else name.start
    if (start, label) == (name.start, name.label):
        return name
    return replace(name, start=start, surface=" ".join(text[start : name.end].split()), label=label)
