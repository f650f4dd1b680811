"""The typed shape of a pack's frames and entries, and the strict reading of its frame and word files."""

import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from pasut.errors import DataError
from pasut.packs import endings, forms
from pasut.packs.entry import Form
from pasut.packs.frame import Bare, Frame, Kind, Role, Sense
from pasut.packs.surface import Surface
from pasut.records import EventType, Record
from pasut.tables import read_table

Morphology = Literal["affixes", "endings"]
"""How words change: by affixes that tell the voice, or by endings that wait for auxiliaries."""


class _SenseRow(Record, frozen=True, forbid_unknown_fields=True):
    """A Sense as a frames file gives it."""

    object: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    to: bool | None = None
    body: bool | None = None
    type: EventType | None = None
    mode: str = ""
    kind: Kind | None = None
    status: str = ""
    subject: Role | None = None
    object_role: Role | None = None
    mutual: bool | None = None
    owned: bool | None = None
    alone: bool = False


class _FrameRow(Record, frozen=True, forbid_unknown_fields=True):
    """A Frame as a frames file gives it, under its name."""

    kind: Kind = "event"
    type: EventType | None = None
    mode: str = ""
    subject: Role = "source"
    object: Role = "target"
    prep: dict[str, Role] = msgspec.field(default_factory=dict)
    mutual: bool = False
    bare: Bare = "agent"
    object_state_only: bool = False
    ahead: bool = False
    bidding: bool = False
    runs_out: bool = False
    status: str = ""
    senses: tuple[_SenseRow, ...] = ()

    def named(self, name: str) -> Frame:
        fields = msgspec.structs.asdict(self)
        senses = tuple([Sense(**msgspec.structs.asdict(sense)) for sense in self.senses])
        return Frame(**fields | {"senses": senses}, name=name)


def read_frames(paths: Iterable[pathlib.Path]) -> dict[str, Frame]:
    """Read every frames file; a frame named twice or an unknown key stops."""
    frames: dict[str, Frame] = {}
    for path in paths:
        try:
            found = msgspec.toml.decode(path.read_bytes(), type=dict[str, _FrameRow])
        except msgspec.DecodeError as error:
            raise DataError(f"{path.name}: {error}; see docs/how/edit-the-lexicon.md") from error
        for name, row in found.items():
            if name in frames:
                raise DataError(f"{path.name}: frame {name!r} is defined twice; rename one")
            frames[name] = row.named(name)
    return frames


def read_forms(
    folder: pathlib.Path, language: str, frames: Mapping[str, Frame], morphology: Morphology = "affixes"
) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Every surface form of every verb and noun row, as (words, Form)."""
    surfaces = _SURFACES[morphology]
    for path in sorted(folder.glob("verbs_*.tsv")):
        for number, (root, shapes, nouns, name) in read_table(path, ("root", "shapes", "nouns", "frame")):
            frame = _frame(frames, name, f"{path.name}:{number}")
            lemma = root.replace("*", "")
            rule = f"{language}.verb.{lemma if morphology == 'affixes' else lemma.replace(' ', '-')}.{name}"
            split = "split" in _list(shapes)
            for surface in surfaces(root, _list(shapes), _list(nouns)):
                yield surface.words, Form(lemma, frame, surface.voice, surface.bare, rule, split)
    for path in sorted(folder.glob("nouns_*.tsv")):
        for number, (noun, name, bare) in read_table(path, ("noun", "frame", "bare")):
            frame = _frame(frames, name, f"{path.name}:{number}")
            rule = f"{language}.noun.{noun.lstrip('=').replace(' ', '-')}.{name}"
            for phrase in variants(noun, morphology):
                yield tuple(phrase.split()), Form(noun.lstrip("="), frame, "noun", bare or frame.bare, rule)


def variants(phrase: str, morphology: Morphology) -> tuple[str, ...]:
    """A noun phrase in all its numbers."""
    return endings.with_plural(phrase) if morphology == "endings" else (phrase,)


def _affixed(root: str, shapes: list[str], nouns: list[str]) -> Iterator[Surface]:
    for shape in shapes:
        yield from forms.verb_forms(root, shape)
    for shape in nouns:
        yield from forms.noun_forms(root, shape)


def _inflected(root: str, shapes: list[str], nouns: list[str]) -> Iterator[Surface]:
    yield from endings.verb_forms(root, tuple(shapes))
    for shape in nouns:
        yield from endings.noun_forms(shape)


_SURFACES: Mapping[Morphology, Callable[[str, list[str], list[str]], Iterator[Surface]]] = {
    "affixes": _affixed, "endings": _inflected,
}  # fmt: skip


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


def _frame(frames: Mapping[str, Frame], name: str, where: str) -> Frame:
    if name not in frames:
        raise DataError(f"{where}: frame {name!r} is in no frames file; add it or correct the name")
    return frames[name]
