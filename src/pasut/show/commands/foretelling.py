"""Commands about what is to come: `expected`, `forecast`."""

import datetime as dt
from typing import Annotated

import typer

from pasut.pipeline import Kit
from pasut.relation import expected_acts, relation_forecast
from pasut.show.days import last_day
from pasut.show.expected import expected_view
from pasut.show.forecast import calibration_view, forecast_view, skill_line
from pasut.show.names import Names
from pasut.show.options import AsOf, Form, Language, OneActor, StorePath, called, labels, opened_store
from pasut.show.screen import Screen
from pasut.show.table import View, write_view, write_views


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
        write_views(views, [skill_line(each, words) for each in tried], form, screen)
