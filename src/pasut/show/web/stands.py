"""Where an actor's relations stand, for several pages: kept while the store stays the same, and as cells of a table."""

import datetime as dt

from pasut.measure.level import Level
from pasut.measure.stand import Stand
from pasut.ranking import Ranked, rank_dyads
from pasut.records import Record
from pasut.relation import stands_of
from pasut.show.measured import PLACES, band, level_words, signed
from pasut.show.table import Value
from pasut.show.web.site import Site
from pasut.show.words import Words
from pasut.store.counting import PairCount

FIELDS = (
    "index",
    "low",
    "high",
    "level_low",
    "level_high",
    "is_stale",
    "days_since_act",
    "events",
    "recent",
    "last_day",
)


class Relation(Record, frozen=True):
    """A relation of one actor with another on a day."""

    mean: float
    low: float
    high: float
    level: Level
    since_act: int | None
    """Days since the last undisputed act; None where there was none yet."""
    events: int | None = None
    """All of the dyad; None with an armed group, whose events are counted with its state's."""
    recent: int | None = None
    """Those of the thirty days before."""
    last_day: dt.date | None = None


def relations(site: Site, actor: str, day: dt.date | None = None) -> dict[str, Relation]:
    """The relations of an actor on a day (the last one when None), by the other's code; its own groups are left out."""
    if ":" in actor:
        return {each.to: _of_stand(each) for each in _stands(site, actor, day)}
    found = {}
    for each in ranked(site, day):
        if actor in each.dyad:
            found[each.dyad[each.dyad[0] == actor]] = _of_ranked(each)
    for group, _ in site.remember("groups", site.store.count_groups):
        if group.partition(":")[0] in found:
            told = next((each for each in _stands(site, group, day) if each.to == actor), None)
            found |= {group: _of_stand(told)} if told else {}
    return found


def ranked(site: Site, day: dt.date | None = None) -> list[Ranked]:
    """Every dyad of states and bodies on a day."""
    return site.remember(("ranked", day), lambda: rank_dyads(site.store, day=day))


def pairs(site: Site) -> list[PairCount]:
    """How much is told of each pair, the most told of first."""
    return site.remember("pairs", site.store.count_pairs)


def relation_cells(relation: Relation | None, words: Words) -> tuple[str, str, str]:
    """Level, index and its band; dashes where there is no act."""
    if relation is None or relation.since_act is None:
        return (words.phrase("nobody"),) * 3
    level = level_words(relation.level, relation.since_act, words)
    return level, signed(relation.mean, words), band(relation.low, relation.high, words)


def relation_record(relation: Relation | None) -> dict[str, Value]:
    """The same for programs."""
    if relation is None:
        return dict.fromkeys(FIELDS)
    has = relation.since_act is not None
    return {
        "index": round(relation.mean, PLACES) if has else None,
        "low": round(relation.low, PLACES) if has else None,
        "high": round(relation.high, PLACES) if has else None,
        "level_low": relation.level.lowest if has else None,
        "level_high": relation.level.highest if has else None,
        "is_stale": relation.level.stale,
        "days_since_act": relation.since_act,
        "events": relation.events,
        "recent": relation.recent,
        "last_day": relation.last_day.isoformat() if relation.last_day else None,
    }


def _stands(site: Site, group: str, day: dt.date | None) -> tuple[Stand, ...]:
    return site.remember(("stands", group, day), lambda: stands_of(site.store, group, day=day))


def _of_ranked(each: Ranked) -> Relation:
    return Relation(mean=each.mean, low=each.low, high=each.high, level=each.level, since_act=each.days_since_act,
                    events=each.events, recent=each.recent, last_day=each.last_day)  # fmt: skip


def _of_stand(each: Stand) -> Relation:
    since = each.since_act if each.since_act >= 0 else None
    return Relation(mean=each.mean, low=each.low, high=each.high, level=each.level, since_act=since)
