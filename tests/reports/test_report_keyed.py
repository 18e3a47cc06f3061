"""The statement printed under a figure of a keyed page gives the rows of that page, whatever the key is called."""

import duckdb
import pytest

from flows.publish import _narrowed
from flows.report_sql import Part
from reports.text import visible


@pytest.mark.parametrize(
    "name", ["Harbour Post", "Nell's \u202eWire\u202c", "\x07\ufeffFenland\u2028Echo", "'\x00' || ''", ""]
)
def test_a_copied_statement_gives_the_rows_of_its_page(name: str) -> None:
    part = Part("Topics", "", "table", "given", "SELECT unnest($all) AS source, 1 AS n")
    sql = _narrowed(part, "source", name).sql
    assert visible(sql) == sql  # so the page shows it as it is
    assert duckdb.execute(sql, {"all": [name, "another"]}).fetchall() == [(1,)]
