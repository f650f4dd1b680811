"""What every pass of the coder finds in a text, as records: what `pasut parse` shows, and writes as JSON."""

from collections.abc import Iterator, Sequence

from pasut.coder.act import Act
from pasut.coder.code import Sentence
from pasut.coder.dates import day_of
from pasut.coder.item import Item
from pasut.coder.items import Scanner
from pasut.coder.memory import Memory
from pasut.coder.named import count_states
from pasut.coder.parts import Part, read_parts
from pasut.coder.phrases import Chunk, Phrase, Verb, Word
from pasut.coder.refs import Ref
from pasut.coder.scopes import Scope
from pasut.coder.stance import stance_of
from pasut.packs.entry import Form
from pasut.packs.pack import Pack
from pasut.records import Article, Assessment, Claim, Record, When
from pasut.text.times import TimeFind
from pasut.world.load import World

"""Kinds of time that `two days later` counts from."""


class ParsedForm(Record, frozen=True):
    """A verb form or event noun of the lexicon."""

    root: str
    voice: str
    frame: str
    kind: str
    type: str | None
    """The frame's own event type; None where its senses or the governed noun decide."""
    rule: str


class ParsedItem(Record, frozen=True):
    """A word or phrase of the lexicon with all its readings; the later passes choose."""

    text: str
    start: int
    end: int
    actor: str = ""
    via: str = ""
    person: str = ""
    office: str = ""
    title: str = ""
    verbs: tuple[ParsedForm, ...] = ()
    nouns: tuple[ParsedForm, ...] = ()
    classes: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    medium: str = ""
    blocked: str = ""
    """What a name inside it is part of (a sea, a currency), so that it is no actor."""
    time: str = ""
    clitic: bool = False
    """Whether it ends in -nya."""
    known: bool = False


class ParsedChunk(Record, frozen=True):
    """A noun phrase, a verb group, or a little word between them."""

    number: int
    kind: str
    text: str
    preposition: str = ""
    actors: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    pronoun: str = ""
    voice: str = ""
    auxiliaries: tuple[str, ...] = ()


class ParsedClause(Record, frozen=True):
    """A verb with what belongs to it, and the status it takes from what governs it."""

    chunk: int
    verb: str
    voice: str
    frame: str
    subject: str | None
    objects: tuple[str, ...]
    prepositions: tuple[str, ...]
    status: str
    """`skip` where the act is not claimed at all (a purpose, a condition, what is asked for)."""
    governor: str | None
    relation: str


class ParsedScope(Record, frozen=True):
    """A stretch that somebody is said to say."""

    text: str
    speakers: tuple[str, ...]
    medium: tuple[str, ...]
    verb: str | None
    doubt: bool
    """Whether the speech verb keeps its distance (claims, suspects)."""


class ParsedTime(Record, frozen=True):
    """A time expression."""

    text: str
    when: str | None
    kind: str
    basis: str


class ParsedAct(Record, frozen=True):
    """An act with the roles of its frame filled, before dates."""

    rule: str
    trigger: str
    type: str
    mode: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    via: tuple[str, ...]
    """How each actor was reached, sources first."""
    object: str | None
    mutual: bool
    status: str
    speakers: tuple[str, ...]


class ParsedClaim(Record, frozen=True):
    """A claim as it would be stored, but for what only an article gives it."""

    type: str
    mode: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: str
    speaker: tuple[str, ...]
    medium: tuple[str, ...]
    date: str | None
    date_basis: str
    object: str | None
    rule: str


class ParsedAssessment(Record, frozen=True):
    """A judgement of a relation."""

    dyad: tuple[str, str]
    direction: str
    speaker: tuple[str, ...]
    date: str | None
    rule: str


class ParsedSentence(Record, frozen=True):
    """One sentence, pass by pass."""

    text: str
    tokens: tuple[str, ...]
    items: tuple[ParsedItem, ...]
    chunks: tuple[ParsedChunk, ...]
    clauses: tuple[ParsedClause, ...]
    scopes: tuple[ParsedScope, ...]
    times: tuple[ParsedTime, ...]
    acts: tuple[ParsedAct, ...]
    claims: tuple[ParsedClaim, ...]
    assessments: tuple[ParsedAssessment, ...]


class Parse(Record, frozen=True, omit_defaults=False):
    """A text as the coder sees it."""

    language: str
    published: str | None
    headline: bool
    sentences: tuple[ParsedSentence, ...]


def parse_text(text: str, pack: Pack, world: World, *, published: When | None, headline: bool) -> Parse:
    """Run every pass over a text as over an article of its own; sentences remember those before them."""
    text = " ".join(text.split())
    title, paragraphs = (text, ()) if headline else (None, (text,))
    article = Article(
        id="",
        key="",
        language=pack.language,
        title=title,
        paragraphs=paragraphs,
        headline=headline,
        published=published,
    )
    parts, story = read_parts(article, pack)
    memory = Memory(count_states((part.tokens for part in parts), pack))
    memory.story = story
    scanner = Scanner(pack, world, memory, day_of(published))
    sentences = []
    for part in parts:
        memory.step()
        sentences.append(_sentence(part, Sentence(part, article, scanner)))
    shown = published.text() if published else None
    return Parse(language=pack.language, published=shown, headline=headline, sentences=tuple(sentences))


def _sentence(part: Part, sentence: Sentence) -> ParsedSentence:
    claims = sentence.claims()
    return ParsedSentence(
        text=part.text,
        tokens=tuple(token.text for token in part.tokens),
        items=tuple(_item(item) for item in sentence.items),
        chunks=tuple(_chunk(number, chunk) for number, chunk in enumerate(sentence.chunks)),
        clauses=tuple(_clauses(sentence)),
        scopes=tuple(_scope(scope, sentence) for scope in sentence.scopes),
        times=tuple(_time(find, part.text) for find in part.times),
        acts=tuple(_act(act, part) for act in sentence.acts),
        claims=tuple(_claim(claim) for claim in claims),
        assessments=tuple(_assessment(each) for each in sentence.assessments()),
    )


def _item(item: Item) -> ParsedItem:
    return ParsedItem(
        text=item.text,
        start=item.start,
        end=item.end,
        actor=item.code,
        via=item.via,
        person=item.person_id,
        office=item.office,
        title=item.title,
        verbs=tuple(_form(form) for form in item.verbs),
        nouns=tuple(_form(form) for form in item.nouns),
        classes=tuple(sorted(item.classes)),
        functions=tuple(sorted(item.functions)),
        medium=item.media.name if item.media else "",
        blocked=item.blocked,
        time=_day(item.time.when) or "?" if item.time else "",
        clitic=item.nya,
        known=item.known,
    )


def _form(form: Form) -> ParsedForm:
    frame = form.frame
    return ParsedForm(
        root=form.root, voice=form.voice, frame=frame.name, kind=frame.kind, type=frame.type, rule=form.rule
    )


def _chunk(number: int, chunk: Chunk) -> ParsedChunk:
    if isinstance(chunk, Phrase):
        return ParsedChunk(
            number=number,
            kind=chunk.kind,
            text=_text(chunk),
            preposition=chunk.prep,
            actors=_codes(chunk.refs),
            owners=_codes(chunk.owners),
            pronoun=chunk.pronoun,
        )
    if isinstance(chunk, Verb):
        return ParsedChunk(
            number=number,
            kind="verb",
            text=chunk.item.text,
            voice=chunk.voice,
            auxiliaries=tuple(sorted(chunk.aux)),
        )
    return ParsedChunk(number=number, kind=chunk.kind, text=chunk.item.text)


def _clauses(sentence: Sentence) -> Iterator[ParsedClause]:
    links = sentence.links
    for index, chunk in enumerate(sentence.chunks):
        if not isinstance(chunk, Verb):
            continue
        subject, after, stance = links.subject(index), links.after(index), stance_of(index, links)
        governor = None if stance.governor is None else _text(sentence.chunks[stance.governor])
        yield ParsedClause(
            chunk=index,
            verb=chunk.item.text,
            voice=chunk.voice,
            frame=chunk.forms[0].frame.name if chunk.forms else "",
            subject=_text(subject) if subject is not None else None,
            objects=tuple(_text(phrase) for _, phrase in after.objects),
            prepositions=tuple(f"{phrase.prep} {_text(phrase)}" for _, phrase in after.preps),
            status=stance.status,
            governor=governor,
            relation=stance.relation,
        )


def _scope(scope: Scope, sentence: Sentence) -> ParsedScope:
    verb = _text(sentence.chunks[scope.verb]) if scope.verb >= 0 else None
    inside = [chunk for at, chunk in enumerate(sentence.chunks) if scope.first <= at < scope.last and at != scope.verb]
    return ParsedScope(
        text=" ".join(_text(chunk) for chunk in inside),
        speakers=scope.speakers,
        medium=scope.medium,
        verb=verb,
        doubt=scope.doubt,
    )


def _time(find: TimeFind, text: str) -> ParsedTime:
    return ParsedTime(text=text[find.start : find.end], when=_day(find.when), kind=find.kind, basis=find.basis)


def _act(act: Act, part: Part) -> ParsedAct:
    targets = [] if act.mutual else act.targets
    return ParsedAct(
        rule=act.rule,
        trigger=part.text[act.start - part.offset : act.end - part.offset],
        type=act.type,
        mode=act.mode,
        source=_codes(act.sources),
        target=_codes(act.targets),
        via=tuple(ref.via for ref in (*act.sources, *targets)),
        object=act.object,
        mutual=act.mutual,
        status=act.status,
        speakers=act.speakers if act.forced_speakers is None else act.forced_speakers,
    )


def _claim(claim: Claim) -> ParsedClaim:
    return ParsedClaim(
        type=claim.type,
        mode=claim.mode,
        source=tuple(str(actor.code) for actor in claim.source),
        target=tuple(str(actor.code) for actor in claim.target),
        status=claim.status,
        speaker=claim.speaker,
        medium=claim.medium,
        date=_day(claim.when),
        date_basis=claim.when.basis if claim.when else "",
        object=claim.object,
        rule=claim.rule,
    )


def _assessment(each: Assessment) -> ParsedAssessment:
    return ParsedAssessment(
        dyad=each.dyad,
        direction=each.direction,
        speaker=each.speaker,
        date=_day(each.when),
        rule=each.rule,
    )


def _day(when: When | None) -> str | None:
    return when.text() if when else None


def _codes(refs: Sequence[Ref]) -> tuple[str, ...]:
    return tuple(ref.code for ref in refs)


def _text(chunk: Chunk) -> str:
    if isinstance(chunk, Verb | Word):
        return chunk.item.text
    return " ".join(item.text for item in chunk.items)
