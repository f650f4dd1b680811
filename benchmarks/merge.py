"""Measure merging: claims of made-up articles put into a store, merged, and a dyad's timeline read back.

    python benchmarks/merge.py [--articles 100000] [--step 10000]

Articles are made from a seed: each tells of a few happenings of a world of thirty states over three years, as news of
the day or looking back, in words of its own. Claims are made, not coded: the rate is that of merging alone, to be held
against the rate of coding that `speed.py` gives.
"""

import argparse
import datetime as dt
import hashlib
import pathlib
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator

from pasut.records import Actor, ActorCode, Article, Claim, Coding, Span, When
from pasut.store import Store, open_store

SEED = 20240619
STATES = (
    "PRK RUS CHN USA KOR JPN UKR IDN ISR IRN TWN DEU GBR FRA IND "
    "PAK TUR SAU EGY VNM PHL AUS MYS SGP THA KHM POL BLR VEN CUB"
).split()
ACTS = (
    ("CONSULT", "visit"), ("CONSULT", "meet"), ("CONSULT", "phone"), ("CONSULT", "letter"), ("ACCUSE", None),
    ("AID", "arms"), ("AID", "food"), ("SUPPORT", "praise"), ("SUPPORT", "treaty"), ("COERCE", "sanction"),
    ("ASSAULT", None), ("MOBILIZE", "exercise"), ("REQUEST", None), ("AGREE", None), ("COOPERATE", "trade"),
)  # fmt: skip
FIRST_DAY = dt.date(2022, 1, 1)
DAYS = 1095
BUSY = (("RUS", "UKR"), ("USA", "CHN"), ("PRK", "RUS"), ("ISR", "IRN"))
BUSY_SHARE = 0.25
"""Pairs that a quarter of the claims are about: 56,000 claims of each in 100,000 articles."""
CLAIMS = 9
"""Claims of an article, as many as the coder finds in one of 2,500 characters."""


def main() -> int:
    """Print rates, memory and the time of a timeline."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--step", type=int, default=0, help="merge after each so many articles, not once at the end")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(pathlib.Path(folder) / "merge.sqlite") as store:
        measure(store, asked.articles, asked.step or asked.articles)
        size = sum(each.stat().st_size for each in pathlib.Path(folder).iterdir())
        print(f"store: {size / 2**20:,.0f} MB")
    return 0


def measure(store: Store, articles: int, step: int) -> None:
    """Fill the store in steps, merge after each, read timelines."""
    writing = merging = cpu = 0.0
    made = make_articles(articles)
    for start in range(0, articles, step):
        begun = time.perf_counter()
        for _, (article, coding) in zip(range(min(step, articles - start)), made, strict=False):
            store.add(article, coding)
        written, worked = time.perf_counter(), time.process_time()
        blocks = store.merge()
        cpu += time.process_time() - worked
        writing, merging = writing + written - begun, merging + time.perf_counter() - written
        print(f"{start + step:,} articles: {blocks:,} blocks merged, peak {_peak():.0f} MB", flush=True)
    print(f"merging {merging:.0f} s, {articles / merging:,.0f} articles a second ({writing:.0f} s to write them)")
    print(f"on a processor of its own {cpu:.0f} s, {articles / cpu:,.0f} articles a second")
    print(f"events {store.count('events')[0][1]:,} of {store.count('claims')[0][1]:,} claims")
    for dyad in (*BUSY, ("VEN", "CUB")):
        print(_timeline(store, dyad))


def _timeline(store: Store, dyad: tuple[str, str]) -> str:
    begun = time.perf_counter()
    found = list(store.events(dyad=dyad))
    whole = time.perf_counter()
    store.quotes_of(found)
    quoted = time.perf_counter()
    month = list(store.events(dyad=dyad, since=dt.date(2023, 6, 1), until=dt.date(2023, 6, 30)))
    ended = time.perf_counter()
    return (
        f"{'-'.join(dyad)}: {len(found):,} events in {(whole - begun) * 1000:.0f} ms, "
        f"their sentences in {(quoted - whole) * 1000:.0f} ms, "
        f"{len(month):,} of a month in {(ended - quoted) * 1000:.0f} ms"
    )


def make_articles(number: int) -> Iterator[tuple[Article, Coding]]:
    """Articles with their claims, by day of publication."""
    chance = random.Random(SEED)
    words = [f"{''.join(chance.choices('abdegiklmnoprstu', k=chance.randint(3, 9)))}" for _ in range(4000)]
    for at in range(number):
        day = FIRST_DAY + dt.timedelta(at * DAYS // number)
        body = tuple(" ".join(chance.choices(words, k=40)) + "." for _ in range(9))
        article = Article(
            id=hashlib.blake2b(f"{at}".encode(), digest_size=16).hexdigest(),
            key=f"article-{at}",
            language="id",
            title=" ".join(chance.choices(words, k=6)),
            paragraphs=body,
            publisher=f"Kabar {chance.randint(1, 40)}",
            published=When(first=day, last=day, basis="given"),
        )
        claims = tuple(_claim(article, place, day, body[place % len(body)], chance) for place in range(CLAIMS))
        yield article, Coding(article=article.id, claims=claims)


def _claim(article: Article, place: int, day: dt.date, sentence: str, chance: random.Random) -> Claim:
    source, target = chance.choice(BUSY) if chance.random() < BUSY_SHARE else chance.sample(STATES, 2)
    type_, mode = chance.choice(ACTS)
    mutual = mode in ("meet", "treaty", "trade", "phone")
    sides = [_actor(code, chance) for code in (source, target)]
    status = chance.choices(("happened", "alleged", "denied", "planned"), (80, 10, 5, 5))[0]
    start = sum(len(paragraph) + 1 for paragraph in (article.title or "", *article.paragraphs[:place]))
    return Claim(
        id=hashlib.blake2b(f"{article.id}{place}".encode(), digest_size=16).hexdigest(),
        article=article.id,
        sentence=Span(start=start, end=start + len(sentence)),
        sentence_text=sentence,
        trigger=Span(start=start, end=start + 4),
        rule="id.verb.made",
        type=type_,  # type: ignore[arg-type]
        mode=mode,
        source=tuple(sides) if mutual else (sides[0],),
        target=tuple(sides) if mutual else (sides[1],),
        status=status,  # type: ignore[arg-type]
        speaker=(chance.choice(STATES),) if chance.random() < 0.2 else (),
        when=_when(day, chance),
        object=" ".join(sentence.split()[:2]) if chance.random() < 0.4 else None,
    )


def _actor(code: str, chance: random.Random) -> Actor:
    person = f"{code.lower()}-{chance.randint(1, 3)}" if chance.random() < 0.4 else None
    return Actor(code=ActorCode(code), person=person, via="name")


def _when(day: dt.date, chance: random.Random) -> When | None:
    """News of the day or of the days before, told or inferred; months and years gone by; no date."""
    kind = chance.random()
    if kind < 0.7:
        when = day - dt.timedelta(chance.randint(0, 2))
        return When(first=when, last=when, basis="date of the text" if kind < 0.35 else "the day of the article's news")
    if kind < 0.8:
        past = day - dt.timedelta(chance.randint(3, 700))
        return When(first=past, last=past, basis="date of the text")
    if kind < 0.9:
        first = (day - dt.timedelta(chance.randint(20, 700))).replace(day=1)
        last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
        return When(first=first, last=last, basis="month and year of the text")
    if kind < 0.95:
        year = day.year - chance.randint(0, 3)
        return When(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31), basis="year of the text")
    return None


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    sys.exit(main())
