"""Commands that show what many articles tell together: `events`."""

from typing import Annotated

import typer

from pasut.pipeline import Kit
from pasut.records import Standing
from pasut.show.days import first_day, last_day
from pasut.show.events import events_view
from pasut.show.names import Names
from pasut.show.options import (
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
from pasut.show.table import write_view

AsOf = Annotated[
    str | None, typer.Option("--as-of", help="What the articles published by this day told: 2023-09 or 2023-09-12.")
]
OneStanding = Annotated[Standing | None, typer.Option("--standing", help="Only events of this standing.")]


def events(
    a: OneActor,
    b: OneActor,
    store: StorePath = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    status: OneStatus = None,
    standing: OneStanding = None,
    as_of: AsOf = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show the events of two actors.

    What many articles tell of one happening is one line, with the number of independent sources.
    """
    words = labels(lang)
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        found = opened.events(
            dyad=dyad, since=first_day(since), until=last_day(until), type=event_type(kind),
            status=status, standing=standing, as_of=last_day(as_of),
        )  # fmt: skip
        told = [(event, opened.lines_of(event)) for event in found]
        write_view(events_view(told, called(names, dyad, words), words), form, Screen())
