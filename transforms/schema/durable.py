"""What no text can give back: runs, files, contents, rejects, corrections and measurements. These tables have migrations."""

import dataframely as dy

from transforms.schema.columns import IDENTIFIER as _IDENTIFIER
from transforms.schema.columns import count as _count
from transforms.schema.columns import key as _key
from transforms.schema.columns import moment as _moment
from transforms.schema.columns import one_of as _one_of
from transforms.schema.columns import share as _share
from transforms.schema.columns import text as _text
from transforms.schema.vocabulary import (
    ENTITY_TYPES,
    FILE_STATUSES,
    QUALITY_METRICS,
    REJECT_REASONS,
    REVIEW_ACTIONS,
    RUN_STATUSES,
)


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


class Reviews(dy.Schema):
    """One row is a person's correction of who is who; it overlays what was found and is kept for good."""

    review_id = _key("Identifier of the correction.", primary=True)
    made_at = _moment("When it was made.")
    action = _text("What was corrected.", **_one_of(REVIEW_ACTIONS))
    type = _text("Type of the entity.", **_one_of(ENTITY_TYPES))
    name = _text("The name that is corrected, folded as in `mentions.name_id`.")
    target = _text("What it is merged into, split off as, or called.")
    article_id = dy.String(
        nullable=True, regex=_IDENTIFIER, description="The one article that a split is for; null for all."
    )
    note = _text("Why, in the person's words.", null=True)
    withdrawn_at = _moment("When it was taken back; null while it holds.", null=True)


class TopicModels(dy.Schema):
    """One row is a version of the topic classifier: what it learnt from, and when."""

    model = _text("Version, as in `article_topics.model`.", primary_key=True)
    fitted_at = _moment("When it was fitted; null for the one that comes with newsledger.", null=True)
    run_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The run that fitted it.")
    n_articles = _count("Articles in the warehouse then.")
    n_examples = _count("Articles that it learnt from.")
    lexicon = _text("Digest of the lexicon that labelled them.")


class QualityMetrics(dy.Schema):
    """One row is a score of this installation on gold that a person labelled: `newsledger measure` writes them."""

    measured_at = dy.Datetime(
        primary_key=True, nullable=False, time_unit="us", time_zone="UTC", description="When it was measured."
    )
    gold = _text("The gold: name of its folder or file.", primary_key=True)
    gold_sha256 = _text("SHA-256 of the gold's texts and records.", regex=r"^[0-9a-f]{64}$")
    code_version = _text("Version of newsledger.")
    model = _text("spaCy pipeline and its version.")
    metric = _text(
        "`precision`: of what we say, the share that is true; `recall`: of what is there, the share that we find;"
        " `f1`: the harmonic mean of both; `accuracy`: of what was decided, the share that is right.",
        primary_key=True,
        **_one_of(QUALITY_METRICS),
    )
    slice = _text("What is scored: `quotes`, `speakers of direct quotes`, `headline` …", primary_key=True)
    value = _share("The score, 0 to 1.")
    n = _count("Decisions that it rests on; of f1, the gold's.")
