"""Events a page at a time: every event once, in order, whatever is asked; counts that agree with what is listed."""

import datetime as dt
import itertools
import pathlib
import shutil
from collections import Counter
from collections.abc import Mapping

import hypothesis
import hypothesis.strategies as st
import pytest

from makers import day, make_article, make_telling
from pasut.errors import UsageError
from pasut.records import Coding, When
from pasut.store import Entry, Store, TimelinePage, Turn, open_store
from pasut.store.timeline import Order

DYAD = ("PRK", "RUS")
ACTS = (
    ("RUS > PRK CONSULT.visit", "happened", "Kabar Satu"),
    ("PRK > RUS AID.arms", "alleged", "Kabar Dua"),
    ("PRK,RUS = CONSULT.meet", "happened", "Kabar Satu"),
    ("RUS > PRK AID.food", "planned", None),
    ("PRK > USA ACCUSE", "happened", "Kabar Dua"),
    ("PSE:Hamas > ISR ASSAULT", "happened", "Kabar Satu"),
    ("ISR > PSE ASSAULT", "denied", "Kabar Dua"),
)
CRITERIA: tuple[Mapping[str, object], ...] = (
    {},
    {"dyad": DYAD},
    {"dyad": DYAD, "source": "RUS"},
    {"dyad": DYAD, "target": "RUS", "status": "alleged"},
    {"dyad": DYAD, "type": "AID"},
    {"dyad": DYAD, "type": "CONSULT.meet", "publisher": "Kabar Satu"},
    {"dyad": DYAD, "since": dt.date(2024, 2, 1), "until": dt.date(2024, 4, 30)},
    {"dyad": ("ISR", "PSE:Hamas")},
    {"dyad": ("ISR", "PSE"), "actor": "PSE:Hamas"},
    {"actor": "PRK", "publisher": "Kabar Dua"},
    {"publisher": "Kabar Tiga"},
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = open_store(tmp_path_factory.mktemp("timeline") / "timeline.sqlite")
    days = [None, *(dt.date(2024, 1, 1) + dt.timedelta(40 * n) for n in range(4))]
    for number, (when, (acts, status, publisher)) in enumerate(itertools.product(days, ACTS)):
        given = When(first=when, last=when, basis="date of the text") if when else None
        text = " ".join(f"kata{number}x{n}" for n in range(40))
        article = make_article(f"{number}", text, publisher=publisher, published=day(2024, 9, 1))
        claim = make_telling(article.id, acts, given, status=status, sentence_text=f"{number}: {acts}").claim
        made.add(article, Coding(article=article.id, claims=(claim,)))
    made.merge()
    return made


@pytest.mark.parametrize("criteria", CRITERIA)
@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("limit", [1, 3, 100])
def test_pages_forward_and_back_hold_every_event_once(
    store: Store, criteria: Mapping[str, object], order: Order, limit: int
) -> None:
    expected = _ordered(list(store.entries(**criteria)), order)  # type: ignore[arg-type]
    pages = [store.page(Turn(order=order, limit=limit), **criteria)]  # type: ignore[arg-type]
    while pages[-1].after:
        pages.append(store.page(Turn(order=order, limit=limit, after=pages[-1].after), **criteria))  # type: ignore[arg-type]
    assert _entries(pages) == expected
    assert pages[0].before is None
    back = [pages[-1]]
    while back[0].before:
        back.insert(0, store.page(Turn(order=order, limit=limit, before=back[0].before), **criteria))  # type: ignore[arg-type]
    assert _entries(back) == expected


@pytest.mark.parametrize("criteria", CRITERIA)
def test_counts_agree_with_what_is_listed(store: Store, criteria: Mapping[str, object]) -> None:
    listed = [entry.event for entry in store.entries(**criteria)]  # type: ignore[arg-type]
    facets = store.facets(**criteria)  # type: ignore[arg-type]
    assert store.count_events(**criteria) == facets.total == len(listed)  # type: ignore[arg-type]
    without = {name: value for name, value in criteria.items() if name != "status"}
    others = Counter(entry.event.status for entry in store.entries(**without))  # type: ignore[arg-type]
    assert dict(facets.status) == others
    assert dict(facets.type).keys() >= {event.type for event in listed}


def test_publishers_and_years_are_counted(store: Store) -> None:
    facets = store.facets(dyad=DYAD)
    listed = [entry.event for entry in store.entries(dyad=DYAD)]
    assert dict(facets.year) == Counter(event.when.first.year if _is_dated(event.when) else None for event in listed)  # type: ignore[union-attr]
    for publisher, number in facets.publisher:
        assert number == store.count_events(dyad=DYAD, publisher=publisher)
    assert sum(n for name, n in facets.type if "." not in name) == facets.total


def test_an_entry_has_the_sentence_of_the_claim_it_names(store: Store) -> None:
    for entry in store.entries():
        assert entry.told_by is not None
        assert entry.sentence == store.claim(entry.told_by).sentence_text


def test_as_of_a_day_entries_have_their_sentences_too(store: Store) -> None:
    assert list(store.entries(dyad=DYAD, as_of=dt.date(2025, 1, 1))) == list(store.entries(dyad=DYAD))
    by_publisher = store.entries(publisher="Kabar Dua", as_of=dt.date(2025, 1, 1))
    assert list(by_publisher) == list(store.entries(publisher="Kabar Dua"))


def test_an_article_that_changes_its_publisher_changes_it_for_its_events(fresh_store: Store) -> None:
    article = make_article("satu", "kata " * 40)
    coding = Coding(article=article.id, claims=(make_telling(article.id).claim,))
    fresh_store.add(article, coding)
    assert fresh_store.count_events(publisher="Kabar Contoh") == 1
    fresh_store.add(make_article("satu", "kata " * 40, publisher="Kabar Lain"), coding)
    assert fresh_store.facets().publisher == (("Kabar Lain", 1),)


@pytest.mark.parametrize("cursor", ["", "2024", "2024-01-01~", "2024-01-01~x'", "yesterday~12ab"])
def test_a_cursor_that_no_page_gave_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(UsageError, match="take the cursor from a page"):
        store.page(Turn(after=cursor))


@hypothesis.given(limit=st.integers(1, 40), step=st.integers(0, 30), order=st.sampled_from(["newest", "oldest"]))
def test_before_what_comes_after_is_where_one_was(store: Store, limit: int, step: int, order: Order) -> None:
    expected = _ordered(list(store.entries()), order)
    start = store.page(Turn(order=order, limit=step + 1))
    hypothesis.assume(start.after)  # nothing follows the last page
    following = store.page(Turn(order=order, limit=limit, after=start.after))
    assert list(following.entries) == expected[step + 1 : step + 1 + limit]
    back = store.page(Turn(order=order, limit=limit, before=following.before))
    assert list(back.entries) == expected[max(0, step + 1 - limit) : step + 1]


def test_the_stamp_changes_with_what_is_stored_and_only_then(fresh_store: Store) -> None:
    article = make_article()
    stamps = [fresh_store.stamp()]
    fresh_store.add(article, Coding(article=article.id, claims=(make_telling(article.id).claim,)))
    stamps.append(fresh_store.stamp())
    fresh_store.merge()
    stamps.append(fresh_store.stamp())
    assert len(set(stamps)) == 3
    fresh_store.merge()
    fresh_store.add_sentences(article.id, ())
    assert fresh_store.stamp() == stamps[-1]
    with open_store(fresh_store.path) as other:
        assert other.stamp() == stamps[-1]


def test_two_stores_never_have_one_stamp(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("two")
    with open_store(folder / "one.sqlite") as one, open_store(folder / "other.sqlite") as other:
        assert one.stamp() != other.stamp()


def _entries(pages: list[TimelinePage]) -> list[Entry]:
    return [entry for page in pages for entry in page.entries]


def _ordered(entries: list[Entry], order: Order) -> list[Entry]:
    """Entries by date, then id; for the newest first both halves, with and without a date, turned round."""
    if order == "oldest":
        return entries
    dated = [entry for entry in entries if _is_dated(entry.event.when)]
    return [*reversed(dated), *reversed(entries[len(dated) :])]


def _is_dated(when: When | None) -> bool:
    return when is not None and (when.first or when.last) is not None


def test_merging_in_small_steps_gives_the_same_events(empty: pathlib.Path, tmp_path: pathlib.Path) -> None:
    found = []
    pauses: list[int] = []
    for number, pause in enumerate((None, lambda: pauses.append(1))):
        with open_store(shutil.copy(empty, tmp_path / f"{number}.sqlite"), waits_for_merging=False) as store:
            for name in range(30):  # more than one small step takes
                article = make_article(f"{name}")
                told = make_telling(article.id, when=day(2024, 1 + name % 5, 1 + name % 3)).claim
                store.add(article, Coding(article=article.id, claims=(told,)))
            assert store.merge(pause=pause) > 0
            found.append(list(store.events()))
    assert found[0] == found[1] != []
    assert len(pauses) > 3
