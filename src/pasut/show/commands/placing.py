"""Commands that place states between states: `triangle`, `hedge`."""

import datetime as dt
from typing import Annotated

import typer

from pasut.measure.index import RelationIndex
from pasut.pipeline import Kit
from pasut.relation import Part, hedge_of, relations_of, triangle_of
from pasut.show.days import ends_of, first_day, last_day
from pasut.show.index import span_of
from pasut.show.measured import formula_line
from pasut.show.names import Names
from pasut.show.options import AsOf, Form, Language, OneActor, Since, StorePath, Until, labels, opened_store
from pasut.show.screen import Screen
from pasut.show.table import Format, write_views
from pasut.show.triangle import hedge_view, triangle_view

OnePart = Annotated[Part, typer.Option("--part", help="Of all acts, of words only, or of deeds only.")]
FEW = 36
"""Rows up to which people are shown the end of every month; beyond, of every quarter, then of every year."""


def triangle(
    a: OneActor,
    b: OneActor,
    c: OneActor,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    part: OnePart = "all",
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show what figure three states make.

    Who is close to whom, how sure that is, whether the triangle is balanced, at the end of each month, quarter or year.
    """
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        names = Names(Kit())
        states = names.resolve(a), names.resolve(b), names.resolve(c)
        pairs = [states[:2], states[1:], (states[0], states[2])]
        relations = relations_of(opened, pairs, as_of=last_day(as_of))
        days = _ends(relations[0], first_day(since), last_day(until), form)
        found = triangle_of(states, relations, days, part)
        shown = [names.name(code, words.language) for code in states]
        view = triangle_view(found, shown, relations[0].parameters, words)
        write_views([view], [words.phrase("conventions"), formula_line(relations[0].parameters)], form, screen)


def hedge(
    state: OneActor,
    one: OneActor,
    other: OneActor,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    part: OnePart = "all",
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show where a state stands between two others.

    Which way it leans, how close it is to both, and how evenly, at the end of each month, quarter or year.
    """
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        names = Names(Kit())
        states = names.resolve(state), names.resolve(one), names.resolve(other)
        relations = relations_of(opened, [states[:2], (states[0], states[2])], as_of=last_day(as_of))
        days = _ends(relations[0], first_day(since), last_day(until), form)
        found = hedge_of(states, relations, days, part)
        shown = [names.name(code, words.language) for code in states]
        view = hedge_view(found, shown, relations[0].parameters, words)
        write_views([view], [words.phrase("conventions"), formula_line(relations[0].parameters)], form, screen)


def _ends(relation: RelationIndex, since: dt.date | None, until: dt.date | None, form: Format) -> list[dt.date]:
    """The last days of the months asked for, of quarters or years where they are many, and the last day of all."""
    start, end = (relation.curve.first + dt.timedelta(days=at) for at in span_of(relation, since, until))
    return ends_of(start, end, FEW if form in ("table", "md") else None)
