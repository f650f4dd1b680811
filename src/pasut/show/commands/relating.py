"""Commands that measure a relation: `index`, `changes`."""

import datetime as dt
from typing import Annotated

import typer

from pasut.errors import UsageError
from pasut.measure.index import RelationIndex
from pasut.pipeline import Kit
from pasut.relation import relation_assessments, relation_index
from pasut.show.assessed import assessed_view
from pasut.show.changes import changes_view, surprises_view
from pasut.show.contributions import contributions_view
from pasut.show.days import first_day, last_day
from pasut.show.index import Pace, series_view, span_of, state_notes, state_view
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
from pasut.show.table import View, write_view, write_views

Explained = Annotated[
    str | None,
    typer.Option("--explain", "--on", help="Show the index of this day as the sum of its acts: 2024-06-19."),
]
Step = Annotated[Pace, typer.Option("--by", help="Which days JSON, JSON lines and CSV hold: each, or ends of periods.")]
SHOWN_SURPRISES = 10


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
            write_views([view], [formula_line(relation.parameters)], form, screen)
            return
        said = relation_assessments(opened, relation, as_of=last_day(as_of))
        span = span_of(relation, first_day(since), last_day(until))
        if assessments:
            write_view(assessed_view(said, shown, words), form, screen)
        elif form in ("table", "md"):
            notes = list(state_notes(relation, said, span, words))
            write_views([state_view(relation, shown, span[1], words)], notes, form, screen)
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
        write_views(views, [formula_line(relation.parameters)], form, screen)


def _day(said: str, relation: RelationIndex) -> dt.date:
    day = last_day(said)
    assert day is not None
    if not relation.curve.first <= day <= relation.curve.last:
        known = f"{relation.curve.first} to {relation.curve.last}"
        raise UsageError(f"{said}: the index of {relation.a} and {relation.b} runs from {known}; name a day of these")
    return day
