"""The entries of a pack while it is loaded, to which each table of the pack adds what it says of a word."""

import pathlib
from collections.abc import Iterator

from pasut.errors import DataError
from pasut.packs.cut import phrase_words
from pasut.packs.entry import Entry
from pasut.packs.lexicon import Morphology, read_forms, read_frames, variants
from pasut.packs.names import ActorNames
from pasut.packs.pack import Media
from pasut.packs.words import Words
from pasut.tables import cell_list, read_table
from pasut.world.load import World

_PHRASE = 2
"""Words: of a longer phrase the middle is a noun, which may have its modifiers."""
_ACRONYM = 5
"""Letters: a longer acronym looks like no other word."""


class Entries(dict[tuple[str, ...], Entry]):
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


def add_names(entries: Entries, names: ActorNames) -> None:
    """Names of actors; a name of two actors stops with its line."""
    for row in names.rows:
        entry = entries.entry(row.alias)
        if entry.code and entry.code != row.code:
            raise DataError(f"names.tsv:{row.line}: {row.alias!r} stands for {entry.code} already; keep one")
        acronym = row.alias.isupper() and row.alias.isalpha() and len(row.alias) <= _ACRONYM
        entry.caps = acronym and (entry.caps or not entry.code)
        if not entry.code:
            entry.code, entry.alias_kind = row.code, row.kind


def add_persons(entries: Entries, world: World) -> None:
    """The world's persons under all their names."""
    for person in world.persons.values():
        for name in (*person.names, *person.unique):
            entry = entries.entry(name)
            if person.id not in entry.persons:
                entry.persons = (*entry.persons, person.id)


def add_titles(entries: Entries, path: pathlib.Path) -> None:
    """Titles and offices of titles.tsv, in all their numbers."""
    for _, (phrase, kind, office) in read_table(path, ("phrase", "kind", "office")):
        for entry in entries.entries(phrase):
            if not entry.title:
                entry.title, entry.office = kind, office


def add_blocked(entries: Entries, path: pathlib.Path) -> None:
    """Names of blocked.tsv, which hide what they contain."""
    for _, (phrase, kind) in read_table(path, ("phrase", "kind")):
        entry = entries.entry(phrase)
        entry.blocked, entry.with_article = kind, phrase.startswith("The ")


def add_media(entries: Entries, path: pathlib.Path) -> None:
    """Agencies and papers of media.tsv."""
    for _, (alias, name, kind, state) in read_table(path, ("alias", "name", "kind", "state")):
        entries.entry(alias).media = Media(name=name, kind=kind, state=state)


def add_things(entries: Entries, path: pathlib.Path) -> None:
    """Classes of things, of things.tsv."""
    for _, (phrase, kind) in read_table(path, ("phrase", "class")):
        for entry in entries.entries(phrase):
            entry.classes = entry.classes | frozenset(cell_list(kind))


def add_forms(entries: Entries, home: pathlib.Path, language: str) -> None:
    """Verbs and event nouns in all their forms, each with its frame once."""
    frames = read_frames(sorted(home.glob("frames_*.toml")))
    for words, form in read_forms(home, language, frames, entries.forms):
        entry = entries.entry(" ".join(words))
        if form.voice == "noun":
            if all(known.frame.name != form.frame.name for known in entry.nouns):
                entry.nouns = (*entry.nouns, form)
        elif all((known.frame.name, known.voice) != (form.frame.name, form.voice) for known in entry.verbs):
            entry.verbs = (*entry.verbs, form)


def add_functions(entries: Entries, words: Words) -> None:
    """Closed classes of words.toml; what ends an event noun as a preposition is then left to the phrase after it."""
    for name, phrases in words.classes.items():
        for phrase in phrases:
            entry = entries.entry(phrase)
            entry.functions = entry.functions | {name}
    prepositions = (
        {phrase for phrase in words.classes["preposition"]} if words.syntax.clauses == "auxiliaries" else set()
    )
    openers = frozenset(words.classes["preposition"] if words.syntax.modifiers else ())
    for entry in entries.values():
        entry.opens = len(entry.words) > _PHRASE and bool(entry.verbs) and entry.words[-1] in openers
        if len(entry.words) > 1 and entry.nouns and not entry.verbs and entry.words[-1] in prepositions:
            entry.tail = 1
            base = entries.get(entry.words[:-1])
            if base is not None and base.nouns:  # the opposition is people, `opposition to` is not
                entry.classes, entry.title = entry.classes | base.classes, entry.title or base.title
