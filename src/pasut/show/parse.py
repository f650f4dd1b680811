"""A text pass by pass, in colour on a terminal: words with their readings, chunks, clauses, speakers, acts, claims."""

from collections.abc import Iterable, Sequence

import msgspec
from rich import box
from rich.table import Table
from rich.text import Text

from pasut.show.names import Names
from pasut.show.passes import (
    Parse,
    ParsedAct,
    ParsedAssessment,
    ParsedChunk,
    ParsedClaim,
    ParsedClause,
    ParsedForm,
    ParsedItem,
    ParsedSentence,
)
from pasut.show.screen import Screen, clean
from pasut.show.words import Words

ACTOR, VERB, NOUN, TIME, THING, MEDIUM = "bold green", "bold yellow", "yellow", "cyan", "magenta", "blue"
FAINT, UNKNOWN = "dim", "red"
STATUS = {
    "happened": "green", "alleged": "yellow", "denied": "red", "planned": "cyan", "possible": "magenta",
    "not_happened": "red", "skip": FAINT,
}  # fmt: skip
Cell = str | Text


def write_parse(parse: Parse, names: Names, words: Words, screen: Screen) -> None:
    """Write every pass's finding for every sentence."""
    for number, sentence in enumerate(parse.sentences):
        if number:
            screen.print()
        screen.print(_marked(sentence))
        for title, headings, rows in _sections(sentence, names, words):
            screen.print()
            screen.print(Text(words.phrase(title), style="bold"))
            screen.print(_table(words.headings(*headings), rows, screen) if rows else Text(words.phrase("nobody")))


def parse_json(parse: Parse) -> str:
    """The whole parse as one JSON object."""
    return msgspec.json.format(msgspec.json.encode(parse), indent=2).decode() + "\n"


def _sections(
    sentence: ParsedSentence, names: Names, words: Words
) -> Iterable[tuple[str, tuple[str, ...], list[tuple[Cell, ...]]]]:
    yield (
        "parse_words",
        ("words", "readings"),
        [(clean(item.text), _readings(item, names, words)) for item in sentence.items],
    )
    yield "parse_chunks", ("number", "kind", "words", "actor"), [_chunk_row(chunk, words) for chunk in sentence.chunks]
    yield (
        "parse_clauses",
        ("verb", "voice", "subject", "object", "preposition", "governor", "status"),
        [_clause_row(clause, words) for clause in sentence.clauses],
    )
    yield (
        "parse_scopes",
        ("says", "through", "verb", "words"),
        [
            (", ".join(scope.speakers), ", ".join(scope.medium), scope.verb or "", clean(scope.text))
            for scope in sentence.scopes
        ],
    )
    yield (
        "parse_times",
        ("words", "date", "kind", "basis"),
        [
            (
                clean(time.text),
                Text(time.when or "?", style=TIME),
                words.reading(time.kind),
                words.prose("basis", time.basis),
            )
            for time in sentence.times
        ],
    )
    yield (
        "parse_acts",
        ("trigger", "frame", "type", "actors", "via", "object"),
        [_act_row(act, words) for act in sentence.acts],
    )
    yield (
        "parse_claims",
        ("who", "what", "status", "says", "date", "basis", "rule"),
        [_claim_row(claim, words) for claim in sentence.claims],
    )
    yield (
        "parse_assessments",
        ("who", "direction", "says", "date", "rule"),
        [_assessment_row(each, words) for each in sentence.assessments],
    )


def _claim_row(claim: ParsedClaim, words: Words) -> tuple[Cell, ...]:
    return (
        _who(claim.source, claim.target),
        words.act(claim.type, claim.mode),
        _status(claim.status, words),
        _said(claim.speaker, claim.medium, words),
        Text(claim.date or words.phrase("undated"), style=TIME),
        words.prose("basis", claim.date_basis),
        Text(claim.rule, style=FAINT),
    )


def _assessment_row(each: ParsedAssessment, words: Words) -> tuple[Cell, ...]:
    return (
        Text(" – ".join(each.dyad), style=ACTOR),
        words.labels.direction[each.direction],
        _said(each.speaker, (), words),
        Text(each.date or words.phrase("undated"), style=TIME),
        Text(each.rule, style=FAINT),
    )


def _marked(sentence: ParsedSentence) -> Text:
    """The sentence with its words in the colour of what they are."""
    out = Text()
    base = sentence.items[0].start if sentence.items else 0
    at = base
    for item in sentence.items:
        out.append(" " if item.start > at else "")
        out.append(clean(item.text), style=_style(item))
        at = item.end
    return out


def _style(item: ParsedItem) -> str:
    styles = (
        (item.actor, ACTOR), (item.time, TIME), (item.medium, MEDIUM), (item.verbs, VERB), (item.nouns, NOUN),
        (item.classes, THING),
    )  # fmt: skip
    return next((style for found, style in styles if found), "" if item.known else UNKNOWN)


def _readings(item: ParsedItem, names: Names, words: Words) -> Text:
    """All that a word may be, one after the other."""
    said = words.reading
    found: list[tuple[str, str]] = []
    if item.actor:
        person = f" {names.person(item.person)}" if item.person else ""
        found.append((f"{item.actor}{person} ({_via(item.via, words)})", ACTOR))
    if item.title or item.office:
        office = words.labels.rank.get(item.office, item.office)
        found.append((" ".join(filter(None, (said("title", item.title), office))), ""))
    found += [(_form(form, "verb", words), VERB) for form in item.verbs]
    found += [(_form(form, "noun", words), NOUN) for form in item.nouns]
    if item.classes:
        found.append((f"{said('thing')} {' '.join(item.classes)}", THING))
    if item.functions:
        found.append((", ".join(map(said, item.functions)), ""))
    rest = (("medium", item.medium, MEDIUM), ("time", item.time, TIME), ("part of", said(item.blocked), ""))
    found += [(f"{said(name)} {value}", style) for name, value, style in rest if value]
    if item.clitic:
        found.append(("-nya", ""))
    if not found:
        found.append(("" if item.known else said("unknown"), UNKNOWN))
    return Text("; ").join(Text(clean(text), style=style) for text, style in found)


def _form(form: ParsedForm, kind: str, words: Words) -> str:
    name = f"{words.reading(kind)} {form.root}" + (f", {_voice(form.voice, words)}" if form.voice != kind else "")
    return f"{name} → {form.frame} ({' '.join(filter(None, (words.reading(form.kind), form.type)))})"


def _voice(voice: str, words: Words) -> str:
    """The voice of a verb; `state` is also what a phrase that names one is."""
    return words.reading("stative" if voice == "state" else voice)


def _via(via: str, words: Words) -> str:
    return words.labels.via.get(via, via)


def _chunk_row(chunk: ParsedChunk, words: Words) -> tuple[Cell, ...]:
    style = VERB if chunk.kind == "verb" else ("" if chunk.actors or chunk.owners or chunk.pronoun else FAINT)
    more = ", ".join(map(words.reading, chunk.auxiliaries))
    kind = clean(" ".join(filter(None, (words.reading(chunk.kind), _voice(chunk.voice, words), more and f"({more})"))))
    text = " ".join(filter(None, (chunk.preposition and f"[{chunk.preposition}]", chunk.text)))
    actors = [*chunk.actors, *(f"({code})" for code in chunk.owners)]
    if chunk.pronoun:
        actors.append(f"<{words.reading(chunk.pronoun)}>")
    return (
        str(chunk.number),
        Text(kind, style=FAINT),
        Text(clean(text), style=style),
        Text(" ".join(actors), style=ACTOR),
    )


def _clause_row(clause: ParsedClause, words: Words) -> tuple[Cell, ...]:
    relation = words.reading(clause.relation)
    governed = f"{clause.governor} ({relation})" if clause.governor else relation
    return (
        Text(clause.verb, style=VERB),
        _voice(clause.voice, words),
        clean(clause.subject or "–"),
        clean(", ".join(clause.objects) or "–"),
        clean(", ".join(clause.prepositions) or "–"),
        governed,
        _status(clause.status, words),
    )


def _act_row(act: ParsedAct, words: Words) -> tuple[Cell, ...]:
    kind = f"{act.type}.{act.mode}" if act.mode else act.type
    return (
        Text(clean(act.trigger), style=VERB),
        Text(act.rule, style=FAINT),
        kind,
        _who(act.source, act.target),
        ", ".join(_via(via, words) for via in act.via),
        clean(act.object or ""),
    )


def _who(source: Sequence[str], target: Sequence[str]) -> Text:
    if set(source) & set(target):
        return Text(" – ".join(dict.fromkeys((*source, *target))), style=ACTOR)
    return Text(", ".join(source) + (f" → {', '.join(target)}" if target else ""), style=ACTOR)


def _said(speaker: Sequence[str], medium: Sequence[str], words: Words) -> str:
    said = ", ".join(words.speaker(code) for code in speaker) or words.phrase("itself")
    return said + (f" ({', '.join(medium)})" if medium else "")


def _status(status: str, words: Words) -> Text:
    return Text(words.labels.status.get(status) or words.phrase("not_claimed"), style=STATUS[status])


def _table(headings: tuple[str, ...], rows: list[tuple[Cell, ...]], screen: Screen) -> Table:
    table = Table(box=box.SIMPLE_HEAD if screen.is_terminal else None, pad_edge=False, show_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    return table
