"""What looks across articles: made from the derived tables after every load."""

import dataframely as dy

from transforms.schema.columns import count as _count
from transforms.schema.columns import country as _country
from transforms.schema.columns import key as _key
from transforms.schema.columns import one_of as _one_of
from transforms.schema.columns import share as _share
from transforms.schema.columns import text as _text
from transforms.schema.vocabulary import ALIAS_KINDS, ATTRIBUTES, ENTITY_BASES, ENTITY_TYPES


class Topics(dy.Schema):
    """One row is a topic of a scheme: the IPTC Media Topics, or the publishers' own sections."""

    topic_id = _text("Code in its scheme.", primary_key=True)
    scheme = _text("`iptc_mediatopic` or `section`.")
    label = _text("Name of the topic.")
    broader = _text("topic_id of the broader topic, if any.", null=True)


class Entities(dy.Schema):
    """One row is a person, organisation, place or other name across articles."""

    entity_id = _key("Hash of type and folded canonical name, or what a review says.", primary=True)
    canonical_name = _text("Fullest name.")
    type = _text("Type.", **_one_of(ENTITY_TYPES))
    country_iso = _country("Country of a place, and of a person or organisation where texts give one.")
    geonames_id = _count("GeoNames id of a place.", null=True)
    n_mentions = _count("Mentions by name in current articles, datelines left out.")
    n_articles = _count("Current articles that name it, datelines left out.")
    first_seen = dy.Date(nullable=True, description="Earliest content date; null when no such article is dated.")
    last_seen = dy.Date(nullable=True, description="Latest content date.")


class EntityNames(dy.Schema):
    """One row says whose a name in an article is: joins `mentions` and `quotes` (by article_id and name_id) to `entities`."""

    article_id = _key("The article.", primary=True)
    name_id = _key("The name, as in `mentions`.", primary=True)
    entity_id = _key("The entity.")
    basis = _text("Why.", **_one_of(ENTITY_BASES))
    confidence = _share("How sure that is, 0 to 1.")


class EntityAttributes(dy.Schema):
    """One row is a title, role, affiliation, gender or country that articles give a person or organisation."""

    entity_id = _key("The entity.", primary=True)
    attribute = _text("What it is.", primary_key=True, **_one_of(ATTRIBUTES))
    value = _text("Its value, as in `name_attributes`.", primary_key=True)
    n_articles = _count("Current articles that say so.")
    confidence = _share("How sure the surest of them is, 0 to 1.")
    first_seen = dy.Date(nullable=True, description="Earliest content date.")
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
