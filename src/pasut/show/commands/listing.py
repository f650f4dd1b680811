"""Commands that list what the articles say: `timeline`, `stats`."""

from typing import Annotated

import typer

from pasut.pipeline import Kit
from pasut.show.commands.merging import events
from pasut.show.days import first_day, last_day
from pasut.show.names import Names
from pasut.show.options import (
    AsOf,
    Form,
    Kind,
    Language,
    OneActor,
    OneStatus,
    Since,
    StorePath,
    Until,
    called,
    event_type,
    labels,
    opened_store,
)
from pasut.show.screen import Screen
from pasut.show.stats import stats_views
from pasut.show.table import write_view
from pasut.show.timeline import timeline_view

AsEvents = Annotated[
    bool, typer.Option("--events", help="List events, each once however many claims tell it, as `pasut events` does.")
]


def timeline(
    a: OneActor,
    b: OneActor,
    store: StorePath = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    status: OneStatus = None,
    as_of: AsOf = None,
    as_events: AsEvents = False,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show a chronology of two actors, claim by claim.

    Who did what to whom, when, according to whom, with the sentence behind each line. Articles that tell one happening
    give several lines; --events makes them one.
    """
    if as_events:
        events(a, b, store, since=since, until=until, kind=kind, status=status, as_of=as_of, lang=lang, form=form)
        return
    words = labels(lang)
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        found = opened.lines(
            dyad=dyad, since=first_day(since), until=last_day(until), type=event_type(kind), status=status,
            as_of=last_day(as_of),
        )  # fmt: skip
        view = timeline_view(found, called(names, dyad, words), words)
        write_view(view, form, Screen())


def stats(store: StorePath = None, lang: Language = None, form: Form = "table") -> None:
    """Show what the store holds."""
    screen = Screen()
    with opened_store(store) as opened:
        for view in stats_views(opened, labels(lang), whole=form != "table"):
            write_view(view, form, screen)
            if form == "table":
                screen.print()
