"""Types of the arrays that measuring passes around: one dimension, never changed once made."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def floats(values: npt.ArrayLike) -> Floats:
    """A read-only array of numbers."""
    out = np.array(values, dtype=np.float64)
    out.setflags(write=False)
    return out


def ints(values: npt.ArrayLike) -> Ints:
    """A read-only array of whole numbers."""
    out = np.array(values, dtype=np.int64)
    out.setflags(write=False)
    return out


def flags(values: npt.ArrayLike) -> Flags:
    """A read-only array of yes and no."""
    out = np.array(values, dtype=np.bool_)
    out.setflags(write=False)
    return out
