"""What may come between two actors, and how far such forecasts have held."""

import datetime as dt
from collections.abc import Sequence

from pasut.measure.forecast import HORIZONS, Calibration, Forecast
from pasut.records import When
from pasut.show.measured import PLACES, on_day, percent
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

FORECAST_FIELDS = ("a", "b", "as_of", "type", "horizon_days", "chance", "base_rate", "seen_days", "last")
CALIBRATION_FIELDS = ("horizon_days", "low", "high", "trials", "foretold", "came", "brier", "brier_base", "skill")


def forecast_view(
    found: Sequence[Forecast],
    dyad: tuple[str, str],
    names: tuple[str, str],
    as_of: dt.date,
    words: Words,
    *,
    whole: bool,
) -> View:
    """One row a type, the likeliest first; with `whole`, for programs, a row for each type and horizon."""
    by_type: dict[str, dict[int, Forecast]] = {}
    for each in found:
        by_type.setdefault(each.type, {})[each.horizon] = each
    headings = [words.phrase("within", n=days) for days in HORIZONS]
    return View(
        title=words.phrase("forecast", a=names[0], b=names[1], day=on_day(as_of, words)),
        headings=(*words.headings("what"), *headings, *words.headings("seen_days", "last_act")),
        rows=tuple(
            row for each in by_type.values() for row in _forecast_rows(each, dyad, as_of, words)[: None if whole else 1]
        ),
        fields=FORECAST_FIELDS,
        empty=words.phrase("nothing"),
    )


def _forecast_rows(of_type: dict[int, Forecast], dyad: tuple[str, str], as_of: dt.date, words: Words) -> list[Row]:
    shown = of_type[HORIZONS[0]]
    cells = (
        words.act(shown.type, None),
        *(
            words.phrase("chance_and_base", chance=percent(each.chance, words), base=percent(each.base, words))
            for each in (of_type[days] for days in HORIZONS)
        ),
        words.number(shown.seen),
        words.date(When(first=shown.last, last=shown.last, basis="report")),
    )
    records: list[dict[str, Value]] = [
        {
            "a": dyad[0],
            "b": dyad[1],
            "as_of": as_of.isoformat(),
            "type": each.type,
            "horizon_days": each.horizon,
            "chance": round(each.chance, PLACES),
            "base_rate": round(each.base, PLACES),
            "seen_days": each.seen,
            "last": each.last.isoformat(),
        }
        for each in of_type.values()
    ]
    return [Row(cells=cells, record=record) for record in records]


def calibration_view(found: Sequence[Calibration], words: Words) -> View:
    """How often what was foretold came, by what probability it was foretold with."""
    return View(
        title=words.phrase("calibration"),
        headings=words.headings("horizon", "foretold_between", "trials", "foretold", "came"),
        rows=tuple(row for each in found for row in _calibration_rows(each, words)),
        fields=CALIBRATION_FIELDS,
        empty=words.phrase("no_trials"),
    )


def _calibration_rows(found: Calibration, words: Words) -> list[Row]:
    return [
        Row(
            cells=(
                words.number(found.horizon),
                f"{words.number(100 * each.low)}–{words.number(100 * each.high)} %",
                words.number(each.trials),
                f"{words.number(100 * each.foretold, 1)} %",
                f"{words.number(100 * each.came, 1)} %",
            ),
            record={
                "horizon_days": found.horizon,
                "low": each.low,
                "high": each.high,
                "trials": each.trials,
                "foretold": round(each.foretold, PLACES),
                "came": round(each.came, PLACES),
                "brier": round(found.brier, PLACES),
                "brier_base": round(found.brier_base, PLACES),
                "skill": round(found.skill, PLACES),
            },
        )
        for each in found.bins
    ]


def skill_line(found: Calibration, words: Words) -> str:
    """Whether the forecasts of a horizon did better than the base rate."""
    return words.phrase(
        "skill",
        n=found.horizon,
        brier=words.number(found.brier, 4),
        base=words.number(found.brier_base, 4),
        skill=words.number(100 * found.skill, 1),
        trials=found.trials,
    )
