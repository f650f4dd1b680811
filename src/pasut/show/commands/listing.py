"""Commands that list what the articles say: `timeline`, `claims`, `stats`."""

from pasut.pipeline import Kit
from pasut.show.claims import claims_view
from pasut.show.days import first_day, last_day
from pasut.show.names import Names
from pasut.show.options import (
    Form,
    Kind,
    Language,
    OneActor,
    OneStatus,
    Since,
    SomeActor,
    StorePath,
    Until,
    called,
    dyad_of,
    event_type,
    labels,
    opened_store,
)
from pasut.show.screen import Screen
from pasut.show.stats import stats_views
from pasut.show.table import write_view
from pasut.show.timeline import timeline_view


def timeline(
    a: OneActor,
    b: OneActor,
    store: StorePath = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    status: OneStatus = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show a chronology of two actors.

    Who did what to whom, when, according to whom, with the sentence behind each line.
    """
    words = labels(lang)
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = names.resolve(a), names.resolve(b)
        found = opened.lines(
            dyad=dyad, since=first_day(since), until=last_day(until), type=event_type(kind), status=status
        )
        view = timeline_view(found, called(names, dyad, words), words)
        write_view(view, form, Screen())


def claims(
    a: SomeActor = None,
    b: SomeActor = None,
    store: StorePath = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show disputed claims.

    By proposition: what is alleged or said, by whom, and who denies it.
    """
    words = labels(lang)
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = dyad_of(names, a, b)
        found = opened.lines(dyad=dyad, since=first_day(since), until=last_day(until), type=event_type(kind))
        view = claims_view(found, called(names, dyad, words) if dyad else None, words)
        write_view(view, form, Screen())


def stats(store: StorePath = None, lang: Language = None, form: Form = "table") -> None:
    """Show what the store holds."""
    screen = Screen()
    with opened_store(store) as opened:
        for view in stats_views(opened, labels(lang), whole=form != "table"):
            write_view(view, form, screen)
            if form == "table":
                screen.print()
