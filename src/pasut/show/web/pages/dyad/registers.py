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
from pasut.show.table import Row, View
from pasut.show.web.asked import Asked
from pasut.show.web.page import Page, Section
from pasut.show.web.pages.dyad.bars import endings_of
from pasut.show.web.pages.dyad.pair import Pair, crumbs, events_of_kinds, pair_of
from pasut.show.web.pages.dyad.part import paged
from pasut.show.web.site import Site

ViewOf = Callable[[Iterable[Told], Endings, Pair, Site, Asked], View]


class Shown(Record, frozen=True):
    """A register as a part of a dyad's page."""

    kinds: tuple[str, ...]
    """Of the events that it holds."""
    view: ViewOf
    has_ends: bool
    """Whether its entries last until something ends them."""


def _shown(
    kinds: tuple[str, ...],
    register: Register[R],
    kind: type[R],
    rows_of: Callable[[Iterable[Told], Kit, Endings], tuple[R, ...]],
) -> Shown:
    def view(told: Iterable[Told], endings: Endings, pair: Pair, site: Site, asked: Asked) -> View:
        rows = rows_of(told, site.kit, endings)
        made = register_view(register, rows, kind, pair.codes, site.names, asked.words)
        return msgspec.structs.replace(made, title=asked.terms(f"dyad.register_{register.name}"), rows=made.rows[::-1])

    return Shown(kinds=kinds, view=view, has_ends="ended" in kind.__struct_fields__)


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
    chosen = events_of_kinds(site, pair, shown.kinds)
    endings = endings_of(site, pair, waits=most is None) if shown.has_ends and chosen else NO_ENDINGS

    def view(few: Sequence[Event]) -> View:
        return shown.view(told_of(site.store, few), endings or NO_ENDINGS, pair, site, asked)

    headings = view([]).headings
    links = [(1, "/events/{event}"), (len(headings) - 1, "/events/{event}")]
    if (ended := asked.words.labels.heading["ended"]) in headings:
        links.append((headings.index(ended), "/events/{ended_by}"))
    section = paged(name, chosen, view, asked, most=most, url=pair.url(name), links=links)
    return section if endings is not None else _without_ends(section, headings.index(ended), asked)


def _without_ends(section: Section, column: int, asked: Asked) -> Section:
    """The entries while their ends are still looked for: that none is known would not be true."""
    unread = asked.terms("dyad.end_not_read")
    rows = tuple(
        Row(cells=(*row.cells[:column], unread, *row.cells[column + 1 :]), record=row.record)
        for row in section.view.rows
    )
    view = msgspec.structs.replace(section.view, rows=rows)
    return msgspec.structs.replace(section, view=view, note=asked.terms("dyad.ends_not_read"))


def register_page(name: str) -> Callable[[Site, Asked], Page]:
    """The page of a register alone."""

    def page(site: Site, asked: Asked) -> Page:
        pair = pair_of(site, asked)
        section = register_section(name, site, asked, pair)
        return Page(title=f"{pair.title}: {section.view.title}", sections=(section,), crumbs=crumbs(pair, asked))

    return page
