"""Commands that measure relations: `index`, `changes`, `triangle`, `hedge`, `expected`, `forecast`."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer

from pasut.errors import UsageError
from pasut.measure.index import RelationIndex
from pasut.pipeline import Kit
from pasut.relation import (
    Part,
    expected_acts,
    hedge_of,
    relation_assessments,
    relation_forecast,
    relation_index,
    relations_of,
    triangle_of,
)
from pasut.show.assessed import assessed_view
from pasut.show.changes import changes_view, surprises_view
from pasut.show.contributions import contributions_view
from pasut.show.days import first_day, last_day
from pasut.show.forecast import calibration_view, expected_view, forecast_view, skill_line
from pasut.show.index import Pace, series_view, state_notes, state_view
from pasut.show.measured import formula_line
from pasut.show.names import Names
from pasut.show.options import (
    AsOf,
    Form,
    Language,
    OneActor,
    Since,
    StorePath,
    Until,
    called,
    labels,
    opened_store,
)
from pasut.show.screen import Screen
from pasut.show.table import Format, View, write_view
from pasut.show.triangle import hedge_view, triangle_view

Explained = Annotated[
    str | None,
    typer.Option("--explain", "--on", help="Show the index of this day as the sum of its acts: 2024-06-19."),
]
Step = Annotated[Pace, typer.Option("--by", help="Which days JSON, JSON lines and CSV hold: each, or ends of periods.")]
OnePart = Annotated[Part, typer.Option("--part", help="Of all acts, of words only, or of deeds only.")]
SHOWN_SURPRISES = 10
FEW = 36
"""Rows up to which people are shown the end of every month; beyond, of every quarter, then of every year."""


def index(
    a: OneActor,
    b: OneActor,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    explain: Explained = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Explain the curve with disputed acts.")] = False,
    assessments: Annotated[bool, typer.Option("--assessments", help="Show what is said of the relation.")] = False,
    by: Step = "day",
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show whether a relation warms or cools.

    Where it stands and how sure that is, how it came there, in both directions, in words and deeds, and on which acts.
    """
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        shown = called(names, dyad, words)
        relation = relation_index(opened, *dyad, as_of=last_day(as_of))
        if explain is not None:
            day = _day(explain, relation)
            parts = relation.explain(day, with_disputed=disputed)
            whole = form in ("json", "jsonl", "csv")
            view = contributions_view(opened, relation, parts, day, shown, words, whole=whole)
            _write([view], [formula_line(relation.parameters)], form, screen)
            return
        said = relation_assessments(opened, relation, as_of=last_day(as_of))
        span = _span(relation, first_day(since), last_day(until))
        if assessments:
            write_view(assessed_view(said, shown, words), form, screen)
        elif form in ("table", "md"):
            notes = list(state_notes(relation, said, span, words))
            _write([state_view(relation, shown, span[1], words)], notes, form, screen)
        else:
            write_view(series_view(relation, shown, span, by, words), form, screen)


def changes(
    a: OneActor,
    b: OneActor,
    as_of: AsOf = None,
    surprises: Annotated[
        bool, typer.Option("--surprises", help="Show every act by how far it moved the index.")
    ] = False,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show when a relation changed.

    Breaks in its level, with the days between which they lie, the acts that carry them, and whether coverage changed.
    """
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        shown = called(names, dyad, words)
        relation = relation_index(opened, *dyad, as_of=last_day(as_of))
        found = relation.surprises()
        people = form in ("table", "md")
        views: list[View] = []
        if people or not surprises:
            views.append(changes_view(opened, relation.changes(), shown, words))
        if people or surprises:
            few = found[:SHOWN_SURPRISES] if people and not surprises else found
            views.append(surprises_view(opened, few, shown, words))
        _write(views, [formula_line(relation.parameters)], form, screen)


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
        _write([view], [words.phrase("conventions"), formula_line(relations[0].parameters)], form, screen)


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
        _write([view], [words.phrase("conventions"), formula_line(relations[0].parameters)], form, screen)


def expected(
    a: OneActor,
    b: OneActor,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show what is expected between two actors.

    Planned acts, who announced them, and whether they came about.
    """
    words = labels(lang)
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        found = expected_acts(opened, *dyad, as_of=last_day(as_of))
        write_view(expected_view(opened, found, called(names, dyad, words), words), form, Screen())


def forecast(
    a: OneActor,
    b: OneActor,
    as_of: AsOf = None,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="Show how far earlier forecasts, of all pairs, have held.")
    ] = False,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show what may come next between two actors.

    For each type of act the probability within 30 and 90 days, from how often and how lately it came.
    """
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        day = last_day(as_of) or opened.last_day() or dt.date.min
        found, tried = relation_forecast(opened, *dyad, as_of=last_day(as_of))
        people = form in ("table", "md")
        views: list[View] = []
        if people or not calibration:
            views.append(forecast_view(found, dyad, called(names, dyad, words), day, words, whole=not people))
        if people or calibration:
            views.append(calibration_view(tried, words))
        _write(views, [skill_line(each, words) for each in tried], form, screen)


def _write(views: Sequence[View], notes: Sequence[str], form: Format, screen: Screen) -> None:
    """Views one after the other, and for people the notes under them."""
    for number, view in enumerate(views):
        if number:
            screen.write("\n")
        write_view(view, form, screen)
    if form in ("table", "md"):
        between = "\n\n" if form == "md" else "\n"
        screen.write("\n" + between.join(notes) + "\n")


def _day(said: str, relation: RelationIndex) -> dt.date:
    day = last_day(said)
    assert day is not None
    if not relation.curve.first <= day <= relation.curve.last:
        known = f"{relation.curve.first} to {relation.curve.last}"
        raise UsageError(f"{said}: the index of {relation.a} and {relation.b} runs from {known}; name a day of these")
    return day


def _span(relation: RelationIndex, since: dt.date | None, until: dt.date | None) -> tuple[int, int]:
    """First and last position of the days asked for. Raises UsageError where the index has none of them."""
    curve = relation.curve
    start = max(0, ((since or curve.first) - curve.first).days)
    end = min(len(curve) - 1, ((until or curve.last) - curve.first).days)
    if start > end:
        raise UsageError(
            f"the index of {relation.a} and {relation.b} runs from {curve.first} to {curve.last}; widen --from and --to"
        )
    return start, end


def _ends(relation: RelationIndex, since: dt.date | None, until: dt.date | None, form: Format) -> list[dt.date]:
    """The last days of the months asked for, of quarters or years where they are many, and the last day of all."""
    start, end = _span(relation, since, until)
    days = relation.curve.days[start : end + 1]
    for months in (1, 3, 12):
        ends = [day for day in days if (day + dt.timedelta(days=1)).day == 1 and day.month % months == 0]
        if len(ends) < FEW or form not in ("table", "md"):
            break
    return [*ends, *(days[-1:] if not ends or ends[-1] != days[-1] else [])]
