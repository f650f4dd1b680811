"""Measure reading: what a page over a large store asks for, of the busiest pair, a lesser one, and all pairs at once.

    python benchmarks/reading.py [--articles 100000] [--store FILE]

The store is that of `merge.py`; with --store it is kept in a file, and made only where that is not there yet (half an
hour for 100,000 articles). Each figure is the first answer, and the quickest of those that follow,
which a busy machine disturbs least.
"""

import argparse
import datetime as dt
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable

from merge import make_articles
from pasut.ranking import rank_dyads
from pasut.relation import relation_index
from pasut.store import Store, Turn, open_store

BUSIEST, LESSER = ("RUS", "UKR"), ("VEN", "CUB")
AGAIN = 19
YEAR = {"since": dt.date(2023, 1, 1), "until": dt.date(2023, 12, 31)}


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--store", type=pathlib.Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.store or pathlib.Path(folder) / "reading.sqlite"
        if not place.exists():
            fill(place, asked.articles)
        with open_store(place) as store:
            store.merge()
        with open_store(place, readonly=True) as store:
            measure(store)
    return 0


def fill(place: pathlib.Path, articles: int) -> None:
    """Make the store."""
    with open_store(place) as store:
        for article, coding in make_articles(articles):
            store.add(article, coding)
        store.merge()


def measure(store: Store) -> None:
    """Ask all questions."""
    print(f"{store.count('articles')[0][1]:,} articles, {store.count('events')[0][1]:,} events")
    for dyad in (BUSIEST, LESSER):
        print(f"{'-'.join(dyad)}: {store.count_events(dyad=dyad):,} events")
        for name, ask in _questions(store, dyad).items():
            _time(name, ask)
    print("all pairs")
    _time("side by side, with a course of 13 points", lambda: rank_dyads(store, points=13))
    _time("first page of all events", lambda: store.page())
    _time("stamp", store.stamp)


def _questions(store: Store, dyad: tuple[str, str]) -> dict[str, Callable[[], object]]:
    a, _ = dyad
    after = store.page(dyad=dyad).after
    return {
        "first page": lambda: store.page(dyad=dyad),
        "next page": lambda: store.page(Turn(after=after), dyad=dyad),
        "page of a direction, type, publisher and year": lambda: store.page(
            dyad=dyad, source=a, type="AID", publisher="Kabar 7", **YEAR
        ),
        "count of a type": lambda: store.count_events(dyad=dyad, type="AID.arms"),
        "count of a direction": lambda: store.count_events(dyad=dyad, source=a),
        "facets": lambda: store.facets(dyad=dyad),
        "facets of a type": lambda: store.facets(dyad=dyad, type="AID"),
        "facets of a direction": lambda: store.facets(dyad=dyad, source=a),
        "all events": lambda: list(store.events(dyad=dyad)),
        "all events with their sentences": lambda: list(store.entries(dyad=dyad)),
        "index": lambda: relation_index(store, *dyad),
    }


def _time(name: str, ask: Callable[[], object]) -> None:
    spent = []
    for _ in range(AGAIN + 1):
        begun = time.perf_counter()
        ask()
        spent.append((time.perf_counter() - begun) * 1000)
    print(f"  {name}: {spent[0]:.1f} ms, then {min(spent[1:]):.1f} ms", flush=True)


if __name__ == "__main__":
    sys.exit(main())
