"""The same thing has the same number, and the same words, on every page."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from invented_site import article, key, published_with, rows
from overview_ledger import published as invented

from flows.publish import write_site
from flows.report_sql import FOLDER, read_report

REPORTS = sorted(FOLDER.glob("*.sql"))
ONE_CALLED_MANY = re.compile(r"\b1 (articles|quotations|sources|speakers|words|times|quotes)\b")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    write_site(invented(folder), folder / "run")
    return folder / "run"


def _words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<pre.*?</pre>|<[^>]+>", " ", markup, flags=re.DOTALL)).split())


def _section(page: str, anchor: str) -> str:
    found = re.search(rf'<section[^>]* aria-labelledby="{anchor}".*?</section>', page, flags=re.DOTALL)
    assert found, anchor
    return found[0]


def _rows(page: str, anchor: str) -> dict[str, list[str]]:
    """The cells of each row of the section with this anchor, by the address that the row leads to."""
    section = _section(page, anchor)
    found = re.findall(r'<th scope="row"><a href="([^"]+)">.*?</th>(.*?)</tr>', section, flags=re.DOTALL)
    return {
        href: [_words(cell) for cell in re.findall(r"<td.*?</td>", cells, flags=re.DOTALL)] for href, cells in found
    }


def _number(page: str, label: str) -> tuple[str, str]:
    found = re.search(rf'<dt>{label}</dt><dd class="value">([^<]*)</dd><dd class="note">([^<]*)</dd>', page)
    assert found, label
    return found[1], html.unescape(found[2])


def test_a_speaker_has_as_many_sources_on_every_page(site: Path) -> None:
    """An article that names no source adds none, neither to those of a speaker nor to those of all."""
    index = (site / "index.html").read_text("utf-8")
    known = re.search(r'<dt><a href="sources.html">Sources</a></dt><dd class="value">(\d+)<', index)
    assert known
    on_index = {href: cells[-3] for href, cells in _rows(index, "who-is-quoted-and-by-whom").items()}
    listed = {href: cells[2] for href, cells in _rows((site / "speakers.html").read_text(), "the-most-quoted").items()}
    assert len(on_index) == len(listed) == 5
    for href, sources in listed.items():
        own = (site / href).read_text("utf-8")
        assert (on_index[href], _number(own, "Sources")) == (sources, (sources, f"of {known[1]}")), href
        assert f"of {sources} sources" in _words(own)


def test_who_is_heard_where_no_source_is_known_has_words_for_none(tmp_path: Path) -> None:
    contents = rows(6)
    for row in contents["articles"]:
        row["source"] = None
    write_site(published_with(tmp_path / "w", contents), tmp_path / "run")
    (own,) = (tmp_path / "run" / "speakers").glob("*.html")
    assert "Quoted 6 times in 6 articles whose sources are not known" in _words(own.read_text("utf-8"))
    assert "6 quotations in articles whose source is not known." in _words(
        (tmp_path / "run/index.html").read_text("utf-8")
    )


def test_named_is_one_share_wherever_it_stands(site: Path) -> None:
    listed = _rows((site / "sources.html").read_text("utf-8"), "all-sources")
    assert len(listed) == 14
    for href, cells in listed.items():
        page = (site / href).read_text("utf-8")
        told = re.fullmatch(r"(\d+)% of quotations name theirs", _number(page, "Named speakers")[1])
        drawn = re.search(r'aria-label="[^":]*: named (\d+)%', page)
        assert told, href
        assert drawn, href
        assert told[1] == drawn[1], href
        assert int(cells[4].rstrip("%")) + int(told[1]) in (99, 100, 101), href


def test_nobody_is_heard_only_where_no_source_is_known(site: Path) -> None:
    (page,) = (site / "sources").glob("source-unknown-*.html")
    text = page.read_text("utf-8")
    assert "heard nowhere else" not in _words(text)
    section = _section(text, "quoted-nowhere-else")
    assert "<table" not in section
    assert "of articles that name no source, nobody can tell" in _words(section)


def test_what_stands_out_on_the_overview_stands_out_on_the_page_of_the_source(site: Path) -> None:
    lead = re.search(r"<h1>(.+) gives (.+) (\d+\.\d) times the share", (site / "index.html").read_text("utf-8"))
    assert lead
    (page,) = (
        page.read_text("utf-8") for page in (site / "sources").iterdir() if f"<h1>{lead[1]}</h1>" in page.read_text()
    )
    assert f", with {lead[3]} times the usual share of {lead[2]}." in _words(page)


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_what_stands_out_is_told_by_one_view(file: Path) -> None:
    """No report has an interval or a z-score of its own, by which it could choose another topic than the next page."""
    assert "sqrt(" not in file.read_text("utf-8")


def test_what_is_little_is_not_called_nothing(tmp_path: Path) -> None:
    numbers = range(1, 301)
    contents: dict[str, list[dict[str, Any]]] = {
        "files": [{"path": f"{i}.txt", "version_no": 1, "document_id": key(i), "status": "current"} for i in numbers],
        "documents": [{"document_id": key(i), "sha256": "0" * 64, "text": "Bridge to reopen\n"} for i in numbers],
        "articles": [article(i, "Harbour Post" if i > 1 else "Upland Radio", None) for i in numbers],
        "article_topics": [{"article_id": key(1), "topic_id": "medtop:11000000", "rank": 1}],
    }
    write_site(published_with(tmp_path / "w", contents), tmp_path / "run")
    for page in [*(tmp_path / "run/sources").glob("upland*"), *(tmp_path / "run/topics").glob("*.html")]:
        assert _number(page.read_text("utf-8"), "Articles") == ("1", "<1% of all")
    assert "<1% of the articles are about politics" in _words((tmp_path / "run/topics.html").read_text("utf-8"))


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_every_share_in_words_says_less_than_one(file: Path) -> None:
    """A cell says `<1%` for what rounds to nothing, and so does a sentence."""
    text = file.read_text("utf-8")
    guarded = re.findall(r"if\((.+?) > 0 AND \1 < 0\.005, '<1%?', format\('\{:\.0f\}%?', 100 \* \1\)\)", text)
    assert len(guarded) + text.count("no_date * 200 < s.articles, '<1'") == text.count("100 * ")


def test_one_is_not_called_many_on_any_page(tmp_path: Path) -> None:
    write_site(published_with(tmp_path / "w", rows(1)), tmp_path / "run")
    for page in (tmp_path / "run").rglob("*.html"):
        text = page.read_text("utf-8")
        said = [_words(text), *map(html.unescape, re.findall(r'="([^"]*)"', text))]
        assert [found[0] for words in said for found in ONE_CALLED_MANY.finditer(words)] == [], page.name
        assert "of the 1 " not in said[0], page.name


def test_an_empty_ledger_says_nothing_of_its_articles(tmp_path: Path) -> None:
    write_site(published_with(tmp_path / "w", {}), tmp_path / "run")
    assert "names one" not in (words := _words((tmp_path / "run/index.html").read_text("utf-8")))
    assert "of them dated" not in words


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_the_view_under_a_figure_is_one_that_its_query_rests_on(file: Path) -> None:
    """Where a query reads several, the file says which, or it is the one that stands outside of every parenthesis."""
    text = file.read_text("utf-8")
    for part in read_report(file).parts:
        (tree,) = json.loads(duckdb.sql("SELECT json_serialize_sql($1)", params=[part.sql]).fetchall()[0][0])[
            "statements"
        ]
        read = set(_tables(tree)) - set(_names_of_with(tree))
        assert part.view in read, part.title
        outside = tree["node"].get("from_table", {})
        while outside.get("type") == "JOIN":
            outside = outside["left"]
        assert (
            len(read) == 1
            or f"\n-- view: {part.view}\n" in _part(text, part.title)
            or outside.get("table_name") == part.view
        ), part.title


def _part(text: str, title: str) -> str:
    return text.split(f"\n-- ## {title}\n")[1].split("\n-- ## ")[0]


def _tables(tree: Any) -> Iterator[str]:
    """The names that a statement reads, as DuckDB parses it."""
    if isinstance(tree, dict):
        if tree.get("type") == "BASE_TABLE":
            yield tree["table_name"]
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from _tables(branch)


def _names_of_with(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from (entry["key"] for entry in tree.get("cte_map", {}).get("map", []))
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from _names_of_with(branch)
