"""Offices that an article gives to persons who did not hold them that day: slips, old news, or news of another day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pasut.coder.item import Item
from pasut.coder.phrases import Chunk, Phrase
from pasut.packs.details import DetailWords
from pasut.records import Article, Problem, When
from pasut.text.times import TimeFind
from pasut.world.load import Person, Term, World

_SLACK: Final = dt.timedelta(days=31)
"""How far outside a term an office may still be given: terms are often known to the month only."""
_CHECKED: Final = frozenset((
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "vice_president",
    "security_secretary", "finance_minister", "interior_minister", "intelligence_chief", "chief_of_staff",
))  # fmt: skip
"""Offices that one person at a time holds, and of which the table of persons knows most holders."""


def wrong_offices(
    chunks: Sequence[Chunk], text: str, times: Iterable[TimeFind], article: Article, world: World, words: DetailWords
) -> Iterator[Problem]:
    """A note for each known person whom a sentence gives an office that another is known to have held that day."""
    named = [chunk for chunk in chunks if isinstance(chunk, Phrase) and chunk.kind == "person" and not chunk.former]
    titled = [(chunk, title) for chunk in named if chunk.refs and (title := _title_of(chunk, chunk.refs[0].person))]
    day = _day(article) if titled else None
    if day is None:
        return
    persons = [(world.persons.get(chunk.refs[0].person), title, chunk) for chunk, title in titled]
    found = [_note(person, title, chunk, day, world) for person, title, chunk in persons if person is not None]
    notes = [note for note in found if note]
    if not notes or words.unless.find(text) or any(_long_ago(find.when, day) for find in times):
        return
    for note in notes:
        yield Problem(where=article.key, what=f"{note}, in the sentence: {text}", kind="note")


def _title_of(phrase: Phrase, person: str) -> Item | None:
    """The checked title that stands right before a person's name, but for the name of the state."""
    title: Item | None = None
    for item in phrase.items:
        if item.person_id:
            return title if item.person_id == person and title is not None and title.office in _CHECKED else None
        if item.title == "person":
            title = item if title is None and item.office else None
    return None


def _long_ago(when: When | None, day: dt.date) -> bool:
    """Whether a sentence tells of a time when another may have held the office."""
    return when is not None and when.first is not None and when.first < day - 2 * _SLACK


def _day(article: Article) -> dt.date | None:
    """The day of publication; None where it is not known to the month at least."""
    when = article.published
    if when is None or when.first is None or when.last is None or (when.last - when.first) > _SLACK:
        return None
    return when.first


def _note(person: Person, title: Item, phrase: Phrase, day: dt.date, world: World) -> str:
    """Whom the article calls what and what is known of that day; empty where nothing is wrong."""
    if any(term.office == title.office and _holds(term, day, _SLACK) for term in person.terms):
        return ""
    states = {term.state for term in person.terms}
    holders = {
        (other.names[0], term.state)
        for state in states
        for other, term in world.holders.get((title.office, state), ())
        if other.id != person.id and _holds(term, day, dt.timedelta())
    }
    if not holders:
        return ""
    held = [term for term in person.terms if _holds(term, day, dt.timedelta())]
    then = " and ".join(f"{term.office} of {term.state} since {_since(term)}" for term in held) or "in no known office"
    others = ", ".join(f"{name} ({state})" for name, state in sorted(holders))
    said = " ".join(item.text for item in phrase.items)
    return f"{said!r} makes {person.names[0]} {title.office} on {day}; then {then}; {title.office} was {others}"


def _holds(term: Term, day: dt.date, slack: dt.timedelta) -> bool:
    return (term.first is None or term.first - slack <= day) and (term.last is None or day <= term.last + slack)


def _since(term: Term) -> str:
    return term.first.isoformat() if term.first else "an unknown day"
