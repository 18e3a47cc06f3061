"""One name, one type: "Acme" labelled a person in three articles and an organisation in ninety is an organisation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.identity.names import Name

# Of the articles that print the words, so many must agree on another type, and be so many. Measured: docs/entities.md.
_SHARE = 0.8
_LEAST = 5
_GENERATIONS = ("jr", "sr", "ii", "iii", "iv")


def by_type(names: Sequence[Name]) -> dict[str, list[Name]]:
    """Type → the names that are held to be of it, in the order given.

    A label goes by what the same words are in all articles. A person's surname counts as well: "Ruiz" for Ana Ruiz speaks
    for a person where another article has "Ruiz" only.
    """
    evidence = _evidence(names)
    settled: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        settled[_type(name, evidence.get(words(name.name), {}))].append(name)
    return settled


def _type(name: Name, labels: Mapping[str, int]) -> str:
    if len(labels) < 2:
        return name.type
    most = max(labels, key=lambda label: (labels[label], label))
    return most if labels[most] >= max(_LEAST, _SHARE * sum(labels.values())) else name.type


def _evidence(names: Iterable[Name]) -> dict[str, dict[str, int]]:
    """Folded words → label → articles that print them with it."""
    evidence: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name in names:
        for said, n_articles in _said(name).items():
            evidence[said][name.type] += n_articles
    return evidence


def _said(name: Name) -> dict[str, int]:
    """The words that speak for the label, with the number of articles."""
    said = {words(name.name): name.n_articles}
    last = surname(name.name)
    if name.type == "PERSON" and last != name.name and (n_articles := name.surfaces.get(last, 0)):
        said[words(last)] = n_articles
    return said


def surname(name: str) -> str:
    """The last word of a name as printed, "Jr." and the like left out."""
    printed = name.split()
    while len(printed) > 1 and words(printed[-1]) in _GENERATIONS:
        printed.pop()
    return printed[-1].rstrip(",") if printed else name


def words(name: str) -> str:
    """The words under which labels are compared: case, full stops and "the" folded away."""
    return " ".join(name.casefold().replace(".", "").split()).removeprefix("the ")
