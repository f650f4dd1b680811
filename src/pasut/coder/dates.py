"""When each act happened: the nearest time the sentence gives its clause, else what the article lets one infer."""

import datetime as dt
from collections.abc import Iterable, Sequence

from pasut.coder.act import Act
from pasut.coder.memory import Memory
from pasut.coder.phrases import Chunk, Verb, Word
from pasut.records import NEWS_DAY, PUBLICATION, When
from pasut.text.times import TimeFind
from pasut.world.load import War

_EVENT_KINDS = frozenset(("date", "part", "relative", "range", "since", "until", "anchored", "duration"))
_SAME_TIME = frozenset(("while", "relative"))
_LONGEST = 1200
"""Days: a stretch longer than about three years says how long, not when."""
_NEWS_AGE = dt.timedelta(days=5)
"""News is at most this old when it is printed; older days in the text are background."""
_UNDATED = frozenset(("AID", "COERCE", "ASSAULT", "COOPERATE"))
"""Acts that an accuser dates, if anybody: an accusation of today tells nothing of when the act was."""
_IN_REACH = 2.6
"""Cost up to which a time belongs to an act: two verbs, or a verb and a clause bound, may stand between."""
_BOUNDS = frozenset((";", ".", "contrast", "sub"))


class Dater:
    """Dates the acts of one article's sentences."""

    def __init__(self, published: When | None, wars: Sequence[War], war_words: Sequence[str], memory: Memory) -> None:
        self.published, self.wars, self.war_words, self.memory = published, wars, war_words, memory
        self.background = False
        """Whether the sentence tells of old times (`awalnya`, `selama beberapa dekade`): no news of the day."""

    def date(self, acts: Sequence[Act], chunks: Sequence[Chunk]) -> list[When | None]:
        """An interval (or None) for each act of a sentence; dates told outright are remembered for later mentions."""
        times = [
            (at, chunk.item.time)
            for at, chunk in enumerate(chunks)
            if isinstance(chunk, Word) and chunk.kind == "time" and chunk.item.time is not None
        ]
        usable = [(at, find.when) for at, find in times if find.when is not None and _dates_events(find)]
        named = [(at, find.when) for at, find in times if find.when is not None and find.kind == "inside-name"]
        found: list[When | None] = []
        for act in acts:
            if act.forced_speakers is not None:  # a denial's own time says nothing of when the denied act was
                found.append(None)
                continue
            when = _nearest(act, chunks, usable)
            if when is not None and when.first != when.last:
                when = self._war(act) or when
            if when is None and act.type in ("ASSAULT", "SUPPORT"):
                when = _nearest(act, chunks, named)
            if when is not None:
                self.memory.dated[_key(act)] = when
            found.append(when or self._inferred(act))
        return found

    def is_ahead(self, when: When | None) -> bool:
        """Whether a time lies wholly after the day of publication."""
        published = self.published
        if when is None or when.first is None or published is None or published.last is None:
            return False
        return when.first > published.last

    def _inferred(self, act: Act) -> When | None:
        """No time in the sentence: the war's own dates, an earlier mention's, else the day of the article's news."""
        war = self._war(act)
        if war is not None:
            return war
        known = self.memory.dated.get(_key(act))
        if known is not None and act.from_noun and act.status == "happened":
            return When(first=known.first, last=known.last, basis=f"told earlier in the article ({known.basis})")
        if act.status in ("planned", "possible") or (act.status in ("alleged", "denied") and act.type in _UNDATED):
            return None
        if self.background:
            return None
        if self.memory.story is not None:
            return When(first=self.memory.story.first, last=self.memory.story.last, basis=NEWS_DAY)
        published = self.published
        if published is None or published.first is None or published.last is None:
            return None
        if published.first != published.last and act.type in _UNDATED:
            return None  # the day of an article without a date says too little of deliveries and sanctions
        return When(first=published.first, last=published.last, basis=PUBLICATION)

    def _war(self, act: Act) -> When | None:
        """A war named as backdrop has its own dates; an open end while it lasts."""
        word = act.rule.split(".")[2]
        if act.type != "ASSAULT" or not act.sources or not any(name in word for name in self.war_words):
            return None
        sources = {ref.code.split(":")[0] for ref in act.sources}
        targets = {ref.code.split(":")[0] for ref in act.targets}
        for war in reversed(self.wars):
            attackers = {code.split(":")[0] for code in war.attackers}
            defenders = {code.split(":")[0] for code in war.defenders}
            if (sources <= attackers and targets <= defenders) or (act.mutual and sources <= attackers | defenders):
                return When(first=war.first, last=war.last, basis=f"the war's own dates ({war.name_en})")
        return None


def _key(act: Act) -> tuple[str, frozenset[str]]:
    return act.type, frozenset(ref.code for ref in (*act.sources, *act.targets))


def _dates_events(find: TimeFind) -> bool:
    """Not every time tells when: `pertama dalam 20 tahun terakhir` is how long, not when."""
    when = find.when
    if when is None or find.kind not in _EVENT_KINDS:
        return False
    if when.first and when.last and find.kind in ("duration", "relative", "range"):
        return (when.last - when.first).days <= _LONGEST
    return True


def story_date(times: Iterable[Sequence[TimeFind]], published: When | None) -> When | None:
    """The first day in the text within a week before publication: when the article's news took place."""
    if published is None or published.first is None or published.last is None:
        return None
    for finds in times:
        for find in finds:
            when = find.when
            if find.kind != "date" or when is None or when.first is None or when.first != when.last:
                continue
            if dt.timedelta(0) <= published.last - when.first <= _NEWS_AGE:
                return when
    return None


def _nearest(act: Act, chunks: Sequence[Chunk], times: Sequence[tuple[int, When]]) -> When | None:
    """The time chunk with the fewest clause bounds and verbs between it and the act's word."""
    best: tuple[float, When] | None = None
    for at, when in times:
        low, high = min(at, act.chunk), max(at, act.chunk)
        cost = float(high - low) * 0.1
        for between in chunks[low + 1 : high]:
            if isinstance(between, Verb):
                cost += 1.0 if not _relative_act(between, chunks) or at < act.chunk else 3.0
            elif isinstance(between, Word) and between.kind in _BOUNDS:
                cost += 0.4 if between.functions & _SAME_TIME else 1.5
            elif isinstance(between, Word) and between.kind == ",":
                cost += 0.3
        if at < act.chunk and _inserted(at, chunks):
            cost += 3.0
        if at < act.chunk and at <= 1:
            cost = min(cost, 1.2)
        if best is None or cost < best[0]:
            best = (cost, when)
    return best[1] if best is not None and best[0] < _IN_REACH else None


def _relative_act(verb: Verb, chunks: Sequence[Chunk]) -> bool:
    """`nelayan yang ditangkap bulan lalu`: a relative clause that tells an act keeps its own time."""
    before = chunks[verb.index - 1] if verb.index else None
    told = bool(verb.forms) and verb.forms[0].frame.type is not None
    return told and isinstance(before, Word) and "relative" in before.functions


def _inserted(at: int, chunks: Sequence[Chunk]) -> bool:
    """`Rusia, yang menginvasi Ukraina pada 2022, menolak ...`: a time inside an inserted relative clause."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if not (isinstance(after, Word) and after.kind == ","):
        return False
    for left in range(at - 1, -1, -1):
        chunk = chunks[left]
        if isinstance(chunk, Verb):
            return _relative_act(chunk, chunks)
        if isinstance(chunk, Word) and chunk.kind not in ("time", "aux"):
            return False
    return False


def day_of(published: When | None) -> dt.date | None:
    """The day by which offices are judged: the end of the publication interval."""
    return None if published is None else (published.last or published.first)
