"""A report in each form: whole in one file, nothing loaded from elsewhere, hostile text harmless, the same bytes."""

import io
import re

import docx
import msgspec
import pytest

from pasut.show.report.document import Document, Paragraph, Sentence, Source, Table, TableRow
from pasut.show.report.html import to_html
from pasut.show.report.markdown import to_markdown
from pasut.show.report.pdf import to_pdf
from pasut.show.report.word import to_docx

HOSTILE = '<script>alert(1)</script> [x](javascript:y) #pagebreak() "quoted" \\ | *bold* $x$ @label'


@pytest.fixture
def hostile() -> Document:
    return Document(
        title=HOSTILE,
        subtitle=HOSTILE,
        language="en",
        blocks=(
            Paragraph(sentences=(Sentence(text=HOSTILE, refs=("r1",)),)),
            Table(caption=HOSTILE, headings=("a", "b", "c"), rows=(TableRow(cells=(HOSTILE, "x", "y"), refs=("r1",)),)),
        ),
        sources={"r1": Source(ref="r1", kind="event", quotes=((HOSTILE, HOSTILE),))},
    )


def test_markdown_has_a_note_for_every_number(document: Document) -> None:
    text = to_markdown(document)
    cited, given = set(re.findall(r"\[\^(\d+)\](?!:)", text)), set(re.findall(r"^\[\^(\d+)\]:", text, re.M))
    assert cited == given and len(cited) > 20


def test_html_has_a_note_for_every_number_and_loads_nothing(document: Document) -> None:
    page = to_html(document)
    assert set(re.findall(r'href="#note-(\d+)"', page)) == set(re.findall(r'id="note-(\d+)"', page))
    assert "<svg" in page
    loaded = re.findall(r"""(?:src|href|action)\s*=\s*["'](?!#)([^"']*)""", page)
    assert not loaded
    assert not re.search(r"url\(\s*['\"]?http|@import", page)


def test_pdf_and_docx_are_files_of_their_kind(document: Document) -> None:
    assert to_pdf(document).startswith(b"%PDF-")
    read = docx.Document(io.BytesIO(to_docx(document)))
    assert read.paragraphs[0].text == document.title
    assert len(read.inline_shapes) == 1


def test_the_same_report_is_the_same_bytes(document: Document) -> None:
    for form in (to_markdown, to_html, to_pdf, to_docx):
        assert form(document) == form(document), form.__name__


def test_hostile_text_stays_text(hostile: Document) -> None:
    page = to_html(hostile)
    assert "<script>" not in page and "&lt;script&gt;" in page
    marked = to_markdown(hostile)
    assert "<script>" not in marked and r"\[x\](javascript" in marked and "[x](" not in marked
    assert to_pdf(hostile).startswith(b"%PDF-")
    assert HOSTILE in "\n".join(p.text for p in docx.Document(io.BytesIO(to_docx(hostile))).paragraphs)


def test_no_sign_of_a_page_breaks_the_pdf() -> None:
    signs = "".join(map(chr, range(32, 127))) + "“”–—é☃\u00a0"
    document = Document(
        title=signs, subtitle=signs, language="id",
        blocks=(Paragraph(sentences=(Sentence(text=signs, refs=("r",)),)),),
        sources={"r": Source(ref="r", kind="event", quotes=((signs, signs),))},
    )  # fmt: skip
    assert to_pdf(document).startswith(b"%PDF-")
    assert msgspec.json.encode(document)
