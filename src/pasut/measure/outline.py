"""All events of two actors as columns: what the index and the lists of a dyad ask of each, without reading it.

The record of an event takes a kilobyte and its outline forty bytes, so that those of a busy pair are read in a few
thousandths of a second, and may be kept. Merging packs it into the store.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Literal, overload

import msgspec
import numpy as np
import numpy.typing as npt

from pasut.measure.arrays import Flags, Ints, ints
from pasut.records import ActorCode, Event, EventType, Record, Standing, Status, When

UNKNOWN = 0
"""What stands for a day that is not known; all days come after it."""
_COLUMNS = (
    ("kind", "<u2"), ("first", "<u4"), ("last", "<u4"), ("told_first", "<u4"), ("told_last", "<u4"),
    ("sources", "<u4"), ("claims", "<u4"), ("plans", "<u4"),
)  # fmt: skip
_ID = 16
"""Bytes of an id, which is written in twice as many hexadecimal digits."""
_HEAD = 4
"""Bytes that tell how long the head is."""


class Kind(Record, frozen=True):
    """What many events have in common."""

    type: EventType
    mode: str | None
    status: Status
    standing: Standing
    source: tuple[ActorCode, ...]
    target: tuple[ActorCode, ...]
    is_denied: bool
    """Whether somebody denies it."""


class Outline(Record, frozen=True):
    """The events of a dyad by day, then id, those without a day last: a place in each column for every event.

    Days are proleptic ordinals (`datetime.date.toordinal`), UNKNOWN where there is none.
    """

    kinds: tuple[Kind, ...]
    ids: Sequence[str]
    kind: Ints
    """Which of `kinds` each is of."""
    first: Ints
    last: Ints
    told_first: Ints
    """The first day of publication of the articles that tell it."""
    told_last: Ints
    sources: Ints
    """Independent sources."""
    claims: Ints
    """Number of its claims."""
    plans: Ints
    """Number of those that say that it is planned, whatever others say."""
    articles: int
    """Articles that tell any of them."""

    def __len__(self) -> int:
        return len(self.kind)

    @property
    def day(self) -> Ints:
        """The first day on which each may have been, else the last."""
        return ints(np.where(self.first != UNKNOWN, self.first, self.last))

    @property
    def newest_first(self) -> Ints:
        """Places from the last day back, those without a day last."""
        dated = np.count_nonzero(self.day)
        return ints(np.concatenate([np.arange(dated - 1, -1, -1), np.arange(dated, len(self))]))

    def of(self, fits: Callable[[Kind], bool]) -> Flags:
        """Which events are of a kind that fits."""
        return np.array([fits(kind) for kind in self.kinds], np.bool_)[self.kind]

    def within(self, since: dt.date | None, until: dt.date | None) -> Flags:
        """Which may have been between two days; those without a day were not, where one is given."""
        fits = np.ones(len(self), np.bool_)
        if since or until:
            fits &= self.day != UNKNOWN
        if since:
            fits &= (self.last == UNKNOWN) | (self.last >= since.toordinal())
        if until:
            fits &= (self.first == UNKNOWN) | (self.first <= until.toordinal())
        return fits

    def ids_at(self, places: Ints) -> Sequence[str]:
        """The ids of the events at some places."""
        if isinstance(self.ids, PackedIds):
            return self.ids.at(places)
        return tuple(self.ids[place] for place in places.tolist())

    def pack(self) -> bytes:
        """One row of bytes. Raises ValueError where an id is not of 32 hexadecimal digits."""
        head = msgspec.json.encode((self.kinds, self.articles, len(self)))
        columns = [getattr(self, name).astype(kind).tobytes() for name, kind in _COLUMNS]
        return b"".join((len(head).to_bytes(_HEAD, "little"), head, *columns, bytes.fromhex("".join(self.ids))))


class PackedIds(Sequence[str]):
    """Ids as the bytes that they are written with."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def __len__(self) -> int:
        return len(self._raw) // _ID

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """The id at a place, or some of them."""
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        start = range(len(self))[place] * _ID
        return self._raw[start : start + _ID].hex()

    def at(self, places: Ints) -> "PackedIds":
        """Those at some places."""
        return PackedIds(np.frombuffer(self._raw, f"V{_ID}")[places].tobytes())


Read = Callable[[Sequence[str]], list[Event]]
"""Gives the events of some ids, in their order."""


class Unread(Sequence[Event]):
    """Events that are read when somebody asks for them: a slice at once, and all when they are gone through."""

    def __init__(self, ids: Sequence[str], read: Read) -> None:
        self._ids = ids
        self._read = read

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | Sequence[Event]:
        """The event at a place, or some of them."""
        return self._read(self._ids[place]) if isinstance(place, slice) else self._read([self._ids[place]])[0]

    def __iter__(self) -> Iterator[Event]:
        return iter(self[:])


def outline_of(events: Iterable[Event], planned: Set[str] = frozenset()) -> Outline:
    """The outline of some events; one given twice is one. `planned` are the claims that something is planned."""
    listed = sorted({event.id: event for event in events}.values(), key=_order)
    kinds: dict[Kind, int] = {}
    return Outline(
        ids=tuple(event.id for event in listed),
        kind=ints([kinds.setdefault(_kind(event), len(kinds)) for event in listed]),
        kinds=tuple(kinds),
        first=ints([_ordinal(event.when, "first") for event in listed]),
        last=ints([_ordinal(event.when, "last") for event in listed]),
        told_first=ints([_ordinal(event.reported, "first") for event in listed]),
        told_last=ints([_ordinal(event.reported, "last") for event in listed]),
        sources=ints([event.sources for event in listed]),
        claims=ints([len(event.claims) for event in listed]),
        plans=ints([sum(claim in planned for claim in event.claims) if planned else 0 for event in listed]),
        articles=len({article for event in listed for article in event.articles}),
    )


def unpack_outline(packed: bytes) -> Outline:
    """What `Outline.pack` packed."""
    start = _HEAD + int.from_bytes(packed[:_HEAD], "little")
    kinds, articles, size = msgspec.json.decode(packed[_HEAD:start], type=tuple[tuple[Kind, ...], int, int])
    columns: dict[str, Ints] = {}
    for name, kind in _COLUMNS:
        column: npt.NDArray[np.generic] = np.frombuffer(packed, kind, size, start)
        columns[name] = ints(column)
        start += column.nbytes
    return Outline(kinds=kinds, articles=articles, ids=PackedIds(packed[start:]), **columns)


def _order(event: Event) -> tuple[dt.date, bool, str]:
    day = (event.when.first or event.when.last) if event.when else None
    return day or dt.date.max, day is None, event.id


def _kind(event: Event) -> Kind:
    return Kind(
        type=event.type, mode=event.mode, status=event.status, standing=event.standing, source=event.source,
        target=event.target, is_denied=bool(event.denied_by),
    )  # fmt: skip


def _ordinal(when: When | None, end: Literal["first", "last"]) -> int:
    day: dt.date | None = getattr(when, end, None)
    return day.toordinal() if day else UNKNOWN
