"""Why a sentence was coded so: the sentence with its pieces marked, and what each pass found."""

import msgspec
from rich.text import Text

from pasut.records import Actor, Article, Claim, Span, Step
from pasut.show.chunks import chunks_said
from pasut.show.line import SHORT_ID, line_record, who
from pasut.show.names import Names
from pasut.show.screen import Screen, clean
from pasut.show.table import Row, View, write_view
from pasut.show.words import Words
from pasut.store import Line

STYLES = {"source": "bold green", "target": "bold magenta", "trigger": "bold yellow"}


def write_explanation(claim: Claim, article: Article, names: Names, words: Words, screen: Screen) -> None:
    """Write the whole explanation of a claim."""
    act = words.act(claim.type, claim.mode)
    screen.print(Text(clean(f"{who(claim)}: {act}, {words.labels.status[claim.status]}"), style="bold"))
    screen.print()
    screen.print(marked_sentence(claim, words, with_colour=screen.has_colour))
    screen.print()
    for name, value in _facts(claim, article, names, words):
        screen.print(Text(f"{words.phrase(name)}: ", style="dim").append(Text(clean(value), style="default")))
    screen.print()
    write_view(steps_view(claim, words), "table", screen)


def claim_json(line: Line) -> str:
    """A claim as one JSON object."""
    return msgspec.json.format(msgspec.json.encode(claim_record(line)), indent=2).decode() + "\n"


def claim_record(line: Line) -> dict[str, object]:
    """All of a claim: the fields of an export, actors with office and span, the spans, the steps."""
    claim = line.claim
    return {
        **line_record(line),
        "actors": {"source": claim.source, "target": claim.target},
        "spans": {"sentence": claim.sentence, "trigger": claim.trigger},
        "steps": claim.steps,
    }


def marked_sentence(claim: Claim, words: Words, *, with_colour: bool) -> Text:
    """The sentence with source, target and trigger marked: in colour, or in brackets that name the role."""
    out, at = Text(), 0
    for span, role in _spans(claim):
        start, end = span.start - claim.sentence.start, span.end - claim.sentence.start
        if start < at or end > len(claim.sentence_text):
            continue  # it lies in an earlier sentence, or inside a piece that is marked already
        piece = clean(claim.sentence_text[start:end])
        out.append(_spaced(claim.sentence_text[at:start]))
        out.append(piece if with_colour else f"[{words.labels.role[role]}: {piece}]", style=STYLES[role])
        if with_colour:
            out.append(f" {words.labels.role[role]}", style="dim italic")
        at = end
    return out.append(_spaced(claim.sentence_text[at:]))


def _spans(claim: Claim) -> list[tuple[Span, str]]:
    found = [(claim.trigger, "trigger")]
    for role, actors in (("source", claim.source), ("target", claim.target)):
        found += [(actor.span, role) for actor in actors if actor.span]
    return sorted(found, key=lambda each: (each[0].start, -each[0].end))


def _spaced(text: str) -> str:
    """Cleaned, with the space kept at both ends, where the next piece follows."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _facts(claim: Claim, article: Article, names: Names, words: Words) -> list[tuple[str, str]]:
    date = words.date(claim.when)
    if claim.when and claim.when.basis:
        date = words.phrase("basis", day=date, basis=words.prose("basis", claim.when.basis))
    facts = [
        ("claim", claim.id),
        ("rule", claim.rule),
        ("date", date),
        ("speaker", ", ".join(words.speaker(code) for code in claim.speaker) or words.phrase("itself")),
        ("medium", ", ".join(claim.medium)),
        *(
            (f"actor_{role}", _actors(actors, names, words))
            for role, actors in (("source", claim.source), ("target", claim.target))
        ),
        ("object", claim.object or ""),
        ("quantity", claim.quantity or ""),
        ("place", claim.place or ""),
        ("contexts", words.contexts(claim.contexts)),
        ("refers_to", (claim.refers_to or "")[:SHORT_ID]),
        ("overridden", ", ".join(each[:SHORT_ID] for each in claim.overrides)),
        (
            "article",
            f"{article.title or article.key} ({article.publisher or article.key}, {words.date(article.published)})",
        ),
        ("article_id", article.id),
    ]
    return [(name, value) for name, value in facts if value]


def _actors(actors: tuple[Actor, ...], names: Names, words: Words) -> str:
    return "; ".join(_actor(actor, names, words) for actor in actors)


def _actor(actor: Actor, names: Names, words: Words) -> str:
    said = actor_said(actor, names, words)
    return f"{actor.code} ({said})" if said else str(actor.code)


def actor_said(actor: Actor, names: Names, words: Words) -> str:
    """Person, office, and how the code was reached: `Vladimir Putin, head of state, person`."""
    office = words.labels.rank.get(actor.office or "", (actor.office or "").replace("_", " "))
    more = [names.person(actor.person or ""), office, words.labels.via.get(actor.via, actor.via)]
    return ", ".join(each for each in more if each)


def _found(step: Step, words: Words) -> str:
    return chunks_said(step.text, words) if step.stage == "chunks" else words.prose("step", step.text)


def steps_view(claim: Claim, words: Words) -> View:
    """What each pass found."""
    return View(
        title=words.phrase("steps"),
        headings=words.headings("pass", "found"),
        rows=tuple(
            Row(
                cells=(words.labels.stage.get(step.stage, step.stage), _found(step, words)),
                record={"stage": step.stage, "text": step.text},
            )
            for step in claim.steps
        ),
        fields=("stage", "text"),
        long=1,
        empty=words.phrase("nobody"),
    )
