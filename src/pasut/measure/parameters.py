"""Every number that the index rests on, in one place, the same for all pairs of actors, printed with every result."""

from collections.abc import Iterator

from pasut.records import Record, Standing

FORMULA = "1"
"""Version of the formulas of docs/methodology.md; raised when the same events would give other numbers."""


class Credibility(Record, frozen=True):
    """How far a contested act counts as done, by its standing in the ledger: between 0 and 1."""

    admitted: float = 0.95
    corroborated: float = 0.8
    asserted: float = 0.4
    unanswered: float = 0.4
    disputed: float = 0.3
    denied: float = 0.3
    """A denial answers an allegation that the articles at hand may not tell: alone it refutes nothing."""
    withdrawn: float = 0.05

    def of(self, standing: Standing) -> float:
        """The weight of one standing."""
        return float(getattr(self, standing))


class Parameters(Record, frozen=True):
    """Of the formulas of the index; see docs/methodology.md for each, and for what changing it does."""

    half_life: float = 45.0
    """Days in which what an act tells of the relation loses half its weight."""
    tau: float = 3.5
    """Points: how far relations lie from `mu` where nothing is known (standard deviation)."""
    sigma: float = 3.0
    """Points: how far one act lies from the relation it is part of (standard deviation)."""
    rho: float = 0.4
    """Correlation of acts of one day: however many, they count as 1/rho acts at the most."""
    mu: float = 0.0
    """Points: what the index goes back to in silence."""
    coded_right: float = 0.8
    """Share of coded claims that are right (strict precision in docs/accuracy.md, rounded): the weight of a fact."""
    credibility: Credibility = Credibility()
    stale_days: int = 90
    """Days without an act after which the index is marked stale: two half-lives."""
    longest: int = 366
    """Days: an act that may have been on any day of a longer time says nothing of a day, and is left out."""
    trend_days: int = 90
    """Days over which warming and cooling are told."""

    @property
    def formula(self) -> str:
        """Version of the formulas."""
        return FORMULA

    @property
    def phi(self) -> float:
        """Share of what is known of a day that still holds on the next."""
        return float(2.0 ** (-1.0 / self.half_life))

    def listed(self) -> Iterator[tuple[str, float]]:
        """(name, value) of every number, for printing."""
        for name in self.__struct_fields__:
            if name != "credibility":
                yield name, float(getattr(self, name))
        for name in self.credibility.__struct_fields__:
            yield f"credibility.{name}", float(getattr(self.credibility, name))


DEFAULT = Parameters()
Z90 = 1.6448536269514722
"""Standard deviations on either side that hold 90 % of a normal distribution."""
