"""A world map of one state's relations: shaded by the level of the index, with a table of all states beneath."""

import datetime as dt

from markupsafe import Markup
from starlette.responses import Response

from pasut.errors import NotFoundError
from pasut.measure.level import CUTS, name_level
from pasut.show.measured import on_day, signed
from pasut.show.table import Row, Value, View
from pasut.show.web.asked import Asked, Param
from pasut.show.web.page import Link, Page, Section
from pasut.show.web.pages.actors import count_actors
from pasut.show.web.picture import png_file, svg_file
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site
from pasut.show.web.stands import FIELDS as RELATION_FIELDS
from pasut.show.web.stands import Relation, relation_cells, relation_record, relations
from pasut.show.web.worldmap import Area, Shade, draw_map, draw_swatch, load_map
from pasut.world.outlines import load_outlines

DAY = Param(name="day", kind="day", about="The day that is shown; the last day of the store without it.")
OF = Param(name="of", kind="actor", about="The state, by code or name.")
FIELDS = ("code", "name", "kind", "a", "b", *RELATION_FIELDS, "drawn")
LEVELS: tuple[Shade, ...] = (*(name for _, name in CUTS), "close")
SHADES: tuple[Shade, ...] = (*LEVELS, "stale", "none")


def choose(site: Site, asked: Asked) -> Page:
    """The map of the state asked for in a form, or the form alone."""
    if said := asked.one("of"):
        return _map(site, asked, site.names.resolve(said))
    return Page(title=asked.terms("map.choose"), template="map", data={"codes": choices(site), "code": "", "svg": ""})


def world_map(site: Site, asked: Asked) -> Page:
    """The map of one state."""
    return _map(site, asked, site.names.resolve(asked.names["code"]))


def _map(site: Site, asked: Asked, code: str) -> Page:
    t, words = asked.terms, asked.words
    day = _day(site, asked)
    found = _areas(site, asked, code, day)
    title = t("map.title", name=site.names.name(code, words.language))
    caption = t("map.caption", name=site.names.name(code, words.language), day=on_day(day, words))
    query = f"?day={day.isoformat()}" if asked.one("day") else ""
    return Page(
        title=title,
        sections=_tables(site, asked, code, relations(site, code, day)),
        template="map",
        crumbs=(
            Link(text=t("actors.title"), url="/actors"),
            Link(text=site.names.name(code, words.language), url=f"/actors/{code}"),
        ),
        data={
            "code": code,
            "codes": choices(site),
            "svg": Markup(draw_map(found, caption)),  # made of our own tables and escaped names
            "caption": caption,
            "legend": [(Markup(draw_swatch(shade)), _shade_words(shade, asked)) for shade in SHADES],
            "image": f"/map/{code}",
            "query": query,
        },
    )  # fmt: skip


def picture(site: Site, asked: Asked) -> Response:
    """The map as a file."""
    return svg_file(_picture(site, asked))


def photo(site: Site, asked: Asked) -> Response:
    """The map as PNG."""
    return png_file(_picture(site, asked))


def _picture(site: Site, asked: Asked) -> str:
    code, day = site.names.resolve(asked.names["code"]), _day(site, asked)
    caption = asked.terms("map.caption", name=site.names.name(code, asked.words.language), day=on_day(day, asked.words))
    return draw_map(_areas(site, asked, code, day), caption, alone=True)


def choices(site: Site) -> list[str]:
    """Codes of the states that the store tells of, for forms."""
    return [each.code for each in count_actors(site) if each.code in site.kit.world.states]


def _day(site: Site, asked: Asked) -> dt.date:
    day = asked.until("day") or site.store.last_day()
    if day is None:
        raise NotFoundError("no article of this store has a date, so there is no day to show; read some with a date")
    return day


def _areas(site: Site, asked: Asked, code: str, day: dt.date) -> list[Area]:
    """Every state, the one itself and those told of most first, since the first labels get the room."""
    if code not in site.kit.world.states and code not in load_outlines():
        raise NotFoundError(f"{code} has no place on a map; see /actors/{code} for its relations")
    known = relations(site, code, day)
    drawn = {*site.kit.world.states, *load_map()[0]}
    order = sorted(drawn, key=lambda each: (each != code, -_told(known.get(each)), each))
    found = [_area(site, asked, code, each, known.get(each)) for each in order if each != "ATA"]
    return sorted(found, key=lambda area: area.code not in load_map()[0])  # dots over outlines


def _told(relation: Relation | None) -> int:
    return (relation.events or 1) if relation else 0


def _area(site: Site, asked: Asked, of: str, code: str, relation: Relation | None) -> Area:
    name = site.names.name(code, asked.words.language)
    if code == of:
        return Area(code=code, shade="self", title=name, url=f"/actors/{code}", label=code)
    shade = shade_of(relation)
    if relation is None or shade == "none":
        return Area(code=code, shade="none", title=f"{name}: {asked.terms('map.none')}")
    level, index, band = relation_cells(relation, asked.words)
    a, b = sorted((of, code))
    label = f"{code} {signed(relation.mean, asked.words)}" if shade != "stale" else ""
    return Area(code=code, shade=shade, title=f"{name}: {level}; {index} ({band})", url=f"/dyad/{a}/{b}", label=label)


def shade_of(relation: Relation | None) -> Shade:
    """The level of the index itself, where there is evidence that is not old; its band stands in the table."""
    if relation is None or relation.since_act is None:
        return "none"
    return "stale" if relation.level.stale else name_level(relation.mean)


def _shade_words(shade: Shade, asked: Asked) -> str:
    if shade in ("stale", "none"):
        return asked.terms(f"map.{shade}")
    ends = [None, *(end for end, _ in CUTS), None]
    at = LEVELS.index(shade)
    low, high = ends[at], ends[at + 1]
    span = " – ".join(signed(each, asked.words) for each in (low, high) if each is not None)
    return f"{asked.words.labels.level[shade]} ({'<' if low is None else '>' if high is None else ''}{span})"


def _tables(site: Site, asked: Asked, code: str, known: dict[str, Relation]) -> tuple[Section, Section]:
    """The states of which something is told, and those of which nothing is."""
    words, world, t = asked.words, site.kit.world, asked.terms
    codes = [each for each in {*world.states, *known} if each != code and each not in world.bodies]
    rows = sorted((_row(site, asked, code, each, known.get(each)) for each in codes), key=_order)
    headings = (*words.headings("actor", "level", "index", "band"), t("actors.events"), t("map.days"))
    told, silent = ([row for row in rows if (row.record["a"] is None) == without] for without in (False, True))
    view = View(title=t("map.states"), headings=headings, rows=tuple(told), fields=FIELDS, empty=t("actors.nothing"))
    rest = View(title=t("map.silent", n=len(silent)), headings=headings[:2], rows=tuple(silent), fields=FIELDS)
    return (
        Section(name="states", view=view, links=((0, "/dyad/{a}/{b}"),), note=t("map.table_note")),
        Section(name="silent", view=rest, is_open=False),
    )


def _order(row: Row) -> tuple[int, str]:
    return -int(str(row.record["events"] or 0)), str(row.record["name"])


def _row(site: Site, asked: Asked, of: str, code: str, relation: Relation | None) -> Row:
    words, nothing = asked.words, asked.words.phrase("nobody")
    name = f"{site.names.name(code, words.language)} ({code})"
    state = site.kit.world.states.get(code)
    a, b = sorted((of, code)) if relation else (None, None)
    record: dict[str, Value] = {
        "code": code, "name": site.names.name(code, words.language), "kind": state.kind if state else "group",
        "a": a, "b": b, **relation_record(relation),
        "drawn": "outline" if code in load_map()[0] else "point" if code in load_map()[1] else None,
    }  # fmt: skip
    if relation is None:
        return Row(cells=(name, asked.terms("map.none")), record=record)
    level, index, band = relation_cells(relation, words)
    numbers = (nothing if each is None else words.number(each) for each in (relation.events, relation.since_act))
    shown = level if relation.since_act is not None else asked.terms("map.none")
    return Row(cells=(name, shown, index, band, *numbers), record=record)


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/map", make=choose, about="The form of maps, or the map of the state it names.", params=(OF, DAY)),
    FileRoute(path="/map/{code}.svg", make=picture, about="A map as SVG.", media_type="image/svg+xml", params=(DAY,)),
    FileRoute(path="/map/{code}.png", make=photo, about="A map as PNG.", media_type="image/png", params=(DAY,)),
    PageRoute(path="/map/{code}", make=world_map, about="A world map of a state's relations, with a table.",
              params=(DAY,)),
)  # fmt: skip
