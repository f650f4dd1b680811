"""Thirty lightly edited copies of an article change no event, no standing and no count of sources."""

import datetime as dt
import importlib.resources
import pathlib
import random

import pytest

from pasut.pipeline import Kit, code_page
from pasut.records import Event, Page, Proposition
from pasut.store import Store

EXAMPLES = pathlib.Path(str(importlib.resources.files("pasut"))) / "examples"
NAMES = ("2023-07-28-shoigu-di-pyongyang", "2023-10-14-seribu-kontainer", "2024-06-20-perjanjian-putin-kim")
COPIES = 30


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit()


def _edited(text: str, number: int) -> str:
    """Another headline or none, a line of the editors, a paragraph fewer, quotes and spaces of another kind."""
    chance = random.Random(number)
    title, _, body = text.strip().partition("\n")
    paragraphs = [each for each in body.split("\n") if each.strip()]
    if number % 3 == 0:
        del paragraphs[chance.randrange(len(paragraphs) // 2, len(paragraphs))]
    if number % 2 == 0:
        paragraphs = [each.replace('"', "”").replace("  ", " ") for each in paragraphs]
    paragraphs += [f"Redaksi {number} ikut menyunting naskah ini."] * (number % 4 == 1)
    head = (title, f"Kabar Pilihan {number}", "")[number % 3]
    return "\n\n".join([head, *paragraphs] if head else paragraphs)


def _read(store: Store, key: str, text: str, kit: Kit, published: str) -> None:
    page = Page(key=key, text=text, source=key, published=published, language="id")
    article, coding = code_page(page, kit)
    store.add(article, coding, {key: page})


def _event(event: Event) -> tuple[object, ...]:
    return event.id, event.when, event.status, event.standing, event.sources, event.affirmed_by, event.denied_by


def _proposition(found: Proposition) -> tuple[object, ...]:
    return found.id, found.standing, found.sources, found.affirmed_by, found.denied_by


def test_copies_change_nothing(fresh_store: Store, kit: Kit) -> None:
    texts = {name: (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES}
    for name, text in texts.items():
        _read(fresh_store, name, text, kit, name[:10])
    events = [_event(event) for event in fresh_store.events()]
    ledger = [_proposition(each) for each in fresh_store.propositions()]
    assert len(events) > 20
    for name, text in texts.items():
        day = dt.date.fromisoformat(name[:10])
        for number in range(COPIES):
            later = (day + dt.timedelta(number % 3)).isoformat()
            _read(fresh_store, f"{name}-{number}", _edited(text, number), kit, later)
    fresh_store.merge()
    articles = fresh_store.count("articles")[0][1]
    assert articles > 50  # some edits give one text, which is stored once
    assert fresh_store.count("copies") == [((), articles - len(NAMES))]
    assert [_event(event) for event in fresh_store.events()] == events
    assert [_proposition(each) for each in fresh_store.propositions()] == ledger
