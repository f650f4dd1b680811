"""The front page: the dyads of the store by how much they changed and how much is told of them, and a way to any."""

import datetime as dt
from collections.abc import Sequence

import msgspec.structs
from starlette.responses import RedirectResponse, Response

from pasut.errors import UsageError
from pasut.measure.index import RelationIndex, measure_relation
from pasut.measure.level import Trend, chance_of_rise, judge_trend
from pasut.records import Event, Record
from pasut.show.measured import band, on_day, signed, trend_words
from pasut.show.table import Row, View
from pasut.show.web.asked import LISTED, Asked, Param
from pasut.show.web.listing import listed
from pasut.show.web.page import Page, Section, address
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site
from pasut.world.scale import load_scale

FIELDS = (
    "a", "b", "events", "recent", "last", "index", "low", "high", "change", "trend", "chance_of_rise", "is_stale",
)  # fmt: skip
HEADINGS = ("who", "index_now", "change_of", "trend", "recent", "events", "last")
MEASURED = 50
"""Dyads whose index is computed for the front page: those most told of."""
CHANGED = 8
"""Dyads listed by how much they changed."""
RECENT = 90
"""Days before the store's last one whose events are counted."""
LEAST = 4
"""Acts that an index rests on at least to be listed among those that changed."""
SPARK_DAYS, SPARK_POINTS = 730, 60
A = Param(name="a", kind="actor", about="One actor: code or name.")
B = Param(name="b", kind="actor", about="The other.")


class Standing(Record, frozen=True):
    """A dyad as the front page shows it; what rests on its index is None where that was not computed, or is nothing."""

    a: str
    b: str
    events: int
    recent: int | None = None
    last: dt.date | None = None
    index: float | None = None
    low: float | None = None
    high: float | None = None
    change: float | None = None
    """Points since `trend_days` before."""
    trend: Trend = "unclear"
    chance: float = 0.5
    """That it rose."""
    acts: int = 0
    is_stale: bool = False
    spark: str = ""
    """The course of two years, as points of a line 100 wide and 24 high."""

    @property
    def rank(self) -> tuple[bool, float]:
        """How much it changed: what is sure comes first."""
        return self.trend == "unclear", -abs(self.change or 0.0)


def front(site: Site, asked: Asked) -> Page:
    """All dyads of the store."""
    standings = site.remember("standings", lambda: _standings(site))
    changed = sorted((each for each in standings if _has_changed(each)), key=lambda each: each.rank)[:CHANGED]
    links = ((0, "/dyad/{a}/{b}"),)
    every = listed("dyads", _view(site, asked, standings, asked.terms("front.dyads")), asked, links=links)
    sections = (Section(name="changed", view=_view(site, asked, changed, asked.terms("front.changed")), links=links,
                        note=asked.terms("front.changed_note")),) if changed else ()  # fmt: skip
    return Page(
        title=asked.terms("front.title"),
        intro=asked.terms("front.intro"),
        sections=(*sections, every) if asked.form == "html" else (every, *sections),
        template="front",
        data={
            "sparks": {(each.a, each.b): _spark(site, each, asked) for each in standings if each.spark},
            "actors": _actors(site, standings, asked),
            "last_day": _last_day(site, asked),
        },
    )


def to_dyad(site: Site, asked: Asked) -> Response:
    """Lead to the page of the two actors that somebody has chosen, or of the one."""
    codes = [site.names.resolve(said) for name in ("a", "b") if (said := asked.one(name))]
    if not codes:
        raise UsageError("no actor is given; give two, as in /dyad?a=PRK&b=RUS")
    pattern = "/dyad/{a}/{b}" if len(codes) == 2 else "/actors/{a}"
    return RedirectResponse(address(pattern, dict(zip(("a", "b"), codes, strict=False))), 303)


def _standings(site: Site) -> tuple[Standing, ...]:
    """Every dyad of the store, the most told of first."""
    last = site.store.last_day()
    pairs = [(pair or "", count) for (pair,), count in site.store.count("events", "pair")]
    both = [(pair.partition("|"), count) for pair, count in pairs if not pair.endswith("|")]
    plain = [Standing(a=a, b=b, events=count) for (a, _, b), count in both if a != b]
    return (*(_standing(site, each, last) for each in plain[:MEASURED]), *plain[MEASURED:])


def _standing(site: Site, plain: Standing, last: dt.date | None) -> Standing:
    events = list(site.store.events(dyad=(plain.a, plain.b)))
    relation = measure_relation(events, (plain.a, plain.b), load_scale(), until=last)
    until = last or relation.curve.last
    days = [day for event in events if (day := _day(event)) and day <= until]
    known = msgspec.structs.replace(
        plain, recent=sum(day > until - dt.timedelta(days=RECENT) for day in days), last=max(days, default=None)
    )
    if not relation.evidence.events:
        return known
    curve, back = relation.curve, relation.parameters.trend_days
    return msgspec.structs.replace(
        known,
        index=round(float(curve.mean[-1]), 3),
        low=round(float(curve.low[-1]), 3),
        high=round(float(curve.high[-1]), 3),
        change=round(float(curve.mean[-1] - curve.mean[max(0, len(curve) - 1 - back)]), 3),
        trend=judge_trend(curve, back),
        chance=chance_of_rise(curve, back),
        acts=len(relation.evidence.events),
        is_stale=relation.is_stale,
        spark=spark_points(relation),
    )


def spark_points(relation: RelationIndex) -> str:
    """The course of two years as a line in a box 100 wide and 24 high; 12 is neutral, eight points reach its edge."""
    values = relation.curve.mean[-SPARK_DAYS:]
    step = max(1, len(values) // SPARK_POINTS)
    shown = [float(value) for value in values[(len(values) - 1) % step :: step]]
    wide = 100 / max(1, len(shown) - 1)
    heights = [min(24.0, max(0.0, 12 - 1.5 * value)) for value in shown]
    return " ".join(f"{number * wide:.1f},{height:.1f}" for number, height in enumerate(heights))


def _day(event: Event) -> dt.date | None:
    return (event.when.first or event.when.last) if event.when else None


def _has_changed(each: Standing) -> bool:
    return each.change is not None and not each.is_stale and each.acts >= LEAST


def _view(site: Site, asked: Asked, standings: Sequence[Standing], title: str) -> View:
    return View(
        title=title,
        headings=tuple(asked.terms(f"front.column_{name}") for name in HEADINGS),
        rows=tuple(_row(site, asked, each) for each in standings),
        fields=FIELDS,
        empty=asked.terms("front.empty"),
    )


def _row(site: Site, asked: Asked, each: Standing) -> Row:
    words = asked.words
    nobody = words.phrase("nobody")
    index = change = trend = nobody
    if each.is_stale:
        index = words.phrase("stale_short")
    elif each.index is not None and each.low is not None and each.high is not None and each.change is not None:
        index = f"{signed(each.index, words)} ({band(each.low, each.high, words)})"
        change, trend = signed(each.change, words), trend_words(each.trend, each.chance, words)
    cells = (
        words.phrase("pair", a=_name(site, each.a, asked), b=_name(site, each.b, asked)),
        index,
        change,
        trend,
        nobody if each.recent is None else words.number(each.recent),
        words.number(each.events),
        on_day(each.last, words) if each.last else nobody,
    )
    kept = {name: getattr(each, name) for name in FIELDS if name not in ("last", "chance_of_rise")}
    record = {**kept, "last": each.last.isoformat() if each.last else None, "chance_of_rise": round(each.chance, 3)}
    return Row(cells=cells, record={name: record[name] for name in FIELDS})


def _spark(site: Site, each: Standing, asked: Asked) -> tuple[str, str]:
    """The line, and what it shows in words."""
    words = asked.words
    pair = words.phrase("pair", a=_name(site, each.a, asked), b=_name(site, each.b, asked))
    return each.spark, asked.terms("front.spark", who=pair, value=signed(each.index or 0.0, words))


def _actors(site: Site, standings: Sequence[Standing], asked: Asked) -> tuple[str, ...]:
    """What the actors of the store are called."""
    codes = {code for each in standings for code in (each.a, each.b)}
    return tuple(sorted(_name(site, code, asked) for code in codes))


def _last_day(site: Site, asked: Asked) -> str:
    last = site.store.last_day()
    return on_day(last, asked.words) if last else ""


def _name(site: Site, code: str, asked: Asked) -> str:
    return site.names.name(code, asked.words.language)


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/", make=front, about="The dyads of the store.", params=LISTED),
    FileRoute(path="/dyad", make=to_dyad, about="Leads to the page of two actors.", media_type="text/html",
              params=(A, B), form="html"),
)  # fmt: skip
