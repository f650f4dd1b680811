"""One proposition with everything said about it in order of time: who, through whom, where, in which sentence."""

from collections.abc import Sequence

from rich.text import Text

from pasut.merge.report import state_of
from pasut.records import Claim, Proposition
from pasut.show.claims import act_of, speakers_of
from pasut.show.line import FIELDS, SHORT_ID, cite, line_record
from pasut.show.screen import Screen, clean
from pasut.show.table import Format, Row, View, write_view
from pasut.show.words import Words
from pasut.store import Line

HEADINGS = ("said", "says", "stance", "date", "article", "sentence", "id")


def write_ledger(
    found: Proposition, lines: Sequence[Line], roots: dict[str, str], words: Words, form: Format, screen: Screen
) -> None:
    """Write a proposition's head and its entries; `roots` gives the first of the copies that an article belongs to."""
    if form == "table":
        _write_head(found, words, screen)
    write_view(_view(found, lines, roots, words), form, screen)


def stance_of(claim: Claim, found: Proposition) -> str:
    """What a speaker does with the proposition: a key of the words for stances."""
    if not claim.speaker:
        return "reports_alleged" if claim.status == "alleged" else "tells"
    parties = {state_of(code) for code in (*found.source, *found.target)}
    own = any(state_of(who) in parties for who in claim.speaker)
    if claim.status == "happened":
        return "admits" if own and found.standing == "admitted" else "happened"
    return claim.status


def _write_head(found: Proposition, words: Words, screen: Screen) -> None:
    screen.print(Text(clean(f"{act_of(found, words)}  [{found.id}]"), style="bold"))
    facts = (
        ("standing", f"{words.labels.standing[found.standing]}: {words.phrase(f'standing_{found.standing}')}"),
        ("says_so", speakers_of(found.affirmed_by, words)),
        ("denies", speakers_of(found.denied_by, words)),
        ("sources", words.number(found.sources)),
        ("course", "; ".join(f"{day.isoformat()} {words.labels.standing[each]}" for day, each in found.course)),
    )
    for name, value in facts:
        line = Text(f"{words.labels.heading[name]}: ", style="dim")
        screen.print(line.append(Text(clean(value), style="default")))
    screen.print()


def _view(found: Proposition, lines: Sequence[Line], roots: dict[str, str], words: Words) -> View:
    return View(
        title=words.phrase("ledger", n=len(lines)),
        headings=words.headings(*HEADINGS),
        rows=tuple(_row(line, found, roots, words) for line in lines),
        fields=("proposition", "stance", "root", *FIELDS),
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nothing"),
    )


def _row(line: Line, found: Proposition, roots: dict[str, str], words: Words) -> Row:
    claim, stance = line.claim, stance_of(line.claim, found)
    root = roots.get(line.article.id, line.article.id)
    copied = "" if root == line.article.id else f" {words.phrase('is_copy')}"
    cells = (
        words.date(line.article.published),
        words.speakers(claim) if claim.speaker or claim.medium else words.phrase("itself"),
        words.labels.stance[stance],
        words.date(claim.when),
        f"{cite(line.article, words)}{copied}",
        claim.sentence_text,
        claim.id[:SHORT_ID],
    )
    record = {"proposition": found.id, "stance": stance, "root": root, **line_record(line)}
    return Row(cells=cells, record=record)
