"""Who is "he", who is "the senator": scores predictions against speakers that were labelled by hand.

    newsledger extract --jsonl DEV.jsonl > PRED.jsonl
    python -m benchmarks.speakers benchmarks/speakers/polnear-dev.csv PRED.jsonl
    python -m benchmarks.speakers benchmarks/speakers/polnear-dev.csv PRED.jsonl --half odd --errors

**Labels.** A CSV with the columns document (the publisher and a hash of the doc_id, which holds words of a headline), quote_start, quote_end, speaker_start, speaker_end (code points of the document's
text), kind (`pronoun`: he, she, they; `role`: "the former secretary of state", "a spokesman") and name: the fullest form of
the speaker's name that the article prints, without title, or empty where it names nobody. `polnear-dev.csv` holds 320: 210
pronouns and 110 roles from 274 of the 616 dev documents of PolNeAR, 30 and 15 or 16 a publisher, drawn at random (seed
20261122), one a document and kind, out of the direct and mixed quotes and the indirect ones with a speech cue. One reader, a
language model, decided each from its context (1,500 characters before, 400 after, the article's names), with no extractor's
output in sight and no second reader. Left out, and the next one taken: attributions whose content states nothing (an
object, a sum of money), speakers with two readings, known by the first name alone, or several named people at once. The
texts have no licence and are not here; the offsets mean nothing without them.

**Predictions.** Lines of JSON with doc_id and quotes, each with fragments ([start, end] pairs), speaker_canonical and
speaker_kind. The quote that covers most of a labelled span answers for it, if that is at least half; of two, the shorter.

**Right.** The last names are equal, and the first names if both names have one. Titles and "Jr." do not count, and a name
that another ends with has no first name ("de Blasio", "Bill de Blasio"). An empty label is right when the quote was found
and its speaker has no canonical name or is no named person; a line without speaker_kind is taken for one.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

Quote = dict[str, Any]
_ENOUGH = 0.5  # share of the labelled span that a predicted quote must cover to answer for it
_GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
_TITLES = {
    "dr", "gen", "gov", "governor", "judge", "justice", "lord", "mayor", "miss", "mr", "mrs", "ms", "president", "prince",
    "princess", "prof", "professor", "rabbi", "rep", "representative", "rev", "secretary", "sen", "senator", "sir",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker settled by a reader: where the quote is, the mention's kind, the name (empty: nobody is named)."""

    document: str
    start: int
    end: int
    kind: str
    name: str

    def groups(self) -> tuple[str, ...]:
        """The rows of the table that it counts in; a document's key begins with the publisher."""
        return self.kind, "named" if self.name else "nobody named", self.document.partition("_")[0], "all"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A label, and the quote that answers for it (None: not found)."""

    label: Label
    quote: Quote | None

    @property
    def right(self) -> bool:
        """Whether the quote's speaker is the labelled one."""
        return self.quote is not None and agrees(self.label.name, self.quote)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, or with --errors what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument(
        "--half", choices=("even", "odd"), help="labels on these lines of the CSV only (1 is the header)"
    )
    parser.add_argument("--errors", action="store_true", help="list the labels that were missed or got another speaker")
    given = parser.parse_args(arguments)
    predicted = read_predictions(given.predictions)
    outcomes = [
        Outcome(label, answering(label, predicted.get(label.document, [])))
        for line, label in read_labels(given.labels)
        if given.half is None or line % 2 == (given.half == "odd")
    ]
    for line in errors(outcomes) if given.errors else table(outcomes):
        print(line)


def read_labels(file: Path) -> Iterator[tuple[int, Label]]:
    """Line number (the header is line 1) and label. Raises KeyError or ValueError for a file of another shape."""
    with file.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle), 2):
            span = int(row["quote_start"]), int(row["quote_end"])
            yield number, Label(row["document"], *span, row["kind"], row["name"])


def document_key(doc_id: str) -> str:
    """The publisher, which is the first part of a doc_id, and twelve hex digits of the SHA-256 of the whole."""
    return f"{doc_id.partition('_')[0]}_{sha256(doc_id.encode()).hexdigest()[:12]}"


def read_predictions(file: Path) -> dict[str, list[Quote]]:
    """Key of a document → its quotes; a document of several articles has several lines."""
    found: dict[str, list[Quote]] = {}
    with file.open(encoding="utf-8") as handle:
        for row in map(json.loads, filter(str.strip, handle)):
            found.setdefault(document_key(row["doc_id"]), []).extend(row.get("quotes", []))
    return found


def answering(label: Label, quotes: list[Quote]) -> Quote | None:
    """The quote that covers most of the labelled span, None when none covers half of it."""

    def covered(quote: Quote) -> int:
        return sum(max(0, min(end, label.end) - max(start, label.start)) for start, end in quote["fragments"])

    def length(quote: Quote) -> int:
        return sum(end - start for start, end in quote["fragments"])

    best = max(quotes, key=lambda quote: (covered(quote), -length(quote)), default=None)
    return best if best and covered(best) >= _ENOUGH * (label.end - label.start) else None


def agrees(name: str, quote: Quote) -> bool:
    """Whether the quote's speaker is the labelled one; an empty name asks for no named person."""
    given = quote.get("speaker_canonical") or ""
    if not name:
        return not given or quote.get("speaker_kind", "named_person") != "named_person"
    return same_name(name, given)


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: equal last names, and first names where both have one."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short or short[-1] != long[-1]:
        return False
    return short[0] == long[0] or short == long[-len(short) :]


def _words(name: str) -> list[str]:
    words = [word.strip(".,").casefold() for word in name.replace("’", "'").removesuffix("'s").split()]
    return [word for word in words if word and word not in _TITLES | _GENERATIONS]


def table(outcomes: list[Outcome]) -> Iterator[str]:
    """A line a kind, answer and publisher: labelled, found, right, and the shares of right in both."""
    labelled, found, right = Counter[str](), Counter[str](), Counter[str]()
    for outcome in outcomes:
        for group in outcome.label.groups():
            labelled[group] += 1
            found[group] += outcome.quote is not None
            right[group] += outcome.right
    yield f"{'':<14} labelled  found  right  right/labelled  right/found"
    for group in sorted(labelled, key=_place):
        shares = right[group] / labelled[group], right[group] / max(1, found[group])
        yield (
            f"{group:<14} {labelled[group]:8}  {found[group]:5}  {right[group]:5}  {shares[0]:14.1%}  {shares[1]:11.1%}"
        )


def _place(group: str) -> tuple[int, str]:
    order = ("pronoun", "role", "named", "nobody named")
    return (order.index(group), "") if group in order else (len(order) + (group == "all"), group)


def errors(outcomes: list[Outcome]) -> Iterator[str]:
    """A line a wrong label: document, span, kind, the label's name and the predicted one; none of the text."""
    for label, quote in ((outcome.label, outcome.quote) for outcome in outcomes if not outcome.right):
        given = "not found" if quote is None else quote.get("speaker_canonical") or "nobody"
        yield f"{label.document} {label.start}-{label.end} {label.kind}: {label.name or 'nobody'} ← {given}"


if __name__ == "__main__":
    main()
