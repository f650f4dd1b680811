"""The records that pass between the stages: frozen, typed, and nothing but data.

News goes in as a Page, becomes an Article, is coded into Claims and Assessments. Offsets always count characters
in `Article.text`, which is the cleaned title (if any) and paragraphs joined by newlines.
"""

import calendar
import datetime as dt
from typing import Literal, NewType

import msgspec

ActorCode = NewType("ActorCode", str)
"""ISO 3166 alpha-3 code of a state or the short code of a body, with `:Group` after it for an armed group."""

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "alleged", "denied", "planned", "possible", "not_happened"]
Direction = Literal["warming", "cooling", "warm", "cold", "mixed"]
Standing = Literal[
    "asserted", "unanswered", "disputed", "denied", "admitted", "corroborated", "withdrawn"
]  # fmt: skip
"""What the ledger says of a proposition, derived from who said what: see `merge/standing.py`."""


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """Base of all records: frozen, keyword-only, cheap to encode.

    A record is made after all that it holds and never changed, so none is ever in a cycle of references: the garbage
    collector need not look at them. A list of 2,700 events with their claims takes a quarter less time so.
    """


NEWS_DAY = "the day of the article's news"
PUBLICATION = "publication date"
INFERRED_BASES = (NEWS_DAY, PUBLICATION)
"""What a date rests on when the sentence itself gives none."""


class When(Record, frozen=True):
    """A closed interval of days; an open end is None. `basis` says what it rests on."""

    first: dt.date | None
    last: dt.date | None
    basis: str = ""

    @property
    def is_inferred(self) -> bool:
        """Whether no word of the sentence gives it: it is the day of the article's news, or of its publication."""
        return self.basis in INFERRED_BASES

    def text(self) -> str:
        """Write the interval as the codebook does: `2024`, `2024-06`, `2024-06-19`, `2023-09-12/2023-09-17`, `2022/..`.

        >>> When(first=dt.date(2024, 6, 1), last=dt.date(2024, 6, 30)).text()
        '2024-06'
        """
        if self.first is not None and self.first == self.last:
            return self.first.isoformat()
        first, last = _shorten(self.first, end=False), _shorten(self.last, end=True)
        if len(first) == len(last) and first == last:
            return first
        if self.first and self.last and (len(first) != len(last)):
            first, last = _level(self.first, self.last, max(len(first), len(last)))
            if first == last:
                return first
        return f"{first}/{last}"


def _shorten(day: dt.date | None, *, end: bool) -> str:
    if day is None:
        return ".."
    last_of_month = calendar.monthrange(day.year, day.month)[1]
    if (day.month, day.day) == ((12, 31) if end else (1, 1)):
        return f"{day.year:04d}"
    if day.day == (last_of_month if end else 1):
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def _level(first: dt.date, last: dt.date, width: int) -> tuple[str, str]:
    return first.isoformat()[:width], last.isoformat()[:width]


class Problem(Record, frozen=True):
    """Something wrong with one input or article, said so that a person can act on it."""

    where: str
    what: str
    kind: Literal["failed", "near-empty", "skipped", "note"] = "failed"


class Page(Record, frozen=True):
    """One input text exactly as found, before any cleaning."""

    key: str
    """The input's own id, or the file name without its ending: what the scoring export calls `id`."""
    text: str
    source: str
    """Where it was read from: a path, `-` for standard input."""
    line: int | None = None
    """Line number in a JSONL file, 1-based."""
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    """Publication date as given by the input (ISO date or date and time, or YYYY-MM), not yet checked."""
    language: str | None = None


class Cut(Record, frozen=True):
    """A piece of the page that is not news, kept with the reason it was cut."""

    text: str
    reason: str
    """A rule id of the pack's clean.toml, such as `related.label` or `signoff.initials`."""
    line: int
    """1-based line of the page text where it stood."""


class Clue(Record, frozen=True):
    """One thing in a page that tells when it was published."""

    kind: str
    """What it rests on: `given`, `header`, `dateline`, `anniversary`, `birthday`, `office`, `war-year`..."""
    quote: str
    when: When | None
    note: str
    """One sentence that a reader of `pasut show --dating` understands."""
    used: bool = True


class Article(Record, frozen=True):
    """A cleaned page."""

    id: str
    """Hash of the cleaned text."""
    key: str
    language: str
    title: str | None
    paragraphs: tuple[str, ...]
    headline: bool = False
    """Whether the text itself carries the title as a headline; a title given beside the text is not coded."""
    publisher: str | None = None
    url: str | None = None
    published: When | None = None
    dating: tuple[Clue, ...] = ()
    dateline: str | None = None
    wire: str | None = None
    byline: str | None = None
    cut: tuple[Cut, ...] = ()
    source: str = ""
    line: int | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The title, if any, and the paragraphs, joined by newlines: what all offsets count in."""
        head = (self.title,) if self.title else ()
        return "\n".join(head + self.paragraphs)


class Span(Record, frozen=True):
    """Characters `start` to `end` (exclusive) of `Article.text`."""

    start: int
    end: int


class Actor(Record, frozen=True):
    """Who acts or is acted upon, as one sentence names them."""

    code: ActorCode
    span: Span | None = None
    """Where the sentence names it; None where it was carried over from an earlier sentence."""
    person: str | None = None
    office: str | None = None
    via: str = ""
    """How the code was reached: `name`, `capital`, `title`, `person`, `pronoun`, `both`, `nationals`..."""


class PairRelation(Record, frozen=True):
    """What one actor of a sentence does to another, as one of fifteen roots: PLOVER's, CONCEDE and RETREAT as YIELD."""

    root: str
    quad: int
    """1 and 2: cooperation in words and in deeds; 3 and 4: conflict in words and in deeds."""
    score: float
    """Share of what the sentence's words speak for that speaks for this root, 0 to 1."""
    rule: str
    """Id of the lexicon's rule; empty where no word of the sentence is known."""
    words: str
    guessed: bool
    """Whether the clause does not itself join the two, so that words near them decided."""


class Step(Record, frozen=True):
    """One pass's finding about a claim, for `pasut explain`."""

    stage: str
    text: str


class Claim(Record, frozen=True):
    """Who is said to have done what to whom, in one sentence."""

    id: str
    article: str
    sentence: Span
    sentence_text: str
    trigger: Span
    rule: str
    """Stable id of the lexicon entry and frame that made it, such as `id.verb.kirim.send`."""
    type: EventType
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    status: Status
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    """News agencies or media the words came through, outermost first."""
    when: When | None = None
    object: str | None = None
    quantity: str | None = None
    """How much or many: as written, then in brackets as one number, with `>`, `~`... and an ISO 4217 code where it has
    them: `USD 50 juta (= 50000000 USD)`; without brackets where it is vague: `ribuan tentara`."""
    place: str | None = None
    """Where it happened, in the words of the sentence; the dateline for a lead that names no place."""
    refers_to: str | None = None
    """Id of the claim of the same article that this one denies, or of the first one that tells the same act."""
    steps: tuple[Step, ...] = ()
    overrides: tuple[str, ...] = ()
    """Ids of the corrections by a person that changed it."""


class Assessment(Record, frozen=True):
    """How somebody judges the relation of two actors."""

    id: str
    article: str
    sentence: Span
    sentence_text: str
    trigger: Span
    rule: str
    dyad: tuple[ActorCode, ActorCode]
    direction: Direction
    speaker: tuple[str, ...] = ()
    when: When | None = None


class Sentence(Record, frozen=True):
    """A sentence of an article as it is searched for: where it stands, and its words by their roots."""

    span: Span
    roots: str


class Coding(Record, frozen=True):
    """All that was coded from one article."""

    article: str
    claims: tuple[Claim, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    problems: tuple[Problem, ...] = ()


class Proposition(Record, frozen=True):
    """Who is said to have done what to whom, with all the claims that say so or deny it: an entry of the ledger."""

    id: str
    """A readable slug and the beginning of a hash: `prk-rus-aid-arms-1f2e3d4c`."""
    type: EventType
    source: tuple[ActorCode, ...]
    target: tuple[ActorCode, ...]
    standing: Standing
    mode: str | None = None
    when: When | None = None
    """The days of its event; None where it is about what goes on for months."""
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    """Ids of its claims, by date of publication."""
    sources: int = 1
    """Independent sources: near copies of an article count once."""
    affirmed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    said: When | None = None
    """First and last publication date of the articles that tell it."""
    course: tuple[tuple[dt.date, Standing], ...] = ()
    """Its standing from each day of publication on which it changed."""


Conflict = Literal["happening", "number", "date", "actor", "place", "office"]


class Contradiction(Record, frozen=True):
    """Two claims, or a claim and the world's tables, that cannot both be right."""

    kind: Conflict
    is_slip: bool
    """A plain slip, such as a wrong title, and no dispute."""
    values: tuple[str, str]
    """What is said on either side."""
    claims: tuple[str, ...]
    """Ids of one claim for each side; one alone where the world's tables are the other side."""
    event: str | None = None


Action = Literal["reject", "set", "note", "join", "split", "withdraw"]
FIXABLE = ("type", "mode", "status", "source", "target", "speaker", "date", "object", "quantity", "place")
"""Fields of a claim that a person may set."""


class Anchor(Record, frozen=True):
    """Which claim a correction is about, so that it is found again after coding anew, when its id may be another."""

    claim: str
    article: str
    sentence: int
    """Where its sentence begins."""
    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]


class Override(Record, frozen=True):
    """One entry of the log of corrections: it is never changed, only followed by another."""

    id: str
    """Hash of all the rest."""
    at: str
    """When it was made, in UTC: 2025-03-01T12:00:00Z."""
    by: str
    """Who made it."""
    action: Action
    anchor: Anchor | None = None
    """The claim; None for a withdrawal."""
    field: str | None = None
    """What to set: one of FIXABLE."""
    value: str | None = None
    """What to set it to, as written: codes and speakers separated by commas, a date as the codebook writes it."""
    other: Anchor | None = None
    """For join and split: a claim of the other event."""
    note: str | None = None
    withdraws: str | None = None
    """Id of the entry that is taken back."""


class Event(Record, frozen=True):
    """One happening, as all the claims about it tell it: reports are not events."""

    id: str
    """Hash of what makes it this event and no other; unchanged when nothing relevant changed."""
    type: EventType
    source: tuple[ActorCode, ...]
    target: tuple[ActorCode, ...]
    """A mutual act has the same codes, sorted, as source and target."""
    status: Status
    """The firmest that an undenied claim gives it: happened, planned, alleged, possible, else denied, not_happened."""
    standing: Standing
    others: tuple[ActorCode, ...] = ()
    """Further states and bodies in the same acts: an event is of one pair, so a meeting of three is three of them."""
    persons: tuple[str, ...] = ()
    """Ids of those who acted in person, the most often named first."""
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    when: When | None = None
    reported: When | None = None
    """First and last publication date of the articles that tell it."""
    claims: tuple[str, ...] = ()
    """Ids of its claims, by date of publication."""
    articles: tuple[str, ...] = ()
    sources: int = 1
    """Independent sources: near copies of an article count once."""
    affirmed_by: tuple[str, ...] = ()
    """Speakers who say that it happened; the article itself is not listed."""
    denied_by: tuple[str, ...] = ()
    object: str | None = None
    quantity: str | None = None
    place: str | None = None
    proposition: str | None = None
    """Id of the proposition that its claims belong to, where somebody is cited for it or it is in dispute."""

    @property
    def is_mutual(self) -> bool:
        """Whether both sides do it: a meeting, a treaty, trade."""
        return bool(self.source) and set(self.source) == set(self.target)
