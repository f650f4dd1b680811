"""What is kept in memory for those who ask next: by key and mark, up to a number of bytes in all."""

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

import msgspec
import numpy as np

T = TypeVar("T")
SAMPLE = 24
"""Things of a long list that are weighed; the others are taken to be like them."""


class Cache(Generic[T]):
    """Values by key, each as long as its mark stays the same; the one asked for longest ago is dropped first."""

    def __init__(self, most: int, weigh: Callable[[T], int]) -> None:
        """Keep values of up to `most` bytes in all, as `weigh` weighs them."""
        self._most = most
        self._weigh = weigh
        self._weight = 0
        self._kept: OrderedDict[Hashable, tuple[str, T, int]] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def weight(self) -> int:
        """Bytes of all that is kept."""
        return self._weight

    def get(self, key: Hashable, mark: str) -> tuple[T] | None:
        """The value, in a tuple of one, since it may be None itself; None where it is not kept, or by another mark."""
        with self._lock:
            found = self._kept.get(key)
            if found is None or found[0] != mark:
                return None
            self._kept.move_to_end(key)
            return (found[1],)

    def put(self, key: Hashable, mark: str, value: T) -> None:
        """Keep a value in the place of the one by another mark, where it is not heavier than all that may be kept."""
        weight = self._weigh(value)
        with self._lock:
            self._drop(key)
            if weight > self._most:
                return
            self._kept[key] = (mark, value, weight)
            self._weight += weight
            while self._weight > self._most:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: Hashable) -> None:
        if key in self._kept:
            self._weight -= self._kept.pop(key)[2]


def weigh(value: object) -> int:
    """About how many bytes of memory a value takes with all that it holds; what two parts share counts twice."""
    if isinstance(value, np.ndarray):
        return sys.getsizeof(value) + (0 if value.flags.owndata else value.nbytes)
    if isinstance(value, msgspec.Raw):
        return len(bytes(value))
    own = sys.getsizeof(value, 64)
    if isinstance(value, str | bytes | int | float | type(None)) or callable(value):
        return own
    if isinstance(value, Mapping):
        return own + _weigh_some(value.items(), len(value))
    if isinstance(value, tuple | list | set | frozenset):
        return own + _weigh_some(value, len(value))
    if isinstance(value, msgspec.Struct):
        own += sum(weigh(getattr(value, name)) for name in value.__struct_fields__)
    return own + sum(map(weigh, getattr(value, "__dict__", {}).values()))


def _weigh_some(values: Iterable[object], size: int) -> int:
    if size <= SAMPLE:
        return sum(map(weigh, values))
    step = size // SAMPLE
    chosen = [each for number, each in enumerate(_listed(values)) if number % step == 0]
    return sum(map(weigh, chosen)) * size // len(chosen)


def _listed(values: Iterable[object]) -> Collection[object]:
    return values if isinstance(values, tuple | list) else list(values)
