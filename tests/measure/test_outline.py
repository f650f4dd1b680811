"""Events as columns say of each what its record says, packed or not."""

import datetime as dt
import hashlib

import msgspec.structs
from hypothesis import given
from hypothesis import strategies as st

from pasut.measure.evidence import gather_evidence, outlined_evidence
from pasut.measure.index import index_of, measure_relation
from pasut.measure.outline import Outline, Unread, outline_of, unpack_outline
from pasut.measure.parameters import DEFAULT
from pasut.records import Event
from relations import PAIR, SCALE, act, acts, day, on


def whole_id(event: Event) -> Event:
    """The event with an id as merging gives it: of 32 digits."""
    return msgspec.structs.replace(event, id=hashlib.blake2b(event.id.encode(), digest_size=16).hexdigest())


UNDATED = st.builds(lambda at: act(at, when=None), st.integers(0, 9))
PLANNED = st.builds(lambda at: act(at, status="planned", standing="unanswered"), st.integers(0, 700))
HISTORIES = st.lists(st.one_of(acts(), acts(), UNDATED, PLANNED).map(whole_id), max_size=20)


def columns(outline: Outline) -> list[object]:
    """All that an outline says."""
    values = [getattr(outline, name) for name in outline.__struct_fields__]
    return [value.tolist() if hasattr(value, "tolist") else value for value in values]


@given(events=HISTORIES)
def test_what_is_packed_is_the_same_when_it_is_unpacked(events: list[Event]) -> None:
    outline = outline_of(events)
    unpacked = unpack_outline(outline.pack())
    assert columns(msgspec.structs.replace(unpacked, ids=tuple(unpacked.ids))) == columns(outline)


@given(events=HISTORIES, as_of=st.none() | st.integers(0, 700).map(day))
def test_the_index_by_an_outline_is_that_by_the_events(events: list[Event], as_of: dt.date | None) -> None:
    by_id = {event.id: event for event in events}
    outline = unpack_outline(outline_of(events).pack())
    read = lambda ids: [by_id[name] for name in ids]  # noqa: E731
    found = outlined_evidence(outline, read, PAIR, SCALE, DEFAULT, as_of=as_of)
    wanted = gather_evidence(events, PAIR, SCALE, DEFAULT, as_of=as_of)
    assert tuple(found.events) == wanted.events
    assert found.left_out == wanted.left_out
    index = measure_relation(events, PAIR, SCALE, as_of=as_of, until=day(800))
    assert index_of(found, until=as_of or day(800)).curve.mean.tolist() == index.curve.mean.tolist()


@given(events=HISTORIES)
def test_events_stand_by_day_and_those_without_one_last(events: list[Event]) -> None:
    outline = outline_of(events)
    by_id = {event.id: event for event in events}
    days = [when.first if (when := by_id[name].when) else None for name in outline.ids]
    dated = [each for each in days if each]
    assert dated == sorted(dated) == days[: len(dated)]
    newest = [outline.ids[place] for place in outline.newest_first.tolist()]
    assert newest == [*reversed(outline.ids[: len(dated)]), *outline.ids[len(dated) :]]


def test_days_are_chosen_as_the_store_chooses_them() -> None:
    events = [act(0), act(5, when=on(5, 20)), act(9, when=None), act(30)]
    outline = outline_of(events)
    chosen = [outline.ids[place] for place in outline.within(day(10), day(29)).nonzero()[0].tolist()]
    assert chosen == [events[1].id]
    assert outline.within(None, None).all()


def test_only_what_is_looked_at_is_read() -> None:
    asked: list[list[str]] = []

    def read(ids: list[str]) -> list[Event]:
        asked.append(ids)
        return [act(int(name)) for name in ids]

    unread = Unread([str(number) for number in range(100)], read)  # type: ignore[arg-type]
    assert len(unread) == 100
    assert unread[3] == act(3)
    assert unread[10:12] == [act(10), act(11)]
    assert asked == [["3"], ["10", "11"]]
    assert len(list(unread)) == 100
    assert len(asked) == 3
