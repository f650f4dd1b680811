"""Commands about names: `who`."""

from typing import Annotated

import typer

from pasut.pipeline import Kit
from pasut.show.days import first_day
from pasut.show.names import Names
from pasut.show.options import Form, Language, labels
from pasut.show.screen import Screen
from pasut.show.table import write_view
from pasut.show.who import find_who, who_view


def who(
    string: Annotated[list[str], typer.Argument(help="Who: 'Russian Defense Minister Shoigu', 'US Army', 'Menlu RI'.")],
    on: Annotated[
        str | None, typer.Option("--on", help="The day that is meant, for offices change: 1980, 2019-06-21.")
    ] = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show which state, body or group words stand for, and the sector.

    Names, titles, adjectives and persons of both languages; a person's state and sector are those of the office held.
    """
    kit = Kit()
    write_view(who_view(find_who(string, first_day(on), kit), Names(kit), labels(lang)), form, Screen())
