"""A report as a Word document, by python-docx; the notes stand at its end, each with its number in the text."""

import datetime as dt
import io
import zipfile

from pasut.errors import ReportError
from pasut.show.report.document import Block, Document, Figure, Heading, Paragraph, Remark, Table
from pasut.show.report.grammar import notes_heading
from pasut.show.report.render import chart_png

_NO_DAY = dt.datetime(1980, 1, 1)
"""What the file says of when it was made: no clock is read, so that the same report is the same bytes."""


def to_docx(document: Document) -> bytes:
    """The report as a .docx file. Raises ReportError where python-docx is not installed."""
    try:
        import docx
    except ImportError as error:
        raise ReportError("Word files need python-docx; install it with: pip install 'pasut[report]'") from error
    numbers = {ref: number for number, ref in enumerate(document.refs(), 1)}
    out = docx.Document()
    out.core_properties.title = document.title
    out.core_properties.author = "pasut"
    out.core_properties.language = document.language
    out.core_properties.created = out.core_properties.modified = _NO_DAY
    out.add_heading(document.title, 0)
    out.add_paragraph(document.subtitle)
    for block in document.blocks:
        _add(out, block, numbers)
    out.add_heading(notes_heading(document.language), 1)
    for ref, number in numbers.items():
        source = document.sources[ref]
        quotes = " · ".join(f"{where}: “{text}”" for where, text in source.quotes)
        out.add_paragraph(f"{number}. {source.kind} {ref[:10]} {quotes}")
    buffer = io.BytesIO()
    out.save(buffer)
    return _timeless(buffer)


def _timeless(written: io.BytesIO) -> bytes:
    """The same file with no time of its own: python-docx stamps each part with the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, _NO_DAY.timetuple()[:6]), old.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _add(out: "docx.document.Document", block: Block, numbers: dict[str, int]) -> None:  # type: ignore[name-defined]  # noqa: F821
    match block:
        case Heading():
            out.add_heading(block.text, block.level - 1)
        case Paragraph():
            paragraph = out.add_paragraph()
            for sentence in block.sentences:
                paragraph.add_run(sentence.text)
                _add_marks(paragraph, sentence.refs, numbers)
                paragraph.add_run(" ")
        case Remark():
            out.add_paragraph().add_run(block.text).italic = True
        case Figure():
            from docx.shared import Cm

            out.add_picture(io.BytesIO(chart_png(block.spec)), width=Cm(16))
            out.add_paragraph(f"{block.caption} {block.text}")
        case Table():
            _add_table(out, block, numbers)


def _add_table(out: "docx.document.Document", block: Table, numbers: dict[str, int]) -> None:  # type: ignore[name-defined]  # noqa: F821
    out.add_paragraph(block.caption)
    table = out.add_table(rows=1, cols=len(block.headings))
    for cell, text in zip(table.rows[0].cells, block.headings, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for row in block.rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row.cells, strict=True):
            cell.text = text
        _add_marks(cells[-1].paragraphs[0], row.refs, numbers)


def _add_marks(paragraph: object, refs: tuple[str, ...], numbers: dict[str, int]) -> None:
    marks = ", ".join(str(numbers[ref]) for ref in dict.fromkeys(refs))
    run = paragraph.add_run(marks)  # type: ignore[attr-defined]
    run.font.superscript = True
