"""Where two packs part: names, frames and words that one has otherwise than the other.

`python quality/symmetry.py` lays the Indonesian and the English pack side by side and lists names of actors that lead
to different codes, codes that only one pack can name, frames of one name that differ in type, and pairs of words of the
same meaning (quality/glosses.tsv) that tell different types of events.
"""

import pathlib
import sys
from collections.abc import Iterator, Mapping

from pasut.packs.entry import Entry, Form
from pasut.packs.frame import Frame
from pasut.packs.lexicon import read_frames
from pasut.packs.load import FOLDER, load_pack
from pasut.packs.names import load_actor_names
from pasut.packs.pack import Pack
from pasut.tables import read_table
from pasut.world.load import World, load_world

ONE, OTHER = "id", "en"
GLOSSES = pathlib.Path(__file__).parent / "glosses.tsv"
"""Words of both languages that mean the same; compiled from general knowledge of them."""


def main() -> int:
    """Print what differs; fails where something does."""
    world = load_world()
    packs = {language: load_pack(language, world) for language in (ONE, OTHER)}
    found = [*names_apart(world), *codes_apart(world), *frames_apart(), *words_apart(packs)]
    print("\n".join(found) or "the packs mirror each other")
    return bool(found)


def names_apart(world: World) -> Iterator[str]:
    """Names that both packs have, under different codes."""
    one, other = (_codes(language, world) for language in (ONE, OTHER))
    for alias in sorted(one.keys() & other.keys()):
        if one[alias] != other[alias]:
            yield f"name {alias!r}: {one[alias]} in {ONE}, {other[alias]} in {OTHER}"


def codes_apart(world: World) -> Iterator[str]:
    """Groups and bodies that only one pack has a name for."""
    one, other = (set(_codes(language, world).values()) for language in (ONE, OTHER))
    for code in sorted((one ^ other) - world.states.keys()):
        yield f"code {code}: only {ONE if code in one else OTHER} has a name for it"


def frames_apart() -> Iterator[str]:
    """Frames of the same name that tell another type of event."""
    one, other = (read_frames(sorted((FOLDER / language).glob("frames_*.toml"))) for language in (ONE, OTHER))
    for name in sorted(one.keys() & other.keys()):
        told = _types(one[name]), _types(other[name])
        if all(told) and not told[0] & told[1]:
            yield f"frame {name}: {sorted(told[0])} in {ONE}, {sorted(told[1])} in {OTHER}"


def words_apart(packs: Mapping[str, Pack]) -> Iterator[str]:
    """Pairs of glosses.tsv of which one tells a type of event that the other cannot tell."""
    for _, (one, other) in read_table(GLOSSES, (ONE, OTHER)):
        told = [_told(packs[language], words) for language, words in ((ONE, one), (OTHER, other))]
        if not told[0] & told[1] and told[0] | told[1]:
            yield f"words {one!r}: {sorted(told[0])}, {other!r}: {sorted(told[1])}"


def _codes(language: str, world: World) -> dict[str, str]:
    return {row.alias.casefold(): row.code for row in load_actor_names(language, world).rows}


def _types(frame: Frame) -> set[str]:
    return {each for each in (frame.type, *(sense.type for sense in frame.senses)) if each is not None}


def _told(pack: Pack, words: str) -> set[str]:
    return {each for form in forms_of(pack, words) for each in _types(form.frame)}


def forms_of(pack: Pack, words: str) -> list[Form]:
    """The readings of a word or phrase in a pack. Raises SystemExit where the pack has no such word."""
    parts = tuple(words.split())
    first = pack.lexicon.get(parts[0])
    found: list[Entry] = []
    if first is not None and len(parts) == 1 and first.single is not None:
        found.append(first.single)
    elif first is not None and len(parts) > 1:
        found.extend(entry for entry in first.longer.get(parts[1], ()) if entry.words == parts)
    if not found:
        raise SystemExit(f"{GLOSSES.name}: {words!r} is no entry of the {pack.language} pack; correct or drop its line")
    return [form for entry in found for form in (*entry.verbs, *entry.nouns)]


if __name__ == "__main__":
    sys.exit(main())
