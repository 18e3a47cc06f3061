"""A small invented press: three sources, dated and undated articles, topics, and speakers who share names."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
from invented import Rows, frame

from flows.identity import attach_names
from transforms.records import identifier
from warehouse.database import open_for_write
from warehouse.refresh import refresh
from warehouse.views import define_views

SOURCES = ("The Harbour Post", "Fellside Écho", None)
# Ada Brook and Tom Brook share a surname; Zoë Hartmann has signs that few keyboards have.
SPEAKERS = ("Ada Brook", "Tom Brook", "Zoë Hartmann", None)
TOPICS = ("medtop:15000000", "medtop:11000000", "medtop:04000000")
SUBJECTS = ("the harbour levy", "elections in the valley", "a ferry that runs late", "what it costs to be warm")
MONDAY = date(2031, 5, 5)
COUNT = 48


def press(path: Path) -> Path:
    """Write the warehouse of the press to a file, with views, as it is published."""
    with open_for_write(path) as con:
        fill(con)
    return path


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Load the press into an open warehouse."""
    for number in range(COUNT):
        for table, rows in paper(number).items():
            con.register("rows_of_the_press", frame(table, rows))
            con.execute(f"INSERT INTO {table} BY NAME FROM rows_of_the_press")
            con.unregister("rows_of_the_press")
    attach_names(con)
    refresh(con)
    define_views(con)


def paper(number: int) -> Rows:
    """The rows of one article: a headline, and two quotes of which the second is of another speaker."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    headline = f"Council {number} hears of {subject}"
    said = (f"we talked about {subject} on day {number}", f"nothing is decided in matter {number}, they said")
    text = f"{headline}\n\n{said[0]} said one\n\n{said[1]} said another"
    document_id = identifier("document", number)
    article_id = identifier(document_id, 1)
    at = {"article_id": article_id}
    ends = len(headline)
    second = text.index(said[1])
    spans = [(0, ends, "headline"), (ends + 2, second - 2, "body"), (second, len(text), "body")]
    speakers = [SPEAKERS[(number + other) % len(SPEAKERS)] for other in range(2)]
    starts = (ends + 2, second)
    rows: Rows = {
        "files": [
            {"path": f"inbox/{number:02d}.txt", "version_no": 1, "document_id": document_id, "status": "current"}
            | {"extractor_version": "one"}
        ],
        "documents": [{"document_id": document_id, "text": text}],
        "articles": [
            at
            | {"document_id": document_id, "article_no": 1, "source": SOURCES[number % 3], "headline": headline}
            | {"content_date": None if number % 6 == 5 else MONDAY + timedelta(days=number), "language": "en"}
            | {"date_precision": "day", "body_sha256": str(number), "n_words": 20}
        ],
        "segments": [
            at | {"segment_no": no, "kind": kind, "char_start": start, "char_end": end}
            for no, (start, end, kind) in enumerate(spans, 1)
        ],
        "article_topics": [at | {"topic_id": TOPICS[number % 3], "rank": 1, "score": 0.9, "method": "lexicon"}]
        if number % 8
        else [],
        "key_phrases": [at | {"phrase": subject, "surface": subject, "rank": 1, "score": 0.5, "n": 1}],
        "mentions": [],
        "quotes": [],
        "quote_topics": [],
    }
    for place, (speaker, start) in enumerate(zip(speakers, starts, strict=True)):
        _let_speak(rows, (number, place), speaker, (start, said[place]))
    return rows


def _let_speak(rows: Rows, which: tuple[int, int], speaker: str | None, at_words: tuple[int, str]) -> None:
    """Add the rows of one quote, the second number of `which` in its paper: its words from their place in the text on."""
    (number, place), (start, words) = which, at_words
    article_id = rows["articles"][0]["article_id"]
    at, end = {"article_id": article_id}, start + len(words)
    quote_id, name_id = identifier(article_id, start), identifier("PERSON", (speaker or "").lower())
    names = {"speaker_name_id": name_id, "speaker_name": speaker} if speaker else {"speaker_text": "Officials"}
    rows["quotes"].append(
        at
        | {"quote_id": quote_id, "quote_no": place + 1, "type": "direct", "content": words}
        | {"char_start": start, "char_end": end, "in_segment": "body", "speech": True, "n_words": 8}
        | {"speaker_kind": "named_person" if speaker else "unnamed"}
        | names
    )
    rows["quote_topics"].append(
        at | {"quote_id": quote_id, "topic_id": TOPICS[number % 3], "rank": 1, "method": "lexicon"}
    )
    if speaker:
        rows["mentions"].append(
            at
            | {"name_id": name_id, "canonical_name": speaker, "surface": speaker.split()[1], "kind": "name"}
            | {"label": "PERSON", "char_start": end, "char_end": end + 4, "in_segment": "body"}
        )
