"""Short forms that the whole world knows, so that an article need not explain them: "Fed", "GOP", "UN"."""

import csv
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def known_forms() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name of each body with its short forms, as in the table known_forms.csv (columns name, forms, these apart by " | ")."""
    text = files("transforms.identity").joinpath("known_forms.csv").read_text(encoding="utf-8")
    return tuple((row["name"], tuple(row["forms"].split(" | "))) for row in csv.DictReader(text.splitlines()))
