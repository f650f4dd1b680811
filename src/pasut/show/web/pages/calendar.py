"""The calendar, month by month: visits made and planned, what is expected, weapons tests, letters by occasion."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec
from starlette.responses import Response

from pasut.asking import letters_in
from pasut.measure.expected import Expectation, list_expected
from pasut.measure.register import Test, Told, Visit, list_tests, list_visits
from pasut.records import Event, When
from pasut.registers import TESTS as TEST_KINDS
from pasut.registers import VISITS as VISIT_KINDS
from pasut.registers import told_of, visits_of
from pasut.show.calendar import visits_calendar
from pasut.show.expected import expected_view
from pasut.show.letters import letters_view
from pasut.show.register import TESTS, VISITS, register_view
from pasut.show.table import View
from pasut.show.web.asked import SINCE, UNTIL, Asked, Param
from pasut.show.web.filters import A, B, actor_fields, actors_asked
from pasut.show.web.months import Month, months_view
from pasut.show.web.page import Page, Section
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site
from pasut.store.events import EventCriteria

MOST = 50
"""Rows of each kind in a month at the most; what is left out is counted under the table."""
VISIT_LINKS = ((0, "/events/{event}"), (7, "/events/{event}"), (8, "/events/{event}"))
TEST_LINKS = ((0, "/events/{event}"), (8, "/events/{event}"), (9, "/events/{event}"))
EXPECTED_LINKS = ((0, "/events/{id}"), (6, "/events/{id}"), (7, "/events/{id}"))
LETTERS = ("CONSULT.letter", "SUPPORT.letter")
LONGEST = dt.timedelta(days=92)
"""What is dated to a longer time than a quarter of a year is in no month."""
MOST_PLANS = 20
"""Plans of a month whose outcome is looked for."""
MOST_LETTERS = 30
"""Letters of a month whose articles are read for what is told of their words."""
NEAR = dt.timedelta(days=14)
"""How far around a month acts are looked for that what was expected may have come to."""


def calendar(site: Site, asked: Asked) -> Page:
    """One month."""
    month = _month(site, asked)
    dyad, actor = actors_asked(site, asked)
    counts = site.remember(("months", dyad, actor), lambda: site.store.count_months(dyad=dyad, actor=actor))
    words, names = asked.words, site.names
    visits_total, told = _told(site, VISIT_KINDS, month, dyad, actor)
    visits = list_visits(told, site.kit.world.office_on)
    tests_total, told = _told(site, TEST_KINDS, month, dyad, actor)
    tests = list_tests(told)[:MOST]
    sections = (
        _section("visits", register_view(VISITS, visits, Visit, None, names, words), VISIT_LINKS, asked, visits_total),
        _expected(month, site, asked),
        _section("tests", register_view(TESTS, tests, Test, None, names, words), TEST_LINKS, asked, tests_total),
        _letters(month, site, asked),
        Section(name="months", links=((0, "/calendar?month={month}"),), is_open=False,
                view=months_view(asked.terms("calendar.months"), counts, words, asked.terms("calendar.none"))),
    )  # fmt: skip
    return Page(
        title=asked.terms("calendar.title", month=words.date(month.when)),
        intro=asked.terms("calendar.intro"),
        sections=sections,
        template="calendar",
        data={
            "filters": actor_fields(asked),
            "before": (words.date(month.before.when), asked.url(month=month.before.name)),
            "after": (words.date(month.after.when), asked.url(month=month.after.name)),
            "month": month.name,
        },
    )


def warm(site: Site) -> None:
    """Have the numbers of all months at hand: they are counted among all events."""
    site.remember(("months", None, None), site.store.count_months)


def visits_file(site: Site, asked: Asked) -> Response:
    """The visits of all times, of a month, or between two days, for a calendar program."""
    dyad, actor = actors_asked(site, asked)
    said = asked.one("month")
    month = Month.read(said) if said else None
    since, until = (month.first, month.last) if month else (asked.since(), asked.until())
    visits = visits_of(site.store, site.kit, dyad=dyad, actor=actor, since=since, until=until)
    headers = {"Content-Disposition": 'attachment; filename="pasut-visits.ics"'}
    return Response(visits_calendar(visits, site.names, asked.words), headers=headers, media_type="text/calendar")


def _month(site: Site, asked: Asked) -> Month:
    """The month asked for, else that of the store's last article."""
    said = asked.one("month")
    return Month.read(said) if said else Month.of(site.store.last_day() or dt.date(2000, 1, 1))


def _told(
    site: Site, kinds: Sequence[str], month: Month, dyad: tuple[str, str] | None, actor: str | None
) -> tuple[int, Iterator[Told]]:
    """How many events of some kinds there are in a month, and the first of each with their claims."""
    total, found = 0, []
    for kind in kinds:
        number, few = site.store.first_events(MOST, **_near(month, dyad, actor, kind=kind))
        total += number
        found += few
    return total, told_of(site.store, found)


def _near(
    month: Month, dyad: tuple[str, str] | None, actor: str | None, *, kind: str | None = None, planned: bool = False
) -> EventCriteria:
    """What a month may show: what was on some day of a year, or since then, would stand in every month."""
    return {
        "dyad": dyad, "actor": actor, "since": month.first, "until": month.last, "longest": LONGEST.days, "type": kind,
        "status": "planned" if planned else None, "has_target": planned,
    }  # fmt: skip


def _section(name: str, view: View, links: tuple[tuple[int, str], ...], asked: Asked, total: int) -> Section:
    """The rows of a view; a note says how many it leaves out."""
    shown = msgspec.structs.replace(view, rows=view.rows[:MOST], empty=asked.terms("calendar.none"))
    note = asked.terms("calendar.cut", n=len(shown.rows), total=total) if total > len(shown.rows) else ""
    return Section(name=name, view=shown, links=links, total=total, note=note)


def _expected(month: Month, site: Site, asked: Asked) -> Section:
    dyad, actor = actors_asked(site, asked)
    total, listed = site.remember(("plans", month, dyad, actor), lambda: _plans(month, site, dyad, actor))
    view = expected_view(site.store, listed, ("", ""), asked.words)
    view = msgspec.structs.replace(view, title=asked.terms("calendar.expected"))
    return _section("expected", view, EXPECTED_LINKS, asked, total if total > MOST_PLANS else len(listed))


def _plans(month: Month, site: Site, dyad: tuple[str, str] | None, actor: str | None) -> tuple[int, list[Expectation]]:
    """How many plans there are for a month, and what became of the first of them."""
    total, plans = site.store.first_events(MOST_PLANS, **_near(month, dyad, actor, planned=True))
    return total, [each for plan in plans if (each := _outcome(plan, month, site))]


def _outcome(plan: Event, month: Month, site: Site) -> Expectation | None:
    """What became of a plan, from what the same two did about that time."""
    pair = str(plan.source[0]), str(next((code for code in plan.target if code != plan.source[0]), plan.target[0]))
    near = site.store.events(dyad=pair, type=plan.type, since=month.first - NEAR, until=month.last + NEAR)
    found = list_expected([plan, *(each for each in near if each.id != plan.id)], pair, {}, as_of=_today(site))
    return next((each for each in found if each.event.id == plan.id), None)


def _today(site: Site) -> dt.date:
    return site.store.last_day() or dt.date.max


def _letters(month: Month, site: Site, asked: Asked) -> Section:
    dyad, actor = actors_asked(site, asked)
    total, told = 0, []
    for kind in LETTERS:
        number, few = site.store.first_events(
            MOST_LETTERS, type=kind, dyad=dyad, actor=actor, since=month.first, until=month.last
        )
        total += number
        told += few
    by_pair: dict[tuple[str, ...], dict[str, None]] = {}
    for event in told[:MOST_LETTERS]:
        pair = tuple(sorted({*map(str, event.source), *map(str, event.target)}))
        by_pair.setdefault(pair, {}).update(dict.fromkeys(event.articles))
    letters = [
        letter
        for pair, articles in by_pair.items() if len(pair) == 2
        for letter in letters_in(site.store, articles, (pair[0], pair[1]), site.kit)
        if _touches(letter.when, month)
    ]  # fmt: skip
    view = letters_view(letters, ("", ""), site.names, asked.words, version="")
    view = msgspec.structs.replace(view, title=asked.terms("calendar.letters"))
    section = _section("letters", view, ((1, "/claims/{claims}"), (6, "/claims/{claims}")), asked, len(letters))
    if total <= MOST_LETTERS:
        return section
    return msgspec.structs.replace(section, note=asked.terms("calendar.cut", n=MOST_LETTERS, total=total))


def _touches(when: When | None, month: Month) -> bool:
    if when is None or when.first is None or when.last is None:
        return False
    return when.last - when.first <= LONGEST and when.first <= month.last and when.last >= month.first


MONTH = Param(name="month", about="The month: 2024-06. Without it, that of the last article.")
ROUTES: tuple[AnyRoute, ...] = (
    FileRoute(path="/calendar.ics", make=visits_file, media_type="text/calendar", params=(A, B, MONTH, SINCE, UNTIL),
              about="Visits for calendar programs, of all times or of those asked for."),
    PageRoute(path="/calendar", make=calendar, params=(A, B, MONTH),
              about="One month: visits made and planned, expected acts, weapons tests, letters."),
)  # fmt: skip
