"""Commands that find sentences by their words: `search`."""

from typing import Annotated

import typer

from pasut.asking import search_news
from pasut.pipeline import Kit
from pasut.show.days import first_day, last_day
from pasut.show.names import Names
from pasut.show.options import (
    Form,
    Kind,
    Language,
    OneStatus,
    Since,
    StorePath,
    Until,
    event_type,
    labels,
    opened_store,
)
from pasut.show.screen import Screen
from pasut.show.search import search_view
from pasut.show.table import write_view


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help='Words; "a phrase", OR, NOT, begin*.')],
    between: Annotated[
        tuple[str, str] | None, typer.Option("--between", help="Only sentences with a claim of these two actors.")
    ] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Only sentences with a claim of this actor.")] = None,
    kind: Kind = None,
    status: OneStatus = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Only articles of this publisher.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many sentences at most.")] = 20,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Search all articles, sentence by sentence.

    Words are found in all their forms (kirim finds mengirimkan and pengiriman), without regard to case and accents.
    --from and --to ask for the date of publication.
    """
    words, kit = labels(lang), Kit()
    names = Names(kit)
    asked = " ".join(query)
    with opened_store(store) as opened:
        hits = search_news(
            opened,
            asked,
            kit,
            limit=limit + 1,
            dyad=(names.resolve(between[0]), names.resolve(between[1])) if between else None,
            actor=names.resolve(actor) if actor else None,
            type=event_type(kind),
            status=status,
            publisher=publisher,
            since=first_day(since),
            until=last_day(until),
        )
        write_view(search_view(hits, asked, words, limit=limit), form, Screen())
