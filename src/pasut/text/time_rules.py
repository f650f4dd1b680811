"""The rules that the forms of a pack name: one function each, from the slots of a match to the interval it means."""

from collections.abc import Callable, Mapping

from pasut.packs.time_words import Rule
from pasut.text.date_rules import DATES
from pasut.text.moment_rules import MOMENTS
from pasut.text.period_rules import PERIODS
from pasut.text.scene import Raw, Scene, Value

RULES: Mapping[Rule, Callable[[Scene, Raw], Value | None]] = {**DATES, **PERIODS, **MOMENTS}
# Rules whose find, lacking a year, may take it from the next find of a range or list.
BORROWERS: frozenset[Rule] = frozenset({"numeric", "day_month", "month", "weekday", "bracket"})
ENDS: frozenset[Rule] = frozenset(
    {"iso", "numeric", "day_month", "month", "decade", "year", "weekday", "century", "season", "bracket", "now", "unit"}
)
