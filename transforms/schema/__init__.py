"""Every table of the warehouse, declared once.

The loader creates derived tables from these declarations, `docs/tables.md` is written from them, and tests compare the
migrations with them. A column's sentence is its documentation; a check is a promise that every row is held to before it is
staged. Offsets are half-open `[char_start, char_end)` in Unicode code points of `documents.text`.
"""

import dataframely as dy

from transforms.schema.derived import (
    Articles,
    ArticleTopics,
    Evidence,
    KeyPhrases,
    Mentions,
    NameAttributes,
    Quotes,
    QuoteSpans,
    QuoteTopics,
    Segments,
    TimeExpressions,
)
from transforms.schema.durable import Documents, Files, QualityMetrics, Rejects, Reviews, Runs, TopicModels
from transforms.schema.refreshed import Entities, EntityAliases, EntityAttributes, EntityNames, RecurringLines, Topics

# Durable tables have migrations; derived ones are rebuilt from stored text; refreshed ones from derived ones by sql/refresh.
DURABLE: dict[str, type[dy.Schema]] = {
    "runs": Runs, "files": Files, "documents": Documents, "rejects": Rejects, "reviews": Reviews,
    "topic_models": TopicModels, "quality_metrics": QualityMetrics,
}  # fmt: skip
DERIVED: dict[str, type[dy.Schema]] = {
    "articles": Articles, "segments": Segments, "evidence": Evidence, "mentions": Mentions, "quotes": Quotes,
    "quote_spans": QuoteSpans, "article_topics": ArticleTopics,
    "time_expressions": TimeExpressions, "name_attributes": NameAttributes, "quote_topics": QuoteTopics,
    "key_phrases": KeyPhrases,
}  # fmt: skip
REFRESHED: dict[str, type[dy.Schema]] = {
    "topics": Topics, "entities": Entities, "entity_names": EntityNames, "entity_aliases": EntityAliases,
    "entity_attributes": EntityAttributes, "recurring_lines": RecurringLines,
}  # fmt: skip
TABLES: dict[str, type[dy.Schema]] = DURABLE | DERIVED | REFRESHED
