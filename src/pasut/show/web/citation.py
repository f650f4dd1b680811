"""How to cite a page or an article: in words, and as BibTeX, RIS and CSL-JSON."""

import datetime as dt
import re
from typing import Literal

import msgspec

from pasut.records import Record

CitationForm = Literal["text", "bibtex", "ris", "csl"]
ENDINGS: dict[CitationForm, str] = {"text": "txt", "bibtex": "bib", "ris": "ris", "csl": "json"}
MEDIA: dict[CitationForm, str] = {
    "text": "text/plain; charset=utf-8",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl": "application/vnd.citationstyles.csl+json",
}


class Citation(Record, frozen=True):
    """What a reader needs to find it again."""

    key: str
    """Short and without spaces: `pasut-3f2a`."""
    kind: Literal["webpage", "article-newspaper"]
    title: str
    url: str
    author: str = ""
    container: str = ""
    """The publication it stands in."""
    issued: dt.date | None = None
    accessed: dt.date | None = None
    version: str = ""
    note: str = ""


def write_citation(cited: Citation, form: CitationForm) -> str:
    """A citation in one of its forms."""
    return {"text": _text, "bibtex": _bibtex, "ris": _ris, "csl": _csl}[form](cited)


def _text(cited: Citation) -> str:
    year = f" ({cited.issued.isoformat()})" if cited.issued else ""
    parts = [f"{cited.author or cited.container}{year}", cited.title]
    if cited.container and cited.author:
        parts.append(cited.container)
    parts += [part for part in (cited.version, cited.note) if part]
    line = ". ".join(part.strip().rstrip(".") for part in parts if part.strip()) + "."
    seen = f" ({cited.accessed.isoformat()})" if cited.accessed else ""
    return f"{line} {cited.url}{seen}".strip() + "\n"


def _bibtex(cited: Citation) -> str:
    fields = {
        "author": f"{{{_tex(cited.author)}}}" if cited.author else "",
        "title": f"{{{_tex(cited.title)}}}",
        "journal" if cited.kind == "article-newspaper" else "organization": _tex(cited.container),
        "year": f"{cited.issued.year}" if cited.issued else "",
        "date": cited.issued.isoformat() if cited.issued else "",
        "version": _tex(cited.version),
        "note": _tex(cited.note),
        "url": cited.url,
        "urldate": cited.accessed.isoformat() if cited.accessed else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    kind = "article" if cited.kind == "article-newspaper" else "online"
    return "\n".join([f"@{kind}{{{cited.key},", *lines, "}"]) + "\n"


_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: "\\" + sign for sign in "{}$&#_%"}


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in _line(text))


def _ris(cited: Citation) -> str:
    lines = [
        ("TY", "NEWS" if cited.kind == "article-newspaper" else "ELEC"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("T2", cited.container),
        ("PY", f"{cited.issued.year}" if cited.issued else ""),
        ("DA", cited.issued.strftime("%Y/%m/%d") if cited.issued else ""),
        ("ET", cited.version),
        ("N1", cited.note),
        ("UR", cited.url),
        ("Y2", cited.accessed.strftime("%Y/%m/%d") if cited.accessed else ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _csl(cited: Citation) -> str:
    item = {
        "id": cited.key,
        "type": cited.kind,
        "title": cited.title,
        "URL": cited.url,
        "author": [{"literal": cited.author}] if cited.author else None,
        "container-title": cited.container,
        "issued": _csl_date(cited.issued),
        "accessed": _csl_date(cited.accessed),
        "version": cited.version,
        "note": cited.note,
    }
    kept = {name: value for name, value in item.items() if value}
    return msgspec.json.format(msgspec.json.encode([kept]), indent=2).decode() + "\n"


def _csl_date(day: dt.date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _line(text: str) -> str:
    """One line: a line break would begin a new field."""
    return re.sub(r"\s+", " ", re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", text)).strip()
