"""Every table of the warehouse, declared once.

The loader creates derived tables from these declarations, `docs/tables.md` is written from them, and tests compare the
migrations with them. A column's sentence is its documentation; a check is a promise that every row is held to before it is
staged. Offsets are half-open `[char_start, char_end)` in Unicode code points of `documents.text`.
"""

import dataframely as dy

from transforms.columns import IDENTIFIER as _IDENTIFIER
from transforms.columns import count as _count
from transforms.columns import key as _key
from transforms.columns import moment as _moment
from transforms.columns import one_of as _one_of
from transforms.columns import share as _share
from transforms.columns import text as _text
from transforms.columns import texts as _texts

SEGMENT_KINDS = (
    "section", "headline", "subhead", "byline", "dateline", "date", "body", "crosshead", "caption", "credit", "sign_off",
    "editor_note", "boilerplate",
)  # fmt: skip
REJECT_REASONS = (
    "empty", "not_text", "too_large", "unreadable", "corrupt_archive", "no_article", "invalid_rows", "extraction_failed",
)  # fmt: skip
DATE_PRECISIONS = ("day", "inferred_year", "none")
FILE_STATUSES = ("current", "superseded", "rejected")
RUN_STATUSES = ("running", "completed", "failed", "interrupted")
ENTITY_TYPES = ("PERSON", "ORG", "PLACE", "MISC")
MENTION_KINDS = ("name", "nominal", "pronoun")
QUOTE_TYPES = ("direct", "indirect", "mixed")
SPEAKER_KINDS = ("named_person", "organisation", "metonym", "unnamed", "document", "unknown")
# What each class and channel means, with examples, stands in docs/framing.md.
CUE_CLASSES = (
    "neutral", "claim", "reveal", "stress", "concede", "deny", "accuse", "criticise", "praise", "urge", "ask", "promise",
    "warn", "predict", "manner", "thought",
)  # fmt: skip
CHANNELS = (
    "statement", "press_conference", "interview", "broadcast", "speech", "debate", "meeting", "testimony", "court_filing",
    "letter", "email", "message", "phone_call", "post", "publication", "report", "advertisement",
)  # fmt: skip
SPAN_ROLES = ("source", "cue", "content", "channel", "addressee")
TIME_PRECISIONS = ("day", "week", "month", "year")
TIME_BASES = ("printed", "relative")
ALIAS_KINDS = ("full", "surname", "acronym", "other")


class Runs(dy.Schema):
    """One row is a flow run that changed the warehouse (an idle run writes nothing)."""

    run_id = _key("Identifier of the run.", primary=True)
    flow_run_id = _text("Prefect's id of the flow run; null when run directly.", null=True)
    trigger = _text("What started it: `flow` or `direct`.")
    started_at = _moment("When it began.")
    ended_at = _moment("When it ended; null while it runs or when it was killed.", null=True)
    status = _text("`running`, `completed`, `failed` or `interrupted`.", **_one_of(RUN_STATUSES))
    code_version = _text("Version of newsledger.")
    model = _text("spaCy pipeline and its version.")
    config = _text("The settings that it ran with, as JSON.")
    n_seen = _count("Files seen in the folders.")
    n_new = _count("Files loaded for the first time.")
    n_changed = _count("Known paths whose content changed, loaded as a new version.")
    n_unchanged = _count("Files that the ledger knew already, good or rejected.")
    n_rejected = _count("Files that gave no article in this run.")
    n_rederived = _count("Known documents derived again from their stored text.")
    seconds = _text("CPU seconds by station, as JSON.")


class Files(dy.Schema):
    """One row is one version of a path in an inbox: the ledger of what has been processed."""

    path = _text("Path, relative to the project folder where it lies inside it.", primary_key=True)
    version_no = _count("1 for the first content seen at this path, then counting up.", primary=True)
    document_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The content; null when it was rejected.")
    sha256 = _text("SHA-256 of the content (of the decompressed content for .gz); null if unreadable.", null=True)
    size = _count("Size of the file in bytes.")
    mtime_ns = dy.Int64(nullable=False, description="Modification time in nanoseconds since 1970.")
    first_seen_at = _moment("When this version was first read.")
    last_seen_at = _moment("When its bytes were last read.")
    status = _text("`current`, `superseded` by a later version, or `rejected`.", **_one_of(FILE_STATUSES))
    mapped_source = _text("Source that the source map gives this path.", null=True)
    extractor_version = _text("Digest of model, station versions and lexicons that derived the rows.")
    batch_id = _key("The transaction that wrote the row.")
    run_id = _key("The run that wrote the row.")


class Documents(dy.Schema):
    """One row is one distinct byte content."""

    document_id = _key("First 16 hex digits of the SHA-256.", primary=True)
    sha256 = _text("SHA-256 of the content.", regex=r"^[0-9a-f]{64}$")
    encoding = _text("Encoding of the bytes, and what was mended (`cp1252`, `utf-8+mojibake_repaired`).")
    byte_size = _count("Size of the content in bytes.")
    text = _text("The decoded text, mended as docs/input.md says, otherwise as it was.")
    first_seen_at = _moment("When the content was first read.")
    run_id = _key("The run that first read it.")


class Rejects(dy.Schema):
    """One row is a file that gave no article in a run."""

    path = _text("Path of the file.", primary_key=True)
    run_id = _key("The run that rejected it.", primary=True)
    reason = _text("A word of the fixed vocabulary.", **_one_of(REJECT_REASONS))
    detail = _text("What exactly was wrong.")


class Articles(dy.Schema):
    """One row is one article (a document may hold several)."""

    article_id = _key("Hash of document_id and article_no.", primary=True)
    document_id = _key("The document that it stands in.")
    article_no = _count("Place in the document, from 1.")
    source = _text("Who published it; null when neither the text nor the source map says.", null=True)
    source_basis = _text("Rule that gave the source (`source_map`, `agency_credit`, `copyright_line` …).", null=True)
    section = _text("The publisher's section, as printed.", null=True)
    headline = _text("Headline, as printed.", null=True)
    subhead = _text("Standfirst, as printed.", null=True)
    bylines = _texts("Names in the byline.")
    dateline_text = _text("The whole dateline, as printed.", null=True)
    dateline_place = _text("Place in the dateline, as printed.", null=True)
    dateline_date = _text("Date in the dateline or date line, as printed.", null=True)
    agency = _text("News agency credited, as printed.", null=True)
    content_date = dy.Date(nullable=True, description="Day of first publication; null when its year is not known.")
    date_precision = _text("`day`, `inferred_year` or `none`.", **_one_of(DATE_PRECISIONS))
    date_basis = _text("What the date rests on, in words.", null=True)
    sign_off = _texts("Sign-offs after the story (initials, reporting credits, agency token).")
    language = _text("ISO 639-1 code.")
    n_words = _count("Words of the body.")
    n_sentences = _count("Sentences of the body.")
    body_sha256 = _text("SHA-256 of the body with white space folded: equal bodies share it.")
    quality_flags = _texts("What a reader should know (`no_headline`, `not_analysed` …).")


class Segments(dy.Schema):
    """One row is a span of the document with one role in the article."""

    article_id = _key("The article.", primary=True)
    segment_no = _count("Order in the article, from 1.", primary=True)
    kind = _text("Role of the span.", **_one_of(SEGMENT_KINDS))
    paragraph_no = _count("Number of the body paragraph, from 1; null outside the body.", null=True)
    char_start = _count("Start of the span.")
    char_end = _count("End of the span.")


class Evidence(dy.Schema):
    """One row is one reason why a field of an article has its value."""

    article_id = _key("The article.")
    field = _text("Column of articles.")
    value = _text("The value that this speaks for.")
    char_start = _count("Start of the evidence in the text; null when it is not in the text.", null=True)
    char_end = _count("End of the evidence.", null=True)
    rule = _text("Name of the rule.")
    confidence = _share("How sure the rule is, 0 to 1.")


class Mentions(dy.Schema):
    """One row is a name, a role phrase or a pronoun in the text that points to an entity."""

    article_id = _key("The article.", primary=True)
    entity_id = _key("The entity that it names.")
    canonical_name = _text("Fullest name of the entity in this article.")
    surface = _text("The words, as printed.")
    kind = _text("`name`, `nominal` or `pronoun`.", **_one_of(MENTION_KINDS))
    label = _text("Type of the entity.", **_one_of(ENTITY_TYPES))
    char_start = _count("Start of the mention.", primary=True)
    char_end = _count("End of the mention.", primary=True)
    sentence_no = _count("Sentence of the article, from 1.")
    in_segment = _text("Segment that it stands in (`headline`, `body`).", **_one_of(SEGMENT_KINDS))
    quote_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The quote that it stands in, if any.")


class Quotes(dy.Schema):
    """One row is one utterance with its speaker."""

    quote_id = _key("Hash of article_id, offsets and type.", primary=True)
    article_id = _key("The article.")
    quote_no = _count("Order in the article, from 1.")
    type = _text("`direct`, `indirect` or `mixed`.", **_one_of(QUOTE_TYPES))
    form = _text("How it is built (`quote_cue_speaker`, `according_to`, `headline_colon` …).")
    content = _text("The span from the first to the last character of the utterance, exactly as in the text.")
    verbatim = _text("Only the words in quotation marks, fragments joined by ` … `; null when indirect.", null=True)
    char_start = _count("Start of the utterance.")
    char_end = _count("End of the utterance.")
    cue = _text("Words that report the speech (`said`, `according to`).", null=True)
    cue_class = _text("How the cue frames it; null without a cue.", null=True, **_one_of(CUE_CLASSES))
    channel = _text("Where or how it was said, if printed; its words are a span.", null=True, **_one_of(CHANNELS))
    addressee_text = _text("To whom it was said, as printed (`reporters`, `the Harbour Post`).", null=True)
    addressee_entity_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The addressee's entity when named.")
    speech = dy.Bool(nullable=False, description="False for beliefs, wishes and decisions.")
    speaker_text = _text("The speaker, as printed where the quote is attributed.", null=True)
    speaker_entity_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The speaker's entity when named.")
    speaker_name = _text("Fullest name of the speaker in the article.", null=True)
    speaker_kind = _text("What the speaker is.", **_one_of(SPEAKER_KINDS))
    attribution_rule = _text("Rule that chose the speaker.")
    attribution_signals = _text("The signals that weighed most in that choice, with their weights.", null=True)
    confidence = _share("How sure the attribution is, 0 to 1.")
    n_words = _count("Words of the utterance (its fragments).")
    n_verbatim_words = _count("Of these, words in quotation marks.")
    position_pct = _share("Where in the body it starts: 0 first, 1 last.")
    in_segment = _text("Segment that it stands in (`headline`, `body`).", **_one_of(SEGMENT_KINDS))


class QuoteSpans(dy.Schema):
    """One row is a source, cue or content fragment of a quote, or the words that name its channel or addressee."""

    quote_id = _key("The quote.", primary=True)
    article_id = _key("The article.")
    role = _text(
        "`source`, `cue`, `content` (as in PARC), `channel` or `addressee`.", primary_key=True, **_one_of(SPAN_ROLES)
    )
    fragment_no = _count("Order within the role, from 1.", primary=True)
    char_start = _count("Start of the fragment.")
    char_end = _count("End of the fragment.")


class ArticleTopics(dy.Schema):
    """One row is a topic of an article under one scheme."""

    article_id = _key("The article.", primary=True)
    topic_id = _text("Code in its scheme (`medtop:11000000`, `section:politics`).", primary_key=True)
    score = _share("Strength, 0 to 1; the scores of one method and article need not add up to 1.")
    rank = _count("1 for the strongest of its scheme.")
    method = _text("What assigned it (`lexicon`, `printed_section`).")


class TimeExpressions(dy.Schema):
    """One row is a day, week, month or year that the headline, standfirst or body names (TIMEX3 of ISO 24617-1, type DATE)."""

    article_id = _key("The article.", primary=True)
    surface = _text("The words, as printed.")
    value = _text(
        "What they mean, ISO 8601 (`2022-07-09`, `2022-W27`, `2022-07`, `2022`, `2022-07-09/2022-07-12`); null when nothing tells.",
        null=True,
        regex=r"^\d{4}(-\d\d(-\d\d)?|-W\d\d)?(/\d{4}-\d\d(-\d\d)?)?$",
    )
    precision = _text("How much time they name.", **_one_of(TIME_PRECISIONS))
    basis = _text("`printed`, or `relative` to the content date of the article.", **_one_of(TIME_BASES))
    rule = _text("Rule that resolved them (`full_date`, `weekday_past`, `month_and_day_future` …).")
    confidence = _share("How sure the value is, 0 to 1; lower where the year of the content date was inferred.")
    char_start = _count("Start of the expression.", primary=True)
    char_end = _count("End of the expression.", primary=True)
    in_segment = _text("Segment that it stands in (`headline`, `subhead`, `body`).", **_one_of(SEGMENT_KINDS))


class Topics(dy.Schema):
    """One row is a topic of a scheme: the IPTC Media Topics, or the publishers' own sections."""

    topic_id = _text("Code in its scheme.", primary_key=True)
    scheme = _text("`iptc_mediatopic` or `section`.")
    label = _text("Name of the topic.")
    broader = _text("topic_id of the broader topic, if any.", null=True)


class Entities(dy.Schema):
    """One row is a person, organisation, place or other name across articles."""

    entity_id = _key("Hash of type and folded canonical name.", primary=True)
    canonical_name = _text("Fullest name.")
    type = _text("Type.", **_one_of(ENTITY_TYPES))
    n_mentions = _count("Mentions in current articles.")
    n_articles = _count("Current articles that name it.")
    first_seen = dy.Date(nullable=True, description="Earliest content date; null when no such article is dated.")
    last_seen = dy.Date(nullable=True, description="Latest content date.")


class EntityAliases(dy.Schema):
    """One row is one way in which an entity is written."""

    entity_id = _key("The entity.", primary=True)
    alias = _text("The name, as printed.", primary_key=True)
    alias_kind = _text("`full`, `surname`, `acronym` or `other`.", **_one_of(ALIAS_KINDS))
    n = _count("Mentions in current articles.")
    first_seen = dy.Date(nullable=True, description="Earliest content date.")
    last_seen = dy.Date(nullable=True, description="Latest content date.")


class RecurringLines(dy.Schema):
    """One row is a line that recurs over a source's current articles and is read as boilerplate in those still to come."""

    source = _text("Who published them; empty for the articles of unknown source.", primary_key=True)
    line = _text("The line, as printed.", primary_key=True)
    n_articles = _count("Current articles of the source that hold it.")
    n_source_articles = _count("All current articles of the source.")
    n_in_body = _count("Of n_articles, those whose body holds it: read before it was known; `--reprocess` mends them.")


# Durable tables have migrations; derived ones are rebuilt from stored text; refreshed ones from derived ones by sql/refresh.
DURABLE: dict[str, type[dy.Schema]] = {"runs": Runs, "files": Files, "documents": Documents, "rejects": Rejects}
DERIVED: dict[str, type[dy.Schema]] = {
    "articles": Articles, "segments": Segments, "evidence": Evidence, "mentions": Mentions, "quotes": Quotes,
    "quote_spans": QuoteSpans, "article_topics": ArticleTopics,
    "time_expressions": TimeExpressions,
}  # fmt: skip
REFRESHED: dict[str, type[dy.Schema]] = {
    "topics": Topics, "entities": Entities, "entity_aliases": EntityAliases, "recurring_lines": RecurringLines,
}  # fmt: skip
TABLES: dict[str, type[dy.Schema]] = DURABLE | DERIVED | REFRESHED
