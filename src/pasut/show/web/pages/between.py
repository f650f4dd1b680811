"""Three states: what figure they make, and where one stands between two others, over time."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import quote

import msgspec.structs
from starlette.responses import Response

from pasut.errors import UsageError
from pasut.measure.index import RelationIndex
from pasut.measure.level import judge_level
from pasut.measure.triangle import FIGURES, chances_of_figures
from pasut.relation import Part, hedge_of, triangle_of
from pasut.show.days import ends_of
from pasut.show.measured import PLACES, level_words, on_day, percent, signed
from pasut.show.table import Row, Value, View
from pasut.show.triangle import hedge_view, triangle_view
from pasut.show.web.asked import AS_OF, LISTED, SINCE, UNTIL, Asked, Param
from pasut.show.web.chart import WIDTH, Picture, picture
from pasut.show.web.listing import listed
from pasut.show.web.page import Figure, Link, Page, Section
from pasut.show.web.pages.actors import count_actors
from pasut.show.web.pages.dyad.pair import Pair, relation_of
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site
from pasut.show.web.three import Share, Stop, hedge_spec, triangle_spec

POINTS = 160
"""Days drawn of a triangle."""
STOPS = 36
"""Points of a path at the most: ends of months, or of every second, third..."""
YEAR = 12
"""Months whose probabilities people are shown; programs get all."""
PART = Param(name="part", kind="choice", choices=("all", "verbal", "material"), about="All acts, words, or deeds.")
SHOWN = (SINCE, UNTIL, AS_OF, PART)
SIDE_FIELDS = ("a", "b", "value", "error", "sign", "level_low", "level_high", "is_stale", "days_since_act")
SHARE_FIELDS = ("date", *FIGURES.values(), "balanced", "is_stale")
Three = tuple[str, str, str]


def choose_triangle(site: Site, asked: Asked) -> Page:
    """The triangle of the three asked for in a form, or the form alone."""
    return _choose(site, asked, "triangle", ("a", "b", "c"))


def choose_hedge(site: Site, asked: Asked) -> Page:
    """The hedge of the three asked for in a form, or the form alone."""
    return _choose(site, asked, "hedge", ("state", "a", "b"))


def triangle(site: Site, asked: Asked) -> Page:
    """What figure three actors make."""
    return _triangle(site, asked, _three(site, [asked.names[name] for name in ("a", "b", "c")]))


def hedge(site: Site, asked: Asked) -> Page:
    """Where a state stands between two others."""
    return _hedge(site, asked, _three(site, [asked.names[name] for name in ("state", "a", "b")]))


def triangle_file(kind: Picture) -> Any:
    """The function that gives the chart of a triangle as a file."""

    def make(site: Site, asked: Asked) -> Response:
        three = _three(site, [asked.names[name] for name in ("a", "b", "c")])
        spec = triangle_spec(_shares(site, asked, three), asked)
        return picture({**spec, "width": WIDTH}, kind, "pasut-" + "-".join(three))

    return make


def hedge_file(kind: Picture) -> Any:
    """The function that gives the path of a hedge as a file."""

    def make(site: Site, asked: Asked) -> Response:
        three = _three(site, [asked.names[name] for name in ("state", "a", "b")])
        spec = hedge_spec(_stops(site, asked, three), three, asked)
        return picture({**spec, "width": WIDTH}, kind, "pasut-" + "-".join(three))

    return make


def _choose(site: Site, asked: Asked, what: str, fields: Sequence[str]) -> Page:
    said = [asked.one(name) for name in fields]
    if all(said):
        three = _three(site, [each or "" for each in said])
        return _triangle(site, asked, three) if what == "triangle" else _hedge(site, asked, three)
    return Page(title=asked.terms(f"between.{what}"), intro=asked.terms(f"between.{what}_intro"), template="between",
                data=_form(site, what, fields, ("", "", "")))  # fmt: skip


def _three(site: Site, said: Sequence[str]) -> Three:
    one, two, three = (site.names.resolve(each) for each in said)
    if len({one, two, three}) < 3:
        raise UsageError(f"three different actors are needed; {one}, {two}, {three} are not")
    return one, two, three


def _form(site: Site, what: str, fields: Sequence[str], three: Three) -> dict[str, Any]:
    codes = [each.code for each in count_actors(site)[:300]]
    return {"what": what, "fields": list(zip(fields, three, strict=True)), "codes": codes}


def _relations(site: Site, asked: Asked, pairs: Sequence[tuple[str, str]]) -> list[RelationIndex]:
    as_of = asked.until("as_of")
    return [relation_of(site, Pair(a=a, b=b, names=(a, b), title="", as_of=as_of)) for a, b in pairs]


def _sides(three: Three) -> list[tuple[str, str]]:
    return [three[:2], three[1:], (three[0], three[2])]


def _span(relations: Sequence[RelationIndex], asked: Asked) -> tuple[dt.date, dt.date]:
    """The days that all the curves cover, so far as they are asked for."""
    first, last = max(each.curve.first for each in relations), min(each.curve.last for each in relations)
    start, end = max(first, asked.since() or first), min(last, asked.until() or last)
    if start > end:
        raise UsageError(f"these relations are known from {first} to {last}; widen `from` and `to`")
    return start, end


def _part(asked: Asked) -> Part:
    return cast("Part", asked.one("part") or "all")


def _names(site: Site, asked: Asked, three: Three) -> list[str]:
    return [site.names.name(code, asked.words.language) for code in three]


def _path(what: str, three: Three) -> str:
    return "/".join((f"/{what}", *(quote(code, safe="") for code in three)))


def _triangle(site: Site, asked: Asked, three: Three) -> Page:
    t, words = asked.terms, asked.words
    relations, names = _relations(site, asked, _sides(three)), _names(site, asked, three)
    days = ends_of(*_span(relations, asked))[::-1]
    found = triangle_of(three, relations, days, _part(asked))
    view = msgspec.structs.replace(
        triangle_view(found, names, relations[0].parameters, words), title=t("between.course")
    )
    figure = Figure(
        name="triangle",
        spec=triangle_spec(_shares(site, asked, three), asked),
        caption=t("between.triangle_caption"),
        table="shares",
        image=_path("triangle", three),
    )
    return Page(
        title=words.phrase("triangle", names=", ".join(names)),
        intro=t("between.triangle_intro"),
        sections=(
            _side_section(site, asked, relations),
            _share_section(site, asked, three, figure),
            listed("course", view, asked),
        ),
        template="between",
        data=_form(site, "triangle", ("a", "b", "c"), three),
    )


def _side_section(site: Site, asked: Asked, relations: Sequence[RelationIndex]) -> Section:
    """The three relations on the last day, each of which leads to its dyad."""
    words = asked.words
    rows = []
    for relation in relations:
        curve, since = relation.curve, int(relation.curve.since_act[-1])
        level = judge_level(relation, curve)
        value, error = float(curve.mean[-1]), float(curve.high[-1] - curve.mean[-1])
        sign = 0 if abs(value) <= error or level.stale else 1 if value > 0 else -1
        a, b = (site.names.name(code, words.language) for code in (relation.a, relation.b))
        shown = f"{signed(value, words)} ±{words.number(error, 1)}"
        record: dict[str, Value] = {
            "a": relation.a, "b": relation.b, "value": round(value, PLACES), "error": round(error, PLACES),
            "sign": sign, "level_low": level.lowest, "level_high": level.highest, "is_stale": level.stale,
            "days_since_act": since if since >= 0 else None,
        }  # fmt: skip
        cells = (words.phrase("pair", a=a, b=b), asked.terms(f"network.sign_{sign}".replace("-", "m")), shown,
                 level_words(level, since, words))  # fmt: skip
        rows.append(Row(cells=cells, record=record))
    headings = (*words.headings("dyad"), asked.terms("network.sign"), *words.headings("index", "level"))
    title = asked.terms("between.sides", day=on_day(relations[0].curve.last, words))
    view = View(title=title, headings=headings, rows=tuple(rows), fields=SIDE_FIELDS)
    return Section(name="sides", view=view, links=((0, "/dyad/{a}/{b}"),))


def _share_section(site: Site, asked: Asked, three: Three, figure: Figure) -> Section:
    """The probabilities that the chart draws, at the ends of months."""
    words = asked.words
    shares = [share for share in _shares(site, asked, three, drawn=False)[::-1] if not share.is_stale]
    names = [asked.terms(f"between.figure_{name}") for name in FIGURES.values()]
    rows = tuple(
        Row(
            cells=(
                on_day(each.day, words),
                *(percent(chance, words) for chance in (*each.figures.values(), each.balanced)),
            ),
            record=_share_record(each),
        )
        for each in shares
    )
    headings = (*words.headings("date"), *names, *words.headings("balanced"))
    view = View(title=asked.terms("between.shares"), headings=headings, rows=rows, fields=SHARE_FIELDS,
                empty=asked.terms("between.all_stale"))  # fmt: skip
    few = msgspec.structs.replace(view, rows=rows if asked.form != "html" else rows[:YEAR])
    return Section(
        name="shares",
        view=few,
        figures=(figure,) if rows else (),
        total=len(rows),
        url=asked.url("json", _section="shares"),
        note=asked.terms("between.shares_note"),
    )


def _share_record(share: Share) -> dict[str, Value]:
    chances: dict[str, Value] = {name: round(chance, PLACES) for name, chance in share.figures.items()}
    balanced = round(share.balanced, PLACES)
    return {"date": share.day.isoformat(), **chances, "balanced": balanced, "is_stale": share.is_stale}


def _shares(site: Site, asked: Asked, three: Three, *, drawn: bool = True) -> list[Share]:
    """How likely each figure is, on the days that are drawn, or at the ends of months."""
    relations = _relations(site, asked, _sides(three))
    first, last = _span(relations, asked)
    step = max(1, (last - first).days // POINTS)
    days = [last - dt.timedelta(n) for n in range(0, (last - first).days + 1, step)][::-1]
    found = triangle_of(three, relations, days if drawn else ends_of(first, last), _part(asked))
    return [
        Share(
            day=each.day,
            figures=chances_of_figures((each.sides[0].chance, each.sides[1].chance, each.sides[2].chance)),
            balanced=each.balanced,
            is_stale=each.is_stale,
        )
        for each in found
    ]


def _hedge(site: Site, asked: Asked, three: Three) -> Page:
    t, words = asked.terms, asked.words
    relations, names = _relations(site, asked, [three[:2], (three[0], three[2])]), _names(site, asked, three)
    days = ends_of(*_span(relations, asked))[::-1]
    view = hedge_view(hedge_of(three, relations, days, _part(asked)), names, relations[0].parameters, words)
    stops = _stops(site, asked, three)
    figure = Figure(
        name="hedge",
        spec=hedge_spec(stops, three, asked),
        caption=t("between.hedge_caption", state=names[0], one=names[1], other=names[2]),
        table="course",
        image=_path("hedge", three),
    )
    section = listed("course", msgspec.structs.replace(view, title=t("between.course")), asked)
    return Page(
        title=view.title,
        intro=t("between.hedge_intro"),
        sections=(msgspec.structs.replace(section, figures=(figure,) if stops else ()),),
        template="between",
        data={
            **_form(site, "hedge", ("state", "a", "b"), three),
            "links": [
                Link(text=words.phrase("pair", a=names[0], b=name), url=f"/dyad/{quote(three[0])}/{quote(code)}")
                for name, code in zip(names[1:], three[1:], strict=True)
            ],
        },
    )


def _stops(site: Site, asked: Asked, three: Three) -> list[Stop]:
    """The path: ends of months on which both relations are known."""
    relations = _relations(site, asked, [three[:2], (three[0], three[2])])
    found = hedge_of(three, relations, ends_of(*_span(relations, asked)), _part(asked))
    fresh = [each for each in found if not each.stale]
    kept = fresh[:: -max(1, math.ceil(len(fresh) / STOPS))][::-1]  # from the last one back
    return [Stop(day=each.day, tilt=each.tilt, engagement=each.engagement, error=each.error) for each in kept]


def _routes(what: str, path: str, fields: tuple[str, ...], makers: tuple[Any, Any, Any]) -> tuple[AnyRoute, ...]:
    chosen, page, file = makers
    actors = tuple(Param(name=name, kind="actor", about="An actor, by code or name.") for name in fields)
    return (
        PageRoute(path=f"/{what}", make=chosen, about=f"The form of a {what}, or the one it names.",
                  params=(*actors, *SHOWN, *LISTED)),
        FileRoute(path=f"{path}.svg", make=file("svg"), about=f"The chart of a {what} as SVG.",
                  media_type="image/svg+xml", params=SHOWN),
        FileRoute(path=f"{path}.png", make=file("png"), about=f"The chart of a {what} as PNG.", media_type="image/png",
                  params=SHOWN),
        PageRoute(path=path, make=page, about=f"A {what} over time.", params=(*SHOWN, *LISTED)),
    )  # fmt: skip


ROUTES: tuple[AnyRoute, ...] = (
    *_routes("triangle", "/triangle/{a}/{b}/{c}", ("a", "b", "c"), (choose_triangle, triangle, triangle_file)),
    *_routes("hedge", "/hedge/{state}/{a}/{b}", ("state", "a", "b"), (choose_hedge, hedge, hedge_file)),
)
