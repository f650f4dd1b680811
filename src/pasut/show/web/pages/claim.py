"""A claim: its sentence in the article with the pieces marked, its record, why it was coded so, what it is part of."""

from collections.abc import Iterable, Iterator, Sequence

from pasut.errors import NotFoundError, UsageError
from pasut.merge.overriding import active_overrides, find_anchored
from pasut.records import FIXABLE, Actor, Article, Claim, Override
from pasut.show.claims import act_of
from pasut.show.explain import actor_said, claim_record, steps_view
from pasut.show.line import FIELDS, HEADINGS, codes, line_row
from pasut.show.overrides import overrides_view
from pasut.show.pieces import Piece, claim_pieces, read_pieces
from pasut.show.table import Row, Value, View
from pasut.show.web.asked import Asked
from pasut.show.web.facts import Fact, detail_facts, fact, filled
from pasut.show.web.marking import Mark, Segment, cut_segments, paragraph_spans
from pasut.show.web.naming import actor_link, crumbs_of, dyad_links, event_said, named_between, speakers_said
from pasut.show.web.page import Link, Moved, Page, Section
from pasut.show.web.pages.correct import correctable
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.store import Line

CLAIM_LINKS = ((len(HEADINGS) - 1, "/claims/{id}"),)


def claim(site: Site, asked: Asked) -> Page:
    """Everything about a claim; one that a person has rejected is shown as it was coded."""
    found, is_rejected = _find(site, asked.names["id"])
    if found.id != asked.names["id"]:
        raise Moved(asked.url().replace(f"/claims/{asked.names['id']}", f"/claims/{found.id}"))
    article = site.store.article(found.article)
    who = named_between(site, asked, codes(found.source), codes(found.target))
    words, log = asked.words, _log_of(site, found)
    paragraphs = marked_paragraphs(site, asked, found, article)
    lines = site.store.lines_of([found.id])
    sections = (
        Section(name="claim", view=lines_view(asked, asked.terms("claim.record"), lines)),
        *_related(site, asked, found),
        *_corrections(site, asked, found, log, is_rejected=is_rejected),
        Section(name="steps", view=steps_view(found, words)),
    )
    return Page(
        title=f"{who}: {words.act(found.type, found.mode)}, {words.labels.status[found.status]}",
        template="claim",
        crumbs=crumbs_of(site, asked, codes(found.source), codes(found.target)),
        sections=tuple(section for section in sections if section.view.rows or section.name == "claim"),
        data={
            "claim": found,
            "article": article,
            "is_rejected": is_rejected,
            "paragraphs": paragraphs,
            "claim_facts": filled(_facts(site, asked, found)),
            "whole": filled(_whole(site, asked, found)),
            "shown": _legend(asked, paragraphs),
            "fields": correctable(found, asked) if asked.may_write else (),
            "standing": active_overrides(log),
        },
        record=_record(site, found, is_rejected=is_rejected),
    )


def marked_paragraphs(site: Site, asked: Asked, found: Claim, article: Article) -> tuple[tuple[Segment, ...], ...]:
    """The paragraphs of the article in which the claim's pieces stand, each as segments."""
    pieces = _pieces(site, found, article)
    marks = [Mark(start=found.sentence.start, end=found.sentence.end, kind="sentence")]
    marks += [_mark(piece, asked) for piece in pieces]
    return tuple(
        cut_segments(article.text, marks, start=span.start, end=span.end)
        for span in paragraph_spans(article)
        if any(span.start <= mark.start < span.end for mark in marks)
    )


def _legend(asked: Asked, paragraphs: Sequence[Sequence[Segment]]) -> tuple[tuple[str, str], ...]:
    """The kinds of marks that stand in some paragraphs, with their names."""
    kinds = dict.fromkeys(kind for segments in paragraphs for segment in segments for kind in segment.kinds)
    return tuple((kind, asked.terms(f"mark.{kind}")) for kind in kinds)


def _mark(piece: Piece, asked: Asked) -> Mark:
    label = asked.terms(f"mark.{piece.role}")
    return Mark(start=piece.span.start, end=piece.span.end, kind=piece.role, label=label)


def _pieces(site: Site, found: Claim, article: Article) -> tuple[Piece, ...]:
    pack = site.kit.pack(article.language)
    return claim_pieces(found) if pack is None else read_pieces(found, article, pack, site.kit.world)


def _find(site: Site, reference: str) -> tuple[Claim, bool]:
    """The claim, and whether a person has rejected it."""
    try:
        return site.store.claim(reference), False
    except NotFoundError:
        raise
    except UsageError:  # several begin so, or it was rejected
        return site.store.coded_claim(reference), True


def _log_of(site: Site, found: Claim) -> list[Override]:
    """What persons have said of a claim, with what was taken back."""
    log = site.store.overrides()
    mine = {entry.id for entry in log if _is_of(entry, found)}
    return [entry for entry in log if entry.id in mine or entry.withdraws in mine]


def _is_of(entry: Override, found: Claim) -> bool:
    return any(anchor and find_anchored([found], anchor) for anchor in (entry.anchor, entry.other))


# -- what it is part of --------------------------------------------------------------------------------------------


def _related(site: Site, asked: Asked, found: Claim) -> Iterator[Section]:
    """The claim that it refers to, and those that refer to it."""
    coding = site.store.coding(found.article)
    here = {each.id: each for each in coding.claims}
    referring = [each.id for each in coding.claims if each.refers_to == found.id]
    for name, ids in (("refers_to", [found.refers_to] if found.refers_to in here else []), ("referred_by", referring)):
        lines = site.store.lines_of([each for each in ids if each])
        yield Section(name=name, view=lines_view(asked, asked.terms(f"claim.{name}"), lines), links=CLAIM_LINKS)


def lines_view(asked: Asked, title: str, lines: Iterable[Line]) -> View:
    """Claims as the lines of a chronology, under a title of the page's own."""
    return View(
        title=title,
        headings=asked.words.headings(*HEADINGS),
        rows=tuple(line_row(line, asked.words) for line in lines),
        fields=FIELDS,
        long=HEADINGS.index("sentence"),
        empty=asked.words.phrase("nobody"),
    )


def _corrections(
    site: Site, asked: Asked, found: Claim, log: Sequence[Override], *, is_rejected: bool
) -> Iterator[Section]:
    if not log:
        return
    coded = site.store.coded_claim(found.id)
    rows = []
    for field in FIXABLE:
        before, now = _value(coded, field, asked), _value(found, field, asked)
        if before != now:
            record: dict[str, Value] = {"field": field, "before": before, "now": now}
            rows.append(Row(cells=(_field_name(field, asked), before or "–", now or "–"), record=record))
    changed = View(
        title=asked.terms("claim.changed"),
        headings=(asked.terms("claim.field"), asked.terms("claim.before"), asked.terms("claim.now")),
        rows=tuple(rows),
        fields=("field", "before", "now"),
    )
    yield Section(name="changed", view=changed)
    yield Section(name="corrections", view=overrides_view(log, (), asked.words))


def _field_name(field: str, asked: Asked) -> str:
    return (
        asked.terms.heading(field)
        if field not in ("source", "target", "speaker", "place")
        else asked.words.phrase({"source": "actor_source", "target": "actor_target"}.get(field, field))
    )


def _value(claim: Claim, field: str, asked: Asked) -> str:
    if field in ("source", "target"):
        return ", ".join(codes(getattr(claim, field)))
    if field == "speaker":
        return asked.words.listed_speakers(claim.speaker)
    if field == "date":
        return asked.words.date(claim.when)
    if field == "status":
        return asked.words.labels.status[claim.status]
    return getattr(claim, field) or ""


# -- facts ---------------------------------------------------------------------------------------------------------


def _facts(site: Site, asked: Asked, found: Claim) -> Iterator[Fact]:
    """What stands under the title."""
    words = asked.words
    yield fact(words.phrase("date"), words.date(found.when))
    said = speakers_said(site, asked, found.speaker) or words.phrase("itself")
    yield fact(words.phrase("speaker"), said)
    yield fact(words.phrase("medium"), ", ".join(found.medium))
    for event in site.store.events_of(found.id):
        yield fact(asked.terms("claim.event"), event_said(site, asked, event), f"/events/{event.id}")
    for proposition in site.store.propositions_of(found.id):
        standing = words.labels.standing[proposition.standing]
        yield fact(words.labels.heading["proposition"], f"{act_of(proposition, words)} ({standing})",
                   f"/ledger/{proposition.id}")  # fmt: skip
    yield Fact(what=asked.terms("claim.dyad"), parts=dyad_links(site, asked, codes(found.source), codes(found.target)))


def _whole(site: Site, asked: Asked, found: Claim) -> Iterator[Fact]:
    """The rest of the record."""
    words = asked.words
    for role, actors in (("source", found.source), ("target", found.target)):
        yield Fact(what=words.phrase(f"actor_{role}"), parts=tuple(_actor(site, asked, actor) for actor in actors))
    yield fact(words.labels.heading["type"], f"{found.type}.{found.mode}" if found.mode else found.type)
    yield fact(words.phrase("rule"), found.rule)
    if found.when:
        yield fact(words.labels.heading["basis"], words.prose("basis", found.when.basis))
    yield from detail_facts(asked, found)
    yield fact(words.phrase("claim"), found.id)


def _actor(site: Site, asked: Asked, actor: Actor) -> Link:
    link = actor_link(site, asked, actor.code)
    said = actor_said(actor, site.names, asked.words)
    return Link(text=f"{link.text} ({actor.code}; {said})" if said else f"{link.text} ({actor.code})", url=link.url)


def _record(site: Site, found: Claim, *, is_rejected: bool) -> dict[str, object]:
    lines = site.store.lines_of([found.id])
    whole: dict[str, object] = claim_record(lines[0]) if lines else {"id": found.id, "coded": found}
    return {
        **whole,
        "is_rejected": is_rejected,
        "events": [event.id for event in site.store.events_of(found.id)],
        "propositions": [each.id for each in site.store.propositions_of(found.id)],
    }


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(
        path="/claims/{id}",
        make=claim,
        about="A claim: its record, why it was coded so, what it refers to, what it is part of.",
    ),
)
