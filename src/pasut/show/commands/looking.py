"""Commands that look at one thing closely: `explain`, `parse`, `show`."""

from typing import Annotated, Literal

import typer

from pasut.asking import relate
from pasut.errors import UsageError
from pasut.pipeline import Kit
from pasut.records import Event, When
from pasut.show.article import cut_view, dating_view, write_article
from pasut.show.days import first_day, last_day
from pasut.show.explain import claim_json, write_explanation
from pasut.show.explain_event import event_json, write_event_explanation
from pasut.show.names import Names
from pasut.show.options import Form, Language, StorePath, labels, opened_store
from pasut.show.parse import parse_json, write_parse
from pasut.show.passes import parse_text
from pasut.show.relation import relation_view
from pasut.show.screen import Screen
from pasut.show.table import write_view

ReadAs = Annotated[
    str | None, typer.Option("--read-as", help="Language of the sentence: id, en; without it, it is detected.")
]


Told = Annotated[Literal["table", "json"], typer.Option("--format", help="For people, or one JSON object.")]


def explain(
    reference: Annotated[str, typer.Argument(metavar="CLAIM|EVENT", help="Id of a claim or event, or its beginning.")],
    store: StorePath = None,
    lang: Language = None,
    form: Told = "table",
) -> None:
    """Show why a claim was coded so, or why the claims of an event are one.

    For an event also what persons have corrected, and why the nearest other event is another.
    """
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        found = opened.claim_or_event(reference)
        if isinstance(found, Event):
            explanation, lines = opened.explain(found), opened.lines_of(found.claims)
            if form == "json":
                screen.write(event_json(explanation, lines, words))
            else:
                write_event_explanation(explanation, lines, words, screen)
        elif form == "json":
            screen.write(claim_json(*opened.lines_of([found.id])))
        else:
            write_explanation(found, opened.article(found.article), Names(Kit()), words, screen)


def parse(
    sentence: Annotated[str, typer.Argument(help="A sentence, or several, in a language that has a pack.")],
    published: Annotated[
        str | None, typer.Option("--published", help="Date of publication, by which times are told: 2024-10-09.")
    ] = None,
    headline: Annotated[bool, typer.Option("--headline", help="Read it as a headline, where roots are verbs.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    read_as: ReadAs = None,
    lang: Language = None,
) -> None:
    """Show how a sentence is understood, pass by pass.

    Words with their readings, chunks, clauses, who speaks, times, acts with their frames, claims, assessments.
    """
    kit, screen = Kit(), Screen()
    if not sentence.strip():
        raise UsageError("there is no sentence to parse; give one in quotation marks")
    pack = kit.pack_for(sentence, read_as)
    first, last = first_day(published), last_day(published)
    when = When(first=first, last=last, basis="given") if first else None
    parsed = parse_text(sentence, pack, kit.world, published=when, headline=headline)
    if as_json:
        screen.write(parse_json(parsed))
    else:
        write_parse(parsed, Names(kit), labels(lang), screen)


def relation(
    sentence: Annotated[str, typer.Argument(help="A sentence in a language that has a pack.")],
    source: Annotated[str, typer.Option("--source", help="Who acts, as written in the sentence.")],
    target: Annotated[str, typer.Option("--target", help="Who is acted upon, as written in the sentence.")],
    read_as: ReadAs = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Tell what one actor of a sentence does to another, as one of fifteen root types.

    It always answers: where the clause itself does not join the two, the words near them decide, and that is said.
    """
    found = relate(sentence, source=source, target=target, language=read_as)
    write_view(relation_view(found, labels(lang)), form, Screen())


def show(
    article: Annotated[str, typer.Argument(help="Id of an article, its beginning, or the article's key.")],
    cut: Annotated[bool, typer.Option("--cut", help="Show what was cut from the page, and why.")] = False,
    dating: Annotated[bool, typer.Option("--dating", help="Show how the date of publication was found.")] = False,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show one article as it was understood."""
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        found = opened.article(article)
        if not cut and not dating:
            write_article(found, opened.coding(found.id), words, screen)
        if cut:
            write_view(cut_view(found, words), form, screen)
        if dating:
            write_view(dating_view(found, words), form, screen)
