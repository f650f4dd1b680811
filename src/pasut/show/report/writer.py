"""The piece itself: which records go into which section, in which order, and how they are told.

Nothing is added between facts: sentences stand in order of time, and no word claims that one act led to another.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from pasut.measure.contributions import explain_day
from pasut.measure.evidence import is_undisputed
from pasut.measure.letter import Letter
from pasut.measure.letters import compare_letters
from pasut.measure.level import judge_level, judge_trend
from pasut.records import Assessment, Event, When
from pasut.show.names import Names
from pasut.show.report.chart import curve_spec, first_shown
from pasut.show.report.check import check_document
from pasut.show.report.document import (
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Remark,
    Sentence,
    Table,
    TableRow,
)
from pasut.show.report.grammar import Teller
from pasut.show.report.material import Material
from pasut.show.words import Words

LONGEST = 12
"""Acts told in one section; all of them stand in the chronology."""
PARAGRAPH = 5
"""Sentences of a paragraph: more are not read aloud in one breath."""
CARRIED_BY = 3
"""Acts cited for a number of the index: those that add most to it."""
_DOUBTED = frozenset(("disputed", "denied", "withdrawn", "unanswered"))
_AHEAD = frozenset(("planned", "possible"))

_WORDS_OF_POLITICS = frozenset((
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
))  # fmt: skip
_VOTES = frozenset(("veto", "vote"))
_FORCE = frozenset(("ASSAULT", "MOBILIZE", "RETREAT"))
_ARMS = frozenset((
    "AID.arms", "AID.personnel", "COOPERATE.exercise", "COOPERATE.intelligence", "COERCE.blockade", "COERCE.arrest",
    "COERCE.seize", "COERCE.occupy", "COERCE.cyber",
))  # fmt: skip
SECTIONS = ("politics", "arms", "economy", "sanctions")


def section_of(event: Event) -> str:
    """The section that an act is told in."""
    if event.mode in _VOTES:
        return "sanctions"
    if event.type in _WORDS_OF_POLITICS:
        return "politics"
    if event.type in _FORCE or f"{event.type}.{event.mode}" in _ARMS:
        return "arms"
    return "economy" if event.type in ("AID", "COOPERATE") else "sanctions"


def write_report(material: Material, names: Names, words: Words) -> Document:
    """The report on a dyad. Raises ReportError where a statement would lead to no record."""
    teller = Teller(names, words)
    a, b = (teller.name(code) for code in material.dyad)
    document = Document(
        title=teller.phrase("title", a=_capital(a), b=b),
        subtitle=teller.phrase("subtitle", date=teller.date(material.today)),
        language=words.language,
        blocks=tuple(_blocks(material, teller, words)),
        sources=material.sources,
    )
    return check_document(document)


def _blocks(material: Material, teller: Teller, words: Words) -> Iterator[Block]:
    if not material.events and not material.assessments:
        yield Remark(text=teller.phrase("nothing"))
        return
    yield from _section("summary", _summary(material, teller, words), teller)
    yield from _state(material, teller, words)
    for name in SECTIONS:
        chosen = [event for event in material.events if _is_plain(event) and section_of(event) == name]
        yield from _section(name, _acts(chosen, material, teller), teller)
    yield from _section("letters", _letters(material, teller, words), teller)
    yield from _section("disputed", _disputed(material, teller), teller)
    yield from _section("judgements", [_judged(each, teller) for each in material.assessments], teller)
    yield from _section(
        "expected", _in_order([e for e in material.events if _is_ahead(e, material.today)], teller), teller
    )
    yield from _chronology(material, teller, words)
    yield from _articles(material, teller, words)
    yield Remark(text=teller.phrase("method", version=material.relation.parameters.formula))


def _section(name: str, sentences: Sequence[Sentence], teller: Teller) -> Iterator[Block]:
    """A heading and its sentences in paragraphs; nothing where there is nothing to tell."""
    if not sentences:
        return
    yield Heading(text=teller.phrase(f"section_{name}"))
    for start in range(0, len(sentences), PARAGRAPH):
        yield Paragraph(sentences=tuple(sentences[start : start + PARAGRAPH]))


def _summary(material: Material, teller: Teller, words: Words) -> list[Sentence]:
    events = [event for event in material.events if _is_plain(event)]
    out = list(_standing(material, teller, words))
    weighty = sorted(events, key=lambda event: (-_weight(event, material), event.id))[:4]
    out += _in_order(weighty, teller)
    doubted = [event for event in material.events if _is_doubted(event)]
    if doubted:
        phrase = "disputed_one" if len(doubted) == 1 else "disputed"
        out.append(Sentence(text=teller.phrase(phrase, n=len(doubted)), refs=tuple(event.id for event in doubted)))
    return out


def _standing(material: Material, teller: Teller, words: Words) -> Iterator[Sentence]:
    """What the index says of today, with the acts that carry it."""
    relation = material.relation
    refs = _carriers(material)
    if not refs:
        return
    level = judge_level(relation, relation.curve)
    name = teller.level(level.lowest)
    if not level.is_certain:
        name = teller.phrase("between", low=teller.level(level.lowest), high=teller.level(level.highest))
    a, b = (teller.name(code) for code in material.dyad)
    numbers = {
        "value": teller.points(relation.curve.mean[-1]),
        "low": teller.points(relation.curve.low[-1]),
        "high": teller.points(relation.curve.high[-1]),
    }
    date = teller.date(relation.curve.last)
    yield Sentence(text=_capital(teller.phrase("index", a=a, b=b, date=date, level=name, **numbers)), refs=refs)
    if level.stale:
        last = next(iter(sorted((e for e in relation.evidence.events), key=_first, reverse=True)))
        yield Sentence(text=teller.phrase("stale", day=words.date(last.when)), refs=(last.id,))
        return
    trend = judge_trend(relation.curve, relation.parameters.trend_days)
    days = int(relation.parameters.trend_days)
    yield Sentence(text=teller.phrase(f"trend_{trend}", days=days), refs=refs)


def _carriers(material: Material) -> tuple[str, ...]:
    relation = material.relation
    found = explain_day(relation.evidence, relation.evidence.undisputed, relation.curve.last, relation.parameters)
    return tuple(each.event.id for each in found[:CARRIED_BY])


def _state(material: Material, teller: Teller, words: Words) -> Iterator[Block]:
    """The curve with its band, and in words what it shows."""
    relation = material.relation
    refs = tuple(event.id for event in relation.evidence.events)
    if not refs:
        return
    a, b = (teller.name(code) for code in material.dyad)
    begin = first_shown(relation)
    shown = relation.curve.mean[begin:]
    low, high = begin + int(shown.argmin()), begin + int(shown.argmax())
    text = teller.phrase(
        "curve_text",
        lowest=teller.points(relation.curve.mean[low]),
        lowest_day=teller.date(relation.curve.first + dt.timedelta(days=low)),
        highest=teller.points(relation.curve.mean[high]),
        highest_day=teller.date(relation.curve.first + dt.timedelta(days=high)),
        n=len(refs),
    )
    yield Heading(text=teller.phrase("section_curve"))
    caption = teller.phrase("curve", a=a, b=b)
    spec = curve_spec(relation, title=teller.phrase("chart_points"), language=teller.language)
    yield Figure(caption=caption, text=text, spec=spec, refs=refs)


def _acts(events: Sequence[Event], material: Material, teller: Teller) -> list[Sentence]:
    """The weightiest acts of a section, in order of time."""
    chosen = sorted(events, key=lambda event: (-_weight(event, material), event.id))[:LONGEST]
    return _in_order(chosen, teller)


def _in_order(events: Sequence[Event], teller: Teller) -> list[Sentence]:
    ordered = sorted(events, key=_first)
    return [
        Sentence(text=teller.event(event, before), refs=(event.id,))
        for event, before in zip(ordered, [None, *ordered], strict=False)
    ]


def _disputed(material: Material, teller: Teller) -> list[Sentence]:
    """Each proposition once, with all who say it and all who deny it."""
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in material.events:
        if _is_doubted(event):
            groups.setdefault((event.source, event.target, event.type, event.mode), []).append(event)
    return [_proposition(group, teller) for group in groups.values()]


def _proposition(group: Sequence[Event], teller: Teller) -> Sentence:
    days = [day for event in group if event.reported for day in (event.reported.first, event.reported.last) if day]
    whole = msgspec.structs.replace(
        group[0],
        status="alleged" if any(event.status != "denied" for event in group) else "denied",
        when=group[0].when if len(group) == 1 else None,
        affirmed_by=tuple(dict.fromkeys(who for event in group for who in event.affirmed_by)),
        denied_by=tuple(dict.fromkeys(who for event in group for who in event.denied_by)),
        sources=1,
        quantity=group[0].quantity if len(group) == 1 else None,
        object=None,
    )
    refs = tuple(event.id for event in group)
    return Sentence(text=teller.event(whole, note=_told(days, teller)), refs=refs)


def _told(days: Sequence[dt.date], teller: Teller) -> str:
    """Between which days articles told of it."""
    if not days:
        return ""
    first, last = (teller.date(day) for day in (min(days), max(days)))
    return (
        teller.phrase("told_on", first=first)
        if first == last
        else teller.phrase("told_from_to", first=first, last=last)
    )


def _letters(material: Material, teller: Teller, words: Words) -> list[Sentence]:
    changes = {change.letter: change for change in compare_letters(material.letters)}
    out = []
    for letter in material.letters:
        out.append(Sentence(text=_letter(letter, teller, words), refs=(letter.id,)))
        change = changes.get(letter.id)
        lost = [text for _, text in change.lost if text] if change else []
        if change and lost:
            quoted = teller.listed([f"“{text}”" for text in lost])
            text = teller.phrase("letter_lost", words=quoted)
            out.append(Sentence(text=text, refs=tuple(dict.fromkeys((letter.id, change.before)))))
    return out


def _letter(letter: Letter, teller: Teller, words: Words) -> str:
    day = teller.day(letter.when)
    occasion = words.labels.occasion[letter.occasion] if letter.occasion else ""
    said = teller.phrase(
        "letter_reply" if letter.is_reply else "letter_for" if occasion else "letter",
        a=teller.name(letter.source),
        b=teller.name(letter.target),
        occasion=occasion,
    )
    quotes = teller.listed([f"“{text}”" for text in letter.texts("words")[:2]])
    tail = teller.phrase("letter_words", words=quotes) if quotes else ""
    return _capital(f"{day}, {said}{tail}." if day else f"{said}{tail}.")


def _chronology(material: Material, teller: Teller, words: Words) -> Iterator[Block]:
    if not material.events:
        return
    rows = tuple(
        TableRow(
            cells=(words.date(event.when), teller.event(event), words.labels.standing[event.standing]),
            refs=(event.id,),
        )
        for event in material.events
    )
    yield Heading(text=teller.phrase("section_chronology"))
    date, standing = words.headings("date", "standing")
    headings = (date, teller.phrase("event"), standing)
    yield Table(caption=teller.phrase("chronology", n=len(rows)), headings=headings, rows=rows)


def _articles(material: Material, teller: Teller, words: Words) -> Iterator[Block]:
    rows = tuple(TableRow(cells=(where, title), refs=refs) for where, title, refs in material.articles)
    if rows:
        yield Heading(text=teller.phrase("section_sources"))
        headings = (*words.headings("article"), teller.phrase("headline"))
        yield Table(caption=teller.phrase("sources", n=len(rows)), headings=headings, rows=rows)


def _judged(each: Assessment, teller: Teller) -> Sentence:
    return Sentence(text=teller.assessment(each), refs=(each.id,))


def _is_doubted(event: Event) -> bool:
    return event.status in ("alleged", "denied") or event.standing in _DOUBTED


def _is_plain(event: Event) -> bool:
    return not _is_doubted(event) and event.status not in _AHEAD and event.mode != "letter" and is_told(event)


def is_told(event: Event) -> bool:
    """Whether an act may be told as one that happened."""
    return event.status == "happened" and is_undisputed(event)


def _is_ahead(event: Event, today: dt.date) -> bool:
    """Planned or possible, and its time has not passed."""
    last = event.when.last if event.when else None
    return event.status in _AHEAD and (last is None or last >= today) and not _is_doubted(event)


def _weight(event: Event, material: Material) -> float:
    """What is told first: deeds and strong acts, told by many, of a known day."""
    dated = 1.0 if event.when and event.when.first == event.when.last else 0.5
    return dated * (1 + event.sources) * (1 + abs(material.scale.score(event.type, event.mode)))


def _first(event: Event) -> tuple[dt.date, str]:
    return (event.when and (event.when.first or event.when.last)) or dt.date.max, event.id


def _day(day: dt.date) -> When:
    return When(first=day, last=day)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
