"""A report as Markdown with footnotes; the chart is an SVG inside it, so that the file is whole."""

import base64

from pasut.show.report.document import Block, Document, Figure, Heading, Paragraph, Remark, Sentence, Table
from pasut.show.report.render import chart_svg
from pasut.show.screen import clean


def to_markdown(document: Document) -> str:
    """The report with a footnote for every record."""
    numbers = {ref: number for number, ref in enumerate(document.refs(), 1)}
    parts = [f"# {_text(document.title)}", f"*{_text(document.subtitle)}*"]
    parts += [_block(block, numbers) for block in document.blocks]
    notes = [_note(ref, number, document) for ref, number in numbers.items()]
    return "\n\n".join([*parts, "\n".join(notes)]) + "\n"


def _block(block: Block, numbers: dict[str, int]) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_text(block.text)}"
        case Paragraph():
            return " ".join(_sentence(each, numbers) for each in block.sentences)
        case Remark():
            return f"*{_text(block.text)}*"
        case Figure():
            image = base64.b64encode(chart_svg(block.spec).encode()).decode()
            alt = _text(block.text).replace("[", "(").replace("]", ")")
            return f"![{alt}](data:image/svg+xml;base64,{image})\n\n*{_text(block.caption)}* {_text(block.text)}"
        case Table():
            return _table(block, numbers)


def _sentence(sentence: Sentence, numbers: dict[str, int]) -> str:
    return _text(sentence.text) + "".join(f"[^{numbers[ref]}]" for ref in dict.fromkeys(sentence.refs))


def _table(table: Table, numbers: dict[str, int]) -> str:
    lines = [f"*{_text(table.caption)}*", "", _row(table.headings), _row(["---"] * len(table.headings))]
    for row in table.rows:
        marks = "".join(f"[^{numbers[ref]}]" for ref in row.refs)
        lines.append(_row([*row.cells[:-1], row.cells[-1]], marks))
    return "\n".join(lines)


def _row(cells: list[str] | tuple[str, ...], marks: str = "") -> str:
    shown = [_text(cell).replace("|", "\\|") for cell in cells]
    return "| " + " | ".join(shown) + f"{marks} |"


def _note(ref: str, number: int, document: Document) -> str:
    source = document.sources[ref]
    quotes = " · ".join(f"{_text(where)}: “{_text(text)}”" for where, text in source.quotes)
    return f"[^{number}]: `{source.kind} {ref[:10]}` {quotes}"


def _text(text: str) -> str:
    """Text of articles stays text: no tag, no emphasis, no link of its own."""
    out = clean(text).replace("\\", "\\\\").replace("<", "&lt;")
    for sign in ("*", "_", "`", "[", "]"):
        out = out.replace(sign, "\\" + sign)
    return out
