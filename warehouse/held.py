"""The views that many questions read, worked out once for a connection.

DuckDB looks for a bare name among the temporary tables first: every view that reads a held one reads its rows then.
"""

import duckdb

# What reads another one stands after it. Over 10,000 articles six CPU seconds, and fifteen less for the statements of the report.
OFTEN_READ = (
    "current_articles", "current_quotes", "current_topics", "current_mentions", "current_quote_topics", "top_speakers", "reported_speakers",
    "articles_over_time", "topics_by_source", "quote_type_mix", "data_health", "speaker_sources", "speaker_topics", "exclusive_speakers",
    "cue_framing",
)  # fmt: skip


def hold(con: duckdb.DuckDBPyConnection) -> None:
    """Keep the rows of the views that are read often for as long as the connection is open; they must not change meanwhile.

    The published file stays as it is: temporary tables are of the connection, also of one that only reads.
    """
    for name in OFTEN_READ:
        con.execute(f"CREATE TEMP TABLE {name} AS FROM {name}")
