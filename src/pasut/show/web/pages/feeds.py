"""Atom feeds: what was newly told of a dyad, claims that came into dispute, relations that changed their level."""

import datetime as dt
from collections.abc import Iterable, Sequence

from starlette.responses import Response

from pasut.measure.changes import Change
from pasut.records import Event, Proposition
from pasut.relation import relation_index
from pasut.show.claims import act_of, speakers_of
from pasut.show.line import between
from pasut.show.measured import signed
from pasut.show.web.asked import Asked
from pasut.show.web.feed import MEDIA_TYPE, Entry, write_feed
from pasut.show.web.pages.dyad.pair import dyad_of
from pasut.show.web.route import AnyRoute, FileRoute
from pasut.show.web.site import Site
from pasut.store import entry_of

MOST = 50
"""Entries of a feed."""
BACK = dt.timedelta(days=365)
"""How far before the last day of the store a feed reaches."""
WATCHED = 20
"""Dyads, those most told of, whose changes are in the feed of changes."""
DISPUTED = ("disputed", "denied", "unanswered", "admitted", "withdrawn")
"""Standings that somebody's saying no, or nobody's, has given a claim."""


def dyad_feed(site: Site, asked: Asked) -> Response:
    """The events of a dyad that were told last."""
    a, b = dyad_of(site.names, asked)
    last = site.store.last_day()
    events = list(site.store.events(dyad=(a, b), since=last - BACK)) if last else []
    newest = sorted(events, key=lambda event: (_told(event), event.id), reverse=True)[:MOST]
    quotes = site.store.quotes_of(newest)
    entries = [
        Entry(
            id=f"urn:pasut:event:{event.id}",
            title=_event_title(event, asked),
            url=f"{asked.host}/events/{event.id}",
            day=_told(event),
            summary=entry_of(event, quotes).sentence or "",
        )
        for event in newest
    ]
    names = tuple(site.names.name(code, asked.words.language) for code in (a, b))
    title = asked.words.phrase("pair", a=names[0], b=names[1])
    return _feed(asked, f"urn:pasut:dyad:{a}:{b}", title, f"/dyad/{a}/{b}", entries)


def disputes_feed(site: Site, asked: Asked) -> Response:
    """The claims whose standing changed last, of those that somebody disputes."""
    found = [each for standing in DISPUTED for each in site.store.propositions(standing=standing) if each.course]
    newest = sorted(found, key=lambda each: (each.course[-1][0], each.id), reverse=True)[:MOST]
    entries = [
        Entry(
            id=f"urn:pasut:proposition:{each.id}:{each.course[-1][0].isoformat()}",
            title=f"{act_of(each, asked.words)}: {asked.words.labels.standing[each.standing]}",
            url=f"{asked.host}/ledger/{each.id}",
            day=each.course[-1][0],
            summary=_sides(each, asked),
        )
        for each in newest
    ]
    return _feed(asked, "urn:pasut:disputes", asked.terms("feeds.disputes"), "/disputes", entries)


def changes_feed(site: Site, asked: Asked) -> Response:
    """The changes of level of the dyads most told of."""
    pairs = [pair for pair, _ in site.store.count_dyads()[:WATCHED]]
    found = [(pair, change) for pair in pairs for change in _changes(site, pair)]
    newest = sorted(found, key=lambda each: (each[1].last, each[0]), reverse=True)[:MOST]
    entries = [_change_entry(site, asked, pair, change) for pair, change in newest]
    return _feed(asked, "urn:pasut:changes", asked.terms("feeds.changes", n=WATCHED), "/", entries)


def _changes(site: Site, pair: tuple[str, str]) -> Sequence[Change]:
    return site.remember(("changes", *pair), lambda: relation_index(site.store, *pair).changes())


def _change_entry(site: Site, asked: Asked, pair: tuple[str, str], change: Change) -> Entry:
    a, b = (site.names.name(code, asked.words.language) for code in pair)
    levels = {"before": signed(change.before, asked.words), "after": signed(change.after, asked.words)}
    return Entry(
        id=f"urn:pasut:change:{pair[0]}:{pair[1]}:{change.day.isoformat()}",
        title=asked.terms("feeds.changed", pair=asked.words.phrase("pair", a=a, b=b), **levels),
        url=f"{asked.host}/dyad/{pair[0]}/{pair[1]}/changes",
        day=change.last,
        summary="; ".join(_event_title(event, asked) for event in change.carried_by),
    )


def _sides(found: Proposition, asked: Asked) -> str:
    says = speakers_of(found.affirmed_by, asked.words)
    return asked.terms("feeds.sides", says=says, denies=speakers_of(found.denied_by, asked.words))


def _event_title(event: Event, asked: Asked) -> str:
    who = between([*map(str, event.source)], [*map(str, event.target)])
    return f"{asked.words.date(event.when)}: {who}: {asked.words.act(event.type, event.mode)}"


def _told(event: Event) -> dt.date:
    """The last day on which an article told it; the beginning of time where none has a date."""
    reported = event.reported
    return (reported and (reported.last or reported.first)) or dt.date(1970, 1, 1)


def _feed(asked: Asked, id: str, title: str, url: str, entries: Iterable[Entry]) -> Response:
    own = asked.host + asked.url()
    body = write_feed(
        id=id,
        title=f"pasut: {title}",
        url=asked.host + url,
        own_url=own,
        language=asked.words.language,
        entries=list(entries),
    )
    return Response(body, media_type=MEDIA_TYPE)


ROUTES: tuple[AnyRoute, ...] = (
    FileRoute(path="/dyad/{a}/{b}.atom", make=dyad_feed, about="What was newly told of a dyad, as an Atom feed.",
              media_type=MEDIA_TYPE),
    FileRoute(path="/disputes.atom", make=disputes_feed, about="Claims that came into dispute, as an Atom feed.",
              media_type=MEDIA_TYPE),
    FileRoute(path="/changes.atom", make=changes_feed, about="Relations that changed their level, as an Atom feed.",
              media_type=MEDIA_TYPE),
)  # fmt: skip
