"""The parameters are in one place, and none is of a country."""

import pathlib
import re
from typing import get_args

from pasut.measure.parameters import DEFAULT, Parameters
from pasut.records import Standing
from pasut.world.load import load_world

MEASURE = pathlib.Path(__file__).parents[2] / "src" / "pasut" / "measure"
ALLOWED = {"ACCUSE", "AID"}


def test_every_number_is_printed() -> None:
    listed = dict(DEFAULT.listed())
    assert {"half_life", "tau", "sigma", "rho", "mu", "coded_right", "credibility.disputed"} <= set(listed)
    assert len(listed) == len(Parameters.__struct_fields__) - 1 + len(DEFAULT.credibility.__struct_fields__)


def test_every_standing_has_a_weight() -> None:
    assert all(0 < DEFAULT.credibility.of(standing) <= 1 for standing in get_args(Standing))


def test_no_constant_is_keyed_by_a_country() -> None:
    """Neither code nor comment of the index may name a state, a body or a group: all are measured alike."""
    world = load_world()
    codes = {*world.states, *world.bodies, *world.groups} - ALLOWED
    for path in sorted(MEASURE.glob("*.py")):
        named = set(re.findall(r"\b[A-Z]{2,}[A-Z:]*\b", path.read_text(encoding="utf-8"))) & codes
        assert not named, f"{path.name}: {named}"
