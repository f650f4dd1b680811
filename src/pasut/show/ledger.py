"""One proposition with everything said about it in order of time: who, through whom, where, on what evidence."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from rich.text import Text

from pasut.asking import Remarks
from pasut.merge.linking import corrections_of
from pasut.merge.remark import Refusal
from pasut.merge.report import state_of
from pasut.records import Claim, Event, Override, Proposition, Record
from pasut.show.claims import act_of, speakers_of
from pasut.show.corrections import corrections_said
from pasut.show.line import FIELDS, SHORT_ID, cite, claim_ref, line_record
from pasut.show.screen import Screen, clean
from pasut.show.table import Format, Row, Value, View, write_view
from pasut.show.words import Words
from pasut.store import Line

HEADINGS = ("said", "says", "stance", "evidence", "date", "article", "sentence", "id")


class Entries(Record, frozen=True):
    """A proposition with the claims about it and what articles add to them."""

    proposition: Proposition
    lines: Sequence[Line]
    roots: Mapping[str, str]
    """The first of the copies that an article belongs to, by article."""
    remarks: Remarks
    log: Sequence[Override] = ()
    """What persons have corrected, in the whole store."""

    @property
    def corrections(self) -> tuple[Override, ...]:
        """What persons have said of the claims about this proposition."""
        return corrections_of([line.claim for line in self.lines], self.log)


def write_ledger(entries: Entries, words: Words, form: Format, screen: Screen) -> None:
    """Write a proposition's head and its entries."""
    if form == "table":
        _write_head(entries, words, screen)
    write_view(ledger_view(entries, words), form, screen)


def stance_of(claim: Claim, found: Proposition | Event) -> str:
    """What a speaker does with a proposition, or with an event: a key of the words for stances."""
    if not claim.speaker:
        return "reports_alleged" if claim.status == "alleged" else "tells"
    parties = {state_of(code) for code in (*found.source, *found.target)}
    own = any(state_of(who) in parties for who in claim.speaker)
    if claim.status == "happened":
        return "admits" if own and found.standing == "admitted" else "happened"
    return claim.status


def _write_head(entries: Entries, words: Words, screen: Screen) -> None:
    found = entries.proposition
    screen.print(Text(clean(f"{act_of(found, words)}  [{found.id}]"), style="bold"))
    facts = (
        ("standing", words.standing(found.standing)),
        ("says_so", speakers_of(found.affirmed_by, words)),
        ("denies", speakers_of(found.denied_by, words)),
        ("sources", words.number(found.sources)),
        ("course", "; ".join(f"{day.isoformat()} {words.labels.standing[each]}" for day, each in found.course)),
        *(("corrections", each) for each in corrections_said(entries.corrections, words)),
    )
    for name, value in facts:
        line = Text(f"{words.labels.heading[name]}: ", style="dim")
        screen.print(line.append(Text(clean(value), style="default")))
    screen.print()


def ledger_view(entries: Entries, words: Words) -> View:
    """The entries in order of time; after the last of an article, who would not comment there."""
    return View(
        title=words.phrase("ledger", n=len(entries.proposition.claims)),
        headings=words.headings(*HEADINGS),
        rows=tuple(_rows(entries, words)),
        fields=("proposition", "stance", "evidence", "root", "corrections", *FIELDS),
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _rows(entries: Entries, words: Words) -> Iterable[Row]:
    """Each claim; after the last of an article, who would not comment there."""
    for number, line in enumerate(entries.lines):
        yield _row(line, stance_of(line.claim, entries.proposition), entries, words)
        rest = entries.lines[number + 1 :]
        if not any(each.article.id == line.article.id for each in rest):
            for refusal in entries.remarks.refusals.get(line.article.id, ()):
                yield _refusal_row(line, refusal, entries, words)


def _row(line: Line, stance: str, entries: Entries, words: Words) -> Row:
    claim = line.claim
    evidence = entries.remarks.evidence.get(claim.id, ())
    root = entries.roots.get(line.article.id, line.article.id)
    copied = "" if root == line.article.id else f" {words.phrase('is_copy')}"
    cells = (
        words.date(line.article.published),
        words.speakers(claim) if claim.speaker or claim.medium else words.phrase("itself"),
        words.labels.stance[stance],
        ", ".join(words.labels.evidence[kind] for kind in evidence) or words.phrase("nobody"),
        words.date(claim.when),
        f"{cite(line.article, words)}{copied}",
        claim.sentence_text,
        claim_ref(claim),
    )
    added: dict[str, Value] = {
        "proposition": entries.proposition.id,
        "stance": stance,
        "evidence": list(evidence),
        "root": root,
        "corrections": list(corrections_said(corrections_of([claim], entries.log), words)),
    }
    return Row(cells=cells, record={**added, **line_record(line)})


def _refusal_row(line: Line, refusal: Refusal, entries: Entries, words: Words) -> Row:
    """A sentence that gives no claim: it has the article, its words, and nobody whom the coder knows."""
    row = _row(line, "declines", entries, words)
    nobody = words.phrase("nobody")
    cells = (row.cells[0], nobody, row.cells[2], nobody, nobody, row.cells[5], refusal.text, refusal.claim[:SHORT_ID])
    kept = ("proposition", "stance", "root", "article", "key", "title", "publisher", "published", "url")
    record: dict[str, Value] = {name: row.record[name] for name in kept}
    return msgspec.structs.replace(
        row, cells=cells, record={**record, "refers_to": refusal.claim, "sentence": refusal.text}
    )
