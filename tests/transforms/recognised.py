"""What a recogniser says of a paragraph, said by the test instead: names need no more of a spaCy Doc."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Found:
    """What the recogniser says of a stretch of a paragraph."""

    start_char: int
    end_char: int
    label_: str
    text: str


@dataclass(frozen=True)
class Doc:
    """As much of a spaCy Doc as names need."""

    ents: list[Found] = field(default_factory=list)
