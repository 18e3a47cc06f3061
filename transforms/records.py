"""The records that the stations hand on: one frozen dataclass a table, fields named like its columns.

`Article` carries the document's text with it, so that every later station can slice spans; `transforms.schema` says
what each column means. All offsets are half-open, in code points of `Article.text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from hashlib import sha256
from typing import Any

Row = dict[str, Any]
REPAIR_MARK = "+"


def identifier(*parts: object) -> str:
    """The first 16 hex digits of the SHA-256 of the parts, joined by a character that no text field holds (U+001F)."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def as_row(article_id: str, record: Any) -> Row:
    """Column → value of what was found in an article: all fields of the record but those for show (`compare=False`)."""
    return {"article_id": article_id} | {
        column.name: getattr(record, column.name) for column in fields(record) if column.compare
    }


@dataclass(frozen=True, slots=True)
class Reject:
    """Why a file gave no article: a word of `schema.REJECT_REASONS`, and what exactly was wrong."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Document:
    """One distinct content: `text` is decoded and mended; offsets count its code points.

    `encoding` is a Python codec name and, after a `+` each, what `transforms.repair` mended: a stored text that is derived
    again still says so.
    """

    document_id: str
    sha256: str
    encoding: str
    byte_size: int
    text: str

    @property
    def repairs(self) -> tuple[str, ...]:
        """The names of the repairs that a reader of the file would notice, which are quality flags of its articles."""
        return tuple(self.encoding.split(REPAIR_MARK)[1:])


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a document beyond its text.

    `mapped_source` is what the user's source map gives the file; `recurring` holds, by source (`""` for documents whose
    source is unknown), the fingerprints of lines that recur over its articles.
    """

    mapped_source: str | None = None
    recurring: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Segment:
    """A span with one role; `paragraph_no` counts body paragraphs from 1 and is None elsewhere."""

    kind: str
    char_start: int
    char_end: int
    paragraph_no: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field has its value; offsets are None when the reason is not in the text (the source map)."""

    field: str
    value: str
    char_start: int | None
    char_end: int | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the structure station reads it."""

    article_id: str
    document_id: str
    article_no: int
    text: str
    segments: tuple[Segment, ...]
    evidence: tuple[Evidence, ...] = ()
    source: str | None = None
    source_basis: str | None = None
    section: str | None = None
    headline: str | None = None
    subhead: str | None = None
    bylines: tuple[str, ...] = ()
    dateline_text: str | None = None
    dateline_place: str | None = None
    dateline_date: str | None = None
    agency: str | None = None
    content_date: date | None = None
    date_precision: str = "none"
    date_basis: str | None = None
    sign_off: tuple[str, ...] = ()
    language: str = "en"
    quality_flags: tuple[str, ...] = ()

    def spans(self, kind: str) -> tuple[Segment, ...]:
        """The segments of one kind, in order of the text."""
        return tuple(segment for segment in self.segments if segment.kind == kind)

    def slice(self, span: Segment) -> str:
        """The words of a span."""
        return self.text[span.char_start : span.char_end]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, role phrase or pronoun; `name_id` says which name of the article it stands for.

    A place that is known has the ISO 3166-1 alpha-2 code of its country, and its GeoNames id, where it has them.
    """

    name_id: str
    canonical_name: str
    surface: str
    kind: str
    label: str
    char_start: int
    char_end: int
    sentence_no: int
    in_segment: str
    quote_id: str | None = None
    country_iso: str | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a quote is attributed to: the printed words and their place, the entity when named, and how it was decided.

    `signals` are those that weighed most in choosing the report ("report_leads_in +4.0; cue say +1.2"), if it was weighed.
    """

    kind: str
    rule: str
    confidence: float
    text: str | None = None
    char_start: int | None = None
    char_end: int | None = None
    name_id: str | None = None
    name: str | None = None
    signals: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """Where or how a thing was said: a word of `schema.CHANNELS`, and the span of the words that say so."""

    kind: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a thing was said: the printed words and their span, and the entity when they are a known name."""

    text: str
    char_start: int
    char_end: int
    name_id: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance: its content fragments (offsets), its cue, its speaker, and the channel and addressee where printed."""

    quote_id: str
    type: str
    form: str
    fragments: tuple[tuple[int, int], ...]
    verbatim: str | None
    speaker: Speaker
    in_segment: str
    cue: tuple[int, int] | None = None
    cue_class: str | None = None
    speech: bool = True
    channel: Channel | None = None
    addressee: Addressee | None = None

    @property
    def char_start(self) -> int:
        """Where the first fragment starts."""
        return self.fragments[0][0]

    @property
    def char_end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1][1]


@dataclass(frozen=True, slots=True)
class ArticleTopic:
    """A topic of an article with its score (0 to 1), its rank in its scheme, and what assigned it."""

    topic_id: str
    score: float
    rank: int
    method: str
    label: str = field(default="", compare=False)
    model: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a day, week, month or year; `value` is ISO 8601 or None, `basis` printed or relative."""

    surface: str
    value: str | None
    precision: str
    basis: str
    rule: str
    confidence: float
    char_start: int
    char_end: int
    in_segment: str


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A phrase that says what an article is about: `phrase` is folded, `surface` printed, the span its first occurrence."""

    phrase: str
    surface: str
    n: int
    score: float
    rank: int
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class QuoteTopic:
    """A topic of a quote with its score (0 to 1), its rank in the quote, and what assigned it."""

    quote_id: str
    topic_id: str
    score: float
    rank: int
    method: str
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class NameAttribute:
    """One thing said of a name: a word of `schema.ATTRIBUTES`, its value, and the span of the words that say so."""

    name_id: str
    attribute: str
    value: str
    char_start: int
    char_end: int
    rule: str
    confidence: float
