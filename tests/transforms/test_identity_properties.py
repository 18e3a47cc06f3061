"""Who is who, whatever the names are: their order tells nothing, and strangers change nothing."""

import random
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from namesakes import named

from transforms.identity.handles import handles
from transforms.identity.names import Name, Resolution, Review, folded
from transforms.identity.resolve import resolve

GIVEN, LAST = ("Ada", "Tom", "Joe", "Joseph", "A.", "Xu"), ("Brook", "Holm", "Quent", "Brook Jr.", "van Holm")
PRINTED = st.one_of(
    st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(LAST)),
    st.sampled_from(
        (
            "Brook",
            "Holm",
            "Brook-era",
            "Mrs. Brook",
            "NSTA",
            "North Sea Tide Agency",
            "Acme",
            "Acme Inc.",
            "Acme Group",
            "Xu",
            "Brooks",
            "Fed",
        )
    ),
    st.text(min_size=1, max_size=8),
)
NAMES = st.lists(
    st.builds(
        named,
        PRINTED,
        st.integers(1, 60),
        st.sampled_from(("PERSON", "PERSON", "ORG", "PLACE", "MISC")),
        surfaces=st.dictionaries(PRINTED, st.integers(1, 60), max_size=3),
        beside=st.dictionaries(PRINTED, st.integers(1, 60), max_size=2),
        gender=st.sampled_from((None, "female", "male")),
        geonames_id=st.sampled_from((None, None, 11, 22)),
    ),
    max_size=14,
    unique_by=lambda name: name.key,
)
REVIEWS = st.lists(
    st.builds(
        Review,
        st.sampled_from(("merge", "split", "rename")),
        st.just("PERSON"),
        PRINTED.map(folded),
        PRINTED,
    ),
    max_size=2,
)


def answers(resolutions: Iterable[Resolution]) -> dict[str, tuple[object, ...]]:
    return {
        one.name.key: (one.entity_id, one.canonical_name, one.type, one.basis, one.confidence) for one in resolutions
    }


@settings(max_examples=150, deadline=None)
@given(NAMES, REVIEWS, st.randoms(use_true_random=False))
def test_the_order_of_the_names_does_not_matter(
    names: list[Name], reviews: list[Review], chance: random.Random
) -> None:
    shuffled = chance.sample(names, len(names))
    answer = answers(resolve(names, reviews))
    assert answer == answers(resolve(shuffled, reviews))
    assert set(answer) == {name.key for name in names}


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_names_without_a_common_handle_never_change_each_other(names: list[Name]) -> None:
    whole = answers(resolve(names))
    for name in names:
        reached, met = handles(name), [name]
        while more := [one for one in names if one not in met and handles(one) & reached]:
            met += more
            reached = reached.union(*map(handles, more))
        assert answers(resolve(met))[name.key] == whole[name.key]
