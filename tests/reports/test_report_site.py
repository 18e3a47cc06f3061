"""From a published warehouse to a site on disk."""

import html
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from invented_site import SAID, article, key, published_with, rows

from flows.publish import write_site
from flows.report_sql import FOLDER, Report, read_report
from flows.site_files import Written
from warehouse.ask import read_frame
from warehouse.database import open_published
from warehouse.errors import Missing

REPORTS = sorted(FOLDER.glob("*.sql"))
KEYED = [FOLDER / f"{name}.sql" for name in ("source", "speaker", "topic")]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published_with(tmp_path_factory.mktemp("warehouse"), rows(4))


@pytest.fixture(scope="module")
def written(published: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    out = tmp_path_factory.mktemp("reports") / "run"
    return out, write_site(published, out)


@pytest.fixture(scope="module")
def site(written: tuple[Path, Written]) -> Path:
    return written[0]


def _page(site: Path, folder: str, start: str) -> str:
    (found,) = (site / folder).glob(f"{start}-*.html")
    return found.read_text("utf-8")


def _section(page: str, anchor: str) -> str:
    found = re.search(rf'<section aria-labelledby="{anchor}".*?</section>', page, flags=re.DOTALL)
    assert found, anchor
    return found[0]


def _sql(section: str) -> str:
    found = re.search(r"<pre.*?><code>(.*?)</code></pre>", section, flags=re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_the_overview_says_what_the_warehouse_holds(site: Path) -> None:
    overview = (site / "index.html").read_text("utf-8")
    assert "Ilse Marrow is the most quoted person" in overview or "Ilse Marrow is quoted most" in overview
    assert f"“{SAID}”" in overview
    assert "(source unknown)" in overview


def test_what_changes_with_each_run_stands_in_one_file(site: Path) -> None:
    stamp = (site / "data" / "edition.js").read_text("utf-8")
    assert '"dates":"2 Jul – 4 Jul 2031"' in stamp
    assert key(7) in stamp
    assert not [
        page.name for page in site.rglob("*.html") if key(7) in page.read_text() and page.name != "quality.html"
    ]


def test_the_size_that_is_told_is_the_size_on_disk(written: tuple[Path, Written]) -> None:
    out, told = written
    files = [file for file in out.rglob("*") if file.is_file()]
    assert (told.files, told.size) == (len(files), sum(file.stat().st_size for file in files))
    assert told.pages == len([file for file in files if file.suffix == ".html"])


def test_every_source_speaker_and_topic_has_its_page_and_no_link_is_broken(site: Path) -> None:
    assert len(list((site / "sources").glob("*.html"))) == 2
    assert len(list((site / "speakers").glob("*.html"))) == 1  # the officials have no name
    assert len(list((site / "topics").glob("*.html"))) == 1
    links = {
        (page, link)
        for page in site.rglob("*.html")
        for link in re.findall(r'(?:href|src)="([^"]*)"', page.read_text())
    }
    targets = {(page, html.unescape(link).split("#")[0]) for page, link in links}
    broken = [(page.name, link) for page, link in targets if link and not (page.parent / link).is_file()]
    assert broken == []
    assert len(targets) > 50


def test_a_source_says_how_it_stands_beside_all(site: Path) -> None:
    page = _page(site, "sources", "harbour-post")
    assert "<h1>Harbour Post</h1>" in page
    assert "2 of the 4 articles. Ilse Marrow is quoted most (2 times)." in page
    topics = _section(page, "topics-against-all-sources")
    assert re.findall(r'<td class="num">(.*?)</td>', topics) == ["100%", "50%", "2"]
    assert "All sources" in _section(page, "word-for-word-or-retold")


def test_a_speaker_says_who_quotes_them_and_shows_their_words(site: Path) -> None:
    page = _page(site, "speakers", "ilse-marrow")
    assert "Quoted 4 times in 4 articles, of known sources by Harbour Post only" in page
    assert page.count(f"“{SAID}”") == 4
    assert re.search(r'href="../quotes.html#who=[0-9a-f]{16}"', page)
    assert f'href="../article.html#a={key(4)}&amp;q={key(4)}"' in page


def test_a_printed_query_gives_the_rows_of_its_page(site: Path, published: Path) -> None:
    section = _section(_page(site, "speakers", "ilse-marrow"), "quoted-by")
    with open_published(published) as con:
        answer = read_frame(con, _sql(section))
    assert answer.rows() == [("(source unknown)", 2, 1.0), ("Harbour Post", 2, 1.0)]
    assert re.findall(r">([^<]+)</a></th>", section) == answer["source"].to_list()


def test_the_data_of_a_figure_holds_all_pages_of_its_kind(site: Path) -> None:
    csv = pl.read_csv(site / "data" / "sources" / "most-quoted-here.csv")
    assert csv["source"].to_list() == ["(source unknown)", "Harbour Post"]


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_every_statement_of_a_report_runs_alone(file: Path, published: Path) -> None:
    report = read_report(file)
    assert len({part.title for part in report.parts}) == len(report.parts)
    with open_published(published) as con:
        for part in report.parts:
            frame = read_frame(con, part.sql)
            # A HUGEINT comes as a Decimal, which no template counts with.
            assert not [name for name, kind in frame.schema.items() if isinstance(kind, pl.Decimal)], part.title
        con.execute(file.read_text("utf-8"))  # as the duckdb shell would


@pytest.mark.parametrize("file", KEYED, ids=lambda file: file.stem)
def test_every_figure_of_a_keyed_report_is_in_one_order_only(file: Path, published: Path) -> None:
    """Whatever else orders the rows, the key comes first: a page takes its rows as they come."""
    report = read_report(file)
    for frame in _frames(report, published):
        keys = frame[report.key].to_list()
        assert keys == sorted(keys)


def _frames(report: Report, published: Path) -> Iterator[pl.DataFrame]:
    with open_published(published) as con:
        yield from (read_frame(con, part.sql) for part in report.parts[1:])


def test_the_same_warehouse_gives_the_same_bytes(published: Path, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "run")
    assert write_site(published, tmp_path / "run").rewritten == 0


def test_an_article_without_a_word_of_hers_leaves_a_speakers_page_alone(site: Path, tmp_path: Path) -> None:
    contents = rows(4)
    silent = article(9, "Harbour Post", date(2031, 7, 4)) | {"headline": "Frost comes early"}
    contents["articles"].append(silent)
    contents["documents"].append({"document_id": key(9), "sha256": "1" * 64, "text": "Frost comes early\n"})
    contents["files"].append({"path": "inbox/9.txt", "version_no": 1, "document_id": key(9), "status": "current"})
    more = published_with(tmp_path / "more", contents)
    shutil.copytree(site, tmp_path / "run")
    (marrow,) = (tmp_path / "run" / "speakers").glob("*.html")
    inode = marrow.stat().st_ino
    after = write_site(more, tmp_path / "run")
    assert marrow.stat().st_ino == inode
    assert 0 < after.rewritten < after.files / 2


def test_an_empty_warehouse_gives_pages_that_say_so(tmp_path: Path) -> None:
    write_site(published_with(tmp_path / "w", {}), tmp_path / "run")
    for name in ("index", "sources", "speakers", "topics", "quality"):
        assert "The ledger is still empty" in (tmp_path / "run" / f"{name}.html").read_text("utf-8")


def test_without_a_warehouse_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        write_site(tmp_path / "none.duckdb", tmp_path / "reports" / "run")
    assert not list(tmp_path.iterdir())
