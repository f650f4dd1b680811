"""What a report is written from: the events of a dyad with their claims, judgements, letters and the index."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from pasut.asking import is_known, letters_between
from pasut.measure.index import RelationIndex, measure_relation
from pasut.measure.letter import Letter
from pasut.merge.event import order_of
from pasut.pipeline import Kit
from pasut.records import Assessment, Event, Record, When
from pasut.show.report.document import Source
from pasut.show.words import Words
from pasut.store import Line, Store
from pasut.world.scale import Scale, load_scale

QUOTES = 3
"""Sentences that a note quotes of one event; the rest are in the store."""


class Material(Record, frozen=True):
    """All that is known of a dyad for a report."""

    dyad: tuple[str, str]
    events: tuple[Event, ...]
    """By date, those without one last."""
    assessments: tuple[Assessment, ...]
    letters: tuple[Letter, ...]
    relation: RelationIndex
    scale: Scale
    today: dt.date
    """The day the report stands on: as of, else the last day of publication of all articles. No clock is read."""
    sources: Mapping[str, Source]
    articles: tuple[tuple[str, str, tuple[str, ...]], ...]
    """(citation, title, ids of the events it tells) of each article, by date."""


def gather_material(
    store: Store,
    dyad: tuple[str, str],
    kit: Kit,
    words: Words,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    as_of: dt.date | None = None,
) -> Material:
    """Read from the store all that a report on a dyad needs; `since` and `until` bound when acts happened."""
    known = sorted(store.events(dyad=dyad, until=until, as_of=as_of), key=order_of)
    events = tuple(event for event in known if since is None or _ends_after(event, since))
    lines = {line.claim.id: line for line in store.lines(dyad=dyad)}
    for event in known:
        if any(claim not in lines for claim in event.claims):
            lines |= {line.claim.id: line for line in store.lines_of(event)}
    letters = tuple(
        letter
        for letter in letters_between(store, dyad, kit, as_of=as_of)
        if _reaches(letter.year, since, until) and letter.status == "happened"
    )
    judged = [
        each
        for each in store.assessments(dyad)
        if _is_told_by(each, store, as_of) and _overlaps(each.when, since, until)
    ]
    today = as_of or _last_day(lines.values()) or dt.date(1970, 1, 1)
    scale = load_scale()
    return Material(
        dyad=dyad,
        events=events,
        assessments=_distinct(judged),
        letters=letters,
        relation=measure_relation(known, dyad, scale, until=until or today, as_of=as_of),
        scale=scale,
        today=today,
        sources=_sources(known, judged, letters, lines, store, words),
        articles=_articles(events, lines, words),
    )


def _ends_after(event: Event, day: dt.date) -> bool:
    """Whether an act may have been on a day or later; the index takes in the earlier ones too, as evidence."""
    when = event.when
    return when is not None and (when.first or when.last) is not None and (when.last is None or when.last >= day)


def _overlaps(when: When | None, since: dt.date | None, until: dt.date | None) -> bool:
    if when is None or (when.first is None and when.last is None):
        return since is None and until is None
    return (since is None or when.last is None or when.last >= since) and (
        until is None or when.first is None or when.first <= until
    )


def _reaches(year: int | None, since: dt.date | None, until: dt.date | None) -> bool:
    if year is None:
        return since is None and until is None
    return (since is None or year >= since.year) and (until is None or year <= until.year)


def _is_told_by(assessment: Assessment, store: Store, as_of: dt.date | None) -> bool:
    return as_of is None or is_known(store.article(assessment.article).published, as_of)


def _distinct(judged: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """Copies of one sentence are one judgement."""
    kept = {(each.sentence_text, each.direction, each.speaker): each for each in reversed(judged)}
    return tuple(sorted(kept.values(), key=lambda each: ((each.when and each.when.first) or dt.date.max, each.id)))


def _last_day(lines: Iterable[Line]) -> dt.date | None:
    days = [line.article.published.last for line in lines if line.article.published and line.article.published.last]
    return max(days, default=None)


def _sources(
    events: Sequence[Event],
    judged: Sequence[Assessment],
    letters: Sequence[Letter],
    lines: Mapping[str, Line],
    store: Store,
    words: Words,
) -> dict[str, Source]:
    out: dict[str, Source] = {}
    for event in events:
        quotes = _quotes([lines[claim] for claim in event.claims if claim in lines], words)
        out[event.id] = Source(ref=event.id, kind="event", quotes=quotes)
    for each in judged:
        article = store.article(each.article)
        where = _where(article.publisher or article.key, words.date(article.published) if article.published else "")
        out[each.id] = Source(ref=each.id, kind="assessment", quotes=((where, _flat(each.sentence_text)),))
    for letter in letters:
        told = [lines[claim] for claim in letter.claims if claim in lines]
        shown = dict.fromkeys(cue.sentence_text for cue in letter.cues)
        said = dict.fromkeys((*_quotes(told, words), *((_where_of(told, words), _flat(text)) for text in shown)))
        out[letter.id] = Source(ref=letter.id, kind="letter", quotes=tuple(said)[: 2 * QUOTES])
    return out


def _quotes(lines: Sequence[Line], words: Words) -> tuple[tuple[str, str], ...]:
    told = {_flat(line.claim.sentence_text): _where_of([line], words) for line in lines}
    return tuple((where, text) for text, where in list(told.items())[:QUOTES])


def _where_of(lines: Sequence[Line], words: Words) -> str:
    if not lines:
        return ""
    article = lines[0].article
    return _where(article.publisher or article.key, words.date(article.published) if article.published else "")


def _where(name: str, date: str) -> str:
    return f"{name}, {date}" if date else name


def _flat(text: str) -> str:
    return " ".join(text.split())


def _articles(
    events: Sequence[Event], lines: Mapping[str, Line], words: Words
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    told: dict[str, list[str]] = {}
    for event in events:
        for article in event.articles:
            told.setdefault(article, []).append(event.id)
    heads = {line.article.id: line.article for line in lines.values() if line.article.id in told}
    ordered = sorted(heads.values(), key=lambda a: ((a.published and a.published.first) or dt.date.max, a.key, a.id))
    return tuple(
        (
            _where(a.publisher or a.key, words.date(a.published) if a.published else ""),
            a.title or a.key,
            tuple(told[a.id]),
        )
        for a in ordered
    )
