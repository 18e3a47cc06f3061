"""An invented report: five outlets that do not exist, people who never spoke."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest

from reports.page import Masthead, Section

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
    cells = []
    for topic, shares in TOPICS.items():
        overall = sum(share * n for share, n in zip(shares, SOURCES.values(), strict=True)) / sum(SOURCES.values())
        for (source, total), share in zip(SOURCES.items(), shares, strict=True):
            cells.append((topic, source, share, round(share * total), total, share / overall))
        cells.append((topic, "All sources", overall, round(overall * 1418), sum(SOURCES.values()), None))
    return pl.DataFrame(cells, schema=["topic", "source", "share", "articles", "all_articles", "lift"], orient="row")


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
            "confidence": [0.98, 0.91, 0.74, 0.66, 0.95, 0.42],
        }
    )


def _figures() -> dict[str, pl.DataFrame]:
    sources, totals = list(SOURCES), list(SOURCES.values())
    return {
        "lead": pl.DataFrame(
            {
                "finding": ["Fenland Echo gives sport 2.9 times the share it gets across all sources"],
                "detail": ["Ilse Marrow is the most quoted speaker, with 138 quotations in 5 of 5 sources."],
            }
        ),
        "numbers": pl.DataFrame(
            {
                "label": ["Articles", "Sources", "Quotations", "Named speakers", "Undated", "Rejected files"],
                "value": [1418, 5, 2730, 214, 377, 2],
                "note": ["35 new in the last run", "210 articles without one", "1.9 an article", "71% of quotations", "27% of articles", None],
            }
        ),
        "heat": _heat(),
        "league": _league(),
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
        "quotes": _cards(),
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
        "table": pl.DataFrame(
            {
                "run": ["00000000000000a2", "00000000000000a1"],
                "status": ["completed", "interrupted"],
                "started": [datetime(2031, 7, 25, 6, 0, tzinfo=UTC), datetime(2031, 7, 24, 6, 0, tzinfo=UTC)],
                "new": [35, 1383],
                "rejected": [0, 2],
            }
        ),
    }  # fmt: skip


TITLES = {
    "lead": "What stands out",
    "numbers": "The ledger in numbers",
    "heat": "What does each source cover?",
    "league": "Who is quoted?",
    "shares": "Word for word, or retold?",
    "bars": "How much rests on sources without a name?",
    "quotes": "What was said last?",
    "gaps": "How far can these figures be trusted?",
    "table": "What did the last runs do?",
}


@pytest.fixture
def masthead() -> Masthead:
    return Masthead(
        title="Overview",
        prose="Who said what, about what, in which source.",
        run_id="00000000000000a2",
        run_status="completed",
        run_ended_at=datetime(2031, 7, 25, 6, 2, tzinfo=UTC),
        date_range=(date(2031, 6, 20), date(2031, 7, 24)),
        code_version="0.1.0",
        n_articles=1418,
    )


@pytest.fixture
def sections() -> list[Section]:
    return [
        Section(TITLES[chart], f"Prose on {chart}, in per cent.", chart, f"view_of_{chart}", "SELECT *\nFROM it", frame)
        for chart, frame in _figures().items()
    ]


OWN = "document.documentElement.setAttribute('data-owned','yes')"
HOSTILE = "".join(
    [
        f"=cmd|calc</title></style></textarea><script>{OWN}</script>",
        f"\"><img src=x onerror=\"{OWN}\">' onfocus='{OWN}' autofocus x='",
        f'<svg/onload={OWN}><a href="javascript:{OWN}">x</a> javascript:{OWN} ',
        "{{ 7*'7' }} {% include 'index.html' %} '; DROP TABLE quotes; -- <!-- ]]> &lt;b&gt; ",
        "\x1b[31mred\x1b[0m \u202egnp.exe\u202c \u2066x\u2069 \u200f \x00\x07\x08\x7f\x85\x9b \u2028 \ufeff",
        "W" * 180,
    ]
)


def _poisoned(frame: pl.DataFrame) -> pl.DataFrame:
    """The same frame with every text replaced by hostile text; equal texts stay equal, so the figure keeps its form."""

    def poison(value: Any) -> Any:
        return [HOSTILE + item for item in value] if isinstance(value, list) else HOSTILE + value

    texts = [name for name, kind in frame.schema.items() if kind in (pl.String, pl.List(pl.String))]
    columns = [
        pl.Series(name, [v if v is None else poison(v) for v in frame[name].to_list()], frame[name].dtype)
        for name in texts
    ]
    return frame.with_columns(columns)


@pytest.fixture
def poison(masthead: Masthead, sections: list[Section]) -> Callable[[], tuple[Masthead, list[Section]]]:
    """The invented report with hostile text in every text of every frame, section and masthead."""

    def poisoned() -> tuple[Masthead, list[Section]]:
        fields = ("title", "prose", "run_id", "run_status", "code_version")
        head = replace(masthead, **{name: HOSTILE + getattr(masthead, name) for name in fields})
        return head, [
            replace(
                part,
                frame=_poisoned(part.frame),
                **{n: HOSTILE + getattr(part, n) for n in ("title", "prose", "view", "sql")},
            )
            for part in sections
        ]

    return poisoned
