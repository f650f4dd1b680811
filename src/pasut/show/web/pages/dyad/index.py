"""The index of a dyad: every day of it, and why it is what it is on a day."""

import datetime as dt
from collections.abc import Sequence

import msgspec.structs
from starlette.responses import RedirectResponse, Response

from pasut.errors import NotFoundError, UsageError
from pasut.measure.index import RelationIndex
from pasut.show.contributions import contributions_view
from pasut.show.days import last_day
from pasut.show.index import FIELDS, series_view, span_of, state_view
from pasut.show.measured import band, formula_line, on_day, signed
from pasut.show.table import View
from pasut.show.web.asked import AS_OF, NEXT, SINCE, SIZE, UNTIL, Asked, Param
from pasut.show.web.listing import mark_of
from pasut.show.web.page import Link, Page, Section
from pasut.show.web.pages.dyad.pair import Pair, crumbs, pair_of, relation_of
from pasut.show.web.site import Site

PACES = ("month", "week", "day")
SERIES_PARAMS = (
    SINCE, UNTIL, AS_OF, SIZE, NEXT,
    Param(name="by", kind="choice", choices=PACES, about="Which days are listed: each, or ends of weeks or months."),
)  # fmt: skip
DISPUTED = Param(name="disputed", kind="flag", about="1 explains the curve with disputed acts.")
DAY_PARAMS = (DISPUTED, AS_OF, SIZE, NEXT)
DATE = Param(name="on", kind="day", about="The day to explain.")


def series(site: Site, asked: Asked) -> Page:
    """Every day of the index, or the ends of weeks or months, the last first."""
    pair = pair_of(site, asked)
    relation = relation_of(site, pair)
    pace = asked.one("by") or "month"
    start, end = span_of(relation, asked.since(), asked.until()) if relation.evidence.events else (0, -1)
    days = [at for at in range(end, start - 1, -1) if at == end or _ends(relation, at, pace)]
    offset = mark_of(asked.one("_next"))
    shown = days[offset : offset + asked.size]
    section = Section(
        name="index",
        view=_days_view(relation, pair, shown, asked),
        links=((0, pair.url("index/{date}")), (1, pair.url("index/{date}"))),
        total=len(days),
        next=asked.url(_next=str(offset + asked.size)) if offset + asked.size < len(days) else None,
        previous=asked.url(_next=str(max(0, offset - asked.size)) if offset > asked.size else None) if offset else None,
    )
    return Page(
        title=asked.terms("dyad.index_of", who=pair.title),
        intro=asked.terms("dyad.index_intro"),
        sections=(section,),
        template="series",
        crumbs=crumbs(pair, asked),
        data={"paces": tuple((pace, asked.url(None, by=pace, _next=None)) for pace in PACES), "pace": pace},
    )


def _ends(relation: RelationIndex, at: int, pace: str) -> bool:
    following = relation.curve.first + dt.timedelta(days=at + 1)
    return pace == "day" or (following.weekday() == 0 if pace == "week" else following.day == 1)


def _days_view(relation: RelationIndex, pair: Pair, shown: Sequence[int], asked: Asked) -> View:
    words = asked.words
    rows = [row for at in shown for row in series_view(relation, pair.names, (at, at), "day", words).rows]
    headings = words.headings("date", "index", "band", "level")
    return View(title=asked.terms("dyad.index"), headings=headings, rows=tuple(rows), fields=FIELDS,
                empty=asked.terms("dyad.no_index"))  # fmt: skip


def day(site: Site, asked: Asked) -> Page:
    """The index of one day as the exact sum of what each act adds to it."""
    pair = pair_of(site, asked)
    relation = relation_of(site, pair)
    on = _day_within(relation, pair, asked)
    disputed = asked.one("disputed") == "1"
    curve = relation.with_disputed if disputed else relation.curve
    at, words = curve.at(on), asked.words
    parts = site.remember(
        ("explained", *pair.codes, pair.as_of, on, disputed), lambda: relation.explain(on, with_disputed=disputed)
    )
    offset = mark_of(asked.one("_next"))
    most = offset + asked.size
    view = contributions_view(site.store, relation, parts, on, pair.names, words, whole=False, page=slice(offset, most))
    acts = Section(
        name="acts",
        view=msgspec.structs.replace(view, title=asked.terms("dyad.acts_of_day")),
        links=((3, "/events/{id}"), (7, "/events/{id}")),
        total=len(parts),
        next=asked.url(_next=str(most)) if most < len(parts) else None,
        previous=asked.url(_next=str(max(0, offset - asked.size)) if offset > asked.size else None) if offset else None,
        note=asked.terms("dyad.acts_note"),
    )
    state = Section(name="state", view=state_view(relation, pair.names, at, words), is_open=False)
    value = float(curve.mean[at])
    return Page(
        title=asked.terms("dyad.index_on", who=pair.title, day=on_day(on, words)),
        sections=(acts, state),
        template="day",
        crumbs=(*crumbs(pair, asked), Link(text=asked.terms("dyad.index"), url=pair.url("index"))),
        facts=(
            (words.headings("index")[0], signed(value, words, 2)),
            (words.headings("band")[0], band(float(curve.low[at]), float(curve.high[at]), words)),
            (asked.terms("dyad.acts_that_count"), words.number(len(parts))),
        ),
        data={
            "days": tuple(
                (name, pair.url(f"index/{on + dt.timedelta(days=step)}", disputed="1" if disputed else None))
                for name, step in (("back", -1), ("on", 1))
                if 0 <= at + step < len(curve)
            ),
            "other": asked.url(None, disputed=None if disputed else "1", _next=None),
            "disputed": disputed,
            "formula": formula_line(relation.parameters),
        },
        record={
            "a": pair.a, "b": pair.b, "day": on.isoformat(), "index": value, "low": float(curve.low[at]),
            "high": float(curve.high[at]), "mu": relation.parameters.mu, "with_disputed": disputed,
            "formula": formula_line(relation.parameters),
        },
    )  # fmt: skip


def _day_within(relation: RelationIndex, pair: Pair, asked: Asked) -> dt.date:
    said = asked.names["day"]
    on = last_day(said)
    if not relation.evidence.events:
        raise NotFoundError(f"nothing is known of {pair.a} and {pair.b} that would give an index; see {pair.url()}")
    if on is None or not relation.curve.first <= on <= relation.curve.last:
        known = f"{relation.curve.first} to {relation.curve.last}"
        raise NotFoundError(f"{said[:20]}: the index of {pair.a} and {pair.b} runs from {known}; name a day of these")
    return on


def chosen_day(site: Site, asked: Asked) -> Response:
    """Lead to the day that somebody has typed."""
    pair = pair_of(site, asked)
    on = asked.until("on")
    if on is None:
        raise UsageError("no day is given; give one as in ?on=2024-06-19")
    return RedirectResponse(pair.url(f"index/{on}"), 303)
