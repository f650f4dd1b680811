"""Lightly edited copies of every packaged article change no event, no standing and no count of sources."""

import importlib.util
import pathlib
from types import ModuleType

import pytest

from makers import day, make_telling
from pasut.merge.block import merge_block
from pasut.pipeline import Kit
from pasut.store import Store

EDITED = pathlib.Path(__file__).parents[2] / "quality" / "merge" / "edited.py"
COPIES = 3
"""Of each article; `python quality/merge/edited.py` makes thirty."""


@pytest.fixture(scope="module")
def edits() -> ModuleType:
    spec = importlib.util.spec_from_file_location("merge_edited", EDITED)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_copies_change_nothing(fresh_store: Store, edits: ModuleType) -> None:
    kit = Kit()
    articles = edits.add_examples(fresh_store, kit)
    before = edits.state(fresh_store)
    known = fresh_store.count("copies")[0][1]
    assert len(articles) >= 40 and len(before) > 300
    added = edits.add_copies(fresh_store, kit, articles, COPIES)
    after = edits.state(fresh_store)
    assert added > 2 * len(articles)  # some edits give one text, which is stored once
    assert fresh_store.count("copies")[0][1] == known + added
    assert edits.changed(before, after) == []


VISIT = make_telling("one", when=day(2024, 6, 19))
BLOCK = "PRK|RUS|encounter"


def test_a_sentence_of_the_original_that_is_read_otherwise_in_a_copy_tells_nothing() -> None:
    otherwise = make_telling("two", when=day(2024, 6, 19), root="one", repeats=True, status="planned")
    assert merge_block(BLOCK, [VISIT, otherwise]).events == merge_block(BLOCK, [VISIT]).events
    assert merge_block(BLOCK, [otherwise]).events == ()


def test_what_a_copy_adds_is_told() -> None:
    added = make_telling("two", when=day(2024, 8, 1), root="one", persons="RUS:sergei-shoigu")
    assert len(merge_block(BLOCK, [VISIT, added]).events) == 2
