"""Where the nodes of a network stand: pulled together by their ties, pushed apart by each other, the same each time.

The forces are those of Fruchterman and Reingold (1991). Nothing is random: the nodes begin on a circle, in their order.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

STEPS = 300
APART = {1: 1.0, 0: 1.35, -1: 1.8}
"""How far apart friendly, mixed and hostile actors are drawn, in parts of the room that each node has."""
Places = npt.NDArray[np.float64]


def lay_out(nodes: int, ties: Sequence[tuple[int, int, int]]) -> Places:
    """A place for each node, within the square from -1 to 1; ties are (one, other, sign)."""
    if nodes < 2:
        return np.zeros((nodes, 2))
    turn = 2 * np.pi * np.arange(nodes) / nodes
    places = np.column_stack((np.cos(turn), np.sin(turn)))
    room = np.sqrt(4.0 / nodes)
    one, other = (np.array([tie[end] for tie in ties], np.int64) for end in (0, 1))
    length = room * np.array([APART[tie[2]] for tie in ties])
    for step in range(STEPS):
        push = _push(places, room)
        between = places[one] - places[other]
        far = np.maximum(np.linalg.norm(between, axis=1), 1e-9)
        pull = between * (far / length)[:, None]
        np.add.at(push, one, -pull)
        np.add.at(push, other, pull)
        push -= 0.6 * places  # keeps parts without ties to each other in the picture
        size = np.maximum(np.linalg.norm(push, axis=1, keepdims=True), 1e-9)
        places = places + push / size * np.minimum(size, 0.25 * (1 - step / STEPS))
    return _fitted(places)


def _push(places: Places, room: float) -> Places:
    """Each node pushes each other away, the nearer the more."""
    between = places[:, None, :] - places[None, :, :]
    far = np.maximum((between**2).sum(axis=2), 1e-6)
    found: Places = (between * (room**2 / far)[:, :, None]).sum(axis=1)
    return found


def _fitted(places: Places) -> Places:
    """Stretched to fill the square."""
    low, high = places.min(axis=0), places.max(axis=0)
    span = np.maximum(high - low, 1e-9)
    found: Places = 2 * (places - low) / span - 1
    return found
