"""Three states, and one between two, over time."""

from collections.abc import Sequence

from pasut.measure.hedging import Hedge
from pasut.measure.parameters import Parameters
from pasut.measure.triangle import Side, Triangle
from pasut.show.measured import PLACES, formula_line, on_day, percent, signed
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

FIELDS = (
    "date", "figure", "pivot", "chance", "balanced", "is_known",
    *(f"side_{n}{end}" for n in (1, 2, 3) for end in ("", "_value", "_error", "_sign", "_is_stale")), "formula",
)  # fmt: skip
NONE = "–"
HEDGE_HEADINGS = ("date", "leans", "tilt", "engagement", "error", "evenness", "shown")
HEDGE_FIELDS = (
    "date", "state", "one", "other", "leans", "tilt", "engagement", "error", "correlation", "evenness", "shown",
    "is_stale", "formula",
)  # fmt: skip


def triangle_view(found: Sequence[Triangle], names: Sequence[str], parameters: Parameters, words: Words) -> View:
    """One row a day: the figure that the three make, how sure it is, and the three relations."""
    sides = [f"{side.a} – {side.b}" for side in found[0].sides] if found else ["", "", ""]
    return View(
        title=words.phrase("triangle", names=", ".join(names)),
        headings=(*words.headings("date", "figure", "chance", "balanced"), *sides),
        rows=tuple(_row(each, parameters, words) for each in found),
        fields=FIELDS,
        empty=words.phrase("nothing"),
    )


def _row(each: Triangle, parameters: Parameters, words: Words) -> Row:
    record: dict[str, Value] = {
        "date": each.day.isoformat(),
        "figure": each.figure,
        "pivot": each.pivot,
        "chance": round(each.chance, PLACES),
        "balanced": round(each.balanced, PLACES),
        "is_known": each.is_known,
    }
    for number, side in enumerate(each.sides, 1):
        record |= {
            f"side_{number}": f"{side.a}-{side.b}",
            f"side_{number}_value": round(side.mean, PLACES),
            f"side_{number}_error": round(side.error, PLACES),
            f"side_{number}_sign": side.sign,
            f"side_{number}_is_stale": side.stale,
        }
    cells = (
        on_day(each.day, words),
        _figure(each, words),
        *((NONE, NONE) if each.is_stale else (percent(each.chance, words), percent(each.balanced, words))),
        *(_side(side, words) for side in each.sides),
    )
    return Row(cells=cells, record=record | {"formula": formula_line(parameters)})


def _figure(each: Triangle, words: Words) -> str:
    if each.is_stale:
        return words.phrase("figure_unknown")
    figure = words.labels.figure[each.figure].format(pivot=each.pivot or "")
    return figure if each.is_known else words.phrase("perhaps", what=figure)


def _side(side: Side, words: Words) -> str:
    return words.phrase("stale_short") if side.stale else _with_error(side.mean, side.error, words)


def _with_error(value: float, error: float, words: Words) -> str:
    return f"{signed(value, words)} ±{words.number(error, 1)}"


def hedge_view(found: Sequence[Hedge], names: Sequence[str], parameters: Parameters, words: Words) -> View:
    """One row a day: which way the first state leans, and how close it is to both."""
    return View(
        title=words.phrase("hedge", state=names[0], one=names[1], other=names[2]),
        headings=words.headings(*HEDGE_HEADINGS),
        rows=tuple(_hedge_row(each, parameters, words) for each in found),
        fields=HEDGE_FIELDS,
        empty=words.phrase("nothing"),
    )


def _hedge_row(each: Hedge, parameters: Parameters, words: Words) -> Row:
    leans = _leans(each)
    numbered = (
        signed(each.tilt, words),
        signed(each.engagement, words),
        f"±{words.number(each.error, 1)}",
        NONE if each.evenness is None else words.number(each.evenness, 2),
        words.number(each.shown),
    )
    cells = (
        on_day(each.day, words),
        words.phrase(f"leans_{leans}", one=each.one, other=each.other),
        *((NONE,) * len(numbered) if each.stale else numbered),
    )
    record: dict[str, Value] = {"date": each.day.isoformat(), "state": each.state, "one": each.one, "other": each.other}
    numbers = {"tilt": each.tilt, "engagement": each.engagement, "error": each.error, "correlation": each.correlation}
    return Row(
        cells=cells,
        record=record
        | {"leans": leans, "is_stale": each.stale, "formula": formula_line(parameters)}
        | {name: round(value, PLACES) for name, value in numbers.items()}
        | {
            "evenness": None if each.evenness is None else round(each.evenness, PLACES),
            "shown": round(each.shown, PLACES),
        },
    )


def _leans(each: Hedge) -> str:
    if each.stale:
        return "unknown"
    if abs(each.tilt) > each.error:
        return "one" if each.tilt > 0 else "other"
    return "away" if each.engagement < -each.error else "neither"
