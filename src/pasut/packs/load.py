"""Load a language pack: read its files strictly and compile them into one lookup table of words and phrases."""

import pathlib
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from pasut.errors import DataError
from pasut.packs.clean_rules import load_clean_rules
from pasut.packs.details import load_detail_words
from pasut.packs.entries import (
    Entries,
    add_blocked,
    add_forms,
    add_functions,
    add_media,
    add_names,
    add_persons,
    add_things,
    add_titles,
)
from pasut.packs.entry import Entry, Lexeme
from pasut.packs.judging import AssessRule, load_judging
from pasut.packs.lexicon import Morphology
from pasut.packs.names import load_actor_names
from pasut.packs.pack import Pack
from pasut.packs.pair_rules import load_pair_rules
from pasut.packs.time_words import load_time_words
from pasut.packs.words import Words
from pasut.records import Record
from pasut.world.load import World

FOLDER = pathlib.Path(__file__).parent
PHRASE_WORD = re.compile(r"[a-z]++(?![^\W\d_])|[^\W\d_]+")
"""A run of letters, which a phrase that begins with it cannot cut; plain letters, most of all, are looked for first."""
_T = TypeVar("_T")
_NO_PHRASES: dict[str, tuple[Entry, ...]] = {}
"""One for all words that begin no phrase, most of them."""


class Header(Record, frozen=True, forbid_unknown_fields=True):
    """pack.toml: what the pack is, and how its words change."""

    language: str
    name: str
    version: str
    forms: Morphology = "affixes"
    known_by: frozenset[str] = frozenset()
    """Frequent words that no other language of news has, by which a text is known without the model of languages."""


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
    entries = Entries(header.forms, words.syntax.enclitics)
    names = load_actor_names(language, world, folder)
    add_names(entries, names)
    add_persons(entries, world)
    add_titles(entries, home / "titles.tsv")
    add_blocked(entries, home / "blocked.tsv")
    add_media(entries, home / "media.tsv")
    add_things(entries, home / "things.tsv")
    add_forms(entries, home, language)
    add_functions(entries, words)
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
        assess_rules=_rules_of(assess),
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


def _rules_of(rules: Iterable[AssessRule]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, rule in enumerate(rules):
        for phrase in rule.phrases:
            found[phrase] = (*found.get(phrase, ()), number)
    return found


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
