"""The registers of a store: from sentences of articles to rows with their ends."""

import datetime as dt
import pathlib

import pytest

from pasut import registers
from pasut.pipeline import Kit, read_news
from pasut.store import Store

NEWS = """\
BRUSSELS, 10 June 2025 - The European Union imposed sanctions on Georgia on March 3, 2022.

The European Union imposed an arms embargo on Georgia on July 1, 2023.

Georgia and the European Union signed a trade agreement on January 5, 2019.

The European Union suspended its trade agreement with Georgia on May 5, 2023.

The European Union lifted the arms embargo on Georgia on July 1, 2024.
"""


@pytest.fixture
def told(fresh_store: Store, tmp_path: pathlib.Path) -> Store:
    """A store that tells of sanctions and a treaty between two."""
    (tmp_path / "news.txt").write_text(NEWS)
    read_news([tmp_path / "news.txt"], store=fresh_store)
    return fresh_store


def test_the_row_of_a_sanction_names_the_event_that_lifted_it(told: Store) -> None:
    sanctions, embargo = [
        row for row in registers.sanctions_of(told, Kit(), dyad=("EU", "GEO")) if row.measure == "sanction"
    ]
    assert (sanctions.lasts, sanctions.ended, sanctions.ending) == (True, None, None)
    assert (embargo.ending, embargo.ended and embargo.ended.text()) == ("lifted", "2024-07-01")
    assert embargo.ended_by is not None
    assert told.event(embargo.ended_by).type == "RETREAT"


def test_the_row_of_a_treaty_names_the_event_that_suspended_it(told: Store) -> None:
    (treaty,) = registers.agreements_of(told, actor="GEO")
    assert treaty.ended_by is not None
    assert (treaty.ending, told.event(treaty.ended_by).mode) == ("suspended", "halt")


def test_an_end_outside_the_days_asked_for_is_still_an_end(told: Store) -> None:
    (embargo,) = registers.sanctions_of(
        told, since=dt.date(2023, 6, 1), until=dt.date(2023, 12, 31), dyad=("EU", "GEO")
    )
    assert embargo.ending == "lifted"
