"""Resolving stays quick in articles of many names, roles and gaps."""

import re
import time

import spacy
from analysed import paragraphs_of

from transforms.language.pipeline import Paragraph
from transforms.quotation.cast import cast
from transforms.quotation.focus import Focus
from transforms.quotation.institutions import last_organisation, organisation_meant, organisations
from transforms.quotation.resolve import resolve
from transforms.records import Mention


def test_a_long_gap_after_a_name_takes_linear_time() -> None:
    text = "Anna Holt" + " " * 20_000 + "said the pier was closed."
    paragraphs, names = (
        paragraphs_of(text),
        [Mention("e" * 16, "Anna Holt", "Anna Holt", "name", "PERSON", 0, 9, 0, "body")],
    )
    start = time.perf_counter()

    cast(paragraphs, names)

    assert time.perf_counter() - start < 1


def test_an_institution_in_each_of_many_sentences_takes_bounded_time() -> None:
    names = [
        Mention("e" * 16, "Holt Shipyards", "Holt Shipyards", "name", "ORG", 40 * i, 40 * i + 14, 0, "body")
        for i in range(5_000)
    ]
    named = organisations(names)
    start = time.perf_counter()

    found = [organisation_meant(named, 40 * i + 20, "the company") for i in range(5_000)]
    last = [last_organisation(named, 40 * i + 20, 1_200) for i in range(5_000)]

    assert found == last == names
    assert time.perf_counter() - start < 5


def test_thousands_of_officeholders_and_pronouns_take_linear_time() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    paragraphs, names, offset = [], [], 0
    for block in range(5):
        people = [f"Mayor Ana Ruiz{chr(97 + i % 26)}{block}x{i} spoke. " for i in range(150)]
        text = "".join(f"{sentence}He left. " for sentence in people)
        paragraphs.append(Paragraph(offset, "body", 1, False, text, nlp(text)))
        names.extend(
            Mention(f"{block}-{n}", m[1], m[1], "name", "PERSON", offset + m.start(1), offset + m.end(1), 0, "body")
            for n, m in enumerate(re.finditer(r"Mayor (Ana \w+)", text))
        )
        offset += len(text) + 1
    start = time.perf_counter()

    members, focus = cast(paragraphs, names), Focus()
    for paragraph in paragraphs:
        for token in paragraph.doc:
            if token.lower_ in ("he", "mayor"):
                resolve(paragraph, (token.i, token.i + 1, token.i), (members, focus), "subject")

    assert time.perf_counter() - start < 5
