"""Clues from people: numbered birthdays, and offices that a person is said to hold."""

import re
from collections.abc import Iterator, Mapping

from pasut.clean.guess import DAY, END, SLACK, START, Guess, Sentence, add_years, count_of, is_day, matches
from pasut.packs.quick import holds_any
from pasut.packs.time_words import TimeWords
from pasut.world.load import Person, World

_FORMER = 24
"""Characters before an office in which `former` speaks of it: `former Japanese premier`."""
_CLAUSE_END = re.compile(r"[,.;:()\n]")
_CAPITALS = re.compile(r"[\w'’.-]+")


def people_clues(
    sentences: tuple[Sentence, ...], words: TimeWords, world: World, held: frozenset[str]
) -> Iterator[Guess]:
    """Numbered birthdays, and offices that a person is said to hold; `held` are the words of the text, lower case."""
    keys = words.office_keys & held
    titled = [
        (sentence, match)
        for sentence in (sentences if keys else ())
        if holds_any(sentence.text.lower(), keys)
        for match in words.offices.finditer(sentence.text)
    ]
    born = [
        (index, match)
        for index, sentence in enumerate(sentences)
        if sentence.forms
        for match in matches("birthday", sentence)
    ]
    if not titled and not born:
        return
    names = _NAMES.of(world)
    for index, match in born:
        yield from _birthday(sentences, index, match, words, names)
    seen: set[tuple[str, str]] = set()
    for sentence, match in titled:
        office = words.file.offices[" ".join(match[0].lower().split())]
        person = _person_in(sentence.text[match.end() : match.end() + 70], names)
        if person is None or (person.id, office) in seen or _looks_back(sentence, match, words):
            continue
        seen.add((person.id, office))
        yield from _office(person, office, sentence.text[match.start() : match.end() + 40].split(",")[0])


def _looks_back(sentence: Sentence, match: re.Match[str], words: TimeWords) -> bool:
    """An office named beside a dated past is the office of then; `mantan` says it is held no more."""
    before = sentence.text[max(0, match.start() - _FORMER) : match.start()]
    if words.former.search(_CLAUSE_END.split(before)[-1]):
        return True
    return any(
        find.when is not None
        and not is_day(find)
        and find.kind != "inside-name"
        and not words.scheduled.match(sentence.text, find.end)
        for find in sentence.finds
    )


class _Names:
    """The names of the world that was asked for last: to list them takes longer than to date an article."""

    def __init__(self) -> None:
        self._world: World | None = None
        self._names: Mapping[str, Person] = {}

    def of(self, world: World) -> Mapping[str, Person]:
        """Full names, and the short ones that fit one person only."""
        if world is not self._world:
            self._names = {
                name: person for person in world.persons.values() for name in (*person.names, *person.unique)
            }
            self._world = world
        return self._names


_NAMES = _Names()


def _person_in(text: str, names: Mapping[str, Person]) -> Person | None:
    """The first person named in `text`, before the clause ends."""
    parts = _CAPITALS.findall(re.split(r"[,;:()\n]", text, maxsplit=1)[0])
    for start in range(min(6, len(parts))):
        for size in (4, 3, 2, 1):
            person = names.get(" ".join(parts[start : start + size]).rstrip("."))
            if person is not None and len(parts[start:]) >= size:
                return person
    return None


def _office(person: Person, office: str, quote: str) -> Iterator[Guess]:
    terms = [term for term in person.terms if term.office == office]
    if not terms:
        return
    intervals = tuple(
        ((term.first or START), min(END, term.last + DAY * SLACK) if term.last else END) for term in terms
    )
    spans = " and ".join(f"{term.first or '..'} to {term.last or 'today'}" for term in terms)
    yield Guess(7, "office", quote, intervals, f"{person.names[0]} held this office from {spans}.")


def _birthday(
    sentences: tuple[Sentence, ...], index: int, match: re.Match[str], words: TimeWords, names: Mapping[str, Person]
) -> Iterator[Guess]:
    """`ulang tahun ke-72 kepada Putin`: the birthday of a known person."""
    text = sentences[index].text
    before = sentences[index - 1].text if index else ""
    count = count_of(match, words)
    places = (text[match.end() : match.end() + 90], text[: match.start()], before)
    person = next((person for place in places for person in _persons_in(place, names) if _fits(person, count)), None)
    if person is None or person.born is None or count is None:
        return
    day = add_years(person.born, count)
    note = f"{person.names[0]}, born on {person.born.isoformat()}, turned {count} on {day.isoformat()}."
    yield Guess(1, "birthday", match[0], ((day - DAY * 3, day + DAY * 21),), note)


def _fits(person: Person, count: int | None) -> bool:
    return person.born is not None and count is not None and 20 < count < 110 and _living(person, count)


def _living(person: Person, count: int) -> bool:
    """A person's birthday is news while in office, or about."""
    if person.born is None or not person.terms:
        return False
    year = person.born.year + count
    first, last = person.terms[0].first or START, person.terms[-1].last or END
    return first.year - 5 <= year <= last.year + 20


def _persons_in(text: str, names: Mapping[str, Person]) -> Iterator[Person]:
    parts = _CAPITALS.findall(text)
    for start in range(len(parts)):
        for size in (4, 3, 2, 1):
            person = names.get(" ".join(parts[start : start + size]).rstrip("."))
            if person is not None:
                yield person
                break
