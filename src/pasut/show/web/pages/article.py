"""An article: its text with all that was coded from it marked, its head, what was cut, how it was dated, its copies."""

from collections.abc import Iterator, Sequence

import msgspec.structs

from pasut.records import Article, Assessment, Claim, Coding, Problem
from pasut.show.article import article_head, cut_view, dating_view
from pasut.show.copies import copies_view
from pasut.show.line import HEADINGS, who
from pasut.show.table import Row, View
from pasut.show.web.asked import Asked
from pasut.show.web.facts import Fact, fact, filled
from pasut.show.web.marking import Mark, Segment, cut_segments, paragraph_spans
from pasut.show.web.naming import web_address
from pasut.show.web.page import Link, Moved, Page, Section
from pasut.show.web.pages.claim import lines_view
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.store import Line

CLAIM_LINKS = ((0, "/claims/{id}"), (len(HEADINGS), "/claims/{id}"))
COPY_LINKS = (
    (0, "/articles/{root}"),
    (1, "/articles/{article}"),
    (5, "/articles/{original}"),
    (6, "/articles/{article}"),
)


def article(site: Site, asked: Asked) -> Page:
    """Everything about an article."""
    found = site.store.article(asked.names["id"])
    if found.id != asked.names["id"]:
        raise Moved(f"/articles/{found.id}{asked.url()[len(asked.path) :]}")
    coding, words = site.store.coding(found.id), asked.words
    lines = site.store.lines_of([claim.id for claim in coding.claims])
    sections = (
        Section(name="claims", view=numbered_claims(lines, asked), links=CLAIM_LINKS),
        Section(name="assessments", view=_assessments(coding, asked)),
        Section(name="copies", view=copies_view(site.store.copies([found.id]), words), links=COPY_LINKS),
        Section(name="dating", view=dating_view(found, words)),
        Section(name="cut", view=cut_view(found, words)),
        Section(name="problems", view=_problems(found.problems + coding.problems, asked)),
    )  # fmt: skip
    return Page(
        title=found.title or found.key,
        template="article",
        crumbs=(Link(text=asked.terms("article.all"), url="/articles"),),
        sections=tuple(each for each in sections if each.view.rows or each.name in ("claims", "cut", "dating")),
        data={
            "article": found,
            "head": filled(_head(found, coding, asked)),
            "outside": web_address(found.url),
            "paragraphs": marked_article(found, coding, asked),
            "legend": tuple((kind, asked.terms(f"mark.{kind}")) for kind in _kinds(coding)),
        },
        record=_record(found, coding),
    )


def marked_article(
    found: Article, coding: Coding, asked: Asked
) -> tuple[tuple[tuple[int, ...], tuple[Segment, ...]], ...]:
    """Each paragraph, the title first: where the sentences with claims begin in it, and its segments."""
    marks = list(_marks(coding, asked))
    starts = sorted({claim.sentence.start for claim in coding.claims})
    return tuple(
        (
            tuple(start for start in starts if span.start <= start < max(span.end, span.start + 1)),
            cut_segments(found.text, marks, start=span.start, end=span.end),
        )
        for span in paragraph_spans(found)
    )


def _marks(coding: Coding, asked: Asked) -> Iterator[Mark]:
    """Sentences that gave claims, and the words that made each claim and assessment, numbered as in the lists."""
    for sentence in dict.fromkeys(claim.sentence for claim in coding.claims):
        yield Mark(start=sentence.start, end=sentence.end, kind="told")
    for number, claim in enumerate(coding.claims, 1):
        yield Mark(start=claim.trigger.start, end=claim.trigger.end, kind="claim", label=str(number),
                   url=f"/claims/{claim.id}", title=_gist(claim, asked))  # fmt: skip
    for number, each in enumerate(coding.assessments, 1):
        yield Mark(start=each.trigger.start, end=each.trigger.end, kind="assessment", label=f"A{number}",
                   url="#assessments", title=_judgement(each, asked))  # fmt: skip


def _gist(claim: Claim, asked: Asked) -> str:
    words = asked.words
    return f"{who(claim)}: {words.act(claim.type, claim.mode)}, {words.labels.status[claim.status]}"


def _judgement(each: Assessment, asked: Asked) -> str:
    return f"{' – '.join(each.dyad)}: {asked.words.labels.direction[each.direction]}"


def _kinds(coding: Coding) -> Iterator[str]:
    if coding.claims:
        yield from ("told", "claim")
    if coding.assessments:
        yield "assessment"


def _head(found: Article, coding: Coding, asked: Asked) -> Iterator[Fact]:
    for name, value in article_head(found, coding, asked.words):
        if name == "source":
            value = value.replace("\\", "/").rpartition("/")[2]  # its folder is nobody's business on a network
        yield fact(asked.words.phrase(name), value)


def numbered_claims(lines: Sequence[Line], asked: Asked) -> View:
    """The claims as lines of a chronology, under the numbers that they have in the text."""
    view = lines_view(asked, asked.terms("article.claims_here"), lines)
    rows = (
        msgspec.structs.replace(row, cells=(asked.words.number(number), *row.cells))
        for number, row in enumerate(view.rows, 1)
    )
    headings = (*asked.words.headings("number"), *view.headings)
    return msgspec.structs.replace(view, rows=tuple(rows), headings=headings, long=HEADINGS.index("sentence") + 1)


def _assessments(coding: Coding, asked: Asked) -> View:
    words = asked.words
    rows = tuple(
        Row(
            cells=(f"A{number}", " – ".join(each.dyad), words.labels.direction[each.direction],
                   words.listed_speakers(each.speaker) or words.phrase("itself"), words.date(each.when),
                   each.sentence_text),
            record={"id": each.id, "a": each.dyad[0], "b": each.dyad[1], "direction": each.direction,
                    "speaker": list(each.speaker), "date": each.when.text() if each.when else None,
                    "rule": each.rule, "sentence": each.sentence_text},
        )
        for number, each in enumerate(coding.assessments, 1)
    )  # fmt: skip
    return View(
        title=words.phrase("assessments"),
        headings=words.headings("number", "between", "judgement", "judge", "date", "sentence"),
        rows=rows,
        fields=("id", "a", "b", "direction", "speaker", "date", "rule", "sentence"),
        long=5,
    )


def _problems(found: Sequence[Problem], asked: Asked) -> View:
    return View(
        title=asked.terms("article.problems"),
        headings=asked.words.headings("kind", "line", "found"),
        rows=tuple(
            Row(cells=(asked.words.labels.problem[each.kind], each.where, asked.words.prose("problem", each.what)),
                record={"kind": each.kind, "where": each.where, "what": each.what})
            for each in found
        ),
        fields=("kind", "where", "what"),
        long=2,
    )  # fmt: skip


def _record(found: Article, coding: Coding) -> dict[str, object]:
    published = found.published.text() if found.published else None
    return {
        "id": found.id, "key": found.key, "language": found.language, "title": found.title,
        "publisher": found.publisher, "published": published, "url": found.url, "dateline": found.dateline,
        "wire": found.wire, "byline": found.byline, "text": found.text,
        "claims": [each.id for each in coding.claims], "assessments": [each.id for each in coding.assessments],
    }  # fmt: skip


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(
        path="/articles/{id}",
        make=article,
        about="An article: its text, its claims and assessments, what was cut, how it was dated, its copies.",
    ),
)
