"""What a reader sees of the places of an article: which country, which GeoNames id, and null where nobody can know."""

import csv
import gzip
import re
import time
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transforms.places.folding import folded
from transforms.places.gazetteer import country_of_demonym, is_demonym, known_places, small_towns
from transforms.places.resolve import located
from transforms.records import Article, Mention, identifier

PACKAGE = files("transforms.places")


def read(text: str, names: str, dateline: str | None = None) -> dict[str, tuple[str | None, int | None]]:
    """Country and GeoNames id of each name, by its surface; `names` has PLACE names, and after a slash other ones with "label:"."""
    article = Article("a" * 16, "d" * 16, 1, text, (), dateline_place=dateline)
    found = sorted(_mentions(text, names), key=lambda mention: mention.char_start)
    return {
        mention.surface: (mention.country_iso, mention.geonames_id)
        for mention in located(article, found)
        if mention.label == "PLACE"
    }


def _mentions(text: str, names: str) -> Iterator[Mention]:
    for given_name in names.split("; "):
        label, _, name = given_name.rpartition(":")
        for match in re.finditer(re.escape(name), text):
            yield Mention(identifier(name), name, name, "name", label or "PLACE", match.start(), match.end(), 1, "body")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(PACKAGE.joinpath(name).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("U.S.", "US", "country"), ("the US", "US", "country"), ("Britain", "GB", "country"), ("IRAN", "IR", "country"),
        ("Ivory Coast", "CI", "country"), ("Burma", "MM", "country"), ("Türkiye", "TR", "country"), ("Russia's", "RU", "country"),
        ("Georgia", "GE", "country"), ("Europe", None, "continent"), ("Middle East", None, "region"), ("Red Sea", None, "water"),
        ("Gujarat", "IN", "admin1"), ("Xinjiang", "CN", "admin1"), ("Bavaria", "DE", "admin1"), ("Calif.", "US", "admin1"),
        ("Oyo State", "NG", "admin1"), ("Province of Quebec", "CA", "admin1"), ("Kent", "GB", "admin2"), ("Paris", "FR", "city"),
        ("New York", "US", "city"), ("São Paulo", "BR", "city"), ("Sao Paulo", "BR", "city"), ("Saint Louis", "US", "city"),
        ("Cox’s Bazar", "BD", "city"), ("Kiev", "UA", "city"), ("White House", "US", "region"), ("Siberia", "RU", "region"),
    ],
)  # fmt: skip
def test_a_name_means_its_best_known_place(name: str, country: str | None, kind: str) -> None:
    place = known_places(name)[0]
    assert (place.country_iso, place.kind) == (country, kind)


@pytest.mark.parametrize("name", ["us", "uk", "march", "Xqwz", "", " ", "Miss", "Ill"])
def test_common_words_and_inventions_are_no_places(name: str) -> None:
    assert known_places(name) == ()


def test_spellings_of_a_name_find_the_same_place() -> None:
    for one, other in [
        ("St. Petersburg", "Saint Petersburg"),
        ("Guinea Bissau", "Guinea-Bissau"),
        ("Reykjavik", "Reykjavík"),
        ("NYC", "New York City"),
    ]:
        assert known_places(one)[0].geonames_id == known_places(other)[0].geonames_id


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Russian", "RU"),
        ("Swedes", "SE"),
        ("Frenchwoman", "FR"),
        ("GERMAN", "DE"),
        ("New Zealanders", "NZ"),
        ("European", None),
        ("polish", None),
    ],
)
def test_demonyms_tell_the_country(word: str, country: str | None) -> None:
    assert country_of_demonym(word) == country
    assert is_demonym(word) == (word != "polish")


def test_a_qualifier_chooses_among_namesakes() -> None:
    text = "The plant in Paris, Texas, and the one in London, Ontario, will close; a third near Cambridge, Massachusetts, stays."
    found = read(text, "Paris; Texas; London; Ontario; Cambridge; Massachusetts")
    assert {name: country for name, (country, _) in found.items()} == {
        "Paris": "US", "Texas": "US", "London": "CA", "Ontario": "CA", "Cambridge": "US", "Massachusetts": "US",
    }  # fmt: skip
    assert found["Paris"][1] != known_places("Paris")[0].geonames_id


def test_one_name_is_one_place_in_an_article_unless_it_is_qualified() -> None:
    text = "PARIS, Texas. The mayor of Paris said on Monday that Paris, Texas, was no Paris, France."
    article = Article("a" * 16, "d" * 16, 1, text, ())
    found = located(article, sorted(_mentions(text, "Paris; Texas; France"), key=lambda mention: mention.char_start))
    assert [mention.country_iso for mention in found if mention.surface == "Paris"] == ["US", "US", "FR"]


def test_georgia_is_the_state_where_the_article_is_about_america() -> None:
    assert read("Voters in Georgia and Ohio", "Georgia; Ohio")["Georgia"] == ("US", 4197000)
    assert read("Voters in Georgia and Armenia", "Georgia; Armenia")["Georgia"] == ("GE", 614540)
    assert read("The court in Atlanta, Georgia, said", "Atlanta; Georgia")["Georgia"][0] == "US"


def test_the_article_speaks_for_one_of_two_towns_of_like_size() -> None:
    assert (
        read("Police in Birmingham and in Montgomery, Alabama", "Birmingham; Montgomery; Alabama")["Birmingham"][0]
        == "US"
    )
    assert read("Police in Birmingham and in Leeds", "Birmingham; Leeds")["Birmingham"][0] == "GB"
    assert read("A flood in Hyderabad, the Pakistani army said", "Hyderabad; MISC:Pakistani")["Hyderabad"][0] == "PK"
    assert read("A flood in Hyderabad", "Hyderabad", dateline="KARACHI, Pakistan")["Hyderabad"][0] == "PK"
    assert read("A flood in Hyderabad", "Hyderabad")["Hyderabad"][0] == "IN"


def test_a_great_city_stays_itself_in_an_article_about_another_country() -> None:
    assert (
        read("Talks in London between Texas and Ohio officials, Texas and Ohio said", "London; Texas; Ohio")["London"][
            0
        ]
        == "GB"
    )


def test_washington_state_is_not_washington() -> None:
    found = read("Fires in Washington state; Washington sent help.", "Washington")
    assert found["Washington"] == ("US", 4140963)
    article = Article("a" * 16, "d" * 16, 1, "Fires in Washington state", ())
    (state,) = located(article, list(_mentions(article.text, "Washington")))
    assert state.geonames_id == 5815135
    assert state.surface == "Washington"


def test_a_politician_s_state_is_a_state() -> None:
    found = read(
        "Ann Doe, D-Calif., and Al Roe, R-Ohio, met Bo Moe of Burlington, Vt., on Friday.",
        "D-Calif; R-Ohio; Vt; Burlington",
    )
    assert {name: place[1] for name, place in found.items()} == {
        "D-Calif": 5332921,
        "R-Ohio": 5165418,
        "Vt": 5242283,
        "Burlington": 5234372,
    }


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("northern Iraq", "IQ"), ("Greater Accra", "GH"), ("Port of Rotterdam", "NL"), ("Kabul Airport", "AF"), ("French Alps", "FR"),
        ("Kenya's Zubalu Forest", "KE"), ("Zubalu in Kenya", "KE"), ("Zubalu, Kenya", "KE"), ("Rotterdam port", "NL"),
    ],
)  # fmt: skip
def test_what_holds_a_known_place_has_its_country(name: str, country: str) -> None:
    assert read(f"It was near {name} that it stopped.", name)[name][0] == country


def test_a_part_of_a_country_has_the_country_but_not_its_id() -> None:
    assert read("In northern Iraq the rain fell.", "northern Iraq")["northern Iraq"] == ("IQ", None)


def test_an_unknown_place_takes_the_country_of_its_qualifier_and_no_other() -> None:
    text = "In Zubalu, Kenya, and in Mirrowby the rain fell. Zubalu is a town; Germany sent help, said Germany."
    found = read(text, "Zubalu; Kenya; Mirrowby; Germany")
    assert found["Zubalu"] == ("KE", None)
    assert found["Mirrowby"] == (None, None)


def test_a_list_is_no_qualifier() -> None:
    found = read("Floods in Mirrowby, Montana and Zubalu, said the mayor", "Mirrowby; Montana; Zubalu")
    assert found["Mirrowby"] == (None, None)


def test_a_small_town_is_taken_only_where_its_country_is_spoken_of() -> None:
    assert small_towns("Pangnirtung")[0].country_iso == "CA"
    assert read("School opened in Pangnirtung, said Canada.", "Pangnirtung; Canada")["Pangnirtung"][0] == "CA"
    assert read("School opened in Pangnirtung.", "Pangnirtung")["Pangnirtung"] == (None, None)


def test_a_country_is_never_a_town_of_its_name_elsewhere() -> None:
    assert read("Egypt’s president of the U.S. Egypt, in America", "Egypt; U.S.; America")["Egypt"][0] == "EG"


def test_other_names_are_left_as_they_are() -> None:
    article = Article("a" * 16, "d" * 16, 1, "Paris Hollow of France Weekly", ())
    persons = list(_mentions(article.text, "PERSON:Paris Hollow; ORG:France Weekly"))
    assert located(article, persons) == tuple(persons)


@given(st.text(max_size=60), st.text(max_size=30))
@example("", "℀")
@example("", "℡")
def test_any_text_is_read(before: str, name: str) -> None:
    text = f"{before}{name}, Kenya"
    label = Mention("0" * 16, name, name, "name", "PLACE", len(before), len(before) + len(name), 1, "body")
    (mention,) = located(Article("a" * 16, "d" * 16, 1, text, (), dateline_place=before), [label])
    assert mention.surface == name
    assert folded(folded(name)) == folded(name)


def test_hostile_names_take_linear_time() -> None:
    start = time.process_time()
    for name in ("a of " * 5_000, "North " * 5_000, "A's " * 5_000, "in of the " * 5_000, "A " * 5_000 + "Airport"):
        read(name.strip() + ", Kenya", name.strip() + "; Kenya")
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("gazetteer.tsv.gz", "d7b07f5c9a806da0e15713b1d418314c8546fc8ddc01578484d5d291058461d2"),
        ("small_towns.tsv.gz", "4882271ca857cd9fa37109a4e8b1e58892c8bb5bb4b496255a5cdfe49a9414bd"),
    ],
)
def test_the_files_are_those_that_the_script_writes(name: str, digest: str) -> None:
    assert sha256(PACKAGE.joinpath(name).read_bytes()).hexdigest() == digest


def test_the_gazetteer_is_whole() -> None:
    text = gzip.decompress(PACKAGE.joinpath("gazetteer.tsv.gz").read_bytes()).decode("utf-8")
    lines, names, bearers = (block.split("\n") for block in text.split("\n\n"))
    places = [line.split("\t") for line in lines]
    assert (len(places), len(names), len(bearers)) == (104_526, 187_975, 187_975)
    assert len(set(names)) == len(names)
    assert all(names)
    assert len({(place[0], place[1]) for place in places}) == len(places)
    countries = {place[2] for place in places if place[1] == "country"}
    assert len(countries) > 245
    assert all(place[2] in countries or place[1] == "continent" for place in places)
    assert all(re.fullmatch(r"\d+", place[0]) and place[5] for place in places)
    assert all(int(bearer.split(":")[0]) < len(places) for each in bearers for bearer in each.split())


def test_our_own_tables_name_real_countries_and_nothing_twice() -> None:
    text = gzip.decompress(PACKAGE.joinpath("gazetteer.tsv.gz").read_bytes()).decode("utf-8")
    countries = {line.split("\t")[2] for line in text.split("\n\n")[0].split("\n")}
    for table, column in (("regions.csv", "names"), ("demonyms.csv", "words")):
        names = [name for row in rows(table) for name in row[column].split("|")]
        assert all(names)
        assert len(set(names)) == len(names)
        assert {row["country_iso"] for row in rows(table)} <= countries
    aliases = [alias for row in rows("aliases.csv") for alias in row["aliases"].split("|")]
    assert len(set(aliases)) == len(aliases)
    assert all(map(known_places, aliases))


@pytest.mark.parametrize(
    ("name", "country"),
    [("Qualder Street", "KE"), ("Xubalu", "KE"), ("Zindo", None), ("French Pavilion Park", None)],
)
def test_ground_that_no_table_has_lies_where_the_rest_of_the_article_does(name: str, country: str | None) -> None:
    text = f"Kenya and Nairobi; Mombasa and Kisumu. They met at {name}"
    text = text.replace("at Xubalu", "in the village of Xubalu") + " today."

    assert read(text, f"Kenya; Nairobi; Mombasa; Kisumu; {name}")[name] == (country, None)


def test_no_country_is_inferred_where_an_article_plays_in_several() -> None:
    text = "Kenya and Nairobi; Germany and Berlin. They met at Qualder Street."

    assert read(text, "Kenya; Nairobi; Germany; Berlin; Qualder Street")["Qualder Street"] == (None, None)
