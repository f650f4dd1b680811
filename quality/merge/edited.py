"""Lightly edited copies of every packaged example article: what do they change in the record? Nothing, it should be.

    python quality/merge/edited.py [--copies 30]

A copy has another headline or none, a line of its editors, a link in the middle, a paragraph of its second half fewer,
quotes and spaces of another kind, and is dated up to two days later. Edits are made from a seed.
"""

import argparse
import datetime as dt
import importlib.resources
import pathlib
import random
import sys
import tempfile
import time

import msgspec

from pasut.pipeline import Kit, code_page
from pasut.read.file import read_paths
from pasut.records import Article, Event, Page, Proposition, When
from pasut.store import Store, open_store

EXAMPLES = pathlib.Path(str(importlib.resources.files("pasut"))) / "examples"
State = dict[str, tuple[object, ...]]


def main() -> int:
    """Print what the copies change; the status is 1 where they change anything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=30, help="of each article")
    asked = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, open_store(pathlib.Path(folder) / "edited.sqlite") as store:
        kit = Kit()
        articles = add_examples(store, kit)
        before = state(store)
        added = add_copies(store, kit, articles, asked.copies)
        after = state(store)
        known = store.count("copies")[0][1]
    print(f"{len(articles)} articles, {added} different edited texts, of which {known} are found to be copies")
    print(f"{len(before)} events and propositions before, {len(after)} after ({time.monotonic() - begun:.0f} s)")
    changes = changed(before, after)
    print(*changes or ["nothing changed"], sep="\n")
    return bool(changes)


def add_examples(store: Store, kit: Kit) -> list[tuple[Page, Article]]:
    """Store every packaged article; gives them with their pages."""
    out = []
    for page in read_paths([EXAMPLES]):
        assert isinstance(page, Page)
        article, coding = code_page(page, kit)
        store.add(article, coding, {page.key: page})
        out.append((page, article))
    return out


def add_copies(store: Store, kit: Kit, originals: list[tuple[Page, Article]], copies: int) -> int:
    """Store so many edited copies of each; gives how many different articles they make."""
    made = set()
    for page, article in originals:
        for number in range(copies):
            copy = edited(page, number, article.published)
            article_of_copy, coding = code_page(copy, kit)
            if article_of_copy.id != article.id:
                store.add(article_of_copy, coding, {copy.key: copy})
                made.add(article_of_copy.id)
    return len(made)


def edited(page: Page, number: int, published: When | None) -> Page:
    """The copy of this number, dated up to two days after the original where that has a day."""
    chance = random.Random(f"{page.key} {number}")
    title, body = page.title, page.text.strip()
    if title is None:
        title, _, body = body.partition("\n")
    head = (title, f"Kabar Pilihan {number}", "")[number % 3]
    text = "\n\n".join(_edited_body([each for each in body.split("\n") if each.strip()], number, chance))
    day = published.last if published and published.first == published.last else None
    given = (day + dt.timedelta(number % 3)).isoformat() if day else page.published
    text = text if page.title is not None or not head else f"{head}\n\n{text}"
    return msgspec.structs.replace(
        page, key=f"{page.key}-{number}", source=f"{page.key}-{number}", text=text, published=given,
        title=None if page.title is None else head or None, publisher=f"Kabar {number}", url=None,
    )  # fmt: skip


def _edited_body(paragraphs: list[str], number: int, chance: random.Random) -> list[str]:
    if number % 3 == 0 and len(paragraphs) > 3:
        del paragraphs[chance.randrange(len(paragraphs) // 2 + 1, len(paragraphs))]
    if number % 2 == 0:
        paragraphs = [each.replace('"', "”").replace("  ", " ") for each in paragraphs]
    if number % 5 == 2:
        paragraphs.insert(len(paragraphs) // 2 + 1, f"Baca juga: Kabar pilihan nomor {number}")
    return [*paragraphs, *([f"Redaksi {number} ikut menyunting naskah ini."] if number % 4 == 1 else [])]


def state(store: Store) -> State:
    """What the record tells, by id: days, status, standing, count of independent sources, who affirms and denies."""
    return {each.id: _told(each) for each in [*store.events(), *store.propositions()]}


def _told(each: Event | Proposition) -> tuple[object, ...]:
    own = (each.when, each.status, each.persons) if isinstance(each, Event) else ()
    said = (each.standing, each.sources, each.affirmed_by, each.denied_by)
    return each.type, each.mode, each.source, each.target, *said, own


def changed(before: State, after: State) -> list[str]:
    """Each event and proposition that is not as it was."""
    ids = sorted(before.keys() | after.keys())
    return [
        f"{each}:\n  {before.get(each)}\n  {after.get(each)}" for each in ids if before.get(each) != after.get(each)
    ]


if __name__ == "__main__":
    sys.exit(main())
