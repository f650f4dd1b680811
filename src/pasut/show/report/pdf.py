"""A report as PDF, set by Typst, whose compiler and fonts are in its package: the same input gives the same bytes."""

import pathlib
import tempfile

from pasut.errors import ReportError
from pasut.show.report.document import Block, Document, Figure, Heading, Paragraph, Remark, Sentence, Table
from pasut.show.report.render import chart_svg

_PAGE = """#set document(title: {title}, date: none)
#set page(paper: "a4", margin: 2.4cm, numbering: "1")
#set text(lang: "{language}", size: 10.5pt)
#set par(justify: true)
#show heading: set block(above: 1.6em, below: 0.8em)
#show footnote.entry: set text(size: 8pt)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(180)), inset: (x: 4pt, y: 4pt))
"""


def to_pdf(document: Document) -> bytes:
    """The report as a PDF file. Raises ReportError where Typst is not installed or refuses the text."""
    try:
        import typst
    except ImportError as error:
        raise ReportError("PDF needs Typst; install it with: pip install 'pasut[report]'") from error
    with tempfile.TemporaryDirectory(prefix="pasut-") as folder:
        home = pathlib.Path(folder)
        (home / "report.typ").write_text(_source(document, home), encoding="utf-8")
        try:
            return bytes(typst.compile(str(home / "report.typ"), root=folder))
        except RuntimeError as error:
            raise ReportError(f"Typst cannot set the report ({error}); report this as an error of pasut") from error


def _source(document: Document, home: pathlib.Path) -> str:
    parts = [
        _PAGE.format(title=_quoted(document.title), language=document.language),
        f'#align(left, text(size: 20pt, weight: "bold", {_quoted(document.title)}))',
        f'#text(style: "italic", {_quoted(document.subtitle)})',
    ]
    noted: dict[str, int] = {}
    for number, block in enumerate(document.blocks):
        if isinstance(block, Figure):
            (home / f"chart-{number}.svg").write_text(chart_svg(block.spec), encoding="utf-8")
        parts.append(_block(block, document, noted, number))
    return "\n\n".join(parts) + "\n"


def _block(block: Block, document: Document, noted: dict[str, int], number: int) -> str:
    match block:
        case Heading():
            return f"#heading(level: {block.level}, {_quoted(block.text)})"
        case Paragraph():
            return " ".join(_sentence(each, document, noted) for each in block.sentences)
        case Remark():
            return f"#text(size: 9pt, {_quoted(block.text)})"
        case Figure():
            caption = _quoted(f"{block.caption} {block.text}")
            image = f'image("chart-{number}.svg", width: 100%, alt: {_quoted(block.text)})'
            return f"#figure({image}, caption: {caption}, supplement: none, numbering: none)"
        case Table():
            return _table(block, document, noted)


def _sentence(sentence: Sentence, document: Document, noted: dict[str, int]) -> str:
    return f"#{_quoted(sentence.text)}{_marks(sentence.refs, document, noted)}"


def _marks(refs: tuple[str, ...], document: Document, noted: dict[str, int]) -> str:
    return "#super[,]".join(_mark(ref, document, noted) for ref in dict.fromkeys(refs))


def _mark(ref: str, document: Document, noted: dict[str, int]) -> str:
    """The note itself where a record is first cited, afterwards only its number."""
    if ref in noted:
        return f'#footnote(label("n{noted[ref]}"))'
    noted[ref] = len(noted) + 1
    source = document.sources[ref]
    quotes = " · ".join(f"{where}: “{text}”" for where, text in source.quotes)
    return f'#footnote({_quoted(f"{source.kind} {ref[:10]} {quotes}")}) #label("n{noted[ref]}")'


def _table(table: Table, document: Document, noted: dict[str, int]) -> str:
    columns = (
        ", ".join(["auto"] * (len(table.headings) - 2) + ["1fr", "auto"]) if len(table.headings) > 2 else "auto, 1fr"
    )
    head = ", ".join(f"[*#{_quoted(text)}*]" for text in table.headings)
    rows = []
    for row in table.rows:
        marks = _marks(row.refs, document, noted)
        cells = [f"[#{_quoted(text)}]" for text in row.cells[:-1]] + [f"[#{_quoted(row.cells[-1])}{marks}]"]
        rows.append(", ".join(cells))
    body = ",\n".join(rows)
    caption = f'#text(size: 9pt, style: "italic", {_quoted(table.caption)})'
    return f"{caption}\n#text(size: 8.5pt, table(columns: ({columns}), table.header({head}),\n{body}))"


def _quoted(text: str) -> str:
    """A string of Typst: nothing in it is markup."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
