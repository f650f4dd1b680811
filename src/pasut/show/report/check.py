"""The writer's own check: nothing goes out that does not lead to a record."""

from pasut.errors import ReportError
from pasut.show.report.document import Block, Document, Figure, Paragraph, Table


def check_document(document: Document) -> Document:
    """The document as it is. Raises ReportError that names what has no record, or one that is not known."""
    faults = [fault for block in document.blocks for fault in _faults(block, document)]
    if faults:
        shown = "; ".join(faults[:3])
        raise ReportError(
            f"{len(faults)} parts of the report lead to no record ({shown}); report this as an error of pasut"
        )
    return document


def _faults(block: Block, document: Document) -> list[str]:
    parts: list[tuple[str, tuple[str, ...]]] = []
    match block:
        case Paragraph():
            parts = [(sentence.text, sentence.refs) for sentence in block.sentences]
        case Table():
            parts = [(" | ".join(row.cells), row.refs) for row in block.rows]
        case Figure():
            parts = [(block.caption, block.refs)]
    return [f"{text[:60]!r}" for text, refs in parts if not refs or any(ref not in document.sources for ref in refs)]
