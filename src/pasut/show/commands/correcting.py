"""Commands by which a person corrects the record: `correct`, `overrides`, `recode`."""

import pathlib
from typing import Annotated

import typer

from pasut.errors import InputError, UsageError
from pasut.pipeline import Kit
from pasut.pipeline import recode as recode_store
from pasut.records import Action, Override
from pasut.settings import user
from pasut.show.options import Form, Language, StorePath, labels, opened_store, output_to
from pasut.show.overrides import log_lines, overrides_view, read_log_lines
from pasut.show.screen import Screen
from pasut.show.table import write_view
from pasut.store import Store

ByWhom = Annotated[str | None, typer.Option("--by", help="Who corrects; else the name of the user of this machine.")]


def correct(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its beginning.")],
    reject: Annotated[bool, typer.Option("--reject", help="The text does not say this.")] = False,
    fields: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Set a field, such as status=denied.")
    ] = None,
    join: Annotated[str | None, typer.Option("--join", help="It is the same event as this other claim.")] = None,
    split: Annotated[str | None, typer.Option("--split", help="It is another event than this other claim.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why; kept with the correction.")] = None,
    by: ByWhom = None,
    store: StorePath = None,
    lang: Language = None,
) -> None:
    """Correct a claim: reject it, set a field, join or split events, add a note.

    Corrections are kept in a log and replayed whenever articles are coded anew; what was coded is never lost.
    """
    words, who = labels(lang), by or user()
    with opened_store(store) as opened:
        made: list[Override] = []
        for action, said in _asked(reject, fields or [], join, split, note):
            made.append(opened.correct(action, claim, by=who, note=note, **said))
        opened.merge()
        for entry in made:
            Screen().print(words.phrase("corrected", id=entry.id, action=words.labels.override[entry.action]))


def overrides(
    withdraw: Annotated[str | None, typer.Option("--withdraw", help="Take back the correction of this id.")] = None,
    export: Annotated[pathlib.Path | None, typer.Option("--export", help="Write the log to a file.")] = None,
    take: Annotated[pathlib.Path | None, typer.Option("--import", help="Take the log of another store.")] = None,
    by: ByWhom = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show the log of corrections, or take one back, or pass the log on."""
    words, screen = labels(lang), Screen()
    with opened_store(store) as opened:
        if withdraw:
            opened.correct("withdraw", withdraw, by=by or user())
        if take:
            _take(opened, take)
        if export:
            with output_to(export) as out:
                out.write(log_lines(opened.overrides()))
        opened.merge()
        write_view(overrides_view(opened.overrides(), opened.lost_overrides(), words), form, screen)


def recode(store: StorePath = None, lang: Language = None) -> None:
    """Code all articles anew, with the rules of this version.

    Corrections are replayed over the result; what no longer finds its claim is shown by `pasut overrides`.
    """
    words = labels(lang)
    with opened_store(store) as opened:
        done = recode_store(opened, Kit())
        opened.merge()
        lost = len(opened.lost_overrides())
    Screen().print(words.phrase("recoded", n=done, lost=lost))


def _asked(
    reject: bool, fields: list[str], join: str | None, split: str | None, note: str | None
) -> list[tuple[Action, dict[str, str]]]:
    out: list[tuple[Action, dict[str, str]]] = [("reject", {})] if reject else []
    for field in fields:
        name, sign, value = field.partition("=")
        if not sign:
            raise UsageError(f"--set {field!r} has no value; write it as status=denied")
        out.append(("set", {"field": name.strip(), "value": value.strip()}))
    out += [("join", {"other": join})] if join else []
    out += [("split", {"other": split})] if split else []
    if not out and note:
        out.append(("note", {}))
    if not out:
        raise UsageError("nothing is corrected; give --reject, --set FIELD=VALUE, --join, --split or --note")
    return out


def _take(store: Store, path: pathlib.Path) -> None:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the log cannot be read ({error}); name a file that --export wrote") from error
    store.add_overrides(read_log_lines(text, path.name))
