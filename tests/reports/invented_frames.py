"""The rows of an invented page: five outlets that do not exist, people who never spoke."""

from datetime import UTC, date, datetime, timedelta

import polars as pl

SOURCES = {"Harbour Post": 620, "Quayside Wire": 480, "(source unknown)": 210, "Fenland Echo": 96, "Upland Radio": 12}
TOPICS = {
    "politics": (0.34, 0.22, 0.19, 0.18, 0.08),
    "economy, business and finance": (0.18, 0.31, 0.12, 0.09, 0.08),
    "crime, law and justice": (0.11, 0.09, 0.24, 0.2, 0.0),
    "sport": (0.09, 0.06, 0.05, 0.31, 0.25),
    "arts, culture, entertainment and media": (0.06, 0.04, 0.03, 0.11, 0.33),
    "disaster, accident and emergency incident": (0.05, 0.07, 0.08, 0.04, 0.0),
    "health": (0.05, 0.05, 0.06, 0.03, 0.0),
    "(no topic)": (0.12, 0.16, 0.23, 0.04, 0.26),
}
SPEAKERS = ["Ilse Marrow", "Tobias Quent", "Ministry of Tides", "Adaeze Follow-Lund", "Petra van der Holm", "Jun Osei"]
CUES = ["said", "told reporters", None, "warned", "according to", "said"]
WORDS = [
    "We will reopen the bridge before the first frost, and not a day later.",
    "The harbour levy is a tax on people who have no other road to work",
    "that “no sane operator” would insure the ferry in its present state",
    "nobody at the ministry had read the survey before the tender was signed",
    "I have asked for the tapes, I have asked for the minutes, and I have been given neither.",
    "that winter fares would rise by a tenth",
]


def _heat() -> pl.DataFrame:
    total, cells = sum(SOURCES.values()), []
    for number, (source, articles) in enumerate(SOURCES.items()):
        for topic, shares in TOPICS.items():
            overall = sum(share * n for share, n in zip(shares, SOURCES.values(), strict=True)) / total
            share = shares[number]
            cells.append((source, topic, share, round(share * articles), articles, share / overall))
    for topic, shares in TOPICS.items():
        overall = sum(share * n for share, n in zip(shares, SOURCES.values(), strict=True)) / total
        cells.append(("All sources", topic, overall, round(overall * total), total, None))
    schema = ["source", "topic", "share", "with_topic", "articles", "lift"]
    return pl.DataFrame(cells, schema=schema, orient="row")


def _timeline() -> pl.DataFrame:
    """Five weeks by day; a source that is a tenth as large has a tenth of the articles."""
    return pl.DataFrame(
        [
            (source, "day", date(2031, 6, 20) + timedelta(day), articles * ((day * 7) % 11) // 200, "4% undated")
            for source, articles in SOURCES.items()
            for day in range(35)
        ],
        schema=["source", "period", "starts_on", "articles", "undated"],
        orient="row",
    )


def _squares() -> pl.DataFrame:
    return pl.DataFrame(
        [
            (f"{1 + number:016x}", speaker, role, 138 // (1 + number), source, 40 // (1 + number + place), 0.02 / (1 + place), 5, "Politics", 0.71)
            for number, (speaker, role) in enumerate(zip(SPEAKERS, ["mayor", None, None, "pilot", None, "Minister"], strict=True))
            for place, source in enumerate(SOURCES)
        ],
        schema=["speaker_entity_id", "speaker", "role", "quotations", "source", "quotes", "share", "sources", "mostly_about", "word_for_word_share"],
        orient="row",
    )  # fmt: skip


def _echoes() -> pl.DataFrame:
    return _cards().select(
        "quote_id",
        "article_id",
        "speaker_entity_id",
        "quote",
        "type",
        "speaker",
        printed_by=pl.lit("3 articles in 2 sources"),
    )


def _league() -> pl.DataFrame:
    counts = (138, 97, 88, 41, 12, 3)
    return pl.DataFrame(
        {
            "speaker": SPEAKERS,
            "quotes": counts,
            "words": [n * 21 for n in counts],
            "sources": [5, 5, 4, 3, 2, 1],
            "direct_share": [0.71, 0.66, 0.12, 0.8, 0.5, 0.0],
            "latest": [
                date(2031, 7, 24),
                date(2031, 7, 24),
                date(2031, 7, 22),
                None,
                date(2031, 6, 30),
                date(2031, 6, 21),
            ],
        }
    )


def _cards() -> pl.DataFrame:
    types = ["direct", "direct", "mixed", "indirect", "direct", "indirect"]
    return pl.DataFrame(
        {
            "quote": WORDS,
            "type": types,
            "speaker": [*SPEAKERS[:5], "(speaker unknown)"],
            "cue": CUES,
            "source": [*SOURCES, "Harbour Post"],
            "date": [
                date(2031, 7, 24),
                date(2031, 7, 24),
                None,
                date(2031, 7, 23),
                date(2031, 7, 23),
                date(2031, 7, 22),
            ],
            "headline": [
                "Bridge to reopen, minister says",
                "Levy splits the town",
                None,
                "Tender under fire",
                "Tapes",
                "Fares",
            ],
            "path": [f"inbox/{number:04}.txt" for number in range(6)],
            "char_start": [412, 1180, 96, 2044, 731, 58],
            "prefix": ["The minister faced the council. “"] * 6,
            "printed": WORDS,
            "suffix": ["”, she told the hearing on Thursday."] * 6,
            "quote_id": [f"{number:016x}" for number in range(6)],
            "article_id": [f"{number:015x}a" for number in range(6)],
            "speaker_entity_id": [f"{1 + number:016x}" for number in range(5)] + [None],
            "confidence": [0.98, 0.91, 0.74, 0.66, 0.95, 0.42],
        }
    )


def figures() -> dict[str, pl.DataFrame]:
    """A frame for each chart kind."""
    return {
        "lead": pl.DataFrame(
            {
                "finding": ["Fenland Echo gives sport 2.9 times the share it gets across all sources"],
                "detail": ["Ilse Marrow is the most quoted speaker, with 138 quotations in 5 of 5 sources."],
            }
        ),
        "numbers": pl.DataFrame(
            {
                "label": ["Articles", "Sources", "Quotations", "Persons quoted", "Rejected files"],
                "value": [1418, 5, 2730, 214, 2],
                "note": ["1,041 of them dated", "210 articles name none", "1.9 an article", "by name, in 71% of quotations", None],
                "page": [None, "sources.html", "quotes.html", "speakers.html", "quality.html"],
            }
        ),
        "heat": _heat(),
        "league": _league(),
        "cards": _cards(),
        "echoes": _echoes(),
        "squares": _squares(),
        "timeline": _timeline(),
        "table": pl.DataFrame(
            {
                "run": ["00000000000000a2", "00000000000000a1"],
                "status": ["completed", "interrupted"],
                "started": [datetime(2031, 7, 25, 6, 0, tzinfo=UTC), datetime(2031, 7, 24, 6, 0, tzinfo=UTC)],
                "new": [35, 1383],
                "rejected": [0, 2],
            }
        ),
        **_by_source(),
    }  # fmt: skip


def _by_source() -> dict[str, pl.DataFrame]:
    """The kinds whose rows are the sources."""
    sources, totals = list(SOURCES), list(SOURCES.values())
    return {
        "shares": pl.DataFrame(
            {
                "source": sources,
                "quotes": [1240, 870, 402, 200, 18],
                "direct": [700, 400, 301, 90, 4],
                "mixed": [140, 170, 41, 40, 0],
                "indirect": [400, 300, 60, 70, 14],
            }
        ),
        "bars": pl.DataFrame(
            {
                "source": sources,
                "share": [0.08, 0.14, 0.31, 0.05, 0.0],
                "unnamed": [99, 122, 125, 10, 0],
                "quotes": [1240, 870, 402, 200, 18],
                "in_which_words": [["officials", "a source close to the talks"], ["sources"], ["people familiar"], ["police"], []],
            }
        ),
        "gaps": pl.DataFrame(
            {
                "source": sources,
                "articles": totals,
                "undated_share": [0.01, 0.32, 0.74, 0.4, 0.92],
                "no_headline_share": [0.0, 0.02, 0.33, 0.1, 0.0],
                "quotes": [1240, 870, 402, 200, 18],
                "no_speaker_share": [0.04, 0.06, 0.22, 0.12, None],
            }
        ),
    }  # fmt: skip
