"""Places of the nodes of a network: the same each time, in the picture, friends nearer than foes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pasut.show.web.layout import lay_out

Network = tuple[int, list[tuple[int, int, int]]]


@st.composite
def networks(draw: st.DrawFn) -> Network:
    nodes = draw(st.integers(0, 12))
    node = st.integers(0, max(0, nodes - 1))
    tie = st.tuples(node, node, st.sampled_from((-1, 0, 1))).filter(lambda each: each[0] != each[1])
    return nodes, draw(st.lists(tie, max_size=20)) if nodes > 1 else []


@given(networks())
def test_the_same_network_is_laid_out_the_same_within_the_picture(
    network: tuple[int, list[tuple[int, int, int]]],
) -> None:
    places = lay_out(*network)
    assert places.shape == (network[0], 2)
    assert np.isfinite(places).all()
    assert (np.abs(places) <= 1.0 + 1e-9).all()
    assert (places == lay_out(*network)).all()


def test_friends_stand_nearer_than_foes() -> None:
    places = lay_out(3, [(0, 1, 1), (1, 2, -1), (0, 2, -1)])
    friends, foes = (float(np.linalg.norm(places[one] - places[other])) for one, other in ((0, 1), (0, 2)))
    assert friends < foes
