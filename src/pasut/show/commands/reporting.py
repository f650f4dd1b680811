"""Commands that write: `report`."""

import pathlib
import sys
from typing import Annotated, Literal

import typer

from pasut.errors import PasutError
from pasut.pipeline import Kit
from pasut.show.days import first_day, last_day
from pasut.show.names import Names
from pasut.show.options import AsOf, Language, OneActor, Since, StorePath, Until, labels, opened_store
from pasut.show.report.document import Document
from pasut.show.report.html import to_html
from pasut.show.report.markdown import to_markdown
from pasut.show.report.material import gather_material
from pasut.show.report.pdf import to_pdf
from pasut.show.report.word import to_docx
from pasut.show.report.writer import write_report

ReportFormat = Literal["md", "html", "pdf", "docx"]


def report(
    a: OneActor,
    b: OneActor,
    form: Annotated[ReportFormat, typer.Option("--format", help="Form of the report.")] = "md",
    output: Annotated[
        pathlib.Path | None, typer.Option("--output", "-o", help="File to write; else standard output.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
) -> None:
    """Write a sourced backgrounder on two actors.

    Every sentence carries the numbers of the records it rests on, and these the sentences of the articles.
    """
    words, kit = labels(lang), Kit()
    names = Names(kit)
    with opened_store(store) as opened:
        dyad = names.resolve(a), names.resolve(b)
        material = gather_material(
            opened, dyad, kit, words, since=first_day(since), until=last_day(until), as_of=last_day(as_of)
        )
    _write(_rendered(write_report(material, names, words), form), output)


def _rendered(document: Document, form: ReportFormat) -> bytes:
    match form:
        case "md":
            return to_markdown(document).encode()
        case "html":
            return to_html(document).encode()
        case "pdf":
            return to_pdf(document)
        case "docx":
            return to_docx(document)


def _write(data: bytes, output: pathlib.Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise PasutError(f"{output}: cannot be written ({error.strerror}); name another file with -o") from error
