"""When each act happened: the nearest time the sentence gives its clause, else what the article lets one infer."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.backdrop import Backdrop
from pasut.coder.borrowed import lasting_since, names_pact, own_times, rank_times, time_of_asking, unranked
from pasut.coder.memory import Deed, Memory
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, left_of
from pasut.coder.reach import Told, hanging_over, nearest, time_of_saying
from pasut.packs.pack import Pack
from pasut.packs.quick import holds_any
from pasut.records import NEWS_DAY, PUBLICATION, When
from pasut.text.calendar import moved, unit_of
from pasut.text.times import TimeFind
from pasut.world.load import War

_EVENT_KINDS: Final = frozenset(("date", "part", "relative", "range", "since", "until", "anchored", "duration"))
_LONGEST: Final = 1200
"""Days: a stretch longer than about three years, counted from publication, says how long, not when."""
_UNDATED: Final = frozenset(("AID", "COERCE", "ASSAULT", "COOPERATE"))
"""Acts that an accuser dates, if anybody: an accusation of today tells nothing of when the act was."""
_LASTING: Final = frozenset(("AID", "COERCE", "COOPERATE", "SUPPORT"))
"""Acts whose noun names a state of affairs as often as a happening: bantuan, sanksi, perdagangan, dukungan."""
_SAID: Final = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"))
_SINGLE: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT"))
_UNORDERED: Final = frozenset(("CONSULT", "COOPERATE"))
_LEAD: Final = 2
"""Sentences that tell the article's own news, the headline with them."""
_PAUSE: Final = 1
"""Sentences without a time that may stand between a time of the past and one that goes on about it."""
_MONTH: Final = 31
_PACTS: Final = frozenset(("treaty", "deal", "memorandum"))
_TOLD: Final = frozenset(("happened", "alleged", "denied"))
_DONE: Final = frozenset(("happened", "alleged"))
_BOUNDS: Final = frozenset((";", ".", "contrast", "sub"))
_BACK: Final = frozenset(("third_singular", "third_plural", "that_state", "both"))


class Dater:
    """Dates the acts of one article, sentence by sentence."""

    def __init__(self, published: When | None, wars: Sequence[War], pack: Pack, memory: Memory) -> None:
        self.published, self.memory, self._pack, self._wars = published, memory, pack, wars
        self._made: Backdrop | None = None
        words = pack.time.file
        self._beside: frozenset[str] = frozenset((*words.after, *words.before, *pack.syntax.placing))
        """Words before a noun whose act the news came after, before or with."""
        self._about = self._beside.union(pack.syntax.about, pack.syntax.object_cause) - {"", *words.since}
        """Words before a noun that the news is about or was caused by, those before what it came after with them."""
        self._earlier = False  # whether the sentence dated holds a word of what was earlier
        self.open: list[Act] = []
        """The acts of the sentence dated last that no time stands close to."""

    @property
    def _backdrop(self) -> Backdrop:
        # Made when it is first asked for: many an article tells of no act. Compiled, a cached_property keeps nothing.
        if self._made is None:
            self._made = Backdrop(self._wars, self._pack.syntax.war, self.published)
        return self._made

    def date(self, acts: Sequence[Act], chunks: Sequence[Chunk], low: str, offset: int) -> list[When | None]:
        """An interval (or None) for each act of a sentence; dates told outright are remembered for later mentions.

        `low` is the sentence in lower case, which begins at `offset` of its article.
        """
        words = [(at, chunk) for at, chunk in enumerate(chunks) if isinstance(chunk, Word) and chunk.kind == "time"]
        times = [(at, word.item.time) for at, word in words if word.item.time is not None]
        stated = [Told(at, find, find.when) for at, find in times if find.when is not None and _dates_events(find)]
        ranked = rank_times(chunks, stated, self._pack.syntax.ranks)
        named = [Told(at, find, find.when) for at, find in times if find.when and find.kind == "inside-name"]
        found: list[When | None] = []
        self.open, self._earlier = [], bool(acts) and holds_any(low, self._pack.syntax.earlier)
        for act, usable in [(act, unranked(act, chunks, stated, ranked)) for act in acts]:
            first, last = _clause(act, chunks, len(low), offset)
            if act.forced_speakers is not None:  # a denial's own time says nothing of when the denied act was
                found.append(self._known(act))
                continue
            when, is_close = self._counted(act, chunks, times, usable), True
            if when is None and act.status in _DONE:
                when = lasting_since(act, chunks, usable, self._pack.time.file.since)
            if when is None:
                own = own_times(act, acts, chunks, usable, self._about, self.published)
                when, is_close = self._told(act, chunks, own)
            if when is None and is_said(act) and (asked := time_of_asking(act, acts, chunks, usable)) is not None:
                when = None if self.is_ahead(asked) else asked
            if not is_close and act.status in _DONE and self._is_earlier(low[first:last]):
                when = None  # `said on Monday that they had recently met`
            if not is_close and act.status == "possible":
                when = None  # `kemungkinan serangan, katanya pada Rabu`: the day of saying
            if when is None and act.type in ("ASSAULT", "SUPPORT"):
                name = nearest(act, chunks, named)
                when = name.when if name is not None else None
            if when is None:
                when, is_close = self._after_war(act, acts, chunks), True
            if when is not None and is_close:
                if act.status in _TOLD or self.is_ahead(when):  # a plan of no certain day tells nothing of what was
                    self.memory.note_date(deed_of(act), when)
            else:
                self.open.append(act)
            found.append(when or self._inferred(act, chunks, usable, low[:last], low[first:last]))
        return found

    def _is_old(self, act: Act, chunks: Sequence[Chunk], sentence: str, clause: str) -> bool:
        """`awalnya`, `selama beberapa dekade` up to the act's clause, `sebelumnya` in it, `bukti bahwa` before it."""
        syntax = self._pack.syntax
        if self._is_earlier(clause) or holds_any(sentence, syntax.long_ago):
            return True
        if sentence.lstrip(' "').startswith(syntax.earlier):
            return True  # `Sebelumnya, X menyerang Y`
        for at in range(act.chunk - 1, 0, -1):
            chunk, before = chunks[at], chunks[at - 1]
            if isinstance(chunk, Word) and "complementizer" in chunk.functions:
                return isinstance(before, Phrase) and any(item.low in syntax.evidence for item in before.items)
        return False

    def _is_earlier(self, clause: str) -> bool:
        """Whether a clause tells of no certain day before the news; one without precedent need not."""
        syntax = self._pack.syntax
        return self._earlier and holds_any(clause, syntax.earlier) and not holds_any(clause, syntax.unprecedented)

    def remember(self, chunks: Sequence[Chunk], finds: Sequence[TimeFind]) -> None:
        """Note the time this sentence tells, for the next one that goes on about the same; one of today ends it."""
        times = [find.when for find in finds if find.when is not None and _dates_events(find)]
        if times:
            self.memory.past = None if self._is_news(times[-1]) else times[-1]
            self.memory.past_at = self.memory.sentence
        elif self.memory.in_new_paragraph or self.memory.sentence - self.memory.past_at > _PAUSE:
            self.memory.past = None
        elif _points_back(chunks):
            self.memory.past_at = self.memory.sentence

    def is_ahead(self, when: When | None) -> bool:
        """Whether a time lies wholly after the day of publication."""
        published = self.published
        if when is None or when.first is None or published is None or published.last is None:
            return False
        return when.first > published.last

    def _is_news(self, when: When) -> bool:
        story = self.memory.story or self.published
        if story is None or story.first is None or when.last is None:
            return when.last is None
        return when.last >= story.first

    def _told(self, act: Act, chunks: Sequence[Chunk], usable: Sequence[Told]) -> tuple[When | None, bool]:
        """The time that the sentence gives the act, and whether it stands close to it.

        A war's noun beside a stretch of time takes the war's own dates.
        """
        told = nearest(act, chunks, usable)
        if told is None or (act.from_noun and told.find.kind == "range" and self._begins_today(told.when)):
            return None, False  # `bergabung dengan serangan X dalam dua pekan ke depan`: the time of the plan
        war = self._backdrop.war(act) if told.when.first != told.when.last or not told.is_close else None
        is_named = told.is_close and told.find.kind == "date" and war is not None and war.last is not None
        return (told.when if war is None or is_named else war), told.is_close

    def _after_war(self, act: Act, acts: Sequence[Act], chunks: Sequence[Chunk]) -> When | None:
        """`membalas dengan dukungan setelah Rusia menginvasi Ukraina`: at some time since the war began."""
        for other in acts:
            if other is act or other.chunk <= act.chunk or not self._backdrop.is_named(other):
                continue
            bounds = [
                chunk for chunk in chunks[act.chunk : other.chunk] if isinstance(chunk, Word) and chunk.kind in _BOUNDS
            ]
            war = self._backdrop.war(other)
            if war is not None and war.last is None and bounds and "after" in bounds[-1].functions:
                return When(first=war.first, last=None, basis=f"since {war.basis}")
        return None

    def _begins_today(self, when: When) -> bool:
        published = self.published
        if published is None or published.first is None or published.last is None or when.first is None:
            return False
        return published.first <= when.first <= published.last < (when.last or dt.date.max)

    def _counted(
        self, act: Act, chunks: Sequence[Chunk], times: Sequence[tuple[int, TimeFind]], usable: Sequence[Told]
    ) -> When | None:
        """`sehari setelah ia menyebut ...`: the act of the clause lies that long before the day told."""
        for at, find in times:
            step = self._step(chunks, at) if find.length is not None else 0
            if not step or find.length is None or not at + 1 < act.chunk or _is_closed(chunks[at + 2 : act.chunk]):
                continue
            if any(told.at > act.chunk and not _is_closed(chunks[act.chunk : told.at]) for told in usable):
                continue  # `sehari setelah tiba di Moskow pada Rabu`
            before = [told.when for told in usable if told.at < at]
            base = before[-1] if before else self.memory.story or self.published
            if base is None or base.first is None or base.last is None or (base.last - base.first).days > _MONTH:
                continue
            low, high, unit = find.length if find.length[2] != "hour" else (0, 0, "day")
            ends = sorted((moved(base.first, unit, step * high), moved(base.last, unit, step * low)))
            first, last = unit_of(ends[0], unit)[0], unit_of(ends[1], unit)[1]
            return When(first=first, last=last, basis="counted from the day of what it is told with")
        return None

    def _step(self, chunks: Sequence[Chunk], at: int) -> int:
        """-1 where `setelah` follows the length of time at `at`, 1 where `sebelum` does."""
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        if not (isinstance(following, Word) and following.kind in ("sub", "prep")):
            return 0
        return -1 if "after" in following.functions else 1 if "before" in following.functions else 0

    def _known(self, act: Act) -> When | None:
        known = self.memory.dated.get(deed_of(act))
        if known is None:
            return None
        return When(first=known.first, last=known.last, basis=f"told earlier in the article ({known.basis})")

    def _inferred(
        self, act: Act, chunks: Sequence[Chunk], usable: Sequence[Told], sentence: str, clause: str
    ) -> When | None:
        """No time in the sentence: the war's own dates, an earlier mention's, else the day of the article's news.

        `sentence` is its text up to the end of the act's clause, `clause` that clause, both in lower case.
        """
        war = self._backdrop.war(act, sentence)
        if war is not None:
            return war
        known = self._known(act)
        goes_on = act.status == "happened" and act.mode != "abduct" and holds_any(clause, self._pack.syntax.ongoing)
        attack = self._backdrop.attack(act, usable[-1].when if usable else None, goes_on=goes_on)
        if attack is not None and (known is None or known.first == attack.first):
            return attack
        is_same = act.from_noun or act.status in ("alleged", "denied") or _is_of_a_thing(act, chunks)
        is_same = is_same or names_pact(act, chunks, self._pack.syntax.definite)
        if known is not None and (is_same or _points_back(chunks) or _points_back(chunks[act.chunk - 1 :: -1][:1])):
            return known
        if self._is_reason(act, chunks) or self._is_wish(act) or _went_free(act, chunks):
            return None
        if act.status in ("planned", "possible") or (act.status in ("alleged", "denied") and act.type in _UNDATED):
            return None
        if goes_on and act.type in _UNDATED and act.type != "ASSAULT":
            return None  # `masih menahan dua warga X`
        old = self._is_old(act, chunks, sentence, clause)
        if old or ((act.from_noun or act.mutual) and self._backdrop.is_named(act)):
            return None
        said = time_of_saying(act, chunks, usable)
        if said is not None:  # it was no later; how much earlier, only a day of saying tells
            own = next((told.when for told in usable if told.at > act.chunk), None)
            if own is not None:
                return own
            is_day = said.when.first == said.when.last
            return When(first=said.when.first, last=said.when.last, basis="the day it was told of") if is_day else None
        hanging = [told.when for told in hanging_over(act, chunks, usable) if not self._is_news(told.when)]
        if hanging:
            return self._since(hanging[-1], chunks[act.chunk])
        past = self.memory.past
        if past is not None and not usable and not act.speakers and self._goes_on(act, chunks, clause):
            return When(first=past.first, last=past.last, basis=f"told just before ({past.basis})")
        return self._of_the_news(act, chunks)

    def _is_reason(self, act: Act, chunks: Sequence[Chunk]) -> bool:
        """`sanctions on Iran for supplying missiles`: what one is punished or praised for was at some time before."""
        before = chunks[act.chunk - 1] if act.chunk else None
        return isinstance(before, Word) and before.item.low in self._pack.syntax.object_gerund

    def _is_wish(self, act: Act) -> bool:
        """`menginginkan X keluar`: what somebody wants, he wanted before the news too."""
        return act.type == "REQUEST" and act.rule.split(".")[2] in self._pack.syntax.wishing

    def _since(self, when: When, word: Chunk) -> When | None:
        """`menyerang Iran pada Jumat, yang mendorong Iran untuk menembakkan ...`: from then to the news, if days ago.

        `pada 2018, ketika X mengumumkan bahwa Y telah menyita ...` was then or at any time before.
        """
        news = self.memory.story or self.published
        if not isinstance(word, Verb) or "done" in word.aux or news is None or news.last is None or when.first is None:
            return None
        if when.first != when.last or (news.last - when.first).days > _MONTH:
            return None
        return When(first=when.first, last=news.last, basis="between the day told before it and the news")

    def _goes_on(self, act: Act, chunks: Sequence[Chunk], clause: str) -> bool:
        """`Negara itu ...` in the same paragraph, `Ia juga berjanji ...` in the next, `the pact signed by ...`."""
        if _is_of_a_thing(act, chunks):
            return True
        if self.memory.in_new_paragraph:
            return any(f" {word} " in clause for word in self._pack.syntax.also) and not isinstance(chunks[0], Word)
        return _points_back(chunks)

    def _of_the_news(self, act: Act, chunks: Sequence[Chunk]) -> When | None:
        is_lead = self.memory.sentence <= _LEAD
        phrase = chunks[act.chunk]
        if act.from_noun and isinstance(phrase, Phrase) and phrase.prep.lower() in self._beside:
            return None  # `bantuan setelah serangan Ukraina`: what went before or comes after the news
        if act.from_noun and act.chunk and self._is_placing(chunks[act.chunk - 1]):
            return None  # `his remarks followed the release of the sailors`
        if act.from_noun and act.type in _LASTING and not is_lead:
            return None
        if act.type == "SUPPORT" and act.chunk and is_relative(chunks[act.chunk - 1]):
            return None  # `Hamas, yang didukung Iran, ...`: how the two stand, not what one did that day
        story, published = self.memory.story, self.published
        if story is not None:
            return When(first=story.first, last=story.last, basis=NEWS_DAY)
        if published is None or published.first is None or published.last is None:
            return None
        length = (published.last - published.first).days
        if act.type in _UNDATED and length and (length > _MONTH or not is_lead):
            return None  # the time of an article without a date says too little of deliveries and sanctions
        return When(first=published.first, last=published.last, basis=PUBLICATION)

    def _is_placing(self, before: Chunk) -> bool:
        return not isinstance(before, Phrase) and before.item.low in self._pack.syntax.placing


def deed_of(act: Act) -> Deed:
    """What makes two mentions one act: its type and who did it to whom; the side does not matter where both do it."""
    sources, targets = frozenset(ref.code for ref in act.sources), frozenset(ref.code for ref in act.targets)
    if act.mutual or act.type in _UNORDERED:
        return act.type, sources | targets, frozenset()
    return act.type, sources, targets


def is_passing(act: Act, acts: Sequence[Act], chunks: Sequence[Chunk]) -> bool:
    """Whether a noun, or what is told of one, names the act beside the one that its sentence is about.

    `mengecam serangan Israel`; `the pact signed by Russia`.
    """
    if act.status not in _TOLD:
        return False
    return _is_of_a_thing(act, chunks) or (_is_noun(act) and any(not _is_noun(other) for other in acts))


def _went_free(act: Act, chunks: Sequence[Chunk]) -> bool:
    """`Lima orang di antaranya sudah dipulangkan`: what became of captives in the meantime."""
    verb = chunks[act.chunk]
    done = isinstance(verb, Verb) and "done" in verb.aux
    return act.type == "RETREAT" and done and all(ref.via == "recalled" for ref in (*act.sources, *act.targets))


def is_said(act: Act) -> bool:
    """`said X must leave by Friday`: the day is of what is wanted, which was said already."""
    return act.status == "happened" and act.type in _SAID and not act.from_noun


def is_single(act: Act, when: When | None) -> bool:
    """Whether an act without any time is one of those that the same seldom do twice to the same in one article."""
    return when is None and act.type in _SINGLE and bool(act.targets) and act.status in _TOLD


def _is_of_a_thing(act: Act, chunks: Sequence[Chunk]) -> bool:
    """`the pact signed by Russia`: a participle after a noun, which tells what is known of a thing, not news."""
    verb, left = chunks[act.chunk], left_of(chunks, act.chunk, "sub")
    is_participle = isinstance(verb, Verb) and not verb.finite and verb.voice == "passive"
    thing = chunks[left] if left >= 0 else None
    involved = act.type == "AGREE" and act.mutual and isinstance(thing, Phrase) and bool(thing.classes & _PACTS)
    return (is_participle or (involved and left < act.chunk - 1)) and isinstance(thing, Phrase)


def _is_noun(act: Act) -> bool:
    return act.from_noun or act.rule.split(".")[1] == "noun"


def _dates_events(find: TimeFind) -> bool:
    """Not every time tells when: `pertama dalam 20 tahun terakhir` is how long, not when."""
    when = find.when
    if when is None or find.kind not in _EVENT_KINDS:
        return False
    if when.first and when.last and find.kind in ("duration", "relative", "range") and not find.is_absolute:
        return (when.last - when.first).days <= _LONGEST
    return True


def _is_closed(chunks: Sequence[Chunk]) -> bool:
    return any(isinstance(chunk, Word) and (chunk.kind in _BOUNDS or chunk.kind == ",") for chunk in chunks)


def _points_back(chunks: Sequence[Chunk]) -> bool:
    """Whether the first phrase of a sentence means what was told before: `negara itu`, `mereka`, `serangan itu`."""
    for chunk in chunks:
        if isinstance(chunk, Verb):
            return False
        if isinstance(chunk, Phrase) and not chunk.prep:
            return chunk.pronoun in _BACK or chunk.det or bool(chunk.anaphor)
    return False


def _clause(act: Act, chunks: Sequence[Chunk], length: int, offset: int) -> tuple[int, int]:
    """Where the act's clause begins and ends in a sentence of `length` characters that begins at `offset`."""
    first, last = 0, length
    for at, chunk in enumerate(chunks):
        if isinstance(chunk, Word) and (chunk.kind in _BOUNDS or "relative" in chunk.functions):
            if at < act.chunk and "complementizer" in chunk.functions:
                continue  # `sebelumnya mengatakan bahwa ...` was told earlier too
            if at < act.chunk:
                first = chunk.item.end - offset
            elif at > act.chunk:
                last = chunk.item.start - offset
                break
    return first, last


def day_of(published: When | None) -> dt.date | None:
    """The day by which offices are judged: the end of the publication interval."""
    return None if published is None else (published.last or published.first)
