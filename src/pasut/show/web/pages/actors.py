"""All actors of the store: states, bodies and groups, with how much is told of each."""

import datetime as dt
import unicodedata
from collections import Counter

from pasut.errors import NotFoundError
from pasut.pipeline import Kit
from pasut.records import Record
from pasut.show.measured import on_day
from pasut.show.table import Row, Value, View
from pasut.show.web.asked import LISTED, Asked, Param
from pasut.show.web.listing import listed
from pasut.show.web.naming import actor_url
from pasut.show.web.page import Page
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.show.web.stands import pairs

KINDS = ("state", "dependency", "partial", "body", "group", "unknown")
FIELDS = ("code", "name", "name_id", "name_en", "kind", "events", "dyads", "last", "page")
FILTERS = (
    Param(name="q", about="Letters that the name or code holds, in either language."),
    Param(name="letter", about="The first letter of the name."),
    Param(name="kind", kind="choice", choices=KINDS, about="Kind of actor."),
)


class Counted(Record, frozen=True):
    """How much is told of an actor."""

    code: str
    events: int
    dyads: int | None
    """None for a group, whose acts are counted with its state's."""
    last: dt.date | None


def actors(site: Site, asked: Asked) -> Page:
    """Every actor that events name, the most told of first."""
    t, words = asked.terms, asked.words
    rows = [row for row in _rows(site, asked) if _fits(row, asked)]
    view = View(
        title=t("actors.title"),
        headings=(*words.headings("actor", "kind"), t("actors.events"), t("actors.dyads"), *words.headings("last_act")),
        rows=tuple(rows),
        fields=FIELDS,
        empty=t("actors.nothing"),
    )  # fmt: skip
    section = listed("actors", view, asked, links=((0, "/actors/{page}"),), filters=("kind",))
    letters = Counter(_letter(row) for row in _rows(site, asked))
    return Page(
        title=t("actors.title"),
        intro=t("actors.intro"),
        sections=(section,),
        template="actors",
        data={"letters": sorted(letters), "kinds": KINDS},
    )


def kind_of(code: str, kit: Kit) -> str:
    """One of KINDS; unknown is what only the store names."""
    world = kit.world
    if code in world.states:
        return world.states[code].kind
    return "body" if code in world.bodies else "group" if code in world.groups else "unknown"


def actor_of(site: Site, said: str) -> str:
    """The code of an actor that the tables or the store name. Raises NotFoundError for any other."""
    try:
        return site.names.resolve(said)
    except NotFoundError:
        if any(each.code == said for each in count_actors(site)):
            return said
        raise


def count_actors(site: Site) -> list[Counted]:
    """All actors that events name, the most told of first."""

    def count() -> list[Counted]:
        events: Counter[str] = Counter()
        dyads: Counter[str] = Counter()
        last: dict[str, dt.date] = {}
        for pair in pairs(site):
            for code in {pair.a, pair.b} - {""}:
                events[code] += pair.events
                dyads[code] += bool(pair.b) and pair.a != pair.b
                if pair.last:
                    last[code] = max(pair.last, last.get(code, pair.last))
        found = [Counted(code=code, events=n, dyads=dyads[code], last=last.get(code)) for code, n in events.items()]
        found += [Counted(code=code, events=n, dyads=None, last=None) for code, n in site.store.count_groups()]
        return sorted(found, key=lambda each: (-each.events, each.code))

    return site.remember("actors", count)


def warm(site: Site) -> None:
    """Count all actors before anybody asks: it goes through the whole store."""
    count_actors(site)


def _rows(site: Site, asked: Asked) -> list[Row]:
    words, nothing = asked.words, asked.words.phrase("nobody")
    rows = []
    for each in count_actors(site):
        kind = kind_of(each.code, site.kit)
        name = site.names.name(each.code, words.language)
        cells = (
            f"{name} ({each.code})",
            asked.terms(f"actors.kind_{kind}"),
            words.number(each.events),
            nothing if each.dyads is None else words.number(each.dyads),
            on_day(each.last, words) if each.last else nothing,
        )
        record: dict[str, Value] = {
            "code": each.code, "name": name, "name_id": site.names.name(each.code, "id"),
            "name_en": site.names.name(each.code, "en"), "kind": kind, "events": each.events, "dyads": each.dyads,
            "last": each.last.isoformat() if each.last else None, "page": each.code if actor_url(each.code) else None,
        }  # fmt: skip
        rows.append(Row(cells=cells, record=record))
    return rows


def _fits(row: Row, asked: Asked) -> bool:
    wanted, kind, letter = _plain(asked.one("q") or ""), asked.one("kind"), asked.one("letter")
    said = (_plain(str(row.record[field])) for field in ("code", "name_id", "name_en"))
    return (
        (not kind or row.record["kind"] == kind)
        and (not letter or _letter(row) == _plain(letter).upper())
        and (not wanted or any(wanted in each for each in said))
    )


def _letter(row: Row) -> str:
    return _plain(str(row.record["name"]))[:1].upper()


def _plain(text: str) -> str:
    """Without marks on letters, and in small letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).casefold()


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/actors", make=actors, about="All actors that events name, with counts.",
              params=(*FILTERS, *LISTED)),
)  # fmt: skip
