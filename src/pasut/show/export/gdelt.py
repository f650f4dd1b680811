"""Events and mentions in GDELT 2.0's layouts: 61 and 16 columns, tabs; what is unknown is empty.

GDELT has one actor a side: an act of several is one row for each pair, and a mutual act one row each way, as GDELT
itself codes meetings. GoldsteinScale and AvgTone are left empty: neither is measured here.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator

from pasut.show.export.acts import Act, acts_of, first_day
from pasut.show.export.facts import Facts
from pasut.show.export.tabs import tab_line
from pasut.show.export.told import Told
from pasut.store import Line
from pasut.world.cameo import cameo_code, cameo_quad

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"{actor}{name}" for actor in ("Actor1", "Actor2") for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{place}Geo_{name}" for place in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTION_COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_WEB, _CITATION = "1", "2"
"""MentionType: an article known by its address, or by its name alone."""


class Pair(Act, frozen=True):
    """An act between two actors; the second is empty where it has no target."""

    first: str
    second: str

    @property
    def number(self) -> str:
        """GLOBALEVENTID: a whole number below 2^53, so that every reader keeps its digits; from our event's id."""
        text = f"{self.event.id} {self.first} {self.second}"
        return str(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 11)


def pairs_of(told: Iterable[Told]) -> Iterator[Pair]:
    """One row each: every pair of a source and a target."""
    for act in acts_of(told):
        sources, targets = [*map(str, act.event.source)], [*map(str, act.event.target)] or [""]
        for first in sources:
            for second in targets:
                if first != second:
                    yield Pair(told=act.told, type=act.type, mode=act.mode, first=first, second=second)


def gdelt_lines(told: Iterable[Told], facts: Facts, *, has_header: bool = True) -> Iterator[str]:
    """One line a pair; GDELT's own files have no header."""
    if has_header:
        yield tab_line(EVENT_COLUMNS)
    for pair in pairs_of(told):
        cells = _event_cells(pair, facts)
        yield tab_line(cells.get(column, "") for column in EVENT_COLUMNS)


def mention_lines(told: Iterable[Told], *, has_header: bool = True) -> Iterator[str]:
    """One line for each claim that tells a pair."""
    if has_header:
        yield tab_line(MENTION_COLUMNS)
    for pair in pairs_of(told):
        for line in pair.told.lines:
            cells = _mention_cells(pair, line)
            yield tab_line(cells.get(column, "") for column in MENTION_COLUMNS)


def _event_cells(pair: Pair, facts: Facts) -> dict[str, str]:
    event = pair.event
    code = cameo_code(facts.cameo, pair.type, pair.mode)
    urls = (line.article.url for line in pair.told.lines)
    return {
        "GLOBALEVENTID": pair.number,
        **_days(pair),
        **_actor("Actor1", pair.first, facts),
        **_actor("Actor2", pair.second, facts),
        "IsRootEvent": "1" if _is_in_lead(pair) else "0",
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(cameo_quad(code)),
        "NumMentions": str(len(event.claims)),
        "NumSources": str(event.sources),
        "NumArticles": str(len(event.articles)),
        "ActionGeo_FullName": event.place or "",
        "DATEADDED": _moment(event.reported.first if event.reported else None),
        "SOURCEURL": next((url for url in urls if url), ""),
    }


def _days(pair: Pair) -> dict[str, str]:
    """As much of the date as is known: the day, else the month, else the year."""
    when, day = pair.event.when, first_day(pair.event)
    if when is None or when.first is None or when.last is None or when.first.year != when.last.year:
        return {} if day is None else _whole_day(day)
    if day is not None:
        return _whole_day(day)
    month = f"{when.first:%Y%m}" if when.first.month == when.last.month else ""
    return {"MonthYear": month, "Year": f"{when.first:%Y}"}


def _whole_day(day: dt.date) -> dict[str, str]:
    # GDELT's codebook: the fraction is (month * 30 + day) / 365, never above .9999
    fraction = min(0.9999, (day.month * 30 + day.day) / 365)
    known = {"SQLDATE": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": f"{day:%Y}"}
    return {**known, "FractionDate": f"{day.year + fraction:.4f}"}


def _actor(role: str, code: str, facts: Facts) -> dict[str, str]:
    if not code:
        return {}
    name = {f"{role}Name": facts.world.name_en(code).upper()}
    if code in facts.world.bodies:
        group = {f"{role}KnownGroupCode": "UNO"} if facts.country(code) == "UNO" else {}
        return {**name, f"{role}Code": "IGO" + "".join(group.values()), f"{role}Type1Code": "IGO", **group}
    country = facts.country(code)
    return {**name, f"{role}Code": country, f"{role}CountryCode": country}


def _is_in_lead(pair: Pair) -> bool:
    """Whether a headline or the beginning of an article tells it."""
    return any(line.claim.sentence.start == 0 for line in pair.told.lines)


def _moment(day: dt.date | None) -> str:
    """A day as GDELT writes moments; the hour is not known."""
    return f"{day:%Y%m%d}000000" if day else ""


def _mention_cells(pair: Pair, line: Line) -> dict[str, str]:
    claim, article = line.claim, line.article
    published = article.published
    return {
        "GLOBALEVENTID": pair.number,
        "EventTimeDate": _moment(first_day(pair.event)),
        "MentionTimeDate": _moment(published.first if published and published.first == published.last else None),
        "MentionType": _WEB if article.url else _CITATION,
        "MentionSourceName": article.publisher or "",
        "MentionIdentifier": article.url or article.key,
        "Actor1CharOffset": _offset(pair.first, line),
        "Actor2CharOffset": _offset(pair.second, line),
        "ActionCharOffset": str(claim.trigger.start),
        "InRawText": "1",
    }


def _offset(code: str, line: Line) -> str:
    actors = (*line.claim.source, *line.claim.target)
    return next((str(actor.span.start) for actor in actors if actor.span and str(actor.code) == code), "")
