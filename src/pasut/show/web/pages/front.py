"""The front page: the dyads of the store by how much they changed and how much is told of them, and a way to any."""

from collections.abc import Mapping, Sequence

from starlette.responses import RedirectResponse, Response

from pasut.errors import UsageError
from pasut.ranking import Ranked, rank_dyads
from pasut.records import Record
from pasut.show.measured import PLACES, band, on_day, signed, trend_words
from pasut.show.table import Row, Value, View
from pasut.show.web.asked import LISTED, Asked, Param
from pasut.show.web.listing import listed
from pasut.show.web.page import Page, Section, address
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site

FIELDS = (
    "a", "b", "events", "recent", "last", "index", "low", "high", "change", "trend", "chance_of_rise", "is_stale",
)  # fmt: skip
HEADINGS = ("who", "index_now", "change_of", "trend", "recent", "events", "last")
CHANGED = 8
"""Dyads listed by how much they changed."""
RECENT = 90
"""Days up to the store's last one whose events are counted."""
SPARK_DAYS, SPARK_POINTS = 365, 53
"""The course that a small line shows: a point a week."""
A = Param(name="a", kind="actor", about="One actor: code or name.")
B = Param(name="b", kind="actor", about="The other.")


class Standing(Record, frozen=True):
    """All dyads of the store, and the course of each as points of a line 100 wide and 24 high."""

    ranked: tuple[Ranked, ...]
    sparks: Mapping[tuple[str, str], str]


def front(site: Site, asked: Asked) -> Page:
    """All dyads of the store."""
    standing = standing_of(site)
    changed = sorted((each for each in standing.ranked if not each.level.stale), key=_by_change)[:CHANGED]
    links = ((0, "/dyad/{a}/{b}"),)
    every = _view(site, asked, standing.ranked, asked.terms("front.dyads"))
    few = _view(site, asked, changed, asked.terms("front.changed"))
    sections = [listed("dyads", every, asked, links=links)]
    if changed:
        sections.append(Section(name="changed", view=few, links=links, note=asked.terms("front.changed_note")))
    shown = tuple(reversed(sections)) if asked.form == "html" else tuple(sections)
    on_page = {(str(row.record["a"]), str(row.record["b"])) for section in shown for row in section.view.rows}
    return Page(
        title=asked.terms("front.title"),
        intro=asked.terms("front.intro"),
        sections=shown,
        template="front",
        data={
            "sparks": {
                each.dyad: _spark(site, each, standing, asked) for each in standing.ranked if each.dyad in on_page
            },
            "actors": _actors(site, standing, asked),
            "last_day": _last_day(site, asked),
        },
    )


def standing_of(site: Site) -> Standing:
    """All dyads of the store, the busiest of the last days first."""

    def find() -> Standing:
        ranked = rank_dyads(site.store, days=RECENT)
        courses = rank_dyads(site.store, days=RECENT, trend_days=SPARK_DAYS, points=SPARK_POINTS)
        sparks = {each.dyad: spark_points(each.course) for each in courses if each.days_since_act is not None}
        return Standing(ranked=tuple(ranked), sparks=sparks)

    return site.remember("standing", find)


def warm(site: Site) -> None:
    """Have the ranks at hand."""
    standing_of(site)


def spark_points(course: Sequence[float]) -> str:
    """A course as a line in a box 100 wide and 24 high; 12 is neutral, six points of the scale reach its edge."""
    wide = 100 / max(1, len(course) - 1)
    heights = [min(24.0, max(0.0, 12 - 2 * value)) for value in course]
    return " ".join(f"{number * wide:.1f},{height:.1f}" for number, height in enumerate(heights))


def _by_change(each: Ranked) -> tuple[bool, float]:
    """What is sure comes first, then what is largest."""
    return each.trend == "unclear", -abs(each.change)


def to_dyad(site: Site, asked: Asked) -> Response:
    """Lead to the page of the two actors that somebody has chosen, or of the one."""
    codes = [site.names.resolve(said) for name in ("a", "b") if (said := asked.one(name))]
    if not codes:
        raise UsageError("no actor is given; give two, as in /dyad?a=PRK&b=RUS")
    pattern = "/dyad/{a}/{b}" if len(codes) == 2 else "/actors/{a}"
    return RedirectResponse(address(pattern, dict(zip(("a", "b"), codes, strict=False))), 303)


def _view(site: Site, asked: Asked, ranked: Sequence[Ranked], title: str) -> View:
    return View(
        title=title,
        headings=tuple(asked.terms(f"front.column_{name}") for name in HEADINGS),
        rows=tuple(_row(site, asked, each) for each in ranked),
        fields=FIELDS,
        empty=asked.terms("front.empty"),
    )


def _row(site: Site, asked: Asked, each: Ranked) -> Row:
    words = asked.words
    nobody = words.phrase("nobody")
    index, change, trend = words.phrase("stale_short"), nobody, nobody
    if not each.level.stale:
        index = f"{signed(each.mean, words)} ({band(each.low, each.high, words)})"
        change, trend = signed(each.change, words), trend_words(each.trend, each.chance_of_rise, words)
    cells = (
        _pair(site, each, asked),
        index,
        change,
        trend,
        words.number(each.recent),
        words.number(each.events),
        on_day(each.last_day, words) if each.last_day else nobody,
    )
    is_known = each.days_since_act is not None
    values: tuple[Value, ...] = (
        *each.dyad,
        each.events,
        each.recent,
        each.last_day.isoformat() if each.last_day else None,
        *(round(value, PLACES) if is_known else None for value in (each.mean, each.low, each.high, each.change)),
        each.trend,
        round(each.chance_of_rise, PLACES),
        each.level.stale,
    )
    return Row(cells=cells, record=dict(zip(FIELDS, values, strict=True)))


def _spark(site: Site, each: Ranked, standing: Standing, asked: Asked) -> tuple[str, str]:
    """The line, and what it shows in words."""
    value = signed(each.mean, asked.words)
    return standing.sparks.get(each.dyad, ""), asked.terms("front.spark", who=_pair(site, each, asked), value=value)


def _actors(site: Site, standing: Standing, asked: Asked) -> tuple[str, ...]:
    """What the actors of the store are called."""
    codes = {code for each in standing.ranked for code in each.dyad}
    return tuple(sorted(site.names.name(code, asked.words.language) for code in codes))


def _pair(site: Site, each: Ranked, asked: Asked) -> str:
    a, b = (site.names.name(code, asked.words.language) for code in each.dyad)
    return asked.words.phrase("pair", a=a, b=b)


def _last_day(site: Site, asked: Asked) -> str:
    last = site.store.last_day()
    return on_day(last, asked.words) if last else ""


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/", make=front, about="The dyads of the store.", params=LISTED),
    FileRoute(path="/dyad", make=to_dyad, about="Leads to the page of two actors.", media_type="text/html",
              params=(A, B), form="html"),
)  # fmt: skip
