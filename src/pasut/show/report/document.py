"""The parts of a report, whatever it is written to: headings, sentences with their records, tables, figures, notes."""

from collections.abc import Iterator, Mapping

from pasut.records import Record


class Sentence(Record, frozen=True):
    """One statement of fact, with the ids of the records it rests on."""

    text: str
    refs: tuple[str, ...]


class Heading(Record, frozen=True):
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


class Paragraph(Record, frozen=True):
    """Sentences that are read together."""

    sentences: tuple[Sentence, ...]


class Remark(Record, frozen=True):
    """What the program says of itself: a method, a limit. It states nothing of the world, so it has no records."""

    text: str


class TableRow(Record, frozen=True):
    """Cells, and the records they rest on."""

    cells: tuple[str, ...]
    refs: tuple[str, ...]


class Table(Record, frozen=True):
    """A table with a caption."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Figure(Record, frozen=True):
    """A chart as a Vega-Lite specification, its data inside; `text` says in words what it shows."""

    caption: str
    text: str
    spec: Mapping[str, object]
    refs: tuple[str, ...]


Block = Heading | Paragraph | Remark | Table | Figure


class Source(Record, frozen=True):
    """What a record rests on, as a note shows it."""

    ref: str
    """Id of an event, claim, assessment or letter."""
    kind: str
    """event, claim, assessment or letter."""
    quotes: tuple[tuple[str, str], ...]
    """(where, sentence): publisher and date, and the sentence of the article."""


class Document(Record, frozen=True):
    """A whole report."""

    title: str
    subtitle: str
    language: str
    blocks: tuple[Block, ...]
    sources: Mapping[str, Source]
    """By record id: all that the blocks refer to."""

    def refs(self) -> Iterator[str]:
        """The record ids of all blocks in reading order, each once: the n-th has note n."""
        seen: dict[str, None] = {}
        for block in self.blocks:
            for ref in refs_of(block):
                seen.setdefault(ref, None)
        yield from seen


def refs_of(block: Block) -> tuple[str, ...]:
    """The record ids of one block, in order."""
    match block:
        case Paragraph():
            return tuple(ref for sentence in block.sentences for ref in sentence.refs)
        case Table():
            return tuple(ref for row in block.rows for ref in row.refs)
        case Figure():
            return block.refs
        case _:
            return ()
