"""Where an actor's relations stand, for several pages: kept while the store stays the same, and as cells of a table."""

import datetime as dt

from pasut.measure.stand import Stand
from pasut.relation import stands_of
from pasut.show.measured import PLACES, band, level_words, signed
from pasut.show.table import Value
from pasut.show.web.site import Site
from pasut.show.words import Words
from pasut.store.counting import PairCount

FIELDS = ("index", "low", "high", "level_low", "level_high", "is_stale", "acts", "days_since_act")


def stands(site: Site, actor: str, day: dt.date | None = None) -> dict[str, Stand]:
    """The relations of an actor on a day (the last one when None), by the other's code."""
    return site.remember(
        ("stands", actor, day), lambda: {each.to: each for each in stands_of(site.store, actor, day=day)}
    )


def pairs(site: Site) -> list[PairCount]:
    """How much is told of each pair, the most told of first."""
    return site.remember("pairs", site.store.count_pairs)


def stand_cells(stand: Stand | None, words: Words, since: int = -1) -> tuple[str, str, str]:
    """Level, index and its band; `since` are the days since an act that the index knows nothing of any more."""
    nothing = words.phrase("nobody")
    if stand is None or stand.since_act < 0:
        return words.phrase("stale", n=since) if since > 0 else nothing, nothing, nothing
    level = level_words(stand.level, stand.since_act, words)
    return level, signed(stand.mean, words), band(stand.low, stand.high, words)


def stand_record(stand: Stand | None) -> dict[str, Value]:
    """The same for programs; None where there is no act."""
    if stand is None or stand.since_act < 0:
        return dict.fromkeys(FIELDS)
    return {
        "index": round(stand.mean, PLACES),
        "low": round(stand.low, PLACES),
        "high": round(stand.high, PLACES),
        "level_low": stand.level.lowest,
        "level_high": stand.level.highest,
        "is_stale": stand.level.stale,
        "acts": stand.acts,
        "days_since_act": stand.since_act,
    }
