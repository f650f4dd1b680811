"""Why the claims of an event are one: what ties each to the others, and what parts the nearest other event."""

from collections.abc import Sequence

import msgspec
from rich.text import Text

from pasut.merge.explain import Explanation, Link
from pasut.records import Event
from pasut.show.corrections import corrections_said
from pasut.show.events import event_record
from pasut.show.line import SHORT_ID, between, cite, line_record
from pasut.show.reasons import reason_record, weighed
from pasut.show.screen import Screen, clean
from pasut.show.table import Row, View, write_view
from pasut.show.words import Words
from pasut.store import Line

HEADINGS = ("id", "date", "article", "tied", "sentence")


def write_event_explanation(found: Explanation, lines: Sequence[Line], words: Words, screen: Screen) -> None:
    """Write the whole explanation of an event; `lines` are its claims."""
    event = found.event
    screen.print(Text(clean(headline(event, words)), style="bold"))
    standing = words.standing(event.standing)
    facts = (
        ("standing", standing),
        ("sources", words.number(event.sources)),
        ("persons", ", ".join(event.persons)),
        ("says_so", ", ".join(map(words.speaker, event.affirmed_by))),
        ("denies", ", ".join(map(words.speaker, event.denied_by))),
        ("proposition", event.proposition or ""),
        ("id", event.id),
    )
    for name, value in facts:
        if value:
            line = Text(f"{words.labels.heading[name]}: ", style="dim")
            screen.print(line.append(Text(clean(value), style="default")))
    for correction in corrections_said(found.corrections, words):
        line = Text(f"{words.labels.heading['corrections']}: ", style="dim")
        screen.print(line.append(Text(clean(correction), style="default")))
    screen.print()
    write_view(links_view(found.links, lines, words), "table", screen)
    screen.print()
    _write_nearest(found, words, screen)


def event_json(found: Explanation, lines: Sequence[Line], words: Words) -> str:
    """The same as one JSON object."""
    return msgspec.json.format(msgspec.json.encode(explained_record(found, lines, words)), indent=2).decode() + "\n"


def explained_record(found: Explanation, lines: Sequence[Line], words: Words) -> dict[str, object]:
    """The event, its claims with their reasons, corrections, the nearest other."""
    by_claim = {line.claim.id: line for line in lines}
    return {
        "event": event_record(found.event, None),
        "claims": [_link_record(link, by_claim.get(link.claim), words) for link in found.links],
        "corrections": found.corrections,
        "nearest": event_record(found.nearest, None) if found.nearest else None,
        "against": [reason_record(reason, words) for reason in found.against],
    }


def _link_record(link: Link, line: Line | None, words: Words) -> dict[str, object]:
    return {
        **(line_record(line) if line else {"id": link.claim}),
        "score": link.score,
        "reasons": [reason_record(reason, words) for reason in link.reasons],
    }


def headline(event: Event, words: Words) -> str:
    """`19 June 2024, RUS → PRK: visits, happened`."""
    who = between([*map(str, event.source)], [*map(str, event.target)])
    act = words.act(event.type, event.mode)
    return f"{words.date(event.when)}, {who}: {act}, {words.labels.status[event.status]}"


def links_view(links: Sequence[Link], lines: Sequence[Line], words: Words) -> View:
    """What ties each claim of an event to those before it."""
    by_claim = {line.claim.id: line for line in lines}
    return View(
        title=words.phrase("why_one", n=len(links)),
        headings=words.headings(*HEADINGS),
        rows=tuple(_row(link, by_claim.get(link.claim), words) for link in links),
        fields=("claim", "reasons"),
        long=HEADINGS.index("sentence"),
        empty=words.phrase("nobody"),
    )


def _row(link: Link, line: Line | None, words: Words) -> Row:
    cells = (
        link.claim[:SHORT_ID],
        words.date(line.claim.when if line else None),
        cite(line.article, words) if line else "",
        "; ".join(weighed(reason, words) for reason in link.reasons) or words.phrase("founds"),
        line.claim.sentence_text if line else "",
    )
    return Row(cells=cells, record={"claim": link.claim, "reasons": [reason.key for reason in link.reasons]})


def _write_nearest(found: Explanation, words: Words, screen: Screen) -> None:
    if found.nearest is None:
        screen.print(Text(words.phrase("no_other")))
        return
    said = f"{headline(found.nearest, words)} [{found.nearest.id[:SHORT_ID]}]"
    screen.print(Text(clean(words.phrase("nearest", event=said)), style="bold"))
    for reason in found.against:
        screen.print(Text(clean(f"  {weighed(reason, words)}")))
