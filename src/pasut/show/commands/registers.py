"""Commands that list what is of one kind: visits, agreements, transfers, sanctions, tests, links, judgements."""

import sys
from collections.abc import Callable, Iterator
from typing import Annotated, Literal

import typer

from pasut.asking import is_known
from pasut.measure.register import Agreement, Judgement, Link, Sanction, Test, Transfer, Visit, list_judgements
from pasut.pipeline import Kit
from pasut.records import Assessment
from pasut.registers import (
    Scope,
    agreements_of,
    links_of,
    sanctions_of,
    tests_of,
    transfers_of,
    visits_of,
)
from pasut.show.calendar import visits_calendar
from pasut.show.days import first_day, last_day
from pasut.show.names import Names
from pasut.show.options import (
    AsOf,
    Form,
    Language,
    Since,
    SomeActor,
    StorePath,
    Until,
    dyad_of,
    labels,
    opened_store,
)
from pasut.show.register import (
    AGREEMENTS,
    JUDGEMENTS,
    LINKS,
    SANCTIONS,
    TESTS,
    TRANSFERS,
    VISITS,
    R,
    Register,
    register_view,
)
from pasut.show.screen import Screen
from pasut.show.table import write_view
from pasut.show.words import Words
from pasut.store import Store

Dyad = tuple[str, str] | None
RowsOf = Callable[[Store, Kit, Scope], tuple[R, ...]]
VisitForm = Annotated[
    Literal["table", "json", "jsonl", "csv", "md", "ics"],
    typer.Option("--format", help="Form of the output; ics for calendar programs."),
]


def visits(
    a: SomeActor = None,
    b: SomeActor = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: VisitForm = "table",
) -> None:
    """Show visits, made and planned.

    Who travelled, of which rank, to whom, and whom they met.
    """
    words, kit = labels(lang), Kit()
    names = Names(kit)
    dyad = dyad_of(names, a, b)
    with opened_store(store) as opened:
        rows = visits_of(opened, kit, **_scope(dyad, since, until, as_of))
    if form == "ics":
        sys.stdout.buffer.write(visits_calendar(rows, names, words))
        sys.stdout.buffer.flush()
    else:
        _show(VISITS, rows, Visit, dyad, (names, words), form)


def _of_two(register: Register[R], kind: type[R], rows_of: RowsOf[R], summary: str) -> Callable[..., None]:
    """A command that lists a register, of two actors or of all; `summary` is what its help says."""

    def command(
        a: SomeActor = None,
        b: SomeActor = None,
        since: Since = None,
        until: Until = None,
        as_of: AsOf = None,
        store: StorePath = None,
        lang: Language = None,
        form: Form = "table",
    ) -> None:
        words, kit = labels(lang), Kit()
        names = Names(kit)
        dyad = dyad_of(names, a, b)
        with opened_store(store) as opened:
            rows = rows_of(opened, kit, _scope(dyad, since, until, as_of))
        _show(register, rows, kind, dyad, (names, words), form)

    command.__doc__ = summary
    return command


agreements = _of_two(
    AGREEMENTS, Agreement, lambda store, kit, scope: agreements_of(store, kit, **scope),
    "Show treaties, agreements and pledges.",
)  # fmt: skip
transfers = _of_two(
    TRANSFERS, Transfer, lambda store, _, scope: transfers_of(store, **scope),
    "Show transfers in both directions: arms, fuel, food, money, know-how, people.",
)  # fmt: skip
sanctions = _of_two(
    SANCTIONS, Sanction, lambda store, kit, scope: sanctions_of(store, kit, **scope),
    "Show sanctions, cuts in relations, vetoes and votes.",
)  # fmt: skip
links = _of_two(
    LINKS, Link, lambda store, _, scope: links_of(store, **scope),
    "Show trade, transport and other things that two actors do together.",
)  # fmt: skip


def tests(
    actor: Annotated[
        str | None, typer.Argument(help="ISO 3166 code or name of the state that tests; all without.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show tests of missiles and nuclear devices, and launches of satellites."""
    words, names = labels(lang), Names(Kit())
    source = names.resolve(actor) if actor else None
    with opened_store(store) as opened:
        rows = tests_of(opened, **_scope(None, since, until, as_of, source))
    _show(TESTS, rows, Test, None, (names, words), form)


def experts(
    a: SomeActor = None,
    b: SomeActor = None,
    everybody: Annotated[bool, typer.Option("--all", help="Also judgements of states and of articles.")] = False,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show what experts judge of relations: closer, cooler, close, distant."""
    words, names = labels(lang), Names(Kit())
    dyad = dyad_of(names, a, b)
    with opened_store(store) as opened:
        known = _published(opened, opened.assessments(dyad), as_of)
        rows = list_judgements(known, experts_only=not everybody)
    _show(JUDGEMENTS, rows, Judgement, dyad, (names, words), form)


def _scope(dyad: Dyad, since: str | None, until: str | None, as_of: str | None, source: str | None = None) -> Scope:
    return {
        "dyad": dyad,
        "source": source,
        "since": first_day(since),
        "until": last_day(until),
        "as_of": last_day(as_of),
    }


def _published(store: Store, assessments: Iterator[Assessment], as_of: str | None) -> Iterator[Assessment]:
    day = last_day(as_of)
    for each in list(assessments):
        if is_known(store.article(each.article).published, day):
            yield each


def _show(
    register: Register[R], rows: tuple[R, ...], kind: type[R], dyad: Dyad, how: tuple[Names, Words], form: Form
) -> None:
    write_view(register_view(register, rows, kind, dyad, *how), form, Screen())
