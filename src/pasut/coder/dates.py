"""When each act happened: the nearest time the sentence gives its clause, else what the article lets one infer."""

import datetime as dt
from collections.abc import Sequence

from pasut.coder.acts import Act
from pasut.coder.memory import Memory
from pasut.coder.phrases import Chunk, Verb, Word
from pasut.records import When
from pasut.text.times import TimeFind
from pasut.world.load import War

_EVENT_KINDS = frozenset(("date", "part", "relative", "range", "since", "until", "anchored", "duration"))
_SAME_TIME = frozenset(("while", "relative"))
_LONGEST = 1200
"""Days: a stretch longer than about three years says how long, not when."""
_BOUNDS = frozenset((";", ".", "contrast", "sub"))


def date_acts(
    acts: Sequence[Act], chunks: Sequence[Chunk], published: When | None, wars: Sequence[War], memory: Memory
) -> list[When | None]:
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
        when = _nearest(act, chunks, usable)
        key = (act.type, frozenset(ref.code for ref in (*act.sources, *act.targets)))
        if when is not None:
            memory.dated[key] = when
        found.append(when or _date_act(act, chunks, named, published, wars, memory.dated.get(key)))
    return found


def _dates_events(find: TimeFind) -> bool:
    """Not every time tells when: `pertama dalam 20 tahun terakhir` is how long, not when."""
    when = find.when
    if when is None or find.kind not in _EVENT_KINDS:
        return False
    if when.first and when.last and find.kind in ("duration", "relative"):
        return (when.last - when.first).days <= _LONGEST
    return True


def _date_act(
    act: Act,
    chunks: Sequence[Chunk],
    named: Sequence[tuple[int, When]],
    published: When | None,
    wars: Sequence[War],
    known: When | None,
) -> When | None:
    if act.type in ("ASSAULT", "SUPPORT"):
        best = _nearest(act, chunks, named)
        if best is not None:
            return best
    war = _war(act, wars)
    if war is not None:
        return war
    if known is not None and act.from_noun and act.status == "happened":
        return When(first=known.first, last=known.last, basis=f"told earlier in the article ({known.basis})")
    if act.status in ("planned", "possible"):
        return None
    if act.status in ("alleged", "denied") and act.type in ("AID", "COERCE", "ASSAULT", "COOPERATE"):
        return None
    if published is None:
        return None
    return When(first=published.first, last=published.last, basis="publication date")


def _nearest(act: Act, chunks: Sequence[Chunk], times: Sequence[tuple[int, When]]) -> When | None:
    """The time chunk with the fewest clause bounds and verbs between it and the act's word."""
    best: tuple[float, When] | None = None
    for at, when in times:
        low, high = min(at, act.chunk), max(at, act.chunk)
        cost = float(high - low) * 0.1
        for between in chunks[low + 1 : high]:
            if isinstance(between, Verb):
                cost += 1.0
            elif isinstance(between, Word) and between.kind in _BOUNDS:
                cost += 0.4 if between.functions & _SAME_TIME else 1.5
            elif isinstance(between, Word) and between.kind == ",":
                cost += 0.3
        if at < act.chunk and at <= 1:
            cost = min(cost, 1.2)
        if best is None or cost < best[0]:
            best = (cost, when)
    return best[1] if best is not None and best[0] < 2.6 else None


def _war(act: Act, wars: Sequence[War]) -> When | None:
    """A war named as backdrop has its own dates; an open end while it lasts."""
    if act.type != "ASSAULT" or (not act.from_noun and act.rule.split(".")[2] not in ("invasi", "perang")):
        return None
    word = act.rule.split(".")[2]
    if not any(name in word for name in ("perang", "invasi", "agresi", "konflik")):
        return None
    sources, targets = {ref.code for ref in act.sources}, {ref.code for ref in act.targets}
    for war in reversed(wars):
        sides = {code.split(":")[0] for code in war.attackers}, {code.split(":")[0] for code in war.defenders}
        if (sources <= sides[0] and targets <= sides[1]) or (act.mutual and sources <= sides[0] | sides[1]):
            return When(first=war.first, last=war.last, basis=f"the war's own dates ({war.name_en})")
    return None


def day_of(published: When | None) -> dt.date | None:
    """The day by which offices are judged: the end of the publication interval."""
    return None if published is None else (published.last or published.first)
