"""The figures of docs/methodology.md: the made world, and another coder's events where they lie beside us."""

import importlib
import pathlib
import sys
from types import ModuleType

import pytest

ROOT = pathlib.Path(__file__).parents[1]
RUNS = 20


def _module(name: str) -> ModuleType:
    folder = str(ROOT / "quality")
    sys.path.insert(0, folder)
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(folder)


@pytest.fixture(scope="module")
def simulation() -> ModuleType:
    return _module("simulation")


@pytest.fixture(scope="module")
def icews() -> ModuleType:
    return _module("icews")


def test_the_index_comes_nearer_to_the_truth_than_moving_means(simulation: ModuleType) -> None:
    found = simulation.compare(RUNS)
    whole, then = found["index, all evidence"], found["index, as known on the day"]
    mean, by_mentions = found["mean of 14 days"], found["mean of 14 days, by log of mentions"]
    assert whole[0] > then[0] > max(mean[0], by_mentions[0])
    assert whole[1] < then[1] < min(mean[1], by_mentions[1])
    assert whole[0] > 0.9


def test_reports_repeated_thirty_times_hardly_move_the_index(simulation: ModuleType) -> None:
    found = simulation.compare(RUNS)
    assert found["index, all evidence"][2] < 0.1
    assert found["sum of 14 days"][2] > 1


def test_the_band_holds_nine_days_of_ten_that_it_has_not_seen(simulation: ModuleType) -> None:
    for world in ("model", "regimes"):
        assert simulation.coverage(RUNS, world)[2] == pytest.approx(0.9, abs=0.03)


def test_in_a_world_like_its_model_the_band_holds_the_truth_as_often_as_it_says(simulation: ModuleType) -> None:
    smooth, then, _ = simulation.coverage(RUNS, "model")
    assert smooth == pytest.approx(0.9, abs=0.02)
    assert then == pytest.approx(0.9, abs=0.02)


def test_jumps_are_found_and_few_breaks_are_false(simulation: ModuleType) -> None:
    recall, false, days = simulation.breaks(RUNS)
    assert recall > 0.7
    assert false < 0.5
    assert days <= 7


def test_scores_dated_by_chance_make_almost_no_breaks(simulation: ModuleType) -> None:
    assert simulation.placebo(RUNS) < 0.2


@pytest.mark.parametrize("number", range(5))
def test_the_index_of_another_coders_events_shows_what_is_known(number: int, icews: ModuleType) -> None:
    if not icews.is_measurable():
        pytest.skip(f"no series at {icews.SERIES}: nothing to measure")
    check = list(icews.checks())[number]
    assert check.holds, f"{check.name}: {check.figures}"


def test_the_page_prints_the_parameters_and_the_scale_that_are_used() -> None:
    methodology = _module("methodology")
    page = methodology.PAGE.read_text(encoding="utf-8")
    for name in ("parameters", "scale"):
        assert methodology.fill(page, name, methodology.BLOCKS[name]()) == page, "run `make methodology`"


def test_the_page_has_the_figures_of_the_tests() -> None:
    page = (ROOT / "docs" / "methodology.md").read_text(encoding="utf-8")
    for name in ("simulation", "icews"):
        assert page.partition(f"<!-- {name} -->")[2].partition(f"<!-- /{name} -->")[0].count("\n| ") >= 5
