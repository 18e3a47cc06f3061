"""HTML left in a text is taken out; what only looks like it stays."""

import pytest

from transforms.markup import plain

PAGE = (
    '<!DOCTYPE html><html><head><title>Harbour dues rise</title><script>var a = "<p>x</p>";</script></head><body>\n'
    '<h1>Harbour <b>dues</b> rise</h1><p class="lead">Port Vell (MPA) &ndash; &ldquo;It&#8217;s fair,&rdquo; said '
    '<a href="x">Zo&euml; Brandt</a>.<br/>She&nbsp;left.</p><!-- end --></body></html>'
)


def test_a_page_becomes_its_paragraphs() -> None:
    assert [part for part in plain(PAGE).strip().split("\n\n") if part.strip()] == [
        "Harbour dues rise",
        "Harbour dues rise",
        "Port Vell (MPA) – “It’s fair,” said Zoë Brandt.\nShe\xa0left.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Meridian Shipping <MRDN.V> rose; x < y and y > z.",
        "<script>alert(1)</script> Council agrees\n\nPort Vell (MPA) - The council of the town agreed on Monday.",
        "Write to <desk@example.org>.\n\nThe <p> tag opens a paragraph, the </p> tag closes it, said the teacher of the class.",
        "AT&T, R&D; &c. & more &unknown; &#99999999;",
    ],
)
def test_text_that_is_no_page_stays(text: str) -> None:
    assert plain(text) == text


def test_character_references_are_read_even_where_they_were_escaped_again() -> None:
    assert plain("caf&#233;, &#xA3;5m &amp;amp; &quot;more&quot;") == 'café, £5m & "more"'
