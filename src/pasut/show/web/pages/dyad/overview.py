"""A dyad at a glance: where the relation stands, its curve, its events, and a little of everything else."""

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec.structs

from pasut.measure.level import chance_of_rise, judge_level, judge_trend
from pasut.measure.outline import UNKNOWN
from pasut.records import Record
from pasut.show.index import state_view
from pasut.show.measured import band, level_words, on_day, signed, trend_words
from pasut.show.web.asked import Asked
from pasut.show.web.page import Link, Page, Section
from pasut.show.web.pages.dyad import ahead, said
from pasut.show.web.pages.dyad.bars import endings_of
from pasut.show.web.pages.dyad.curve import curve_figure
from pasut.show.web.pages.dyad.pair import Pair, crumbs, outline_of_pair, pair_of, relation_of
from pasut.show.web.pages.dyad.part import FEW
from pasut.show.web.pages.dyad.registers import REGISTERS, register_section
from pasut.show.web.pages.dyad.timeline import form_data, timeline
from pasut.show.web.site import Site

EVENTS = 15
"""Events on the first page of a dyad."""


class Glance(Record, frozen=True):
    """What the first page of a dyad has whatever events it is asked for, so that it is made once."""

    span: tuple[str, str]
    """First and last day of the curve."""
    facts: tuple[tuple[str, str], ...]
    state: Section
    parts: tuple[Section, ...]


def overview(site: Site, asked: Asked) -> Page:
    """Everything about two actors, a little of each."""
    pair = pair_of(site, asked)
    knows_ends = endings_of(site, pair, waits=False) is not None
    glance = site.remember(
        ("glance", *pair.codes, pair.as_of, asked.words.language, knows_ends),
        lambda: _glance(site, asked, pair) if len(outline_of_pair(site, pair)) else None,
        of=pair.codes,
    )
    if glance is None:
        return _nothing(asked, pair)
    figure = curve_figure(site, asked, pair)
    state = msgspec.structs.replace(glance.state, figures=(figure,) if figure else ())
    return Page(
        title=pair.title,
        intro=asked.terms("dyad.known_on", day=on_day(pair.as_of, asked.words)) if pair.as_of else "",
        sections=(state, timeline(site, asked, pair, size=EVENTS), *glance.parts),
        template="dyad",
        crumbs=crumbs(pair, asked, inner=False),
        feeds=(Link(text="Atom", url=pair.url(ending=".atom").partition("?")[0]),),
        facts=glance.facts,
        data={
            **form_data(site, asked, pair),
            "figure": figure,
            "links": tuple(_links(asked, pair)),
            "span": glance.span,
        },
    )


def _nothing(asked: Asked, pair: Pair) -> Page:
    """A dyad that no article of the store tells of, or that none told of by then."""
    return Page(
        title=pair.title,
        intro=asked.terms("dyad.nothing_by", day=on_day(pair.as_of, asked.words))
        if pair.as_of
        else asked.terms("dyad.nothing"),
        template="nobody",
        crumbs=crumbs(pair, asked, inner=False),
        data={"pair": pair},
        record={"a": pair.a, "b": pair.b, "events": 0},
    )


def _glance(site: Site, asked: Asked, pair: Pair) -> Glance:
    curve = relation_of(site, pair).curve
    return Glance(
        span=(curve.first.isoformat(), curve.last.isoformat()),
        facts=tuple(_facts(site, asked, pair)),
        state=_state(site, asked, pair),
        parts=tuple(_parts(site, asked, pair)),
    )


def _state(site: Site, asked: Asked, pair: Pair) -> Section:
    """The numbers behind the curve."""
    relation = relation_of(site, pair)
    view = state_view(relation, pair.names, len(relation.curve) - 1, asked.words)
    return Section(name="state", view=msgspec.structs.replace(view, title=asked.terms("dyad.state")), is_open=False)


def _facts(site: Site, asked: Asked, pair: Pair) -> Iterator[tuple[str, str]]:
    relation, words, t = relation_of(site, pair), asked.words, asked.terms
    curve, outline = relation.curve, outline_of_pair(site, pair)
    end = curve.last
    if relation.evidence.events:
        since, days = int(curve.since_act[-1]), relation.parameters.trend_days
        level = judge_level(relation, curve)
        yield t("dyad.level"), level_words(level, since, words)
        value = signed(float(curve.mean[-1]), words)
        yield t("dyad.index_now"), f"{value} ({band(float(curve.low[-1]), float(curve.high[-1]), words)})"
        if not level.stale:
            yield (t("dyad.trend", n=days), trend_words(judge_trend(curve, days), chance_of_rise(curve, days), words))
    known = outline.day[(outline.day != UNKNOWN) & (outline.day <= end.toordinal())]
    if len(known):
        yield t("dyad.last_act"), on_day(dt.date.fromordinal(int(known.max())), words)
        yield t("dyad.first_act"), on_day(dt.date.fromordinal(int(known.min())), words)
    yield t("dyad.events"), words.number(len(outline))
    yield t("dyad.articles"), words.number(outline.articles)


def _parts(site: Site, asked: Asked, pair: Pair) -> Iterator[Section]:
    """The first rows of each part; one without any is left out."""
    makers: list[Callable[[], Section]] = [
        lambda: said.ledger_section(site, asked, pair, most=FEW),
        lambda: said.contradictions_section(site, asked, pair, most=FEW),
        lambda: said.letters_section(site, asked, pair, most=FEW),
        *(lambda name=name: register_section(name, site, asked, pair, most=FEW) for name in REGISTERS),
        lambda: said.assessments_section(site, asked, pair, most=FEW),
        lambda: ahead.expected_section(site, asked, pair, most=FEW),
        lambda: ahead.changes_section(site, asked, pair, most=FEW),
    ]
    for make in makers:
        section = make()
        if section.total != 0:
            yield section


def _links(asked: Asked, pair: Pair) -> Iterator[Link]:
    for part in ("index", "claims", "report"):
        yield Link(text=asked.terms(f"dyad.to_{part}"), url=pair.url(part))
