"""The closed sets of words that columns hold; `docs/` says what each means."""

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
ENTITY_BASES = (
    "full_name",
    "compatible_name",
    "sole_bearer",
    "acronym",
    "place_id",
    "own_name",
    "majority_type",
    "review",
)
ATTRIBUTES = ("title", "role", "affiliation", "gender", "country")
TOPIC_METHODS = ("lexicon", "classifier", "printed_section", "section_map")
REVIEW_ACTIONS = ("merge", "split", "rename")
QUALITY_METRICS = ("precision", "recall", "f1", "accuracy")
