"""One article as it was understood: its head and text, what was cut from the page, and how its date was found."""

from rich.padding import Padding
from rich.text import Text

from pasut.records import Article, Coding
from pasut.show.screen import Screen, clean
from pasut.show.table import Row, View
from pasut.show.words import Words


def write_article(article: Article, coding: Coding, words: Words, screen: Screen) -> None:
    """Write head and text of an article."""
    screen.print(Text(clean(article.title or article.key), style="bold"))
    for name, value in article_head(article, coding, words):
        screen.print(Text(f"{words.phrase(name)}: ", style="dim").append(Text(clean(value), style="default")))
    for problem in article.problems + coding.problems:
        screen.print(Text(clean(f"{problem.where}: {words.prose('problem', problem.what)}"), style="yellow"))
    for paragraph in article.paragraphs:
        screen.print(Padding(Text(clean(paragraph)), (1, 0, 0, 0)))


def cut_view(article: Article, words: Words) -> View:
    """What was cut from the page, in its order, each with the reason."""
    return View(
        title=words.phrase("cut", n=len(article.cut)),
        headings=words.headings("line", "reason", "text"),
        rows=tuple(
            Row(
                cells=(words.number(cut.line), words.labels.cut.get(cut.reason, cut.reason), cut.text),
                record={"line": cut.line, "reason": cut.reason, "text": cut.text},
            )
            for cut in article.cut
        ),
        fields=("line", "reason", "text"),
        long=2,
        empty=words.phrase("no_cut"),
    )


def dating_view(article: Article, words: Words) -> View:
    """The clues to the date of publication, and which of them were used."""
    published = words.date(article.published)
    if article.published and article.published.basis:
        published = words.phrase("basis", day=published, basis=words.prose("basis", article.published.basis))
    rows = []
    for clue in article.dating:
        note = words.prose("clue", clue.note)
        note = note if clue.used else f"{note} ({words.phrase('not_used')})"
        when = clue.when.text() if clue.when else None
        kind = words.labels.clue.get(clue.kind, clue.kind)
        quote = words.prose("known", clue.quote) if clue.kind == "event" else clue.quote
        cells = (kind, quote, words.date(clue.when) if clue.when else "", note)
        record = {
            "kind": clue.kind,
            "quote": clue.quote,
            "when": when,
            "note": clue.note,
            "used": str(clue.used).lower(),
        }
        rows.append(Row(cells=cells, record=record))
    return View(
        title=f"{words.phrase('dating')}: {published}",
        headings=words.headings("kind", "quote", "when", "note"),
        rows=tuple(rows),
        fields=("kind", "quote", "when", "note", "used"),
        long=3,
        empty=words.phrase("no_clues"),
    )


def article_head(article: Article, coding: Coding, words: Words) -> list[tuple[str, str]]:
    """(key of a phrase, value) of what is known of an article beside its text."""
    facts = [
        ("published", words.date(article.published)),
        ("publisher", article.publisher or ""),
        ("dateline", article.dateline or ""),
        ("wire", article.wire or ""),
        ("byline", article.byline or ""),
        ("language", words.language_name(article.language)),
        ("source", f"{article.source}:{article.line}" if article.line else article.source),
        ("address", article.url or ""),
        ("coded", words.phrase("coded_count", claims=len(coding.claims), assessments=len(coding.assessments))),
        ("article_id", article.id),
    ]
    return [(name, value) for name, value in facts if value]
