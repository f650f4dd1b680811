"""The network of a period: who dealt with whom, friendly or hostile, drawn and as a table of ties."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

import msgspec.structs
from markupsafe import Markup
from starlette.responses import Response

from pasut.errors import NotFoundError, UsageError
from pasut.network import Tie, tie_dyads
from pasut.records import Record
from pasut.show.measured import PLACES, band, level_words, on_day, signed
from pasut.show.table import Row, Value, View
from pasut.show.web.asked import LISTED, SINCE, UNTIL, Asked, Param
from pasut.show.web.drawing import Line, Node, draw_network
from pasut.show.web.listing import listed
from pasut.show.web.page import Page, Section
from pasut.show.web.pages.actors import count_actors
from pasut.show.web.picture import png_file, svg_file
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site

DRAWN = 60
"""Ties drawn at the most: more are a knot."""
YEAR = 365
ACTOR = Param(name="actor", kind="actor", about="Only its ties, and those among its partners.")
PARAMS = (SINCE, UNTIL, ACTOR)
FIELDS = ("a", "b", "sign", "score", "low", "high", "level_low", "level_high", "events", "sources", "drawn")


SORTED_BY = tuple(field for field in FIELDS if field != "sources")


class Period(Record, frozen=True):
    """What is asked for."""

    first: dt.date
    last: dt.date
    actor: str | None


def network(site: Site, asked: Asked) -> Page:
    """The ties of a period, the strongest of them drawn."""
    t, words = asked.terms, asked.words
    period = _period(site, asked)
    ties = _ties(site, period)
    caption = _caption(site, asked, period)
    view = View(
        title=t("network.ties"),
        headings=(*words.headings("dyad"), t("network.sign"), *words.headings("level", "score", "band"),
                  t("actors.events"), *words.headings("sources")),
        rows=tuple(_row(tie, at < DRAWN) for at, tie in enumerate(ties)),
        fields=SORTED_BY,
        empty=t("network.nothing"),
    )  # fmt: skip
    section = listed("ties", view, asked, links=((0, "/dyad/{a}/{b}"),))
    left = len(ties) - DRAWN
    query = asked.url(_next=None, _sort=None, _facet=None, _size=None, _lang=None).partition("?")[2]
    return Page(
        title=t("network.title"),
        intro=t("network.intro"),
        sections=(_filled(site, asked, section, ties, period),),
        template="network",
        data={
            "period": period,
            "codes": [each.code for each in count_actors(site)[:300]],
            "svg": Markup(_drawn(site, asked, ties, caption)),  # made of numbers and escaped names
            "caption": caption,
            "left": t("network.left", n=left, drawn=DRAWN) if left > 0 else "",
            "query": f"?{query}" if query else "",
        },
    )


def picture(site: Site, asked: Asked) -> Response:
    """The network as a file."""
    return svg_file(_picture(site, asked))


def photo(site: Site, asked: Asked) -> Response:
    """The network as PNG."""
    return png_file(_picture(site, asked))


def _picture(site: Site, asked: Asked) -> str:
    period = _period(site, asked)
    return _drawn(site, asked, _ties(site, period), _caption(site, asked, period), alone=True)


def _period(site: Site, asked: Asked) -> Period:
    """The days asked for; the last year of the store where none is."""
    last = asked.until() or site.store.last_day()
    if last is None:
        raise NotFoundError("no article of this store has a date, so there is no period to show; read some with a date")
    first = asked.since() or last - dt.timedelta(YEAR)
    if first > last:
        raise UsageError(f"the period would begin on {first} and end on {last}; give a `from` before its `to`")
    said = asked.one("actor")
    return Period(first=first, last=last, actor=site.names.resolve(said) if said else None)


def _ties(site: Site, period: Period) -> list[Tie]:
    """The ties, the strongest first."""
    first, last = period.first, period.last
    ties = site.remember(("ties", first, last), lambda: tie_dyads(site.store, first, last))
    if not period.actor:
        return ties
    own = period.actor.partition(":")[0]
    near = {code for tie in ties if own in tie.dyad for code in tie.dyad}
    return [tie for tie in ties if near.issuperset(tie.dyad)]


def _caption(site: Site, asked: Asked, period: Period) -> str:
    first, last = (on_day(each, asked.words) for each in (period.first, period.last))
    return asked.terms("network.caption", first=first, last=last)


def _row(tie: Tie, is_drawn: bool) -> Row:
    """A row without cells: what is sorted and counted needs none, and those that are shown get theirs."""
    record: dict[str, Value] = {
        "a": tie.dyad[0], "b": tie.dyad[1], "sign": tie.sign, "score": round(tie.mean, PLACES),
        "low": round(tie.low, PLACES), "high": round(tie.high, PLACES), "level_low": tie.level.lowest,
        "level_high": tie.level.highest, "events": tie.events, "drawn": is_drawn,
    }  # fmt: skip
    return Row(cells=(), record=record)


def _cells(site: Site, asked: Asked, tie: Tie, sources: int) -> tuple[str, ...]:
    words = asked.words
    return (
        _pair(site, asked, tie),
        asked.terms(f"network.sign_{tie.sign}".replace("-", "m")),
        level_words(tie.level, 0, words),
        signed(tie.mean, words),
        band(tie.low, tie.high, words),
        words.number(tie.events),
        words.number(sources),
    )


def _filled(site: Site, asked: Asked, section: Section, ties: Sequence[Tie], period: Period) -> Section:
    """The rows of a page with their cells and sources, which are counted for these alone: all would take a second."""
    by_dyad = {tie.dyad: tie for tie in ties}
    dyads = [(str(row.record["a"]), str(row.record["b"])) for row in section.view.rows]
    first, last = period.first, period.last
    key = ("sources", first, last, *dyads)
    sources = site.remember(key, lambda: site.store.count_sources(dyads, first, last))
    rows = tuple(
        Row(cells=_cells(site, asked, by_dyad[dyad], sources[dyad]), record={**row.record, "sources": sources[dyad]})
        for row, dyad in zip(section.view.rows, dyads, strict=True)
    )
    view = msgspec.structs.replace(section.view, rows=rows, fields=FIELDS)
    return msgspec.structs.replace(section, view=view)


def _pair(site: Site, asked: Asked, tie: Tie) -> str:
    a, b = (site.names.name(code, asked.words.language) for code in tie.dyad)
    return asked.words.phrase("pair", a=a, b=b)


def _drawn(site: Site, asked: Asked, ties: Sequence[Tie], caption: str, *, alone: bool = False) -> str:
    shown = ties[:DRAWN]
    weight: Counter[str] = Counter()
    for tie in shown:
        weight.update(dict.fromkeys(tie.dyad, tie.events))
    order = [code for code, _ in sorted(weight.items(), key=lambda each: (-each[1], each[0]))]
    nodes = [
        Node(code=code, title=site.names.name(code, asked.words.language), weight=weight[code],
             url=f"/actors/{quote(code)}")
        for code in order
    ]  # fmt: skip
    lines = [
        Line(
            one=order.index(tie.dyad[0]),
            other=order.index(tie.dyad[1]),
            sign=tie.sign,
            title=_told(site, asked, tie),
            weight=tie.events,
            url=f"/dyad/{'/'.join(map(quote, tie.dyad))}",
        )
        for tie in shown
    ]
    return draw_network(nodes, lines, caption, alone=alone)


def _told(site: Site, asked: Asked, tie: Tie) -> str:
    level, number = level_words(tie.level, 0, asked.words), asked.terms("network.told", n=tie.events)
    return f"{_pair(site, asked, tie)}: {level}, {number}"


ROUTES: tuple[AnyRoute, ...] = (
    FileRoute(path="/network.svg", make=picture, about="A network as SVG.", media_type="image/svg+xml", params=PARAMS),
    FileRoute(path="/network.png", make=photo, about="A network as PNG.", media_type="image/png", params=PARAMS),
    PageRoute(path="/network", make=network, about="The signed network of a period: its ties, the strongest drawn.",
              params=(*PARAMS, *LISTED)),
)  # fmt: skip
