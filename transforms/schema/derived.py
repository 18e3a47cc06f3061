"""What is read from the stored texts: rebuilt at will."""

import dataframely as dy

from transforms.schema.columns import IDENTIFIER as _IDENTIFIER
from transforms.schema.columns import count as _count
from transforms.schema.columns import country as _country
from transforms.schema.columns import key as _key
from transforms.schema.columns import one_of as _one_of
from transforms.schema.columns import share as _share
from transforms.schema.columns import text as _text
from transforms.schema.columns import texts as _texts
from transforms.schema.vocabulary import (
    ATTRIBUTES,
    CHANNELS,
    CUE_CLASSES,
    DATE_PRECISIONS,
    ENTITY_TYPES,
    MENTION_KINDS,
    QUOTE_TYPES,
    SEGMENT_KINDS,
    SPAN_ROLES,
    SPEAKER_KINDS,
    TIME_BASES,
    TIME_PRECISIONS,
    TOPIC_METHODS,
)


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
    name_id = _key(
        "Hash of the type and the folded canonical name: the same for one name in any article; `entity_names` says whose it is."
    )
    canonical_name = _text("Fullest form of the name in this article.")
    surface = _text("The words, as printed.")
    kind = _text("`name`, `nominal` or `pronoun`.", **_one_of(MENTION_KINDS))
    label = _text("Type of the entity.", **_one_of(ENTITY_TYPES))
    char_start = _count("Start of the mention.", primary=True)
    char_end = _count("End of the mention.", primary=True)
    sentence_no = _count("Sentence of the article, from 1.")
    in_segment = _text("Segment that it stands in (`headline`, `body`).", **_one_of(SEGMENT_KINDS))
    quote_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The quote that it stands in, if any.")
    country_iso = _country("Country of a place that is known.")
    geonames_id = _count("GeoNames id of a place that is known.", null=True)


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
    addressee_name_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The addressee's name in `mentions`.")
    speech = dy.Bool(nullable=False, description="False for beliefs, wishes and decisions.")
    speaker_text = _text("The speaker, as printed where the quote is attributed.", null=True)
    speaker_name_id = dy.String(nullable=True, regex=_IDENTIFIER, description="The speaker's name in `mentions`.")
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


class NameAttributes(dy.Schema):
    """One row is one thing that an article says of a person or organisation: a title, role, affiliation, gender or country."""

    article_id = _key("The article.", primary=True)
    name_id = _key("The name that it is said of.", primary=True)
    attribute = _text("What it is.", primary_key=True, **_one_of(ATTRIBUTES))
    value = _text(
        "Title, role and affiliation as printed; gender `female` or `male`, by pronoun or honorific only; country ISO 3166-1 alpha-2."
    )
    char_start = _count("Start of the words that say so.", primary=True)
    char_end = _count("End of these words.", primary=True)
    rule = _text("Name of the rule.")
    confidence = _share("How sure the rule is, 0 to 1.")


class QuoteTopics(dy.Schema):
    """One row is a topic of a quote: what its speaker spoke about (IPTC Media Topics)."""

    quote_id = _key("The quote.", primary=True)
    article_id = _key("The article.")
    topic_id = _text("Code (`medtop:11000000`).", primary_key=True)
    score = _share("Strength, 0 to 1.")
    rank = _count("1 for the strongest.")
    method = _text("What assigned it.", **_one_of(TOPIC_METHODS))


class KeyPhrases(dy.Schema):
    """One row is a phrase that says what an article is about."""

    article_id = _key("The article.", primary=True)
    phrase = _text("The phrase, folded: equal for equal phrases of any article.", primary_key=True)
    surface = _text("Its most frequent printed form in the article.")
    n = _count("How often it stands in the article.")
    score = _share("Weight within the article, 0 to 1.")
    rank = _count("1 for the weightiest.")
    char_start = _count("Start of its first occurrence.")
    char_end = _count("End of its first occurrence.")


class ArticleTopics(dy.Schema):
    """One row is a topic of an article under one scheme."""

    article_id = _key("The article.", primary=True)
    topic_id = _text("Code in its scheme (`medtop:11000000`, `section:politics`).", primary_key=True)
    score = _share("Strength, 0 to 1; the scores of one method and article need not add up to 1.")
    rank = _count("1 for the strongest of its scheme.")
    method = _text("What assigned it.", **_one_of(TOPIC_METHODS))
    model = _text("The classifier's version in `topic_models`; null where none was asked.", null=True)


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
