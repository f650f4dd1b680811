"""Events as FollowTheMoney entities, one a line of JSON: actors, persons, offices, articles, events, claims, links.

States are `PublicBody`, bodies and groups `Organization`, persons `Person` with an `Occupancy` of a `Position` for each
term of office, events `Event`, sanctions also `Sanction`, claims `Note`s on their event, and each pair of actors an
`UnknownLink`. Schemata and their properties are those of followthemoney 3.8 and 4.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pasut.records import Event, When
from pasut.show.export.articles import json_line
from pasut.show.export.facts import Facts
from pasut.show.export.told import Told
from pasut.show.line import who
from pasut.show.measured import who_did
from pasut.store import Headline, Line

Entity = Mapping[str, object]


def ftm_lines(told: Iterable[Told], facts: Facts) -> Iterator[str]:
    """One line an entity; those that an entity refers to come before it."""
    return map(json_line, _entities(told, facts))


def _entities(told: Iterable[Told], facts: Facts) -> Iterator[Entity]:
    seen: set[str] = set()
    links: Counter[tuple[str, str]] = Counter()
    for each in told:
        event = each.event
        involved = dict.fromkeys(map(str, (*event.source, *event.target, *event.others)))
        for entity in _around(each, involved, facts):
            if str(entity["id"]) not in seen:
                seen.add(str(entity["id"]))
                yield entity
        yield _event(each, involved, facts)
        yield from _sanctions(each, facts)
        yield from (_note(line, event) for line in each.lines)
        links.update((str(a), str(b)) for a in event.source for b in event.target if a != b)
    for (a, b), number in sorted(links.items()):
        yield _entity("UnknownLink", f"link-{a}-{b}", subject=_id(a), object=_id(b), role=f"events: {number}")


def _around(told: Told, involved: Iterable[str], facts: Facts) -> Iterator[Entity]:
    """What the event and its claims refer to."""
    for code in involved:
        yield _actor(code, facts)
    for person in told.event.persons:
        yield from _person(person, facts)
    for line in told.lines:
        yield _article(line.article, facts)


def _actor(code: str, facts: Facts) -> Entity:
    schema = "PublicBody" if code in facts.world.states else "Organization"
    return _entity(schema, code, name=facts.world.name_en(code), country=facts.alpha2(code).lower())


def _person(person: str, facts: Facts) -> Iterator[Entity]:
    known = facts.world.persons.get(person)
    born = known.born.isoformat() if known and known.born else None
    yield _entity("Person", f"person-{person}", name=known.names[0] if known else person, birthDate=born)
    for number, term in enumerate(known.terms if known else ()):
        post = f"position-{term.state}-{term.office}"
        name = f"{term.office.replace('_', ' ')}, {facts.world.name_en(term.state)}"
        yield _entity("Position", post, name=name, country=facts.alpha2(term.state).lower())
        first, last = (day.isoformat() if day else None for day in (term.first, term.last))
        ends = {"startDate": first, "endDate": last}
        yield _entity("Occupancy", f"term-{person}-{number}", holder=_id(f"person-{person}"), post=_id(post), **ends)


def _article(article: Headline, facts: Facts) -> Entity:
    return _entity(
        "Article",
        f"article-{article.id}",
        name=article.title or article.key,
        title=article.title,
        fileName=article.key,
        publisher=article.publisher,
        sourceUrl=article.url,
        publishedAt=_first(article.published),
        language={"id": "ind", "en": "eng"}.get(facts.languages.get(article.id, "")),
    )


def _event(told: Told, involved: Iterable[str], facts: Facts) -> Entity:
    event = told.event
    return _entity(
        "Event",
        f"event-{event.id}",
        name=f"{_act(event)} {who_did(event)}",
        keywords=[event.type, event.mode, *event.contexts],
        involved=[*map(_id, involved), *(_id(f"person-{person}") for person in event.persons)],
        location=event.place,
        summary=told.sentence,
        description=f"status: {event.status}; standing: {event.standing}; independent sources: {event.sources}",
        recordId=event.id,
        **_days(event.when),
        **_evidence(told.lines),
    )


def _sanctions(told: Told, facts: Facts) -> Iterator[Entity]:
    """A sanction that was imposed, on each of those it hits."""
    event = told.event
    if event.mode != "sanction" or event.status != "happened":
        return
    authority = [facts.world.name_en(str(code)) for code in event.source]
    said = {"authority": authority, "reason": event.object, "summary": told.sentence, "recordId": event.id}
    for code in event.target:
        hit = {"entity": _id(str(code)), **said, **_days(event.when), **_evidence(told.lines)}
        yield _entity("Sanction", f"sanction-{event.id}-{code}", **hit)


def _note(line: Line, event: Event) -> Entity:
    claim = line.claim
    says = f"; says: {', '.join(claim.speaker)}" if claim.speaker else ""
    return _entity(
        "Note",
        f"claim-{claim.id}-{event.id}",  # a claim of three actors belongs to three events
        name=f"{claim.status}: {claim.type} {who(claim)}",
        entity=_id(f"event-{event.id}"),
        description=claim.sentence_text,
        summary=f"status: {claim.status}{says}",
        keywords=[claim.type, claim.mode, claim.status],
        **_evidence([line]),
    )


def _evidence(lines: Iterable[Line]) -> dict[str, list[str | None]]:
    articles = list({line.article.id: line.article for line in lines}.values())
    return {
        "sourceUrl": [article.url for article in articles],
        "publisher": [article.publisher for article in articles],
        "proof": [_id(f"article-{article.id}") for article in articles],
    }


def _days(when: When | None) -> dict[str, str | None]:
    """A day, month or year as a date; an interval by its ends."""
    if when is None:
        return {}
    if "/" not in when.text():
        return {"date": when.text()}
    first, last = (day.isoformat() if day else None for day in (when.first, when.last))
    return {"startDate": first, "endDate": last}


def _first(when: When | None) -> str | None:
    return when.text().partition("/")[0].replace("..", "") if when else None


def _act(event: Event) -> str:
    return f"{event.type}.{event.mode}" if event.mode else event.type


def _id(name: str) -> str:
    """An id of the signs that FollowTheMoney takes: ASCII letters, digits, dots and dashes.

    A name that loses more than a colon or an underscore is told from others like it by a hash.
    """
    plain = name.replace("_", "-").replace(":", "-")
    safe = _FOREIGN.sub("-", plain).strip("-.")
    if safe != plain:
        safe += "-" + hashlib.blake2b(name.encode(), digest_size=4).hexdigest()
    return f"pasut-{safe}"


_FOREIGN = re.compile(r"[^0-9A-Za-z.-]+")


def _entity(schema: str, name: str, /, **properties: str | list[str | None] | list[str] | None) -> Entity:
    """An entity in FollowTheMoney's shape: every property a list, what is unknown left out."""
    given = {key: value if isinstance(value, list) else [value] for key, value in properties.items()}
    known = {key: list(dict.fromkeys(each for each in values if each)) for key, values in given.items()}
    return {"id": _id(name), "schema": schema, "properties": {key: values for key, values in known.items() if values}}
