"""What armed groups are while they are no rebels."""

import datetime as dt
import pathlib

import pytest

from pasut.errors import DataError
from pasut.packs.sectors import SECTORS
from pasut.world.load import load_world
from pasut.world.standing import load_standings


def test_standings_are_of_known_groups_and_sectors() -> None:
    standings = load_standings()
    assert {each.code for each in standings} <= set(load_world().groups)
    assert {each.sector for each in standings} <= SECTORS


def test_a_standing_holds_between_its_days() -> None:
    taliban = [each for each in load_standings() if each.code == "AFG:Taliban"]
    assert [any(each.holds(dt.date(year, 1, 1)) for each in taliban) for year in (2000, 2010, 2022)] == [
        True,
        False,
        True,
    ]


def test_a_day_that_is_none_is_named_with_its_line(tmp_path: pathlib.Path) -> None:
    (tmp_path / "standing.tsv").write_text("code\tsector\tfrom\tto\nAFG:Taliban\tGOV\tyesterday\t\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"standing\.tsv:2"):
        load_standings(tmp_path)
