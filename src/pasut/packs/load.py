"""Load a language pack: read its files strictly and compile them into one lookup table of words and phrases."""

import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeVar

import msgspec

from pasut.errors import DataError
from pasut.packs.clean_rules import CleanRules, load_clean_rules
from pasut.packs.details import DetailWords, load_detail_words
from pasut.packs.judging import AssessRule, PartyWords, load_judging
from pasut.packs.lexicon import Form, Morphology, Role, read_forms, read_frames, variants
from pasut.packs.names import ActorNames, load_actor_names
from pasut.packs.pair_rules import PairRule, load_pair_rules
from pasut.packs.time_words import TimeWords, load_time_words
from pasut.records import Record
from pasut.tables import cell_list, read_table
from pasut.tokens import Token, split_enclitics, tokenize
from pasut.world.load import World

FOLDER = pathlib.Path(__file__).parent
PHRASE_WORD = re.compile(r"[^\W\d_]+")
"""A run of letters, which a phrase that begins with it cannot cut."""
_ACRONYM = 5
"""Letters: a longer acronym looks like no other word."""
_T = TypeVar("_T")


class Syntax(Record, frozen=True, forbid_unknown_fields=True):
    """The table [syntax] of words.toml: the single words that the engine's rules turn on."""

    by: str
    of: tuple[str, ...]
    as_: str = msgspec.field(name="as")
    together: tuple[str, ...]
    linking: tuple[str, ...]
    including: tuple[str, ...]
    involving: tuple[str, ...]
    protesting: tuple[str, ...]
    long_ago: tuple[str, ...]
    whether: tuple[str, ...]
    evidence: tuple[str, ...]
    between: str
    places: tuple[str, ...]
    place_after: tuple[str, ...]
    antecedent_places: tuple[str, ...]
    lending: frozenset[str]
    lending_any: frozenset[str]
    receiving: frozenset[str]
    idle: frozenset[str]
    reaching: frozenset[str]
    about: frozenset[str]
    naming: frozenset[str]
    after_quote: frozenset[str]
    causative: frozenset[str]
    factual_causative: tuple[str, ...]
    inclusive_we: frozenset[str]
    inside: frozenset[str]
    against: frozenset[str]
    voice_prefixes: dict[str, str]
    war: tuple[str, ...]
    verb_prepositions: dict[str, Role]
    noun_prepositions: dict[str, Role]
    origin: tuple[str, ...] = ()
    """Words between people and the state they are of: awak kapal asal Filipina."""
    clauses: Literal["affixes", "auxiliaries"] = "affixes"
    """What tells voice and tense: the verb's affixes, or the auxiliaries before it; the latter goes with noun phrases
    whose head is their last word."""
    enclitics: tuple[str, ...] = ()
    """Endings that are words of their own: `'s`."""
    earlier: tuple[str, ...] = ()
    """Words of a clause about acts of no certain day before the news: `sebelumnya`, `telah lama`, `beberapa kali`."""
    also: tuple[str, ...] = ()
    """Words by which a clause goes on with what was told just before: `juga`."""
    led: frozenset[str] = frozenset()
    """Passive verbs whose agent leads the people before them: `dipimpin`, `led`."""
    either: frozenset[str] = frozenset()
    """Words that join two verbs of which neither is said to be so: `mengonfirmasi maupun membantah`."""
    given: frozenset[str] = frozenset()
    """Names of states and cities that are also given names of persons: `Chad`."""
    no_surname: frozenset[str] = frozenset()
    """Words that follow the name of a state or city and are no surname: `Israel Utara`, `Israel Aerospace`."""
    issuing: frozenset[str] = frozenset()
    """Verbs of making a text one's own: `mengesahkan`, `merilis`."""
    issued: frozenset[str] = frozenset()
    """Texts that say what their issuer says: `resolusi`, `pernyataan`."""
    owned_by: frozenset[str] = frozenset()
    """Words between a thing and its owner: `pangkalan milik Rusia`."""
    bare_agent: bool = False
    """Whether the agent of a passive may stand right after it without a preposition."""
    loose_that: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    provoking: frozenset[str] = frozenset()
    entitled: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    namely: frozenset[str] = frozenset()
    consisting: frozenset[str] = frozenset()
    for_example: frozenset[str] = frozenset()
    last_said: bool = False
    """Whether the speaker may stand after what he says: `..., Lavrov said`; `..., said Lavrov`."""
    ditransitive: frozenset[str] = frozenset()
    """Roots that take a receiver and a thing, both bare: `gave Kyiv tanks`."""
    bare_naming: frozenset[str] = frozenset()
    """Roots of `naming` that need no `as`: `called X a threat`."""
    object_of: str = ""
    """The preposition of what an event noun is done to, beside an owner who does it: `X's abduction of Y`."""
    adjective_endings: tuple[str, ...] = ()
    """How an unknown word ends that is no verb after `to`."""
    couples: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Names of several states at once, lower case: `the two koreas`."""
    under: frozenset[str] = frozenset()
    """Prepositions before a demand that the subject is told of: `under pressure`."""
    documents: frozenset[str] = frozenset()
    """What is written or said in somebody's name, and does what he does: `a statement condemning ...`."""
    rulers: frozenset[str] = frozenset()
    """Who rules where they are: `the governments in Kabul and Baghdad`."""
    serving: tuple[str, ...] = ()
    """Prepositions of what an event noun is good for, beside `object_of`."""
    predicating: frozenset[str] = frozenset()
    """Verbs that say what something is: `represents a threat`."""
    charging: frozenset[str] = frozenset()
    """Prepositions of what somebody is accused of, told by a noun: `of attacks`."""
    led_by: tuple[str, ...] = ()
    """What follows the name of a state by a hyphen where that state leads: `US-led`."""
    object_gerund: tuple[str, ...] = ()
    """Prepositions after which an act is that of the object: `praised X for sending`."""


class Words(Record, frozen=True, forbid_unknown_fields=True):
    """words.toml: closed classes, and the lists that keep the guess for unknown verbs honest."""

    classes: dict[str, tuple[str, ...]]
    not_verbs: dict[str, tuple[str, ...]]
    adverbs: dict[str, tuple[str, ...]]
    syntax: Syntax


class Media(Record, frozen=True):
    """A news agency, state medium, newspaper or broadcaster."""

    name: str
    kind: str
    state: str


class Entry(msgspec.Struct, gc=False):
    """All that one word or phrase of the pack may be; the coder picks by case and neighbours."""

    words: tuple[str, ...]
    code: str = ""
    alias_kind: str = ""
    caps: bool = False
    """Whether the name is an acronym that only capitals tell from a word: SADR and Sadr, US and us."""
    persons: tuple[str, ...] = ()
    title: str = ""
    """Kind of title: person, organ, force, people, company, territory; empty when none."""
    office: str = ""
    verbs: tuple[Form, ...] = ()
    nouns: tuple[Form, ...] = ()
    classes: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    media: Media | None = None
    blocked: str = ""
    with_article: bool = False
    """Whether what is blocked begins with an article that has a capital: The Australian, not the Australian army."""
    tail: int = 0
    """How many of its last words are looked at but not taken: the preposition of the event noun `visit to`."""


class Lexeme(msgspec.Struct, gc=False):
    """All entries that begin with one word: alone, and longer phrases by their second word, longest first."""

    single: Entry | None
    longer: Mapping[str, tuple[Entry, ...]]


_NO_PHRASES: Mapping[str, tuple[Entry, ...]] = MappingProxyType({})
"""One for all words that begin no phrase, most of them."""


class Pack(msgspec.Struct):
    """A compiled language pack; immutable by convention, shared by all articles."""

    language: str
    name: str
    version: str
    lexicon: Mapping[str, Lexeme]
    """First word, lower case, to all that begins with it."""
    aliases: Mapping[str, str]
    """Casefolded name to actor code."""
    display: Mapping[str, str]
    """Actor code to the name this language uses first."""
    not_verbs: frozenset[str]
    adverbs: frozenset[str]
    syntax: Syntax
    assess: tuple[AssessRule, ...]
    parties: PartyWords
    """By which words the parties of a judged relation are found."""
    assess_heads: Mapping[str, Mapping[str, tuple[str, ...]]]
    """First word, then second (the first again where there is none), to the phrases of `assess` that begin so."""
    time: TimeWords
    clean: CleanRules
    common: frozenset[str]
    """Ordinary lower-case words, to split glued tokens by."""
    names: frozenset[str]
    """Every single word of a name, lower case."""
    pair: tuple[PairRule, ...]
    """Turns of phrase that decide the pair task."""
    shorts: Mapping[str, tuple[str, ...]]
    """Short name of a person as written (`Kim`, `Lavrov`) to the ids of those who bear it."""
    details: DetailWords | None
    """What the coder needs to fill in contexts, quantities and places; None where the pack has none yet."""


class Header(Record, frozen=True, forbid_unknown_fields=True):
    """pack.toml: what the pack is, and how its words change."""

    language: str
    name: str
    version: str
    forms: Morphology = "affixes"
    known_by: frozenset[str] = frozenset()
    """Frequent words that no other language of news has, by which a text is known without the model of languages."""


class _Entries(dict[tuple[str, ...], Entry]):
    """The entries of a pack while it is loaded, and how its words are cut and changed."""

    def __init__(self, forms: Morphology, enclitics: tuple[str, ...]) -> None:
        super().__init__()
        self.forms, self.enclitics = forms, enclitics
        self._cuts_letters = any(ending.isalpha() for ending in enclitics)

    def entry(self, phrase: str) -> Entry:
        """The entry of a phrase, made when it is first asked for."""
        words = self._words(phrase)
        found = self.get(words)
        if found is None:
            found = self[words] = Entry(words)
        return found

    def _words(self, phrase: str) -> tuple[str, ...]:
        if not self._cuts_letters and phrase.isascii() and phrase.replace(" ", "").isalpha():
            return tuple(phrase.lower().split())  # what cutting gives, in a fifth of the time; most phrases are so
        return tuple(phrase_words(phrase, self.enclitics))

    def entries(self, phrase: str) -> Iterator[Entry]:
        """The entries of a noun phrase in all its numbers."""
        for each in variants(phrase, self.forms):
            yield self.entry(each)


def available() -> tuple[str, ...]:
    """The languages that have a pack."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/pack.toml")))


def load_pack(language: str, world: World, folder: pathlib.Path = FOLDER) -> Pack:
    """Read and compile the pack of a language. Raises DataError with file and line when a file is wrong."""
    home = folder / language
    if not (home / "pack.toml").is_file():
        raise DataError(f"no pack for language {language!r}; there are {', '.join(available())}")
    header = read_header(home)
    words = _decode(home / "words.toml", Words)
    assess, parties = load_judging(home / "assess.toml")
    entries = _Entries(header.forms, words.syntax.enclitics)
    names = load_actor_names(language, world, folder)
    _add_names(entries, names)
    _add_persons(entries, world)
    _add_titles(entries, home / "titles.tsv")
    _add_blocked(entries, home / "blocked.tsv")
    _add_media(entries, home / "media.tsv")
    _add_things(entries, home / "things.tsv")
    _add_forms(entries, home, language)
    _add_functions(entries, words)
    return Pack(
        language=header.language,
        name=header.name,
        version=header.version,
        lexicon=_index(entries),
        aliases=names.aliases,
        display=names.display,
        not_verbs=frozenset(words.not_verbs["words"]),
        adverbs=frozenset(words.adverbs["words"]),
        syntax=words.syntax,
        assess=assess,
        parties=parties,
        assess_heads=_heads(phrase for rule in assess for phrase in rule.phrases),
        time=load_time_words(home / "time.toml"),
        clean=load_clean_rules(home / "clean.toml"),
        common=_common(entries),
        names=_names(entries),
        pair=load_pair_rules(home / "pair.toml"),
        shorts=_shorts(world),
        details=load_detail_words(language, folder),
    )


def known_words(folder: pathlib.Path = FOLDER) -> dict[str, frozenset[str]]:
    """The words by which each language with a pack is known."""
    return {language: read_header(folder / language).known_by for language in available()}


def read_header(home: pathlib.Path) -> Header:
    """The pack.toml of a pack's folder."""
    return _decode(home / "pack.toml", Header)


def _decode(path: pathlib.Path, kind: type[_T]) -> _T:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(f"{path.name}: {error}") from error


def phrase_words(phrase: str, enclitics: tuple[str, ...] = ()) -> Iterator[str]:
    """The words of a phrase, lower case, cut as the coder cuts a text."""
    for token in cut_words(phrase, enclitics):
        yield token.low


def cut_words(text: str, enclitics: tuple[str, ...]) -> list[Token]:
    """The tokens of a text, with the enclitics of its language as tokens of their own."""
    tokens = tokenize(text)
    return split_enclitics(tokens, enclitics) if enclitics else tokens


def _add_names(entries: _Entries, names: ActorNames) -> None:
    for row in names.rows:
        entry = entries.entry(row.alias)
        if entry.code and entry.code != row.code:
            raise DataError(f"names.tsv:{row.line}: {row.alias!r} stands for {entry.code} already; keep one")
        acronym = row.alias.isupper() and row.alias.isalpha() and len(row.alias) <= _ACRONYM
        entry.caps = acronym and (entry.caps or not entry.code)
        if not entry.code:
            entry.code, entry.alias_kind = row.code, row.kind


def _add_persons(entries: _Entries, world: World) -> None:
    for person in world.persons.values():
        for name in (*person.names, *person.unique):
            entry = entries.entry(name)
            if person.id not in entry.persons:
                entry.persons = (*entry.persons, person.id)


def _add_titles(entries: _Entries, path: pathlib.Path) -> None:
    for _, (phrase, kind, office) in read_table(path, ("phrase", "kind", "office")):
        for entry in entries.entries(phrase):
            if not entry.title:
                entry.title, entry.office = kind, office


def _add_blocked(entries: _Entries, path: pathlib.Path) -> None:
    for _, (phrase, kind) in read_table(path, ("phrase", "kind")):
        entry = entries.entry(phrase)
        entry.blocked, entry.with_article = kind, phrase.startswith("The ")


def _add_media(entries: _Entries, path: pathlib.Path) -> None:
    for _, (alias, name, kind, state) in read_table(path, ("alias", "name", "kind", "state")):
        entries.entry(alias).media = Media(name=name, kind=kind, state=state)


def _add_things(entries: _Entries, path: pathlib.Path) -> None:
    for _, (phrase, kind) in read_table(path, ("phrase", "class")):
        for entry in entries.entries(phrase):
            entry.classes = entry.classes | frozenset(cell_list(kind))


def _add_forms(entries: _Entries, home: pathlib.Path, language: str) -> None:
    frames = read_frames(sorted(home.glob("frames_*.toml")))
    for words, form in read_forms(home, language, frames, entries.forms):
        entry = entries.entry(" ".join(words))
        if form.voice == "noun":
            if all(known.frame.name != form.frame.name for known in entry.nouns):
                entry.nouns = (*entry.nouns, form)
        elif all((known.frame.name, known.voice) != (form.frame.name, form.voice) for known in entry.verbs):
            entry.verbs = (*entry.verbs, form)


def _add_functions(entries: _Entries, words: Words) -> None:
    for name, phrases in words.classes.items():
        for phrase in phrases:
            entry = entries.entry(phrase)
            entry.functions = entry.functions | {name}
    prepositions = (
        {phrase for phrase in words.classes["preposition"]} if words.syntax.clauses == "auxiliaries" else set()
    )
    for entry in entries.values():
        if len(entry.words) > 1 and entry.nouns and not entry.verbs and entry.words[-1] in prepositions:
            entry.tail = 1
            base = entries.get(entry.words[:-1])
            if base is not None:
                entry.classes, entry.title = entry.classes | base.classes, entry.title or base.title


def _index(entries: Mapping[tuple[str, ...], Entry]) -> dict[str, Lexeme]:
    longer: dict[str, dict[str, list[Entry]]] = {}
    for words, entry in entries.items():
        if words:
            seconds = longer.setdefault(words[0], {})
            if len(words) > 1:
                seconds.setdefault(words[1], []).append(entry)
    return {
        first: Lexeme(
            entries.get((first,)),
            {
                second: tuple(sorted(found, key=lambda e: -len(e.words)) if len(found) > 1 else found)
                for second, found in seconds.items()
            }
            or _NO_PHRASES,
        )
        for first, seconds in longer.items()
    }


def _heads(phrases: Iterable[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    heads: dict[str, dict[str, tuple[str, ...]]] = {}
    for phrase in phrases:
        words = PHRASE_WORD.findall(phrase)
        seconds, second = heads.setdefault(words[0], {}), words[min(1, len(words) - 1)]
        for key in (second, f"{second}nya") if len(words) == 2 else (second,):  # the last word may bear -nya
            seconds[key] = (*seconds.get(key, ()), phrase)
    return heads


def _common(entries: Mapping[tuple[str, ...], Entry]) -> frozenset[str]:
    return frozenset(
        word
        for words, entry in entries.items()
        for word in words
        if len(words) == 1 and not entry.code and not entry.persons
    )


def _names(entries: Mapping[tuple[str, ...], Entry]) -> frozenset[str]:
    return frozenset(
        word for words, entry in entries.items() if entry.code or entry.persons for word in words if len(word) > 3
    )


def _shorts(world: World) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for person in world.persons.values():
        for short in person.short:
            found.setdefault(short, []).append(person.id)
    return {short: tuple(ids) for short, ids in found.items()}
