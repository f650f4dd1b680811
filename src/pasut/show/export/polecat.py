"""Events in POLECAT's layout: 40 columns, a header row, tabs; what is unknown is empty."""

from collections.abc import Iterable, Iterator, Sequence

from pasut.records import Actor
from pasut.settings import version
from pasut.show.export.acts import Act, acts_of, first_day
from pasut.show.export.facts import Facts
from pasut.show.export.tabs import tab_line
from pasut.show.export.told import Told

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_BETWEEN = ";"


def polecat_lines(told: Iterable[Told], facts: Facts, *, has_header: bool = True) -> Iterator[str]:
    """A header and one line an act."""
    if has_header:
        yield tab_line(COLUMNS)
    for act in acts_of(told):
        cells = _cells(act, facts)
        yield tab_line(cells.get(column, "") for column in COLUMNS)


def _cells(act: Act, facts: Facts) -> dict[str, str]:
    """The cells that are known. A mutual act has both sides as actors and as recipients."""
    event = act.event
    day = first_day(event)
    return {
        "Event ID": event.id,
        "Event Date": day.isoformat() if day else "",
        "Event Type": act.type,
        "Event Mode": facts.mode(act.type, act.mode),
        "Intensity": f"{facts.scale.score(act.type, act.mode):g}",
        "Quad Code": str(facts.quad(act.type)),
        "Contexts": _BETWEEN.join(event.contexts),
        **_side("Actor", [*map(str, event.source)], act, facts),
        **_side("Recipient", [*map(str, event.target)], act, facts),
        "Raw Placename": event.place or "",
        **_story(act, facts),
        "Version": f"pasut {version()}",
    }


def _side(role: str, codes: Sequence[str], act: Act, facts: Facts) -> dict[str, str]:
    named = [actor for actor in _named(role, act) if str(actor.code) in codes]
    offices = list(dict.fromkeys(actor.office for actor in named if actor.office))
    sectors = facts.sectors(offices)
    return {
        f"{role} Name": _BETWEEN.join(map(facts.world.name_en, codes)),
        f"{role} Country": _BETWEEN.join(map(facts.country, codes)),
        f"{role} COW": _aligned(map(facts.cow, codes)),
        f"Primary {role} Sector": sectors[0] if sectors else "",
        f"{role} Sectors": _BETWEEN.join(sectors),
        f"{role} Title": _BETWEEN.join(offices),
        f"{role} Name Raw": _BETWEEN.join(dict.fromkeys(_raw_names(role, codes, act))),
    }


def _aligned(cells: Iterable[str]) -> str:
    """One cell for each actor, in their order; empty where none is known."""
    joined = _BETWEEN.join(cells)
    return joined if joined.strip(_BETWEEN) else ""


def _named(role: str, act: Act) -> tuple[Actor, ...]:
    return tuple(
        actor for line in act.told.lines for actor in (line.claim.source if role == "Actor" else line.claim.target)
    )


def _raw_names(role: str, codes: Sequence[str], act: Act) -> Iterator[str]:
    """What the first sentence calls them, where it names them."""
    for line in act.told.lines[:1]:
        claim = line.claim
        for actor in claim.source if role == "Actor" else claim.target:
            if actor.span and str(actor.code) in codes and actor.span.start >= claim.sentence.start:
                start = actor.span.start - claim.sentence.start
                yield claim.sentence_text[start : start + actor.span.end - actor.span.start]


def _story(act: Act, facts: Facts) -> dict[str, str]:
    """The first article that tells it."""
    if not act.told.lines:
        return {}
    article = act.told.lines[0].article
    when = article.published
    names = [facts.world.persons[each].names[0] for each in act.event.persons if each in facts.world.persons]
    return {
        "Source": article.publisher or "",
        "Publication Date": when.first.isoformat() if when and when.first and when.first == when.last else "",
        "Story People": _BETWEEN.join(names),
        "Language": facts.languages.get(article.id, ""),
    }
