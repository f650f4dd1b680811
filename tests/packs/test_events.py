"""Events of known date are read strictly, and compiled so that a sentence that names one is found."""

import pathlib

import pytest

from pasut.errors import DataError
from pasut.packs.events import FOLDER, KnownEvent, compile_events, load_event_names, read_events

HEADER = "what\tcalled\tdays\tpeople\twords\tsource\n"


class _AnyList(dict[str, tuple[str, ...]]):
    """Every list that a pack may name."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> tuple[str, ...]:
        return (name,)


LISTS = {"visit": ("kunjungan", "tiba")}


def read(tmp_path: pathlib.Path, *rows: str) -> tuple[KnownEvent, ...]:
    path = tmp_path / "events.tsv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return read_events(path, LISTS)


def test_groups_alternatives_and_lists(tmp_path: pathlib.Path) -> None:
    (event,) = read(tmp_path, "A in B\t\t2007-02-19|2008-01-01/2008-01-02\tA|A B\tDhaka|ke Bangladesh + @visit\there")
    assert event.days == ("2007-02-19", "2008-01-01/2008-01-02")
    assert event.people == (("A", "A B"),)
    assert event.words == (("Dhaka", "ke Bangladesh"), ("kunjungan", "tiba"))


def test_a_pack_needs_no_events(tmp_path: pathlib.Path) -> None:
    assert read_events(tmp_path / "events.tsv", LISTS) == ()


def test_an_unknown_list_is_refused_with_its_line(tmp_path: pathlib.Path) -> None:
    with pytest.raises(DataError, match=r"events\.tsv:2.*@vist"):
        read(tmp_path, "A\t\t2007-02-19\t\t@vist\t")


@pytest.mark.parametrize("days", ["2007-17-02", "2007"])
def test_a_wrong_day_is_refused_with_its_event(tmp_path: pathlib.Path, days: str) -> None:
    with pytest.raises(DataError, match=r"A in B.*write YYYY-MM-DD"):
        compile_events(read(tmp_path, f"A in B\t\t{days}\t\tDhaka\t"), (), "events.tsv")


@pytest.mark.parametrize(
    ("text", "found"), [("Budi Senin tiba", True), ("Budi tiba", True), ("Budi Surya tiba", False), ("Budiman", False)]
)
def test_a_name_ends_before_a_weekday_but_not_before_another_name(
    tmp_path: pathlib.Path, text: str, found: bool
) -> None:
    events = compile_events(read(tmp_path, "A\t\t2007-02-19\tBudi\t\t"), ("senin",), "events.tsv")
    assert (events["budi"][0].find(text, text.lower()) == [0]) == found


def test_an_event_is_called_by_the_name_of_the_language_where_it_has_one(tmp_path: pathlib.Path) -> None:
    read(tmp_path, "A in B\tA di B\t2007-02-19\tA\tDhaka\t", "C\t\t2007-02-20\tC\t\t")
    assert load_event_names(tmp_path.name, tmp_path.parent) == {"A in B": "A di B"}
    assert load_event_names("xx", tmp_path) == {}


def test_every_known_event_of_any_pack_has_an_indonesian_name() -> None:
    names = load_event_names("id")
    for pack in ("id", "en"):
        assert {event.what for event in read_events(FOLDER / pack / "events.tsv", _AnyList())} <= set(names)
