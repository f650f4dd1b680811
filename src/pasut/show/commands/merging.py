"""Commands that show what many articles tell together: `events`, `claims`, `ledger`, `contradictions`, `copies`."""

from collections.abc import Iterable
from typing import Annotated

import typer

from pasut.asking import contradictions_of, remarks_on
from pasut.pipeline import Kit
from pasut.records import Proposition, Standing
from pasut.show.claims import claims_view
from pasut.show.contradictions import contradictions_view
from pasut.show.copies import copies_view
from pasut.show.days import first_day, last_day
from pasut.show.events import entries_view
from pasut.show.ledger import Entries, write_ledger
from pasut.show.names import Names
from pasut.show.options import (
    AsOf,
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
from pasut.show.table import write_view
from pasut.store import Line, Store

OneStanding = Annotated[Standing | None, typer.Option("--standing", help="Only events of this standing.")]


def events(
    a: OneActor,
    b: Annotated[str | None, typer.Argument(help="The other actor; without one, all events of the first.")] = None,
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
    """Show the events of one actor or two.

    What many articles tell of one happening is one line, with the number of independent sources.
    """
    words = labels(lang)
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = (names.resolve(a), names.resolve(b)) if b else None
        found = opened.entries(
            dyad=dyad, actor=None if dyad else names.resolve(a), since=first_day(since), until=last_day(until),
            type=event_type(kind), status=status, standing=standing, as_of=last_day(as_of),
        )  # fmt: skip
        asked = called(names, dyad, words) if dyad else (names.name(names.resolve(a), words.language),)
        write_view(entries_view(found, asked, words), form, Screen())


Source = Annotated[str | None, typer.Option("--source", help="Who is said to do it: a code or name.")]
Target = Annotated[str | None, typer.Option("--target", help="To whom: a code or name.")]
About = Annotated[str | None, typer.Option("--about", "--type", help="Type of act, AID, or type and mode, AID.arms.")]
SinceOrWho = Annotated[
    str | None, typer.Option("--from", help="First day on which it was told; a name is taken for --source.")
]
UntilOrWhom = Annotated[
    str | None, typer.Option("--to", help="Last day on which it was told; a name is taken for --target.")
]


def claims(
    a: SomeActor = None,
    b: SomeActor = None,
    about: About = None,
    source: Source = None,
    target: Target = None,
    standing: OneStanding = None,
    since: SinceOrWho = None,
    until: UntilOrWhom = None,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show what is alleged, denied or said by somebody.

    By proposition: its standing, who says so, who denies it, and in how many independent sources.
    """
    words = labels(lang)
    since, source = _day_or_name(since, source)
    until, target = _day_or_name(until, target)
    with opened_store(store) as opened:
        names = Names(Kit())
        dyad = dyad_of(names, a, b)
        found = opened.propositions(
            dyad=dyad, type=event_type(about), standing=standing, as_of=last_day(as_of),
            source=names.resolve(source) if source else None, target=names.resolve(target) if target else None,
            since=first_day(since), until=last_day(until),
        )  # fmt: skip
        told = _with_lines(opened, found)
        write_view(claims_view(told, called(names, dyad, words) if dyad else None, words), form, Screen())


def ledger(
    proposition: Annotated[str, typer.Argument(help="Id of a proposition, or its beginning: see `pasut claims`.")],
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show everything said about a proposition.

    In order of time: who asserts, accuses, denies, admits it or will not comment, on what evidence, in which sentence.
    """
    with opened_store(store) as opened:
        found = opened.proposition(proposition, as_of=last_day(as_of))
        lines = opened.lines_of(found)
        roots = {copy.id: root.id for copy, _, root, _ in opened.copies()}
        remarks = remarks_on(opened, lines, Kit())
        entries = Entries(proposition=found, lines=lines, roots=roots, remarks=remarks, log=opened.overrides())
        write_ledger(entries, labels(lang), form, Screen())


def contradictions(
    a: SomeActor = None,
    b: SomeActor = None,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show where articles cannot all be right.

    Disputes (did it happen, how many, when, where, who) first, then plain slips, such as a person's wrong office.
    """
    kit = Kit()
    with opened_store(store) as opened:
        dyad, day = dyad_of(Names(kit), a, b), last_day(as_of)
        found = contradictions_of(opened, kit, dyad=dyad, as_of=day)
        told = [(each, opened.lines_of(each.claims)) for each in found]
        write_view(contradictions_view(told, labels(lang)), form, Screen())


def copies(store: StorePath = None, lang: Language = None, form: Form = "table") -> None:
    """Show which articles copy which.

    Near copies by the first of each chain: they count as one source.
    """
    with opened_store(store) as opened:
        write_view(copies_view(opened.copies(), labels(lang)), form, Screen())


def _with_lines(opened: Store, found: Iterable[Proposition]) -> list[tuple[Proposition, list[Line]]]:
    """Propositions with the first of their claims, which are fetched together."""
    listed = list(found)
    lines = opened.lines_of([claim for each in listed for claim in each.claims[:_SHOWN]])
    by_claim = {line.claim.id: line for line in lines}
    return [(each, [by_claim[claim] for claim in each.claims[:_SHOWN] if claim in by_claim]) for each in listed]


_SHOWN = 12
"""Claims looked at for the sentence that stands for a proposition."""


def _day_or_name(said: str | None, name: str | None) -> tuple[str | None, str | None]:
    """`--from PRK` names an actor, `--from 2024` a day."""
    if said and not name and said[:1].isalpha():
        return None, said
    return said, name
