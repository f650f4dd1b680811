"""The rules that the forms of a pack name: one function each, from the slots of a match to the interval it means."""

from collections.abc import Callable, Mapping

from pasut.packs.time_words import Rule
from pasut.text.date_rules import DATES
from pasut.text.moment_rules import MOMENTS
from pasut.text.period_rules import PERIODS
from pasut.text.scan import Raw
from pasut.text.scene import Scene, Value

RULES: Mapping[Rule, Callable[[Scene, Raw], Value | None]] = {**DATES, **PERIODS, **MOMENTS}
