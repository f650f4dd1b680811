"""A claim as one block sees it. A block is a pair of states, or one state where an act has no target, and a family of
acts. Blocks are what merging works on: the events of a block depend on the claims of that block alone.
"""

import datetime as dt
import re

from pasut.merge.family import Family, family_of
from pasut.records import Actor, Claim, Record, When

PRECISE = 10
"""Days: a report no wider than this says when; a wider one says only in which month or year."""
LONG = 370
"""Days: a wider stretch than a year tells of a state of affairs, not of one happening."""


class Telling(Record, frozen=True):
    """A claim with what its article adds to it."""

    claim: Claim
    published: When | None
    root: str
    """The independent source: id of the article that this one copies, in the end, or its own."""
    repeats: bool = False
    """Whether the article is a copy, and the sentence stands in its original; False where a person has corrected it."""
    publisher: str | None = None
    about: tuple[str, ...] = ()
    """What else the sentence tells, as `TYPE.mode SOURCE>TARGET`: the content of an accusation, say."""
    joins: tuple[str, ...] = ()
    """Ids of claims that a person says are of the same event."""
    splits: tuple[str, ...] = ()
    """Ids of claims that a person says are of another event."""


class Report(Record, frozen=True):
    """One telling, seen from one block."""

    telling: Telling
    family: Family
    source: str
    """Actor code; the lesser one of two that act together."""
    target: str | None
    mutual: bool
    source_persons: frozenset[str]
    target_persons: frozenset[str]
    others: tuple[str, ...]
    """Further actors on either side: who else signed, met, accused."""
    first: int | None
    """Day as `date.toordinal`; None for an open end."""
    last: int | None
    published: int | None
    things: frozenset[str]
    """Words of the object, case folded."""
    names: frozenset[str]
    """Capitalised words of the sentence that name no actor: places, ships, documents."""

    @property
    def claim(self) -> Claim:
        """The claim that is told."""
        return self.telling.claim

    @property
    def is_dated(self) -> bool:
        """Whether it has both a first and a last day."""
        return self.first is not None and self.last is not None

    @property
    def is_precise(self) -> bool:
        """Whether it says when, to a few days."""
        return self.first is not None and self.last is not None and self.last - self.first <= PRECISE

    @property
    def is_copied(self) -> bool:
        """Whether its article copies another."""
        return self.telling.root != self.claim.article

    @property
    def is_ahead(self) -> bool:
        """Whether it tells of what is still to come, which may be put off."""
        return self.claim.status in ("planned", "possible")

    @property
    def is_inferred(self) -> bool:
        """Whether its day is only that of the article's news."""
        return self.claim.when is not None and self.claim.when.is_inferred


def blocks_of(claim: Claim) -> tuple[str, ...]:
    """The blocks that a claim belongs to: one for each pair of a source's and a target's state, or each source's state.

    A block is a pair and a family of acts: `PRK|RUS|encounter`.
    """
    sources, targets = _by_state(claim.source), _by_state(claim.target)
    if not claim.target:
        return tuple(sorted(_block(claim, pair_name(state, None), mutual=False) for state in sources))
    found = set()
    for a in sources:
        for b in targets:
            if a != b or _differ(sources[a], targets[b]):
                mutual = a != b and a in targets and b in sources
                found.add(_block(claim, pair_name(a, b), mutual=mutual))
    return tuple(sorted(found))


def _block(claim: Claim, pair: str, *, mutual: bool) -> str:
    return f"{pair}|{family_of(claim.type, claim.mode, mutual=mutual).name}"


def pair_name(a: str, b: str | None) -> str:
    """`PRK|RUS`, whichever comes first; `PRK|` for acts without a target.

    >>> pair_name("RUS", "PRK")
    'PRK|RUS'
    """
    first, second = state_of(a), state_of(b or "")
    return f"{first}|" if not second else "|".join(sorted((first, second)))


def pair_of(block: str) -> str:
    """The pair of a block."""
    return block.rpartition("|")[0]


def state_of(code: str) -> str:
    """The state of a code: `PSE` of `PSE:Hamas`."""
    return code.partition(":")[0]


def report_in(block: str, telling: Telling) -> Report:
    """What a block sees of a claim that belongs to it."""
    claim = telling.claim
    a, _, b = pair_of(block).partition("|")
    sources, targets = _by_state(claim.source), _by_state(claim.target)
    mutual = bool(b) and a != b and all(state in side for state in (a, b) for side in (sources, targets))
    source, target = (a, b or None) if mutual or a in sources else (b, a)
    if not mutual and b and source == a and b not in targets:
        source, target = b, a
    family = family_of(claim.type, claim.mode, mutual=mutual)
    first, last = _days(telling, family)
    seen = {*_by_state(claim.source), *_by_state(claim.target)} - {a, b}
    persons = _persons(claim, a), _persons(claim, b)
    return Report(
        telling=telling,
        family=family,
        source=_code(sources, source),
        target=None if target is None else _code(targets, target),
        mutual=mutual,
        source_persons=persons[0] if source == a else persons[1],
        target_persons=persons[1] if source == a else persons[0],
        others=tuple(sorted(seen)),
        first=first,
        last=last,
        published=_ordinal(published_by(telling.published)),
        things=_words(claim.object),
        names=_names(claim),
    )


def published_by(published: When | None) -> dt.date | None:
    """The day by which an article was certainly out."""
    return None if published is None else published.last or published.first


def telling_order(telling: Telling) -> tuple[object, ...]:
    """By day of publication, then by article, then as they stand in it."""
    claim = telling.claim
    return published_by(telling.published) or dt.date.max, claim.article, claim.sentence.start, claim.id


def _by_state(actors: tuple[Actor, ...]) -> dict[str, list[Actor]]:
    out: dict[str, list[Actor]] = {}
    for actor in actors:
        out.setdefault(state_of(actor.code), []).append(actor)
    return out


def _differ(some: list[Actor], others: list[Actor]) -> bool:
    """Whether two sides of one state are not the same: a group against its state."""
    return {actor.code for actor in some} != {actor.code for actor in others}


def _code(actors: dict[str, list[Actor]], state: str) -> str:
    codes = {actor.code for actor in actors.get(state, ())}
    return codes.pop() if len(codes) == 1 else state


def _persons(claim: Claim, state: str) -> frozenset[str]:
    actors = (*claim.source, *claim.target)
    return frozenset(actor.person for actor in actors if actor.person and state_of(actor.code) == state)


def _days(telling: Telling, family: Family) -> tuple[int | None, int | None]:
    """First and last day. A visit `since Thursday` that is news has begun on that day, and lasts a few."""
    when = telling.claim.when
    first, last = (_ordinal(day) for day in ((when.first, when.last) if when else (None, None)))
    published = _ordinal(published_by(telling.published))
    is_news = first is not None and published is not None and 0 <= published - first <= _NEWS
    if family.name == "encounter" and last is None and is_news:
        return first, first
    return first, last


_NEWS = 14
"""Days for which a visit that began is news."""


def _ordinal(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()


def _words(text: str | None) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"\w{3,}", text or ""))


_NAME = re.compile(r"(?<=[^\W\d_]\s)[A-Z][\w'-]{2,}\b(?![\s,(]*\d)")
"""A capitalised word that begins no sentence and, unlike `Rabu (19/6)` and `Juni 2024`, belongs to no date."""
_PLACES = ("city", "capital")


def _names(claim: Claim) -> frozenset[str]:
    """What the sentence names beside the actors. A city that is struck stands for its state, and is a place too."""
    spans = [actor.span for actor in (*claim.source, *claim.target) if actor.span]
    if claim.type == "ASSAULT":
        struck = {actor.span for actor in claim.target if actor.via in _PLACES}
        spans = [span for span in spans if span not in struck]
    found = set()
    for match in _NAME.finditer(claim.sentence_text):
        start, end = match.start() + claim.sentence.start, match.end() + claim.sentence.start
        # A word right before an actor is a title.
        if not any(span.start <= start < span.end or span.start == end + 1 for span in spans):
            found.add(match.group().casefold())
    if claim.place and claim.place in claim.sentence_text:
        found.update(word.casefold() for word in re.findall(r"[A-Z][\w'-]{2,}", claim.place))
    return frozenset(found)
