"""Registers of a dyad: visits, agreements, transfers, sanctions, the newest first."""

from collections.abc import Callable, Iterable, Sequence

import msgspec.structs

from pasut.measure.register import (
    NO_ENDINGS,
    Agreement,
    Endings,
    Sanction,
    Told,
    Transfer,
    Visit,
    list_agreements,
    list_sanctions,
    list_transfers,
    list_visits,
)
from pasut.pipeline import Kit
from pasut.records import Event, Record
from pasut.registers import AGREEMENTS as AGREEMENT_KINDS
from pasut.registers import SANCTIONS as SANCTION_KINDS
from pasut.registers import TRANSFERS as TRANSFER_KINDS
from pasut.registers import VISITS as VISIT_KINDS
from pasut.registers import told_of
from pasut.show.register import AGREEMENTS, SANCTIONS, TRANSFERS, VISITS, R, Register, register_view
from pasut.show.table import View
from pasut.show.web.asked import Asked
from pasut.show.web.page import Page, Section
from pasut.show.web.pages.dyad.bars import endings_of
from pasut.show.web.pages.dyad.pair import Pair, crumbs, events_of_kinds, newest_first, pair_of
from pasut.show.web.pages.dyad.part import paged
from pasut.show.web.site import Site

ViewOf = Callable[[Iterable[Told], Pair, Site, Asked], View]


class Shown(Record, frozen=True):
    """A register as a part of a dyad's page."""

    kinds: tuple[str, ...]
    """Of the events that it holds."""
    view: ViewOf


def _shown(
    kinds: tuple[str, ...],
    register: Register[R],
    kind: type[R],
    rows_of: Callable[[Iterable[Told], Kit, Endings], tuple[R, ...]],
) -> Shown:
    def view(told: Iterable[Told], pair: Pair, site: Site, asked: Asked) -> View:
        endings = endings_of(site, pair) if "ended" in kind.__struct_fields__ else NO_ENDINGS
        rows = rows_of(told, site.kit, endings)
        made = register_view(register, rows, kind, pair.codes, site.names, asked.words)
        return msgspec.structs.replace(made, title=asked.terms(f"dyad.register_{register.name}"), rows=made.rows[::-1])

    return Shown(kinds=kinds, view=view)


REGISTERS = {
    "visits": _shown(VISIT_KINDS, VISITS, Visit, lambda told, kit, _: list_visits(told, kit.world.office_on)),
    "agreements": _shown(
        AGREEMENT_KINDS,
        AGREEMENTS,
        Agreement,
        lambda told, kit, endings: list_agreements(told, kit.tells_in_force, endings),
    ),
    "transfers": _shown(TRANSFER_KINDS, TRANSFERS, Transfer, lambda told, *_: list_transfers(told)),
    "sanctions": _shown(SANCTION_KINDS, SANCTIONS, Sanction, lambda told, _, endings: list_sanctions(told, endings)),
}


def register_section(name: str, site: Site, asked: Asked, pair: Pair, *, most: int | None = None) -> Section:
    """The entries of a register on the page asked for, or the newest few of them."""
    shown = REGISTERS[name]
    chosen = newest_first(events_of_kinds(site, pair, shown.kinds))

    def view(few: Sequence[Event]) -> View:
        return shown.view(told_of(site.store, few), pair, site, asked)

    headings = view([]).headings
    links = [(1, "/events/{event}"), (len(headings) - 1, "/events/{event}")]
    if (ended := asked.words.labels.heading["ended"]) in headings:
        links.append((headings.index(ended), "/events/{ended_by}"))
    return paged(name, chosen, view, asked, most=most, url=pair.url(name), links=links)


def register_page(name: str) -> Callable[[Site, Asked], Page]:
    """The page of a register alone."""

    def page(site: Site, asked: Asked) -> Page:
        pair = pair_of(site, asked)
        section = register_section(name, site, asked, pair)
        return Page(title=f"{pair.title}: {section.view.title}", sections=(section,), crumbs=crumbs(pair, asked))

    return page
