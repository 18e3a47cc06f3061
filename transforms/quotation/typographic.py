"""Quotations of texts whose language is not analysed: what stands in the quotation marks of their typography.

Without grammar nobody can say who speaks, nor tell speech from a title or a term: a stretch of four words counts, one of
three where punctuation shows a clause. The marks are those of Unicode chapter 6.2: “…”, „…“, ”…”, «…», »…«, ‹…›, 「…」, 『…』
and straight ones.
"""

import re
from collections.abc import Iterator

from transforms.records import Article, Quote, Segment, Speaker, identifier

_MARKED = re.compile(
    '“([^“”]*)”|„([^„“”]*)[“”]|”([^“”]*)”|«([^«»]*)»|»([^«»]*)«|‹([^‹›]*)›|「([^「」]*)」|『([^『』]*)』|"([^"]*)"'
)
_WORD = re.compile(r"\w+(?:['’]\w+)?")
# Scripts that print no spaces between words; two signs make a word, roughly.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_SIGNS_OF_A_WORD = 2
_WORDS, _WORDS_OF_A_CLAUSE = 4, 3
_ENDS_CLAUSE = tuple(".,!?…;،؟।。、！？")
_NOBODY = Speaker("unknown", "not_analysed", 0.2)


def typographic_quotes(article: Article) -> Iterator[Quote]:
    """The marked stretches of the body that are long enough to be speech, in order, each with an unknown speaker. Linear."""
    for paragraph in article.spans("body"):
        for match in _MARKED.finditer(article.text, paragraph.char_start, paragraph.char_end):
            words = match.group(match.lastindex or 0).strip()
            if _is_speech(words, article.text[match.end() : match.end() + 1]):
                yield _quote(article, paragraph, match.span(), words)


def _is_speech(words: str, after: str) -> bool:
    signs = len(_UNSPACED.findall(words))
    number = signs // _SIGNS_OF_A_WORD if signs > len(words) / 2 else len(_WORD.findall(words))
    shows_clause = words.endswith(_ENDS_CLAUSE) or after in _ENDS_CLAUSE
    return number >= (_WORDS_OF_A_CLAUSE if shows_clause else _WORDS)


def _quote(article: Article, paragraph: Segment, span: tuple[int, int], words: str) -> Quote:
    return Quote(
        quote_id=identifier(article.article_id, *span, "direct"),
        type="direct",
        form="typographic",
        fragments=(span,),
        verbatim=words,
        speaker=_NOBODY,
        in_segment=paragraph.kind,
    )
