"""How an article prints what is said, in double marks or in single ones, and the runs of its paragraphs read that way."""

import re
from collections.abc import Sequence

from transforms.quotation.marks import Run, cut_at_report, quoted_runs
from transforms.quotation.single_marks import singly_quoted_runs

_DOUBLE_OPENS = ("“", "«", "„", '"', "``", "''")
_SINGLE_OPENS = ("‘", "'")
_SAID_ENDS = re.compile(r"[\w…][,.?!…][’'](?=[\s—–)]|$)", re.MULTILINE)
_FEWEST_LETTERS = 12  # of a run in single marks that shows how an article prints what is said
_MOST_SINGLE = 3  # runs in single marks for each one in double marks from which the double ones are the exception


def article_runs(paragraphs: Sequence[str]) -> list[list[Run]]:
    """The runs of each paragraph of an article, single marks counted where the article is printed so.

    A run never closed, with no mark at the start of the next paragraph, ends before the report that follows it, if any.
    """
    single = single_marked(paragraphs)
    found = [(singly_quoted_runs if single else quoted_runs)(text, 0, len(text)) for text in paragraphs]
    opening = (*_DOUBLE_OPENS, *_SINGLE_OPENS) if single else _DOUBLE_OPENS
    following = (*(text.lstrip()[:2] for text in paragraphs[1:]), "")
    for text, runs, after in zip(paragraphs, found, following, strict=False):
        if runs and not runs[-1].closed and not after.startswith(opening):
            runs[-1] = cut_at_report(text, runs[-1])
    return found


def single_marked(paragraphs: Sequence[str]) -> bool:
    """Whether an article prints what is said in single marks, double ones being the exception.

    Counted are runs that stand in no other run: in single marks those that end like something said, in double marks all.
    """
    if not any(_SAID_ENDS.search(text) for text in paragraphs):
        return False
    single = double = 0
    for text in paragraphs:
        for run in singly_quoted_runs(text, 0, len(text)):
            if text[run.outer_start : run.start] not in _SINGLE_OPENS:
                double += 1
            elif run.closed and run.end - run.start >= _FEWEST_LETTERS and text[run.end - 1] in ",.?!…":
                single += 1
    return single > 0 and single >= _MOST_SINGLE * double
